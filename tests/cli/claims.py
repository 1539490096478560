"""The ledger of the built-in pack, claim by claim, against the table in claims.tsv."""

import json
import os
import re
import subprocess
import sys
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "claims.tsv")
COLUMNS = ["number", "id", "status", "disputed", "checked", "says", "finding", "years"]
CHECKED = {"yes": True, "no": False, "-": None}
# Read on a mirror or on someone else's page, not where it was published.
MIRRORS = ["acp-2017", "nice-ng59", "who-2023", "bmj-2025", "cyclobenzaprine-label", "gabapentin-label", "naproxen-label",
           "otc-facts", "ulcer-study", "beers-2023", "duloxetine-label", "duloxetine-abroad", "space-trial", "walkback",
           "posture", "adherence-abroad", "medicare-cap", "nice-ng65", "exercise-leaflets", "pregnancy", "prevalence",
           "icer-2017", "htx-011", "apps", "immpact"]


def run(*arguments):
    result = subprocess.run([PROGRAM, "evidence", *arguments], capture_output=True,
                            env=dict(os.environ, LC_ALL="C.UTF-8"))
    assert result.returncode == 0 and result.stderr == b"", result.stderr.decode()
    return result.stdout.decode()


def claims_of(*arguments):
    return {claim["id"]: claim for claim in json.loads(run("-f", "json", *arguments))["claims"]}


def listed(cell, separator=";"):
    return [] if cell == "-" else [word.strip() for word in cell.split(separator)]


def table():
    with open(TABLE, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]


def has(text, figure):
    """The figure as a whole: 30% is not in 130% or 0.30%, nor 2024 in 20240."""
    start = r"(?<![\w.,])" if re.match(r"[\w.]", figure) else r"(?<![\w.,$])"
    return re.search(start + re.escape(figure) + r"(?![\w%]|[.,]\d)", text, re.IGNORECASE) is not None


class Ledger(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = table()
        cls.claims = claims_of()
        cls.spanish = claims_of("--lang", "es")

    def each(self, look):
        for row in self.rows:
            with self.subTest(claim=row["id"]):
                look(row, self.claims[row["id"]])

    def test_the_table_has_each_claim_of_the_article_and_of_its_readers_once(self):
        numbers = ["c%02d" % number for number in range(1, 84)] + ["d%d" % number for number in range(1, 14)]
        self.assertEqual([row["number"] for row in self.rows if row["number"] != "-"], numbers)

    def test_the_ledger_numbers_what_the_table_numbers_and_nothing_else(self):
        in_ledger = {claim["note"]: id for id, claim in self.claims.items() if claim["note"] is not None}
        self.assertEqual(in_ledger, {row["number"]: row["id"] for row in self.rows if row["number"] != "-"})

    def test_status_and_whether_it_was_checked(self):
        def look(row, claim):
            self.assertEqual(claim["status"], row["status"])
            self.assertIs(claim["checked"], CHECKED[row["checked"]])
        self.each(look)

    def test_a_dispute_is_said_and_its_reader_is_in_the_ledger_too(self):
        numbers = {row["number"] for row in self.rows}

        def look(row, claim):
            disputed = listed(row["disputed"], " ")
            self.assertEqual(claim["disputed"] is not None, disputed != [])
            if disputed:
                self.assertLessEqual(set(disputed), numbers)
                self.assertIn("reader-comments", [source["id"] for source in claim["sources"]])
        self.each(look)

    def test_what_is_claimed_and_what_is_known_hold_their_figures(self):
        def look(row, claim):
            for key in ["says", "finding"]:
                self.assertTrue(claim[key])
                self.assertEqual([figure for figure in listed(row[key]) if not has(claim[key], figure)], [],
                                 "not in '%s': %s" % (key, claim[key]))
        self.each(look)

    def test_spanish_holds_the_same_numbers(self):
        def numbers(text):
            return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", text)))

        def look(row, claim):
            for key in ["says", "finding", "disputed"]:
                if claim[key] is not None:
                    self.assertNotEqual(self.spanish[row["id"]][key], claim[key])
                    self.assertEqual(numbers(self.spanish[row["id"]][key]), numbers(claim[key]), key)
        self.each(look)

    def test_a_claim_cites_whose_it_is_and_the_documents_of_these_years(self):
        def look(row, claim):
            sources = {source["id"]: source["year"] for source in claim["sources"]}
            whose = {"c": ["article"], "d": ["reader-comments"], "-": []}[row["number"][0]]
            self.assertLessEqual(set(whose), set(sources))
            years = {year for id, year in sources.items() if id not in ["article", "reader-comments"]}
            self.assertEqual(sorted(years), sorted(listed(row["years"], " ")))
        self.each(look)

    def test_what_is_remembered_is_never_called_checked(self):
        for claim in self.claims.values():
            if re.search(r"remembered|not (yet )?checked|[Ww]ell known|Common practice", claim["finding"]):
                self.assertIs(claim["checked"], False, claim["id"])
            if claim["checked"]:
                self.assertNotEqual(claim["sources"], [], claim["id"])

    def test_no_source_was_found_is_not_also_not_checked(self):
        for claim in self.claims.values():
            if claim["finding"] in ["No source was found.", "No such study was found."]:
                self.assertIsNone(claim["checked"], claim["id"])

    def test_every_source_has_a_year_and_a_mirror_says_that_it_is_one(self):
        for language, ledger, word in [("en", self.claims, "mirror"), ("es", self.spanish, "copia")]:
            sources = {source["id"]: source for claim in ledger.values() for source in claim["sources"]}
            for id, source in sources.items():
                with self.subTest(source=id, language=language):
                    self.assertRegex(source["year"], r"^(19|20)\d\d$")
                    self.assertEqual(word in source["note"], id in MIRRORS)
            self.assertLessEqual(set(MIRRORS), set(sources))


class Contradicted(unittest.TestCase):
    def test_exactly_those_of_the_table_are_listed_each_with_its_correction(self):
        wanted = [row for row in table() if row["status"] == "contradicted"]
        self.assertEqual([row["number"] for row in wanted], ["c05", "c09", "c22", "c24", "c30", "c50", "c54", "c62"])
        for options, word in [([], "Correction:"), (["--lang", "es"], "Corrección:")]:
            page = run("--status", "contradicted", "--width", "80", *options)
            entries = re.findall(r"^  ([a-z0-9-]+) +(\S+)$", page, re.M)
            self.assertEqual(sorted(entries), sorted((row["id"], row["number"]) for row in wanted))
            self.assertEqual(page.count(word), len(wanted))
            self.assertEqual(list(claims_of("--status", "contradicted", *options)), [id for id, _ in entries])


if __name__ == "__main__":
    unittest.main()
