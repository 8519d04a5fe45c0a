"""'scan' with the real program over a small project: what it uses, requests and lacks, and nothing of its secrets."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from program import json_of, run, text_of

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
SECRET = "act.Zk3vQ9xWb7LmN2pR5tYc8HdF4gJsA6eU"


def write(path, text):
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())


write("app/src/login.ts", "\nexport const SCOPES = ['user.info.basic', 'research.adlib.basic'];\n")
write("app/src/api.py", f"TOKEN = '{SECRET}'\n"
                        "def me():\n    return get(BASE + '/v2/user/info/?fields=open_id,follower_count')\n")
write("app/traffic.har", json.dumps({"log": {"entries": [{"request": {
    "method": "POST", "url": "https://open.tiktokapis.com/v2/video/list/?access_token=" + SECRET,
    "headers": [{"name": "Authorization", "value": "Bearer " + SECRET}]}}]}}, indent=0))
write("app/image.bin", b"\0/v2/video/query/ 'video.list'")
write("app/.git/notes", "get('/v2/video/query/')")
write("app.scopes.json", json.dumps(
    {"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "user.info.stats", "video.list"], "version": 1}))


def test_used_unused_and_missing():
    answer = json_of("scan", "app", code=1)
    assert [(one["call"], [(place["file"], place["line"]) for place in one["places"]]) for one in answer["used"]] == [
        ("user.info", [("app/src/api.py", 3)]), ("user.info#open_id", [("app/src/api.py", 3)]),
        ("user.info#follower_count", [("app/src/api.py", 3)]), ("video.list", [("app/traffic.har", 7)])]
    assert [one["scope"] for one in answer["requested"]] == ["research.adlib.basic", "user.info.basic"]
    assert [(one["scope"], one["places"]) for one in answer["unused"]] == [
        ("research.adlib.basic", [{"file": "app/src/login.ts", "line": 2}])]
    assert [(one["call"], one["missing"]) for one in answer["missing"]] == [
        ("user.info#follower_count", [["user.info.stats"]]), ("video.list", [["video.list"]])]
    assert (answer["filesRead"], answer["filesPassedOver"], answer["undocumented"]) == (3, 1, [])


def test_against_a_request():
    answer = json_of("scan", "app", "--request", "app.scopes.json")
    assert answer["missing"] == answer["unused"] == []
    assert [one["scope"] for one in answer["requested"]] == ["user.info.basic", "user.info.stats", "video.list"]


def test_in_words():
    text = text_of("scan", "app", code=1)
    assert "Needed, but not requested:\n  user.info.stats, for user.info#follower_count\n    app/src/api.py:3\n" in text
    assert "Requested, but no call that was found needs them:\n  research.adlib.basic\n    app/src/login.ts:2\n" in text


def test_no_secret_is_shown():
    for arguments in (["scan", "app"], ["scan", "app", "--json"]):
        done = run(*arguments)
        assert SECRET.encode() not in done.stdout + done.stderr


def test_what_git_ignores_is_not_read():
    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/.gitignore", "node_modules/\n")
        write(f"{folder}/node_modules/x/index.js", "get('/v2/video/list/')")
        write(f"{folder}/index.js", "get('/v2/user/info/')")
        subprocess.run(["git", "init", "-q", folder], check=True)
        answer = json_of("scan", folder)
        assert [one["call"] for one in answer["used"]] == answer["undocumented"] == ["user.info"]


def test_ten_thousand_files():
    with tempfile.TemporaryDirectory() as folder:
        for number in range(10_000):
            write(f"{folder}/{number // 100}/{number % 100}.js", "get('/v2/video/list/')\n" if number == 9_999 else "const x = 'y';\n" * 20)
        answer = json_of("scan", folder, code=1)
        assert answer["filesRead"] == 10_000
        assert answer["used"][0]["places"] == [{"file": f"{folder}/99/99.js", "line": 1}]


def test_wrong_usage():
    assert run("scan").returncode == 2
    done = run("scan", "none")
    assert done.returncode == 3 and b"none: There is no such file or folder." in done.stderr
    assert run("scan", "app", "--request", "none.json").returncode == 3
    done = run("scan", "-q", "app")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
