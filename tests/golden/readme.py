"""Writes the README's sample of a plan anew from the golden plan of its person: parts of it, with [...] between."""

import re

PIECES = [  # first line, and the line before which the piece ends; None: the piece is that paragraph
    (r"^LIVING WITH", r"^STOP AND"),
    (r"^WEEKS 1-4 ", r"^  Belly breathing"),
    (r"^WEEKS 5-8 ", None),
    (r"^  Your step:", r'^    □ "Could naproxen'),
    (r"^  Not for you now", r"^  After any|^  Later"),
]


def cut(lines, first, last):
    start = next(number for number, line in enumerate(lines) if re.match(first, line))
    end = start + 1
    while not (re.match(last, lines[end]) if last else lines[end] == ""):
        end += 1
    return "\n".join(lines[start:end]).rstrip()


with open("tests/golden/01-ana.text", encoding="utf-8") as file:
    plan = file.read().split("\n")
sample = ""
for number, (first, last) in enumerate(PIECES):
    joint = "" if number == 0 else "\n\n" if number == 1 else "\n\n  [...]\n\n"
    sample += joint + cut(plan, first, last)
with open("README.md", encoding="utf-8") as file:
    readme = file.read()
with open("README.md", "w", encoding="utf-8") as file:
    file.write(re.sub(r"```text\n.*?\n```", lambda found: "```text\n" + sample + "\n```", readme, count=1, flags=re.S))
