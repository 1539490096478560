#!/usr/bin/env python3
"""Writes stepcare(3) from include/stepcare/stepcare.h: the header is the manual, and this is its other form.

usage: from-header.py HEADER > man/stepcare.3
"""
import re
import sys
import textwrap


def words(comment):
    """The words of a C comment, one space between them."""
    lines = (line.strip().lstrip("*").strip() for line in comment.strip()[2:-2].splitlines())
    paragraphs = "\n".join(lines).split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip()]


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-") if text.startswith("-") else text.replace("\\", "\\e")
    return "\\&" + text if text[:1] in ".'" else text


def filled(text):
    """Roff input: a sentence a line, so that none gets two spaces in the middle."""
    sentences = re.split(r"(?<=[.!?:;]) +(?=[A-Z\"`])", text)
    return "\n".join(escaped(line) for sentence in sentences
                     for line in textwrap.wrap(sentence, 100, break_on_hyphens=False))


def declaration(code):
    """A declaration as a literal block."""
    body = "\n".join(escaped(line) for line in code.replace("SC_API ", "").splitlines())
    return f".Bd -literal\n{body}\n.Ed"


def pieces(header):
    """Comments and declarations of the header, in order."""
    inside = header[header.index('extern "C" {'):]
    inside = inside[inside.index("#if defined(__GNUC__)"):]
    inside = inside[inside.index("#endif") + len("#endif"):inside.rindex("#ifdef __cplusplus")]
    pattern = re.compile(r"/\*.*?\*/(?=\n)|^[^\n/#][^;{]*(?:\{[^}]*\}[^;]*)?;(?:[ ]*/\*.*?\*/)?", re.S | re.M)
    return [match.group(0).strip() for match in pattern.finditer(inside)]


def page(header):
    date = "November 24, 2026"
    out = [f".Dd {date}", ".Dt STEPCARE 3", ".Os", ".Sh NAME", ".Nm stepcare",
           ".Nd plans from packs and answers, as a C library", ".Sh LIBRARY", ".Lb libstepcare",
           ".Sh SYNOPSIS", ".In stepcare/stepcare.h", ".Pp", ".Dl cc ... $(pkg\\-config --cflags --libs stepcare)",
           ".Sh DESCRIPTION"]
    out[out.index(".Lb libstepcare")] = "libstepcare (\\-lstepcare)"
    first = re.match(r"/\*.*?\*/", header, re.S).group(0)
    for number, paragraph in enumerate(words(first)):
        out += ([".Pp"] if number else []) + [filled(paragraph)]
    waiting = None
    for piece in pieces(header):
        title = re.match(r"/\* -+ (.*?) -+ \*/$", piece)
        if title:
            if waiting:
                out += [".Pp", waiting]
            waiting = None
            out += [".Ss " + title.group(1).split(":")[0]]
        elif piece.startswith("/*"):
            if waiting:
                out += [".Pp", waiting]
            waiting = "\n.Pp\n".join(filled(paragraph) for paragraph in words(piece))
        else:
            out += [declaration(piece)]
            if waiting:
                out += [waiting]
            waiting = None
    out += [".Sh SEE ALSO", ".Xr stepcare 1 ,", ".Xr stepcare\\-pack 5".replace("\\-", "-")]
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(page(file.read()))
