"""The schemas: valid themselves, documented throughout, and refusing each broken file for the right reason."""

import copy
import sys

from jsonschema import Draft202012Validator

import files
import totals

CATALOG_SCHEMA = files.read(files.RESOURCES / "catalog.schema.json")
REQUEST_SCHEMA = files.read(files.RESOURCES / "request.schema.json")
OVERLAY_SCHEMA = files.read(files.RESOURCES / "overlay.schema.json")
TIKTOK = files.read(files.RESOURCES / "tiktok.json")
REQUEST = {"catalog": "tiktok", "format": "comma", "scopes": ["video.list", "user.info.basic"], "version": 1}

GONE = object()

# What is broken: the place, its new value (GONE takes the member away), and the schema keyword that refuses it there.
# A missing member is refused at the object that should hold it.
BROKEN_CATALOGS = [
    ("format", "scope-explorer-request", "const"),
    ("version", 2, "const"),
    ("version", "1", "const"),
    ("id", "Tik Tok", "pattern"),
    ("id", "", "pattern"),
    ("name", "", "minLength"),
    ("retrieved", "23 November 2026", "pattern"),
    ("retrieved", "2026-13-01", "pattern"),
    ("retrieved", None, "type"),
    ("about", 1, "type"),
    ("sources", {}, "type"),
    ("scopes", GONE, "required"),
    ("otherScopes", GONE, "required"),
    ("provider", [], "type"),
    ("sources/0/kind", "rumour", "enum"),
    ("sources/0/retrieved", GONE, "required"),
    ("sources/0/id", "a source", "pattern"),
    ("sources/0/title", GONE, "anyOf"),
    ("sources/1/url", "http://developers.tiktok.com/doc/tiktok-api-scopes", "pattern"),
    ("sources/1/url", "https://developers.tiktok.com/a page", "pattern"),
    ("sources/1/url", "https://", "pattern"),
    ("provider/name", GONE, "required"),
    ("provider/authorizationEndpoints/0/url", "javascript:alert(1)", "pattern"),
    ("provider/authorizationEndpoints/0/status", "new", "enum"),
    ("provider/authorizationEndpoints/0/source", GONE, "required"),
    ("provider/separator/value", ", ", "maxLength"),
    ("provider/separator/value", "", "minLength"),
    ("provider/clientParameter/source", GONE, "required"),
    ("provider/requestParameters/0/required", True, "enum"),
    ("provider/requestParameters/0/name", "", "minLength"),
    ("provider/requestParameters/5/values/0/meaning", GONE, "required"),
    ("provider/platforms/0/redirectRules/0/rule", "at-most", "enum"),
    ("provider/platforms/0/redirectRules/0/value", "10", "type"),
    ("provider/platforms/0/redirectRules/0/value", 0, "minimum"),
    ("provider/platforms/0/redirectRules/0/value", GONE, "required"),
    ("provider/platforms/0/redirectRules/5/value", "https", "type"),
    ("provider/platforms/0/redirectRules/5/value", [], "minItems"),
    ("provider/platforms/0/redirectRules/5/text", GONE, "required"),
    ("provider/platforms/1/pkce/required", "maybe", "enum"),
    ("provider/platforms/1/pkce/challengeEncoding", "hex", "enum"),
    ("provider/platforms/1/pkce/methods/0", "s256", "enum"),
    ("provider/platforms/1/pkce/verifierLength/min", "43", "type"),
    ("provider/platforms/1/pkce/verifierLength/max", GONE, "required"),
    ("provider/refusal/0/source", GONE, "required"),
    ("provider/refusal/0/text", "", "minLength"),
    ("provider/tokenEndpoint/value", "/v2/oauth/token/", "pattern"),
    ("provider/tokenKinds/source", GONE, "required"),
    ("provider/requiredScopes/0/severity", "note", "enum"),
    ("provider/reviewForms/0/source", GONE, "required"),
    ("provider/reviewForms/1/questions/1/column", "age", "enum"),
    ("provider/reviewForms/1/questions/1/title", "", "minLength"),
    ("topics/0/name", GONE, "required"),
    ("topics/0/id", "Music Certification", "pattern"),
    ("scopes/0", "artist.certification.read", "type"),
    ("scopes/0/name", "", "minLength"),
    ("scopes/0/definition", None, "type"),
    ("scopes/0/userDisplay", GONE, "required"),
    ("scopes/0/userDisplay", False, "type"),
    ("scopes/0/status", "retired", "enum"),
    ("scopes/0/product", 7, "type"),
    ("scopes/0/product", "", "minLength"),
    ("scopes/0/approval", GONE, "required"),
    ("scopes/0/obtainedBy", "user", "enum"),
    ("scopes/0/source", GONE, "required"),
    ("scopes/0/facts/0/source", GONE, "required"),
    ("scopes/0/replacedBy", [], "minItems"),
    ("scopes/5/implies/0/source", GONE, "required"),
    ("scopes/5/implies/0/scopes", ["video.list", "video.list"], "uniqueItems"),
    ("scopes/2/targetApis/0/source", GONE, "required"),
    ("scopes/2/targetApis/0/endpoint", GONE, "required"),
    ("scopes/2/targetApis/0/documentation", "ftp://developers.tiktok.com/", "pattern"),
    ("endpoints/0/method", "get", "pattern"),
    ("endpoints/0/token", "user", "enum"),
    ("endpoints/0/url", "a path", "pattern"),
    ("endpoints/1/requires/0", "video.list", "type"),
    ("endpoints/1/requires", GONE, "required"),
    ("endpoints/1/requires", None, "type"),
    ("endpoints/0/fields/0/requires", GONE, "required"),
    ("endpoints/0/fields/0/requires/0", ["video.list", "video.list"], "uniqueItems"),
    ("endpoints/6/parameters/0/values", [], "minItems"),
    ("endpoints/6/parameters/0/values/0/source", GONE, "required"),
    ("otherScopes/0/seen", GONE, "required"),
]

BROKEN_REQUESTS = [
    ("catalog", GONE, "required"),
    ("catalog", "Tik Tok", "pattern"),
    ("format", GONE, "required"),
    ("format", "", "minLength"),
    ("scopes", "video.list", "type"),
    ("scopes", GONE, "required"),
    ("scopes", ["video.list", "video.list"], "uniqueItems"),
    ("scopes/0", "", "minLength"),
    ("scopes/0", 1, "type"),
    ("version", 2, "const"),
    ("version", GONE, "required"),
    ("$schema", 1, "type"),
]


def changed(document, place, value):
    """A copy of the document with another value at a place, or without it."""
    copied = copy.deepcopy(document)
    holder = copied
    *way, last = place.split("/")
    for step in way:
        holder = holder[int(step) if isinstance(holder, list) else step]
    last = int(last) if isinstance(holder, list) else last
    if value is GONE:
        del holder[last]
    else:
        holder[last] = value
    return copied


def check_refused(schema, document, rows):
    assert files.problems(schema, document) == [], "the unbroken document must be valid"
    for place, value, keyword in rows:
        found = files.problems(schema, changed(document, place, value))
        pointer = "/" + place
        if keyword in ("required", "anyOf") and value is GONE:
            pointer = pointer.rpartition("/")[0]
        shown = "taken away" if value is GONE else repr(value)
        assert found == [(pointer, keyword)], f"{place} {shown}: expected {pointer} {keyword}, found {found}"


def test_schemas_are_valid_schemas():
    for schema in (CATALOG_SCHEMA, REQUEST_SCHEMA, OVERLAY_SCHEMA):
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)


def test_a_schema_with_a_wrong_type_would_be_noticed():
    try:
        Draft202012Validator.check_schema({"type": "text"})
    except Exception:
        return
    raise AssertionError("the validator takes any schema")


def test_every_member_is_described():
    for schema in (CATALOG_SCHEMA, REQUEST_SCHEMA, OVERLAY_SCHEMA):
        for pointer, thing in files.walk(schema):
            for name, member in thing.get("properties", {}).items() if thing.get("type") == "object" else []:
                target = schema["$defs"][member["$ref"].rpartition("/")[2]] if "$ref" in member else {}
                assert member.get("description") or target.get("description"), f"{pointer}/properties/{name}"


def test_every_object_allows_members_it_does_not_know():
    for schema in (CATALOG_SCHEMA, REQUEST_SCHEMA):
        objects = [(p, t) for p, t in files.walk(schema) if t.get("type") == "object"]
        assert objects
        for pointer, thing in objects:
            assert thing.get("additionalProperties") is True, pointer


def test_every_definition_is_used():
    used = {thing["$ref"] for _, thing in files.walk(CATALOG_SCHEMA) if isinstance(thing.get("$ref"), str)}
    assert used == {f"#/$defs/{name}" for name in CATALOG_SCHEMA["$defs"]}


def test_unknown_members_are_valid_everywhere():
    extended = copy.deepcopy(TIKTOK)
    for _, thing in list(files.walk(extended)):
        thing["x-unknown"] = {"deep": [1, None]}
    assert files.problems(CATALOG_SCHEMA, extended) == []
    assert files.problems(REQUEST_SCHEMA, REQUEST | {"reviewed": "yes"}) == []


def test_broken_catalogs_are_refused_for_the_right_reason():
    required = {"scope": "user.info.basic", "severity": "warning", "text": "Always.", "source": "login-kit-web"}
    whole = changed(TIKTOK, "provider/requiredScopes", [required])
    check_refused(CATALOG_SCHEMA, whole, BROKEN_CATALOGS)


def test_broken_requests_are_refused_for_the_right_reason():
    check_refused(REQUEST_SCHEMA, REQUEST, BROKEN_REQUESTS)


def test_requests_that_are_right_are_valid():
    calls = REQUEST | {"calls": ["user.info", "user.info#open_id"]}
    for request in (REQUEST, REQUEST | {"scopes": []}, REQUEST | {"$schema": "request.schema.json"}, calls):
        assert files.problems(REQUEST_SCHEMA, request) == []


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
