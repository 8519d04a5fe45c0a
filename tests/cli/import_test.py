"""'import --to': every real description becomes a catalog that the schema allows and that all commands take."""

import json
import os
import pathlib
import sys
import tempfile

from jsonschema import Draft202012Validator

from program import ROOT, run, text_of

import totals

CORPUS = ROOT.parent / "shared" / "corpus"  # beside the source tree, and not on every machine
VALIDATOR = Draft202012Validator(json.loads((ROOT / "resources" / "catalog.schema.json").read_text(encoding="utf-8")))
FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)

OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "Chat"},
    "components": {"securitySchemes": {"o": {"type": "oauth2", "flows": {"implicit": {
        "authorizationUrl": "https://chat.example/auth", "scopes": {"chat:read": "*Read* chats", "chat:write": "Write"}}}}}},
    "paths": {"/chats": {"get": {"operationId": "listChats", "security": [{"o": ["chat:read"]}, {"o": ["chat:write"]}]}}},
}
pathlib.Path("chat.json").write_text(json.dumps(OPENAPI), encoding="utf-8")


def documents():
    """The real descriptions that declare scopes."""
    if not CORPUS.is_dir():
        raise totals.Skip("../shared/corpus is absent")
    found = [path.relative_to(CORPUS / "expected") for path in sorted((CORPUS / "expected").rglob("*.scopes.json"))]
    assert len(found) == 26, len(found)
    return [str(path).removesuffix(".scopes.json") for path in found]


def part(catalog):
    """The first hundred of each long list: the schema says the same of each element, and Python takes its time."""
    return {name: value[:100] if isinstance(value, list) else value for name, value in catalog.items()}


def test_each_real_description_becomes_a_valid_catalog():
    for name in documents():
        done = run("import", str(CORPUS / "documents" / name), "--to", "made.json")
        assert done.returncode == 0, (name, done.stderr)
        catalog = json.loads(pathlib.Path("made.json").read_text(encoding="utf-8"))
        whole = catalog if os.environ.get("SCOPES_ROUNDS") else part(catalog)
        errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(whole)]
        assert errors == [], (name, errors[:3])
        expected = json.loads((CORPUS / "expected" / f"{name}.scopes.json").read_text(encoding="utf-8"))
        assert [s["name"] for s in catalog["scopes"]] == [s["name"] for s in expected["scopes"] if s["name"].strip()], name
        listed = json.loads(text_of("list", "--format", "json", "--catalog", "made.json"))
        assert [s["name"] for s in listed] == [s["name"] for s in catalog["scopes"]], name


def test_the_same_description_gives_the_same_bytes():
    assert text_of("import", "chat.json", "--to", "-") == text_of("import", "--to", "-", "chat.json")
    text_of("import", "chat.json", "--to", "chat.catalog.json")
    assert pathlib.Path("chat.catalog.json").read_text(encoding="utf-8") == text_of("import", "chat.json", "--to", "-")


def test_a_description_stands_wherever_a_catalog_does():
    shown = text_of("show", "chat:read", "--catalog", "chat.json")
    assert "  For the developer: Read chats\n" in shown and "  For the user: not published\n" in shown, shown
    assert text_of("format", "--as", "space", "chat:read", "chat:write", "--catalog", "chat.json") == "chat:read chat:write\n"
    assert text_of("diff", "chat.json", "chat.json") == text_of("diff", "-", "chat.json", stdin=open("chat.json", "rb")) != ""
    assert text_of("needs", "listChats", "--catalog", "chat.json").count("chat:read") > 0


def test_what_is_odd_is_said_and_fails_nothing():
    odd = json.loads(json.dumps(OPENAPI))
    odd["paths"]["/chats"]["get"]["security"].append({"o": ["chat:admin"]})
    pathlib.Path("odd.json").write_text(json.dumps(odd), encoding="utf-8")
    done = run("show", "chat:admin", "--catalog", "odd.json")
    assert done.returncode == 0, done
    assert b"odd.json:1:" in done.stderr and b"note: The scope 'chat:admin' is used here and declared nowhere" in done.stderr, done


def test_topics_can_be_chosen():
    for grouping in ("automatic", "tags", "service", "name"):
        assert json.loads(text_of("import", "chat.json", "--to", "-", "--group", grouping))["topics"]
    done = run("import", "chat.json", "--to", "-", "--group", "tag")
    assert done.returncode == 2 and b"Did you mean 'tags'?" in done.stderr, done


def test_a_table_of_scopes_is_read_by_its_headings_or_by_chosen_columns():
    pathlib.Path("table.csv").write_text("Scope,Description\nchat:read,Reads\n", encoding="utf-8")
    assert "  For the developer: Reads\n" in text_of("show", "chat:read", "--catalog", "table.csv")
    swapped = json.loads(text_of("import", "table.csv", "--columns", "name=2,definition=scope", "--to", "-"))
    assert [(s["name"], s["definition"]) for s in swapped["scopes"]] == [("Reads", "chat:read")], swapped["scopes"]
    assert [*VALIDATOR.iter_errors(swapped)] == []
    done = run("import", "table.csv", "--columns", "name=Key", "--to", "-")
    assert done.returncode == 3 and b"table.csv:1:1: error:" in done.stderr and b"'Scope', 'Description'" in done.stderr, done
    assert run("import", "table.csv", "--columns", "definition=1", "--to", "-").returncode == 2
    listed = text_of("list", "--format", "tsv")
    pathlib.Path("list.tsv").write_text(listed, encoding="utf-8")
    names = [s["name"] for s in json.loads(text_of("list", "--format", "json", "--catalog", "list.tsv"))]
    assert names == sorted(line.split("\t")[0] for line in listed.splitlines()[1:]), names


def test_references_to_files_are_followed_only_where_the_user_says_so():
    parted = json.loads(json.dumps(OPENAPI))
    parted["paths"]["/chats"] = {"$ref": "chats.json"}
    pathlib.Path("parted.json").write_text(json.dumps(parted), encoding="utf-8")
    pathlib.Path("chats.json").write_text(json.dumps(OPENAPI["paths"]["/chats"]), encoding="utf-8")
    done = run("import", "parted.json", "--canonical")
    assert done.returncode == 0 and b"parted.json:1:" in done.stderr and b"leads to another file" in done.stderr, done
    assert json.loads(done.stdout)["operations"] == {}
    assert text_of("import", "parted.json", "--canonical", "--with-files") == text_of("import", "chat.json", "--canonical")


def test_names_under_undefined_schemes_are_scopes_where_the_user_says_so():
    lost = json.loads(json.dumps(OPENAPI))
    scheme = lost["components"]["securitySchemes"].popitem()[0]
    pathlib.Path("lost.json").write_text(json.dumps(lost), encoding="utf-8")
    done = run("import", "lost.json", "--canonical")
    assert done.returncode == 0 and b"is not counted among the scopes" in done.stderr, done
    plain = json.loads(done.stdout)
    assert plain["scopes"] == [] and scheme in plain["unknownSchemeScopes"], plain
    done = run("import", "lost.json", "--canonical", "--undefined-schemes")
    assert done.returncode == 0 and b"taken for scopes, as you chose" in done.stderr, done
    taken = json.loads(done.stdout)
    assert taken["operations"] == json.loads(text_of("import", "chat.json", "--canonical"))["operations"]
    assert taken["scopes"] and not any(scope["declared"] for scope in taken["scopes"])
    assert "unknownSchemeScopes" not in taken and taken["flows"] == []
    assert run("import", "lost.json", "--to", "lost-catalog.json", "--undefined-schemes").returncode == 0
    shown = text_of("show", "chat:read", "--catalog", "lost-catalog.json")
    assert "  For the developer: not published\n" in shown and "  Notes: Calls use it" in shown, shown


def test_what_cannot_be_done_leaves_files_alone():
    before = pathlib.Path("chat.json").read_bytes()
    assert run("import", "chat.json", "--to", "chat.json").returncode == 2
    assert pathlib.Path("chat.json").read_bytes() == before
    pathlib.Path("letter.txt").write_text("Dear all,\n")
    done = run("import", "letter.txt", "--to", "new.json")
    assert done.returncode == 3 and b"letter.txt:1:1: error:" in done.stderr, done
    assert not pathlib.Path("new.json").exists()
    assert run("import", "chat.json", "--to", "no/such/folder.json").returncode == 1
    assert run("import", "chat.json").returncode == 2
    assert run("import", "chat.json", "--to", "-", "--canonical").returncode == 2
    done = run("list", "--catalog", "letter.txt")
    assert done.returncode == 3 and b"openapi" in done.stderr, done


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
