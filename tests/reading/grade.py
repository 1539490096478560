#!/usr/bin/env python3
"""How hard a plan is to read: the US school grade of Flesch and Kincaid, for each case and for the pack.

    tests/reading/grade.py build/stepcare

0.39 * words a sentence + 11.8 * syllables a word - 15.59, in English. A name of a medicine or a source, and a number, is
one short word; a part of a list is a sentence. Fails above 8 for a case, above 6.5 for the sentences of the pack that a
patient can get to read.

Read of a case's text plan: its paragraphs and lists, and the second column of a table of two ("Not for you now, and why",
the reviews). Left out: titles and headings, the timeline, schedules, the journal, and what stands behind the list of what
the plan rests on, the notice too. Read of the pack: every text, the notice too. Left out there: claims and sources, titles,
the labels of options and what is said of them, units, the words of the program."""

import glob
import os
import re
import subprocess
import sys

CASE_LIMIT, PACK_LIMIT = 8.0, 6.5
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PACK = os.path.join(ROOT, "plans", "chronic-back-pain")

# Names are no measure of a sentence. Long names only; a short one changes nothing.
NAMES = """ibuprofen naproxen sodium diclofenac celecoxib cyclobenzaprine gabapentin pregabalin duloxetine opioids? codeine
oxycodone morphine warfarin apixaban rivaroxaban clopidogrel sertraline citalopram venlafaxine amitriptyline bupropion
phenelzine moclobemide selegiline linezolid methylene lithium prednisone methotrexate ciclosporin digoxin diazepam zolpidem
tramadol fluvoxamine ciprofloxacin verapamil benzodiazepines? antihistamines? antidepressants? antacids NSAIDs? WHO NICE ACP
FDA CDC BMJ Cochrane Samaritans Pieta Lifeline PhysiApp MyTherapy""".split()
NAME = re.compile(r"\b(%s)\b" % "|".join(NAMES + [name.capitalize() for name in NAMES if name.islower()]))


# Two vowels that stand side by side and are said apart.
APART = re.compile(r"[^aeiouy][aeiouy]ing$|[^aeiouy]ea$|[^aeiouyc]eo$|dio$|riod|i(?:er|est)$|[^q]ual|uid$|(?:^|[^tc])ien[ct]|cien[ct]e?$"
                   r"|^react|^creat|^(?:tri|di|vi)a|^diet|uary$")
# An e at the end is silent, and so it is before s and d, but behind the sounds that need it: "causes", "wanted".
SILENT = re.compile(r"(?:[^laeiouyszxcgh]es|thes|(?<![eo])aches|[^dt]ed|[^laeiouy]e)$")


SHORT = "it"  # stands for a name or a number


def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    apart = len(APART.findall(word))
    word = re.sub(r"^y", "", SILENT.sub(lambda end: end[0][0], word))
    return max(1, len(re.findall(r"[aeiouy]{1,2}", word)) + apart)


def grade(sentences):
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences_of(paragraphs):
    found = []
    for paragraph in paragraphs:
        paragraph = re.sub(r"\[[\d,]+(?:, doubts)?\]|\(\d\)|[□•_]|https?:\S+", " ", paragraph)
        paragraph = re.sub(r"\b([Nn]o|Dr)\. ", r"\1 ", NAME.sub(SHORT, paragraph))
        paragraph = re.sub(r"\d+(?:[.,]\d+)*", SHORT, paragraph)
        for sentence in re.split(r"[.!?]+[\"')\]]*(?:\s+|$)", paragraph):
            words = re.findall(r"[A-Za-z][A-Za-z'-]*", sentence)
            if len(words) > 1:
                found.append(words)
    return found


def paragraphs_of_plan(text):
    """Lines of a paragraph are joined; what has more than two columns is no sentence."""
    text = re.split(r"\nWHAT THIS RESTS ON\n", text)[0]
    paragraph = []
    for line in text.split("\n") + [""]:
        cells = re.split(r"  +", re.sub(r"  +\[[\d,]+(?:, doubts)?\]$", "", line.strip()))
        second = cells[1] if len(cells) == 2 else ""
        skipped = not line.startswith("  ") or len(cells) > 2 or "■" in line or re.match(r"(weeks?|minutes)\b", second, re.I)
        title = len(cells) == 1 and line.strip().endswith("]") and cells[0] != line.strip() and not paragraph
        if (skipped or second or title or not cells[0] or cells[0].startswith(("□", "•"))) and paragraph:
            yield " ".join(paragraph)
            paragraph = []
        if not skipped and not title and cells[-1]:
            paragraph.append(cells[-1])


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in ("when", "offer", "spent", "id", "evidence", "title", "options", "look_at", "start", "add", "until",
                           "days", "every", "unit", "kind", "track", "weeks", "week", "level", "range", "type", "said",
                           "beside", "phase", "stepcare", "version", "language", "reviewed", "review_by", "files",
                           "translations", "facts", "invariants", "claims", "sources", "words"):
                yield from texts(part)


def main(program):
    failed = False
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    for case in sorted(glob.glob(os.path.join(PACK, "cases", "*.yaml"))):
        plan = subprocess.run([program, "plan", "-a", case, "--today", "2026-11-23"], capture_output=True, text=True,
                              env=environment).stdout
        measured = grade(sentences_of(paragraphs_of_plan(plan)))
        print("%5.1f  %s" % (measured, os.path.basename(case)))
        failed = failed or measured > CASE_LIMIT
    import yaml
    paragraphs = []
    for name in sorted(glob.glob(os.path.join(PACK, "*.yaml")) + glob.glob(os.path.join(PACK, "phases", "*.yaml"))):
        with open(name, encoding="utf-8") as file:
            paragraphs += texts(yaml.load(file, Loader=yaml.BaseLoader))
    if "--hardest" in sys.argv:
        for words in sorted(sentences_of(paragraphs), key=lambda words: -grade([words]))[:60]:
            print("%5.1f  %s" % (grade([words]), " ".join(words)))
    measured = grade(sentences_of(paragraphs))
    print("%5.1f  the pack, %d sentences" % (measured, len(sentences_of(paragraphs))))
    failed = failed or measured > PACK_LIMIT
    print("too hard to read" if failed else "every case at most %.1f, the pack at most %.1f" % (CASE_LIMIT, PACK_LIMIT))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
