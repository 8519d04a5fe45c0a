"""'authorize' as engineers use it: the address on stdout, what is wrong on stderr, nothing kept."""

import hashlib
import json
import os
import pathlib
import sys
import tempfile
from urllib.parse import parse_qs, urlsplit

from jsonschema import Draft202012Validator

import program
from program import run

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
pathlib.Path("login.scopes.json").write_text(
    json.dumps({"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "video.list"], "version": 1}))
pathlib.Path("sandbox.app.json").write_text(json.dumps(
    {"approved": ["user.info.basic"], "clientKey": "aw1", "platform": "web", "redirectUris": ["https://example.com/cb"],
     "version": 1}))
WEB = ["--platform", "web", "--redirect-uri", "https://example.com/cb"]
DESKTOP = ["--platform=desktop", "--redirect-uri=http://127.0.0.1:3455/callback/"]


def text_of(*arguments, code=0):
    """What is on stdout; stderr tells of state, verifier and placeholders."""
    done = run(*arguments)
    assert done.returncode == code, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def json_of(*arguments, code=0):
    """The answer, valid. It is another each time, so program.json_of() is not for it."""
    answer = json.loads(text_of(*arguments, "--json", code=code))
    errors = [error.message for error in Draft202012Validator(program.SCHEMA).iter_errors(answer)]
    assert errors == [], errors
    return answer


def query(url):
    return {name: values[0] for name, values in parse_qs(urlsplit(url.strip()).query, strict_parsing=True).items()}


def test_the_address_alone_is_on_stdout():
    done = run("authorize", *DESKTOP, "--client-key", "a&b", "user.info.basic", "video.list")
    assert done.returncode == 0, done.stderr
    url = done.stdout.decode()
    assert url.startswith("https://www.tiktok.com/v2/auth/authorize/?") and url.count("\n") == 1
    found = query(url)
    assert found["client_key"] == "a&b" and found["scope"] == "user.info.basic,video.list"
    notes = done.stderr.decode()
    verifier = notes.split("token call takes it: ")[1].split()[0]
    assert hashlib.sha256(verifier.encode()).hexdigest() == found["code_challenge"]
    assert notes.split("bring the same: ")[1].split()[0] == found["state"]


def test_state_and_verifier_are_new_each_time():
    answers = [json_of("authorize", *DESKTOP, "video.list") for _ in range(5)]
    assert len({answer["state"] for answer in answers}) == 5 and all(len(a["state"]) >= 22 for a in answers)
    assert len({answer["codeVerifier"] for answer in answers}) == 5 and all(len(a["codeVerifier"]) >= 43 for a in answers)


def test_check_finds_nothing_in_it():
    url = text_of("authorize", *WEB, "--client-key=k", "user.info.basic").strip()
    assert json_of("check", url)["findings"] == []


def test_a_profile_gives_what_is_not_given():
    found = query(text_of("authorize", "--profile", "sandbox.app.json", "user.info.basic"))
    assert (found["client_key"], found["redirect_uri"]) == ("aw1", "https://example.com/cb")
    answer = json_of("authorize", "--profile", "sandbox.app.json", "video.list", code=1)
    assert [finding["rule"] for finding in answer["findings"]] == ["not-approved"]
    answer = json_of("authorize", "--profile", "sandbox.app.json", "--redirect-uri", "https://example.com/x",
                     "user.info.basic", code=1)
    assert [rule["rule"] for rule in answer["redirectRules"] if rule["state"] == "broken"] == ["exact-match"]


def test_a_request_file():
    found = query(text_of("authorize", *WEB, "--request", "login.scopes.json", "video.publish", "video.list"))
    assert found["scope"] == "user.info.basic,video.list,video.publish"


def test_what_is_wrong_is_said_with_its_source():
    done = run("authorize", "--platform", "web", "--redirect-uri", "http://example.com/cb?a=1", "video.lst")
    assert done.returncode == 1 and done.stdout.startswith(b"https://")
    notes = done.stderr.decode()
    assert "It begins with https. (Source: Login Kit for the web" in notes and "has no query" in notes
    assert "video.lst" in notes and "CLIENT_KEY stands for" in notes
    done = run("authorize", *WEB, "research.data.basic")
    assert done.returncode == 1 and b"client credentials" in done.stderr


def test_every_parameter_has_a_source():
    answer = json_of("authorize", *WEB, "--parameter", "disable_auto_auth=1", "video.list")
    assert [p["name"] for p in answer["parameters"]] == [
        "client_key", "response_type", "scope", "redirect_uri", "state", "disable_auto_auth"]
    assert all(p["source"] and p["meaning"] for p in answer["parameters"])
    assert [p["placeholder"] for p in answer["parameters"]] == [True] + 5 * [False]


def test_platforms_with_a_call():
    text = text_of("authorize", "--platform=android", "--redirect-uri=https://example.com/cb", "video.list")
    assert "AuthRequest(" in text and 'scope = "video.list"' in text
    assert "TikTokAuthRequest(scopes: [" in text_of(
        "authorize", "--platform=ios", "--redirect-uri=https://example.com/cb", "video.list")
    assert run("authorize", "--platform=ios", "--redirect-uri=https://e.com/", "--snippet=go", "video.list").returncode == 1


def test_snippets():
    for name in ("url", "curl", "swift", "kotlin", "javascript", "python", "php", "go", "csharp"):
        text = text_of("authorize", *DESKTOP, f"--snippet={name}", "video.list")
        assert "video.list" in text or name == "curl", name
    assert "$CLIENT_SECRET" in text_of("authorize", *DESKTOP, "--snippet=curl", "video.list")


def test_wrong_usage():
    for arguments in (["--snippet=pythn", *WEB, "video.list"], [*WEB, "--parameter", "x", "video.list"]):
        done = run("authorize", *arguments)
        assert done.returncode == 2 and done.stdout == b"" and done.stderr, arguments
    assert b"Did you mean 'python'?" in run("authorize", "--snippet=pythn", "video.list").stderr
    for arguments in ([*WEB], ["video.list"], ["--platform=tv", "video.list"], ["--platform=web", "video.list"],
                      [*WEB, "a,b"], [*WEB, "--parameter=prompt=1", "video.list"]):
        done = run("authorize", *arguments)
        assert done.returncode == 1 and done.stdout == b"" and done.stderr, arguments
    for option in ("--request", "--profile"):
        assert run("authorize", *WEB, option, "./none.json", "video.list").returncode == 3


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
