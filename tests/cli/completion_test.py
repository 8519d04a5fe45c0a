"""Completion, asked of the shells themselves. In a shell that is not installed it is not tried, which is said."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from program import CATALOG, PROGRAM, run, text_of

import totals

FOLDER = tempfile.TemporaryDirectory()
SCOPES = [scope["name"] for scope in CATALOG["scopes"]]
CALLS = [call["id"] for call in CATALOG["endpoints"]]
COMMANDS = re.findall(r"^  ([a-z-]+)  ", text_of("--help").partition("Commands:\n")[2].partition("\n\n")[0], re.MULTILINE)
HERE = pathlib.Path(FOLDER.name)
os.chdir(HERE)
(HERE / "a file.json").write_text("{}")
(HERE / "bin").mkdir()
for name in ("scope-explorer", "scope-explorer-cli"):
    (HERE / "bin" / name).symlink_to(PROGRAM)
ENVIRONMENT = {"PATH": f"{HERE / 'bin'}:{os.environ['PATH']}", "HOME": FOLDER.name}

# What stands before the cursor, and what some shell must offer there: exactly these, or at least these.
ROWS = [
    (["chec"], {"check"}, True),
    ([""], set(COMMANDS), True),
    (["show", "video.l"], {"video.list"}, True),
    (["show", ""], set(SCOPES) | set(CALLS), True),
    (["format", "--as", "comma", "user.info.b"], {"user.info.basic"}, True),
    (["explain", "unknown"], {"unknown-scope"}, True),
    (["completion", "z"], {"zsh"}, True),
    (["check", "--fail-on", "w"], {"warning"}, True),
    (["list", "--format", "ma"], {"markdown"}, True),
    (["--catalog", "x.json", "che"], {"check"}, True),
    (["check", "--sa"], {"--sarif"}, True),
    (["check", "a fi"], {"a file.json"}, True),
    (["compare", "--gra"], {"--granted"}, True),
    (["list", "xyz"], set(), True),
]


def shell(name):
    path = shutil.which(name)
    if path is None:
        raise totals.Skip(f"{name} is not installed")
    return path


def script(name):
    path = HERE / ("_scope-explorer" if name == "zsh" else f"script.{name}")
    path.write_text(text_of("completion", name), encoding="utf-8")
    return str(path)


def lines_of(*arguments):
    done = subprocess.run(arguments, capture_output=True, check=False, timeout=60, env=ENVIRONMENT, text=True)
    assert (done.returncode, done.stderr) == (0, ""), (arguments, done.returncode, done.stderr)
    return [line for line in done.stdout.split("\n") if line]


def check_rows(offers, but=()):
    for words, expected, is_all in ROWS:
        if words in but:
            continue
        found = offers(words)
        assert len(found) == len(set(found)), (words, found)
        assert set(found) == expected if is_all else expected <= set(found), (words, found)


def test_bash():
    driver = ('source "$1"; shift; COMP_WORDS=(scope-explorer-cli "$@"); COMP_CWORD=$#; compopt() { :; }; '
              '_scope_explorer scope-explorer-cli; printf "%s\\n" "${COMPREPLY[@]}"')
    bash, path = shell("bash"), script("bash")
    lines_of(bash, "-n", path)
    check_rows(lambda words: lines_of(bash, "--norc", "-c", driver, "bash", path, *words))
    # Readline takes '=' for a word of its own.
    assert lines_of(bash, "--norc", "-c", driver, "bash", path, "list", "--format", "=", "ma") == ["markdown"]
    assert lines_of(bash, "--norc", "-c", driver, "bash", path, "list", "--format", "=") == ["table", "json", "csv", "tsv", "markdown", "html"]


def test_zsh():
    # compadd and the functions of zsh's own completion answer with what they were given.
    driver = ('compadd() { shift; print -rl -- ${(M)@:#$words[CURRENT]*} }; '
              '_describe() { local item; for item in ${(P)2}; do item=${item%%:*}; '
              '[[ $item == $words[CURRENT]* ]] && print -r -- $item; done }; '
              '_files() { print -rl -- $words[CURRENT]*(N) }; '
              'file=$1; shift; words=(scope-explorer-cli "$@"); CURRENT=$#words; source $file; true')
    zsh, path = shell("zsh"), script("zsh")
    lines_of(zsh, "-f", "-n", path)
    check_rows(lambda words: lines_of(zsh, "-f", "-c", driver, "zsh", path, *words))


def test_fish():
    fish, path = shell("fish"), script("fish")
    lines_of(fish, "--no-execute", path)

    def offers(words):
        line = " ".join(word.replace(" ", "\\ ") for word in ["scope-explorer-cli", *words])
        driver = "source $argv[1]; complete -C $argv[2]"
        return [line.partition("\t")[0] for line in lines_of(fish, "--no-config", "-c", driver, path, line)]

    # fish's own function takes the value of an option before the command for the command, and it offers to correct.
    check_rows(offers, but=(["--catalog", "x.json", "che"], ["list", "xyz"]))


def test_both_programs_are_completed():
    assert "complete -F _scope_explorer scope-explorer scope-explorer-cli" in text_of("completion", "bash")
    assert text_of("completion", "zsh").startswith("#compdef scope-explorer scope-explorer-cli\n")
    assert "for program in scope-explorer scope-explorer-cli\n" in text_of("completion", "fish")


def test_a_hostile_catalog_offers_nothing_that_a_shell_acts_on():
    catalog = json.loads(json.dumps(CATALOG))
    hostile = ["$(touch${IFS}pwned)", "`touch pwned`", "a;b", "a'b", "-rf", "a\nb", "a b", "ä", "*"]
    source = catalog["scopes"][0]
    for name in [*hostile, "plain.name"]:
        catalog["scopes"].append({**source, "name": name, "facts": [], "targetApis": []})
    pathlib.Path("hostile.json").write_text(json.dumps(catalog))
    done = run("completion", "--words", "scopes", "--catalog", "hostile.json")
    assert done.returncode == 0, done
    assert [word for word in done.stdout.decode().split("\n") if word and word not in SCOPES] == ["plain.name"]


def test_words():
    assert text_of("completion", "--words", "scopes").split() == SCOPES
    assert text_of("completion", "--words", "calls").split() == CALLS
    assert set(text_of("completion", "--words", "names").split()) == set(SCOPES) | set(CALLS)
    for arguments, part in ((["--words", "scope"], b"Did you mean 'scopes'?"), (["fihs"], b"Did you mean 'fish'?"), ([], b"Name one")):
        done = run("completion", *arguments)
        assert done.returncode == 2 and part in done.stderr


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
