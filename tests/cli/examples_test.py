"""The examples for continuous integration in README, as far as they can be run without the services: their commands."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from program import PROGRAM, ROOT

import totals

README = (ROOT / "README.md").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
RIGHT = '{"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "video.list"], "version": 1}\n'
WRONG = RIGHT.replace("video.list", "video.lst")


def example(word):
    found = [block for block in BLOCKS if word in block]
    assert len(found) == 1, (word, len(found))
    return found[0]


def command_of(block):
    found = re.findall(r"^ *- (?:run: )?(scope-explorer-cli .*)$", block, re.MULTILINE)
    assert len(found) == 1, found
    return found[0]


def environment(folder):
    os.makedirs(os.path.join(folder, "bin"), exist_ok=True)
    link = os.path.join(folder, "bin", "scope-explorer-cli")
    if not os.path.exists(link):
        os.symlink(PROGRAM, link)
    return {"PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": folder}


def run_in(folder, command, *requests):
    for number, text in enumerate(requests):
        pathlib.Path(folder, f"app{number}.scopes.json").write_text(text)
    done = subprocess.run(["sh", "-e", "-c", command], cwd=folder, env=environment(folder), capture_output=True, check=False,
                          timeout=60)
    assert done.stderr == b"", done.stderr
    return done.returncode


def test_github():
    block = example("upload-sarif")
    with tempfile.TemporaryDirectory() as folder:
        assert run_in(folder, command_of(block), RIGHT, RIGHT) == 0
        assert run_in(folder, command_of(block), RIGHT, WRONG) == 1
        report = re.search(r"sarif_file: (\S+)", block).group(1)
        results = json.loads(pathlib.Path(folder, report).read_text())["runs"][0]["results"]
        places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
        assert places == ["app1.scopes.json"] * len(results) and results


def test_a_pattern_without_a_file_fails():
    with tempfile.TemporaryDirectory() as folder:
        for word in ("upload-sarif", "junit:"):
            done = subprocess.run(["sh", "-e", "-c", command_of(example(word))], cwd=folder, env=environment(folder),
                                  capture_output=True, check=False, timeout=60)
            assert done.returncode == 3 and b"*.scopes.json: error: There is no such file" in done.stderr, done


def test_gitlab():
    block = example("junit:")
    with tempfile.TemporaryDirectory() as folder:
        assert run_in(folder, command_of(block), RIGHT) == 0
        assert run_in(folder, command_of(block), RIGHT, WRONG) == 1
        report = re.search(r"junit: (\S+)", block).group(1)
        assert ElementTree.parse(pathlib.Path(folder, report)).getroot().get("failures") == "1"


def test_the_package_has_the_name_that_the_examples_give():
    version = re.search(r"project\(ScopeExplorer VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
    names = set(re.findall(r"scope-explorer_([0-9.]+)_amd64\.deb", README))
    assert names == {version} and f"rev: v{version}\n" in README


def test_the_hook_runs_what_it_says():
    entry = re.search(r"^  entry: (.*)$", HOOKS, re.MULTILINE).group(1)
    pattern = re.search(r"^  files: (.*)$", HOOKS, re.MULTILINE).group(1)
    assert f"- id: {re.search(r'- id: (.*)', HOOKS).group(1)}\n" in example("hooks:")
    assert re.search(pattern, "folder/login.scopes.json") and not re.search(pattern, "package.json")
    with tempfile.TemporaryDirectory() as folder:
        assert run_in(folder, f"{entry} app0.scopes.json app1.scopes.json", RIGHT, RIGHT) == 0
        assert run_in(folder, f"{entry} app0.scopes.json app1.scopes.json", RIGHT, WRONG) == 1


def test_the_hook_in_pre_commit():
    if shutil.which("pre-commit") is None or shutil.which("git") is None:
        raise totals.Skip("pre-commit is not installed")
    with tempfile.TemporaryDirectory() as folder:
        work, hooks = pathlib.Path(folder, "work"), pathlib.Path(folder, "hooks")
        for path in (work, hooks):
            path.mkdir()
        (hooks / ".pre-commit-hooks.yaml").write_text(HOOKS)
        own = environment(folder) | {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}

        def sh(where, command):
            return subprocess.run(["sh", "-e", "-c", command], cwd=where, env=own, capture_output=True, check=False, timeout=100)

        who = "git -c user.name=a -c user.email=a@example.com"
        assert sh(hooks, f"git init -q . && git add -A && {who} commit -qm hooks").returncode == 0
        for text, code, part in ((RIGHT, 0, b"Passed"), (WRONG, 1, b"video.lst is not documented")):
            (work / "a.scopes.json").write_text(text)
            done = sh(work, f"git init -q . && git add -A && pre-commit try-repo {shlex.quote(str(hooks))} scope-explorer --all-files")
            assert done.returncode == code and part in done.stdout, (done.stdout, done.stderr)


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
