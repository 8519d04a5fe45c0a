"""'review' and what the exports make of hostile texts, judged by other programs' parsers."""

import csv
import html.parser
import io
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from jsonschema import Draft202012Validator

from program import ROOT, run, text_of, written

import totals

FOLDER = tempfile.TemporaryDirectory()
os.chdir(FOLDER.name)
HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "'=1", "''+1", "'plain", "a|b", "a,b;c", 'say "hi"', "<script>alert(1)</script>",
           "&lt;b&gt;", "</dd></dl>", "\" onmouseover=\"x", "$(touch pwned)", "`id`", "a'b", "* item", "# head", "1. one", "2) two",
           "- dash", "+ plus", "> quote", "[x](javascript:alert(1))", "![i](x)", "a\\|b", "\\", "_e_ *f* ~~g~~", "| --- |", "---", "===",
           "line one\nline two", "a\n\nb", "a\n- b\n# c", "ä – ☕ 😀", "{{x}}", "%s%n", "http://a.example/?a=1&b=2", ":--", "-", "="]
SCOPES = ["user.info.basic", "video.list"]


def hostile_file():
    review = {scope: {"feature": text, "reason": text, "userSees": text, "link": text}
              for scope, text in zip([*SCOPES, *HOSTILE], [*HOSTILE, "last", "end"])}
    return written([*SCOPES, *HOSTILE], review), review


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def unguarded(cell):
    """What our reader makes of a cell: an apostrophe before what a spreadsheet would take for a formula goes."""
    rest = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and rest[:1] and rest[0] in "=+-@\t\r" else cell


def test_written_files_are_valid():
    schema = json.loads((ROOT / "resources" / "request.schema.json").read_text(encoding="utf-8"))
    path, _ = hostile_file()
    pathlib.Path("sheet.csv").write_text(text_of("review", "--as=csv", path), encoding="utf-8", newline="")
    text_of("review", path, "--read", "sheet.csv")
    for name in (path, written(SCOPES, {"video.list": {"reason": "r", "calls": ["video.list"]}})):
        assert list(Draft202012Validator(schema).iter_errors(json.loads(pathlib.Path(name).read_text(encoding="utf-8")))) == []
    broken = {"catalog": "tiktok", "format": "comma", "scopes": [], "version": 1, "review": {"a": {"reason": 1}}}
    assert list(Draft202012Validator(schema).iter_errors(broken))


def test_csv_by_python():
    path, review = hostile_file()
    text = text_of("review", "--as", "csv", path, code=0)
    rows = rows_of(text)
    assert [unguarded(row["scope"]) for row in rows] == [*SCOPES, *HOSTILE]
    for row in rows:
        note = review[unguarded(row["scope"])]
        for member in ("feature", "reason", "userSees", "link"):
            assert unguarded(row[member]) == note[member], (row[member], note[member])
        for cell in row.values():
            assert not cell or cell[0] not in "=+-@\t\r", cell
    assert text.replace("\r\n", "").count("\r") == 0


class Html(html.parser.HTMLParser):
    """What a browser would show of the page, element by element."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.texts, self.open = set(), set(), [], []
        self.feed(text)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name, value) for name, value in attrs}
        if tag != "meta":
            self.open.append(tag)
            self.texts.append((tag, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.texts:
            self.texts[-1] = (self.texts[-1][0], self.texts[-1][1] + data)

    def all_of(self, *tags):
        return [text.strip("\n") for tag, text in self.texts if tag in tags]


def test_html_by_a_parser():
    path, review = hostile_file()
    page = Html(text_of("review", "--as", "html", path))
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "h1", "p", "table", "thead", "tr", "th", "tbody", "td", "code",
                         "section", "h2", "dl", "dt", "dd", "a"}, page.tags
    for tag, name, value in page.attributes:
        assert not name.startswith("on") and (name != "href" or value.startswith("http://a.example/")), (tag, name, value)
    texts = page.all_of("dd", "a", "td")
    for note in review.values():
        assert note["reason"].replace("\t", "\t") in texts, note["reason"]
    assert page.all_of("code")[:len(SCOPES) + len(HOSTILE)] == [*SCOPES, *HOSTILE]
    assert "src=" not in "".join(f"{name}=" for _, name, _ in page.attributes)


def words(text):
    return re.sub(r"\s+", " ", text).strip()


def markdown_blocks(text):
    program = shutil.which("cmark-gfm") or shutil.which("cmark")
    if program is None:
        raise totals.Skip("neither cmark-gfm nor cmark is installed")
    extensions = ["-e", "table", "-e", "strikethrough"] if program.endswith("cmark-gfm") else []
    done = subprocess.run([program, *extensions, "-t", "xml"], input=text.encode(), capture_output=True, check=True, timeout=60)
    root = ElementTree.fromstring(done.stdout.decode())
    return program, [(block.tag.partition("}")[2], block) for block in root]


def text_in(block):
    return words("".join(" " if one.tag.endswith("break") else (one.text or "") for one in block.iter()
                         if one.tag.rpartition("}")[2] in ("text", "code", "softbreak", "linebreak")))


def test_markdown_by_cmark():
    path, review = hostile_file()
    program, blocks = markdown_blocks(text_of("review", "--as", "markdown", path))
    tags = {tag for tag, _ in blocks}
    assert tags <= {"heading", "paragraph", "table"}, tags
    inside = {one.tag.rpartition("}")[2] for _, block in blocks for one in block.iter()}
    assert not inside & {"link", "image", "html_inline", "html_block", "emph", "strikethrough", "list", "block_quote", "code_block"}, inside
    shown = {text_in(block) for tag, block in blocks if tag == "paragraph"}
    for note in review.values():
        for part in re.split(r"\n\s*\n", note["reason"]):
            assert words(part.replace("\t", " ")) in shown or words(part.replace("\t", "⟨U+0009⟩")) in shown, part
    if program.endswith("cmark-gfm"):
        table = next(block for tag, block in blocks if tag == "table")
        assert all(len(list(row)) == 3 for row in table), "a cell too many"
        assert len(list(table)) == 1 + len(SCOPES) + len(HOSTILE)


def test_shell_by_sh():
    names = [name for name in [*SCOPES, *HOSTILE] if "," not in name and name == name.strip() and "\n" not in name]
    script = text_of("format", "--as", "shell-export", "user.info.basic").replace("user.info.basic", "")
    assert script.startswith("export SCOPES=")
    for name in names:
        done = run("format", "--as", "shell-export", "--", name)
        assert done.returncode == 0, (name, done.stderr)
        shown = subprocess.run(["sh", "-c", done.stdout.decode() + 'printf %s "$SCOPES"'], capture_output=True, check=True, timeout=60)
        assert shown.stdout.decode() == name and not shown.stderr, (name, shown)
    assert not os.path.exists("pwned")


def edited(text, scope, **cells):
    rows = rows_of(text)
    for row in rows:
        if unguarded(row["scope"]) == scope:
            row.update(cells)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    pathlib.Path("sheet.csv").write_text(out.getvalue(), encoding="utf-8", newline="")


def test_a_form_of_the_provider():
    path = written(["portability.all.single"], {"portability.all.single": {"reason": "=Moves | it.", "link": "https://a.example/1.png"}})
    rows = list(csv.reader(io.StringIO(text_of("review", path, "--form=data-portability", "--as", "csv"), newline="")))
    assert rows == [["Data scope", "Use case", "Steps the user sees", "Mock-ups of the steps"],
                    ["portability.all.single", "'=Moves | it.", "", "https://a.example/1.png"]], rows
    text = text_of("review", path, "--form", "app-review")
    assert text.splitlines()[2] == "| Scope | How the app uses the product |", text
    refused = run("review", path, "--form", "data-portabilty")
    assert refused.returncode == 2 and b"data-portability" in refused.stderr, refused
    assert run("review", path, "--form=app-review", "--json").returncode == 2


def test_an_edited_sheet_is_taken_back():
    path, review = hostile_file()
    edited(text_of("review", "--as=csv", path), "video.list", reason="Shows your videos.\nAll of them.", featureCalls="video.list")
    assert text_of("review", path, "--read", "sheet.csv") == "1 note was taken over.\n"
    now = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    assert now["review"]["video.list"]["reason"] == "Shows your videos.\nAll of them."
    assert now["review"]["video.list"]["calls"] == ["video.list"]
    for scope, note in review.items():
        assert scope == "video.list" or now["review"][scope] == {k: v for k, v in note.items() if v}, scope
    assert now["scopes"] == [*SCOPES, *HOSTILE]
    before = pathlib.Path(path).read_bytes()
    assert text_of("review", path, "--read", "sheet.csv") == "0 notes were taken over.\n"
    assert pathlib.Path(path).read_bytes() == before


def test_a_sheet_that_was_not_edited_changes_nothing():
    path, _ = hostile_file()
    sheet = text_of("review", "--as=csv", path)
    for text in (sheet, "\ufeff" + sheet, sheet.replace("\r\n", "\n")):
        pathlib.Path("sheet.csv").write_text(text, encoding="utf-8", newline="")
        before = pathlib.Path(path).read_bytes()
        assert text_of("review", path, "--read", "sheet.csv") == "0 notes were taken over.\n"
        assert pathlib.Path(path).read_bytes() == before, "its spacing is the user's"


def test_a_sheet_of_a_spreadsheet_with_semicolons():
    path = written(SCOPES)
    pathlib.Path("sheet.csv").write_text('scope;reason;mark\r\nvideo.list;"one; two";\r\n', encoding="utf-8", newline="")
    assert text_of("review", path, "--read", "sheet.csv") == "1 note was taken over.\n"
    assert json.loads(pathlib.Path(path).read_text())["review"] == {"video.list": {"reason": "one; two"}}


def test_conflicts_are_shown_and_nothing_is_written():
    path = written(SCOPES, {"video.list": {"reason": "first"}})
    edited(text_of("review", "--as=csv", path, code=1), "video.list", reason="theirs")
    written(SCOPES, {"video.list": {"reason": "ours"}})
    before = pathlib.Path(path).read_bytes()
    done = run("review", path, "--read", "sheet.csv")
    assert done.returncode == 1 and b"'video.list' was changed in the request file and in the sheet. reason: 'ours' in the " \
        b"file, 'theirs' in the sheet.\n" in done.stderr, done.stderr
    assert pathlib.Path(path).read_bytes() == before
    assert text_of("review", path, "--read", "sheet.csv", "--prefer", "file") == "0 notes were taken over.\n"
    assert json.loads(pathlib.Path(path).read_text())["review"]["video.list"]["reason"] == "ours"
    assert text_of("review", path, "--read", "sheet.csv", "--prefer", "sheet") == "1 note was taken over.\n"
    assert json.loads(pathlib.Path(path).read_text())["review"]["video.list"]["reason"] == "theirs"


def test_members_that_are_not_known_stay():
    path = written(SCOPES, {"video.list": {"reason": "r", "ticket": 7}}, mine=[1])
    pathlib.Path("sheet.csv").write_text("scope,reason,mark\nuser.info.basic,x,\n")
    text_of("review", path, "--read", "sheet.csv")
    now = json.loads(pathlib.Path(path).read_text())
    assert now["mine"] == [1] and now["review"]["video.list"] == {"reason": "r", "ticket": 7}
    assert list(now["review"]) == sorted(now["review"])


def test_ends():
    path = written(SCOPES)
    for arguments, code, part in (([], 2, b"one request file"), ([path, path], 2, b"one request file"),
                                  ([path, "--as", "htm"], 2, b"Did you mean 'html'?"), ([path, "--json", "--as", "csv"], 2, b"exclude"),
                                  (["./none"], 3, b"no such file"), ([path, "--read", "./none"], 3, b"no such file"),
                                  (["-", "--read", "sheet.csv"], 2, b"standard input"), ([path, "--prefer", "x"], 2, b"'file' or 'sheet'")):
        done = run("review", *arguments)
        assert done.returncode == code and part in done.stderr and done.stdout == b"", (arguments, done)
    for review, part in (([], b"/review"), ({"a": 1}, b"/review/a"), ({"a": {"reason": 1}}, b"/review/a/reason"),
                         ({"a": {"calls": "x"}}, b"/review/a/calls")):
        done = run("review", written(["a"], review))
        assert done.returncode == 3 and part in done.stderr, done
    for sheet, part in (("", b"empty"), ("name,reason\na,b\n", b"no column 'scope'"), ("scope,reason\nvideo.list,b\nvideo.list,c\n", b"twice")):
        pathlib.Path("bad.csv").write_text(sheet)
        done = run("review", written(SCOPES), "--read", "bad.csv")
        assert done.returncode == 3 and part in done.stderr, done
    done = run("review", written(SCOPES), "--read", "-", input=b"scope,reason\nother.scope,x\n")
    assert done.returncode == 0 and b"'other.scope' is neither requested nor noted" in done.stderr


def test_random_texts_come_back():
    seed = int(os.environ.get("SCOPES_SEED", "7"))
    print(f"seed {seed}")
    source = random.Random(seed)
    alphabet = "ab=+-@'\";,|<>&\\`*_#\n\t ~[](){}!$%ä☕😀"
    path = written(SCOPES)
    for _ in range(40):
        texts = ["".join(source.choice(alphabet) for _ in range(source.randrange(12))) for _ in range(4)]
        review = {"video.list": dict(zip(("feature", "reason", "userSees", "link"), texts))}
        written(SCOPES, review)
        sheet = run("review", "--as", "csv", path).stdout.decode()
        row = rows_of(sheet)[1]
        assert [unguarded(row[m]) for m in ("feature", "reason", "userSees", "link")] == texts, (texts, row)
        written(SCOPES)
        pathlib.Path("sheet.csv").write_text(sheet, encoding="utf-8", newline="")
        assert text_of("review", path, "--read", "sheet.csv") == "0 notes were taken over.\n", "the sheet was not edited"
        pathlib.Path("sheet.csv").write_text(sheet.replace(",mark\r\n", ",\r\n", 1), encoding="utf-8", newline="")
        text_of("review", path, "--read", "sheet.csv")
        now = json.loads(pathlib.Path(path).read_text(encoding="utf-8")).get("review", {}).get("video.list", {})
        assert [now.get(m, "") for m in ("feature", "reason", "userSees", "link")] == texts, (texts, now)


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
