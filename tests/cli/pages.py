"""What stands on a page, and in which order: red flags first."""

import os
import re
import unittest

from run import CASES, HEAD_OF_A_PACK, House, case, run

DAYS = ["--today", "2026-11-23", "--start", "2026-11-30"]
REGIONS = ("us", "uk", "ireland", "canada", "australia", "new_zealand", "spain", "mexico", "eu", "elsewhere", "unknown")


def page(*arguments):
    return run("plan", *DAYS, *arguments, "--width", "200").stdout.decode()


class RedFlags(House):
    CALL = {"us": "911", "uk": "999", "australia": "000", "new_zealand": "111", "eu": "112"}

    def test_a_page_without_a_plan_begins_with_what_does_not_wait(self):
        for region, number in self.CALL.items():
            text = page("-s", "region=" + region)
            places = [text.index(words) for words in ("If one of these fits you, do not wait: get help now.",
                                                      "• you feel that you may harm yourself", "Call %s." % number, "ANSWER THESE FIRST", "□")]
            self.assertEqual(places, sorted(places), region)
            self.assertEqual(len(text[:places[0]].split("\n\n")), 2, "it is the first thing under the title")
        self.assertIn("Call your local emergency number: 911 in the US", page("-s", "hard=unknown"))
        for form in ("markdown", "html"):
            text = run("plan", "-f", form, "-s", "region=eu").stdout.decode()
            places = [text.index(words) for words in ("do not wait", "Call 112.", "Answer these first")]
            self.assertEqual(places, sorted(places), form)

    def test_a_number_to_call_stands_on_a_page_once(self):
        for region in REGIONS:
            for lang in ("en", "es"):
                text = page("-a", case("10-jo"), "-s", "safety_now=unsafe", "-s", "region=" + region, "--lang", lang)
                if region in ("elsewhere", "unknown"):
                    self.assertNotRegex(text, "local emergency number|emergencias de su lugar")
                else:
                    for number in ("911", "999", "112", "000", "111"):
                        self.assertLessEqual(len(re.findall(r"(?<!\d)(?<!\d )%s(?! ?\d)" % number, text)), 1, (region, lang, text))
        # What is more than the same number is not left out.
        self.assertIn("If you cannot reach one, go to an emergency department, or call 911.", page("-a", case("10-jo")))
        self.assertIn("Call 911.", page("-a", case("02-ben"), "-s", "safety_now=unsafe"))

    def test_a_number_within_a_longer_one_says_nothing(self):
        for say, times in [("Ring 800 911 2000.", 1), ("Ring 800-911-2000.", 1), ("Ring 9112.", 1), ("Ring 911 at once.", 0)]:
            self.path("pack.yaml", HEAD_OF_A_PACK + "call: {emergency: 'Call 911.'}\nalerts:\n  - {id: a, level: emergency, when: yes, say: '%s'}\n"
                      "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, say: S}\n" % say)
            self.assertEqual(page("-p", self.folder).count("Call 911."), times, say)

    def test_every_red_flag_names_a_number_to_call(self):
        for region, number in self.CALL.items():
            for flag in ("flags_now=saddle", "flags_now=sudden", "flags_now=big_injury", "flags_now=very_ill", "safety_now=unsafe",
                         "flags_today=lump", "safety_now=thoughts"):
                self.assertIn(number, page("-a", case("01-ana"), "-s", "region=" + region, "-s", flag), (region, flag))

    def test_whoever_waits_for_an_appointment_knows_what_does_not_wait(self):
        now, today = "• you have a fever and feel very ill or confused", "• you find a lump"
        emergency, urgent = page("-a", case("02-ben")), page("-a", case("10-jo"))
        clinician = page("-a", case("01-ana"), "-s", "flags_check=upper_back", "-s", "flag_checked=no")
        self.assertNotIn(now, emergency)
        self.assertIn("SEE SOMEONE TODAY", urgent)
        self.assertLess(urgent.index("SEE SOMEONE TODAY"), urgent.index(now))
        self.assertNotIn(today, urgent)
        self.assertIn("SEE SOMEONE BEFORE YOU START", clinician)
        self.assertLess(clinician.index(now), clinician.index(today))

    def test_an_emergency_is_shorter_than_a_screen(self):
        for lang in ("en", "es"):
            for flag in ("flags_now=saddle", "flags_now=very_ill", "safety_now=unsafe"):
                for region in REGIONS:
                    lines = run("plan", "-a", case("01-ana"), "-s", flag, "-s", "region=" + region, "--lang", lang).stdout.decode().split("\n")
                    self.assertLess(len(lines), 24, (lang, flag, region))

    def test_each_sign_stands_on_a_line_of_its_own(self):
        card = page("-a", case("01-ana")).split("STOP AND GET HELP")[1].split("WEEKS 1-4")[0]
        self.assertEqual(card.count("\n  • "), 15)
        self.assertRegex(card, r"\n  Now, if\n  • (?s:.*)\n  Call 911\.\n\n  Today, if\n  • ")


class Items(House):
    def test_how_little_is_enough_and_when_to_stop_stand_on_lines_of_their_own(self):
        walking = page("-a", case("01-ana")).split("\n  Walking ")[1].split("\n\n")[0]
        self.assertRegex(walking, r"\n    At the least:  To the door.*\n    Going well: .*\n    On a bad day:  Walk half of it.*\n    Take care: +Stop if ")
        self.assertRegex(page("-a", case("01-ana"), "--lang", "es"), r"\n    Como mínimo: .*\n    Así va bien: .*\n    En un mal día: .*\n    Cuidado: ")
        self.assertIn("\n- **Take care:** Stop if ", run("plan", "-a", case("01-ana"), "-f", "markdown").stdout.decode())


class Clinician(House):
    def part(self, *arguments):
        return " ".join(page(*arguments).split("\nFOR YOUR CLINICIAN\n")[1].split("\nWHAT THIS RESTS ON\n")[0].split())

    def test_it_says_why_nothing_is_asked(self):
        for name, words in [("07-gus", "Nothing, because of this answer: If pain still stops your exercises at week 4, would you like "
                             "questions about medicines to take to a clinician? No"),
                            ("05-eva", "Nothing: each step is ruled out, or was tried already."),
                            ("11-kim", "Nothing yet: the answers below are missing.")]:
            self.assertIn("Asked about as a question " + words, self.part("-a", case(name)), name)
        self.assertNotIn("Nothing yet", self.part("-a", case("01-ana")))

    def test_what_waits_stands_there_with_its_question(self):
        self.assertIn("Not answered Ibuprofen, Naproxen Do you have any of these, or did you ever?", self.part("-a", case("11-kim")))
        self.assertIn("Not answered Nothing that decides anything.", self.part("-a", case("01-ana")))

    def test_what_is_asked_comes_with_what_speaks_against_it(self):
        chloe = self.part("-a", case("03-chloe"))
        self.assertRegex(chloe, r"Duloxetine No answer rules it out\. To weigh: You have high blood pressure.* What guidelines and trials say: .*doubts\] Held back")
        self.assertNotIn("Duloxetine (Duloxetine)", chloe)
        self.assertIn("Ibuprofen, Naproxen Anti-inflammatory tablets (NSAIDs). No answer rules it out.", self.part("-a", case("01-ana")))

    def test_a_note_stands_there_with_the_answers_behind_it(self):
        mo = self.part("-a", case("13-mo"))
        self.assertRegex(mo, r"To know about Four or more of the signs .* How old are you\? 30 years How long .*\? More than 12 weeks Asked about")
        self.assertEqual(mo.count("Pain in the buttock"), 1)

    def test_it_is_half_a_page(self):
        for name in sorted(os.listdir(CASES)):
            for lang in ("en", "es") if name[0].isdigit() else ():
                text = run("plan", "-a", os.path.join(CASES, name), "--lang", lang, "--start", "2026-11-30").stdout.decode()
                part = re.search(r"\n(?:FOR YOUR CLINICIAN|PARA SU PROFESIONAL DE SALUD)\n(.*?)\n\n?[A-ZÁÉÍÓÚ ]{12,}\n", text, re.S)
                if part is not None:  # a plan that is withheld has none
                    self.assertLessEqual(len(part[1].split("\n")), 36, (name, lang))


class Marks(House):
    """What a plan prints beside its words is explained, and nothing that is refuted reads as true."""

    def test_references_are_explained_before_the_first_one(self):
        for lang, words in (("en", 'Numbers in [ ] lead to "What this rests on" at the end. "doubts" means that not all of it is sure.'),
                            ("es", "Los números entre [ ] llevan a «En qué se apoya esto», al final. «dudas» quiere decir que no todo es seguro.")):
            text = page("-a", case("01-ana"), "--lang", lang)
            self.assertLess(text.index(words), re.search(r"\[\d", text).start())
        pack = (HEAD_OF_A_PACK + "claims:\n  - {id: c, says: It helps., status: %s, sources: []}\n"
                "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, say: S%s}\n")
        for status, cites, key in [("supported", ", evidence: [c]", True), ("supported", "", False), ("partly", ", evidence: [c]", True)]:
            self.path("pack.yaml", pack % (status, cites))
            text = page("-p", self.folder).encode()
            self.assertEqual(b"Numbers in [ ]" in text, key)
            self.assertEqual(b"means that not all" in text, status == "partly")

    def test_how_far_a_claim_holds_stands_before_the_claim(self):
        text = page("-a", case("01-ana"))
        self.assertIn('The evidence says otherwise: "In most people the deep muscles', text)
        self.assertIn('Partly supported (not all of it was checked in its source): "Ibuprofen 400 mg', text)
        self.assertIn("Los estudios dicen otra cosa: «", page("-a", case("01-ana"), "--lang", "es"))

    def test_a_review_has_the_answers_to_compare_with_but_no_sheet_on_the_fridge(self):
        text = page("-a", case("01-ana"), "-s", "enjoyment=unknown")
        self.assertIn("□ In the last week, how strong was your pain on average? (today: 5)\n", text)
        self.assertIn("□ In the last week, how much did pain spoil your enjoyment of life?\n", text)
        self.assertIn("without more pain tomorrow? (today: 15 minutes)\n", text)
        self.assertIn("(hoy: 15 minutos)", page("-a", case("01-ana"), "--lang", "es"))
        self.assertNotIn("(today", page("-a", case("01-ana"), "--week", "4"))

    def test_the_journal_says_which_rows_come_later(self):
        journal = page("-a", case("01-ana")).split("JOURNAL, ONE WEEK")[1].split("FOR YOUR")[0]
        self.assertRegex(journal, r"\n  Walking  ")
        self.assertRegex(journal, r"\n  Sleep \(week 9 and on\)  ")

    def test_a_question_is_printed_with_its_boxes_once(self):
        text = page("-a", case("01-ana"), "-s", "hard=unknown", "-s", "conditions=unknown")
        self.assertEqual(text.count("What makes this hard for you? Tick all that fit. (see above)\n"), 2)
        self.assertEqual(text.count("□ Money is tight"), 1)

    def test_a_question_can_be_answered_on_paper(self):
        text = page("-s", "flags_check=upper_back")
        self.assertIn("\n  How old are you? ____ years\n", text)
        self.assertRegex(text, r"\n  Has a doctor who knows of this .*\n    □ Yes\n    □ No\n\n")
        markdown = run("plan", "-s", "flags_check=upper_back", "-f", "markdown").stdout.decode()
        self.assertRegex(markdown, r"\n> - Has a doctor .*\n>\n>   - \[ \] Yes\n>   - \[ \] No\n")
        self.assertIn("\n> - How old are you? \\_\\_\\_\\_ years\n", markdown)

    def test_references_are_never_torn_apart(self):
        for name in sorted(os.listdir(CASES)):
            for width in ("80", "60"):
                text = run("plan", "-a", os.path.join(CASES, name), "--width", width).stdout.decode().split("WHAT THIS RESTS")[0]
                self.assertNotRegex(text, r"\[\d[\d,]*(?:, *)?\n")

    def test_the_question_to_take_along_has_the_quotes_of_its_language(self):
        self.assertIn('□ "Could ibuprofen help me', page("-a", case("01-ana")))
        self.assertRegex(page("-a", case("01-ana"), "--lang", "es"), "□ «¿[^»]+»")


def headings(*arguments):
    """What stands under each heading of a plan, references aside: their numbers follow from everything else."""
    found, section, heading = {}, "", ""
    for line in run("plan", *DAYS, "-f", "markdown", *arguments).stdout.decode().split("\n"):
        if line.startswith("## "):
            section = heading = line[3:]
        elif line.startswith("### "):
            heading = section + " / " + line[4:]
        found[heading] = found.get(heading, "") + re.sub(r" ?\\\[[^]]*\\\]", "", line) + "\n"
    return {heading: text for heading, text in found.items() if not heading.startswith("What this rests on")}


BASE, MORE, OWN = "Weeks 1-4: Build a base", "Weeks 5-8: More help if you need it", "Week 9 and on: Your own routine"
NOT_FOR_YOU, ASK = MORE + " / Not for you now, and why", MORE + " / Ask your clinician or pharmacist"
HARD, TEACHER = BASE + " / When it is hard", BASE + " / Who shows you how"


class Pairs(House):
    """Two people who differ in one answer get visibly different plans: under this heading, with these words (None: with fewer)."""

    SHEETS = [("04-dev", "04b-dev-lungs", NOT_FOR_YOU, "Gabapentin"), ("04b-dev-lungs", "04c-dev-lungs-liver", NOT_FOR_YOU, "Duloxetine")]
    ANSWERS = [
        ("01-ana", "minutes=two", BASE + " / Walking", "you have 2 minutes on a hard day"), ("01-ana", "minutes=five", OWN + " / Gentle movement", ""),
        ("01-ana", "hard=two_jobs", HARD, "two jobs"), ("01-ana", "hard=money", HARD, "money"), ("01-ana", "hard=caring", HARD, "care"),
        ("01-ana", "hard=tired", HARD, "worn out"), ("01-ana", "hard=low_mood", HARD, "low"), ("01-ana", "hard=discouraged", HARD, "tried a lot"),
        ("01-ana", "hard=poor_sleep", HARD, "sleep"), ("01-ana", "hard=fear_of_movement", BASE + " / Find your limits", "afraid"),
        ("01-ana", "hard=alone", OWN + " / Other people", "free groups"), ("01-ana", "hard=sitting_work", BASE + " / Change position often", "sit most of the day"),
        ("01-ana", "hard=bad_therapist", TEACHER, "went badly"), ("01-ana", "therapist=cannot_afford", TEACHER, "costs too much"),
        ("01-ana", "therapist=none_nearby", TEACHER, "within reach"), ("01-ana", "walk_now=8", BASE + " / Walking", "8 minutes"),
        ("01-ana", "age=68", BASE + " / Walking", "your age is 68"), ("01-ana", "age=68", NOT_FOR_YOU, "At 65 or older"),
        ("01-ana", "pain_place=leg", BASE + " / Walking", "the pain goes down your leg"), ("01-ana", "body=thin_bones", BASE + " / Cat and cow", ""),
        ("01-ana", "body=thin_bones", OWN + " / Side plank, the easy way", ""), ("01-ana", "goal=Dance at the wedding", OWN + " / One small goal", "Dance at"),
        ("01-ana", "conditions=ulcer_or_bleed", NOT_FOR_YOU, "You have had a stomach ulcer"), ("01-ana", "wants_medicine=no", ASK, None),
        ("07-gus", "wants_medicine=yes", MORE + " / Answer these first", "Do you have any of these, or did you ever?"), ("06-fay", "hard=poor_sleep", HARD, "sleep badly"), ("13-mo", "inflammatory=none", "", None),
        ("01-ana", "region=uk", "", "Call 999."), ("03-chloe", "region=spain", "", "Call 112."),
    ]

    def differ(self, one, other, heading, words):
        where = [each for each in dict.fromkeys([*one, *other]) if one.get(each) != other.get(each)]
        self.assertIn(heading, where, "they differ under %s" % where)
        if words is None:
            self.assertLess(len(other.get(heading, "")), len(one[heading]), heading)
        elif words != "":
            self.assertIn(words, other[heading])
            self.assertNotIn(words, one.get(heading, ""))

    def test_two_sheets_of_the_pack(self):
        for one, other, heading, words in self.SHEETS:
            with self.subTest(other):
                self.differ(headings("-a", case(one)), headings("-a", case(other)), heading, words)

    def test_one_answer_changed(self):
        nothing_hard = ["-s", "hard=none", "-s", "therapist=yes", "-s", "onset_age=40"]
        for name, answer, heading, words in self.ANSWERS:
            with self.subTest(name + " " + answer):
                before = ["-a", case(name), *(nothing_hard if name == "01-ana" else [])]
                self.differ(headings(*before), headings(*before, "-s", answer), heading, words)


class Lists(House):
    def test_an_entry_with_a_comma_is_told_from_the_next_one(self):
        self.path("pack.yaml", HEAD_OF_A_PACK + "questions:\n  - {id: q, ask: Q, type: yes-no}\n"
                  "  - {id: c, ask: C, type: choices, options: {a: 'Red, or pink', b: Blue, d: Green}}\n"
                  "phase: p\nweeks: 1+\ngoal: 'You said {c}.'\nitems:\n"
                  "  - {id: a, kind: advice, title: 'Apples, raw', say: S, offer: q}\n  - {id: b, kind: advice, title: Pears, say: S, offer: q}\n"
                  "  - {id: m, kind: advice, title: 'Milk, warm', say: S, avoid: [{when: 'a in c', say: Not now.}]}\n"
                  "  - {id: n, kind: advice, title: Bread, say: S, avoid: [{when: 'a in c', say: Not now.}]}\n")
        text = run("plan", "-p", self.folder, "-s", "c=a,b").stdout.decode()
        self.assertIn("You said Red, or pink; Blue.", text)
        self.assertIn("we hold back: Apples, raw; Pears.", text)
        self.assertIn("Milk, warm; Bread  Not now.", text)
        self.assertIn("You said Blue, Green.", run("plan", "-p", self.folder, "-s", "c=b,d").stdout.decode())


if __name__ == "__main__":
    unittest.main()
