"""`stepcare test`, end to end: how a failure reads, what a harness gets, which rules the cases have not seen."""

import json
import os
import re
import shutil
import subprocess
import unittest

from run import PROGRAM, SOURCE, House, run

HEAD = "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\n"
KNEE = HEAD + """questions:
  - {id: swollen, ask: q, type: yes-no}
  - {id: walk, ask: q, type: integer, range: 0..120}
  - {id: ulcer, ask: q, type: yes-no}
alerts:
  - {id: hot, level: urgent, when: swollen, say: See a doctor today.}
  - {id: slow, level: note, when: walk < 5, say: That is little.}
phase: p
weeks: 1-4
goal: Find out what the knee can do.
items:
  - {id: walking, kind: exercise, title: Walking, say: An easy pace on flat ground., offer: walk > 0,
     schedule: [{when: walk < 10, start: walk, add: 1, until: 12, unit: minutes}, {start: 10, add: 5, until: 30, unit: minutes}]}
  - {id: rest, kind: advice, title: Rest, say: Sit down., avoid: [{when: walk > 60, say: You walk far.}]}
ladder:
  id: tablets
  otherwise: o
  exhausted: e
  steps:
    - {id: one, title: One, items: [{id: nsaid, kind: medicine, title: NSAID, say: s, ask: Could it help?, avoid: [{id: ulcer, when: ulcer, say: You have had one.}]}]}
    - {id: two, title: Two, items: [{id: other, kind: medicine, title: Other, say: s, ask: Could that help?}]}
"""


class Tested(House):
    def pack(self, text, **cases):
        self.path("pack.yaml", text)
        os.makedirs(self.path("cases"), exist_ok=True)
        for name, case in cases.items():
            self.path("cases/%s.yaml" % name, case)
        return self.folder

    def failure(self, expect, answers="swollen: no, walk: 8, ulcer: no"):
        """What is printed below the line of the one case that fails, without the folder."""
        folder = self.pack(KNEE, a="case: A\nanswers: {%s}\nexpect:\n%s" % (answers, expect))
        result = run("test", folder)
        self.check(result, 1, b"1 case, 1 failed\n")
        lines = result.stdout.decode().replace(folder + "/", "").splitlines()
        self.assertEqual(lines[0], "FAILED  cases/a.yaml: A")
        return lines[1:-1]


class Failures(Tested):
    HEADING = "              expected                          came"

    def test_each_key_shows_what_is_missing_too_much_and_different(self):
        for expect, shown in [
                ("  status: incomplete\n", ["  cases/a.yaml:4:11: status",
                                            "    differs   incomplete                        ready"]),
                ("  alerts: [hot]\n", ["  cases/a.yaml:4:11: alerts", "    missing   hot"]),
                ("  alerts: {hot: urgent}\n", ["  cases/a.yaml:4:11: alerts", "    missing   hot: urgent"]),
                ("  offered: [rest, other]\n", ["  cases/a.yaml:4:12: offered, 1 more as expected",
                                                "    too much                                    nsaid",
                                                "    missing   other                             it is later",
                                                "    too much                                    walking"]),
                ("  withheld: {nsaid: [ulcer], rest: [1]}\n", ["  cases/a.yaml:4:13: withheld",
                                                               "    missing   nsaid: ulcer                      it is offered",
                                                               "    missing   rest: 1                           it is offered"]),
                ("  withheld: {nsaid: []}\n", ["  cases/a.yaml:4:13: withheld",
                                               "    missing   nsaid: nothing                    it is offered"]),
                ("  needs: {nsaid: [ulcer]}\n", ["  cases/a.yaml:4:10: needs",
                                                 "    missing   nsaid: ulcer                      it is offered"]),
                ("  missing: [walk]\n", ["  cases/a.yaml:4:12: missing", "    missing   walk"]),
                ("  step: {tablets: two}\n", ["  cases/a.yaml:4:9: step",
                                              "    differs   tablets: two                      tablets: one"]),
                ("  step: {tablets: null}\n", ["  cases/a.yaml:4:9: step",
                                               "    differs   tablets: null                     tablets: one"]),
                ("  step: {}\n", ["  cases/a.yaml:4:9: step",
                                  "    too much                                    tablets: one"]),
                ("  ladder: {tablets: exhausted}\n", ["  cases/a.yaml:4:11: ladder",
                                                      "    differs   tablets: exhausted                tablets: on-step"]),
                ("  schedule: {walking: [8, 9, 10]}\n", ["  cases/a.yaml:4:13: schedule",
                                                         "    differs   walking: 8, 9, 10                 walking: 8, 9, 10, 11"]),
                ("  prints:\n    - Walking\n    - An easy pace on flat grund\n    - Camels by moonlight\n",
                 ["  cases/a.yaml:6:7: prints", "    missing   An easy pace on flat grund        An easy pace on flat ground.",
                  "  cases/a.yaml:7:7: prints", "    missing   Camels by moonlight"]),
                ("  prints: [A slow pace on flat ground.]\n", ["  cases/a.yaml:4:12: prints",
                                                               "    missing   A slow pace on flat ground.       An easy pace on flat ground."]),
        ]:
            with self.subTest(expect):
                self.assertEqual(self.failure(expect), [self.HEADING] + shown)
        shown = self.failure("  prints_not: [easy pace, Swimming]\n")
        self.assertEqual(shown[1], "  cases/a.yaml:4:16: prints_not")
        self.assertRegex("\n".join(shown[2:]), r"^    too much {36}\S.* An easy\n {48}pace on\b")

    def test_in_a_plan_that_is_withheld_that_is_said(self):
        self.assertEqual(self.failure("  alerts: {hot: emergency}\n  offered: [rest]\n", "swollen: yes"),
                         [self.HEADING, "  cases/a.yaml:4:11: alerts", "    differs   hot: emergency                    hot: urgent",
                          "  cases/a.yaml:5:12: offered", "    missing   rest                              the plan is withheld"])

    def test_all_differences_of_a_case_are_shown_under_one_heading(self):
        shown = self.failure("  status: incomplete\n  missing: [walk]\n  step: {tablets: two}\n")
        self.assertEqual([line for line in shown if line.startswith("  c")],
                         ["  cases/a.yaml:4:11: status", "  cases/a.yaml:5:12: missing", "  cases/a.yaml:6:9: step"])
        self.assertEqual(shown.count(self.HEADING), 1)

    def test_a_long_line_is_broken_inside_of_its_column(self):
        shown = self.failure("  prints: [\"%s\"]\n" % ("Find out what the knee can " * 3 + "do at all"))
        self.assertGreater(len(shown), 3)
        for line in shown:
            self.assertLessEqual(len(line), 80)

    def test_an_invariant_that_does_not_hold_is_shown_as_it_is_written(self):
        folder = self.pack(KNEE + "invariants:\n  - {id: no-rest, never: offered(rest) and walk > 3}\n",
                           a="case: A\nanswers: {swollen: no, walk: 8}\nexpect: {}\n")
        result = run("test", folder)
        self.check(result, 1, b"1 case, 1 failed\n")
        line = KNEE.count("\n") + 2
        self.assertEqual(result.stdout.decode().replace(folder + "/", "").splitlines()[1:-1],
                         ["  pack.yaml:%d:5: the invariant 'no-rest' does not hold" % line, "    never: offered(rest) and walk > 3"])

    def test_what_a_case_cannot_mean_is_an_error_at_its_place(self):
        for expect, message in [("status: done", b"cases/a.yaml:3:18: error: there is no status 'done'"), ("alerts: {hot: red}", b"there is no level 'red'"),
                                ("alerts: [cold]", b"there is no alert 'cold'"), ("offered: [walk]", b"there is no item 'walk'"),
                                ("withheld: {nsaid: [2]}", b"there is no reason '2'"), ("needs: {nsaid: [x]}", b"there is no question 'x'"),
                                ("step: {tablets: three}", b"there is no step 'three'"), ("ladder: {tablets: high}", b"there is no state of a ladder 'high'"),
                                ("schedule: {x: [1]}", b"there is no item 'x'"), ("prints: x", b"a list is expected here"), ("offered: {}", b"a list is expected here"),
                                ("withheld: []", b"a mapping is expected here"), ("step: {stairs: one}", b"there is no ladder 'stairs'"),
                                ("offered: [[rest]]", b"a word is expected here")]:
            with self.subTest(expect):
                result = run("test", self.pack(KNEE, a="case: A\nanswers: {swollen: no}\nexpect: {%s}\n" % expect))
                self.check(result, 3, err=message)
                self.assertEqual(result.stdout, b"")

    def test_quiet_prints_only_what_is_wrong(self):
        good = "case: G\nanswers: {swollen: yes}\nexpect: {status: withheld}\n"
        folder = self.pack(KNEE, a=good, b=good.replace("withheld", "ready"))
        self.assertEqual(run("test", folder, "-q").stdout.splitlines()[0], b"FAILED  cases/b.yaml: G")
        self.assertNotIn(b"cases", run("test", folder, "-q").stdout.splitlines()[-1])
        os.remove(self.path("cases/b.yaml"))
        result = run("test", folder, "-q")
        self.check(result, 0)
        self.assertEqual(result.stdout, b"")

    def test_a_pack_without_cases(self):
        folder = self.pack(KNEE)
        self.assertEqual(run("test", folder).stdout, b"0 cases, 0 failed\n")


class Coverage(Tested):
    QUESTIONS = "questions:\n  - {id: a, ask: q, type: yes-no}\n  - {id: b, ask: q, type: yes-no}\n  - {id: n, ask: q, type: integer, range: 0..9}\n"
    PHASE = "phase: p\nweeks: 1-4\ngoal: g\n"

    def gaps(self, body, *sheets):
        """What the cases with these answers have not seen: rule, missing, seen."""
        shutil.rmtree(self.path("cases"), ignore_errors=True)
        cases = {"c%d" % number: "case: C\nanswers: {%s}\nexpect: {}\n" % sheet for number, sheet in enumerate(sheets)}
        folder = self.pack(HEAD + self.QUESTIONS + body, **cases)
        result = run("test", folder, "--coverage")
        self.assertEqual(result.stderr, b"")
        found = re.findall(r"^GAP     (.*): not seen (.*)$", result.stdout.decode(), re.M)
        self.assertEqual(result.returncode, 1 if found else 0)
        self.assertEqual(run("test", folder, "--coverage", "-f", "tap").stdout.count(b"\nnot ok "), len(found))
        return dict(found)

    def items(self, *items):
        return self.PHASE + "items:\n" + "".join("  - {id: i%d, kind: advice, title: T, say: s, %s}\n" % (number, item) for number, item in enumerate(items))

    def test_both_truths_are_wanted_and_one_sheet_shows_one(self):
        body = self.items("offer: a")
        self.assertEqual(self.gaps(body), {"item 'i0', offer": "at all"})
        self.assertEqual(self.gaps(body, "a: yes"), {"item 'i0', offer": "false"})
        self.assertEqual(self.gaps(body, "a: no"), {"item 'i0', offer": "true"})
        self.assertEqual(self.gaps(body, ""), {"item 'i0', offer": "true or false"})
        self.assertEqual(self.gaps(body, "", "a: yes", "a: no"), {})

    def test_a_key_that_is_left_out_is_no_rule(self):
        body = "warnings:\n  - {say: w}\n" + self.PHASE + (
            "ladder: {id: l, otherwise: o, exhausted: e, steps: [{id: s, title: T, items: [{id: i, kind: advice, title: T, say: s}]}]}\n")
        self.assertEqual(self.gaps(body), {})

    def test_what_can_be_one_way_alone_is_wanted_that_way_and_unknown(self):
        body = self.items("caution: [{when: yes, say: s}, {when: n >= 0, say: s}, {when: n > 9, say: s}, {when: 'n > 9 and a', say: s}, {when: n > 8, say: s}]")
        names = ["item 'i0', caution %d" % number for number in range(1, 6)]
        self.assertEqual(self.gaps(body, "n: 5"), dict(zip(names[1:], ["unknown", "unknown", "unknown", "true"])))
        self.assertEqual(self.gaps(body, "n: 9", ""), dict(zip(names[4:], ["false"])))
        self.assertEqual(self.gaps(body, ""), dict(zip(names[1:], ["true", "false", "false", "true or false"])))

    def test_an_alert_that_withholds_counts_always_a_note_in_a_printed_plan(self):
        body = "alerts:\n  - {id: x, level: urgent, when: a, say: s}\n  - {id: y, level: clinician, when: b, say: s}\n  - {id: z, level: note, when: n > 5, say: s}\n"
        body += self.items("offer: yes")
        self.assertEqual(self.gaps(body, "a: yes, b: no, n: 6"),
                         {"alert 'x'": "false", "alert 'y'": "true", "alert 'z'": "at all", "item 'i0', offer": "at all"})
        self.assertEqual(self.gaps(body, "a: yes, b: no, n: 6", "a: no, n: 9", "a: no, b: no, n: 6", "a: yes, b: yes, n: 1"), {"alert 'z'": "false"})

    def test_nobody_asks_for_an_offer_behind_a_true_avoid_or_for_spent_behind_a_false_offer(self):
        body = self.items("offer: a, spent: n > 5, avoid: [{when: b, say: s}]")
        offer, spent, avoid = "item 'i0', offer", "item 'i0', spent", "item 'i0', avoid 1"
        self.assertEqual(self.gaps(body, "a: yes, b: yes, n: 9", "a: no, b: yes, n: 1"), {offer: "at all", spent: "at all", avoid: "false"})
        self.assertEqual(self.gaps(body, "a: no, b: no, n: 9", "a: no, b: no, n: 1"), {offer: "true", spent: "at all", avoid: "true"})
        self.assertEqual(self.gaps(body, "a: yes, b: no, n: 9", "a: no, n: 1", "b: yes, a: no"), {spent: "false"})
        self.assertEqual(self.gaps(body, "a: yes, b: no, n: 9", "n: 1", "b: yes, a: no", "a: no, b: no"), {})

    def test_behind_a_gate_that_is_false_nobody_asks_either(self):
        body = self.PHASE + ("ladder: {id: l, when: a, otherwise: o, exhausted: e, steps: [{id: s, title: T, items: ["
                             "{id: i, kind: advice, title: T, say: s, offer: b, notes: [{when: n > 5, say: s}]}]}]}\n")
        gate, offer, note = "ladder 'l', gate", "item 'i', offer", "item 'i', note 1"
        self.assertEqual(self.gaps(body, "a: no, b: yes, n: 9"), {gate: "true", offer: "at all", note: "at all"})
        self.assertEqual(self.gaps(body, "a: yes, b: yes, n: 9", "a: yes, b: no, n: 1", "a: no"), {note: "false"})

    def test_cautions_and_notes_count_beside_an_item_that_is_offered(self):
        body = self.items("offer: a, caution: [{when: b, say: s}], notes: [{when: b, say: s}]")
        both = lambda truth: {"item 'i0', caution 1": truth, "item 'i0', note 1": truth}
        self.assertEqual(self.gaps(body, "a: no, b: yes", "a: yes, b: no"), both("true"))
        self.assertEqual(self.gaps(body, "a: no, b: yes", "a: yes"), both("true or false"))
        self.assertEqual(self.gaps(body, "a: no", "a: yes, b: no", "a: yes, b: yes"), {})

    def test_a_warning_counts_beside_its_kinds(self):
        body = "warnings:\n  - {id: w, when: b, say: s, beside: [advice]}\n  - {id: v, when: b, say: s}\n" + self.items("offer: a")
        self.assertEqual(self.gaps(body, "a: no, b: yes", "a: yes, b: no"), {"warning 'w'": "true"})
        self.assertEqual(self.gaps(body, "a: no, b: no", "a: yes, b: yes"), {"warning 'w'": "false"})

    def test_a_variant_counts_where_its_text_is_printed_and_none_before_it_is_taken(self):
        body = self.items("offer: a, why: [{when: n > 5, say: x}, {when: b, say: y}, {say: z}]")
        first, second = "item 'i0', why, variant 1", "item 'i0', why, variant 2"
        self.assertEqual(self.gaps(body, "a: no, n: 9, b: yes", "a: no, n: 1, b: no"), {"item 'i0', offer": "true", first: "at all", second: "at all"})
        self.assertEqual(self.gaps(body, "a: no", "a: yes, n: 9, b: yes"), {first: "false", second: "at all"})
        self.assertEqual(self.gaps(body, "a: no", "a: yes, n: 9", "a: yes, n: 1, b: yes"), {second: "false"})
        self.assertEqual(self.gaps(body, "a: no", "a: yes, n: 9", "a: yes, n: 1, b: yes", "a: yes, n: 1, b: no"), {})

    def test_a_variant_that_is_passed_over_counts_as_false_and_unknown_passes_it_over(self):
        body = self.items("why: [{when: a, say: x}, {when: not a, say: y}, {say: z}]")
        first, second = "item 'i0', why, variant 1", "item 'i0', why, variant 2"
        self.assertEqual(self.gaps(body, "a: yes", "a: no"), {second: "false"})
        self.assertEqual(self.gaps(body, "a: yes", ""), {second: "true"})
        self.assertEqual(self.gaps(body, "a: yes", "", "a: no"), {})
        self.assertEqual(self.gaps(self.items("why: [{when: n >= 0, say: x}, {say: z}]"), "n: 3"), {first: "false"})
        self.assertEqual(self.gaps(self.items("why: [{when: n >= 0, say: x}, {say: z}]"), "n: 3", ""), {})
        self.assertEqual(self.gaps(self.items("why: [{when: n > 9, say: x}, {say: z}]"), ""), {})
        self.assertEqual(self.gaps(self.items("why: [{when: yes, say: x}, {say: z}]"), ""), {})

    def test_a_variant_of_a_schedule_is_true_where_it_is_taken(self):
        body = self.items("schedule: [{when: a, start: n, unit: u}, {start: 1, unit: u}]")
        self.assertEqual(self.gaps(body, "a: no", "a: no, n: 3"), {"item 'i0', schedule, variant 1": "true"})
        self.assertEqual(self.gaps(body, "a: yes", "a: yes, n: 3"), {})

    def test_how_a_gap_reads(self):
        self.gaps(self.items("avoid: [{id: x, when: 'a  and\n      n > 5', say: s}]"), "a: yes, n: 9")
        result = run("test", self.folder, "--coverage")
        self.assertEqual(result.stdout.decode().replace(self.folder + "/", ""),
                         "ok      cases/c0.yaml: C\nGAP     item 'i0', avoid 'x': not seen false\n          pack.yaml:15:68\n          a and n > 5\n"
                         "1 case, 0 failed\n1 rule, 1 with a gap\n")
        quiet = run("test", self.folder, "--coverage", "-q")
        self.check(quiet, 1)
        self.assertEqual(quiet.stdout, b"".join(result.stdout.splitlines(True)[1:4]))
        self.check(run("test", self.folder), 0)
        harness = run("test", self.folder, "--coverage", "-f", "tap")
        self.check(harness, 1, b"1..2\nok 1 - cases/c0.yaml: C\nnot ok 2 - item 'i0', avoid 'x'\n  ---\n  differences:\n    - is: \"gap\"\n"
                               b"      about: \"a and n > 5\"\n      expected: \"false\"\n      came: \"true\"\n")


class Harness(Tested):
    """Test Anything Protocol, version 13."""

    HOSTILE = ["Ana # SKIP not now", "Ben # TODO later", "a\\\\ # b", "two\\nlines", "\\u202Eright to left", "- 1..0", "ok 7", "\\\"quoted\\\": x", "  ---"]

    def points(self, output):
        """A small harness of our own: the points in order, each with its block, read as JSON where it is quoted."""
        lines = output.decode().splitlines()
        self.assertEqual(lines[0], "TAP version 13")
        plan = re.fullmatch(r"1\.\.(\d+)( # SKIP .*)?", lines[1])
        self.assertIsNotNone(plan, lines[1])
        points, block = [], None
        for line in lines[2:]:
            if block is not None:
                if line == "  ...":
                    block = None
                    continue
                self.assertTrue(line.startswith("  "), line)
                value = re.fullmatch(r"    [- ] (\w+): (.*)", line)
                if value:
                    block.append((value[1], None if value[2] == "~" else json.loads(value[2])))
                else:
                    self.assertEqual(line, "  differences:")
                continue
            if line == "  ---":
                self.assertFalse(points[-1][0])
                block = points[-1][2]
                continue
            point = re.fullmatch(r"(not )?ok (\d+) - ((?:[^#\\]|\\[#\\])*)", line)
            self.assertIsNotNone(point, line)
            self.assertEqual(int(point[2]), len(points) + 1)
            points.append((point[1] is None, re.sub(r"\\([#\\])", r"\1", point[3]), []))
        self.assertIsNone(block)
        self.assertEqual(len(points), int(plan[1]))
        return points

    def judge(self, output):
        """Perl's harness, where it is there: the numbers of the points that are not ok."""
        if shutil.which("prove") is None:
            return None
        path = self.path("result.tap")
        with open(path, "wb") as file:
            file.write(output)
        result = subprocess.run(["prove", "-e", "cat", path], capture_output=True, text=True)
        self.assertNotIn("Parse errors", result.stdout + result.stderr)
        self.assertNotIn("TODO passed", result.stdout)
        self.assertNotIn("skipped", result.stdout)
        failed = re.search(r"Failed tests?: +(.*)", result.stdout)
        self.assertEqual(result.returncode, 1 if failed else 0)
        return failed[1] if failed else ""

    def test_the_cases_of_the_built_in_pack(self):
        result = run("test", "-f", "tap")
        self.check(result, 0)
        points = self.points(result.stdout)
        self.assertTrue(all(good for good, _, _ in points))
        self.assertEqual(points[0][1], "cases/01-ana.yaml: Ana, 42, works in an office")
        self.assertIn(self.judge(result.stdout), (None, ""))

    def test_names_that_would_be_directives_or_lines_of_their_own(self):
        cases = {"c%d" % number: "case: \"%s\"\nanswers: {swollen: yes}\nexpect: {status: %s}\n" % (name, "withheld" if number % 2 else "ready")
                 for number, name in enumerate(self.HOSTILE)}
        cases["file\nnot ok 1 # TODO x"] = "case: F\nanswers: {}\nexpect: {status: withheld}\n"
        result = run("test", self.pack(KNEE, **cases), "-f", "tap")
        self.check(result, 1)
        points = self.points(result.stdout)
        self.assertEqual([good for good, _, _ in points], [bool(number % 2) for number in range(len(self.HOSTILE))] + [False])
        self.assertEqual(points[0][1], "cases/c0.yaml: Ana # SKIP not now")
        self.assertEqual(points[2][1], "cases/c2.yaml: a\\ # b")
        self.assertEqual(points[3][1], "cases/c3.yaml: two lines")
        self.assertEqual(points[4][1], "cases/c4.yaml: \\u{202e}right to left")
        self.assertEqual(points[9][1], "cases/file\\u{a}not ok 1 # TODO x.yaml: F")
        self.assertIn(self.judge(result.stdout), (None, "1, 3, 5, 7, 9-10"))

    def test_the_block_of_a_failure_holds_all_that_a_page_shows(self):
        folder = self.pack(KNEE, a="case: A\nanswers: {swollen: no, walk: 8, ulcer: no}\nexpect:\n  step: {tablets: two}\n"
                                   "  prints: ['\"a: b\" \\ # c']\n  offered: [rest]\n")
        result = run("test", folder, "-f", "tap")
        self.check(result, 1)
        (good, _, block), = self.points(result.stdout)
        self.assertFalse(good)
        place = [("file", folder + "/cases/a.yaml"), ("line", 6), ("column", 12)]
        self.assertEqual(block[:12], [("is", "too much"), ("about", "offered"), ("expected", None), ("came", "nsaid"), ("file", folder + "/cases/a.yaml"),
                                      ("line", 6), ("column", 12), ("is", "too much"), ("about", "offered"), ("expected", None), ("came", "walking"), place[0]])
        self.assertIn(("expected", "tablets: two"), block)
        self.assertIn(("came", "tablets: one"), block)
        self.assertIn(("expected", "\"a: b\" \\ # c"), block)
        self.assertIn(self.judge(result.stdout), (None, "1"))

    def test_no_cases_are_skipped_not_passed(self):
        result = run("test", self.pack(KNEE), "-f", "tap")
        self.check(result, 0)
        self.assertEqual(result.stdout, b"TAP version 13\n1..0 # SKIP no cases\n")

    def test_an_unknown_format_is_wrong_usage(self):
        self.check(run("test", "-f", "json"), 2, err=b"text or tap")

    def test_a_full_disk_is_said(self):
        with open("/dev/full", "w") as full:
            result = subprocess.run([PROGRAM, "test"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 4)
        self.assertIn(b"cannot be written", result.stderr)


if __name__ == "__main__":
    unittest.main()
