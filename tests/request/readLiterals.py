"""Reads what the formats wrote with the real parsers; argument: a JSON file of [{"format", "text", "names"}]."""
import ast
import json
import subprocess
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)
try:
    import yaml
except ImportError:
    yaml = None

readers = {
    "python": ast.literal_eval,
    "json-array": json.loads,
    "json-property": lambda text: json.loads("{" + text + "}")["scope"].split(","),
}
if yaml:
    readers["yaml-list"] = yaml.safe_load

failed = 0
counts = {}


def check(case, read):
    global failed
    counts[case["format"]] = counts.get(case["format"], 0) + 1
    if read != case["names"]:
        failed += 1
        print("differs:", ascii(case), ascii(read))


for case in cases:
    if case["format"] in readers:
        try:
            check(case, readers[case["format"]](case["text"]))
        except Exception as error:  # whatever a parser throws is a finding
            failed += 1
            print("refused:", ascii(case), error)

# One shell reads them all; env lines are assignments of the shell too.
shell = [case for case in cases if case["format"] in ("shell-export", "env")]
script = "".join(case["text"] + "\nprintf '%s\\0' \"$SCOPES\"\n" for case in shell)
output = subprocess.run(["sh"], input=script.encode(), stdout=subprocess.PIPE, check=True).stdout.split(b"\0")
for case, value in zip(shell, output, strict=False):
    check(case, value.decode().split(","))
if len(output) != len(shell) + 1:
    failed += 1
    print("the shell read", len(output) - 1, "of", len(shell))

print(" ".join(f"{name}: {count}" for name, count in sorted(counts.items())), "without yaml" if not yaml else "")
sys.exit(1 if failed else 0)
