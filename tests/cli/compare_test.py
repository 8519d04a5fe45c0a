"""'compare' with what engineers have at hand: a request file, a token response, a list."""

import json
import os
import pathlib
import sys
import tempfile

from program import json_of, run, text_of

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
pathlib.Path("login.scopes.json").write_text(
    json.dumps({"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "video.list"], "version": 1}))
TOKEN = json.dumps({"access_token": "act.Zk3vQ9xWb7LmN2pR5tYc8HdF4gJsA6eU", "scope": "user.info.basic", "open_id": "x"})


def test_a_partial_grant():
    answer = json_of("compare", "--requested", "login.scopes.json", "--granted", TOKEN, code=1)
    assert [(s["name"], s["requested"], s["granted"], s["needed"]) for s in answer["scopes"]] == [
        ("user.info.basic", True, True, None), ("video.list", True, False, None)]
    assert [(s["what"], s["scope"], s["severity"]) for s in answer["statements"]] == [
        ("requested-not-granted", "video.list", "warning")]
    assert [call["endpoint"] for call in answer["stopped"]] == ["video.list", "video.query"]
    assert run("compare", "--fail-on=error", "--requested", "login.scopes.json", "--granted", TOKEN).returncode == 0


def test_in_words():
    text = text_of("compare", "--requested", "login.scopes.json", "--granted", "-", "--needed", "user.info.basic",
                   code=1, input=TOKEN.encode())
    assert "'video.list' was requested but not granted. What stops working: POST https://open.tiktokapis.com/v2/video/list/" in text
    assert "'video.list' is requested but needed by nothing" in text
    assert "act.Zk" not in text


def test_a_callback_url():
    answer = json_of("compare", "--granted", "https://example.com/cb?code=abcdefghijklmnop&scopes=user.info.basic%2Cvideo.list&state=s",
                     "--needed", "user.info.basic,video.list")
    assert answer["statements"] == [] and answer["stopped"] == []


def test_sets_that_fit():
    assert text_of("compare", "--requested=video.list", "--granted=video.list").endswith("The sets fit together.\n")
    done = run("compare", "-q", "--requested=video.list", "--granted=")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_plain_words_are_scopes_here():
    done = run("compare", "--requested", "repo,gist", "--granted", "gist repo")
    assert done.returncode == 0 and done.stderr == b"", done
    done = run("compare", "--requested", "repo,gist", "--granted", "repo")
    assert done.returncode == 1 and b"'gist' was requested but not granted" in done.stdout, done
    done = run("diff", "repo,gist", "repo")
    assert done.returncode == 1 and b"gist" in done.stdout, done
    done = run("compare", "--requested", "repo", "--granted", "The user has denied it.")
    assert b"no scope was found" in done.stderr, done


def test_wrong_usage():
    for arguments, part in ((["--requested", "a.b"], b"two sets at least"), (["a.b"], b"takes no operand"),
                            (["--requested", "-", "--granted", "-"], b"can be read once"),
                            (["--requestd", "a", "--granted", "b"], b"Did you mean '--requested'?")):
        done = run("compare", *arguments)
        assert done.returncode == 2 and part in done.stderr, done
    done = run("compare", "--requested", "./none", "--granted", "a.b")
    assert done.returncode == 3 and b"no such file" in done.stderr


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
