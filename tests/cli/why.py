"""`stepcare plan --why`, end to end: under each decision the rules that made it."""

import os
import re
import unittest

from run import CASES, SCREENED, House, case, make_terminals, run
from run import Terminal as Prompts


class PlanWhy(House):
    def lines(self, *arguments):
        """Each line of small print, whole."""
        text = run("plan", "--why", "-f", "markdown", *arguments).stdout.decode()
        return [line.strip(" >*").replace("\\", "") for line in text.split("\n") if line.strip(" >").startswith("*why: ")]

    def test_the_rules_stand_under_what_they_decided(self):
        lines = self.lines("-a", case("04-dev"))
        for line in ("why: walk_now > 0 is true (walk_now: 15), phases/1-therapy.yaml:14",
                     "why: no rule; it is for everyone",
                     "why: Duloxetine: another step comes first: A muscle relaxant, or gabapentin"):
            self.assertIn(line, lines)
        for start in ("why: Ibuprofen: ulcer_or_bleed in conditions is true (conditions: [ulcer_or_bleed]), phases/2-medication.yaml:",
                      "why: Naproxen: ulcer_or_bleed in conditions is true",
                      "why: wants_medicine is true (wants_medicine: yes), phases/2-medication.yaml:78; nothing left on the step: Anti-inflammatory"):
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
        for name in sorted(os.listdir(CASES)):
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
