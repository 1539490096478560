"""Writes the README's samples of pages anew from the golden pages: parts of them, with [...] between."""

import re

SAMPLES = [  # the golden page, and its pieces: first line, and the line before which the piece ends, or None: that paragraph
    ("01-ana.text", [
        (r"^LIVING WITH", r"^STOP AND"),
        (r"^WEEKS 1-4 ", r"^  Belly breathing"),
        (r"^WEEKS 5-8 ", None),
        (r"^  Your step:", r'^    □ "Could naproxen'),
        (r"^  Not for you now", r"^  After any|^  Later"),
    ]),
    ("04-dev-why-ibuprofen.text", [
        (r"^WHY: ", r"^      not true  You have kidney"),
        (r"^  What would have", r"^WHAT THIS RESTS"),
        (r"^WHAT THIS RESTS", r"^  \[2\]"),
    ]),
]


def cut(lines, first, last):
    start = next(number for number, line in enumerate(lines) if re.match(first, line))
    end = start + 1
    while not (re.match(last, lines[end]) if last else lines[end] == ""):
        end += 1
    return "\n".join(lines[start:end]).rstrip()


def sample(name, pieces):
    with open("tests/golden/" + name, encoding="utf-8") as file:
        page = file.read().split("\n")
    text = ""
    for number, (first, last) in enumerate(pieces):
        joint = "" if number == 0 else "\n\n" if name == "01-ana.text" and number == 1 else "\n\n  [...]\n\n"
        text += joint + cut(page, first, last)
    return "```text\n" + text + "\n```"


with open("README.md", encoding="utf-8") as file:
    readme = file.read()
samples = iter([sample(*each) for each in SAMPLES])
with open("README.md", "w", encoding="utf-8") as file:
    file.write(re.sub(r"```text\n.*?\n```", lambda found: next(samples), readme, flags=re.S))
