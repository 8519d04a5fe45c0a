"""What a catalog must keep beyond its schema: ids are unique, and what is referred to exists."""

from files import walk


def _repeated(names):
    return sorted({name for name in names if names.count(name) > 1})


def named_scopes(catalog):
    """Each scope that a catalog refers to, with the JSON pointer of the object that does."""
    for pointer, thing in walk(catalog):
        for alternative in thing.get("requires", []) if isinstance(thing.get("requires"), list) else []:
            yield from ((pointer, scope) for scope in alternative)
        if pointer.startswith("/scopes/"):
            names = thing.get("replacedBy", []) + (thing.get("scopes", []) if "/implies/" in pointer else [])
            yield from ((pointer, scope) for scope in names)
    for index, required in enumerate(catalog["provider"].get("requiredScopes", [])):
        yield f"/provider/requiredScopes/{index}", required["scope"]


def used_sources(catalog):
    """Each source id that a catalog uses, with the JSON pointer of the object that does."""
    return [(pointer, thing["source"]) for pointer, thing in walk(catalog) if isinstance(thing.get("source"), str)]


def reference_problems(catalog):
    """Everything that dangles or comes twice, one sentence each; empty for a catalog in order."""
    found = []
    platforms = [platform["id"] for platform in catalog["provider"].get("platforms", [])]
    ids = {
        "source": [source["id"] for source in catalog["sources"]],
        "topic": [topic["id"] for topic in catalog["topics"]],
        "scope": [scope["name"] for scope in catalog["scopes"]],
        "endpoint": [endpoint["id"] for endpoint in catalog["endpoints"]],
        "platform": platforms,
        "other scope": [other["name"] for other in catalog["otherScopes"]],
    }
    for kind, names in ids.items():
        found += [f"{kind} {name} comes twice" for name in _repeated(names)]
    found += [f"scope {name} is documented and seen elsewhere" for name in set(ids["scope"]) & set(ids["other scope"])]

    def check(kind, pointer, name):
        if name not in ids[kind]:
            found.append(f"{pointer}: no {kind} {name}")

    for pointer, name in used_sources(catalog):
        check("source", pointer, name)
    for pointer, name in named_scopes(catalog):
        check("scope", pointer, name)
    for index, scope in enumerate(catalog["scopes"]):
        check("topic", f"/scopes/{index}", scope["topic"])
        for api in scope["targetApis"]:
            if api["endpoint"] is not None:
                check("endpoint", f"/scopes/{index}/targetApis", api["endpoint"])
    for index, parameter in enumerate(catalog["provider"].get("requestParameters", [])):
        for platform in parameter.get("platforms", []):
            check("platform", f"/provider/requestParameters/{index}", platform)
    return sorted(found)
