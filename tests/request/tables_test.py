"""Exported tables as other programs read them: Python's csv, json and html.parser, and cmark-gfm; over hostile texts."""

import csv
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

EMIT = sys.argv.pop(1)
COUNT = os.environ.get("SCOPES_TABLES", "400")
SEED = os.environ.get("SCOPES_SEED", "20261124")


def emitted():
    done = subprocess.run([EMIT, COUNT, SEED], capture_output=True, check=True, timeout=600)
    return [json.loads(line) for line in done.stdout.split(b"\n") if line]


def unguarded(cell):
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    rest = cell.lstrip("'")
    return cell[1:] if cell.startswith("'") and rest[:1] and rest[0] in "=+-@\t\r" else cell


class Cells(html.parser.HTMLParser):
    """The cells of a page's only table, and every tag and attribute of the page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.rows, self.tags, self.attributes, self.within = [], set(), set(), False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.within = True
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.within = False

    def handle_data(self, data):
        if self.within:
            self.rows[-1][-1] += data


def words(text):
    return " ".join(re.split(r"[ \t\n]+", text.strip(" \t\n")))


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print(f"seed {SEED} (set SCOPES_SEED to repeat), {COUNT} tables")
        cls.tables = emitted()
        cls.assertGreater(cls(), len(cls.tables), 0)

    def separated(self, name, delimiter):
        for table in self.tables:
            rows = list(csv.reader(io.StringIO(table["exports"][name], newline=""), delimiter=delimiter))
            self.assertEqual([unguarded(cell) for cell in rows[0]], table["titles"])
            # A row of one empty cell is an empty line, which readers leave out.
            wanted = [row for row in table["rows"] if row != [""]]
            self.assertEqual([[unguarded(cell) for cell in row] for row in rows[1:] if row], wanted)
            for row in rows:
                for cell in row:
                    self.assertNotIn(cell[:1], tuple("=+-@\t\r"), cell)

    def test_csv(self):
        self.separated("csv", ",")

    def test_tsv(self):
        self.separated("tsv", "\t")

    def test_json(self):
        for table in self.tables:
            value = json.loads(table["exports"]["json"])
            self.assertEqual([[row[name] for name in value["columns"]] for row in value["rows"]], table["rows"])
            self.assertEqual(value["title"], table["title"])

    def test_html(self):
        for table in self.tables:
            page = Cells(table["exports"]["html"])
            self.assertLessEqual(page.tags, {"html", "head", "meta", "title", "style", "body", "h1", "table", "thead", "tr", "th", "tbody",
                                             "td", "br"})
            self.assertLessEqual(page.attributes, {("html", "lang"), ("meta", "charset"), ("meta", "name"), ("meta", "content")})
            self.assertEqual(page.rows[1:], table["shown"])

    def test_markdown(self):
        if shutil.which("cmark-gfm") is None:
            self.skipTest("cmark-gfm is not installed")
        for table in self.tables:
            done = subprocess.run(["cmark-gfm", "-e", "table", "-e", "strikethrough", "-t", "xml"], capture_output=True, check=True,
                                  input=table["exports"]["markdown"].encode(), timeout=60)
            root = ElementTree.fromstring(done.stdout.decode())
            blocks = [block.tag.partition("}")[2] for block in root]
            self.assertEqual(blocks[-1:], ["table"])
            self.assertLessEqual(set(blocks), {"heading", "table"}, table["exports"]["markdown"])
            rows = []
            for row in root[-1]:
                rows.append([self.cell(cell) for cell in row])
            self.assertEqual(rows[1:], [[words(cell.replace("⟨U+000D⟩\n", "\n")) for cell in row] for row in table["shown"]])

    def cell(self, cell):
        text = ""
        for one in cell.iter():
            tag = one.tag.partition("}")[2]
            self.assertIn(tag, ("table_cell", "text", "html_inline", "softbreak"))
            if tag == "html_inline":
                self.assertEqual(one.text, "<br>")
                text += "\n"
            elif tag == "text":
                text += one.text or ""
        return words(text)


if __name__ == "__main__":
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
    import totals

    totals.run_unittest()
