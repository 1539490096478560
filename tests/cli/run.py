"""The real program, end to end: standard output, standard error, exit status, terminals, files, signals."""

import ctypes
import hashlib
import json
import os
import pty
import re
import resource
import select
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
CASES = os.path.join(SOURCE, "plans/chronic-back-pain/cases")
SCREENED = ["-s", "age=30", "-s", "flags_now=none", "-s", "flags_today=none", "-s", "flags_check=none", "-s",
            "safety_now=no", "-s", "pain_duration=over_12_weeks", "-s", "inflammatory=none"]


def run(*arguments, input=b"", **more):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    environment.update(more.pop("env", {}))
    return subprocess.run([PROGRAM, *arguments], input=input, capture_output=True, env=environment, **more)


def case(name):
    return os.path.join(CASES, name + ".yaml")


HEAD_OF_A_PACK = "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\n"


PHASE_OF_A_PACK = "phase: p\nweeks: 1+\ngoal: g\nitems: [{id: i, kind: advice, title: Title, say: S, evidence: []}]\n"


class House(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="stepcare-test-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name, text=None):
        path = os.path.join(self.folder, name)
        if text is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        return path

    def check(self, result, status, out=None, err=b""):
        self.assertEqual(result.returncode, status, result.stderr.decode() + result.stdout.decode()[-400:])
        if out is not None:
            self.assertIn(out, result.stdout)
        if err is not None:
            (self.assertEqual if err == b"" else self.assertIn)(err, result.stderr)


class ExitStatuses(House):
    def test_0_a_plan_and_silence_on_standard_error(self):
        self.check(run("plan", "-a", case("01-ana")), 0, b"WEEKS 1-4")

    def test_5_unscreened_is_printed(self):
        self.check(run("plan"), 5, b"ANSWER THESE FIRST")

    def test_5_incomplete_only_with_complete(self):
        self.check(run("plan", "-a", case("11-kim")), 0, b"WEEKS 1-4")
        self.check(run("plan", "-a", case("11-kim"), "--complete"), 5, b"WEEKS 1-4")
        self.check(run("plan", "-a", case("01-ana"), "--complete"), 0, b"WEEKS 1-4")

    def test_6_withheld_in_every_format(self):
        for form in ["text", "markdown", "json", "brief", "tsv"]:
            self.check(run("plan", "-a", case("02-ben"), "-f", form), 6)

    def test_2_wrong_usage_says_what_was_meant(self):
        for arguments, hint in [(["plam"], b"did you mean 'plan'"), (["plan", "--anwers", "x"], b"did you mean '--answers'"),
                                (["plan", "-f", "txt"], b"'stepcare plan' has no format 'txt'"), (["evidence", "-f", "tsv"], b"text, markdown, html, json"), (["plan", "-p", "chronic-back"], b"did you mean 'chronic-back-pain'"),
                                (["plan", "--width", "39"], b"40 to 200"), (["plan", "--color", "blue"], b"auto, always or never"),
                                (["plan", "--start", "2026-02-30"], b"'2026-02-30' is no day"), (["plan", "--today", "1899-12-31"], b"is no day"),
                                (["plan", "-a"], b"needs an argument"), (["plan", "x"], b"takes no 'x'"), (["-a", "x"], b"options stand behind a command"),
                                (["plan", "-o", "x.docx"], b"no format has the ending '.docx'"), (["ask"], b"needs a terminal"),
                                (["plan", "--complete=1"], b"takes no argument"), (["plan", "-Z"], b"has no option '-Z'"),
                                (["questions", "-f", "tsv"], b"'stepcare questions' has no format 'tsv'")]:
            with self.subTest(arguments):
                result = run(*arguments)
                self.check(result, 2, err=hint)
                self.assertEqual(result.stdout, b"")

    def test_3_bad_answers_print_nothing(self):
        for text, message in [("age: old\n", b"a whole number from 0 to 120"), ("agee: 3\n", b"did you mean 'age'"), ("", b"the file is empty"),
                              ("age: 3\nage: 4\n", b"stands twice")]:
            result = run("plan", "-a", self.path("a.yaml", text))
            self.check(result, 3, err=message)
            self.assertEqual(result.stdout, b"")

    def test_3_all_sheets_and_flags_are_looked_at(self):
        result = run("plan", "-a", self.path("a.yaml", "age: x\n"), "-a", self.path("b.yaml", "pain: y\n"), "-s", "hard=z")
        self.check(result, 3, err=b"a.yaml:1:6")
        self.assertIn(b"b.yaml:1:7", result.stderr)
        self.assertIn(b"-s:1:6", result.stderr)

    def test_3_a_pack_with_an_error_makes_no_plan(self):
        self.path("pack.yaml", "stepcare: 1\nid: x\n")
        result = run("plan", "-p", self.folder)
        self.check(result, 3, err=b"needs the key 'title'")
        self.assertEqual(result.stdout, b"")
        self.check(run("check", self.folder), 1, err=b"needs the key 'title'")
        self.check(run("test", self.folder), 3, err=b"needs the key 'title'")

    def test_4_what_cannot_be_read(self):
        for arguments in [["plan", "-a", "/no/such"], ["plan", "-a", "/etc"], ["plan", "-p", "/no/such"], ["check", "/no/such"],
                          ["plan", "-o", "/no/such/folder/x.txt"]]:
            result = run(*arguments)
            self.check(result, 4, err=b"cannot be")
            self.assertEqual(result.stdout, b"")

    def test_4_memory_that_cannot_be_had(self):
        if "clang" in PROGRAM or "gcc" in PROGRAM:
            return  # AddressSanitizer needs the address space itself
        def with_at_most(size):
            return run("plan", "-a", case("01-ana"), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
        sizes = range(16_000_000, 2_000_000, -200_000)
        first = next(result for result in map(with_at_most, sizes) if result.returncode != 0)
        self.check(first, 4, err=b"no memory")
        self.assertEqual(first.stdout, b"")


class Output(House):
    def test_a_full_disk_is_said(self):
        for arguments in [["plan", "-a", case("01-ana")], ["questions"], ["packs"], [], ["plan", "-h"]]:
            with open("/dev/full", "w") as full:
                result = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(result.returncode, 4, arguments)
            self.assertIn(b"cannot be written", result.stderr)
        self.check(run("plan", "-a", case("01-ana"), "-o", "/dev/full"), 4, err=b"cannot be written")

    def test_a_closed_pipe_ends_quietly(self):
        for before in (signal.SIG_DFL, signal.SIG_IGN):
            reader, writer = os.pipe()
            os.close(reader)
            result = subprocess.run([PROGRAM, "plan", "-a", case("01-ana")], stdout=writer, stderr=subprocess.PIPE,
                                    preexec_fn=lambda: signal.signal(signal.SIGPIPE, before), restore_signals=False)
            os.close(writer)
            self.assertEqual(result.returncode, -signal.SIGPIPE)
            self.assertEqual(result.stderr, b"")

    def test_a_file_is_new_and_private_and_follows_its_ending(self):
        for ending, start in [("txt", b"LIVING"), ("md", b"# Living"), ("json", b'{"stepcare":1'), ("tsv", b"phase\t")]:
            path = self.path("plan." + ending)
            result = run("plan", "-a", case("01-ana"), "-o", path)
            self.check(result, 0)
            self.assertEqual(result.stdout, b"")
            with open(path, "rb") as file:
                self.assertTrue(file.read().startswith(start))
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.check(run("plan", "-a", case("01-ana"), "-o", self.path("plan.txt"), "-f", "brief"), 0)
        with open(self.path("plan.txt"), "rb") as file:
            self.assertTrue(file.read().startswith(b'{"status"'))
        self.assertEqual(sorted(os.listdir(self.folder)), ["plan.json", "plan.md", "plan.tsv", "plan.txt"])

    def test_a_file_is_as_it_was_after_a_failure(self):
        path = self.path("plan.txt", "before")
        self.check(run("plan", "-s", "age=x", "-o", path), 3, err=None)
        self.check(run("plan", "-f", "nothing", "-o", path), 2, err=None)
        with open(path) as file:
            self.assertEqual(file.read(), "before")

    def test_a_killed_program_leaves_the_old_file_or_the_new_one(self):
        path = self.path("plan.txt", "before")
        for wait in range(40):
            process = subprocess.Popen([PROGRAM, "plan", "-a", case("01-ana"), "-o", path])
            time.sleep(wait * 0.0002)
            process.kill()
            process.wait()
            with open(path) as file:
                text = file.read()
            self.assertTrue(text == "before" or text.endswith("stepcare 1.0.0\n"), text[-50:])

    def test_the_same_bytes_in_any_time_zone_and_language(self):
        plans = {run("plan", "-a", case("01-ana"), "--start", "2026-11-30", env={"TZ": zone, "LANG": language, "SOURCE_DATE_EPOCH": "1795000000"}).stdout
                 for zone in ["UTC", "Pacific/Kiritimati", "America/Anchorage"] for language in ["C", "de_DE.UTF-8", "en_US.UTF-8"]}
        self.assertEqual(len(plans), 1)
        self.assertIn(b"18 November 2026", plans.pop())

    def test_a_bad_epoch_is_wrong_usage(self):
        for epoch in ["x", "-1", "99999999999999999999", "99999999999999"]:
            self.check(run("plan", env={"SOURCE_DATE_EPOCH": epoch}), 2, err=b"SOURCE_DATE_EPOCH")

    def test_colour_is_never_a_signal_alone(self):
        plain = run("plan", "-a", case("01-ana")).stdout
        coloured = run("plan", "-a", case("01-ana"), "--color", "always").stdout
        self.assertNotIn(b"\033", plain)
        self.assertIn(b"\033[1m", coloured)
        for mark in [b"\033[1m", b"\033[2m", b"\033[0m"]:
            coloured = coloured.replace(mark, b"")
        self.assertEqual(plain, coloured)

    def test_json_is_read_by_others_and_answers_can_be_read_again(self):
        plan = json.loads(run("plan", "-a", case("03-chloe"), "-f", "json").stdout)
        again = self.path("again.json", json.dumps({"answers": plan["answers"], "id": "chloe"}))
        second = json.loads(run("plan", "-a", again, "-f", "json").stdout)
        self.assertEqual(plan["phases"], second["phases"])
        self.assertEqual(json.loads(run("plan", "-a", again, "-f", "brief").stdout)["id"], "chloe")

    def test_standard_input_and_several_sheets(self):
        result = run("plan", "-a", case("01-ana"), "-a", "-", "-s", "walk_now=8", "-f", "brief", input=b'{"age": 70}')
        self.check(result, 0)
        self.assertEqual(json.loads(result.stdout)["schedule"]["walking"][:2], [6, 8])
        self.check(run("plan", "-a", "-", input=b"age: x\n"), 3, err=b"standard input:1:6: error")

    def test_hostile_arguments_are_shown_safely(self):
        for arguments in [["plan", "-p", "\033[31m"], ["\033[31m"], ["plan", "-s", "age=\033]0;x\007"], ["plan", "--\033x"],
                          ["plan", "-a", "/no/\033[31mred"], ["plan", "-o", "/no/\033[31m/x"]]:
            result = run(*arguments)
            self.assertNotIn(b"\033", result.stderr + result.stdout)
            self.assertIn(result.returncode, (2, 3, 4))


class Commands(House):
    def test_alone_it_prints_a_help_that_fits_a_screen(self):
        result = run()
        self.check(result, 0, b"stepcare plan")
        self.assertLessEqual(len(result.stdout.splitlines()), 24)
        self.assertEqual(result.stdout, run("help").stdout)
        self.assertEqual(result.stdout, run("-h").stdout)

    def test_every_command_has_help(self):
        for command in ["plan", "ask", "questions", "check", "test", "prove", "packs"]:
            result = run(command, "-h")
            self.check(result, 0, b"stepcare " + command.encode())
            self.assertEqual(result.stdout, run("help", command).stdout)

    def test_version(self):
        self.check(run("--version"), 0, b"stepcare 1.0.0\n")
        self.check(run("plan", "--version"), 0, b"stepcare 1.0.0\n")

    def test_packs_lists_the_built_in_one(self):
        self.check(run("packs"), 0, b"chronic-back-pain")

    def test_the_built_in_pack_and_its_folder_are_the_same(self):
        folder = os.path.join(SOURCE, "plans/chronic-back-pain")
        for name in ["01-ana", "02-ben", "11-kim"]:
            for form in ["text", "json"]:
                self.assertEqual(run("plan", "-a", case(name), "-f", form).stdout, run("plan", "-p", folder, "-a", case(name), "-f", form).stdout)

    def test_every_plan_names_the_digest_of_the_files(self):
        folder = os.path.join(SOURCE, "plans", "chronic-back-pain")
        with open(os.path.join(folder, "pack.yaml"), encoding="utf-8") as file:
            head = file.read()
        listed = re.findall(r"[\w/-]+\.yaml", head)
        files = sorted(listed, key=lambda name: name.startswith("translations/"))
        digest = hashlib.sha256()
        for name in ["pack.yaml", *files]:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            digest.update(b"%s\n%d\n%s" % (name.encode(), len(content), content))
        self.assertEqual(json.loads(run("plan", "-f", "json").stdout)["pack"]["sha256"], digest.hexdigest())
        for form in ("text", "markdown"):
            self.assertIn(("(%.12s)" % digest.hexdigest()).encode(), run("plan", "-a", case("02-ben"), "-f", form).stdout)

    def test_check_and_test_pass_on_the_built_in_pack(self):
        self.check(run("check"), 0, b"no errors")
        summary = b"\n%d cases, 0 failed" % len(os.listdir(CASES))
        self.check(run("test"), 0, summary)
        self.check(run("test", os.path.join(SOURCE, "plans/chronic-back-pain")), 0, summary)

    def test_a_blank_sheet_can_be_read(self):
        self.check(run("questions"), 0, b"age  (integer 0 to 120 years)")
        self.check(run("questions", "--width", "60"), 0,  # a long label goes on under itself
                   b"    saddle            Numb, tingling or odd feeling between\n                      the legs, at the genitals or back\n")
        self.assertLessEqual(max(len(line) for line in run("questions", "--width", "60").stdout.decode().split("\n")), 60)
        blank = run("questions", "-f", "yaml")
        self.check(blank, 0, b"flags_now:")
        self.check(run("plan", "-a", "-", input=blank.stdout), 5)
        questions = json.loads(run("questions", "-f", "json").stdout)
        self.assertEqual(questions["questions"][1]["max"], 120)

    def test_a_failing_case_says_what_came(self):
        shutil.copytree(os.path.join(SOURCE, "plans/chronic-back-pain"), self.path("pack"))
        with open(self.path("pack/cases/01-ana.yaml"), "a") as file:
            file.write("  offered: [walking]\n")
        result = run("test", self.path("pack"))
        self.check(result, 1, b"offered, 1 more as expected")
        self.assertRegex(result.stdout, rb"too much +pelvic-tilt")
        self.assertIn(b" cases, 1 failed", result.stdout)
        with open(self.path("pack/cases/02-ben.yaml"), "a") as file:
            file.write("  steps: {}\n")
        self.check(run("check", self.path("pack")), 1, err=b"did you mean 'step'")

    def test_another_program_is_a_command(self):
        path = self.path("stepcare-hello", "#!/bin/sh\necho hello \"$@\"\nexit 7\n")
        os.chmod(path, 0o755)
        result = run("hello", "-x", "y", env={"PATH": self.folder + ":/bin:/usr/bin"})
        self.check(result, 7, b"hello -x y")

    def test_a_part_that_is_not_installed_says_how_to_get_it(self):
        alone = shutil.copy(PROGRAM, self.path("stepcare"))
        stranger = self.path("stepcare-prove-elsewhere", "#!/bin/sh\necho stranger\n")
        os.chmod(stranger, 0o755)
        os.mkdir(self.path("path"))
        os.rename(stranger, self.path("path/stepcare-prove"))  # a part is not looked for on PATH
        for arguments, library in [(["prove"], b"libz3-dev"), (["prove", "-f", "json", "./x"], b"libz3-dev"), (["plan", "-f", "ics"], b"libical-dev"),
                                   (["plan", "-o", "x.ics"], b"libical-dev"), (["plan", "-o", "x.pdf"], b"libpango1.0-dev")]:
            result = subprocess.run([alone, *arguments], capture_output=True, env={"PATH": self.path("path")})
            self.check(result, 4, err=library)
            self.assertEqual(result.stdout, b"")
        for arguments in [["prove", "-a", "x"], ["prove", "a", "b"], ["prove", "--timeout"]]:
            self.check(subprocess.run([alone, *arguments], capture_output=True), 2, err=None)
        self.check(subprocess.run([alone, "prove", "-h"], capture_output=True), 0, b"--timeout")

    @staticmethod
    def many_wrong_names():
        """10,000 claims, and 30,000 references to claims that are near them but not there."""
        long = "claim-that-has-a-name-of-some-length-and-many-neighbours-"
        claims = "".join("  - {id: %s%d, says: S, status: unverified, sources: [s]}\n" % (long, i) for i in range(10000))
        items = "".join("  - {id: i%d, kind: advice, title: T, say: S, evidence: [%s]}\n"
                        % (i, ", ".join("%s%dx" % (long, i * 30 + j) for j in range(30))) for i in range(1000))
        return ("stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\nclaims:\n" + claims
                + "sources:\n  - {id: s, title: T}\nphase: p\nweeks: 1+\ngoal: g\nitems:\n" + items)

    def test_a_file_that_is_not_yaml_is_one_error(self):
        source = os.path.join(SOURCE, "plans/chronic-back-pain")
        for path in ["questions.yaml", "red-flags.yaml", "medicine-rules.yaml", "phases/1-therapy.yaml", "phases/2-medication.yaml",
                     "phases/3-self-management.yaml", "evidence.yaml", "reviews.yaml", "invariants.yaml", "pack.yaml"]:
            with self.subTest(path):
                folder = self.path("pack-" + os.path.basename(path))
                shutil.copytree(source, folder)
                with open(os.path.join(folder, path), "a", encoding="utf-8") as file:
                    file.write("items: [\n")
                result = run("check", folder)
                self.check(result, 1, b"", b"this is not YAML")
                self.assertEqual(result.stderr.count(b"error: "), 1, result.stderr.decode()[:2000])

    def test_a_pack_in_bounded_time_whatever_it_holds(self):
        for text in ["[" * 20000, "a: " * 20000, "- " * 20000, "x" * 11_000_000, '"' + "\\" * 50001, "\0", "&a [*a]" * 1000]:
            self.path("pack.yaml", text)
            start = time.time()
            result = run("plan", "-p", self.folder, timeout=60)
            self.assertIn(result.returncode, (3, 4))
            self.assertEqual(result.stdout, b"")
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\nphase: p\nweeks: 1+\ngoal: g\nitems:\n"
                  + "".join("  - {id: i%d, kind: advice, title: T, say: S}\n" % i for i in range(10001)))
        self.check(run("plan", "-p", self.folder, timeout=60), 3, err=b"more than 10000 items")
        self.path("pack.yaml", self.many_wrong_names())
        self.check(run("plan", "-p", self.folder, timeout=60), 3, err=b"and 29800 more")
        self.assertIsNotNone(start)


class Cases(House):
    def test_more_cases_than_are_read_are_said(self):
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\nphase: p\nweeks: 1+\ngoal: g\nitems: []\n")
        os.mkdir(self.path("cases"))
        for number in range(1001):
            self.path("cases/%d.yaml" % number, "name: n\nanswers: {}\nexpect: {plan: planned}\n")
        self.check(run("test", self.folder), 3, err=b"more than 1000 cases")


class Documents(House):
    """What the documents say, the program does."""

    def read(self, name):
        with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
            return file.read()

    def test_the_pack_of_the_readme_loads_and_passes_its_case(self):
        blocks = re.findall(r"   ```yaml\n(.*?)   ```", self.read("README.md"), re.S)
        os.mkdir(self.path("cases"))
        for block, name in zip(blocks, ["pack.yaml", "knee.yaml", "cases/01.yaml"], strict=True):
            self.path(name, "\n".join(line[3:] for line in block.split("\n")))
        self.check(run("check", self.folder), 0, b"no errors")
        self.check(run("test", self.folder), 0, b"1 case, 0 failed")
        self.check(run("plan", "-p", self.folder, "-s", "swollen=no", "-s", "walk=8"), 0, b"5 days a week")

    def test_the_pages_that_the_readme_shows_are_printed(self):
        shown = re.findall(r"```text\n(.*?)```", self.read("README.md"), re.S)
        for sample, name in zip(shown, ["01-ana.text", "04-dev-why-ibuprofen.text"], strict=True):
            printed = set(self.read("tests/golden/" + name).split("\n"))
            self.assertGreater(len(sample.split("\n")), 30)
            for line in sample.split("\n"):
                self.assertTrue(line in printed or line.strip() == "[...]", line)

    def test_the_smallest_pack_of_the_manual_loads(self):
        page = self.read("man/stepcare-pack.5")
        blocks = re.findall(r"\.Bd -literal -offset indent\n# (\S+)\n(.*?)\.Ed", page, re.S)
        files = {}
        for name, text in blocks:
            files[name] = files.get(name, "") + text
        for name, text in files.items():
            os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
            self.path(name, text)
        self.check(run("check", self.folder), 0, b"no errors", err=b"no words for the program's phrases: starts, week, weeks, week_and_on, and_on and ")
        self.check(run("check", "-q", self.folder), 0, b"")
        self.check(run("check", "--strict", "-q", self.folder), 1, b"", err=b"no words for")
        self.check(run("test", self.folder), 0, b"1 case, 0 failed")
        self.check(run("plan", "-p", self.folder, "-s", "swollen=no", "--lang", "es"), 0, b"Su plan")

    def test_the_manual_lists_every_phrase_key_and_option(self):
        page, manual = self.read("man/stepcare-pack.5"), self.read("man/stepcare.1")
        phrases = re.findall(r'PHRASE\((\w+),\s*"', self.read("src/pack/words.h").replace("\\\n", "\n"))
        self.assertGreater(len(phrases), 80)
        for name in phrases:
            self.assertTrue(".It Cm %s\n" % name in page, name)
        words = set(re.findall(r"[a-z_]+", page))
        for name in re.findall(r'\{SECTION_\w+, "(\w+)"', self.read("src/pack/keys.c")):
            self.assertTrue(name in words, name)
        for name in re.findall(r'OPTION\(\w+, "([a-z-]+)"', self.read("src/cli/cli.h")):
            self.assertTrue("-" + name in manual, name)


class Personal(House):
    """Answers change the plan where a person can see it, and the plan says which."""

    # Answer, and what follows "because you said"; None: the answer itself is printed.
    ANSWERS = [
        ("minutes=five", "you have 5 minutes on a hard day"), ("minutes=two", "you have 2 minutes on a hard day"),
        ("hard=two_jobs", "you work two jobs or shifts"), ("hard=money", "money is tight"),
        ("therapist=cannot_afford", "therapy costs too much for you"), ("therapist=none_nearby", "there is no therapist within reach"),
        ("hard=bad_therapist", "therapy went badly before"), ("hard=caring", "you care for someone"), ("hard=tired", "you are worn out"),
        ("hard=low_mood", "you have been low on most days"), ("hard=fear_of_movement", "you are afraid that moving will harm you"),
        ("hard=alone", "you are on your own with this"), ("hard=poor_sleep", "you sleep badly"), ("hard=sitting_work", "you sit most of the day"),
        ("hard=discouraged", "you have tried a lot already"), ("walk_now=8", "your limit for walking is 8 minutes"),
        ("age=68", "your age is 68 years"), ("pain_place=leg", "the pain goes down your leg"), ("body=thin_bones", "you have thin bones"),
        ("goal=Dance <b>at</b> the wedding", None),
    ]

    def plan(self, *answers, language="en"):
        sets = [part for answer in ("hard=none", "therapist=yes", "onset_age=40", *answers) for part in ("-s", answer)]
        return run("plan", "-a", case("01-ana"), *sets, "--today", "2026-11-23", "--lang", language).stdout.decode()

    def test_each_answer_is_seen_in_the_plan(self):
        before = self.plan()
        for answer, phrase in self.ANSWERS:
            after = self.plan(answer)
            self.assertNotEqual(before, after, answer)
            text = " ".join(after.split())
            if phrase is None:
                self.assertIn("What you want to do again: \"Dance <b>at</b> the wedding\".", text.split("WEEKS 5-8")[0])
            else:
                said = [sentence.split(".")[0] for sentence in text.split("Because you said ")[1:]]
                self.assertTrue(any(phrase in sentence for sentence in said), (answer, said))
                self.assertNotIn(phrase, " ".join(before.split()).replace("STOP", ""), answer)

    def test_nobody_is_sent_for_what_they_said_they_lack(self):
        lacks = {"en": r"[Aa]sk (?:the|your|a) (?:physio)?therapist|sliding scale|\$|\bgym|\bpool\b|\byoga class|download|\bapps?\b|\bclass|"
                       r"\bbuy\b(?! nothing)|\bpay (?!for it tomorrow)|insurance|subscri|member|\bmat\b|\bband\b|dumbbell|\bbook\b|"
                       r"\bswim|\bbike|(?:in|warm) water|video from|Watch one move",
                 "es": r"[Pp]regunte (?:al|a su|a un) (?:fisio)?terapeuta|\$|gimnasio|piscina|clase|descarg|\bapps?\b|aplicaci[oó]n|\bcompr[ae]|"
                       r"\bpag(?:ue|ar )|aseguradora|suscrip|socio|colchoneta|pesas|\blibro|\bnadar|bicicleta|en el agua|agua templada"}
        for language, words in lacks.items():
            for therapist in ("cannot_afford", "none_nearby", "waiting"):
                for wants in ("yes", "no"):
                    text = self.plan("therapist=" + therapist, "hard=money,alone,caring", "wants_medicine=" + wants, language=language)
                    text = re.split("WHAT THIS RESTS ON|EN QUÉ SE APOYA", " ".join(text.split()))[0]
                    self.assertGreater(len(text), 5000)
                    self.assertNotRegex(text, words)

    def test_every_move_has_its_smallest_version_its_end_and_its_bad_day(self):
        result = json.loads(run("plan", "-a", case("01-ana"), "-f", "json").stdout)
        result["phases"] += json.loads(run("plan", "-a", case("06-fay"), "-f", "json").stdout)["phases"]
        result["phases"] += json.loads(run("plan", "-a", case("07-gus"), "-s", "walk_now=0", "-f", "json").stdout)["phases"]
        kinds = ("exercise", "practice", "support")
        seen = {item["id"] for phase in result["phases"] for item in phase["items"] if item["kind"] in kinds and item["status"] == "offered"}
        everything = {item["id"] for phase in result["phases"] for item in phase["items"] if item["kind"] in kinds}
        self.assertEqual(seen, everything)
        for phase in result["phases"]:
            for item in phase["items"]:
                if item["status"] == "offered" and item["kind"] in kinds:
                    for key in ("smallest", "good", "bad_day", "stop"):
                        self.assertTrue(item[key], (item["id"], key))
                    if item["kind"] == "exercise":
                        self.assertTrue(re.search(r"[Bb]reath", " ".join(item["how"] + [item["text"]])), item["id"])


class Evidence(House):
    def claims(self, *arguments):
        result = run("evidence", "-f", "json", *arguments)
        self.check(result, 0)
        return json.loads(result.stdout)["claims"]

    def test_the_ledger_is_whole(self):
        notes = {claim["note"] for claim in self.claims()}
        self.assertTrue({"c%02d" % number for number in range(1, 84)} | {"d%d" % number for number in range(1, 14)} <= notes)

    def test_what_is_contradicted(self):
        claims = self.claims("--status", "contradicted")
        self.assertEqual([claim["note"] for claim in claims], ["c05", "c09", "c22", "c24", "c30", "c50", "c54", "c62"])
        text = run("evidence", "--status", "contradicted").stdout
        self.assertEqual(text.count(b"Correction: "), 8)
        for claim in claims:
            self.assertTrue(claim["finding"])
            self.check(run("evidence", claim["id"]), 0, b"Correction: ")

    def test_corrections_are_what_the_pack_says_corrects(self):
        claims = self.claims()
        corrected = [claim["note"] for claim in claims if claim["corrects"]]
        self.assertEqual(sorted(corrected), ["c05", "c09", "c21", "c22", "c24", "c30", "c50", "c54", "c57", "c62"])
        for note in corrected:
            self.check(run("evidence", note), 0, b"Correction: ")
        for claim in claims:
            if not claim["corrects"] and claim["finding"]:
                self.check(run("evidence", claim["id"]), 0, b"What is known: ")
        for more, label in [("status: outdated, finding: F", b"Correction: F"), ("status: contradicted, finding: F, corrects: no", b"What is known: F"),
                            ("status: partly, finding: F, corrects: yes", b"Correction: F"), ("status: supported, finding: F", b"What is known: F")]:
            self.path("pack.yaml", HEAD_OF_A_PACK + "claims: [{id: c, says: S, sources: [], %s}]\n" % more + PHASE_OF_A_PACK)
            self.check(run("evidence", "-p", self.folder), 0, label)
        self.path("pack.yaml", HEAD_OF_A_PACK + "claims: [{id: c, says: S, sources: [], status: partly, corrects: yes}]\n" + PHASE_OF_A_PACK)
        self.check(run("check", self.folder), 1, b"", b"a claim that 'corrects' needs the key 'finding'")

    def test_a_ledger_says_what_it_does_not_hold(self):
        self.check(run("evidence", "medicare-cap", "--status", "partly"), 2, b"", b"the claim 'medicare-cap' is not 'partly'")
        self.check(run("evidence", "c54", "--status", "partly"), 2, b"", b"hint: its status is 'contradicted'")
        self.check(run("evidence", "c54", "--status", "contradicted"), 0, b"Correction: ")
        for name in ("C54", "Medicare-Cap"):
            self.check(run("evidence", name), 2, b"", b"did you mean '%s'?" % name.lower().encode())
        self.check(run("evidence", "--status", "outdated"), 0, b"No claim of this pack has this status.")
        self.check(run("evidence", "--status", "outdated", "--lang", "es"), 0, "Ninguna afirmación".encode())
        self.assertEqual(self.claims("--status", "outdated"), [])

    def test_a_page_of_the_ledger_names_uses_by_their_titles(self):
        self.check(run("evidence", "duloxetine-dose", "--width", "200"), 0, b"Used in: Duloxetine")
        self.assertIn({"kind": "item", "id": "duloxetine"}, self.claims("duloxetine-dose")[0]["used"])
        self.path("pack.yaml", HEAD_OF_A_PACK + "claims: [{id: c, says: S, status: partly, sources: []}]\n"
                  "questions: [{id: q, ask: Q, type: yes-no}]\n"
                  "alerts:\n  - {id: a, level: urgent, when: q, say: Go., sign: 'you fall, or slip', evidence: [c]}\n"
                  "  - {id: b, level: note, when: q, say: See., evidence: [c]}\n" + PHASE_OF_A_PACK.replace("evidence: []", "evidence: [c]"))
        self.check(run("evidence", "-p", self.folder), 0, b"Used in: you fall, or slip; b; Title")

    def test_a_ledger_that_is_out_of_date_says_so(self):
        for form in ("text", "markdown", "html"):
            self.assertNotIn(b"due for review", run("evidence", "-f", form, "--today", "2027-11-23").stdout)
            late = run("evidence", "-f", form, "--today", "2027-11-24")
            self.check(late, 0, b"due for review")
            self.assertLess(late.stdout.index(b"due for review"), late.stdout.index(b"medicare-cap"))
        for day, expired in [("2027-11-23", False), ("2027-11-24", True)]:
            self.assertEqual(json.loads(run("evidence", "-f", "json", "--today", day).stdout)["expired"], expired)
        self.check(run("evidence", "--today", "soon"), 2, b"", b"'soon' is no day")

    def test_one_claim_by_id_and_by_note(self):
        self.check(run("evidence", "medicare-cap"), 0, b"no limit on visits")
        self.assertEqual(run("evidence", "c54").stdout, run("evidence", "medicare-cap").stdout)
        self.check(run("evidence", "c54", "-f", "markdown"), 0, b"medicare-cap")
        self.check(run("evidence", "c54", "--lang", "es"), 0, "no hay límite".capitalize().encode())
        self.check(run("evidence", "medicare-cup"), 2, b"", b"did you mean 'medicare-cap'?")
        self.check(run("evidence", "--status", "wrong"), 2, b"", b"supported, partly")
        self.check(run("evidence", "-f", "tsv"), 2, b"", b"text, markdown, html, json")

    def test_figures_stand_whole_behind_the_text_with_their_status(self):
        for arguments, figures in [(["-a", case("04-dev")], "(300 to 1,200 mg: "), (["-a", case("04-dev"), "--lang", "es"], "(300 a 1200 mg: "),
                                   (["-a", case("01-ana"), "-s", "new_spasm=yes", "-s", "nsaid_trouble=yes"], "(5 to 10 mg: ")]:
            self.assertIn(figures, " ".join(run("plan", *arguments).stdout.decode().split()))
        self.path("pack.yaml", HEAD_OF_A_PACK + "claims:\n  - {id: c, status: unverified, sources: [], says: 'It costs $900 to $1,800, helps 30\u201340% and harms one in 10.'}\n"
                  "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, evidence: [c], "
                  "say: 'It costs $900 to $1,800, helps 30\u201340% and harms one in 10.'}\n")
        self.assertIn("($900, $1,800, 30\u201340%, one in 10: ", " ".join(run("plan", "-p", self.folder).stdout.decode().split()))

        # A figure that a text prints twice has its status once; one that only contains it, its own.
        self.path("pack.yaml", HEAD_OF_A_PACK + "claims:\n  - {id: c, status: unverified, sources: [], says: '30 mg, then 130 mg, then 30 mg.'}\n"
                  "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, evidence: [c], say: '130 mg, 30 mg, 130 mg, 30 mg.'}\n")
        self.assertIn("(130 mg, 30 mg: ", " ".join(run("plan", "-p", self.folder).stdout.decode().split()))

    def doubt_of(self, claims, say, *arguments):
        """What stands behind the text of the one item, which cites all of the claims."""
        self.path("pack.yaml", HEAD_OF_A_PACK + "translations: {es: es.yaml}\nclaims:\n"
                  + "".join("  - {id: c%d, sources: [s], %s}\n" % each for each in enumerate(claims)) + "sources:\n  - {id: s, title: S, year: 2016}\n"
                  "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, evidence: [%s], say: '%s'}\n"
                  % (", ".join("c%d" % i for i in range(len(claims))), say))
        if "es" not in arguments:
            self.path("es.yaml", "language: es\n")
            self.check(run("check", self.folder), 0, b"no errors", None)
        plan = " ".join(run("plan", "-p", self.folder, *arguments).stdout.decode().split())
        return re.search(r"\((\S+): one source says so[;,] ([^)]*)\)", plan)

    def test_a_figure_is_no_surer_than_the_claims_that_say_it(self):
        made_up = "status: contradicted, says: 67% feel better., finding: The 67% was made up."
        self.assertEqual(self.doubt_of([made_up], "About 67% feel better.").groups(), ("67%", "the evidence says otherwise"))
        # Another claim that says it decides by its own status; the worst is printed.
        unsure = "status: unverified, says: 67% feel better., finding: Not found."
        self.assertEqual(self.doubt_of([unsure, made_up], "About 67% feel better.").group(2), "the evidence says otherwise")
        self.assertEqual(self.doubt_of([unsure, "status: partly, says: Some., finding: 67% do."], "About 67% feel better.").group(2), "we could not confirm it")
        # A supported claim that holds it is enough, and so is a finding alone, or the year of a source.
        self.assertIsNone(self.doubt_of([made_up, "status: supported, says: 67% do."], "About 67% feel better."))
        self.assertIsNone(self.doubt_of([made_up, "status: supported, says: Most do., finding: It is 67%."], "About 67% feel better."))
        self.assertIsNone(self.doubt_of(["status: contradicted, says: Most do., finding: It is 67%."], "About 67% feel better."))
        self.assertIsNone(self.doubt_of(["status: contradicted, says: Most do., finding: No."], "In 2016 most did."))

    def test_a_translation_takes_no_doubt_away(self):
        for claim in ("says: Muchos.", "says: 67% mejoran., finding: Es 67%."):
            self.path("es.yaml", "language: es\nitems: {i: {say: Mejora el 67%%.}}\nclaims: {c0: {%s}}\n" % claim)
            made_up = "status: contradicted, says: 67% feel better., finding: No."
            self.assertEqual(self.doubt_of([made_up], "About 67% feel better.", "--lang", "es").group(1), "67%")

    def test_a_translation_adds_no_figure(self):
        self.doubt_of(["status: supported, says: 67% feel better., finding: 'It is 67%, or 1,200 mg.'"], "About 67% feel better.")
        for words, figure in [("items: {i: {say: Mejora el 99%.}}", b"99%"), ("claims: {c0: {says: Mejora el 76%.}}", b"76%"),
                              ("items: {i: {title: 3 de cada 10}}", b"3 de cada 10"), ("claims: {c0: {finding: 'Es 67%, o 12 mg.'}}", b"12 mg")]:
            self.path("es.yaml", "language: es\n%s\n" % words)
            self.check(run("check", self.folder), 1, b"", b"es.yaml:2:")
            self.check(run("check", self.folder), 1, b"", b"prints the figure '%s', and the original does not" % figure)
        self.path("es.yaml", "language: es\nitems: {i: {say: Mejora el 67 %.}}\nclaims: {c0: {finding: 'Es 67%, o 1.200 mg.'}}\n")
        self.check(run("check", self.folder), 0, b"no errors", None)

    def test_a_content_that_is_out_of_date(self):
        self.check(run("check", "--today", "2027-11-23"), 0, b"no errors")
        self.check(run("check", "--today", "2027-11-24"), 0, b"no errors", b"due for review on 2027-11-23")
        self.check(run("check", "--today", "2027-11-24", "--strict"), 1, b"", b"due for review")
        self.check(run("check", "--today", "yesterday"), 2, b"", b"no day")
        late = run("plan", "-a", case("01-ana"), "--today", "2027-11-24")
        self.assertIn(b"due for review on 23 November 2027", late.stdout.split(b"STOP AND")[0].replace(b"\n  ", b" "))
        self.assertTrue(json.loads(run("plan", "-a", case("01-ana"), "--today", "2027-11-24", "-f", "json").stdout)["expired"])

    def test_figures_and_citations(self):
        pack = ("stepcare: 1\nid: x\ntitle: x\nversion: 1\nlanguage: en\nfiles: []\nphase: p\nweeks: 1+\ngoal: %s\n"
                "claims:\n  - {id: c, says: It helps 65%% of people., finding: It helps 3 in 100., status: unverified, sources: [s]}\n"
                "sources:\n  - {id: s, title: S, year: 2016}\n"
                "items:\n  - {id: i, kind: advice, title: T, say: '%s'%s}\n")
        good = ", evidence: [c]"
        for say in ("It helps 65 % of people.", "3 in 100 get better.", "In 2016 it was tried.", "Walk 10 minutes, 5 times, at 65."):
            self.path("pack.yaml", pack % ("g", say, good))
            self.check(run("check", self.folder), 0, b"no errors")
        for say in ("It helps 66%.", "one in 10", "30 mg a day", "$75", "In 2017 it was tried.", "5 to 65%", "4 in 100"):
            self.path("pack.yaml", pack % ("g", say, good))
            self.check(run("check", self.folder), 1, b"", b"prints the figure")
        self.path("pack.yaml", pack % ("Ten percent, or 10%.", "Walk.", good))
        result = run("check", self.folder)
        self.check(result, 1, b"", b"'goal' of the phase 'p' prints the figure 'Ten percent', and no claim can be cited there")
        self.assertIn(b"hint: say it in an item", result.stderr)
        self.path("pack.yaml", pack % ("g", "Walk.", ""))
        self.check(run("check", self.folder), 1, b"", b"the item 'i' does not say what it rests on")
        self.check(run("plan", "-p", self.folder), 0, b"Walk.")
        self.path("pack.yaml", pack % ("g", "It helps 65% of people.", good))
        self.check(run("plan", "-p", self.folder, "--width", "120"), 0, b"(65%: one source says so; we could not confirm it)")
        self.path("pack.yaml", pack % ("g", "It helps 3 in 100.", good))
        self.assertNotIn(b"one source says so", run("plan", "-p", self.folder).stdout)


    def test_a_figure_is_seen_wherever_words_are_printed_and_at_its_place(self):
        pack = ("stepcare: 1\nid: x\ntitle: {title}\nversion: 1\nlanguage: en\nfiles: []\nsources: []\nclaims:\n"
                "  - {{id: c, says: S, status: supported, sources: []}}\nquestions:\n"
                "  - id: q\n    ask: {ask}\n    help: {help}\n    type: choice\n    options:\n      one: {one}\n      two: Two\n"
                "    said:\n      one: {said}\n"
                "  - {{id: n, ask: N, type: integer, range: 0..9, unit: {unit}}}\n"
                "  - {{id: y, ask: Y, type: yes-no, said: {yes}}}\n"
                "alerts:\n  - id: a\n    level: emergency\n    when: y\n    say: Go.\n    sign: {sign}\n    evidence: []\n"
                "phase: p\nweeks: 1+\ngoal: {goal}\nitems:\n  - id: i\n    kind: advice\n    title: {item}\n    say: S\n    evidence: []\n"
                "    schedule:\n      start: 1\n      unit: {counted}\n    avoid:\n      - {{when: y, say: {avoid}, evidence: []}}\n"
                "ladder:\n  id: l\n  otherwise: O\n  exhausted: E\n  steps:\n    - id: s\n      title: {step}\n"
                "      items: [{{id: j, kind: advice, title: J, say: J, evidence: []}}]\n")
        plain = dict.fromkeys("title ask help one said unit yes sign goal item counted avoid step".split(), "Words")
        self.path("pack.yaml", pack.format(**plain))
        self.check(run("check", self.folder), 0, b"no errors")
        places = {"title": (b"3:8", b"the pack"), "ask": (b"12:10", b"the question 'q'"), "help": (b"13:11", b"the question 'q'"),
                  "one": (b"16:12", b"the question 'q'"), "said": (b"19:12", b"the question 'q'"), "unit": (b"20:55", b"the question 'n'"),
                  "yes": (b"21:41", b"the question 'y'"), "sign": (b"27:11", b"the alert 'a'"), "goal": (b"31:7", b"the phase 'p'"),
                  "item": (b"35:12", b"the item 'i'"), "avoid": (b"42:24", b"an avoid of the item 'i'"), "step": (b"49:14", b"the step 's'")}
        for key, (place, whose) in places.items():
            with self.subTest(key):
                self.path("pack.yaml", pack.format(**{**plain, key: "Ten percent"}))
                result = run("check", self.folder)
                self.check(result, 1, b"", b" of %s prints the figure 'Ten percent'" % whose)
                self.assertIn(b"pack.yaml:%s: error" % place, result.stderr)
                citing = key in ("sign", "item", "avoid")
                self.assertEqual(b"under 'evidence'" in result.stderr, citing, result.stderr)
                self.assertEqual(b"no claim can be cited there" in result.stderr, not citing)
        for unit in ("mg", "%", "dollars", "milligrams"):
            self.path("pack.yaml", pack.format(**{**plain, "counted": '"%s"' % unit}))
            self.check(run("check", self.folder), 1, b"", b"pack.yaml:40:13: error: 'unit' of the item 'i' makes each number of the schedule a figure")


class Languages(House):
    def test_all_of_it_is_in_spanish(self):
        self.check(run("check", "--strict", "--today", "2026-11-23"), 0, b"no errors")
        for name in sorted(os.listdir(CASES)):
            english = json.loads(run("plan", "-a", os.path.join(CASES, name), "-f", "json", "--today", "2026-11-23").stdout)
            spanish = json.loads(run("plan", "-a", os.path.join(CASES, name), "-f", "json", "--today", "2026-11-23", "--lang", "es").stdout)
            self.assertEqual(spanish["pack"]["language"], "es")
            brief = [run("plan", "-a", os.path.join(CASES, name), "-f", "brief", "--lang", language).stdout for language in ("en", "es")]
            self.assertEqual(*brief)
            for key in ("answers", "facts", "missing", "refine", "status"):
                self.assertEqual(english[key], spanish[key])

    def test_pages_follow_the_locale_and_data_does_not(self):
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            empty = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}
            self.check(run("plan", "-a", case("01-ana"), env={**empty, variable: "es_MX.UTF-8"}), 0, "SEMANAS 1-4".encode())
        spanish = {"LC_ALL": "es_ES.UTF-8"}
        self.check(run("plan", "-a", case("01-ana"), "--lang", "en", env=spanish), 0, b"WEEKS 1-4")
        self.check(run("plan", "-a", case("01-ana"), env={"LC_ALL": "fr_FR.UTF-8"}), 0, b"WEEKS 1-4")
        self.assertEqual(json.loads(run("plan", "-a", case("01-ana"), "-f", "json", env=spanish).stdout)["pack"]["language"], "en")
        self.check(run("questions", env=spanish), 0, "¿Dónde vive?".encode())
        self.check(run("questions", env=spanish), 0, "age  (número entero 0 a 120 años)".encode())
        self.check(run("questions", "-f", "yaml", env=spanish), 0, b"Where do you live?")
        for language in ("es-MX", "es_MX", "es_419"):
            self.check(run("plan", "-a", case("01-ana"), "--lang", language), 0, "SEMANAS 1-4".encode())
        self.check(run("plan", "-a", case("01-ana"), "--lang", "de_DE"), 2, b"", b"the pack has no language 'de_DE'")
        self.check(run("plan", "-a", case("01-ana"), "--lang", "de"), 2, b"", b"the pack speaks en, es")

    def test_a_broken_translation_takes_no_plan_away_in_another_language(self):
        folder = self.path("pack")
        shutil.copytree(os.path.join(SOURCE, "plans/chronic-back-pain"), folder)
        whole = run("plan", "-p", folder + "/", "-a", case("02-ben"), "--lang", "en").stdout
        with open(os.path.join(folder, "translations/es.yaml"), "a", encoding="utf-8") as file:
            file.write("items: [\n")
        broken = run("plan", "-p", folder + "/", "-a", case("02-ben"), "--lang", "en")
        self.check(broken, 6)
        # The digest alone tells that a file was changed.
        digest = re.compile(rb"\([0-9a-f]{12}\)")
        self.assertEqual(digest.sub(b"", broken.stdout), digest.sub(b"", whole))
        self.assertNotEqual(broken.stdout, whole)
        for command, status in [(["check", folder], 1), (["plan", "-p", folder, "-a", case("02-ben"), "--lang", "es"], 3),
                                (["plan", "-p", folder, "--lang", "es-MX"], 3), (["evidence", "-p", folder, "--lang", "es"], 3)]:
            result = run(*command)
            self.check(result, status, b"", b"this is not YAML")
            self.assertEqual(result.stderr.count(b"error: "), 1)
        with open(os.path.join(folder, "questions.yaml"), "a", encoding="utf-8") as file:
            file.write("items: [\n")
        both = run("check", folder)
        self.check(both, 1, b"", b"translations/es.yaml")
        self.assertEqual(both.stderr.count(b"error: this is not YAML"), 2)
        os.remove(os.path.join(folder, "translations/es.yaml"))
        self.check(run("plan", "-p", folder, "--lang", "en"), 3, b"", b"'translations/es.yaml' cannot be read")

    def test_errors_of_a_translation(self):
        self.path("pack.yaml", "stepcare: 1\nid: x\ntitle: Title\nversion: 1\nlanguage: en\nfiles: []\ntranslations: {es: es.yaml}\n"
                  "questions:\n  - {id: q, ask: Q?, type: yes-no, said: you said so}\n"
                  "  - {id: p, ask: P?, type: choice, options: {one: First, two: Second}, said: {one: you said one}}\n"
                  "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, say: [{when: q, say: 'Yes {q}, 5.'}, {say: No.}], notes: [{when: q, say: N}]}\n")
        wrong = [("language: de\n", b"pack.yaml names this language 'es'"), ("{}\n", b"needs the key 'language'"), ("- es\n", b"a translation is a mapping"),
                 ("language: es\nitem: {}\n", b"did you mean 'items'?"), ("language: es\nitems: {j: {title: t}}\n", b"the original has no item 'j'"),
                 ("language: es\nitems: {i: {say: Si.}}\n", b"the original has 2 variants"),
                 ("language: es\nitems: {i: {say: ['{r} 5', No]}}\n", b"the original of this text has no '{r}'"),
                 ("language: es\nitems: {i: {say: [{when: q, say: Si}, No]}}\n", b"a translation holds words, no rules: 'when'"),
                 ("language: es\nitems: {i: {kind: exercise}}\n", b"a translation holds words, no rules: 'kind'"),
                 ("language: es\nitems: {i: {tilte: t}}\n", b"did you mean 'title'?"), ("language: es\nwords: {weke: s}\n", b"did you mean 'week'?"),
                 ("language: es\nquestions: {p: {options: {onee: uno}}}\n", b"the original has no option 'onee'"),
                 ("language: es\nquestions: {p: {options: {onee: uno}}}\n", b"did you mean 'one'?"),
                 ("language: es\nquestions: {p: {said: {two: dos}}}\n", b"the original has no phrase 'two'")]
        for text, message in wrong:
            self.path("es.yaml", text)
            self.check(run("check", self.folder), 1, b"", message)
            self.check(run("plan", "-p", self.folder, "--lang", "es"), 3, b"", message)
            self.check(run("plan", "-p", self.folder, env={"LC_ALL": "C"}), 0, b"TITLE")
        self.path("es.yaml", "language: es\npack: {title: Titulo}\nitems: {i: {say: ['Si {q}, 6.', 'No.']}}\n")
        result = run("check", self.folder)
        self.check(result, 0, b"no errors", b"the numbers here are not those of the original")
        for missing in (b"no words for 'title' of the item 'i'", b"no words for 'notes' of the item 'i'", b"no words for 'questions'"):
            self.assertIn(missing, result.stderr)
        self.check(run("check", "--strict", self.folder), 1, b"", b"no words for")
        self.check(run("plan", "-p", self.folder, "--lang", "es", "-s", "q=yes"), 0, "TITULO".encode())
        self.assertIn(b"Si yes, 6.", run("plan", "-p", self.folder, "--lang", "es", "-s", "q=yes").stdout)


class Terminal(House):
    """The interview, through a pseudo-terminal: prompts on standard error, the plan on standard output."""

    def talk(self, arguments, steps, env=None):
        master, slave = pty.openpty()
        out = open(self.path("out"), "wb")
        process = subprocess.Popen([PROGRAM, *arguments], stdin=slave, stdout=out, stderr=slave, start_new_session=True,
                                   preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),
                                   env=dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8", **(env or {})))
        os.close(slave)
        shown = b""
        for wait_for, reply in steps:
            mark = len(shown)
            while wait_for not in shown[mark:]:
                ready, _, _ = select.select([master], [], [], 20)
                self.assertTrue(ready, "waited for %r, shown: %r" % (wait_for, shown[mark:]))
                shown += os.read(master, 65536)
            os.write(master, reply)
        while True:
            try:
                ready, _, _ = select.select([master], [], [], 20)
                piece = os.read(master, 65536) if ready else b""
            except OSError:
                piece = b""
            if not piece:
                break
            shown += piece
        status = process.wait(timeout=20)
        os.close(master)
        out.close()
        with open(self.path("out"), "rb") as file:
            return status, shown, file.read()

    def test_an_interview_ends_in_a_plan(self):
        answers = [b"1", b"42", b"8", b"8", b"6", b"1", b"3", b"10", b"5", b"15", b"5", b"12", b"n", b"5", b"5", b"4", b"1", b"dance", b"1"]
        status, shown, out = self.talk(["plan"], [(b"> ", a + b"\n") for a in answers])
        self.assertEqual(status, 0, shown)
        self.assertIn(b"WEEKS 1-4", out)
        self.assertIn(b'What you want to do again: "dance"', out)
        self.assertNotIn(b"WEEKS 1-4", shown)
        self.assertIn(b"at most", shown)
        self.assertIn(b"the last question", shown)

    def test_help_back_and_a_kind_message(self):
        status, shown, out = self.talk(["plan"], [(b"> ", b"?\n"), (b"> ", b"<\n"), (b"> ", b"1\n"), (b"> ", b"old\n"), (b"> ", b"<\n"),
                                                  (b"Enter keeps it", b"\n"), (b"> ", b"q\n")])
        self.assertEqual(status, 5)
        self.assertIn(b"Only for the right telephone numbers", shown)
        self.assertIn(b"This is the first question", shown)
        self.assertIn(b"Please answer with a whole number: 0 - 120", shown)
        self.assertIn(b"ANSWER THESE FIRST", out)

    def test_end_of_file_prints_the_plan_so_far(self):
        status, shown, out = self.talk(["plan"], [(b"> ", b"1\n"), (b"> ", b"\x04")])
        self.assertEqual(status, 5)
        self.assertIn(b"ANSWER THESE FIRST", out)

    def test_given_answers_only_what_is_missing_is_asked(self):
        status, shown, out = self.talk(["plan", "-a", case("11-kim")], [(b"> ", b"none\n")])
        self.assertEqual(status, 0)
        self.assertIn(b"Could ibuprofen", out)
        status, shown, out = self.talk(["plan", "-a", case("01-ana")], [])
        self.assertEqual((status, shown), (0, b"\r\n") if shown else (0, b""))
        status, shown, out = self.talk(["plan", "--no-input"], [])
        self.assertEqual((status, shown), (5, b""))

    def test_ask_writes_a_sheet_and_keeps_it_on_q_and_on_interrupt(self):
        sheet = self.path("sheet.yaml")
        status, shown, out = self.talk(["ask", "-o", sheet], [(b"> ", b"2\n"), (b"> ", b"30\n"), (b"> ", b"q\n")])
        self.assertEqual((status, out), (0, b""))
        with open(sheet) as file:
            self.assertEqual(file.read(), "region: uk\nage: 30\n")
        status, shown, out = self.talk(["ask", "-o", sheet], [(b"> ", b"1\n"), (b"> ", b"44\n"), (b"> ", b"\x03")])
        self.assertEqual(status, -signal.SIGINT)
        with open(sheet) as file:
            self.assertEqual(file.read(), "region: us\nage: 44\n")
        status, shown, out = self.talk(["ask"], [(b"> ", b"1\n"), (b"> ", b"\x03")])
        self.assertEqual((status, out), (-signal.SIGINT, b""))
        status, shown, out = self.talk(["ask", "-f", "json"], [(b"> ", b"1\n"), (b"> ", b"q\n")])
        self.assertEqual((status, out), (0, b'{"region":"us"}\n'))

    def test_no_color_is_respected(self):
        for env, coloured in [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]:
            environment = dict(TERM="xterm")
            environment.update(env)
            os.environ.update(environment)
            status, shown, out = self.talk_with(environment)
            self.assertEqual(b"\033[1m" in shown, coloured, env)
            os.environ.pop("NO_COLOR", None)

    def talk_with(self, environment):
        original = dict(os.environ)
        os.environ.update(environment)
        try:
            master, slave = pty.openpty()
            process = subprocess.Popen([PROGRAM, "plan"], stdin=slave, stdout=subprocess.DEVNULL, stderr=slave, env=dict(os.environ))
            os.close(slave)
            shown = b""
            while b"> " not in shown:
                shown += os.read(master, 65536)
            os.write(master, b"q\n")
            while True:
                try:
                    piece = os.read(master, 65536)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
            status = process.wait(timeout=20)
            os.close(master)
            return status, shown, b""
        finally:
            os.environ.clear()
            os.environ.update(original)


def make_terminals():
    """A bare chroot has no /dev/pts. Then this process, and nobody else, mounts one of its own."""
    try:
        for end in os.openpty():
            os.close(end)
        return
    except OSError:
        pass
    libc = ctypes.CDLL(None, use_errno=True)
    new_mounts = 0x00020000  # CLONE_NEWNS
    if libc.unshare(new_mounts) != 0 or libc.mount(b"devpts", b"/dev/pts", b"devpts", 0, b"newinstance,ptmxmode=0666") != 0:
        sys.exit("no pseudo-terminals here: mount -t devpts devpts /dev/pts")


if __name__ == "__main__":
    make_terminals()
    unittest.main()
