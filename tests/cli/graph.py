"""`stepcare graph`, end to end: formats, the own way, Graphviz there and not there."""

import os
import re
import shutil
import unittest
import xml.dom.minidom

from run import House, case, run


class Graph(House):
    def test_the_pack_alone(self):
        result = run("graph")
        self.check(result, 0, b'label="Living with chronic back pain')
        for words in (b"Get help now", b"6 red flags", b"Weeks 1-4", b"Needed?", b"1. Anti-", b"3. Duloxetine", b"None fits"):
            self.assertIn(words, result.stdout)
        self.assertNotIn(b"YOU ARE HERE", result.stdout)
        self.assertEqual(run("graph", "chronic-back-pain").stdout, result.stdout)

    def test_the_own_way_is_marked(self):
        for name, here in [("04b-dev-lungs", "step_0_2"), ("02-ben", "stop_0"), ("07-gus", "without_0"), ("05-eva", "end_0")]:
            for form in ("dot", "mermaid"):
                text = run("graph", "-a", case(name), "-f", form).stdout.decode()
                marked = [line.split()[0] for line in text.split("\n") if re.search(r"(YOU|HERE)", line)]
                self.assertEqual([re.match(r"\w+", mark)[0] for mark in marked], [here], name)

    def test_the_format_follows_the_ending(self):
        for ending, start in [(".dot", "digraph"), (".gv", "digraph"), (".mmd", "flowchart"), (".svg", "<?xml")]:
            path = self.path("way" + ending)
            self.check(run("graph", "-o", path), 0)
            with open(path, encoding="utf-8") as file:
                self.assertTrue(file.read().startswith(start), ending)
        self.check(run("graph", "-o", self.path("way.png")), 2, b"", b"no format has the ending '.png'")
        self.check(run("graph", "-f", "png"), 2, b"", b"dot, mermaid, svg")

    def test_svg_is_a_slide_in_the_words_of_the_pack(self):
        result = run("graph", "-f", "svg", "-a", case("04-dev"), "--lang", "es")
        self.check(result, 0)
        svg = xml.dom.minidom.parseString(result.stdout).documentElement
        width, height = (float(svg.getAttribute(side).rstrip("pt")) for side in ("width", "height"))
        self.assertLessEqual((width, height), (961, 541))
        words = " ".join(node.firstChild.data for node in svg.getElementsByTagName("text"))
        self.assertIn("USTED ESTÁ AQUÍ", words)
        # 14 points on a slide of 7.5 inches can be read from the back of a room; Spanish words are the longest here.
        scale = float(re.search(r"scale\(([\d.]+)", result.stdout.decode())[1])
        smallest = min(float(node.getAttribute("font-size")) for node in svg.getElementsByTagName("text"))
        self.assertGreaterEqual(smallest * scale, 14)

    def test_without_graphviz_it_says_what_to_install(self):
        self.check(run("graph", "-f", "svg", env={"PATH": self.folder}), 4, b"", b"apt-get install graphviz")
        self.check(run("graph", "-f", "dot", env={"PATH": self.folder}), 0)

    def test_a_graphviz_that_fails_is_said(self):
        for script in ("exit 3", "cat >/dev/null; exit 1", "exec cat >/dev/null", "echo '<svg'; exit 7", "kill -9 $$"):
            os.chmod(self.path("dot", "#!/bin/sh\nPATH=/usr/bin:/bin\n%s\n" % script), 0o755)
            result = run("graph", "-f", "svg", "-o", self.path("way.svg"), env={"PATH": self.folder})
            self.check(result, 4, b"", b"Graphviz could not draw this")
            self.assertFalse(os.path.exists(self.path("way.svg")))

    def test_a_large_pack_goes_through_the_pipes(self):
        phases = "".join("phase: p%d\nweeks: %d\ntitle: %s\ngoal: g\n" % (n, n, "word " * 20) for n in range(1, 2))
        ladder = "ladder:\n  id: l\n  otherwise: o\n  exhausted: e\n  steps:\n" + "".join(
            "    - {id: s%d, title: S, items: [%s]}\n" % (n, ", ".join(
                "{id: i%d-%d, kind: advice, title: %s, say: s}" % (n, k, "title " * 9) for k in range(60))) for n in range(40))
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: [p.yaml]\n")
        self.path("p.yaml", phases + ladder)
        os.chmod(self.path("dot", "#!/bin/sh\nexec /bin/cat\n"), 0o755)
        drawn = run("graph", "-p", self.folder, "-f", "svg", env={"PATH": self.folder}, timeout=60)
        self.assertEqual(drawn.stdout, run("graph", "-p", self.folder, "-f", "dot").stdout)
        self.assertGreater(len(drawn.stdout), 2 * 65536)

    def test_wrong_answers_and_packs(self):
        self.check(run("graph", "-s", "agee=3"), 3, b"", b"did you mean 'age'")
        self.check(run("graph", "no-such-pack"), 2, b"", b"there is no built-in pack")
        self.check(run("graph", self.folder + "/"), 4, b"", b"pack.yaml")


if __name__ == "__main__":
    if shutil.which("dot") is None:
        raise SystemExit("these tests need Graphviz: apt-get install graphviz")
    unittest.main()
