"""`stepcare plan -f ics`, end to end: what is printed, what is said, and what is never in a calendar."""

import os
import re
import stat
import unittest

from run import CASES, SCREENED, House, case, run

START = ["--start", "2026-11-30", "--today", "2026-11-23"]
EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//stepcare//stepcare 1.0.0//EN\r\nEND:VCALENDAR\r\n"


def calendar(*arguments, **more):
    return run("plan", "-f", "ics", *arguments, *START, **more)


def lines(result):
    """The content lines, unfolded and with their escapes undone."""
    text = result.stdout.decode().replace("\r\n ", "")
    return [line.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\") for line in text.split("\r\n")]


def titles(result):
    return [line[len("SUMMARY:"):] for line in lines(result) if line.startswith("SUMMARY:")]


class Calendar(House):
    def test_a_file_that_ends_in_ics(self):
        path = self.path("plan.ics")
        result = run("plan", "-a", case("01-ana"), *START, "-o", path)
        self.check(result, 0, b"")
        self.assertEqual(result.stdout, b"")
        with open(path, "rb") as file:
            self.assertEqual(file.read(), calendar("-a", case("01-ana")).stdout)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)

    def test_without_a_start_it_is_wrong_usage(self):
        path = self.path("plan.ics", "before")
        for arguments in [["-f", "ics"], ["-f", "ics", "-a", case("02-ben")], ["-o", path], ["-f", "ics", "-a", "/no/such"]]:
            result = run("plan", *arguments)
            self.check(result, 2, b"", b"--start 2026-11-30")
            self.assertEqual(result.stdout, b"")
        with open(path) as file:
            self.assertEqual(file.read(), "before")
        self.check(run("plan", "-f", "ics", "--start", "30.11.2026"), 2, b"", b"is no day")
        self.check(calendar("--week", "3"), 2, b"", b"'ics' is none")
        for answer in ["", "maybe", "YES"]:
            self.check(run("plan", "-a", case("01-ana"), "--discreet", answer), 2, b"", b"yes or no")

    def test_withheld_it_is_empty_and_what_to_do_is_said(self):
        result = calendar("-a", case("02-ben"))
        self.check(result, 6, err=b"GET HELP NOW\n  Go to an emergency department now.")
        self.assertEqual(result.stdout, EMPTY)
        self.assertIn(b"\n  Call 911.\n", result.stderr)
        path = self.path("old.ics", "before")
        self.check(calendar("-a", case("02-ben"), "-o", path), 6, b"", err=b"Call 911.")
        with open(path, "rb") as file:
            self.assertEqual(file.read(), EMPTY)
        self.check(calendar("-a", case("02-ben"), "--lang", "es"), 6, err="Llame al 911.".encode())

    def test_unscreened_it_is_empty_and_what_to_answer_is_said(self):
        result = calendar()
        self.check(result, 5, err=b"ANSWER THESE FIRST")
        self.assertEqual(result.stdout, EMPTY)

    def test_what_is_said_is_safe_for_a_terminal(self):
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: 'T \u202e'\nversion: 1\nlanguage: en\nfiles: []\n"
                  "questions: [{id: q, ask: Q, type: text}]\nalerts: [{id: a, level: urgent, when: not no, say: 'Go \u2066now: {q}'}]\n"
                  "phase: p\nweeks: 1+\ngoal: g\nitems: []\n")
        result = calendar("-p", self.folder, "-s", "q=\u202eso")
        self.check(result, 6, err=rb"Go \u{2066}now: \u{202e}so")
        self.assertNotIn("\u202e".encode(), result.stderr)
        self.assertEqual(result.stdout, EMPTY)

    def test_incomplete_it_is_there_and_nothing_is_said(self):
        self.check(calendar("-a", case("11-kim")), 0, b"BEGIN:VEVENT")
        self.check(calendar("-a", case("11-kim"), "--complete"), 5, b"BEGIN:VEVENT")

    def test_the_same_bytes_anywhere_and_in_the_language_of_the_pack(self):
        calendars = {calendar("-a", case("01-ana"), env={"TZ": zone, "LC_ALL": language}).stdout
                     for zone in ["UTC", "Pacific/Kiritimati", "America/Anchorage"] for language in ["C", "es_ES.UTF-8"]}
        self.assertEqual(len(calendars), 1)
        self.assertIn(b"Week 1 begins", calendars.pop())
        day = run("plan", "-f", "ics", "-a", case("01-ana"), "--start", "2026-11-30", env={"SOURCE_DATE_EPOCH": "1795392000"})
        self.assertEqual(day.stdout, calendar("-a", case("01-ana")).stdout)

    def test_titles(self):
        for language, title in [("en", r"(Time for yourself|A few quiet minutes|Look back), week \d+|Week \d+ begins"),
                                ("es", r"(Tiempo para usted|Unos minutos de calma|Mirar atrás), semana \d+|Empieza la semana \d+")]:
            for more in [[], ["--discreet", "yes"]]:
                for one in titles(calendar("-a", case("01-ana"), "--lang", language, *more)):
                    self.assertRegex(one, "^(%s)$" % title)
        told = titles(calendar("-a", case("01-ana"), "--discreet", "no"))
        self.assertEqual(told[:3], ["Week 1 begins: Build a base", "Walking: 10 minutes",
                                    "Belly breathing, Pain number, Find your limits, Change position often"])

    def test_no_medicine_no_dose_and_no_reason_in_any_case(self):
        words = re.compile(r"ibuprofen|naproxen|cyclobenzaprin|ciclobenzaprin|gabapentin|duloxetin|opioid|opioide|\bNSAID|\bAINE"
                           r"|\d ?m?g\b|because you said|porque dijo|pregnan|embaraz", re.I)
        seen = 0
        for name in sorted(os.listdir(CASES)):
            for language in ["en", "es"]:
                for discreet in ["yes", "no"]:
                    result = calendar("-a", os.path.join(CASES, name), "--lang", language, "--discreet", discreet)
                    text = "\n".join(lines(result))
                    found = words.search(text)
                    # An exercise for a pregnancy says what to watch for; nothing else tells what was answered.
                    if not (found and name.startswith("06-fay") and found.group() in ("pregnan", "embaraz")):
                        self.assertIsNone(found, (name, language, found))
                    seen += "BEGIN:VEVENT" in text
        self.assertGreater(seen, 40)

    def test_one_entry_a_day_of_each_kind(self):
        starts = [line for line in lines(calendar("-a", case("01-ana"))) if line.startswith("DTSTART")]
        self.assertEqual(len(starts), len(set(starts)) + 3)  # a phase begins on a day of exercise

    def test_answers_that_are_missing_bring_nothing_in(self):
        few = calendar(*SCREENED)
        self.check(few, 0, b"Week 1 begins")
        self.assertNotIn("Walking", " ".join(lines(few)))


if __name__ == "__main__":
    unittest.main()
