#include "import/CatalogOpener.h"
#include "import/DescriptionReader.h"
#include "import/ScopeTableReader.h"
#include "support/TestMain.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

TableColumns columnsOf(const QString& text)
{
    return text.isEmpty() ? TableColumns() : TableColumns::fromText(text).value.value_or(TableColumns());
}

/// 'name=definition/user display/topic/product/approval' of each scope without the empty ones, or the problems.
QString scopesOf(const Result<ImportedDescription>& read)
{
    if (!read)
        return toString(read.problems, u"f"_s);
    QStringList texts;
    for (const ImportedScope& scope : read.value->scopes) {
        QStringList parts;
        for (const std::string& part : {scope.description, scope.userDisplay, scope.topic, scope.service, scope.approval}) {
            if (!part.empty())
                parts += QString::fromStdString(part);
        }
        texts += QString::fromStdString(scope.name) + u'=' + parts.join(u'/');
    }
    return texts.join(u' ');
}

} // namespace

class ScopeTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsTables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("scopes");

        QTest::newRow("CSV with headings") << QByteArray("Scope,Description\nchat:read,Reads\nchat:write,Writes\n") << u""_s
                                           << u"chat:read=Reads chat:write=Writes"_s;
        QTest::newRow("TSV, all columns, another order")
            << QByteArray("Topic\tUser display\tPermission\tProduct\tDefinition\tApproval\r\nT\tU\tp.a\tP\tD\tyes\r\n") << u""_s
            << u"p.a=D/U/T/P/yes"_s;
        QTest::newRow("semicolons") << QByteArray("scope;meaning\na:b;x, y\n") << u""_s << u"a:b=x, y"_s;
        QTest::newRow("a separator line of a spreadsheet")
            << QByteArray("sep=;\nscope;meaning,x\na:b;y\n") << u"name=1,definition=2"_s << u"a:b=y"_s;
        QTest::newRow("quotation marks, line feeds and separators in cells")
            << QByteArray("scope,description\n\"a.b\",\"He said \"\"no\"\",\nand left\"\n") << u""_s
            << u"a.b=He said \"no\",\nand left"_s;
        QTest::newRow("no line feed at the end, an empty cell at the end")
            << QByteArray("scope,description\na.b,") << u""_s << u"a.b="_s;
        QTest::newRow("blanks around a name are no part of it")
            << QByteArray("scope, description\n a.b , x\n") << u""_s << u"a.b=x"_s;
        QTest::newRow("columns by number without headings") << QByteArray("Reads,chat:read\nWrites,chat:write\n")
                                                            << u"name=2,definition=1"_s << u"chat:read=Reads chat:write=Writes"_s;
        QTest::newRow("columns by number below headings that nobody knows")
            << QByteArray("Wert,Recht\nLiest,chat:read\n") << u"name=2"_s << u"chat:read="_s;
        QTest::newRow("columns by heading in any case")
            << QByteArray("Recht,Wert\nchat:read,Liest\n") << u"name=recht,definition=WERT"_s << u"chat:read=Liest"_s;
        QTest::newRow("chosen columns before guessed ones")
            << QByteArray("scope,key,description\nx.y,a.b,D\n") << u"name=key"_s << u"a.b="_s;
        QTest::newRow("UTF-16 of a spreadsheet")
            << QByteArray("\xFF\xFEs\0c\0o\0p\0e\0\t\0m\0e\0a\0n\0i\0n\0g\0\n\0a\0\t\0\xE4\0\n\0", 36) << u""_s << u"a=ä"_s;
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBFscope,meaning\na.b,x\n") << u""_s << u"a.b=x"_s;
        QTest::newRow("Markdown") << QByteArray(
            "# API\n\n| Scope | Description |\n|:--|---|\n| `user_read` | Reads *all* |\n| [a.b](http://x) | c \\| d |\n\nText\n")
                                  << u""_s << u"a.b=c \\| d user_read=Reads *all*"_s;
        QTest::newRow("Markdown without bars at the ends")
            << QByteArray("Scope | Description\n--- | ---\n**a\\_b** | x\n") << u""_s << u"a_b=x"_s;
        QTest::newRow("several Markdown tables: headings are topics") << QByteArray(
            "## Chat\n|Scope|Meaning|\n|-|-|\n|a|x|\n## Files\n|Scope|Meaning|\n|-|-|\n|b|y|\n## "
            "Limits\n|Call|Rate|\n|-|-|\n|c|1|\n") << u""_s << u"a=x/Chat b=y/Files"_s;
        QTest::newRow("Markdown in a code block is code")
            << QByteArray("```\n|Scope|Meaning|\n|-|-|\n|a|x|\n```\n|Scope|Meaning|\n|-|-|\n|b|y|\n") << u""_s << u"b=y"_s;
        QTest::newRow("HTML") << QByteArray(
            "<html><title>A &amp; B</title><table><thead><tr><th>Scope</th><th>Meaning</th></tr></thead><tbody>"
            "<tr><td><code>a.b</code></td><td>x &lt; <b>y</b></td></tr></table>")
                              << u""_s << u"a.b=x &lt; <b>y</b>"_s;
        QTest::newRow("a heading above two columns") << QByteArray(
            "<h3>Drive API</h3><table><tr><th colspan=2>Scopes</th></tr><tr><td><code>https://x/auth/drive</code></td>"
            "<td>See files</td></tr></table>") << u""_s
                                                     << u"https://x/auth/drive=See files"_s;
        QTest::newRow("HTML without end tags, a cell over two rows")
            << QByteArray("<TABLE><TR><TH>Group<TH>Scope<TR><TD ROWSPAN=2>G<TD>a<TR><TD>b<TR><TD>H<TD>c</TABLE>") << u""_s
            << u"a=G b=G c=H"_s;
        QTest::newRow("HTML with a cell over two columns and a table within a cell") << QByteArray(
            "<table><tr><td>Scope</td><td>Note</td><td>Meaning</td></tr><tr><td>a</td><td>n<table><tr><td>z</td></tr>"
            "</table></td><td>x</td></tr><tr><td colspan=\"2\">b</td><td>y</td></tr></table>")
                                                                                     << u""_s << u"a=x b=y"_s;
        QTest::newRow("HTML comments and scripts are passed over") << QByteArray(
            "<!-- <table><tr><td>Scope<tr><td>no --><script>'<table>'</script><table><tr><th>Scope<tr><td>a</table>")
                                                                   << u""_s << u"a="_s;
    }

    void readsTables()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, columns);
        QTEST(scopesOf(readDescription(text, {columnsOf(columns)})), "scopes");
    }

    void countsTheNotesThatAreNotListed_data()
    {
        QTest::addColumn<int>("rows"); // each with a note
        QTest::addColumn<QString>("last");

        QTest::newRow("one more") << 201 << u"There is 1 more note."_s;
        QTest::newRow("some more") << 203 << u"There are 3 more notes."_s;
    }

    void countsTheNotesThatAreNotListed()
    {
        QFETCH(const int, rows);
        const auto read = readDescription("Scope,Description\na,A\n" + QByteArray("a,Again\n").repeated(rows));
        QVERIFY(read);
        QTEST(read.problems.back().message, "last");
    }

    void notesWhatIsOdd_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("words");

        QTest::newRow("no name") << QByteArray(",text") << u"names no scope"_s;
        QTest::newRow("a name with a space") << QByteArray("two words,text") << u"white space"_s;
        QTest::newRow("a name that was there") << QByteArray("a.b,other") << u"more than one row"_s;
        QTest::newRow("a cell too many") << QByteArray("c.d,some, text") << u"more cells"_s;
    }

    void notesWhatIsOdd()
    {
        QFETCH(const QByteArray, row);
        QFETCH(const QString, words);
        const auto read = readDescription("scope,meaning\na.b,\"x\ny\"\n" + row + "\nz.z,last\n");
        QVERIFY(read);
        QCOMPARE(read.problems.size(), 1U);
        QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
        QCOMPARE(read.problems.front().line, 4);
        QCOMPARE(QString::fromStdString(read.value->scopes.back().name), u"z.z"_s);
    }

    void saysWhichColumnsMayHoldTheDefinitions_data()
    {
        QTest::addColumn<QByteArray>("headings");
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("words");

        QTest::newRow("one that no heading tells") << QByteArray("area,permission,what it does") << u""_s
                                                   << u"'what it does'. Choose the columns, such as definition=3"_s;
        QTest::newRow("none is left") << QByteArray("topic,permission,approval") << u""_s << u""_s;
        QTest::newRow("one is the definition") << QByteArray("definition,permission,what it does") << u""_s << u""_s;
        QTest::newRow("the user has chosen") << QByteArray("area,permission,what it does") << u"name=2"_s << u""_s;
    }

    void saysWhichColumnsMayHoldTheDefinitions()
    {
        QFETCH(const QByteArray, headings);
        QFETCH(const QString, columns);
        QFETCH(const QString, words);
        const auto read = readDescription(headings + "\na,a.b,x\n", {columnsOf(columns)});
        QVERIFY(read);
        QCOMPARE(read.problems.size(), words.isEmpty() ? 0U : 1U);
        if (!words.isEmpty())
            QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("columns");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("words");

        QTest::newRow("a quotation mark without end")
            << QByteArray("scope,meaning\na,\"x\nb,y\n") << u""_s << u"2:3"_s << u"never closed"_s;
        QTest::newRow("bytes that are not UTF-8") << QByteArray("scope,meaning\na,\xE4\n") << u""_s << u"2:3"_s << u"not UTF-8"_s;
        QTest::newRow("headings that nobody knows")
            << QByteArray("x\n\n|Wert|Text|\n|-|-|\n|a|b|\n") << u""_s << u"3:1"_s << u"Choose the columns"_s;
        QTest::newRow("a heading that is not there")
            << QByteArray("scope,meaning\na,b\n") << u"name=Key"_s << u"1:1"_s << u"'scope', 'meaning'"_s;
        QTest::newRow("a column that is not there")
            << QByteArray("scope,meaning\na,b\n") << u"name=1,definition=3"_s << u"1:1"_s << u"no column 3"_s;
        QTest::newRow("headings alone") << QByteArray("scope,meaning\n") << u""_s << u"1:1"_s << u"no row"_s;
        QTest::newRow("no text") << QByteArray(" \n") << u"name=1"_s << u"1:1"_s << u"no table"_s;
        QTest::newRow("a list of scopes is no table")
            << QByteArray("user.info.basic,video.list") << u""_s << u"1:1"_s << u"or a table of scopes"_s;
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, columns);
        const auto read = readDescription(text, {columnsOf(columns)});
        QVERIFY(!read);
        const Problem& problem = read.problems.front();
        QFETCH(const QString, words);
        QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
        QTEST(u"%1:%2"_s.arg(problem.line).arg(problem.column), "where");
    }

    void readsColumns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words"); // of the problem; empty: none

        QTest::newRow("by number and heading") << u"name=1,user-display=What they see"_s << u""_s;
        QTest::newRow("no name") << u"definition=1"_s << u"No column is given"_s;
        QTest::newRow("an unknown field") << u"nam=1"_s << u"says no column"_s;
        QTest::newRow("no column") << u"name="_s << u"says no column"_s;
        QTest::newRow("twice") << u"name=1,name=2"_s << u"given twice"_s;
        QTest::newRow("number 0") << u"name=0"_s << u"count from 1"_s;
    }

    void readsColumns()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        const auto columns = TableColumns::fromText(text);
        QCOMPARE(bool(columns), words.isEmpty());
        if (columns)
            QCOMPARE(columns.value->toText(), text);
        else
            QVERIFY2(columns.problems.front().message.contains(words), qPrintable(columns.problems.front().message));
    }

    void previewsTheTableThatHasScopes()
    {
        const auto preview = previewTable("|Call|Rate|\n|-|-|\n|c|1|\n|d|2|\n\n|Text|Scope|\n|-|-|\n|x|`a`|\n|y|`b`|\n", 1);
        QVERIFY(preview);
        QCOMPARE(preview.value->headings, (std::vector<std::string>{"Text", "Scope"}));
        QCOMPARE(preview.value->rows, (std::vector<std::vector<std::string>>{{"x", "a"}}));
        QCOMPARE(preview.value->guessed.toText(), u"name=2,definition=1"_s);
    }

    void makesACatalog()
    {
        const auto opened = openCatalog("Scope,Group,Meaning,For the user,Approval\nb,G,Developer's,User's,on request\na,H,,,\n",
            {u"t.csv"_s, u"2026-01-01"_s});
        QVERIFY2(opened, qPrintable(toString(opened.problems, u"t.csv"_s)));
        const ScopeCatalog& catalog = *opened.value->catalog;
        QCOMPARE(catalog.name(), u"t.csv"_s);
        const auto id = catalog.find(u"b"_s);
        QVERIFY(id >= 0);
        QCOMPARE(toQString(catalog.scope(id).userDisplay), u"User's"_s);
        QCOMPARE(toQString(catalog.approval(catalog.scope(id).approval)), u"on request"_s);
        QCOMPARE(catalog.topics().size(), 2U);
    }

    /// Whatever stands in cells comes back from CSV as Python's and others write it.
    void readsWhatIsWritten()
    {
        std::mt19937 random(tests::seed(20));
        const QByteArray letters = "a.:\"',;\t|\n<-&\\`";
        const auto draw = [&] {
            QByteArray text = "x";
            for (auto size = random() % 6; size > 0; --size)
                text += letters[static_cast<qsizetype>(random() % static_cast<std::size_t>(letters.size()))];
            return text + 'x';
        };
        for (int round = 0; round < 2000; ++round) {
            const QByteArray definition = draw();
            const QByteArray quoted = '"' + QByteArray(definition).replace('"', "\"\"") + '"';
            const auto read = readDescription("scope,meaning\ns," + quoted + "\nt,u\n");
            QVERIFY2(read && read.value->scopes.size() == 2, definition.constData());
            QCOMPARE(QByteArray::fromStdString(read.value->scopes.front().description), definition);
        }
    }

    /// Whatever is broken in a table gives scopes or a located problem.
    void survivesDamage()
    {
        std::mt19937 random(tests::seed(21));
        const QByteArrayList samples{"Scope,Description\n\"a.b\",\"x, \"\"y\"\"\"\nc.d,z\n",
            "# T\n\n| Scope | Description |\n|:--|---|\n| `a_b` | x \\| y |\n| [c](u) | z |\n",
            "<title>T</title><h2>H</h2><table><tr><th>Scope<th colspan=2>Description<tr><td rowspan=2><code>a.b</code><td>x "
            "&amp; y"
            "<td>n<tr><td>z</table>",
            QByteArray("\xFF\xFEs\0c\0o\0p\0e\0\t\0m\0e\0a\0n\0i\0n\0g\0\n\0a\0\t\0\xE4\0\n\0", 36)};
        const QByteArray splinters = "\"|<>\n\t,;`\\-&/\0='tableth";
        const auto below = [&](qsizetype limit) { return static_cast<qsizetype>(random() % static_cast<unsigned long>(limit)); };
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("SCOPES_DAMAGES", &isGiven);
        for (int round = 0; round < (isGiven ? given : 3000); ++round) {
            QByteArray text = samples[below(samples.size())];
            for (auto count = below(6); count >= 0; --count) {
                const qsizetype at = below(text.size() + 1);
                if (below(2) == 0)
                    text.remove(at, 1 + below(8));
                else
                    text.insert(at, splinters.mid(below(splinters.size()), 1 + below(4)));
            }
            const auto read = readScopeTable(text);
            QVERIFY2(read || read.problems.size() == 1, text.constData());
            const auto byNumber = readDescription(text, {columnsOf(u"name=1,definition=2"_s)});
            QVERIFY2(byNumber || byNumber.problems.front().line > 0, text.constData());
            const auto preview = previewTable(text);
            QVERIFY(preview || !preview.problems.empty());
        }
    }

    /// A short text must not become a huge table.
    void boundsSpans()
    {
        QByteArray text = "<table><tr><th>Scope<th>Meaning<tr>";
        text += "<td>a<td colspan=1000 rowspan=1000>" + QByteArray(100'000, 'm');
        for (int i = 0; i < 100'000; ++i)
            text += "<tr><td colspan=1000 rowspan=1000>b";
        const auto tables = readTables(text);
        QVERIFY(tables);
        std::size_t cells = 0;
        std::size_t bytes = 0;
        for (const TextTable::Row& row : tables.value->tables.front().rows) {
            cells += row.cells.size();
            for (const std::string_view cell : row.cells)
                bytes += cell.size();
        }
        QVERIFY2(cells < 2'000'000, qPrintable(QString::number(cells)));
        QVERIFY2(bytes < 10 * static_cast<std::size_t>(text.size()), qPrintable(QString::number(bytes)));
    }
};

SCOPES_TEST(ScopeTableTest)
#include "ScopeTableTest.moc"
