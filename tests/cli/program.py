"""What the tests of the command line share: the program, our schema of its JSON, and a file to work on."""

import json
import os
import pathlib
import pty
import subprocess
import sys

from jsonschema import Draft202012Validator

PROGRAM = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "resources" / "output.schema.json").read_text(encoding="utf-8"))
CATALOG = json.loads((ROOT / "resources" / "tiktok.json").read_text(encoding="utf-8"))

Draft202012Validator.check_schema(SCHEMA)

sys.path.insert(0, str(ROOT / "tests" / "support"))


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=False, timeout=200, **more)


def text_of(*arguments, code=0, **more):
    """Standard output of a run that ends with that code and says nothing on standard error."""
    done = run(*arguments, **more)
    assert (done.returncode, done.stderr) == (code, b""), (arguments, done.returncode, done.stderr.decode("utf-8", "replace"))
    return done.stdout.decode("utf-8")


def json_of(*arguments, code=0, **more):
    """The answer of a command with --json: always the same bytes, and valid."""
    text = text_of(*arguments, "--json", code=code, **more)
    assert text == text_of(*arguments, "--json", code=code, **more)
    answer = json.loads(text)
    assert answer["command"] == arguments[0], answer["command"]
    errors = [f"{list(error.absolute_path)}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(answer)]
    assert errors == [], errors
    return answer


def written(scopes, review=None, name="login.scopes.json", **more):
    """Writes a request file; gives its name."""
    value = {"catalog": "tiktok", "format": "comma", "scopes": scopes, "version": 1, **more}
    if review is not None:
        value["review"] = review
    pathlib.Path(name).write_text(json.dumps(value), encoding="utf-8")
    return name


def on_a_terminal(*arguments, **environment):
    """What the program prints where standard output is a terminal."""
    ours, theirs = pty.openpty()
    done = subprocess.Popen([PROGRAM, *arguments], stdout=theirs, stderr=subprocess.DEVNULL,
                            env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment})
    os.close(theirs)
    printed = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        printed += piece
    os.close(ours)
    done.wait(60)
    return printed.decode("utf-8")
