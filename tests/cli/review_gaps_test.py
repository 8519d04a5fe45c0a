"""What 'review' says is missing, and what its JSON has."""

import os
import pathlib
import sys
import tempfile

from program import json_of, run, text_of, written

import totals

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
SCOPES = ["user.info.basic", "video.list"]


def test_a_scope_without_a_reason():
    answer = json_of("review", written(SCOPES, {"video.list": {"reason": "To show them."}}), code=1)
    assert answer["complete"] is False
    assert [(row["scope"], row["gaps"]) for row in answer["rows"]] == [("user.info.basic", ["no-reason"]), ("video.list", [])]
    assert "Nothing says why it is needed." in text_of("review", "login.scopes.json", code=1)


def test_a_complete_sheet():
    path = written(SCOPES, {scope: {"reason": "r"} for scope in SCOPES})
    assert json_of("review", path)["complete"] is True
    assert text_of("review", path).endswith("2 of 2 complete.\n")
    assert run("review", "-q", path).returncode == 0


def test_a_reason_whose_scope_is_gone():
    answer = json_of("review", written(["video.list"], {"video.list": {"reason": "r"}, "user.info.stats": {"reason": "old"}}), code=1)
    assert [(row["scope"], row["requested"], row["gaps"]) for row in answer["rows"]][1] == ("user.info.stats", False, ["scope-gone"])


def test_a_call_that_is_no_longer_made():
    review = {"video.list": {"reason": "r", "calls": ["video.list", "video.query", "user.info#open_id", "user.info"]}}
    answer = json_of("review", written(["video.list"], review, calls=["user.info#display_name", "video.list"]), code=1)
    assert answer["rows"][0]["gaps"] == ["call-gone"]
    assert answer["rows"][0]["callsGone"] == ["video.query", "user.info#open_id"]
    assert json_of("review", written(["video.list"], review))["complete"] is True


def test_a_call_that_the_code_no_longer_makes():
    review = {"video.list": {"reason": "r", "calls": ["video.list", "GET https://open.tiktokapis.com/v2/user/info/"]}}
    path = written(["video.list"], review, calls=["video.list", "user.info"])
    pathlib.Path("code").mkdir(exist_ok=True)
    pathlib.Path("code/a.py").write_text('post("https://open.tiktokapis.com/v2/video/list/")\n', encoding="utf-8")
    assert json_of("review", path)["complete"] is True
    assert json_of("review", "--code", "code", path, code=1)["rows"][0]["callsGone"] == review["video.list"]["calls"][1:]
    pathlib.Path("b.py").write_text('get("https://open.tiktokapis.com/v2/user/info/")\n', encoding="utf-8")
    assert json_of("review", "--code", "code", "--code", "b.py", path)["complete"] is True
    done = run("review", "--code", "none", path)
    assert done.returncode == 3 and b"none" in done.stderr and done.stdout == b""


def test_each_row_has_what_is_documented():
    row = json_of("review", written(["user.info.basic", "made.up"]), code=1)["rows"]
    assert row[0]["definition"].startswith("Read a user's profile info") and row[0]["userDisplay"].startswith("Read your profile")
    assert "GET https://open.tiktokapis.com/v2/user/info/" in row[0]["calls"] and "user.info#open_id" in row[0]["fields"]
    assert (row[1]["definition"], row[1]["userDisplay"], row[1]["calls"], row[1]["fields"]) == ("", None, [], [])


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
