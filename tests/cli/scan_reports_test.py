"""'scan --sarif' and '--junit': the drift between code and request, line by line."""

import json
import os
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from program import run, text_of
from sarif import sarif_run

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
pathlib.Path("my code").mkdir()
pathlib.Path("my code/a.ts").write_text(
    '\nfetch("https://open.tiktokapis.com/v2/video/list/?fields=id")\nconst s = "user.info.basic,video.upload";\n')
pathlib.Path("my code/b.py").write_text("get('https://open.tiktokapis.com/v2/user/info/?fields=open_id')\n")
pathlib.Path("a.scopes.json").write_text(json.dumps(
    {"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "user.info.stats", "video.list"], "version": 1}))


def results(*arguments, code):
    run_of = sarif_run("scan", *arguments, code=code)
    for rule in run_of["tool"]["driver"]["rules"]:
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}: "), rule
    found = []
    for one in run_of["results"]:
        place = one["locations"][0]["physicalLocation"] if "locations" in one else None
        found.append((one["ruleId"], one["level"], place and place["artifactLocation"]["uri"], place and place["region"]["startLine"]))
    return found


def test_sarif_names_the_lines():
    assert results("my code", code=1) == [
        ("needed-not-requested", "error", "my%20code/a.ts", 2),
        ("requested-not-needed", "warning", "my%20code/a.ts", 3)]


def test_drift_from_a_request_file():
    assert results("my code", "--request", "a.scopes.json", code=0) == [("requested-not-needed", "warning", None, None)]
    assert run("scan", "-q", "my code", "--request", "a.scopes.json", "--fail-on", "warning").returncode == 1
    assert run("scan", "-q", "my code", "--fail-on", "never").returncode == 0


def test_junit_counts_what_fails():
    root = ElementTree.fromstring(text_of("scan", "--junit", "my code", code=1))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("2", "1", "1")
    assert root.find(".//failure").get("type") == "needed-not-requested"
    root = ElementTree.fromstring(text_of("scan", "--junit", "my code", "--request", "a.scopes.json"))
    assert [suite.get("name") for suite in root] == ["a.scopes.json"] and root.get("failures") == "0"


def test_nothing_found_is_a_test_that_passed():
    pathlib.Path("empty").mkdir()
    root = ElementTree.fromstring(text_of("scan", "--junit", "empty"))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("1", "0", "0")
    assert results("empty", code=0) == []


def test_one_output_at_a_time():
    assert run("scan", "--sarif", "--json", "my code").returncode == 2


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
