"""What the tests of SARIF reports share: a report is valid by the standard's own schema, and by ours, which is stricter."""

import json
import pathlib

from jsonschema import Draft202012Validator

from program import ROOT, text_of

OFFICIAL = json.loads((ROOT / "tests" / "data" / "sarif" / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
PARTS = json.loads(pathlib.Path(__file__).with_name("sarif-parts.schema.json").read_text(encoding="utf-8"))


def faults(log, schema):
    return [f"{list(error.absolute_path)}: {error.message}" for error in Draft202012Validator(schema).iter_errors(log)]


def sarif_run(command, *arguments, code):
    """The one run of a command's report."""
    log = json.loads(text_of(command, "--sarif", *arguments, code=code))
    for schema in (OFFICIAL, PARTS):
        assert faults(log, schema) == [], faults(log, schema)
    return log["runs"][0]
