#!/usr/bin/env python3
"""Is the net tight? Breaks the built-in pack in one place after the other, and sees whether its cases and proofs notice.

    tests/mutants/mutants.py build/stepcare [--only TEXT] [--every N] [--jobs N]

Each mutant is one edit: a rule taken out or always true, an `and` for an `or`, a condition turned round, an option left out
of a list, a number moved by one, an alert less pressing. `stepcare test` must fail on it, or refuse it, or `stepcare prove` must fail. One that changes nothing stands
in equivalent.txt with the reason. Fails where a mutant lives on that is not listed, or is listed and does not.
"""

import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, namedtuple

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
PACK = os.path.join(HERE, "..", "..", "plans", "chronic-back-pain")
EQUIVALENT = os.path.join(HERE, "equivalent.txt")
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LEVELS = ["emergency", "urgent", "clinician", "out-of-scope", "note"]
RULE_LISTS = ["avoid", "caution", "notes", "alerts"]
CONDITIONS = ["when", "offer", "spent"]
SCHEDULE_NUMBERS = ["start", "add", "until", "days"]

# Where in the pack, what is done there, the file, and the bytes of it that become others.
Mutant = namedtuple("Mutant", "owner change file start end text")


def name_of(node, number):
    """What an element of a list is called: its id, its week, or its number."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id":
                return value.value
    return str(number)


def words(text):
    return " ".join(text.split())


class File:
    """One file of the pack, and every edit of it."""

    def __init__(self, name):
        self.name = name
        with open(os.path.join(PACK, name), encoding="utf-8", newline="") as file:
            self.text = file.read()
        self.content = yaml.load(self.text, Loader=LOADER)
        self.mutants = []
        self.walk(yaml.compose(self.text), [])

    def add(self, owner, change, start, end, text):
        if owner[0] in ("goal", "say", "next"):  # of a phase: more than one has them
            owner = [self.content["phase"]] + owner
        self.mutants.append(Mutant("/".join(owner), change, self.name, start, end, text))

    def walk(self, node, owner):
        if isinstance(node, yaml.MappingNode):
            for number, (key, value) in enumerate(node.value):
                self.entry(node, number, key.value, value, owner)
                if key.value not in ("invariants", "claims", "sources", "questions"):
                    self.walk(value, owner + [key.value])
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                if owner and owner[-1] in RULE_LISTS:
                    self.drop_element(node, number, owner)
                self.walk(value, owner + [name_of(value, number + 1)])

    def entry(self, mapping, number, key, value, owner):
        here = owner + [key]
        if key in CONDITIONS:
            if key != "when" or owner == ["ladder"] or owner[:-1] == ["warnings"]:
                self.drop_entry(mapping, number, here)
            elif value.value != "yes":
                self.always(value, here)
            self.condition(value, here)
        if owner[-1:] == ["facts"] and re.search(r"[<>=]|\b(or|and|not|in)\b", value.value):
            self.condition(value, here)
        if key == "level":
            for level in LEVELS[LEVELS.index(value.value) + 1:]:
                self.add(here, "%s -> %s" % (value.value, level), value.start_mark.index, value.end_mark.index, level)
        if key in SCHEDULE_NUMBERS and value.value.isdigit():
            self.moved(here, *self.inner(value), r"\d+")

    def drop_entry(self, mapping, number, here):
        """A key with its value, and what parts it from the next."""
        pairs = mapping.value
        if number + 1 < len(pairs):
            start, end = pairs[number][0].start_mark.index, pairs[number + 1][0].start_mark.index
        elif number > 0:
            start, end = pairs[number - 1][1].end_mark.index, pairs[number][1].end_mark.index
        else:
            return
        self.add(here, "left out", start, end, "")

    def drop_element(self, sequence, number, owner):
        """From its hyphen to that of the next; of a list of one element, the list is left empty."""
        elements = sequence.value
        here = owner + [name_of(elements[number], number + 1)]
        if len(elements) == 1:
            self.add(here, "left out", sequence.start_mark.index, elements[0].end_mark.index, "[]")
            return
        hyphen = self.text.rindex("-", 0, elements[number].start_mark.index)
        following = elements[number + 1].start_mark.index if number + 1 < len(elements) else None
        end = self.text.rindex("-", 0, following) if following else elements[number].end_mark.index
        self.add(here, "left out", hyphen, end, "")

    def always(self, node, here):
        """What leaving it out would mean, where it has to be there."""
        at, text = self.inner(node)
        self.edit(here, at, text, 0, len(text), "yes")

    def condition(self, node, here):
        at, text = self.inner(node)
        self.edit(here, at, text, 0, len(text), "not (%s)" % text)
        for word in re.finditer(r"\b(and|or)\b", text):
            self.edit(here, at, text, word.start(), word.end(), "or" if word[0] == "and" else "and")
        self.moved(here, at, text, r"(?<=[<>=] )\d+\b|\b\d+(?= [<>=])")
        for listed in re.finditer(r"\[([^]]*)\]", text):
            options = listed[1].split(", ")
            for number in range(len(options) if len(options) > 1 else 0):
                rest = ", ".join(options[:number] + options[number + 1:])
                self.edit(here, at, text, listed.start(1), listed.end(1), rest)

    def inner(self, node):
        """What a scalar says, without its quotes or the mark and the last line's end of a block; and where it begins."""
        start, end = node.start_mark.index, node.end_mark.index
        said = re.fullmatch(r"\"(.*)\"|>\n\s*(.*?)\s*|([^\">].*)", self.text[start:end], re.S)
        return start + said.start(said.lastindex), said[said.lastindex]

    def moved(self, here, at, text, pattern):
        for number in re.finditer(pattern, text):
            for value in (int(number[0]) - 1, int(number[0]) + 1):
                if value >= 0:
                    self.edit(here, at, text, number.start(), number.end(), str(value))

    def edit(self, here, at, text, start, end, new):
        """Bytes `start` to `end` of the text that begins at `at`."""
        change = "%s -> %s" % (words(text), words(text[:start] + new + text[end:]))
        self.add(here, change, at + start, at + end, new)


def all_mutants():
    with open(os.path.join(PACK, "pack.yaml"), encoding="utf-8") as file:
        names = ["pack.yaml"] + yaml.load(file, Loader=LOADER)["files"]
    files = {name: File(name) for name in names}
    return files, [mutant for name in names for mutant in files[name].mutants]


def changed(file, mutant):
    text = file.text[:mutant.start] + mutant.text + file.text[mutant.end:]
    assert yaml.load(text, Loader=LOADER) != file.content, "no change: %s: %s" % (mutant.owner, mutant.change)
    return text


def difference(file, mutant):
    """The lines that change, with their place."""
    first = file.text.count("\n", 0, mutant.start)
    old = file.text.split("\n")[first:file.text.count("\n", 0, mutant.end) + 1]
    whole = file.text[:mutant.start] + mutant.text + file.text[mutant.end:]
    new = whole.split("\n")[first:first + len(old) - (len(file.text.split("\n")) - len(whole.split("\n")))]
    return "\n".join(["%s:%d: %s" % (mutant.file, first + 1, mutant.owner)] + ["  - " + line for line in old if line not in new]
                     + ["  + " + line for line in new if line not in old])


class Judge:
    """A copy of the pack for each worker; what notices that it is broken."""

    def __init__(self, program, files, folder):
        self.program, self.files, self.folder = program, files, folder
        self.free = []

    def ends(self, command, pack, good):
        result = subprocess.run([self.program, command, "-q", pack], capture_output=True, timeout=120)
        if result.returncode not in good:
            sys.exit("stepcare %s ended with %d: %s" % (command, result.returncode, result.stderr.decode()))
        return result.returncode

    def judge(self, mutant):
        try:
            pack = self.free.pop()
        except IndexError:
            pack = tempfile.mkdtemp(dir=self.folder)
            shutil.copytree(PACK, pack, dirs_exist_ok=True)
        path = os.path.join(pack, mutant.file)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(changed(self.files[mutant.file], mutant))
        status = self.ends("test", pack, {0, 1, 3})
        verdict = {0: "alive", 1: "test", 3: "check"}[status]
        if verdict == "alive" and self.ends("prove", pack, {0, 1}) == 1:
            verdict = "prove"
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(self.files[mutant.file].text)
        self.free.append(pack)
        return verdict


def listed():
    """Mutants that change nothing: a line each, and below it, indented, why."""
    reasons, last = {}, None
    with open(EQUIVALENT, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            if line[0].isspace():
                reasons[last] += line.strip()
            else:
                last = line.strip()
                reasons[last] = ""
    return reasons


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--only", default="", help="mutants whose name holds this")
    parser.add_argument("--every", type=int, default=1, help="one in so many of them, and those that are listed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    began = time.time()
    files, mutants = all_mutants()
    name = lambda mutant: "%s: %s" % (mutant.owner, mutant.change)
    assert len(set(map(name, mutants))) == len(mutants), Counter(map(name, mutants)).most_common(3)
    equivalent = listed()
    chosen = [mutant for number, mutant in enumerate(mutants)
              if options.only in name(mutant) and (number % options.every == 0 or name(mutant) in equivalent)]
    with tempfile.TemporaryDirectory(prefix="stepcare-mutants-") as folder:
        judge = Judge(os.path.abspath(options.program), files, folder)
        assert judge.ends("test", PACK, {0, 1, 3}) == 0 and judge.ends("prove", PACK, {0, 1}) == 0, "the pack itself does not hold"
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            verdicts = list(pool.map(judge.judge, chosen))
    count = Counter(verdicts)
    alive = {name(mutant): mutant for mutant, verdict in zip(chosen, verdicts) if verdict == "alive"}
    bad = False
    for each, mutant in alive.items():
        if each not in equivalent:
            print("ALIVE  %s\n%s" % (each, difference(files[mutant.file], mutant)))
            bad = True
    for each, reason in equivalent.items():
        if not options.only and (each not in alive or not reason):
            print("listed in equivalent.txt, and %s: %s" % ("without a reason" if each in alive else "not alive", each))
            bad = True
    print("%d mutants: %d caught by test, %d by prove, %d refused by check, %d alive, %d of them listed (%d s)"
          % (len(chosen), count["test"], count["prove"], count["check"], count["alive"],
             sum(each in equivalent for each in alive), time.time() - began))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
