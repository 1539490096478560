"""`stepcare plan --week`, end to end: one week alone, for the fridge."""

import glob
import os
import unittest

from run import CASES, House, case, make_terminals, run
from run import Terminal as Prompts

SOON = ["--today", "2026-11-23", "--start", "2026-11-30"]


def week(number, *arguments):
    return run("plan", "--week", str(number), *SOON, *arguments)


class Sheet(House):
    def test_it_holds_the_numbers_and_days_of_that_week_alone(self):
        for number, minutes, dates in [(1, 10, "30 November 2026 - 6 December 2026"), (4, 25, "21 December 2026 - 27 December 2026"),
                                       (12, 30, "15 February 2027 - 21 February 2027")]:
            text = week(number, "-a", case("01-ana")).stdout.decode()
            self.assertIn("Week %d, %s" % (number, dates), text)
            self.assertIn("Walking: %d minutes, 5 days" % minutes, text)
        self.assertNotIn("Bird dog", week(4, "-a", case("01-ana")).stdout.decode())
        self.assertIn("Bird dog", week(5, "-a", case("01-ana")).stdout.decode())
        self.assertNotIn("Bridge", week(8, "-a", case("01-ana")).stdout.decode())
        self.assertIn("Bridge", week(9, "-a", case("01-ana")).stdout.decode())

    def test_what_to_do_when_to_stop_and_when_to_call(self):
        for form in ("text", "markdown"):
            text = week(1, "-a", case("01-ana"), "-f", form).stdout.decode().lower()
            places = [text.index(words) for words in ("walking: 10", "on a bad day", "when to stop", "stop and get help", "call 911")]
            self.assertEqual(places, sorted(places))

    def test_it_says_how_many_of_its_moves_are_meant(self):
        for sheet in (["-a", case("01-ana")], ["-a", case("01-ana"), "-s", "body=pregnant"], ["-a", case("07-gus")]):
            for number, words in [(1, b"You need not do all of these."), (5, b"Keep the moves that you know."), (9, b"do those that help you.")]:
                self.check(week(number, *sheet), 0, words)
                self.assertNotIn(b"In pregnancy", week(number, *sheet).stdout)
                self.assertNotIn(b"You have little time", week(number, *sheet).stdout)

    def test_a_review_stands_in_its_week_alone(self):
        for number in (4, 6, 8, 12):
            self.assertIn(b"THIS WEEK'S REVIEW", week(number, "-a", case("01-ana")).stdout)
        self.assertNotIn(b"REVIEW", week(5, "-a", case("01-ana")).stdout)

    def test_no_medicine_and_nothing_that_the_person_said_hangs_on_the_fridge(self):
        for sheet in glob.glob(os.path.join(CASES, "*.yaml")):
            for number in (1, 5, 9):
                text = week(number, "-a", sheet, "-s", "goal=SECRET").stdout.decode().lower()
                for word in ("ibuprofen", "naproxen", "cyclobenzaprine", "gabapentin", "duloxetine", "opioid", " mg", "secret", "because you said"):
                    self.assertNotIn(word, text, (sheet, number))

    def test_what_waits_for_an_answer_is_said(self):
        result = week(1, "-a", case("01-ana"), "-s", "walk_now=unknown")
        self.assertIn(b"Until then we hold back: Walking", result.stdout)
        self.assertNotIn(b"Walking: ", result.stdout)

    def test_a_withheld_plan_has_no_week(self):
        for name in ("02-ben", "08-hana", "12-lee"):
            whole, sheet = run("plan", *SOON, "-a", case(name)), week(2, "-a", case(name))
            self.assertEqual((sheet.returncode, sheet.stdout), (6, whole.stdout))

    def test_a_week_that_is_none_is_wrong_usage(self):
        for number in ("0", "-1", "x", "", "1001", "4x", "99999999999999999999"):
            self.check(week(number, "-a", case("01-ana")), 2, b"", b"is no week of the plan: a number from 1 to 1000")
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: [p.yaml]\n")
        self.path("p.yaml", "phase: p\nweeks: 1-6\ntitle: T\ngoal: g\n")
        self.check(run("plan", "-p", self.folder, "--week", "6"), 0, b"Week 6")
        self.check(run("plan", "-p", self.folder, "--week", "7"), 2, b"", b"a number from 1 to 6")

    def test_data_formats_have_all_weeks(self):
        for form in ("json", "brief", "tsv"):
            self.check(week(1, "-a", case("01-ana"), "-f", form), 2, b"", b"is a page")

    def test_the_content_that_is_out_of_date_says_so(self):
        self.check(run("plan", "--today", "2027-11-24", "--week", "1", "-a", case("01-ana")), 0, b"due for review")


class Prompt(Prompts):
    """A day or a week that is wrong is said before anyone has answered twenty questions."""

    def test_days_are_looked_at_before_anything_is_asked(self):
        for arguments, message in [(["--start", "soon"], b"'soon' is no day"), (["--today", "2026-02-30"], b"is no day"),
                                   (["--week", "0"], b"is no week")]:
            status, shown, out = self.talk(["plan", *arguments], [])
            self.assertEqual((status, out), (2, b""))
            self.assertIn(message, shown)
            self.assertNotIn(b"> ", shown)


# The tests of the interview itself run in run.py.
del Prompts

if __name__ == "__main__":
    make_terminals()
    unittest.main()
