"""The program scope-explorer-cli as a user meets it: real pipes, real files, other locales. Other programs judge its output."""

import csv
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOG = json.loads((ROOT / "resources" / "tiktok.json").read_text(encoding="utf-8"))
TOPICS = {topic["id"]: topic["name"] for topic in CATALOG["topics"]}


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=False, timeout=60, **more)


class Program(unittest.TestCase):
    def test_json_is_the_catalog(self):
        done = run("list", "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        scopes = json.loads(done.stdout)
        self.assertEqual(len(scopes), 19)
        for ours, theirs in zip(scopes, CATALOG["scopes"], strict=True):
            self.assertEqual(ours["topic"], TOPICS[theirs["topic"]])
            for member in ("name", "definition", "userDisplay", "product", "approval", "obtainedBy", "region", "status"):
                self.assertEqual(ours[member], theirs[member])
            calls = [call["id"] for call in CATALOG["endpoints"]
                     if f'"{theirs["name"]}"' in json.dumps([call["requires"], call.get("fields"), call.get("parameters")])]
            self.assertEqual([call["id"] for call in ours["endpoints"]], calls)

    def test_csv_is_the_catalog(self):
        rows = list(csv.DictReader(io.StringIO(run("list", "--format=csv").stdout.decode("utf-8"), newline="")))
        self.assertEqual([row["name"] for row in rows], [scope["name"] for scope in CATALOG["scopes"]])
        for row, scope in zip(rows, CATALOG["scopes"], strict=True):
            self.assertEqual(row["definition"], scope["definition"])
            self.assertEqual(row["userDisplay"], scope["userDisplay"] or "")

    def test_csv_keeps_awkward_texts(self):
        catalog = json.loads(json.dumps(CATALOG))
        texts = ['a"b', "c,d", "e\r\nf", " g ", "=1+1", "ä😀", "", '"', "\t"]
        for scope, text in zip(catalog["scopes"], texts):
            scope["definition"] = text
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "awkward.json")
            path.write_text(json.dumps(catalog), encoding="utf-8")
            done = run("--catalog", str(path), "list", "--format", "csv")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
            # What a spreadsheet would take for a formula has an apostrophe before it.
            guarded = ["'" + text if text[:1] in list("=+-@\t\r") else text for text in texts]
            self.assertEqual([row["definition"] for row in rows[:len(texts)]], guarded)
            again = json.loads(run("list", "--catalog", str(path), "--format", "json").stdout)
            self.assertEqual([scope["definition"] for scope in again[:len(texts)]], texts)

    def test_markdown_has_a_row_a_scope(self):
        lines = run("list", "--format", "markdown").stdout.decode("utf-8").splitlines()
        self.assertEqual(len(lines), 21)
        for line in lines:
            self.assertEqual(line.replace("\\|", "").count("|"), 5, line)

    def test_writes_utf8_in_any_locale(self):
        with tempfile.TemporaryDirectory() as folder:
            catalog = json.loads(json.dumps(CATALOG))
            catalog["scopes"][0]["definition"] = "ä – ☕ 😀"
            path = pathlib.Path(folder, "ä.json")
            path.write_text(json.dumps(catalog), encoding="utf-8")
            for locale in ("C", "C.UTF-8", "POSIX"):
                done = run("list", "--catalog", str(path), env={"LC_ALL": locale, "PATH": os.environ["PATH"]})
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("ä – ☕ 😀", done.stdout.decode("utf-8"))

    def test_a_full_disk_is_said(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        for arguments in (["list"], ["format", "--as", "comma", "video.list"], ["--help"], ["--version"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"could not be written", done.stderr)

    def test_a_closed_pipe_ends_it_silently(self):
        for ignored in (False, True):
            started = subprocess.Popen([PROGRAM, "list", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       restore_signals=not ignored)
            started.stdout.close()
            message = started.stderr.read()
            started.stderr.close()
            self.assertEqual(message, b"")
            self.assertEqual(started.wait(60), -signal.SIGPIPE)

    def test_a_pipe_as_catalog_does_not_wait(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "pipe")
            os.mkfifo(path)
            done = run("list", "--catalog", path)
            self.assertEqual(done.returncode, 3)
            self.assertIn(b"a special file", done.stderr)

    def test_exactly_the_string_and_one_newline(self):
        self.assertEqual(run("format", "--as", "comma", "user.info.basic", "video.list").stdout, b"user.info.basic,video.list\n")
        self.assertEqual(json.loads(run("format", "--as", "json-array", "a\"b", "ä").stdout), ['a"b', "ä"])

    def test_needs_no_display_and_no_home(self):
        self.assertEqual(run("list", env={"PATH": os.environ["PATH"], "HOME": "/nonexistent"}).returncode, 0)


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
    import totals

    totals.run_unittest()
