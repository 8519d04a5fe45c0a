"""'check' as a build server and a code review use it: several inputs, reports, exit codes, awkward files."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from jsonschema import Draft202012Validator

import sarif
from program import PROGRAM, json_of, on_a_terminal, run, text_of
from sarif import sarif_run

WRONG = 'const SCOPES = [\n  "user.info.basic",\n  "vidéo",\t"😀", "video.lst",\n];\n'
FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
pathlib.Path("wrong code.ts").write_text(WRONG, encoding="utf-8")
pathlib.Path("right.txt").write_text("user.info.basic,video.list\n", encoding="utf-8")
pathlib.Path("twice.txt").write_text("user.info.basic,video.list,video.list\n", encoding="utf-8")


def sarif_of(*arguments, code):
    return sarif_run("check", *arguments, code=code)


def test_the_schemas_of_sarif_are_schemas_and_refuse_what_is_wrong():
    log = json.loads(text_of("check", "--sarif", "wrong code.ts", code=1))
    for schema in (sarif.OFFICIAL, sarif.PARTS):
        Draft202012Validator.check_schema(schema)
        assert sarif.faults({**log, "version": "2.0.0"}, schema)
        assert sarif.faults({**log, "runs": [{**log["runs"][0], "results": [{"level": "error"}]}]}, schema)


def test_one_input_answers_as_it_is():
    answer = json_of("check", "user.info.basic video.list", code=1)
    assert answer["kind"] == "scope list" and answer["scopes"] == ["user.info.basic", "video.list"]
    assert answer["repaired"] == "user.info.basic,video.list"
    assert answer["findings"][0]["range"] == {"start": 15, "end": 16} and answer["findings"][0]["column"] == 16


def test_several_inputs_are_listed_in_order():
    answer = json_of("check", "right.txt", "wrong code.ts", "video.list", "-", input=b"video.list", code=1)
    assert [one["input"] for one in answer["inputs"]] == ["right.txt", "wrong code.ts", "", "-"]
    assert [len(one["findings"]) > 0 for one in answer["inputs"]] == [False, True, False, False]
    text = text_of("check", "right.txt", "wrong code.ts", code=1)
    assert text.startswith("== right.txt\n") and "\n== wrong code.ts\n" in text and "wrong code.ts:3:" in text


def test_a_request_file_is_wrong_if_any_of_its_names_is():
    for name in ["{x}", "$(id)", "*", "<b>", "=1", "user.info", "12"]:
        request = {"catalog": "tiktok", "format": "comma", "scopes": ["video.list", name], "version": 1}
        pathlib.Path("odd.scopes.json").write_text(json.dumps(request), encoding="utf-8")
        answer = json_of("check", "odd.scopes.json", code=1)
        assert answer["scopes"] == ["video.list", name] and [name] in [one["scopes"] for one in answer["findings"]], answer


def test_an_input_that_cannot_be_read_does_not_hide_the_others():
    done = run("check", "--json", "right.txt", "./none.txt", "wrong code.ts")
    assert done.returncode == 3 and b"./none.txt: error: There is no such file" in done.stderr
    assert [one["input"] for one in json.loads(done.stdout)["inputs"]] == ["right.txt", "wrong code.ts"]


def test_a_slip_in_a_file_name_is_no_text_without_faults():
    for name in ("rihgt.txt", "login.scopes.json", "*.scopes.json", ".env", "settings/oauth.YML"):
        for others in ([], ["right.txt"]):
            done = run("check", *others, name)
            assert done.returncode == 3 and f"{name}: error: There is no such file".encode() in done.stderr, done
        for arguments in (["diff", name, "a.b"], ["compare", "--requested", name, "--granted", "a.b"]):
            assert run(*arguments).returncode == 3, arguments
    # A word with another ending may be a scope that the catalog does not know.
    done = run("check", "right.txt", "rihgt.go")
    assert done.returncode == 3 and b"There is no file 'rihgt.go'" in done.stderr
    done = run("check", "rihgt.go")
    assert done.returncode == 0 and b"There is no file 'rihgt.go'" in done.stderr


def test_fail_on_chooses_the_exit_code():
    for severity, code in (("error", 0), ("warning", 1), ("note", 1), ("never", 0), ("error,warning", 1), (None, 0)):
        options = [] if severity is None else ["--fail-on", severity]
        assert run("check", *options, "twice.txt").returncode == code, severity
    assert run("check", "--fail-on", "never", "wrong code.ts").returncode == 0
    done = run("check", "--fail-on", "warnings", "twice.txt")
    assert done.returncode == 2 and b"Did you mean 'warning'?" in done.stderr


def test_quiet_answers_by_exit_code():
    for options in ([], ["--json"], ["--sarif"], ["--junit"]):
        done = run("check", "--quiet", *options, "wrong code.ts")
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    done = run("check", "-q", "./none.txt")
    assert done.returncode == 3 and done.stdout == b"" and b"none.txt" in done.stderr


def test_sarif_points_into_the_file():
    report = sarif_of("wrong code.ts", "right.txt", code=1)
    lines = WRONG.split("\n")
    places = set()
    for result in report["results"]:
        assert report["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "wrong%20code.ts"
        region = place["region"]
        assert region["startLine"] == region["endLine"]
        units = lines[region["startLine"] - 1].encode("utf-16-le")
        places.add(units[2 * (region["startColumn"] - 1):2 * (region["endColumn"] - 1)].decode("utf-16-le"))
    assert "video.lst" in places, places


def test_the_fixes_of_sarif_mend_the_file():
    for fault, right in (("user.info.basic video.list", "user.info.basic,video.list"),
                         ("a:\n  scope: 'user.info.basic,,video.list'\n", "a:\n  scope: 'user.info.basic,video.list'\n"),
                         ("scope=video.list%20user.info.basic", "scope=video.list%2Cuser.info.basic")):
        pathlib.Path("fault").write_text(fault, encoding="utf-8")
        fixed = fault.split("\n")
        for result in sarif_of("fault", code=1 if run("check", "-q", "fault").returncode else 0)["results"]:
            for fix in result.get("fixes", []):
                for change in reversed(fix["artifactChanges"][0]["replacements"]):
                    region = change["deletedRegion"]
                    line = fixed[region["startLine"] - 1]
                    fixed[region["startLine"] - 1] = (line[:region["startColumn"] - 1] + change["insertedContent"]["text"]
                                                      + line[region["endColumn"] - 1:])
        assert "\n".join(fixed) == right


def test_sarif_without_a_file_has_no_place():
    report = sarif_of("video.lst,user.info.basic", code=1)
    assert report["results"] and all("locations" not in result for result in report["results"])
    assert sarif_of("right.txt", code=0)["results"] == []


def test_sarif_takes_absolute_and_hostile_paths():
    name = "ä#?%20 'x'.txt"
    pathlib.Path(name).write_text("video.lst,video.list", encoding="utf-8")
    for path in (name, os.path.join(FOLDER.name, name)):
        uri = sarif_of(path, code=1)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.startswith("file:///" if os.path.isabs(path) else "%C3%A4%23%3F%2520%20"), uri


def test_junit_counts_what_fails():
    root = ElementTree.fromstring(text_of("check", "--junit", "right.txt", "wrong code.ts", "twice.txt", code=1))
    assert root.tag == "testsuites"
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["right.txt", "wrong code.ts", "twice.txt"]
    for whole in [root, *suites]:
        assert int(whole.get("tests")) == len(whole.findall(".//testcase"))
        assert int(whole.get("failures")) == len(whole.findall(".//failure"))
        assert int(whole.get("skipped")) == len(whole.findall(".//skipped"))
    assert suites[0].get("failures") == "0" and int(suites[1].get("failures")) > 0
    assert suites[2].get("failures") == "0" and suites[2].get("skipped") == "1"
    assert ElementTree.fromstring(text_of("check", "--junit", "--fail-on=warning", "twice.txt", code=1)).get("failures") == "1"


def test_junit_is_well_formed_whatever_the_text():
    for text in ("video.lst\x01,a\u202eb", "a&b,<c>,]]>", "\ufffe\uffff,video.lst", "user.info.basic\x00,video.list"):
        pathlib.Path("hostile").write_text(text, encoding="utf-8")
        ElementTree.fromstring(run("check", "--junit", "hostile").stdout.decode("utf-8"))
        json.loads(run("check", "--sarif", "hostile").stdout)


def test_only_one_output_at_a_time():
    assert run("check", "--json", "--sarif", "right.txt").returncode == 2
    assert run("check", "-", "-", input=b"").returncode == 2


def test_colours_only_on_a_terminal_that_wants_them():
    assert "\x1b" not in text_of("check", "wrong code.ts", code=1)
    assert "\x1b[1;31merror\x1b[0m" in on_a_terminal("check", "wrong code.ts")
    assert "\x1b" not in on_a_terminal("check", "wrong code.ts", NO_COLOR="1")
    assert "\x1b" in on_a_terminal("check", "wrong code.ts", NO_COLOR="")
    assert "\x1b" not in on_a_terminal("check", "wrong code.ts", TERM="dumb")
    assert "\x1b" not in on_a_terminal("check", "--json", "wrong code.ts")


def test_the_same_bytes_in_each_locale():
    for options in ([], ["--json"], ["--sarif"], ["--junit"]):
        texts = {run("check", *options, "wrong code.ts", env={"PATH": os.environ["PATH"], "LC_ALL": locale}).stdout
                 for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8")}
        assert len(texts) == 1


def test_a_closed_pipe_ends_it_silently():
    nobody, end = os.pipe()
    os.close(nobody)
    started = subprocess.Popen([PROGRAM, "check", "--json", "wrong code.ts"], stdout=end, stderr=subprocess.PIPE, restore_signals=False)
    os.close(end)
    assert started.stderr.read() == b""
    started.stderr.close()
    assert started.wait(60) == -signal.SIGPIPE


def test_empty_input():
    assert json_of("check", "-", input=b"")["scopes"] == []
    pathlib.Path("empty").write_bytes(b"")
    done = run("check", "empty")
    assert done.returncode == 3 and b"The file is empty" in done.stderr


def test_files_in_utf_16():
    for encoding in ("utf-16", "utf-16-be", "utf-8-sig"):
        text = "SCOPES=user.info.basic,video.lst\n"
        pathlib.Path("windows.env").write_bytes(("\ufeff" + text if encoding == "utf-16-be" else text).encode(encoding))
        answer = json_of("check", "windows.env", code=1)
        assert answer["scopes"] == ["user.info.basic", "video.lst"], (encoding, answer)
        assert [one["rule"] for one in answer["findings"]] == ["unknown-scope"], (encoding, answer)
    pathlib.Path("catalog.json").write_bytes("{}".encode("utf-16"))
    done = run("--catalog", "catalog.json", "list")
    assert done.returncode == 3 and b"Save the file as UTF-8" in done.stderr, done


def test_files_that_cannot_be_read():
    os.makedirs("folder", exist_ok=True)
    os.mkfifo("pipe")
    for path, why in (("./folder", b"a directory"), ("./pipe", b"a special file"), ("./none", b"no such file")):
        done = run("check", path)
        assert done.returncode == 3 and why in done.stderr and done.stdout == b"", done
    done = run("check", "--profile", "./none", "video.list")
    assert done.returncode == 3 and b"no such file" in done.stderr


def test_an_input_of_10_mib():
    line = b"GET /v2/auth/authorize/?scope=user.info.basic%2Cvideo.list 200\n"
    answer = json.loads(text_of("check", "--json", input=line * (10 * 1024 * 1024 // len(line))))
    assert answer["scopes"] == ["user.info.basic", "video.list"]


def test_a_pipe_is_read_to_its_end():
    text = b"# a comment\n" * 20000 + b"scope=video.lst,user.info.basic\n"
    started = subprocess.Popen([PROGRAM, "check", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for at in range(0, len(text), 7001):
        started.stdin.write(text[at:at + 7001])
        started.stdin.flush()
    started.stdin.close()
    assert json.loads(started.stdout.read())["scopes"] == ["video.lst", "user.info.basic"]
    started.stdout.close()
    assert started.wait(60) == 1


def test_bytes_that_are_no_text():
    pathlib.Path("bytes").write_bytes(bytes(range(256)) * 16)
    for options in (["--json"], ["--sarif"], ["--junit"], []):
        assert run("check", *options, "bytes").returncode in (0, 1)


def test_the_notes_of_a_request_file_ask_for_nothing():
    pathlib.Path("a.scopes.json").write_text(json.dumps(
        {"calls": ["video.list"], "catalog": "tiktok", "format": "comma", "version": 1, "scopes": ["user.info.basic", "video.publish"],
         "review": {"video.publish": {"reason": "scope=video.lst is what we asked for before"}}}, indent=4))
    answer = json_of("check", "a.scopes.json")
    assert answer["scopes"] == ["user.info.basic", "video.publish"] and answer["findings"] == []
    assert json_of("diff", "a.scopes.json", "user.info.basic,video.publish")["added"] == []


def test_secrets_are_masked_everywhere():
    secret = "act.Zk3vQ9xWb7LmN2pR5tYc8HdF4gJsA6eU"
    pathlib.Path("token.json").write_text(json.dumps({"access_token": secret, "scope": "user.info.basic,video.lst"}))
    for options in ([], ["--json"], ["--sarif"], ["--junit"]):
        done = run("check", *options, "token.json")
        assert done.returncode == 1 and secret.encode() not in done.stdout + done.stderr


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
