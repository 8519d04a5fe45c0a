"""Every catalog of the project: valid by the schema, in order beyond it, and written as our files are."""

import copy
import sys

import files
import totals
from references import named_scopes, reference_problems, used_sources

SCHEMA = files.read(files.RESOURCES / "catalog.schema.json")
TIKTOK = files.read(files.RESOURCES / "tiktok.json")


def repeat(catalog, members):
    catalog[members].append(copy.deepcopy(catalog[members][0]))


# What is broken, how, and the problem that must be told.
BROKEN = [
    ("a scope twice", lambda c: repeat(c, "scopes"), "scope artist.certification.read comes twice"),
    ("a topic twice", lambda c: repeat(c, "topics"), "topic music-certification comes twice"),
    ("a source twice", lambda c: repeat(c, "sources"), "source scopes-reference comes twice"),
    ("an endpoint twice", lambda c: repeat(c, "endpoints"), "endpoint user.info comes twice"),
    ("a topic that is not there", lambda c: c["scopes"][0].update(topic="music"), "/scopes/0: no topic music"),
    ("a source that is not there", lambda c: c["scopes"][0].update(source="page"), "/scopes/0: no source page"),
    (
        "a call that needs no scope of the catalog",
        lambda c: c["endpoints"][1].update(requires=[["video.lst"]]),
        "/endpoints/1: no scope video.lst",
    ),
    (
        "a field that needs no scope of the catalog",
        lambda c: c["endpoints"][0]["fields"][0].update(requires=[["user.basic"]]),
        "/endpoints/0/fields/0: no scope user.basic",
    ),
    (
        "a parameter that needs no scope of the catalog",
        lambda c: c["endpoints"][6]["parameters"][0]["values"][1].update(requires=[["video.up"]]),
        "/endpoints/6/parameters/0/values/1: no scope video.up",
    ),
    (
        "an implied scope that is not there",
        lambda c: c["scopes"][5]["implies"][0].update(scopes=["portability.all"]),
        "/scopes/5/implies/0: no scope portability.all",
    ),
    ("a replacement that is not there", lambda c: c["scopes"][0].update(replacedBy=["a.b"]), "/scopes/0: no scope a.b"),
    (
        "a required scope that is not there",
        lambda c: c["provider"].update(requiredScopes=[{"scope": "openid", "source": "login-kit-web"}]),
        "/provider/requiredScopes/0: no scope openid",
    ),
    (
        "an API that is no endpoint",
        lambda c: c["scopes"][2]["targetApis"][0].update(endpoint="data.plus"),
        "/scopes/2/targetApis: no endpoint data.plus",
    ),
    (
        "a parameter of no platform",
        lambda c: c["provider"]["requestParameters"][5].update(platforms=["tv"]),
        "/provider/requestParameters/5: no platform tv",
    ),
    (
        "a scope both documented and seen elsewhere",
        lambda c: c["otherScopes"][0].update(name="video.list"),
        "scope video.list is documented and seen elsewhere",
    ),
]


def test_every_catalog_is_valid():
    found = files.catalog_files()
    assert files.RESOURCES / "tiktok.json" in found
    for path in found:
        problems = files.problems(SCHEMA, files.read(path))
        assert problems == [], f"{path.name}: {problems}"


def test_every_catalog_refers_to_what_exists():
    for path in files.catalog_files():
        problems = reference_problems(files.read(path))
        assert problems == [], f"{path.name}: {problems}"


def test_broken_references_are_found():
    for name, damage, problem in BROKEN:
        broken = copy.deepcopy(TIKTOK)
        damage(broken)
        found = reference_problems(broken)
        assert found == [problem], f"{name}: {found}"


def test_shipped_catalogs_list_no_source_that_nothing_uses():
    for path in sorted(files.RESOURCES.glob("*.json")):
        if not path.name.endswith(".schema.json"):
            catalog = files.read(path)
            used = {name for _, name in used_sources(catalog)}
            unused = [source["id"] for source in catalog["sources"] if source["id"] not in used]
            assert unused == [], f"{path.name}: {unused}"


def test_references_are_looked_for_in_every_place():
    places = {pointer.split("/")[1] for pointer, _ in used_sources(TIKTOK)}
    assert places == {"provider", "scopes", "endpoints", "otherScopes"}
    named = [pointer for pointer, _ in named_scopes(TIKTOK)]
    for part in ("/implies/", "/fields/", "/parameters/"):
        assert any(part in pointer for pointer in named), part


def test_files_of_resources_are_written_as_ours():
    for path in sorted(files.RESOURCES.glob("*.json")):
        content = path.read_bytes()
        text = content.decode("utf-8")
        assert not text.startswith("\ufeff"), path.name
        assert "\r" not in text and "\t" not in text, path.name
        assert text.endswith("}\n") and not text.endswith("\n\n"), path.name
        for number, line in enumerate(text.splitlines(), 1):
            assert line == line.rstrip(), f"{path.name}:{number}"
            assert (len(line) - len(line.lstrip(" "))) % 2 == 0, f"{path.name}:{number}"


def test_a_duplicate_key_is_refused():
    try:
        files.parse('{"a": 1, "a": 2}')
    except AssertionError:
        return
    raise AssertionError("a duplicate key was read")


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
