"""`stepcare why` and `stepcare plan --why`, end to end: what decided, and what would have to change."""

import itertools
import json
import os
import re
import unittest

from run import CASES, SCREENED, House, case, make_terminals, run
from run import Terminal as Prompts


def why(identifier, *arguments):
    return run("why", identifier, "--today", "2026-11-23", *arguments)


def page(identifier, *arguments):
    """The words of a page, lines joined."""
    result = why(identifier, *arguments, "--width", "200")
    return re.sub(r"\s+", " ", result.stdout.decode())


def explained(identifier, *arguments):
    return json.loads(why(identifier, "-f", "json", *arguments).stdout)


def everything(pack_arguments=()):
    """Every item of the built-in pack with its status for a sheet, as the plan has it."""
    plan = json.loads(run("plan", *pack_arguments, "-f", "json").stdout)
    return {item["id"]: item for phase in plan["phases"] for item in phase["items"]}


# The cases with a number; the others each hold one rule.
PEOPLE = sorted(name for name in os.listdir(CASES) if name[0].isdigit())

# In each case of ibuprofen: the sentence, what a nurse has to find, and what would mislead her.
IBUPROFEN = {
    "01-ana": ("a question to take to your clinician", ["No reason against it is true (looked at: 27)", "not true You have kidney disease. (kidney in conditions, line "], ["would have to change"]),
    "02-ben": ("there is no plan now", ["Go to an emergency department now", "Call 911", "Apart from that: not needed"], ["could it be"]),
    "03-chloe": ("Ibuprofen is withheld", ["With your water tablet it can harm the kidneys", "diuretic in medicines"], []),
    "04-dev": ("Ibuprofen is withheld", ["You have had a stomach ulcer or bleed. true [1,2, doubts]", "ulcer_or_bleed in conditions",
                                         "avoid ulcer, phases/2-medication.yaml:", "Each of these would have to be untrue"], []),
    "05-eva": ("Ibuprofen is withheld", ["antidepressant_like: true", "Even then: Ibuprofen is not in the plan: it was tried already"], []),
    "06-fay": ("Ibuprofen is withheld", ["you are or may be pregnant", "pregnant in body or trying in body, medicine-rules.yaml:3"], []),
    "07-gus": ("by your answers it is not needed", ["wants_medicine: no", "not known You have had a stomach ulcer or bleed.", "This would have to be true"], []),
    "08-hana": ("there is no plan now", ["Tell your cancer team or a doctor", "cancer-with-night-pain"], ["could it be"]),
    "09-ian": ("a question to take to your clinician", ["No reason against it is true"], []),
    "10-jo": ("there is no plan now", ["Thank you for saying so", "safety_now == thoughts"], ["could it be"]),
    "11-kim": ("Ibuprofen waits for an answer", ["conditions", "not answered", "not known You have kidney disease"], []),
    "12-lee": ("there is no plan now", ["This plan is for pain that has lasted more than 12 weeks", "not lasting"], ["could it be"]),
}


class Why(House):
    def test_a_nurse_finds_what_she_needs_in_each_case(self):
        for name, (sentence, there, not_there) in IBUPROFEN.items():
            with self.subTest(name):
                text = page("ibuprofen", "-a", case(name))
                self.assertIn(sentence, text)
                for words in there:
                    self.assertIn(words, text)
                for words in not_there:
                    self.assertNotIn(words, text)

    def test_rules_and_status_are_those_of_the_plan(self):
        for name in PEOPLE:
            sheet = ["-a", os.path.join(CASES, name)]
            for identifier, item in everything(sheet).items():
                found = explained(identifier, *sheet)["explained"][0]
                self.assertEqual((found["status"], found["title"]), (item["status"], item["title"]))
                decided = [(rule["rule"], rule["value"], rule["when"], rule["answers"]) for rule in found["rules"] if rule["decided"]]
                because = [(rule["rule"], rule["value"], rule["when"], rule["answers"]) for rule in item["because"] if rule["rule"] != "ladder"]
                self.assertEqual(decided, because, (name, identifier))
                self.assertEqual(bool(found["in_the_way"]), item["status"] != "offered")

    def test_places_are_those_of_the_files(self):
        folder = os.path.dirname(CASES)
        for rule in explained("ibuprofen", "-a", case("04-dev"))["explained"][0]["rules"]:
            with open(os.path.join(os.path.dirname(folder), rule["file"]), encoding="utf-8") as file:
                line = file.read().split("\n")[rule["line"] - 1]
            self.assertIn(rule["when"], line[rule["column"] - 1:])

    def test_an_unanswered_sheet(self):
        for words in ("Ibuprofen is not in the plan: there is no plan before the first questions are answered.", "Do you have any of these now?"):
            self.assertIn(words, page("ibuprofen"))
        self.assertEqual(explained("ibuprofen")["status"], "unscreened")
        self.assertIsNone(explained("ibuprofen")["explained"][0]["status"])
        self.check(why("conditions"), 0, b"not answered")
        self.check(why("medicines"), 0, b"There is no plan before")

    def test_nothing_is_offered_where_a_red_flag_withholds_the_plan(self):
        for identifier in everything(["-a", case("01-ana")]):
            text = page(identifier, "-a", case("01-ana"), "-s", "flags_now=saddle")
            self.assertLess(text.index("Go to an emergency department now"), text.index("is not in the plan"))
            for offer in ("is in the plan.", "is a question to take", "could it be", "You stand on"):
                self.assertNotIn(offer, text)

    def test_steps_and_what_would_have_to_change(self):
        for name, identifier, words in [
                ("04-dev", "second-line", ["You stand on this step"]),
                ("04-dev", "first-line", ["is passed", "Something here would have to be left for you.", "What keeps each out, 'stepcare why' tells: ibuprofen, naproxen."]),
                ("04-dev", "third-line", ["is for later", "Nothing may be left for you on an earlier step: A muscle relaxant, or gabapentin."]),
                ("07-gus", "first-line", ["These steps are not needed", "This would have to be true:"]),
                ("02-ben", "first-line", ["There is no plan now", "Nothing of what comes first may be true"])]:
            text = page(identifier, "-a", case(name))
            for there in words:
                self.assertIn(there, text, (name, identifier))
            self.assertEqual("would have to change" in text, len(words) > 1, (name, identifier))
        text = page("first-line", *SCREENED)
        self.assertIn("Whether these steps are needed is not known yet.", text)
        self.assertIn("These must be answered, and no answer may speak against it: If pain still stops your exercises", text)

    def test_an_alert_says_what_it_does_where_it_is_true(self):
        for name, identifier, words in [
                ("01-ana", "cauda-equina", ["cauda-equina is not true.", "no plan is printed, only what to do. It says: Get help now."]),
                ("02-ben", "cauda-equina", ["cauda-equina is true, and withholds the plan."]),
                ("01-ana", "inflammatory-refer", ["Where it is true it is printed with the plan.", "would have to be true"])]:
            for there in words:
                self.assertIn(there, page(identifier, "-a", case(name)))

    def test_an_id_of_two_kinds(self):
        text = page("medicines", "-a", case("04-dev"))
        self.assertIn("STEPS You stand on this step: A muscle relaxant, or gabapentin.", text)
        self.assertIn("QUESTION Do you take any of these? Tick all that fit.", text)
        kinds = [found["kind"] for found in explained("medicines", "-a", case("04-dev"))["explained"]]
        self.assertEqual(kinds, ["ladder", "question"])

    def test_what_hangs_on_a_question(self):
        readers = explained("body", "-a", case("06-fay"))["explained"][0]["readers"]
        through = [reader for reader in readers if reader["of_id"] == "ibuprofen" and reader["id"] == "pregnant"]
        self.assertEqual([(reader["rule"], reader["value"], reader["directly"]) for reader in through], [("avoid", True, False)])
        self.assertIn(("fact", "pregnant_or_trying"), {(reader["rule"], reader["of_id"]) for reader in readers})
        self.assertIn("avoid pregnant (through pregnant_or_trying)", page("body", "-a", case("06-fay")))
        self.assertIn("It is missing: a decision waits for it.", page("conditions", "-a", case("11-kim")))
        self.assertIn("Nothing in the pack reads it.", page("drives", "-p", self.pack(), "-s", "ulcer=no"))

    def pack(self):
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: [items.yaml]\n"
                  "questions:\n  - {id: ulcer, ask: An ulcer?, type: yes-no}\n  - {id: drives, ask: Do you drive?, type: yes-no}\n"
                  "  - {id: t, ask: T?, type: text}\n")
        self.path("items.yaml", "phase: p\nweeks: 1+\ntitle: P\ngoal: g\nitems:\n"
                  "  - {id: pill, kind: medicine, title: Pill, say: s, ask: 'A pill?', offer: not ulcer,\n"
                  "     avoid: [{when: ulcer, say: 'You said {t}.'}]}\n")
        return self.folder

    def test_of_a_folder(self):
        text = page("pill", "-p", self.pack(), "-s", "ulcer=yes")
        self.assertIn("Pill is withheld", text)
        self.assertIn("avoid 1, items.yaml:7", text)
        # With the ulcer away the offer stands in the way; the engine was asked, and not the rule above.
        self.assertIn("Even then: Pill is not in the plan: by your answers it is not needed.", text)
        self.assertEqual([step["status"] for step in explained("pill", "-p", self.folder, "-s", "ulcer=yes")["explained"][0]["in_the_way"]],
                         ["withheld", "not-needed"])
        self.check(why("pill", "-p", self.folder, "-s", "ulcer=no"), 0, b"Pill is a question to take")

    def test_hostile_answers(self):
        hostile = "t=\033[31m\u202e<b>*x*"
        result = run("why", "pill", "-p", self.pack(), "-s", "ulcer=yes", "-s", "t=<b>*x*\u202e|%s%n")
        self.check(result, 0, rb"You said <b>*x*\u{202e}|%s%n.")
        result = run("why", "pill", "-p", self.folder, "-s", "ulcer=yes", "-s", "t=<b>*x*", "-f", "markdown")
        self.check(result, 0, rb"&lt;b\>\*x\*")
        self.check(run("why", "pill", "-p", self.folder, "-s", hostile), 3, b"", b"a control character (U+001B)")
        self.check(run("why", "t", "-p", self.folder, "-s", "t=" + "x" * 3000, "-f", "json"), 0, b"x" * 3000)

    def test_in_spanish(self):
        text = page("ibuprofen", "-a", case("04-dev"), "--lang", "es")
        for words in ("Ibuprofeno: se deja fuera", "Ha tenido una úlcera o un sangrado de estómago", "Qué tendría que cambiar",
                      "¿Tiene, o ha tenido alguna vez, algo de esto?", "ulcer_or_bleed in conditions"):
            self.assertIn(words, text)
        for words in (" true ", "not true", "as written", "withheld", "answers", "Only then"):
            self.assertNotIn(words, text)
        self.check(run("why", "ibuprofen", "-a", case("04-dev"), env={"LC_ALL": "es_ES.UTF-8"}), 0, "se deja fuera".encode())
        self.assertEqual(explained("ibuprofen", "-a", case("04-dev"), "--lang", "es")["pack"]["language"], "es")

    def test_exit_statuses(self):
        for arguments, hint in [([], b"needs an ID"), (["ibuprofn"], b"did you mean 'ibuprofen'"), (["zzzzzzz"], b"lists items by their id"),
                                (["lastng"], b"did you mean 'lasting'"),
                                (["IBUPROFEN"], b"did you mean 'ibuprofen'"), (["tummy brace"], b"did you mean 'tummy-brace'"), (["ibuprofen", "naproxen"], b"takes no 'naproxen'"),
                                (["ibuprofen", "-f", "tsv"], b"text, markdown, html, json"), (["ibuprofen", "-o", "x.tsv"], b"has no format 'tsv'"),
                                (["ibuprofen", "--today", "x"], b"no day"), (["ibuprofen", "--width", "1"], b"40 to 200"),
                                (["ibuprofen", "--lang", "de"], b"speaks en, es"), (["ibuprofen", "--start", "2026-11-30"], b"no option '--start'"),
                                (["\033[31m"], b"\\u{1b}[31m")]:
            with self.subTest(arguments):
                result = run("why", *arguments)
                self.check(result, 2, b"", hint)
                self.assertEqual(result.stdout, b"")
        self.check(run("why", "ibuprofen", "-s", "age=x"), 3, b"", b"a whole number from 0 to 120")
        self.check(run("why", "ibuprofen", "-a", "/no/such"), 4, b"", b"cannot be")
        self.check(run("why", "ibuprofen", "-a", case("01-ana"), "-o", "/no/such/x.txt"), 4, b"", b"cannot be written")
        # Whatever became of the plan, it was explained.
        for name in ("02-ben", "08-hana", "11-kim"):
            self.check(why("ibuprofen", "-a", case(name)), 0, b"")

    def test_a_file_follows_its_ending(self):
        for ending, start in [("txt", b"WHY: "), ("md", b"# Why: "), ("html", b"<!DOCTYPE html>"), ("json", b'{"stepcare":1')]:
            path = self.path("why." + ending)
            self.check(why("ibuprofen", "-a", case("01-ana"), "-o", path), 0, b"")
            with open(path, "rb") as file:
                self.assertTrue(file.read().startswith(start))

    def test_colour_is_never_a_signal_alone(self):
        for arguments in (["why", "ibuprofen"], ["plan", "--why"]):
            plain = run(*arguments, "-a", case("04-dev")).stdout
            coloured = run(*arguments, "-a", case("04-dev"), "--color", "always").stdout
            self.assertIn(b"\033[2m", coloured)
            self.assertEqual(plain, re.sub(rb"\033\[[012]m", b"", coloured))

    def test_many_rules_are_explained_in_bounded_time(self):
        rules = "".join("        - {when: 'n %s %d', say: 'S%d'}\n" % ("<>="[i % 2], i % 9, i) for i in range(10000))
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\nquestions:\n"
                  "  - {id: n, ask: %s, type: integer, range: 0..9}\nfacts:\n  f0: n > 1\n" % ("N" * 10000)
                  + "".join("  f%d: f%d and n > 2\n" % (i, i - 1) for i in range(1, 1900))
                  + "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - id: i\n    kind: advice\n    title: T\n    say: s\n    offer: f1899\n    avoid:\n" + rules)
        for identifier, words in [("i", b"S9999"), ("n", b"f1899"), ("f0", b"f1899"), ("f1899", b"f1898")]:
            for form in ("text", "markdown", "html", "json"):
                self.check(run("why", identifier, "-p", self.folder, "-s", "n=3", "-f", form, timeout=60), 0, words)


# What a rule has to be for it not to stand in the way of an item.
WANTED = {"avoid": False, "spent": False, "gate": True, "offer": True}
OUT = ("withheld", "not-needed", "spent")


class WhatWouldHaveToChange(House):
    """Answers are changed as a page says, and no more: the status has to follow, one thing behind the other."""

    def explained(self, identifier, answers):
        result = run("why", identifier, "-f", "json", "-a", "-", input=json.dumps(answers).encode())
        self.check(result, 0, b"")
        return json.loads(result.stdout)["explained"][0]

    def answers_to(self, question, given):
        """Those nearest to the one given come first."""
        options = [option["id"] for option in question.get("options", []) if option["id"] != "none"]
        if question["type"] == "yes-no":
            return [True, False]
        if question["type"] == "choices":
            given = given or []
            return [[other for other in given if other != option] for option in given] + [[]] + [given + [option] for option in options if option not in given]
        if question["type"] in ("integer", "decimal"):
            return range(question["min"], question["max"] + 1)
        return [option["id"] for option in question.get("options", [])]

    def changed(self, identifier, way, answers):
        """The answers with the rules in the way as they have to be, and every other rule of the item as it was."""
        wanted = {number: WANTED[rule["rule"]] for number, rule in enumerate(self.explained(identifier, answers)["rules"])
                  if number in way["rules"]}
        while True:
            rules = self.explained(identifier, answers)["rules"]
            left = [number for number in wanted if rules[number]["value"] != wanted[number]]
            if not left:
                return answers
            answers = self.nearer(identifier, rules, wanted, left, answers)

    def nearer(self, identifier, rules, wanted, left, answers):
        """One answer changed, or as few as it takes."""
        asked = list(dict.fromkeys(question for number in left for question in rules[number]["needs"] or rules[number]["answers"]))
        for few in range(1, len(asked) + 1):
            for chosen in itertools.combinations(asked, few):
                ways = [self.answers_to(self.questions[question], answers.get(question)) for question in chosen]
                for given in itertools.product(*ways):
                    tried = dict(answers, **dict(zip(chosen, given)))
                    now = self.explained(identifier, tried)
                    fewer = [number for number in wanted if now["rules"][number]["value"] != wanted[number]]
                    others = all(rule["value"] == before["value"] for number, (rule, before) in enumerate(zip(now["rules"], rules))
                                 if number not in wanted)
                    if now["status"] is not None and others and len(fewer) < len(left):
                        return tried
        self.fail("no answer does what %s needs: %s" % (identifier, [rules[number]["when"] for number in left]))

    def tried(self, steps, answers):
        """Everything on these steps was tried, without enough help."""
        for item in [item for step in steps for item in self.explained(step, answers)["items"] if item["status"] not in OUT]:
            for rule in self.explained(item["id"], answers)["rules"]:
                if rule["rule"] == "spent" and not rule["value"]:
                    option, question = rule["when"].split(" in ")
                    answers = dict(answers, **{question: answers.get(question, []) + [option]})
        return answers

    def test_whoever_changes_just_that_comes_to_what_was_said(self):
        questions = json.loads(run("questions", "-f", "json").stdout)["questions"]
        self.questions = {question["id"]: question for question in questions}
        followed, met = set(), set()
        for name in PEOPLE:
            plan = json.loads(run("plan", "-a", os.path.join(CASES, name), "-f", "json").stdout)
            for item in [item for phase in plan["phases"] for item in phase["items"] if item["status"] != "offered"]:
                freed, answers, ways = set(), plan["answers"], self.explained(item["id"], plan["answers"])["in_the_way"]
                if (item["id"], json.dumps(ways)) in followed:
                    continue
                followed.add((item["id"], json.dumps(ways)))
                for way, then in zip(ways, [way["status"] for way in ways[1:]] + ["offered"]):
                    met.add(way["status"])
                    answers = (self.tried(way["steps"], answers) if way["status"] == "later"
                               else self.changed(item["id"], way, answers))
                    now = self.explained(item["id"], answers)
                    freed.update(way["frees"])
                    if now["status"] == "later" != then and freed.issuperset(now["in_the_way"][0]["steps"]):
                        met.add("frees")
                        answers = self.tried(now["in_the_way"][0]["steps"], answers)
                        now = self.explained(item["id"], answers)
                    self.assertEqual(now["status"], then, (name, item["id"], ways))
        self.assertEqual(met, {"withheld", "not-needed", "spent", "later", "needs-answer", "frees"})


class PlanWhy(House):
    def lines(self, *arguments):
        """Each line of small print, whole."""
        text = run("plan", "--why", "-f", "markdown", *arguments).stdout.decode()
        return [line.strip(" >*").replace("\\", "") for line in text.split("\n") if line.strip(" >").startswith("*why: ")]

    def test_the_rules_stand_under_what_they_decided(self):
        lines = self.lines("-a", case("04-dev"))
        for line in ("why: walk_now > 0 is true (walk_now: 15), phases/1-therapy.yaml:19",
                     "why: no rule; it is for everyone",
                     "why: Duloxetine: another step comes first: A muscle relaxant, or gabapentin"):
            self.assertIn(line, lines)
        for start in ("why: Ibuprofen: ulcer_or_bleed in conditions is true (conditions: [ulcer_or_bleed]), phases/2-medication.yaml:",
                      "why: Naproxen: ulcer_or_bleed in conditions is true",
                      "why: wants_medicine is true (wants_medicine: yes), phases/2-medication.yaml:93; nothing left on the step: Anti-inflammatory"):
            self.assertTrue([line for line in lines if line.startswith(start)], start)
        self.assertTrue([line for line in lines if line.endswith("no reason against it is true (looked at: 17)")])

    def test_what_waits_what_was_tried_and_what_is_not_needed(self):
        waits = [line for line in self.lines("-a", case("11-kim")) if line.startswith("why: Ibuprofen")]
        self.assertEqual(waits, ["why: Ibuprofen: reasons against it that are not known: 10 (conditions: not answered)"])
        tried = self.lines("-a", case("01-ana"), "-s", "tried=nsaid")
        self.assertTrue([line for line in tried if line.startswith("why: Ibuprofen: nsaid in tried is true (tried: [nsaid])")])
        gate = self.lines("-a", case("07-gus"))
        self.assertTrue([line for line in gate if line.startswith("why: wants_medicine is not true (wants_medicine: no)")])

    def test_red_flags(self):
        self.assertRegex(self.lines("-a", case("08-hana"))[0],
                         r"^why: cancer in flags_check and \(night_pain in flags_check or upper_back in flags_check\) is true "
                         r"\(flags_check: \[cancer, night_pain\]\), red-flags.yaml:\d+$")
        self.check(run("plan", "--why", "-a", case("02-ben")), 6, b"why: saddle in flags_now")
        self.check(run("plan", "--why"), 5, b"ANSWER THESE FIRST")

    def test_steps_above_an_open_gate(self):
        lines = self.lines(*SCREENED)
        self.assertTrue([line for line in lines if line.startswith("why: Duloxetine: another step comes first: Anti-inflammatory")], lines)
        self.assertTrue([line for line in lines if line.startswith("why: Ibuprofen: wants_medicine is not known (wants_medicine: not answered)")])

    def test_it_only_adds(self):
        for name in PEOPLE:
            sheet = ["-a", os.path.join(CASES, name), "--width", "200"]
            plain = run("plan", *sheet).stdout.decode().split("\n")
            with_why = [line for line in run("plan", "--why", *sheet).stdout.decode().split("\n")]
            rest = iter(with_why)
            self.assertTrue(all(line in rest for line in plain), name)

    def test_data_and_a_sheet_for_the_fridge_are_as_they_are(self):
        for form in ("json", "brief", "tsv"):
            self.assertEqual(*[run("plan", "-a", case("04-dev"), "-f", form, *more).stdout for more in ([], ["--why"])])
        self.assertEqual(*[run("plan", "-a", case("04-dev"), "--week", "1", *more).stdout for more in ([], ["--why"])])


# The tests of the interview itself run in run.py.
del Prompts

if __name__ == "__main__":
    make_terminals()
    unittest.main()
