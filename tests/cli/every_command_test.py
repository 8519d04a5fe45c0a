"""What holds for each command, whatever it does: a closed pipe, a full disk, a catalog that cannot be read, quiet, help, awkward input."""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

from program import PROGRAM, run, text_of

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
pathlib.Path("a.scopes.json").write_text(json.dumps(
    {"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "video.list"], "version": 1}))
pathlib.Path("openapi.json").write_text(json.dumps({
    "openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"securitySchemes": {"o": {
        "type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a.example/t", "scopes": {"a.b": "A"}}}}}}}))
pathlib.Path("code").mkdir()
pathlib.Path("code/a.ts").write_text('const scopes = "user.info.basic,video.list";\nfetch("https://open.tiktokapis.com/v2/video/list/");\n')

# A run of each command that has an answer, and whether it reads the catalog.
RUNS = {
    "list": (["list"], True),
    "show": (["show", "video.list"], True),
    "check": (["check", "user.info.basic video.list"], True),
    "compare": (["compare", "--requested", "video.list,video.upload", "--granted", "scope=video.list"], True),
    "diff": (["diff", "video.list,video.upload", "scope=video.list"], True),
    "explain": (["explain", "--list"], False),
    "format": (["format", "--as", "comma", "video.list"], True),
    "import": (["import", "--canonical", "openapi.json"], False),
    "needs": (["needs", "video.list"], True),
    "authorize": (["authorize", "--platform", "web", "--redirect-uri", "https://example.com/cb", "video.list"], True),
    "scan": (["scan", "code"], True),
    "review": (["review", "a.scopes.json"], True),
    "completion": (["completion", "--words", "scopes"], True),
}
COMMANDS = re.findall(r"^  ([a-z-]+)  ", text_of("--help").partition("Commands:\n")[2].partition("\n\n")[0], re.MULTILINE)
# Those that read a text from standard input, each with the arguments that make it.
READERS = {"check": ["check", "-"], "compare": ["compare", "--requested", "-", "--granted", "a.b"], "diff": ["diff", "-", "a.b"],
           "review": ["review", "-"]}


def rows():
    return [(name, *RUNS[name]) for name in COMMANDS]


def test_each_command_is_tried():
    assert set(COMMANDS) <= set(RUNS), set(COMMANDS) - set(RUNS)


def test_each_answers():
    for name, arguments, _ in rows():
        done = run(*arguments)
        assert done.returncode in (0, 1) and done.stdout, (name, done)
        assert done.stdout.decode("utf-8").endswith("\n"), name


def test_the_same_bytes_on_each_run_and_in_each_locale():
    for name, arguments, _ in rows():
        if name == "authorize":  # its state is random
            continue
        outputs = {run(*arguments, env={"PATH": os.environ["PATH"], "LC_ALL": locale, "HOME": FOLDER.name}).stdout
                   for locale in ("C", "C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8")}
        assert len(outputs) == 1, name


def test_a_closed_pipe_is_silent():
    for name, arguments, _ in rows():
        nobody, end = os.pipe()
        os.close(nobody)
        started = subprocess.Popen([PROGRAM, *arguments], stdout=end, stderr=subprocess.PIPE, restore_signals=False)
        os.close(end)
        said = started.stderr.read()
        started.stderr.close()
        assert started.wait(60) == -signal.SIGPIPE, name
        # Notes about the answer may stand there, and nothing about the pipe.
        assert b"written" not in said and b"pipe" not in said.lower() and len(said) <= len(run(*arguments).stderr), (name, said)


def test_a_full_disk_is_said():
    if not os.path.exists("/dev/full"):
        return
    for name, arguments, _ in rows():
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
        assert done.returncode == 1 and b"could not be written" in done.stderr, (name, done)


def test_a_catalog_that_cannot_be_read_ends_it():
    for name, arguments, needs_catalog in rows():
        done = run(*arguments, "--catalog", "./none.json")
        assert not needs_catalog or (done.returncode == 3 and b"none.json: error: " in done.stderr and not done.stdout), (name, done)


def test_quiet_prints_nothing():
    for name, arguments, _ in rows():
        done = run("--quiet", *arguments)
        assert (done.stdout, done.stderr) == (b"", b"") and done.returncode == run(*arguments).returncode, (name, done)


def test_help_and_unknown_options():
    for name in COMMANDS:
        assert text_of(name, "--help").startswith(f"Usage: scope-explorer-cli {name} ")
        done = run(name, "--catalgo=x")
        assert done.returncode == 2 and b"Did you mean '--catalog'?" in done.stderr, (name, done)
        done = run(name, "--zzzzzzzz")
        assert done.returncode == 2 and b"There is no option '--zzzzzzzz'." in done.stderr, (name, done)


def test_long_options_can_be_shortened():
    assert text_of("list", "--form", "json") == text_of("list", "--format=json") == text_of("list", "--form=json")
    # A value stays as it is, whatever it looks like; so do operands.
    assert b"--form" in run("list", "--format", "--form").stderr
    assert run("format", "--a", "space", "--", "--form", "a").stdout == b"--form a\n"
    assert run("--cat", "./none", "list").stderr == run("--catalog", "./none", "list").stderr != b""
    done = run("check", "--s", "video.list")  # only --sarif begins so
    assert done.returncode == 0 and b'"$schema"' in done.stdout, done
    done = run("authorize", "--re", "https://example.com/cb")  # --redirect-uri or --request
    assert done.returncode == 2 and b"There is no option '--re'." in done.stderr, done


def test_empty_and_large_and_broken_standard_input():
    for name, arguments in READERS.items():
        if name not in COMMANDS:
            continue
        for text in (b"", b"\n", bytes(range(256)) * 64, b"scope=user.info.basic,video.list\n" + b"# nothing here\n" * 100000):
            done = run(*arguments, input=text)
            assert done.returncode in (0, 1, 3) and (done.returncode != 3 or done.stderr), (name, text[:20], done.returncode)
        closed = subprocess.run(["sh", "-c", '"$0" "$@" <&-', PROGRAM, *arguments], capture_output=True, check=False, timeout=60)
        assert closed.returncode in (0, 1, 3), (name, closed)


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
