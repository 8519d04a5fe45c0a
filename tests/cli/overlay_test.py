"""An overlay on the command line: found beside the catalog, named, refused when it is broken, and never the provider's word."""

import json
import os
import pathlib
import sys
import tempfile

from jsonschema import Draft202012Validator

from program import ROOT, json_of, run, text_of
import totals

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
os.environ["XDG_DATA_HOME"] = FOLDER.name + "/data"

SCHEMA = json.loads((ROOT / "resources" / "overlay.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
DAY = "2026-11-28"
OVERLAY = {
    "catalog": "small.openapi",
    "format": "scope-explorer-overlay",
    "notes": {"files.read": {"date": DAY, "text": "Asked for at first start."}, "gone": {"date": DAY, "text": "Was here."}},
    "scopes": {"files.admin": {"date": DAY, "definition": "Beta.", "topic": "Ours"}},
    "settings": {
        "clientParameter": {"date": DAY, "value": "app_key"},
        "scopeParameter": {"date": DAY, "value": "user_scope"},
        "separator": {"date": DAY, "value": ","},
    },
    "version": 1,
}
OPENAPI = """openapi: 3.0.3
info: {title: Small, version: '1'}
components:
  securitySchemes:
    o:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://small.example/authorize
          tokenUrl: https://small.example/token
          scopes: {files.read: Read files, files.write: Write files}
paths: {}
"""


def prepare(overlay=OVERLAY, name="small.yaml.overlay.json"):
    pathlib.Path("small.yaml").write_text(OPENAPI, encoding="utf-8")
    pathlib.Path("small.yaml.overlay.json").unlink(missing_ok=True)
    if overlay is not None:
        pathlib.Path(name).write_text(json.dumps(overlay), encoding="utf-8")


def rules(text, *more):
    answer = json_of("check", "--fail-on", "never", "--catalog", "small.yaml", *more, text)
    return {finding["rule"]: finding for finding in answer["findings"]}


def test_the_schema_is_one_and_takes_this_overlay():
    Draft202012Validator.check_schema(SCHEMA)
    assert list(VALIDATOR.iter_errors(OVERLAY)) == []


def test_the_schema_refuses_what_the_program_refuses():
    prepare()
    for part, name, member, value in [
        ("notes", "files.read", "text", " "), ("notes", "files.read", "date", "today"), ("scopes", "files.admin", "topic", ""),
        ("settings", "separator", "value", ", "), ("settings", "clientParameter", "value", "a b"),
        ("settings", "clientParameter", "value", 1),
    ]:
        broken = json.loads(json.dumps(OVERLAY))
        broken[part][name][member] = value
        assert list(VALIDATOR.iter_errors(broken)) != [], (part, member, value)
        pathlib.Path("broken.json").write_text(json.dumps(broken), encoding="utf-8")
        done = run("list", "--catalog", "small.yaml", "--overlay", "broken.json")
        assert done.returncode == 3 and f"/{part}/{name}/{member}".encode() in done.stderr, done.stderr
        assert done.stdout == b""


def test_own_scopes_and_notes_are_shown_as_own():
    prepare()
    scopes = {one["name"]: one for one in json_of("list", "--catalog", "small.yaml")["scopes"]}
    assert scopes["files.admin"]["status"] == "own" and scopes["files.read"]["status"] == "documented"
    assert scopes["files.read"]["ownNote"] == "Asked for at first start." and "ownNote" not in scopes["files.admin"]
    shown = text_of("show", "--catalog", "small.yaml", "files.admin", "files.read")
    assert "Added by you, 2026-11-28" in shown and "Asked for at first start. [Written by you, 2026-11-28]" in shown


def test_an_own_scope_is_a_note_and_not_documented():
    prepare()
    finding = rules("files.read,files.admin")["unknown-scope"]
    assert finding["severity"] == "note" and "your own scope" in finding["message"]
    assert "does not document it" in finding["message"] and finding["source"] == "Added by you, 2026-11-28"
    assert rules("files.read files.admin", "--no-overlay")["unknown-scope"]["severity"] == "error"


def test_a_separator_that_is_set_counts():
    prepare()
    assert "wrong-separator" not in rules("scope=files.read,files.write")
    wrong = rules("scope=files.read files.write")["wrong-separator"]
    assert wrong["severity"] == "error" and wrong["source"] == "Set by you, 2026-11-28" and "you have set it" in wrong["message"]
    assert text_of("format", "--catalog", "small.yaml", "--as", "query", "files.read", "files.write").strip().endswith(
        "files.read%2Cfiles.write")


def test_without_it_the_separator_is_the_standards():
    prepare(None)
    wrong = rules("scope=files.read,files.write")["wrong-separator"]
    assert wrong["severity"] == "warning" and wrong["source"] == "RFC 6749, section 3.3", wrong
    assert "as OAuth 2 has it" in wrong["message"] and "not documented" in wrong["message"]


def test_parameters_that_are_set_have_their_names_in_the_request():
    prepare()
    url = "https://small.example/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fx.example%2F&scope=files.read"
    wrong = rules(url)["parameter-name"]
    assert "app_key" in wrong["message"] or "user_scope" in wrong["message"]
    assert wrong["source"] == "Set by you, 2026-11-28"
    # Its state is another each time.
    answer = json.loads(text_of("authorize", "--catalog", "small.yaml", "--redirect-uri", "https://x.example/", "--json",
                                "files.read", "files.write"))
    assert "&user_scope=files.read%2Cfiles.write" in answer["url"] and "app_key=" in answer["url"], answer["url"]
    sources = {one["name"]: one["source"] for one in answer["parameters"]}
    assert sources["app_key"] == sources["user_scope"] == "Set by you, 2026-11-28"


def test_one_for_another_catalog_says_so():
    prepare(OVERLAY | {"catalog": "other"}, "other.json")
    done = run("list", "--catalog", "small.yaml", "--overlay", "other.json")
    assert done.returncode == 0 and b"files.admin" in done.stdout and b"made for the catalog other" in done.stderr
    assert b"files.admin" not in run("list", "--catalog", "small.yaml").stdout


def test_that_of_the_built_in_catalog_is_among_the_users_data():
    folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "scope-explorer", "overlays")
    folder.mkdir(parents=True)
    (folder / "tiktok.overlay.json").write_text(json.dumps(OVERLAY | {"catalog": "tiktok"}), encoding="utf-8")
    assert "files.admin" in text_of("list")
    assert "files.admin" not in text_of("list", "--no-overlay")


def test_one_that_is_missing_is_told():
    done = run("list", "--overlay", "none.json")
    assert done.returncode == 3 and b"none.json" in done.stderr and done.stdout == b""


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
