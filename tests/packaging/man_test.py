"""The manual pages: sound by mandoc's rules, and the same as what the programs say of themselves."""

import os
import pathlib
import re
import subprocess
import sys

import build
import totals

PAGES = build.SOURCE / "resources"
CLI = pathlib.Path(build.BUILD) / "app" / "cli" / "scope-explorer-cli"
PROGRAM = pathlib.Path(build.BUILD) / "app" / "scope-explorer"


def help_of(program, *arguments):
    return build.run(str(program), *arguments, "--help")


def test_mandoc_finds_no_fault():
    for name in ("scope-explorer.1", "scope-explorer-cli.1"):
        assert build.run("mandoc", "-Tlint", "-Wwarning", str(PAGES / name)) == ""
        assert "SCOPE-EXPLORER" in build.run("mandoc", "-Tutf8", str(PAGES / name))


def test_mandoc_would_find_one():
    path = pathlib.Path(build.BUILD) / "broken.1"
    path.write_text(".Dd November 24, 2026\n.Dt X 1\n.Os\n.Sh NAME\n.Nm x\n.Nd y\n.Oops\n")
    try:
        build.run("mandoc", "-Tlint", "-Wwarning", str(path))
    except AssertionError:
        return
    raise AssertionError("mandoc takes any macro")


def test_the_page_is_what_the_program_says():
    page = (PAGES / "scope-explorer-cli.1").read_text(encoding="utf-8")
    made = build.run(str(CLI), "--man")
    assert page == made, "Make the page anew: scope-explorer-cli --man > resources/scope-explorer-cli.1"


def test_every_command_and_option_is_in_it():
    page = build.run("mandoc", "-Tascii", str(PAGES / "scope-explorer-cli.1"))
    plain = re.sub(".\b", "", page)
    commands = re.findall(r"^  ([a-z-]+)  ", help_of(CLI).partition("Commands:\n")[2].partition("\n\n")[0], re.MULTILINE)
    assert len(commands) > 5
    for command in commands:
        assert f"\n   {command}\n" in plain, command
        for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_of(CLI, command), re.MULTILINE):
            assert option in plain, (command, option)


def test_the_window_program_and_its_page_name_the_same_options():
    if not build.HAS_PROGRAM:
        raise totals.Skip("There is no program scope-explorer in this build.")
    page = re.sub(".\b", "", build.run("mandoc", "-Tascii", str(PAGES / "scope-explorer.1")))
    options = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", help_of(PROGRAM).partition("Commands:")[0], re.MULTILINE)
    assert len(options) >= 4, options
    for option in options:
        assert option in page, option


def test_the_programs_name_the_same_commands():
    if not build.HAS_PROGRAM:
        raise totals.Skip("There is no program scope-explorer in this build.")
    parts = [help_of(program).partition("Commands:\n")[2].partition("\n\n")[0] for program in (CLI, PROGRAM)]
    assert parts[0] == parts[1] != ""


def test_the_command_line_links_no_gui():
    needed = re.findall(r"\(NEEDED\)\s+Shared library: \[(.*?)\]", build.run("readelf", "-d", str(CLI)))
    assert any(name.startswith("libQt6Core") for name in needed), needed
    loaded = build.run("ldd", str(CLI))
    for name in ("libQt6Gui", "libQt6Widgets", "libX11", "libxcb", "libGL"):
        assert not any(one.startswith(name) for one in needed), needed
        assert name not in loaded, loaded


def test_commands_of_the_window_program_need_no_display():
    if not build.HAS_PROGRAM:
        raise totals.Skip("There is no program scope-explorer in this build.")
    environment = {"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "none-such"}
    for arguments in (["list"], ["check", "video.list"], ["--version"], ["--help"]):
        done = subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, check=False, timeout=60)
        assert done.returncode == 0 and done.stdout and not done.stderr, (arguments, done)


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
