"""`stepcare plan -f pdf`, end to end, read back by qpdf and poppler: what is on paper, what a screen reader finds, what stays out."""

import glob
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "cli"))
from run import CASES, PROGRAM, SOURCE, House, case, make_terminals, run  # noqa: E402

DAYS = ["--start", "2026-11-30", "--today", "2026-11-23"]
NAMES = sorted(os.path.basename(path)[:-5] for path in glob.glob(os.path.join(CASES, "[0-9]*.yaml")))
PHASES = ["Build a base", "More help if you need it", "Your own routine"]
A4, LETTER = "595.28 x 841.89", "612 x 792"


def tool(*arguments):
    result = subprocess.run(arguments, capture_output=True)
    if result.returncode != 0:
        raise AssertionError("%s: %s%s" % (arguments, result.stdout.decode(), result.stderr.decode()))
    return result.stdout.decode()


def info(path):
    return dict(re.split(r":\s*", line, maxsplit=1) for line in tool("pdfinfo", path).splitlines())


def text(path, *options):
    return tool("pdftotext", *options, path, "-")


def pages(path):
    return text(path, "-layout").split("\f")[:-1]


def words(of):
    """Lines are broken behind a hyphen, too."""
    return set(re.findall(r"[^\W_]+", re.sub(r"-\s*", "", of.casefold())))


def elements(path):
    """The tree of elements, as pairs of depth and name; and the text below each."""
    found = []
    for line in tool("pdfinfo", "-struct-text", path).splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        name = line.strip()
        if name.startswith('"'):
            found[-1][2].append(name[1:-1])
        elif not name.startswith("/"):
            found.append((depth, re.split(r"[ :]", name)[0], []))
    return found


def objects(path):
    return json.loads(tool("qpdf", "--json=2", "--json-key=qpdf", path))["qpdf"][1]


def dictionaries(path, kind):
    """All of a type, such as /StructElem."""
    values = (entry.get("value") for entry in objects(path).values() if isinstance(entry, dict))
    return [value for value in values if isinstance(value, dict) and value.get("/Type") == kind]


def has_font_for(language):
    return tool("fc-list", ":lang=" + language, "family") != ""


class Paper(House):
    made = {}
    folder_of_all = tempfile.mkdtemp(prefix="stepcare-test-")

    def pdf(self, *arguments, status=0):
        """A plan on paper; the same again costs nothing."""
        if arguments not in self.made or "-p" in arguments:
            path = os.path.join(self.folder_of_all, "%d.pdf" % len(self.made))
            self.check(run("plan", *arguments, "-o", path), status, b"")
            tool("qpdf", "--check", path)
            self.made[arguments] = path
        return self.made[arguments]

    def pack(self, yaml, language="en", title="A plan"):
        os.makedirs(self.path("pack"), exist_ok=True)
        self.path("pack/pack.yaml", "stepcare: 1\nid: x\ntitle: %s\nversion: 1\nlanguage: %s\nfiles: [a.yaml]\n" % (json.dumps(title), language))
        self.path("pack/a.yaml", yaml)
        return ["-p", self.path("pack")]


class EveryCase(Paper):
    def test_it_holds_every_word_of_the_text(self):
        for name in NAMES:
            for language in ("en", "es"):
                printed = run("plan", "-a", case(name), *DAYS, "--lang", language, "--width", "200")
                path = self.pdf("-a", case(name), *DAYS, "--lang", language, status=printed.returncode)
                # A journal of one week is for a screen alone.
                missing = words(printed.stdout.decode()) - words(text(path)) - words("Journal, one week. Diario, una semana.")
                self.assertEqual(missing, set(), (name, language))

    def test_withheld_it_is_one_page_and_what_to_do_is_on_top(self):
        withheld = [name for name in NAMES if run("plan", "-a", case(name)).returncode == 6]
        self.assertGreater(len(withheld), 2)
        for name in withheld:
            for size in ("a4", "letter"):
                path = self.pdf("-a", case(name), *DAYS, "--paper", size, status=6)
                self.assertEqual(info(path)["Pages"], "1", name)
                for title in PHASES + ["Journal", "Questions to take along"]:
                    self.assertNotIn(title, text(path))
        lines = text(self.pdf("-a", case("02-ben"), *DAYS, status=6), "-layout").split("\n")
        lines = [line.strip() for line in lines if line.strip()]
        self.assertEqual(lines[2], "Get help now")
        self.assertTrue(lines[3].startswith("Go to an emergency department now."), lines[3])

    def test_unscreened_it_is_one_page(self):
        path = self.pdf(*DAYS, status=5)
        self.assertEqual(info(path)["Pages"], "1")
        self.assertIn("Answer these first", text(path))

    def test_each_phase_begins_a_page_and_the_journal_has_one_for_four_weeks(self):
        for name in NAMES:
            if run("plan", "-a", case(name)).returncode != 0:
                continue
            for language in ("en", "es"):
                plan = json.loads(run("plan", "-a", case(name), "--lang", language, "-f", "json").stdout)
                titles = [phase["title"] for phase in plan["phases"]]
                sheets = pages(self.pdf("-a", case(name), *DAYS, "--lang", language))
                heads = ["\n".join([line for line in sheet.split("\n") if line.strip()][:2]) for sheet in sheets]
                first = [next(i for i, head in enumerate(heads) if title in head) for title in titles]
                self.assertEqual(first, sorted(first), (name, heads))
                self.assertEqual(first[0], 1, "the glance is one page")
                self.assertEqual(sum(1 for head in heads if re.search(r"^ *(Journal|Diario)$", head, re.M)), 3, (name, heads))
                self.assertLess(len(sheets), 18, name)

    def test_no_heading_ends_a_page(self):
        for name in NAMES:
            for size in ("a4", "letter"):
                status = run("plan", "-a", case(name)).returncode
                path = self.pdf("-a", case(name), *DAYS, "--paper", size, status=status)
                headings = {" ".join(said).strip() for depth, kind, said in elements(path) if kind in ("H1", "H2", "H3")}
                self.assertIn("Living with chronic back pain", headings)
                for sheet in pages(path):
                    lines = [line.strip() for line in sheet.split("\n") if line.strip()]
                    self.assertTrue(lines[-1].startswith("chronic-back-pain 2026"), lines[-1])
                    self.assertNotIn(re.split(r"\s{3,}", lines[-2])[0], headings)

    def test_all_fonts_are_embedded(self):
        rows = tool("pdffonts", self.pdf("-a", case("01-ana"), *DAYS)).splitlines()
        embedded = rows[0].index("emb")
        self.assertGreater(len(rows), 3)
        for row in rows[2:]:
            self.assertEqual(row[embedded:embedded + 3], "yes", row)


class Week(Paper):
    def test_a_week_is_one_page_however_full(self):
        for name in ("01-ana", "07-gus", "11-kim"):
            for week in (1, 4, 6, 12):
                for size in ("a4", "letter"):
                    path = self.pdf("-a", case(name), *DAYS, "--week", str(week), "--paper", size, "--lang", "es")
                    self.assertEqual(info(path)["Pages"], "1", (name, week))
        self.assertIn("Walking: 20 minutes", " ".join(text(self.pdf("-a", case("01-ana"), *DAYS, "--week", "3")).split()))

    def test_its_boxes_are_a_table_with_headers(self):
        path = self.pdf("-a", case("01-ana"), *DAYS, "--week", "3")
        headers = [element for element in dictionaries(path, "/StructElem") if element["/S"] == "/TH"]
        scopes = [header["/A"]["/Scope"] for header in headers]
        self.assertEqual(scopes.count("/Column"), 7)
        self.assertGreater(scopes.count("/Row"), 5)


class Accessible(Paper):
    def setUp(self):
        super().setUp()
        self.ana = self.pdf("-a", case("01-ana"), *DAYS)

    def catalog(self, path):
        return dictionaries(path, "/Catalog")[0]

    def test_title_language_and_day(self):
        shown = info(self.ana)
        self.assertEqual((shown["Title"], shown["Tagged"]), ("Living with chronic back pain", "yes"))
        self.assertTrue(shown["CreationDate"].startswith("Mon Nov 23"), shown["CreationDate"])
        self.assertEqual(self.catalog(self.ana)["/Lang"], "u:en")
        self.assertEqual(self.catalog(self.ana)["/ViewerPreferences"], {"/DisplayDocTitle": True})
        spanish = self.pdf("-a", case("01-ana"), *DAYS, "--lang", "es")
        self.assertEqual(self.catalog(spanish)["/Lang"], "u:es")

    def test_headings_go_down_by_one_and_hold_their_words(self):
        headings = [(int(kind[1]), " ".join(said)) for depth, kind, said in elements(self.ana) if re.fullmatch(r"H\d", kind)]
        self.assertEqual(headings[0], (1, "Living with chronic back pain"))
        self.assertIn((2, "Build a base"), headings)
        self.assertIn((3, "Walking"), headings)
        for before, after in zip(headings, headings[1:]):
            self.assertLessEqual(after[0], before[0] + 1, (before, after))

    def test_lists_have_items_and_words_are_not_torn(self):
        kinds = [kind for depth, kind, said in elements(self.ana)]
        self.assertGreater(kinds.count("L"), 10)
        self.assertEqual(kinds.count("LI"), kinds.count("LBody"))
        said = [" ".join(said) for depth, kind, said in elements(self.ana)]
        self.assertTrue(any("lose control of pee or poo, or both legs hurt, get weak or go numb" in " ".join(one.split()) for one in said))

    def test_a_schedule_is_a_table_with_headers(self):
        rows, cells = [], []
        for depth, kind, said in elements(self.ana):
            if kind == "TR":
                rows.append([])
            elif kind in ("TH", "TD"):
                rows[-1].append((kind, "".join(said).strip()))
        self.assertEqual([kind for kind, said in rows[0]], ["TH"] * 6)
        self.assertEqual(rows[0][0][1], "week")
        self.assertEqual(rows[1][0], ("TH", "minutes"))
        self.assertEqual(rows[1][1:], [("TD", minutes) for minutes in ("10", "15", "20", "25", "30")])

    def test_each_figure_says_what_it_shows(self):
        figures = [element for element in dictionaries(self.ana, "/StructElem") if element["/S"] == "/Figure"]
        said = [figure["/Alt"] for figure in figures]
        self.assertEqual(len(said), 6)
        for words_in in ["The weeks in a row. Weeks 1-4, Build a base (you start here)", "A bar for each week. week 1: 10 minutes",
                         "Stairs, the first step lowest.", "To fill in by hand, a line a day: Pain number; Walking"]:
            self.assertTrue(any(words_in in one for one in said), (words_in, said))

    def test_the_outline_has_the_phases(self):
        outlines = [entry["value"] for entry in objects(self.ana).values()
                    if isinstance(entry, dict) and isinstance(entry.get("value"), dict) and "/Title" in entry["value"] and "/Parent" in entry["value"]]
        titles = [outline["/Title"][2:] for outline in outlines]
        for title in PHASES + ["Walking", "Reviews", "Questions to take along", "What this rests on"]:
            self.assertIn(title, titles)

    def test_references_lead_to_sources_and_sources_to_the_web(self):
        links = [link for link in dictionaries(self.ana, "/Annot") if link["/Subtype"] == "/Link"]
        addresses = [link["/A"]["/URI"] for link in links if "/A" in link]
        inside = {link["/Dest"] for link in links if "/Dest" in link}
        names = re.findall(r'"(source-\d+)"', tool("pdfinfo", "-dests", self.ana))
        self.assertGreater(len(inside), 10)
        self.assertLessEqual({name[2:] for name in inside}, set(names))
        self.assertEqual(len(links), len([link for link in links if "/A" in link or "/Dest" in link]))
        self.assertGreater(len(addresses), 0)
        for address in addresses:
            self.assertTrue(re.match(r"u:https?://", address), address)


class Input(Paper):
    ITEM = "phase: one\nweeks: 1-4\ntitle: T\ngoal: G.\nitems:\n  - {id: a, kind: exercise, title: %s, say: %s, track: tick}\n"

    def test_the_same_input_makes_the_same_bytes(self):
        path = self.pdf("-a", case("01-ana"), *DAYS)
        with open(path, "rb") as file:
            first = file.read()
        again = run("plan", "-f", "pdf", "-a", case("01-ana"), *DAYS, env={"TZ": "Pacific/Kiritimati", "HOME": self.folder})
        self.assertEqual(again.stdout == first, True)
        self.assertEqual(again.stderr, b"")
        other = run("plan", "-f", "pdf", "-a", case("01-ana"), "--today", "2026-11-23").stdout
        number = re.compile(rb"/ID \[<(\w+)>")
        self.assertNotEqual(number.search(first).group(1), number.search(other).group(1))

    def test_paper(self):
        for more, locale, size in [([], "C.UTF-8", A4), ([], "de_DE.UTF-8", A4), ([], "en_US.UTF-8", LETTER), ([], "es_MX", LETTER), ([], "en_GB.UTF-8", A4),
                                   (["--paper", "letter"], "de_DE", LETTER), (["--paper", "a4"], "en_US", A4)]:
            path = self.path("plan.pdf")
            self.check(run("plan", "-a", case("01-ana"), *DAYS, *more, "-o", path, env={"LC_ALL": locale}), 0)
            self.assertIn(size, info(path)["Page size"], (more, locale))
        self.check(run("plan", "-a", case("01-ana"), *DAYS, "-o", path, env={"LC_ALL": "", "LC_PAPER": "en_CA.UTF-8", "LANG": "fr_FR"}), 0)
        self.assertIn(LETTER, info(path)["Page size"])
        for size in ("a5", "A4", ""):
            self.check(run("plan", "--paper", size), 2, err=b"a4 or letter")

    def test_a_terminal_gets_no_pdf(self):
        master, slave = pty.openpty()
        result = subprocess.run([PROGRAM, "plan", "-f", "pdf", "--no-input"], stdin=subprocess.DEVNULL, stdout=slave, stderr=subprocess.PIPE)
        os.close(slave)
        os.close(master)
        self.check(subprocess.CompletedProcess([], result.returncode, b"", result.stderr), 2, err=b"-o plan.pdf")

    def test_hostile_words_stay_words(self):
        pack = self.pack(self.ITEM % ('"</title><script>alert(1)</script> \\u202Egnp.exe"', "\"(unbalanced \\\\ ) ' uri='x' %s %n\""), title="A\u202eplan) /URI (x")
        path = self.pdf(*pack)
        shown = text(path)
        self.assertIn("<script>alert(1)</script>", shown)
        self.assertIn("(unbalanced \\ ) ' uri='x' %s %n", shown)
        for place in (shown, json.dumps(objects(path), ensure_ascii=False), info(path)["Title"]):
            self.assertFalse("\u202e" in place)
        self.assertEqual(dictionaries(path, "/Annot"), [])

    def test_an_address_that_is_none_of_the_web_leads_nowhere(self):
        ledger = ("claims:\n  - {id: c, says: S., status: supported, sources: [x, y, z]}\nsources:\n  - {id: x, title: X, link: \"javascript:alert(1)\"}\n"
                  "  - {id: y, title: Y, link: \"https://example.org/a'b) pos=[1 2\"}\n"
                  "  - {id: z, title: Z, link: \"pubmed 26182316; PMC8489297\"}\n")
        path = self.pdf(*self.pack(self.ITEM.replace("track: tick", "evidence: [c]") % ("A", "S") + ledger))
        self.assertEqual([link for link in dictionaries(path, "/Annot") if "/A" in link], [])

    def test_long_words_and_many_of_them(self):
        for length in (300, 301, 1000, 10000):
            for word in ("w" * length, "ы" * length, "मि" * (length // 2), "字" * length, "a b " * (length // 4)):
                pack = self.pack(self.ITEM % (word, word), title=word)
                path = self.path("plan.pdf")
                result = run("plan", *pack, "-o", path, timeout=20)
                if result.returncode == 4:
                    self.assertIn(b"no font has the character", result.stderr)
                    continue
                self.check(result, 0)
                tool("qpdf", "--check", path)
        goal = self.pdf("-a", case("01-ana"), *DAYS, "-s", "goal=" + "x" * 120)
        self.assertIn("xxx", text(goal))

    def test_many_items_have_their_pages(self):
        items = "".join("  - {id: i%d, kind: practice, title: Item %d, say: Say it., how: [One., Two.], track: tick}\n" % (i, i) for i in range(400))
        path = self.pdf(*self.pack("phase: one\nweeks: 1-4\ntitle: T\ngoal: G.\nitems:\n" + items))
        shown = text(path)
        for number in (0, 199, 399):
            self.assertIn("Item %d\n" % number, shown)
        self.assertLess(int(info(path)["Pages"]), 100)

    def test_more_than_paper_can_hold_is_an_error(self):
        items = "".join("  - {id: i%d, kind: advice, title: Item %d, say: %s}\n" % (i, i, "word " * 800) for i in range(400))
        path = self.path("plan.pdf", "before")
        self.check(run("plan", *self.pack("phase: one\nweeks: 1-4\ntitle: T\ngoal: G.\nitems:\n" + items), "-o", path, timeout=20), 3,
                   err=b"too long for paper")
        with open(path) as file:
            self.assertEqual(file.read(), "before")

    def test_a_character_that_no_font_has_is_named(self):
        result = run("plan", *self.pack(self.ITEM % ("A", "\"A \\uE123 b\"")), "-f", "pdf")
        self.check(result, 4, err=b"no font has the character")
        self.assertIn(b"U+E123", result.stderr)
        self.assertEqual(result.stdout, b"")


class Scripts(Paper):
    SAID = {
        "es": "Camine despacio, señor: ¿cómo está?", "pl": "Zażółć gęślą jaźń",
        "hi": "धीरे चलें और साँस लें", "ar": "امش ببطء وتنفس بعمق", "zh": "慢慢走，深呼吸",
    }

    def test_what_is_written_in_any_script_can_be_read_back(self):
        read = 0
        for language, said in self.SAID.items():
            if not has_font_for(language):
                continue
            pack = self.pack(Input.ITEM % (json.dumps(said), json.dumps(said + " 1-4.")), language=language, title=said)
            path = self.pdf(*pack)
            self.assertEqual(info(path)["Title"], said)
            self.assertEqual(dictionaries(path, "/Catalog")[0]["/Lang"], "u:" + language)
            # Signs that stand above or before their letter come back in an order of their own.
            self.assertGreaterEqual(set(re.sub(r"\s", "", text(path))), set(re.sub(r"\s", "", said)) - set("िंँ"), language)
            read += 1
        self.assertGreaterEqual(read, 4)

    def test_arabic_begins_at_the_right(self):
        if not has_font_for("ar"):
            self.skipTest("no font for Arabic")
        path = self.pdf(*self.pack(Input.ITEM % (json.dumps(self.SAID["ar"]), json.dumps(self.SAID["ar"])), language="ar", title=self.SAID["ar"]))
        boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', text(path, "-bbox"))
        title = [float(right) for left, top, right in boxes if float(top) < 80]
        self.assertAlmostEqual(max(title), 595.28 - 56, delta=3)


def tearDownModule():
    shutil.rmtree(Paper.folder_of_all)


if __name__ == "__main__":
    make_terminals()
    unittest.main()
