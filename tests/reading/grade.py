#!/usr/bin/env python3
"""How hard a plan is to read: the US school grade of Flesch and Kincaid, for each case and for the pack.

    tests/reading/grade.py build/stepcare

0.39 * words a sentence + 11.8 * syllables a word - 15.59. Counted on the text plan without the names of medicines and
sources, tables and headings; a part of a list counts as a sentence. Fails above 8 for a case, above 6.5 for the sentences
of the pack that a patient can get to read."""

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
NAME = re.compile(r"\b(%s)\b" % "|".join("%s|%s" % (name, name.capitalize()) for name in NAMES))


def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = re.sub(r"(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$", lambda end: end[0][0], word)
    word = re.sub(r"^y", "", word)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", word)))


def grade(sentences):
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences_of(paragraphs):
    found = []
    for paragraph in paragraphs:
        paragraph = re.sub(r"\[[\d,]+(?:, doubts)?\]|\(\d\)|[□_]|https?:\S+", " ", paragraph)
        paragraph = re.sub(r"\b([Nn]o|Dr)\. ", r"\1 ", NAME.sub(" ", paragraph))
        for sentence in re.split(r"[.!?]+[\"')\]]*(?:\s+|$)", paragraph):
            words = re.findall(r"[A-Za-z][A-Za-z'-]*", sentence)
            if len(words) > 1:
                found.append(words)
    return found


def paragraphs_of_plan(text):
    """Lines of a paragraph are joined; headings, the timeline, schedules and the journal are no sentences."""
    text = re.split(r"\nWHAT THIS RESTS ON\n", text)[0]
    paragraph = []
    for line in text.split("\n") + [""]:
        stripped = line.strip()
        heading = not line.startswith("  ") or re.match(r"\s+(week|minutes|times|Mon|Tue)\b", line) or "■" in line
        starts = stripped.startswith("□") or (paragraph and not stripped)
        if (starts or heading) and paragraph:
            yield " ".join(paragraph)
            paragraph = []
        if stripped and not heading and not re.search(r"  +\S", stripped):
            paragraph.append(stripped)


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
