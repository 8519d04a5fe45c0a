"""Our reader and a JSON Schema validator must agree on catalogs that are damaged at random, but for what a schema cannot say.

Each round replaces, removes, adds or moves a value of the built-in catalog.
"""

import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

import jsonschema

PROGRAM = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "resources" / "catalog.schema.json").read_text(encoding="utf-8"))
CATALOG = json.loads((ROOT / "resources" / "tiktok.json").read_text(encoding="utf-8"))
SEED = int(os.environ.get("SCOPES_SEED", "1"))
ROUNDS = int(os.environ.get("SCOPES_ROUNDS", "250"))

# What the reader refuses and a schema cannot: references, ids that come twice, days that are none, min and max.
BEYOND_A_SCHEMA = ("in this catalog; found", "stands twice", "stands here twice", "is not documented; found", "a date as",
                   "to be at most 'max'", "with nothing in it", "an address that begins")
# What the schema asks of those who write catalogs and the reader does without: lists that may be left out, lists that may be
# empty, the form of a call's method and address, and names that come twice in a requirement.
LENIENT = ("is a required property", "[] is too short", "non-unique elements", "does not match '^[A-Z]+$'",
           "does not match '^[^\\\\s]+$'", "[] should be non-empty")

VALUES = [None, True, 7, 0, -1.5, "", " ", "x", "UPPER", "https://example.com", "http://example.com", "yes", "2024-02-30", [], {},
          [[]], ["x"], {"text": "t", "source": "s"}]


def places(value, path=()):
    """The path of every value below the root."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in members:
        if key == "$schema":  # the reader ignores it
            continue
        yield (*path, key)
        yield from places(child, (*path, key))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def damage(catalog, choose):
    path = choose.choice(list(places(catalog)))
    holder = at(catalog, path[:-1])
    kind = choose.randrange(4)
    if kind == 0:
        del holder[path[-1]]
    elif kind == 1:
        holder[path[-1]] = choose.choice(VALUES)
    elif kind == 2:
        holder[path[-1]] = copy.deepcopy(at(catalog, choose.choice(list(places(catalog)))))
    elif isinstance(holder, list):
        holder.insert(path[-1], copy.deepcopy(choose.choice(VALUES)))
    else:
        holder["unknown"] = choose.choice(VALUES)


class Agreement(unittest.TestCase):
    def test_reader_and_schema_agree(self):
        print(f"seed {SEED} (set SCOPES_SEED to repeat)", flush=True)
        validator = jsonschema.Draft202012Validator(SCHEMA)
        choose = random.Random(SEED)
        refused = 0
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "catalog.json")
            for number in range(ROUNDS):
                catalog = copy.deepcopy(CATALOG)
                damage(catalog, choose)
                text = json.dumps(catalog, ensure_ascii=False, indent=1)
                pathlib.Path(path).write_text(text, encoding="utf-8")
                done = subprocess.run([PROGRAM, "list", "--catalog", path], capture_output=True, check=False, timeout=60)
                messages = done.stderr.decode("utf-8")
                self.assertIn(done.returncode, (0, 3), messages)
                errors = [error.message for error in validator.iter_errors(catalog)]
                refused += done.returncode == 3
                with self.subTest(round=number):
                    if done.returncode == 0:
                        strict = [error for error in errors if not any(part in error for part in LENIENT)]
                        self.assertEqual(strict, [], "the reader takes what the schema refuses")
                    elif not errors:
                        self.assertTrue(any(part in messages for part in BEYOND_A_SCHEMA), messages)
        if "SCOPES_ROUNDS" not in os.environ:
            self.assertGreater(refused, ROUNDS // 10)
            self.assertLess(refused, ROUNDS)


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
    import totals

    totals.run_unittest()
