"""What the tests of resources/ share: where files are, how they are read, what a schema says of a value."""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
DATA = ROOT / "tests" / "data"
SHARED = ROOT.parent / "shared" / "tiktok"  # beside the source tree, and not on every machine

sys.path.insert(0, str(ROOT / "tests" / "support"))


def _members(pairs):
    """An object of JSON; Python would let the last of two equal keys win."""
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a key comes twice among {names}"
    return dict(pairs)


def parse(text):
    """The value that a JSON text holds, with duplicate keys and NaN refused."""

    def no_constant(name):
        raise AssertionError(f"{name} is not JSON")

    return json.loads(text, object_pairs_hook=_members, parse_constant=no_constant)


def read(path):
    """The value of a JSON file in strict UTF-8."""
    return parse(path.read_bytes().decode("utf-8"))


def catalog_files():
    """Every catalog of the project: those shipped, and those that tests read and that are meant to be right."""
    return sorted(p for p in RESOURCES.glob("*.json") if not p.name.endswith(".schema.json")) + sorted(
        DATA.glob("*.catalog.json")
    )


def problems(schema, value):
    """What is wrong with a value, as pairs of JSON pointer and the schema's keyword; empty for a valid one."""
    errors = Draft202012Validator(schema).iter_errors(value)
    return sorted({("".join(f"/{part}" for part in error.absolute_path), error.validator) for error in errors})


def walk(value, pointer=""):
    """Each object inside a value, with its JSON pointer."""
    if isinstance(value, dict):
        yield pointer, value
        for name, member in value.items():
            yield from walk(member, f"{pointer}/{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, f"{pointer}/{index}")
