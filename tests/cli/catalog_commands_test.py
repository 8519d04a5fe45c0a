"""'list --json', 'show', 'format --json', 'explain' and 'diff' against the catalog's own file."""

import copy
import csv
import io
import json
import os
import pathlib
import sys
import tempfile

from program import CATALOG, json_of, run, text_of
from program import written as request

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)


def written(catalog, name="other.json"):
    pathlib.Path(name).write_text(json.dumps(catalog), encoding="utf-8")
    return name


def test_list():
    answer = json_of("list")
    assert answer["catalog"] == "tiktok"
    assert answer["scopes"] == json.loads(text_of("list", "--format", "json"))
    assert run("list", "--json", "--format", "csv").returncode == 2


def test_list_for_spreadsheets_and_browsers():
    rows = [list(csv.reader(io.StringIO(text_of("list", "--format", name), newline=""), delimiter=separator))
            for name, separator in (("csv", ","), ("tsv", "\t"))]
    assert rows[0] == rows[1] and [row[0] for row in rows[1][1:]] == [scope["name"] for scope in CATALOG["scopes"]]
    other = copy.deepcopy(CATALOG)
    other["scopes"][0]["definition"] = "<script>alert(1)</script> & \"x\"\tand\nmore"
    page = text_of("list", "--format", "html", "--catalog", written(other))
    assert "<script" not in page and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;" in page
    assert page.count("<tr>") == 20 and page.startswith("<!DOCTYPE html>\n")
    tsv = list(csv.reader(io.StringIO(text_of("list", "--format", "tsv", "--catalog", "other.json"), newline=""), delimiter="\t"))
    assert tsv[1][2] == other["scopes"][0]["definition"]


def test_show_tells_all_of_each_scope():
    for scope in CATALOG["scopes"]:
        shown = json_of("show", scope["name"])
        assert [one["name"] for one in shown["scopes"]] == [scope["name"]]
        assert shown["scopes"][0]["definition"] == scope["definition"]
        text = text_of("show", scope["name"])
        assert text.startswith(scope["name"] + "\n") and "  For the developer: " + scope["definition"] + "\n" in text
        assert "  For the user: " + (scope["userDisplay"] or "not published") + "\n" in text


def test_show_finds_each_endpoint_by_any_of_its_names():
    for call in CATALOG["endpoints"]:
        path = call["url"].partition("://")[2].partition("/")[2]
        for name in (call["id"], call["url"], f"{call['method']} {call['url']}", f"{call['method']} /{path}"):
            shown = [one for one in json_of("show", name)["endpoints"] if one["id"] == call["id"]]
            assert len(shown) == 1, name
            assert shown[0]["requires"] == call["requires"]
            assert [(f["name"], f["requires"]) for f in shown[0]["fields"]] == [
                (f["name"], f["requires"]) for f in call.get("fields", [])]


def test_show_as_a_table():
    rows = list(csv.DictReader(io.StringIO(text_of("show", "--format=csv", "video.list", "user.info.basic"), newline="")))
    assert [(row["kind"], row["name"]) for row in rows] == [("scope", "video.list"), ("endpoint", "video.list"), ("scope", "user.info.basic")]
    assert rows[0]["definition"] == next(scope["definition"] for scope in CATALOG["scopes"] if scope["name"] == "video.list")
    assert rows[1]["needs"] == "video.list" and rows[1]["address"].startswith("POST https://"), rows[1]
    lines = text_of("show", "--format", "markdown", "video.list").splitlines()
    assert lines[2].startswith("| kind | name | definition |") and lines[4].startswith("| scope | video.list | Read a user's"), lines
    for wrong in (["--format=csb"], ["--format=csv", "--json"]):
        assert run("show", *wrong, "video.list").returncode == 2
    assert "csv" in run("show", "--format=csb", "video.list").stderr.decode()


def test_show_has_names_that_are_both():
    shown = json_of("show", "video.list")
    assert len(shown["scopes"]) == 1 and len(shown["endpoints"]) == 1


def test_show_says_what_it_does_not_know():
    done = run("show", "video.lst", "video.list")
    assert done.returncode == 1 and b"Did you mean 'video.list'?" in done.stderr and done.stdout.startswith(b"video.list\n")
    assert run("show").returncode == 2
    words = text_of("show", "post.content.init")
    assert "  Needs: video.publish or video.upload\n" in words and "    DIRECT_POST: video.publish\n" in words


def test_format():
    assert json_of("format", "--as", "comma", "video.list", "video.upload")["text"] == "video.list,video.upload"
    names = [one["format"] for one in json_of("format", "--as", "list")["formats"]]
    assert "comma" in names and len(names) == len(set(names))


def test_explain():
    rules = json_of("explain", "--list")["rules"]
    for rule in rules:
        page = json_of("explain", rule["rule"])
        assert page["markdown"] == text_of("explain", rule["rule"]) and page["title"] == rule["title"]
    done = run("explain", "unknown-scop")
    assert done.returncode == 2 and b"Did you mean 'unknown-scope'?" in done.stderr


def test_the_same_catalog_has_no_difference():
    assert text_of("diff", "built-in", "built-in") == "There is no difference.\n"
    assert text_of("diff", "built-in", written(CATALOG)) == "There is no difference.\n"


def test_a_changed_catalog():
    other = copy.deepcopy(CATALOG)
    scope = next(one for one in other["scopes"] if one["name"] == "video.list")
    scope["definition"] = "New " + scope["definition"]
    call = next(one for one in other["endpoints"] if one["id"] == "video.query")
    call["requires"] = [["video.list", "user.info.basic"]]
    call["method"] = "GET"
    answer = json_of("diff", "built-in", written(other), code=1)
    assert answer["of"] == "catalogs" and answer["added"] == answer["removed"] == []
    assert answer["changed"] == [{"name": "video.list", "changes": [{
        "member": "definition", "before": scope["definition"][4:], "after": scope["definition"], "onlyBefore": [],
        "onlyAfter": [{"start": 0, "end": 3}]}]}]
    assert answer["requirements"] == [
        {"call": "video.query", "before": [["video.list"]], "after": [["user.info.basic", "video.list"]]}]
    assert [one["name"] for one in answer["changedEndpoints"]] == ["video.query"]
    text = text_of("diff", "built-in", "other.json", code=1)
    assert "      + {+New+} " in text and "      + user.info.basic and video.list\n" in text


def test_requests():
    answer = json_of("diff", "user.info.basic,video.lst", "-", input=b'{"scopes": ["video.list", "user.info.basic"]}', code=1)
    assert (answer["added"], answer["removed"], answer["reordered"]) == ([], [], False)
    assert [(one["before"], one["after"], one["isGuess"]) for one in answer["renamed"]] == [("video.lst", "video.list", True)]
    assert json_of("diff", "a.b,c.d", "c.d,a.b", code=1)["reordered"] is True
    assert json_of("diff", "a.b,c.d", "a.b c.d")["removed"] == []
    assert run("diff", "-q", "a.b,c.d", "a.b").stdout == b""


def test_diff_ends():
    for arguments, code, part in ((["a.b"], 2, b"two operands"), (["built-in", "a.b,c.d"], 2, b"the other is not"),
                                  (["./none", "a.b"], 3, b"no such file"), (["-", "-"], 2, b"can be read once")):
        done = run("diff", *arguments)
        assert done.returncode == code and part in done.stderr and done.stdout == b"", done
    pathlib.Path("broken.json").write_text('{"format": "scope-explorer-catalog", "version": 1, oops')
    done = run("diff", "built-in", "broken.json")
    assert done.returncode == 3 and b"broken.json:1:" in done.stderr


def a_change():
    """The built-in catalog with one scope under another name, and a call that needs more."""
    other = copy.deepcopy(CATALOG)
    next(one for one in other["endpoints"] if one["id"] == "video.query")["requires"] = [["video.list", "user.info.basic"]]
    pathlib.Path("other.json").write_text(json.dumps(other).replace('"video.upload"', '"video.draft"'), encoding="utf-8")
    return "other.json"


def test_what_a_change_means_for_requests():
    request(["video.list", "video.upload", "x.y"], name="a.scopes.json", calls=["video.query"])
    request(["user.info.stats"], name="calm.scopes.json")
    answer = json_of("diff", "built-in", a_change(), "--request", "a.scopes.json", "--request", "calm.scopes.json", code=1)
    first, calm = answer["requests"]
    assert (first["name"], first["problem"]) == ("a.scopes.json", None)
    assert [(one["what"], one["severity"], one["subject"], one["scopes"]) for one in first["impacts"]][:2] == [
        ("scope-renamed", "error", "video.upload", ["video.draft"]),
        ("call-needs-more", "error", "video.query", ["user.info.basic"])]
    assert calm == {"name": "calm.scopes.json", "problem": None, "impacts": []}
    text = text_of("diff", "built-in", "other.json", "--request", "a.scopes.json", "--request", "calm.scopes.json", code=1)
    assert "What it means for a.scopes.json:\n    error: video.upload is no longer documented. Perhaps it is video.draft" in text
    assert text.endswith("What it means for calm.scopes.json:\n    nothing of it changed\n")
    same = json_of("diff", "built-in", "built-in", "--request", "a.scopes.json")
    assert same["requests"] == [{"name": "a.scopes.json", "problem": None, "impacts": []}]
    assert "requests" not in json_of("diff", "built-in", "built-in")


def test_requests_that_cannot_be_read_are_named():
    pathlib.Path("bad.scopes.json").write_text("{oops")
    request(["video.upload"], name="a.scopes.json")
    done = run("diff", "built-in", a_change(), "--json", "--request", "gone.scopes.json", "--request", "bad.scopes.json",
               "--request", "a.scopes.json")
    assert done.returncode == 3 and b"no such file" in done.stderr and b"bad.scopes.json:1:" in done.stderr
    gone, bad, good = json.loads(done.stdout)["requests"]
    assert "no such file" in gone["problem"] and "bad.scopes.json:1:" in bad["problem"] and "\n" not in bad["problem"]
    assert good["problem"] is None and good["impacts"][0]["what"] == "scope-renamed"


def test_differences_as_markdown():
    request(["video.upload"], name="a.scopes.json")
    text = text_of("diff", "built-in", a_change(), "--as", "markdown", "--request", "a.scopes.json", code=1)
    assert text.startswith("# What changed in a catalog\n\n- before: TikTok for Developers, as of ")
    assert "\n## Scopes renamed (1)\n\n- `video.upload` is perhaps `video.draft` now, a guess: " in text
    assert "Scopes removed" not in text and "Scopes added" not in text
    assert "\n- `video.query`\n  - before: video.list\n  - now: **user.info.basic and** video.list\n" in text
    assert "\n### `a.scopes.json`\n\n- **Error**: video.upload is no longer documented." in text
    assert "\n- `video.lst` is perhaps `video.list` now, a guess: " in text_of("diff", "video.lst,a.b", "video.list,a.b", "--as", "markdown", code=1)
    assert text_of("diff", "a.b,c.d", "c.d,a.b", "--as", "text", code=1) == "~ What both have stands in another order.\n"


def test_what_diff_does_not_take():
    for arguments, part in ((["a.b,c.d", "a.b,d.c", "--request", "a.scopes.json"], b"name two catalogs"),
                            (["a.b", "a.b", "--as", "markdwon"], b"Did you mean 'markdown'"),
                            (["a.b", "a.b", "--as", "text", "--json"], b"exclude each other"),
                            (["built-in", "-", "--request", "-"], b"can be read once")):
        done = run("diff", *arguments)
        assert done.returncode == 2 and part in done.stderr and done.stdout == b"", done


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
