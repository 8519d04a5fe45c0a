"""resources/tiktok.json against the page it is made from, word for word, and the counts and tables that it must have."""

import re
import sys

import files
import totals

TIKTOK = files.read(files.RESOURCES / "tiktok.json")
SCOPES = {scope["name"]: scope for scope in TIKTOK["scopes"]}
ENDPOINTS = {endpoint["id"]: endpoint for endpoint in TIKTOK["endpoints"]}
SOURCES = {source["id"]: source for source in TIKTOK["sources"]}

# TikTok's announcement on the splitting of user.info.basic, and the page of Get User Info.
FIELDS = {
    "user.info.basic": ["open_id", "union_id", "avatar_url", "avatar_url_100", "avatar_large_url", "display_name"],
    "user.info.profile": ["bio_description", "profile_deep_link", "is_verified", "username"],
    "user.info.stats": ["follower_count", "following_count", "likes_count", "video_count"],
}

# Which pages say what of the provider, as in the tables of facts that the catalog is made from. Ends of addresses.
WEB, DESKTOP, ANDROID = "doc/login-kit-web", "doc/login-kit-desktop", "doc/login-kit-android-quickstart-v2"
TOKENS, TOKENS_NOW = "doc/oauth-user-access-token-management", "docs/zh-Hans/oauth-user-access-token-management"
ERRORS, API_ERRORS = "doc/oauth-error-handling", "doc/tiktok-api-v2-error-handling"
REFUSED = ["TikTok-LoginKit-PHP/issues/12", "trypost/pull/315", "AceDataCloud/Skills/pull/798", "brightbean-studio/pull/106"]
PAGES = {
    "authorizationEndpoints": [[WEB, DESKTOP], [WEB]],
    "separator": [[WEB, DESKTOP, ANDROID]],
    "clientParameter": [[WEB]],
    "requestParameters": [[WEB], [WEB], [WEB, DESKTOP, ANDROID], [WEB], [WEB], [WEB], [DESKTOP], [DESKTOP]],
    "refusal": [REFUSED, [ERRORS]],
    "partialGrant": [[WEB, "doc/scopes-overview/"]] * 2,
    "callbackParameters": [[WEB]] * 5,
    "tokenEndpoint": [[TOKENS]],
    "tokenFacts": [[TOKENS], ["arctic/pull/251"], [TOKENS], [TOKENS_NOW], [TOKENS]],
    "tokenPrefixes": [[TOKENS, TOKENS_NOW]] * 3,
    "errors": [[ERRORS]] * 8
    + [REFUSED, ["tiktok-opensdk-android/issues/4"]]
    + [["Copies of the page of errors of v1"]] * 6
    + [[API_ERRORS], ["doc/research-api-faq"], [API_ERRORS]],
    "appFacts": [
        ["doc/scopes-overview/"],
        ["doc/scopes-overview/"],
        ["doc/getting-started-faq"],
        ["doc/add-a-sandbox"],
        ["doc/data-portability-api-faq", "products/data-portability-api"],
        ["trypost/pull/315"],
        ["doc/getting-started-faq"],
        ["doc/data-portability-api-application-guidelines"],
    ],
    "tokenKinds": [[TOKENS_NOW]],
}


def reference():
    """The page's rows: topic, scope, definition, user display. Blocks are set off by blank lines and indented at will."""
    text = (files.DATA / "scopes-reference.txt").read_bytes().decode("utf-8")
    blocks = [block.lstrip(" ") for block in re.split(r"\n[ ]*\n", text.removesuffix("\n"))]
    header = ["Topic", "Scope", "Definition", "User Display", "Target APIs"]
    start = blocks.index("Topic")
    assert blocks[start : start + 5] == header, blocks[start : start + 5]
    rows, topic, rest = [], None, blocks[start + 5 :]
    while rest:
        if not re.fullmatch(r"[a-z0-9]+(\.[a-z0-9]+)+", rest[0]):
            topic = rest.pop(0)
        scope, definition, display, *rest = rest
        rows.append((topic, scope, definition, display))
    return rows


def test_reference_has_19_scopes_in_7_topics():
    rows = reference()
    assert len(rows) == 19 and len({row[0] for row in rows}) == 7
    assert all("\n" not in text and text == text.strip() and text for row in rows for text in row)


def test_scopes_equal_the_page_word_for_word():
    names = {topic["id"]: topic["name"] for topic in TIKTOK["topics"]}
    rows = [(names[s["topic"]], s["name"], s["definition"], s["userDisplay"]) for s in TIKTOK["scopes"]]
    for expected, found in zip(reference(), rows):
        assert found == expected, f"{found} is not {expected}"
    assert len(rows) == 19


def test_topics_stand_in_the_order_of_the_page():
    topics = list(dict.fromkeys(row[0] for row in reference()))
    assert [topic["name"] for topic in TIKTOK["topics"]] == topics
    assert topics == ["Music Certification", "Portability", "research_adlib", "research", "Research API", "user", "video"]


def test_counts():
    assert (len(TIKTOK["scopes"]), len(TIKTOK["topics"]), len(TIKTOK["endpoints"])) == (19, 7, 33)
    assert len(TIKTOK["otherScopes"]) == 23


def test_fields_of_user_info_need_their_scope():
    needs = {field["name"]: field["requires"] for field in ENDPOINTS["user.info"]["fields"]}
    assert needs == {field: [[scope]] for scope, fields in FIELDS.items() for field in fields}
    assert ENDPOINTS["user.info"]["requires"] == []


def test_fields_of_videos_need_video_list():
    for endpoint in ("video.list", "video.query"):
        fields = ENDPOINTS[endpoint]["fields"]
        assert len(fields) == 15 and all(field["requires"] == [["video.list"]] for field in fields)


def test_parameters_that_change_what_a_call_needs():
    modes = {v["value"]: v["requires"] for v in ENDPOINTS["post.content.init"]["parameters"][0]["values"]}
    assert modes == {"DIRECT_POST": [["video.publish"]], "MEDIA_UPLOAD": [["video.upload"]]}
    categories = {v["value"]: v["requires"] for v in ENDPOINTS["data.add"]["parameters"][0]["values"]}
    everything = [["portability.all.single"], ["portability.all.ongoing"]]
    own = {"activity": "activity", "video": "postsandprofile", "profile": "postsandprofile", "direct_message": "directmessages"}
    expected = {c: [[f"portability.{s}.single"], [f"portability.{s}.ongoing"]] + everything for c, s in own.items()}
    assert categories == expected | {"all_data": everything}


def test_what_no_source_says_is_unknown():
    unknown = {name: (s["product"], s["approval"]) for name, s in SCOPES.items() if None in (s["product"], s["approval"])}
    assert unknown == {
        "artist.certification.read": (None, None),
        "artist.certification.update": (None, None),
        "research.data.u18eu": ("Research Tools", None),
    }
    assert "unknown" not in [value for scope in SCOPES.values() for value in scope.values() if isinstance(value, str)]


def test_only_portability_all_implies_others():
    implied = {name: scope["implies"][0]["scopes"] for name, scope in SCOPES.items() if "implies" in scope}
    assert implied == {
        f"portability.all.{kind}": [f"portability.{part}.{kind}" for part in ("activity", "directmessages", "postsandprofile")]
        for kind in ("single", "ongoing")
    }


def test_texts_are_from_the_page_and_target_apis_are_not():
    for scope in SCOPES.values():
        assert scope["source"] == "scopes-reference"
        for api in scope["targetApis"]:
            source = SOURCES[api["source"]]
            own_page = source.get("url") == api["documentation"]
            assert own_page or api["source"] == "tiktok-api-scopes", f"{scope['name']}: {api}"


def test_third_parties_are_marked():
    for source in SOURCES.values():
        url = source.get("url", "")
        if url.startswith("https://developers.tiktok.com/"):
            assert source["kind"] == "provider", source["id"]
        elif url.startswith("https://www.rfc-editor.org/"):
            assert source["kind"] == "specification", source["id"]
        elif url:
            assert source["kind"] == "third party", source["id"]


def addresses(identifier):
    """The addresses that a source gives, its own first; its title where it has none."""
    source = SOURCES[identifier]
    own = [source["url"]] if "url" in source else []
    found = own + re.findall(r"https://[^\s,]*[^\s,.]", source.get("note", ""))
    return found or [source["title"]]


def test_facts_of_the_provider_are_from_the_pages_that_say_them():
    for part, rows in PAGES.items():
        facts = TIKTOK["provider"][part]
        facts = facts if isinstance(facts, list) else [facts]
        assert len(facts) == len(rows), f"{part}: {len(facts)} facts"
        for fact, pages in zip(facts, rows):
            found = addresses(fact["source"])
            assert len(found) == len(pages) and all(a.endswith(p) for a, p in zip(found, pages)), f"{part}: {fact} {found}"


def test_facts_of_platforms_are_from_their_pages():
    for platform in TIKTOK["provider"]["platforms"]:
        page = {"qr-code": "doc/login-kit-qr-code-authorization", "web": WEB, "desktop": DESKTOP, "android": ANDROID}
        own = page.get(platform["id"], "doc/login-kit-ios-quickstart")
        for rule in platform["redirectRules"]:
            general = rule["rule"] in ("maximum-count", "shorter-than", "absolute", "no-query", "no-fragment")
            pages = [WEB, DESKTOP] if general and platform["id"] in ("android", "ios") else [own]
            found = addresses(rule["source"])
            assert len(found) == len(pages) and all(a.endswith(p) for a, p in zip(found, pages)), f"{platform['id']}: {rule}"


def test_what_a_request_needs():
    provider = TIKTOK["provider"]
    assert TIKTOK["id"] == "tiktok" and provider["name"] == "TikTok"
    assert provider["separator"]["value"] == ","
    parameters = {p["name"]: (p["required"], p.get("value"), p.get("platforms")) for p in provider["requestParameters"]}
    assert parameters == {
        "client_key": ("yes", None, None),
        "response_type": ("yes", "code", None),
        "scope": ("unknown", None, None),
        "redirect_uri": ("yes", None, None),
        "state": ("yes", None, None),
        "disable_auto_auth": ("no", None, ["web"]),
        "code_challenge": ("yes", None, ["desktop"]),
        "code_challenge_method": ("yes", "S256", ["desktop"]),
    }
    assert provider["clientParameter"]["value"] == "client_key"
    assert [prefix["prefix"] for prefix in provider["tokenPrefixes"]] == ["act.", "rft.", "clt."]
    current = [e["url"] for e in provider["authorizationEndpoints"] if e["status"] == "current"]
    assert current == ["https://www.tiktok.com/v2/auth/authorize/"]
    assert provider["tokenEndpoint"]["value"] == "https://open.tiktokapis.com/v2/oauth/token/"
    platforms = {platform["id"]: platform for platform in provider["platforms"]}
    assert list(platforms) == ["web", "desktop", "android", "ios", "qr-code"]
    pkce = platforms["desktop"]["pkce"]
    assert (pkce["required"], pkce["challengeEncoding"], pkce["methods"]) == ("yes", "hex-sha256", ["S256"])
    assert pkce["verifierLength"] == {"min": 43, "max": 128} and len(set(pkce["verifierCharacters"])) == 66
    assert re.fullmatch(r"[A-Za-z0-9._~-]{66}", pkce["verifierCharacters"])
    for name in ("web", "desktop", "android", "ios"):
        rules = {rule["rule"]: rule.get("value") for rule in platforms[name]["redirectRules"]}
        assert rules["maximum-count"] == 10 and rules["shorter-than"] == 512, name
        assert {"absolute", "no-query", "no-fragment"} <= set(rules), name
        assert rules["scheme"] == (["https", "http"] if name == "desktop" else ["https"]), name
    rules = {rule["rule"]: rule.get("value") for rule in platforms["desktop"]["redirectRules"]}
    assert rules["host"] == ["localhost", "127.0.0.1"] and {"port-required", "registered-port-wildcard"} <= set(rules)


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
