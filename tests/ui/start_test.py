"""The real program with --catalog: what cannot be read ends it, be the file so small that it is read at once or so large that it
is read behind the window."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["SCOPE_EXPLORER"]
HEAD = '{"format": "scope-explorer-catalog",\n "version": 1,\n "id": "made",\n "scopes": ['
LARGE = 2_000_000  # behind what is read at once


class Start(unittest.TestCase):
    def start(self, content):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "c.json")
            path.write_text(content, encoding="utf-8")
            environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
            environment |= {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder,
                            "QT_QPA_PLATFORM": "offscreen"}
            done = subprocess.run([PROGRAM, "--catalog", str(path)], env=environment, capture_output=True, text=True,
                                  check=False, timeout=100)
            return done.returncode, done.stderr.replace(str(path), "FILE")

    def test_a_broken_catalog_ends_the_program(self):
        for size in (0, LARGE):
            with self.subTest(size=size):
                code, message = self.start(HEAD + "\n" * (1 + size) + "}")
                self.assertEqual(code, 3, message)
                self.assertRegex(message, rf"(?m)^FILE:{5 + size}:1: error: ")

    def test_what_is_no_catalog_ends_the_program(self):
        for size in (0, LARGE):
            with self.subTest(size=size):
                code, message = self.start('{"made": [' + " " * size + "]}")
                self.assertEqual(code, 3, message)
                self.assertRegex(message, r"(?m)^FILE:1:1: error: This is neither a catalog")


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
    import totals

    totals.run_unittest()
