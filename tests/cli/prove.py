"""`stepcare prove`, end to end: what is proved, what fails and with which sheet, what is dead, what is not decided."""

import json
import os
import re
import shutil
import subprocess
import time
import unittest

from run import PROGRAM, SOURCE, House, run

HEAD = "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\n"
QUESTIONS = """questions:
  - {id: ulcer, ask: q, type: yes-no}
  - {id: kidney, ask: q, type: yes-no}
  - {id: age, ask: q, type: integer, range: 0..120}
  - {id: weight, ask: q, type: decimal, range: 0.5..200}
  - {id: drinks, ask: q, type: choice, options: {many: M, some: S, none: N, never: V}}
  - {id: medicines, ask: q, type: choices, options: {nsaid: N, opioid: O, maoi: M}}
  - {id: goal, ask: q, type: text, range: 9..12}
"""
PHASE = "phase: p\nweeks: 1+\ngoal: g\n"


def item(name, more=""):
    return "{id: %s, kind: medicine, title: T, say: S%s}" % (name, more and ", " + more)


class Proof(House):
    def pack(self, body, invariants=()):
        text = HEAD + QUESTIONS + body
        if invariants:
            text += "invariants:\n" + "".join("  - {id: i%d, %s}\n" % (number, re.sub(r": (.*)", r': "\1"', rule))
                                              for number, rule in enumerate(invariants))
        self.path("pack.yaml", text)
        return self.folder

    def items(self, *items):
        return PHASE + "items:\n" + "".join("  - %s\n" % one for one in items)

    def prove(self, *arguments):
        result = run("prove", self.folder, "-f", "json", *arguments, timeout=100)
        self.assertEqual(result.stderr, b"")
        report = json.loads(result.stdout)
        good = report["proved"] == len(report["obligations"])
        self.assertEqual(result.returncode, 0 if good else 1)
        return report

    def results(self, kind, *arguments):
        return [(one["id"], one["result"]) for one in self.prove(*arguments)["obligations"] if one["kind"] == kind]

    def counterexample(self, rule, body=None):
        """Of one invariant; and `plan -a` takes it."""
        self.pack(body or self.items(item("nsaid")), [rule])
        one = self.prove()["obligations"][0]
        self.assertEqual((one["kind"], one["result"], one["smallest"]), ("invariant", "failed", True), one)
        return one["counterexample"]


class Built(Proof):
    def test_the_built_in_pack_is_proved_in_time(self):
        start = time.time()
        result = run("prove")
        self.check(result, 0, b" 0 failed, 0 dead, 0 not decided\n")
        self.assertLess(time.time() - start, 10)
        self.assertEqual(result.stdout, run("prove").stdout)
        self.assertEqual(run("prove", "-q").stdout, b"")
        folder = os.path.join(SOURCE, "plans/chronic-back-pain")
        self.assertEqual(run("prove", folder).stdout, result.stdout)

    def test_every_invariant_and_item_has_its_line(self):
        lines = run("prove").stdout.decode().splitlines()
        with open(os.path.join(SOURCE, "plans/chronic-back-pain/invariants.yaml"), encoding="utf-8") as file:
            names = re.findall(r"- \{id: ([a-z0-9-]+)", file.read())
        self.assertGreater(len(names), 100)
        for name in names:
            self.assertIn("proved       invariant '%s'" % name, lines)
        self.assertIn("proved       item 'walking': can be offered", lines)
        self.assertIn("proved       ladder 'medicines', step 'third-line': can be reached", lines)

    def test_a_rule_taken_out_of_the_pack_is_found(self):
        folder = self.path("pack")
        shutil.copytree(os.path.join(SOURCE, "plans/chronic-back-pain"), folder)
        phase = os.path.join(folder, "phases/2-medication.yaml")
        with open(phase, encoding="utf-8") as file:
            lines = file.readlines()
        kept = [line for line in lines if '- {id: ulcer, when: "ulcer_or_bleed in conditions", say:' not in line]
        left_out = len(lines) - len(kept)
        self.assertGreater(left_out, 0)
        with open(phase, "w", encoding="utf-8") as file:
            file.writelines(kept)
        result = run("prove", folder, "-q", "-o", self.path("broken.yaml"))
        self.check(result, 1, b"FAILED       invariant '")
        plan = run("plan", "-p", folder, "-a", self.path("broken.yaml"), "-f", "json")
        self.check(plan, 0)
        broken = json.loads(plan.stdout)
        self.assertIn("ulcer_or_bleed", broken["answers"]["conditions"])
        self.assertIn("offered", [one["status"] for phase in broken["phases"] for one in phase["items"] if one["id"] == "ibuprofen"])


class Invariants(Proof):
    def test_never_and_always_and_unknown_breaks_both(self):
        self.pack(self.items(item("nsaid", "avoid: [{when: ulcer, say: s}]")),
                  ["never: offered(nsaid) and not (ulcer == no)", "always: not offered(nsaid) or not ulcer", "never: offered(nsaid)",
                   "always: ulcer or not ulcer", "never: ulcer and not ulcer"])
        self.assertEqual(self.results("invariant"), [("i0", "proved"), ("i1", "proved"), ("i2", "failed"), ("i3", "failed"), ("i4", "failed")])
        self.assertEqual([one["counterexample"] for one in self.prove()["obligations"][1:5]],
                         [None, {"ulcer": False}, {}, {}])

    def test_an_unanswered_question_is_a_sheet_too(self):
        self.assertEqual(self.counterexample("always: not offered(nsaid) or ulcer is answered"), {})

    def test_every_type_of_question_takes_part(self):
        for rule, sheet in [("never: ulcer is answered and kidney is answered", {"ulcer": False, "kidney": False}),
                            ("never: age is answered", {"age": 60}),
                            ("never: age is answered and age > 70 and age != 71", {"age": 72}),
                            ("never: age is answered and not (3 < age)", {"age": 3}),
                            ("never: weight is answered and weight * 3 == 1.5", {"weight": 0.5}),
                            ("never: weight is answered and 0.25 < weight / 2 <= 0.3", {"weight": 0.6}),
                            ("never: weight is answered", {"weight": 100}),
                            ("never: age is answered and weight is answered and max(age, weight) - min(age, weight) >= 199", {"age": 1, "weight": 200}),
                            ("never: drinks is answered", {"drinks": "none"}),
                            ("never: drinks is answered and drinks in [many, some]", {"drinks": "many"}),
                            ("never: medicines is answered", {"medicines": []}),
                            ("never: medicines is answered and count(medicines) == 2", {"medicines": ["nsaid", "opioid"]}),
                            ("never: medicines is answered and maoi in medicines", {"medicines": ["maoi"]}),
                            ("never: goal is answered", {"goal": "textttttt"}),
                            ("always: not (age in [17, 18, 19]) or age is not answered", {"age": 19})]:
            with self.subTest(rule):
                self.assertEqual(self.counterexample(rule), sheet)

    def test_the_sheet_shows_the_violation_and_is_a_case(self):
        folder = self.pack(self.items(item("nsaid", "offer: age >= 18 and not ulcer"), item("b", "offer: kidney")), ["never: offered(nsaid) and not (kidney == no)"])
        sheet = self.path("broken.yaml")
        self.check(run("prove", folder, "-o", sheet), 1, b"shown by this sheet of 2 answers")
        with open(sheet, encoding="utf-8") as file:
            self.assertEqual(file.read(), "case: \"Breaks invariant 'i0'\"\nanswers:\n  ulcer: no\n  age: 60\nexpect: {}\n")
        brief = json.loads(run("plan", "-p", folder, "-a", sheet, "-f", "brief").stdout)
        self.assertEqual((brief["offered"], brief["missing"]), (["nsaid"], ["kidney"]))
        self.check(run("prove", folder, "-q", "-o", self.path("broken.json")), 1)
        with open(self.path("broken.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file)["answers"], {"ulcer": False, "age": 60})
        self.assertEqual(json.loads(run("plan", "-p", folder, "-a", self.path("broken.json"), "-f", "brief").stdout), brief)
        os.mkdir(self.path("cases"))
        shutil.copy(sheet, self.path("cases/01.yaml"))
        self.check(run("test", folder), 1, b"the invariant 'i0' does not hold")
        printed = run("prove", folder, "-o", "-")
        with open(sheet, "rb") as file:
            self.check(printed, 1, file.read())

    def test_without_an_answer_the_sheet_is_empty_and_can_be_read(self):
        folder = self.pack(self.items(item("a")), ["never: offered(a)"])
        sheet = self.path("broken.yaml")
        self.check(run("prove", folder, "-o", sheet), 1, b"shown by this sheet of 0 answers")
        self.check(run("plan", "-p", folder, "-a", sheet, "-f", "brief"), 0, b'"offered":["a"]')

    def test_nothing_is_written_where_nothing_fails(self):
        folder = self.pack(self.items(item("a", "offer: ulcer and not ulcer")))
        self.check(run("prove", folder, "-o", self.path("none.yaml")), 1, b"no answer sheet gets there")
        self.assertFalse(os.path.exists(self.path("none.yaml")))

    def test_the_place_and_the_rule_are_shown(self):
        folder = self.pack(self.items(item("a")), ["never: offered(a)"])
        out = run("prove", folder).stdout.decode()
        with open(self.path("pack.yaml"), encoding="utf-8") as file:
            line = file.read().splitlines().index('  - {id: i0, never: "offered(a)"}') + 1
        self.assertIn("FAILED       invariant 'i0'\n             %s/pack.yaml:%d:5\n             never: offered(a)\n" % (folder, line), out)
        one = self.prove()["obligations"][0]
        self.assertEqual((one["file"], one["line"], one["column"], one["rule"]), (folder + "/pack.yaml", line, 5, "offered(a)"))


class DeadRules(Proof):
    def test_an_item_an_avoid_a_caution_and_a_note_that_nothing_reaches(self):
        self.pack(self.items(item("a", "offer: age > 120"),
                             item("b", "offer: not ulcer, caution: [{when: ulcer, say: s}, {when: kidney, say: s}]"),
                             item("c", "avoid: [{when: age < 0, say: s}, {when: ulcer, say: s}]"),
                             item("d", "offer: kidney, notes: [{when: not kidney, say: s}, {when: ulcer, say: s}]")))
        self.assertEqual(self.results("item"), [("a", "dead"), ("b", "proved"), ("c", "proved"), ("d", "proved")])
        self.assertEqual(self.results("caution"), [("b", "dead"), ("b", "proved")])
        self.assertEqual(self.results("avoid"), [("c", "dead"), ("c", "proved")])
        self.assertEqual(self.results("note"), [("d", "dead"), ("d", "proved")])

    def test_an_alert_and_what_it_hides(self):
        self.pack("alerts:\n  - {id: a, level: emergency, when: ulcer, say: s}\n  - {id: b, level: note, when: ulcer and kidney, say: s}\n"
                  "  - {id: c, level: note, when: kidney, say: s}\nwarnings:\n  - {id: w, when: ulcer, say: s}\n  - {id: v, say: s, beside: [advice]}\n"
                  + self.items(item("x", "offer: ulcer"), item("y")))
        self.assertEqual(self.results("alert"), [("a", "proved"), ("b", "dead"), ("c", "proved")])
        self.assertEqual(self.results("warning"), [("w", "dead"), ("v", "dead")])
        self.assertEqual(self.results("item"), [("x", "dead"), ("y", "proved")])

    def test_a_step_above_one_that_is_never_left(self):
        self.pack(PHASE + "ladder:\n  id: l\n  otherwise: o\n  exhausted: e\n  steps:\n    - {id: one, title: t, items: [%s]}\n"
                  "    - {id: two, title: t, items: [%s]}\n" % (item("a"), item("b")))
        self.assertEqual(self.results("step"), [("l", "proved"), ("l", "dead")])
        self.assertEqual(self.results("ladder-end"), [("l", "proved")])

    def test_variants_of_texts_and_schedules_but_not_the_last(self):
        self.pack(self.items("{id: a, kind: exercise, title: T, offer: age > 20, say: [{when: age < 10, say: x}, {when: age > 10, say: y}, {say: z}], "
                             "schedule: [{when: age < 30, start: age, unit: u}, {when: age < 25, start: age, unit: u}, "
                             "{when: age > 50, start: weight, unit: u}, {start: 1, unit: u}]}"))
        self.assertEqual(self.results("variant"), [("a", "dead"), ("a", "proved"), ("a", "proved"), ("a", "dead"), ("a", "proved")])

    def test_a_decimal_that_no_sheet_can_hold_is_no_answer(self):
        self.pack(self.items(item("a", "offer: weight * 3 == 1"), item("b", "offer: weight * 8 == 5"), item("c", "offer: age * 2 == 7")))
        self.assertEqual(self.results("item"), [("a", "dead"), ("b", "proved"), ("c", "dead")])


class Bounds(Proof):
    @staticmethod
    def pigeons(count):
        """More pigeons than holes: no sheet seats them all, and that is hard to see without counting."""
        holes = count - 1
        names = [["p%d_%d" % (pigeon, hole) for hole in range(holes)] for pigeon in range(count)]
        facts = "".join("  f%d: %s\n" % (pigeon, " or ".join(row)) for pigeon, row in enumerate(names))
        for hole in range(holes):
            clash = " or ".join("%s and %s" % (names[a][hole], names[b][hole]) for a in range(count) for b in range(a))
            facts += "  g%d: not (%s)\n" % (hole, clash)
        all_facts = " and ".join(["f%d" % pigeon for pigeon in range(count)] + ["g%d" % hole for hole in range(holes)])
        return (HEAD + "questions:\n" + "".join("  - {id: %s, ask: q, type: yes-no}\n" % name for row in names for name in row)
                + "facts:\n" + facts + PHASE + "items:\n  - %s\n" % item("a", "offer: " + all_facts))

    def test_what_takes_too_long_is_not_decided_and_no_pass(self):
        self.path("pack.yaml", self.pigeons(14))
        start = time.time()
        result = run("prove", self.folder, "--timeout", "0.3", timeout=100)
        self.check(result, 1, b"NOT DECIDED  item 'a': can be offered")
        self.assertIn(b"1 not decided\n", result.stdout)
        self.assertLess(time.time() - start, 60)
        self.assertEqual(self.results("item", "--timeout", "0.3"), [("a", "not-decided")])
        self.path("pack.yaml", self.pigeons(4))
        self.assertEqual(self.results("item"), [("a", "dead")])

    def test_a_pack_with_nothing_in_it(self):
        self.path("pack.yaml", HEAD + PHASE + "items: []\n")
        self.check(run("prove", self.folder), 0, b"1 obligation: 1 proved, 0 failed, 0 dead, 0 not decided\n")

    def test_large_numbers_stay_exact(self):
        big = "questions:\n  - {id: n, ask: q, type: integer, range: -4000000000000..4000000000000}\n"
        self.path("pack.yaml", HEAD + big + self.items(item("a", "offer: n * 1000003 == 3999999999999000003"), item("b", "offer: n * 1000003 == 2000006 and n / 7 < 1")))
        self.assertEqual(self.results("item"), [("a", "dead"), ("b", "proved")])


class Usage(Proof):
    def test_exit_statuses(self):
        folder = self.pack(self.items(item("a")))
        for arguments, status, words in [(["-f", "yaml"], 2, b"text or json"), (["--timeout", "0"], 2, b"seconds"), (["--timeout", "x"], 2, b"seconds"),
                                         (["--timeout", "-1"], 2, b"seconds"), (["--timeout", "99999999"], 2, b"seconds"), (["--week", "1"], 2, b"no option"),
                                         (["-o", "/no/such/folder/x"], 0, b"")]:
            result = run("prove", folder, *arguments)
            self.check(result, status, err=words)
        self.check(run("prove", "/no/such"), 4, err=b"cannot be read")
        self.check(run("prove", "no-such-pack"), 2, err=b"no built-in pack")
        self.path("pack.yaml", "stepcare: 1\nid: x\n")
        result = run("prove", folder)
        self.check(result, 3, err=b"needs the key 'title'")
        self.assertEqual(result.stdout, b"")
        self.pack(self.items(item("a")), ["never: offered(a)"])
        self.check(run("prove", folder, "-o", "/no/such/folder/x"), 4, err=b"cannot be written")
        with open("/dev/full", "w") as full:
            result = subprocess.run([PROGRAM, "prove", folder], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 4)
        self.assertIn(b"cannot be written", result.stderr)

    def test_the_program_is_found_beside_the_main_one_and_takes_the_same_options(self):
        part = PROGRAM + "-prove"
        folder = self.pack(self.items(item("a")), ["never: offered(a)"])
        own = subprocess.run([part, folder], capture_output=True)
        self.assertEqual((own.returncode, own.stdout), (1, run("prove", folder).stdout))
        self.assertEqual(subprocess.run([part, "-h"], capture_output=True).stdout, run("prove", "-h").stdout)
        self.check(run("prove", "-p", folder), 1)
        self.check(run("prove", "--version"), 0, b"stepcare 1.0.0\n")

    def test_it_is_found_in_the_libexec_folder(self):
        os.makedirs(self.path("bin"))
        os.makedirs(self.path("libexec"))
        shutil.copy(PROGRAM, self.path("bin/stepcare"))
        shutil.copy(PROGRAM + "-prove", self.path("libexec/stepcare-prove"))
        result = subprocess.run([self.path("bin/stepcare"), "prove"], capture_output=True)
        self.check(result, 0, b" 0 failed")

    def test_foreign_words_are_shown_safely(self):
        folder = self.path("a\u202eb\x1b[31m")
        os.mkdir(folder)
        with open(os.path.join(folder, "pack.yaml"), "w", encoding="utf-8") as file:
            file.write(HEAD + QUESTIONS + self.items(item("a", "offer: age > 200")))
        out = run("prove", folder).stdout
        self.assertNotIn(b"\x1b", out)
        self.assertNotIn("\u202e".encode(), out)


if __name__ == "__main__":
    unittest.main()
