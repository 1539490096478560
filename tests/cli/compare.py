"""`stepcare compare`, end to end: two sheets, changed answers, two packs, and every single answer."""

import json
import os
import shutil
import unittest

from run import SOURCE, House, case, run

PACK = os.path.join(SOURCE, "plans", "chronic-back-pain") + "/"
PAGE = ["--today", "2026-11-23"]


def compare(*arguments, **more):
    return run("compare", *PAGE, *arguments, **more)


def words_of(result):
    return " ".join(result.stdout.decode().split())


def changes(*arguments):
    return json.loads(compare(*arguments, "-f", "json").stdout)


class Compare(House):
    def says(self, arguments, *words):
        result = compare(*arguments)
        self.check(result, 1)
        for piece in words:
            self.assertIn(piece, words_of(result), arguments)
        return words_of(result)

    def other_pack(self, *edits):
        folder = os.path.join(self.folder, "pack") + "/"
        shutil.copytree(PACK, folder)
        for name, old, new in edits:
            with open(folder + name, encoding="utf-8") as file:
                text = file.read()
            self.assertIn(old, text)
            with open(folder + name, "w", encoding="utf-8") as file:
                file.write(text.replace(old, new, 1))
        return folder

    def test_an_answer_and_its_reason(self):
        text = self.says([case("01-ana"), "-s", "conditions=ulcer_or_bleed"],
                         'Was "None of these", now "A stomach ulcer, or bleeding in the stomach or gut".',
                         "WEEKS 5-8 More help if you need it Your step: was Anti-inflammatory tablets (NSAIDs), now "
                         "Duloxetine. Nothing is left on the step before.",
                         "Ibuprofen, Naproxen was offered, now withheld: You have had a stomach ulcer or bleed.",
                         "Duloxetine was for later, now offered. Your step: Duloxetine.",
                         "Do not start, stop or change one because of this page.")
        self.assertNotIn("WEEKS 1-4", text)  # of what does not change nothing is listed

    def test_what_is_printed_with_an_item_has_its_reason_too(self):
        self.says([case("01-ana"), "-s", "walk_now=4"], "Week by week: was 10 15 20 25 30 minutes, 5 days a week, now 3 5 7",
                  "Because you said your limit for walking is 4 minutes.")
        self.says([case("01-ana"), "-s", "age=70"], 'Ibuprofen, Naproxen New: "You are 65 or older',
                  "Because you said your age is 70 years.",
                  "Cyclobenzaprine still withheld. Also: At 65 or older")
        self.says([case("01-ana"), "-s", "minutes=five"], 'Gentle movement Other words: was "10 to 15 minutes of any move',
                  'already counts." Because you said you have 5 minutes on a hard day.')
        self.says([case("01-ana"), "-s", "wants_medicine=no"], "now not needed. Because you said you want no questions",
                  "Creams and gels, Ibuprofen, Naproxen was offered")

    def test_two_cases(self):
        self.says([case("04-dev"), case("04b-dev-lungs")], "Gabapentin was offered, now withheld: With lung disease")
        self.says([case("04b-dev-lungs"), case("04-dev")],
                  "now A muscle relaxant, or gabapentin. Something on this step fits now.",
                  "was withheld, now offered. No longer so: With lung disease",
                  "was offered, now for later. This step comes first: A muscle relaxant, or gabapentin.")

    def test_what_is_not_known_any_more_is_never_called_untrue(self):
        text = self.says([case("02-ben"), "-s", "flags_now=unknown"], "NOW HELD BACK UNTIL THE FIRST QUESTIONS ARE ANSWERED",
                         "No longer known: You go numb between the legs", "ANSWERS THAT ARE MISSING")
        self.assertNotIn("No longer so", text)
        text = self.says([case("04-dev"), "-s", "conditions=unknown", "-s", "nsaid_trouble=unknown"],
                         "waiting for an answer", "No longer known: You have had a stomach ulcer or bleed.")
        self.assertNotIn("No longer so", text)
        self.says([case("13-mo"), "-s", "inflammatory=none"], 'STILL READY No longer: "Four or more of the signs')
        self.says([case("02-ben"), "-s", "flags_now=none"], "NOW READY No longer so: You go numb between the legs")

    def test_a_red_flag_is_read_first(self):
        text = self.says([case("01-ana"), case("02-ben")], "Get help now: Go to an emergency department now.", "Call 911.")
        self.assertLess(text.index("Get help now"), text.index("ANSWERS THAT DIFFER"))
        self.assertNotIn("WEEKS", text)

    def test_an_alert_that_is_true_but_not_printed_is_not_gone(self):
        note = ["-s", "safety_now=prefer_not"]
        self.assertEqual([alert["id"] for alert in changes(case("01-ana"), *note)["alerts"]], ["safety-prefer-not"])
        sheet = self.path("sheet.yaml", "safety_now: prefer_not\n")
        came = changes("-a", case("01-ana"), "-a", sheet, "-s", "flags_now=saddle")
        self.assertEqual([alert["id"] for alert in came["alerts"]], ["cauda-equina"])

    def test_the_same_plan_is_exit_status_0(self):
        self.check(compare(case("01-ana"), case("01-ana")), 0, b"Nothing changes in the plan.")
        self.check(compare(case("01-ana"), "-s", "age=43"), 0, b"Was 42 years, now 43 years.")
        self.assertTrue(changes(case("01-ana"), "-s", "age=43")["same"])

    def test_json(self):
        came = changes(case("01-ana"), "-s", "conditions=ulcer_or_bleed")
        self.assertEqual(came["answers"], [{"id": "conditions", "before": [], "after": ["ulcer_or_bleed"]}])
        self.assertEqual(came["status"], {"before": "ready", "after": "ready"})
        self.assertEqual(came["ladders"][0]["step"], {"before": "first-line", "after": "third-line"})
        self.assertIn("Nothing is left on the step before.", came["ladders"][0]["text"])
        items = {item["id"]: item for item in came["items"]}
        self.assertEqual(items["ibuprofen"]["status"], {"before": "offered", "after": "withheld"})
        self.assertEqual([reason["id"] for reason in items["ibuprofen"]["reasons"]["new"]], ["ulcer"])
        self.assertEqual((came["same"], came["pack_before"], came["texts"], came["claims"]), (False, None, [], []))

    def test_spanish_and_other_pages(self):
        spanish = self.says([case("01-ana"), "-s", "conditions=ulcer_or_bleed", "--lang", "es"],
                            "Ibuprofeno, Naproxeno antes: se ofrece, ahora: se deja fuera:", "Antes: «Nada")
        self.assertNotIn("was ", spanish)
        self.check(compare(case("01-ana"), case("04-dev"), "-f", "markdown"), 1, b"## Weeks 5-8")
        path = self.path("changes.html")
        self.check(compare(case("01-ana"), case("04-dev"), "-o", path), 1, b"")
        with open(path, encoding="utf-8") as file:
            self.assertIn("was offered, now withheld", file.read())

    def test_hostile_words_stay_words(self):
        page = compare(case("01-ana"), "-s", "goal=<script>\u202eevil", "-f", "html").stdout.decode()
        self.assertNotIn("<script>", page)
        self.assertIn("&lt;script&gt;", page)

    def test_two_packs(self):
        newer = self.other_pack(("phases/2-medication.yaml", "ulcer_or_bleed in conditions", "ulcer_or_bleed in conditions and age > 60"),
                                ("phases/1-therapy.yaml", "title: Walking", "title: A walk"))
        self.says(["-p", PACK, "-p", newer, case("04-dev")], 'A walk Other words: was "Walking", now "A walk"', "THE PACK")
        text = words_of(compare("-p", PACK, "-p", newer, case("04-dev")))
        self.assertIn("No longer a reason in this version: You have had a stomach ulcer or bleed.", text)
        self.assertNotIn("No longer so", text)  # the ulcer is what it was
        self.says(["--pack", newer, "--pack", PACK, case("04-dev")], "Also: You have had a stomach ulcer or bleed.")
        self.says(["-p", PACK, "-p", newer, case("04-dev"), "--lang", "es"], "EL PAQUETE")
        self.check(compare("-p", PACK, "-p", PACK, case("04-dev")), 0, b"Nothing changes in the plan.")
        with open(case("04-dev"), "rb") as sheet:
            self.check(compare("-p", PACK, "-p", newer, "-", input=sheet.read()), 1, b"THE PACK")

    def test_a_sheet_that_the_other_pack_does_not_take(self):
        newer = self.other_pack(("questions.yaml", "id: drives", "id: driving"))
        result = compare("-p", PACK, "-p", newer, case("04-dev"))
        self.assertEqual((result.returncode, result.stdout), (3, b""))

    def test_wrong_usage(self):
        ana, ben = case("01-ana"), case("02-ben")
        for arguments in ([], [ana], [ana, ben, ana], ["--one-answer", ana, ben], ["-p", PACK, "-p", PACK, ana, ben],
                          ["-p", PACK, "-p", PACK, "-p", PACK, ana], ["-p", PACK, "-p", PACK, "--one-answer", ana], ["-", "-"],
                          [ana, ben, "-f", "tsv"], [ana, ben, "--width", "7"]):
            result = compare(*arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertTrue(result.stderr, arguments)
        self.check(compare(ana, "-s", "nothing=1"), 3, b"", b"has no question 'nothing'")
        self.check(compare(ana, self.path("not-there.yaml")), 4, b"", b"not-there.yaml")


class OneAnswer(House):
    """Against trying all answers, one by one."""

    def outcome(self, *arguments):
        """What a plan decides, as `plan` says it."""
        plan = json.loads(run("plan", *PAGE, *arguments, "-f", "json").stdout)
        return (plan["status"], tuple(alert["id"] for alert in plan["alerts"]),
                tuple((phase["ladder"]["state"], phase["ladder"]["step"]) for phase in plan["phases"] if phase["ladder"]),
                tuple((item["id"], item["status"]) for phase in plan["phases"] for item in phase["items"]))

    @staticmethod
    def answers_of(question, now):
        """Each single answer, as the flag takes it and as JSON has it."""
        options = [option["id"] for option in question.get("options", [])]
        if question["type"] == "yes-no":
            return [("yes", True), ("no", False)]
        if question["type"] == "choice":
            return [(option, option) for option in options]
        if question["type"] == "integer":
            return [(str(number), number) for number in range(question["min"], question["max"] + 1)]
        if question["type"] != "choices":
            return []
        ticked = now or []
        sets = [[option for option in options if (option in ticked) != (option == other)] for other in options if other != "none"]
        sets += [[]] if now is None or [] not in sets else []
        return [(",".join(ticks) or "none", ticks) for ticks in sets if now is None or ticks != ticked]

    @staticmethod
    def found(question, answer):
        """The change that was found for this answer, or None."""
        for change in question["changes"] if question else []:
            for one in change["answers"]:
                if one["from"] <= answer <= one["to"] if isinstance(one, dict) else type(one) is type(answer) and one == answer:
                    return change
        return None

    def agrees(self, base, change, outcome, about):
        """The change turns the plan as it is into that outcome."""
        if change is None:
            self.assertEqual(outcome, base, about)
            return
        self.assertNotEqual(outcome, base, about)
        self.assertEqual(change["status"], {"before": base[0], "after": outcome[0]}, about)
        came = {alert["id"] for alert in change["alerts"] if alert["level"]["after"]}
        self.assertEqual(came, set(outcome[1]) - set(base[1]), about)
        before, after = dict(base[3]), dict(outcome[3])
        expected = {item: {"before": before[item], "after": after[item]} for item in before if after and before[item] != after[item]}
        self.assertEqual({item["id"]: item["status"] for item in change["items"]}, expected, about)
        if after and before:
            self.assertEqual(bool(change["ladders"]), base[2] != outcome[2], about)

    def try_all(self, name):
        questions = json.loads(run("questions", "-f", "json").stdout)["questions"]
        result = compare("--one-answer", case(name), "-f", "json")
        self.check(result, 1)
        found = {question["id"]: question for question in json.loads(result.stdout)["questions"]}
        answers = json.loads(run("plan", *PAGE, "-a", case(name), "-f", "json").stdout)["answers"]
        base, tried = self.outcome("-a", case(name)), 0
        for question in questions:
            now = answers.get(question["id"])
            for word, answer in self.answers_of(question, now):
                outcome = self.outcome("-a", case(name), "-s", "%s=%s" % (question["id"], word))
                self.agrees(base, self.found(found.get(question["id"]), answer), outcome, (name, question["id"], word))
                tried += 1
        self.assertGreater(tried, 500)

    def test_it_finds_what_trying_all_answers_finds(self):
        for name in ("01-ana", "08-hana", "11-kim"):
            with self.subTest(name):
                self.try_all(name)

    def test_of_nothing_answered_the_first_questions_are_found(self):
        came = json.loads(compare("--one-answer", "-f", "json").stdout)
        self.assertEqual(came["status"], "unscreened")
        self.assertIn("flags_now", [question["id"] for question in came["questions"]])

    def test_the_page(self):
        text = words_of(compare("--one-answer", case("01-ana")))
        for words in ("How old are you? now 42 years □ 17 years or less The plan was ready, now withheld: This plan is not for you now.",
                      "□ None of these Three moves on a chair was offered, now not needed.", "□ with: Two jobs, or shifts □ with:",
                      "Ibuprofen, Naproxen was offered, now withheld.",
                      "□ Anti-inflammatory tablets The step was Anti-inflammatory tablets (NSAIDs), now Duloxetine."):
            self.assertIn(words, text)
        self.assertIn("Respuestas que cambiarían el plan", words_of(compare("--one-answer", case("01-ana"), "--lang", "es")))

    def test_a_plan_that_no_answer_changes_is_exit_status_0(self):
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: [p.yaml]\n")
        self.path("p.yaml", "questions:\n  - {id: a, ask: A?, type: yes-no}\nphase: p\nweeks: 1+\ntitle: P\ngoal: g\n"
                            "items:\n  - {id: i, kind: advice, title: I, say: s, notes: [{when: a, say: n}]}\n")
        self.check(compare("-p", self.folder, "--one-answer"), 0, b"No single answer would change")
        self.check(compare("-p", self.folder, "-s", "a=yes", self.path("s.yaml", "{}")), 1, b'New: "n"')


if __name__ == "__main__":
    unittest.main()
