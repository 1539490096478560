"""Packs and sheets, broken at random in many small ways: the program ends with a status of its own, says nothing that
a terminal would obey, and takes no longer than it should. The seed is fixed, so that a failure comes again.

    python3 tests/fuzz/mutate.py PROGRAM RUNS [SEED]
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", "plans", "chronic-back-pain"))
PIECES = [b"{", b"}", b"[", b"]", b": ", b" #", b"'", b'"', b"- ", b"\n", b"&a ", b"*a", b"!!x ", b"\t", b"\\", b"\x00", b"\x1b[31m",
          b"\xff", b"\xe2\x80\xae", b" and ", b" not ", b"(", b")", b" / 0", b" * age", b"{age}", b"{{", b"99999999999999999999",
          b"0.0000001", b"1e9", b"when: ", b"say: ", b"id: ", b"none", b"unknown", b"~", b"%s%n", b"| ", b"> ", b"---\n", b"? "]


def mutate(dice, data):
    data = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data) + 1)
        kind = dice.randrange(5)
        if kind == 0:
            del data[at:at + dice.randint(1, 40)]
        elif kind == 1:
            data[at:at] = dice.choice(PIECES)
        elif kind == 2 and data:
            other = dice.randrange(len(data))
            data[at:at] = data[other:other + dice.randint(1, 200)]
        elif kind == 3 and at < len(data):
            data[at] = dice.randrange(256)
        else:
            lines = bytes(data).split(b"\n")
            one, two = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[one], lines[two] = lines[two], lines[one]
            data = bytearray(b"\n".join(lines))
    return bytes(data)


def files_under(folder):
    return sorted(os.path.relpath(os.path.join(where, name), folder) for where, _, names in os.walk(folder) for name in names)


def check(arguments, data, allowed):
    result = subprocess.run(arguments, input=data, capture_output=True, timeout=60)
    shown = result.stdout + result.stderr
    bad = [byte for byte in shown if (byte < 32 and byte != 10) or byte == 127]
    if result.returncode not in allowed or bad:
        sys.stdout.buffer.write(b"seed data:\n" + data[:2000] + b"\n" + shown[-4000:])
        sys.exit("\n%s: status %d, control characters %s" % (" ".join(arguments), result.returncode, bad[:5]))


def main():
    program, runs = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20261123)
    folder = tempfile.mkdtemp(prefix="stepcare-fuzz-")
    pack = os.path.join(folder, "pack")
    try:
        shutil.copytree(SOURCE, pack)
        files = files_under(pack)
        for number in range(runs):
            name = dice.choice(files)
            path = os.path.join(pack, name)
            with open(path, "rb") as file:
                original = file.read()
            broken = mutate(dice, original)
            if name.startswith("cases/"):
                check([program, "plan", "-a", "-", "-f", dice.choice(["text", "markdown", "json", "brief"])], broken, {0, 3, 5, 6})
            with open(path, "wb") as file:
                file.write(broken)
            check([program, "check", pack], b"", {0, 1, 4})
            check([program, "plan", "-p", pack, "-s", "age=%d" % dice.randrange(130)], b"", {0, 3, 4, 5, 6})
            with open(path, "wb") as file:
                file.write(original)
    finally:
        shutil.rmtree(folder)
    print("%d broken packs and sheets, each with an answer" % runs)


main()
