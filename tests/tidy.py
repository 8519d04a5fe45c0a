#!/usr/bin/env python3
"""Runs clang-tidy over app/: tidy.py BUILD. Exit 1 when it says anything.

Nearly all of its time goes into Qt's headers, so the files of a room are checked many at a time, as one file that includes
copies of them, in which what an unnamed namespace declares has the file's number in its name: many have a helper tr(). Where
clang-tidy says anything of such a batch it is cut in halves, down to single files; only what is said of those counts.

BUILD is a folder that clang is set up to build in, with compile_commands.json.
"""

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FILES_AT_ONCE = 16
COPIES = r"(app|tests|tidy)/.*\.(h|cpp)$"
UNNAMED = re.compile(r"^namespace \{\n(.*?)^\} // namespace$", re.MULTILINE | re.DOTALL)
ALIAS = re.compile(r"^using (\w+) =", re.MULTILINE)
LEAKING = re.compile(r"^using enum ", re.MULTILINE)  # these names would be known in the files behind it, too
# At the beginning of a line: a class, a constant or a function.
DECLARED = re.compile(r"^(?:class|struct|enum class) (\w+)\b(?!;)"
                      r"|^(?:\w[\w:<>,&* ]*[ &*>])(\w+)(?:\(|\{| =|$)", re.MULTILINE)


def declared(text):
    return {name for found in DECLARED.findall(text) for name in found if name}


def with_own_names(text, number):
    """The file's text with the number behind each name that its unnamed namespaces declare."""
    # A public function or a member may have the same name.
    others = declared(UNNAMED.sub("", text)) | set(re.findall(r"(?:\.|->)(\w+)", text))
    names = (declared("".join(UNNAMED.findall(text))) - others) | set(ALIAS.findall(text))
    if not names or '.moc"' in text:
        return text
    used = re.compile(r"(?<![\w.:>])(" + "|".join(sorted(names)) + r")\b(?!\.h)")
    return used.sub(rf"\1_{number}", text)


class Tidy:
    """One run over the files of a build."""

    def __init__(self, build):
        self.build = build
        self.folder = build / "tidy"
        self.readings = 0

    def said(self, source, command, *options):
        """What clang-tidy says of the file, empty when it is clean."""
        self.readings += 1
        ran = subprocess.run(["clang-tidy", "--quiet", *options, str(source), "--", *command], capture_output=True, text=True,
                             check=False)
        lines = [line for line in (ran.stdout + ran.stderr).splitlines()
                 if not re.fullmatch(r"\d+ warnings?( and \d+ errors?)? generated\.", line)]
        return "\n".join(lines) if ran.returncode else ""

    def check(self, name, members):
        """What clang-tidy says of these files of one room."""
        if len(members) == 1:
            path, command = members[0]
            return self.said(path, command)
        batch = self.folder / f"{name}.cpp"
        copies = []
        for number, (path, _) in enumerate(members):
            copy = self.folder / name / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(with_own_names(path.read_text(encoding="utf-8"), number), encoding="utf-8")
            copies.append(f'#include "{copy}"\n')
        batch.write_text("".join(copies), encoding="utf-8")
        said = self.said(batch, members[0][1], f"--header-filter={COPIES}", "--checks=-bugprone-suspicious-include")
        if not said:
            return ""
        if os.environ.get("SCOPES_TIDY_TELLS"):
            print(f"{name}:\n{said}\n", file=sys.stderr, flush=True)
        middle = len(members) // 2
        return self.check(name + "a", members[:middle]) + self.check(name + "b", members[middle:])


def arguments(entry):
    """What the compiler is told of the file, but for its name, what it makes of it and what was precompiled for it."""
    words = iter(shlex.split(entry["command"]))
    kept = []
    for word in words:
        if word in ("-o", "-c", "-Xclang"):
            next(words)
        else:
            kept.append(word)
    return kept[[word.endswith("clang++") for word in kept].index(True) + 1:]


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    app = pathlib.Path(__file__).resolve().parent.parent / "app"
    rooms = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        if app in path.parents:
            rooms.setdefault(path.parent.name, []).append((path, arguments(entry)))
    if not rooms:
        sys.exit(f"{build} knows no file of {app}: set clang up to build there first.")
    batches = []
    for room, members in rooms.items():
        members.sort()
        alone = [member for member in members if LEAKING.search(member[0].read_text(encoding="utf-8"))]
        batches += [(f"{room}{member[0].stem}", [member]) for member in alone]
        members = [member for member in members if member not in alone]
        count = -(-len(members) // FILES_AT_ONCE)
        batches += [(f"{room}{number}", members[number::count]) for number in range(count)]
    batches.sort(key=lambda batch: -len(batch[1]))
    tidy = Tidy(build)
    tidy.folder.mkdir(exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        said = "".join(pool.map(lambda batch: tidy.check(*batch), batches))
    print(said)
    print(f"{sum(map(len, rooms.values()))} files checked in {tidy.readings} readings")
    sys.exit(1 if said else 0)


if __name__ == "__main__":
    main()
