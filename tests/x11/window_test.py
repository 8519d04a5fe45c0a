"""Does with the real program what a user does: find, tick, copy, paste back, save, reopen; and reads its rows over AT-SPI."""

import atexit
import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import totals  # noqa: E402
from desktop import Desktop, missing_tools, wait_for  # noqa: E402

PROGRAM = os.environ.get("SCOPE_EXPLORER", "")


DESKTOP = Desktop()


def fresh_desktop():
    """The one desktop, with an empty home folder."""
    if missing_tools():
        raise totals.Skip("not installed: " + ", ".join(missing_tools()))
    if "address" in os.environ.get("SCOPES_SANITIZE", ""):
        raise totals.Skip("the desktop's own libraries are not built for the sanitizers")
    if not hasattr(DESKTOP, "home"):
        DESKTOP.__enter__()
        atexit.register(DESKTOP.__exit__)
    return DESKTOP.renew()


def request_title(name, modified):
    return f"{name}{'*' if modified else ''} – TikTok for Developers – Scope Explorer"


def test_find_tick_copy_save_and_reopen():
    desktop = fresh_desktop()
    app = desktop.start(PROGRAM)
    desktop.keys("ctrl+f")
    desktop.type("video.list")
    desktop.keys("Down", "space")
    desktop.keys("Escape")
    desktop.keys("ctrl+f")
    desktop.type("name:user.info.b")
    desktop.keys("Down", "space")
    desktop.keys("ctrl+shift+c")
    assert desktop.clipboard() == "video.list,user.info.basic", repr(desktop.clipboard())
    assert desktop.title(app) == request_title("untitled.scopes.json", True), desktop.title(app)

    path = os.path.join(desktop.home, "mine.scopes.json")
    desktop.keys("ctrl+s")
    desktop.type(path)
    desktop.keys("Return")
    wait_for(lambda: os.path.exists(path), what="the saved file")
    with open(path, encoding="utf-8") as file:
        saved = json.load(file)
    assert saved == {"catalog": "tiktok", "format": "comma", "scopes": ["video.list", "user.info.basic"], "version": 1}, saved
    wait_for(lambda: desktop.title(app) == request_title("mine.scopes.json", False), what="the title without the mark")
    desktop.keys("ctrl+q")
    wait_for(lambda: app.poll() is not None, what="the end of the program")
    assert app.returncode == 0, app.returncode

    again = desktop.start(PROGRAM, path)
    assert desktop.title(again) == request_title("mine.scopes.json", False), desktop.title(again)
    desktop.keys("ctrl+shift+c")
    assert desktop.clipboard() == "video.list,user.info.basic", repr(desktop.clipboard())


def test_paste_takes_a_string_back():
    desktop = fresh_desktop()
    desktop.start(PROGRAM)
    desktop.set_clipboard('const scope = ["video.publish", "video.upload"].join(",");')
    desktop.keys("ctrl+v")
    desktop.keys("ctrl+shift+c")
    assert desktop.clipboard() == "video.publish,video.upload", repr(desktop.clipboard())
    desktop.keys("ctrl+z")
    desktop.keys("ctrl+shift+c")
    assert desktop.clipboard() == "video.publish,video.upload", "an empty request must copy nothing"


def test_rows_can_be_read_over_at_spi():
    desktop = fresh_desktop()
    app = desktop.start(PROGRAM)
    desktop.keys("ctrl+f")
    desktop.type("name:video.list")
    desktop.keys("Down", "space")
    reader = os.path.join(os.path.dirname(os.path.abspath(__file__)), "rows.py")

    def rows():
        run = subprocess.run([sys.executable, "-B", reader, str(app.pid)], env=desktop.env, capture_output=True, text=True, timeout=60)
        return [line.split("|") for line in run.stdout.splitlines()]

    found = wait_for(rows, what="rows over AT-SPI")
    topic = next(row for row in found if row[2].startswith("video"))
    assert topic[1] == "1", "the topic is not told to be expanded"
    scope = next(row for row in found if row[2] == "video.list")
    assert scope[0] == "1", "the scope is not told to be checked"
    assert "Read a user's public videos on TikTok" in scope[3] and "Read your public videos on TikTok" in scope[3], scope[3]
    assert "Level 2" in scope[3], scope[3]


def test_a_killed_program_gives_its_request_back():
    desktop = fresh_desktop()
    app = desktop.start(PROGRAM)
    desktop.keys("ctrl+f")
    desktop.type("name:video.list")
    desktop.keys("Down", "space")
    state = os.path.join(desktop.home, ".local", "state", "scope-explorer", "autosave")

    def kept():
        folder = os.listdir(state) if os.path.isdir(state) else []
        return any("video.list" in open(os.path.join(state, name), encoding="utf-8").read() for name in folder if name.endswith(".json"))

    wait_for(kept, what="the autosaved request")
    app.kill()
    app.wait()
    again = desktop.start(PROGRAM)
    desktop.keys("ctrl+shift+c")
    assert desktop.clipboard() == "video.list", repr(desktop.clipboard())
    assert desktop.title(again).startswith("untitled.scopes.json*"), desktop.title(again)


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
