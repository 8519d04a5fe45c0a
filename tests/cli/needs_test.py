"""'needs' with the real program: which scopes calls and fields take, in both directions."""

import json
import os
import pathlib
import sys
import tempfile

from program import CATALOG, json_of, run, text_of

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
pathlib.Path("login.scopes.json").write_text(
    json.dumps({"catalog": "tiktok", "format": "comma", "scopes": ["user.info.basic", "video.upload"], "version": 1}))
pathlib.Path("sandbox.app.json").write_text(
    json.dumps({"name": "Sandbox", "catalog": "tiktok", "approved": ["user.info.basic", "video.upload"], "version": 1}))

# The provider's announcement on splitting user info: the scope of each field.
FIELDS = {
    "user.info.basic": ["open_id", "union_id", "avatar_url", "avatar_url_100", "avatar_large_url", "display_name"],
    "user.info.profile": ["bio_description", "profile_deep_link", "is_verified", "username"],
    "user.info.stats": ["follower_count", "following_count", "likes_count", "video_count"],
}


def test_each_field_gives_its_scope():
    for scope, fields in FIELDS.items():
        for field in fields:
            answer = json_of("needs", f"user.info#{field}")
            assert (answer["sets"], answer["count"], answer["size"], answer["proven"]) == ([[scope]], 1, 1, True), field
            assert answer["undocumented"] == answer["unrecognised"] == []
    assert {field["name"] for call in CATALOG["endpoints"] if call["id"] == "user.info" for field in call["fields"]} == {
        field for fields in FIELDS.values() for field in fields}


def test_each_scope_gives_its_fields():
    every = ",".join(field for fields in FIELDS.values() for field in fields)
    answer = json_of("needs", f"GET https://open.tiktokapis.com/v2/user/info/?fields={every}")
    assert answer["sets"] == [list(FIELDS)]
    assert {reason["scope"]: sorted(reason["onlyItCovers"]) for reason in answer["requests"][0]["reasons"]} == {
        scope: sorted(f"user.info#{field}" for field in fields) for scope, fields in FIELDS.items()}


def test_all_ties_best_first():
    assert json_of("needs", "post.content.init")["sets"] == [["video.publish"], ["video.upload"]]
    assert json_of("needs", "post.content.init", "--request", "login.scopes.json")["sets"] == [["video.upload"], ["video.publish"]]
    assert json_of("needs", "post.content.init", "--profile", "sandbox.app.json")["sets"] == [["video.upload"], ["video.publish"]]
    answer = json_of("needs", "data.add?category_selection_list=activity,video")
    assert (answer["count"], answer["sets"]) == (2, [["portability.all.ongoing"], ["portability.all.single"]])


def test_conditions():
    kept = json_of("needs", "POST /v2/video/list/", "--keep", "--request", "login.scopes.json")
    assert kept["sets"] == [["user.info.basic", "video.list", "video.upload"]]
    approved = json_of("needs", "post.content.init", "--only-approved", "--profile", "sandbox.app.json")
    assert approved["sets"] == [["video.upload"]]
    none = json_of("needs", "post.content.init?post_mode=DIRECT_POST", "--only-approved", "--profile", "sandbox.app.json", code=1)
    assert none["sets"] == [] and none["requests"][0]["inTheWay"] == [
        {"call": "post.content.init?post_mode=DIRECT_POST", "missing": [["video.publish"]]}]
    text = text_of("needs", "video.list", "--only-approved", "--profile", "sandbox.app.json", code=1)
    assert "video.list needs video.list; not approved: video.list." in text


def test_two_kinds_of_token_are_two_requests():
    answer = json_of("needs", "research.user.info", "video.list", "oauth.token")
    assert [(request["token"], request["sets"]) for request in answer["requests"]] == [
        ("user", [["video.list"]]), ("client", [["research.data.basic"]])]
    assert answer["sets"] == [["video.list"]] and answer["noScope"] == ["oauth.token"]
    assert json_of("needs", "oauth.token")["sets"] == [[]]


def test_what_is_not_documented_is_not_free():
    answer = json_of("needs", "user.info", code=1)
    assert (answer["sets"], answer["count"], answer["undocumented"]) == ([], 0, ["user.info"])
    assert json_of("needs", "user.info", "video.list")["undocumented"] == ["user.info"]
    assert "as in 'user.info#open_id'" in text_of("needs", "user.info", code=1)


def test_what_is_not_recognised_is_listed():
    done = run("needs", "--json", "video.lst", "GET /v2/nothing/", "user.info#open_id,nick")
    assert done.returncode == 0 and b"Did you mean 'video.list'?" in done.stderr
    answer = json.loads(done.stdout)
    assert answer["unrecognised"] == ["video.lst", "/v2/nothing/", "user.info#nick"]
    assert answer["sets"] == [["user.info.basic"]]
    done = run("needs", "curl https://example.com/ -H 'Authorization: Bearer act.Zk3vQ9xWb7LmN2pR5tYc8HdF4gJsA6eU'")
    assert done.returncode == 1 and b"act.Zk" not in done.stdout + done.stderr


def test_standard_input():
    text = b"curl 'https://open.tiktokapis.com/v2/user/info/?fields=open_id' \\\n  -H 'Authorization: Bearer x'\nPOST /v2/video/query/\n"
    assert json_of("needs", "-", input=text)["sets"] == [["user.info.basic", "video.list"]]


def test_wrong_usage():
    for arguments, part in (([], b"at least one call"), (["video.list", "--keep"], b"--request FILE, which is missing"),
                            (["video.list", "--only-approved"], b"--profile FILE, which is missing"),
                            (["video.list", "--seconds", "soon"], b"whole number")):
        done = run("needs", *arguments)
        assert done.returncode == 2 and part in done.stderr, done
    assert run("needs", "video.list", "--profile", "none.json").returncode == 3
    assert run("needs", "video.list", "--request", "none.json").returncode == 3


if __name__ == "__main__":
    import totals

    totals.run(sys.modules[__name__])
