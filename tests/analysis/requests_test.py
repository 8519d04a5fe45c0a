"""Authorization requests as other programs read them: urllib takes the URLs apart, interpreters run the snippets."""

import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from urllib.parse import parse_qs, urlsplit

EMIT = sys.argv.pop(1)
COUNT = int(os.environ.get("SCOPES_URLS", "3000"))
SNIPPETS = int(os.environ.get("SCOPES_SNIPPETS", "12"))
SEED = os.environ.get("SCOPES_SEED", "20261124")
FRESH = {"state", "code_challenge"}


def emitted(count, snippets):
    done = subprocess.run([EMIT, str(count), SEED, str(snippets)], capture_output=True, check=True, timeout=600)
    return (json.loads(line) for line in done.stdout.split(b"\n") if line)


def parameters(url, unescaped=r"[A-Za-z0-9._~%&=-]*"):
    """The query's parameters as urllib reads them, each of which must be there once."""
    parts = urlsplit(url)
    assert parts.scheme == "https" and not parts.fragment, url
    assert re.fullmatch(unescaped, parts.query), url
    found = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True, errors="strict", max_num_fields=20)
    assert all(len(values) == 1 for values in found.values()), url
    return {name: values[0] for name, values in found.items() if name != "v"}


def run(command, **more):
    return subprocess.run(command, capture_output=True, check=False, timeout=120, **more)


class Requests(unittest.TestCase):
    def test_urllib_reads_back_what_was_meant(self):
        values = 0
        for request in emitted(COUNT, 0):
            self.assertEqual(parameters(request["url"]), request["values"])
            values += 3  # client, redirect URI, scope: what is random
        print(f"{COUNT} URLs with {values} random values, seed {SEED}", file=sys.stderr)


class Snippets(unittest.TestCase):
    """Each language that this machine can check. What it cannot is named, and skipped."""

    @classmethod
    def setUpClass(cls):
        cls.requests = list(emitted(SNIPPETS, SNIPPETS))

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def codes(self, kind):
        found = [(request, request["snippets"][kind]) for request in self.requests if kind in request["snippets"]]
        self.assertTrue(found)
        return found

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def needs(self, program):
        found = shutil.which(program)
        if found is None:
            self.skipTest(f"there is no {program} here, so the snippet is not checked")
        return found

    def check_output(self, request, done, seen):
        self.assertEqual(done.returncode, 0, done.stderr)
        found = parameters(done.stdout.decode("utf-8").strip(), r"[A-Za-z0-9._~%&=*+-]*")  # as forms have it
        fresh = {name for name in FRESH if name in request["values"]}
        for name in fresh:
            self.assertNotEqual(found[name], request["values"][name])
            self.assertRegex(found[name], r"^[A-Za-z0-9_-]{22,64}$")
            self.assertEqual(len(found[name]), len(request["values"][name]))
            self.assertNotIn(found[name], seen)
            seen.add(found[name])
        self.assertEqual({n: v for n, v in found.items() if n not in fresh},
                         {n: v for n, v in request["values"].items() if n not in fresh})

    def check_language(self, kind, name, command):
        seen = set()
        for request, code in self.codes(kind):
            if request["call"]:
                continue
            self.check_output(request, run([*command, self.file(name, code)]), seen)

    def test_python(self):
        self.check_language("python", "snippet.py", [sys.executable])
        for _, code in self.codes("python"):
            path = self.file("snippet.py", code)
            self.assertEqual(run([sys.executable, "-W", "error", "-m", "py_compile", path]).returncode, 0)

    def test_challenges_fit_their_verifiers(self):
        for request, code in self.codes("python"):
            if "code_challenge" not in request["values"]:
                continue
            done = run([sys.executable, "-c", code + "\nprint(code_verifier)\nprint(code_challenge)\n"])
            verifier, challenge = done.stdout.decode("utf-8").splitlines()[-2:]
            self.assertRegex(verifier, r"^[A-Za-z0-9._~-]{43,128}$")
            digest = hashlib.sha256(verifier.encode("ascii")).digest()
            encoded = base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
            self.assertEqual(challenge, digest.hex() if len(challenge) == 64 else encoded)

    def test_javascript(self):
        node = self.needs("node")
        # Older ones have the browsers' crypto only when asked.
        more = [] if run([node, "-e", "crypto.subtle.digest"]).returncode == 0 else ["--experimental-global-webcrypto"]
        self.check_language("javascript", "snippet.mjs", [node, *more])

    def test_php(self):
        self.check_language("php", "snippet.php", [self.needs("php")])

    def test_go(self):
        self.check_language("go", "snippet.go", [self.needs("go"), "run"])

    def test_swift(self):
        program = self.needs("swiftc")
        for _, code in self.codes("swift"):
            self.assertEqual(run([program, "-parse", self.file("snippet.swift", code)]).returncode, 0)

    def test_kotlin(self):
        """Compiled and run; a call of an SDK, which is not here, is not."""
        program, java, seen, left = self.needs("kotlinc"), self.needs("java"), set(), 2  # the compiler takes seconds
        for request, code in self.codes("kotlin"):
            if request["call"] or left == 0:
                continue
            left -= 1
            jar = str(self.folder / "snippet.jar")
            done = run([program, "-nowarn", "-include-runtime", self.file("snippet.kt", code), "-d", jar])
            self.assertEqual(done.returncode, 0, done.stderr)
            self.check_output(request, run([java, "-jar", jar]), seen)

    def test_csharp(self):
        self.needs("dotnet")
        self.skipTest("dotnet needs a project and the network to build one file")

    def test_the_token_exchange(self):
        """A shell runs it with a curl that tells its arguments."""
        shell = self.needs("sh")
        curl = 'curl() { for word in "$@"; do printf "%s\\0" "$word"; done; }\n'
        settings = {"CLIENT_SECRET": "s p", "AUTHORIZATION_CODE": "c'd", "CODE_VERIFIER": "v*"}
        for request, code in self.codes("curl"):
            path = self.file("snippet.sh", curl + code)
            self.assertEqual(run([shell, "-n", path]).returncode, 0)
            done = run([shell, "-u", path], env={**os.environ, **settings})
            self.assertEqual(done.returncode, 0, done.stderr)
            words = done.stdout.decode("utf-8").split("\0")[:-1]
            self.assertEqual(words[:2], ["--request", "POST"])
            self.assertTrue(words[2].startswith("https://"), words)
            self.assertEqual(set(words[3::2]), {"--data-urlencode"})
            sent = dict(word.split("=", 1) for word in words[4::2])
            self.assertEqual(sent["client_secret"], settings["CLIENT_SECRET"])
            self.assertEqual(sent["code"], settings["AUTHORIZATION_CODE"])
            self.assertEqual(sent["grant_type"], "authorization_code")
            if request["values"]:
                self.assertEqual(sent[request["client"]], request["values"][request["client"]])
                self.assertEqual(sent["redirect_uri"], request["values"]["redirect_uri"])
                self.assertEqual("code_verifier" in sent, "code_challenge" in request["values"])

    def test_calls_in_a_shell(self):
        for _, code in self.codes("shell"):
            self.assertEqual(run([self.needs("sh"), "-n", self.file("snippet.sh", code)]).returncode, 0)


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
    import totals

    totals.run_unittest()
