"""resources/tiktok.json against ../shared/tiktok, the facts that it is made from, all of them; skipped where that is absent."""

import re
import sys

import files
import totals

TIKTOK = files.read(files.RESOURCES / "tiktok.json")
SCOPES = {scope["name"]: scope for scope in TIKTOK["scopes"]}
ENDPOINTS = {endpoint["id"]: endpoint for endpoint in TIKTOK["endpoints"]}
SOURCES = {source["id"]: source for source in TIKTOK["sources"]}


def shared(name):
    """A file of ../shared/tiktok: its value, or its text where it is no JSON."""
    path = files.SHARED / name
    if not path.exists():
        raise totals.Skip(f"../shared/tiktok/{name} is not beside the source tree")
    return files.read(path) if name.endswith(".json") else path.read_bytes().decode("utf-8")


def known(value):
    return None if value == "unknown" else value


def check_source(where, identifier, words, retrieved, kind=None):
    """The source says what the words of the fact say: their address, or else their title; day and kind too."""
    source = SOURCES[identifier]
    words, third_party = re.subn(r", third party$", "", words)
    address, _, remark = words.partition(" (")
    address = re.sub(r"^developers\.", "https://developers.", address)
    if address.startswith("https://"):
        assert source.get("url") == address, f"{where}: {source} is not {words}"
    else:
        told = (source.get("title", "") + " " + source.get("note", "")).lower()
        assert words.removeprefix("a ").lower() in told, f"{where}: {source} is not {words}"
    for day in re.findall(r"\d{4}-\d\d-\d\d", remark):
        assert day in source["title"] + source.get("note", ""), f"{where}: {source} does not tell {day}"
    assert source["retrieved"] == retrieved, where
    assert source["kind"] == ("third party" if third_party else kind or "provider"), where


def test_the_page_is_the_same():
    assert (files.DATA / "scopes-reference.txt").read_bytes().decode("utf-8") == shared("scopes-reference.txt")


def test_scopes():
    facts = shared("scopes.json")
    assert [scope["name"] for scope in TIKTOK["scopes"]] == [scope["scope"] for scope in facts["scopes"]]
    for expected in facts["scopes"]:
        name, scope = expected["scope"], SCOPES[expected["scope"]]
        found = (scope["product"], scope["approval"], scope["obtainedBy"], scope["region"])
        wanted = tuple(known(expected[member]) for member in ("product", "approval", "obtained", "region"))
        assert found == wanted, f"{name}: {found} is not {wanted}"


def test_facts_of_scopes():
    for expected in shared("scopes.json")["scopes"]:
        name, scope = expected["scope"], SCOPES[expected["scope"]]
        assert [fact["text"] for fact in scope["facts"]] == [fact["text"] for fact in expected["facts"]], name
        for found, fact in zip(scope["facts"], expected["facts"]):
            check_source(f"{name}: {fact['text']}", found["source"], fact["source"], fact["retrieved"], fact.get("kind"))


def test_target_apis_of_scopes():
    for expected in shared("scopes.json")["scopes"]:
        found = SCOPES[expected["scope"]]["targetApis"]
        rows = [(api["name"], api["doc"], api["endpoint"]) for api in expected["target_apis"]]
        assert [(api["name"], api["documentation"], api["endpoint"]) for api in found] == rows, expected["scope"]
        for api, wanted in zip(found, expected["target_apis"]):
            own_page = wanted.get("from") == "the endpoint's own page"
            url = wanted["doc"] if own_page else "https://developers.tiktok.com/doc/tiktok-api-scopes"
            assert SOURCES[api["source"]]["url"] == url, f"{expected['scope']}: {api}"


def test_what_scopes_contain():
    facts = shared("scopes.json")
    assert {s for s in SCOPES if "implies" in SCOPES[s]} == {row["scope"] for row in facts["contains"]}
    for row in facts["contains"]:
        (found,) = SCOPES[row["scope"]]["implies"]
        assert (found["scopes"], found["caution"]) == (row["reaches"], row["caution"]), row["scope"]
        check_source(row["scope"], found["source"], row["source"], facts["retrieved"])


def test_other_scopes():
    facts = shared("scopes.json")
    found = [(other["name"], other["seen"]) for other in TIKTOK["otherScopes"]]
    assert found == [(row["scope"], row["seen"]) for row in facts["other_scopes"]]
    for other, row in zip(TIKTOK["otherScopes"], facts["other_scopes"]):
        check_source(row["scope"], other["source"], row["source"], facts["retrieved"])


def test_endpoints():
    facts = shared("endpoints.json")
    assert [endpoint["id"] for endpoint in TIKTOK["endpoints"]] == [row["id"] for row in facts["endpoints"]]
    same = ("name", "method", "url", "product", "token", "requires", "confidence", "limits", "notes")
    for row in facts["endpoints"]:
        endpoint = ENDPOINTS[row["id"]]
        for member in same:
            assert endpoint.get(member) == row.get(member), f"{row['id']}: {member}"
        assert endpoint["documentation"] == row["doc"], row["id"]


def test_sources_of_endpoints():
    facts = shared("endpoints.json")
    for row in facts["endpoints"]:
        source = SOURCES[ENDPOINTS[row["id"]]["source"]]
        assert source["url"] == row["doc"], row["id"]
        if not row["source"].startswith("https://"):
            assert row["source"].lower() in source["note"].lower(), row["id"]
        assert ("address of the page is inferred" in row["confidence"]) == ("inferred" in source.get("note", "")), row["id"]
        assert source["retrieved"] == facts["retrieved"], row["id"]


def test_fields_of_endpoints():
    for row in shared("endpoints.json")["endpoints"]:
        found = ENDPOINTS[row["id"]].get("fields", [])
        rows = [(field["name"], field.get("meaning"), field["requires"]) for field in row["fields"]]
        assert [(field["name"], field.get("meaning"), field["requires"]) for field in found] == rows, row["id"]
        earlier = re.search(r"fields as on the earlier page (\S+)\)", row["source"])
        for field in found:
            url = SOURCES[field["source"]]["url"] if "source" in field else None
            assert url == (earlier[1] if earlier else None), f"{row['id']}: {field['name']}"


def test_parameters_of_endpoints():
    for row in shared("endpoints.json")["endpoints"]:
        found = [
            {**p, "values": [{**value, "source": SOURCES[value["source"]]["url"]} for value in p["values"]]}
            for p in ENDPOINTS[row["id"]].get("parameters", [])
        ]
        assert found == row.get("parameters", []), row["id"]


def test_every_address_of_authorization_facts_is_a_source():
    text = shared("authorization.md")
    prefixes = dict(re.findall(r"\b([DN]) = (https://\S+?/)[,.](?: |$)", text))
    assert set(prefixes) == {"D", "N"}, prefixes
    wanted = {prefixes[p].rstrip("/") + "/" + page for p, page in re.findall(r"\b([DN]) ([\w-]+(?:/[\w-]+)*)", text)}
    wanted |= {f"https://{address}" for address in re.findall(r"(?<!/)\b((?:github|developers\.tiktok)\.com/[\w./-]*\w)", text)}
    wanted = {url.rstrip("/") for url in wanted if not url.endswith(("/doc", "/docs"))}
    assert len(wanted) > 20, wanted
    notes = re.findall(r"https://[^\s,]*[^\s,.]", " ".join(source.get("note", "") for source in TIKTOK["sources"]))
    told = {url.rstrip("/") for url in [source.get("url", "") for source in TIKTOK["sources"]] + notes}
    assert wanted <= told, sorted(wanted - told)


def test_every_literal_of_authorization_facts_is_in_the_catalog():
    text = shared("authorization.md")
    body = text[text.index("## Request") :]
    literals = (r"\b\w+_\w+\b", r"\b\d{3,}\b", r"https?://[^\s,)]+[^\s,).]", r"\b[A-Z]?\w*[a-z][A-Z]\w+\b")
    words = {word for literal in literals for word in re.findall(literal, body)}
    provider = str(TIKTOK["provider"]) + str([(s.get("title"), s.get("url"), s.get("note")) for s in TIKTOK["sources"]])
    assert len(words) > 60, len(words)
    missing = sorted(word for word in words if word not in provider)
    assert missing == [], missing


def test_every_error_of_authorization_facts_is_in_the_catalog():
    text = shared("authorization.md")
    section = text[text.index("## Errors") : text.index("## The app")]
    words = set(re.findall(r"\b(?:\w+_\w+|1\d{4})\b", re.sub(r"\(https?://\S+|github\.com/\S+", "", section)))
    found = {error["error"] for error in TIKTOK["provider"]["errors"]}
    assert words <= found, sorted(words - found)
    assert found - words == {"scope"}, sorted(found - words)


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
