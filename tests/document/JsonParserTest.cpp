#include "document/Document.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class JsonParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void keepsOrderAndRepeatedNames()
    {
        const auto document = Document::fromJson("{\"b\": 1, \"a\": [true, null, \"x\"], \"b\": {\"c\": -2.5e3}}");
        QVERIFY(document);
        const Value root = document.value->root();
        QCOMPARE(root.kind(), Kind::Object);
        QCOMPARE(root.size(), 3U);
        QByteArrayList keys;
        for (const Value member : root.children())
            keys += bytesOf(member.key());
        QCOMPARE(keys, (QByteArrayList{"b", "a", "b"}));
        QCOMPARE(bytesOf(root.member("b").text()), "1");
        QCOMPARE(root.member("b").nextSibling().nextSibling().kind(), Kind::Object);
        QCOMPARE(root.member("b").nextSibling().nextSibling().pointer(), u"/b"_s);
        QVERIFY(!root.member("c"));
        QVERIFY(!root.member("a").member("x"));
        const Value list = root.member("a");
        QCOMPARE(list.firstChild().kind(), Kind::Boolean);
        QCOMPARE(list.firstChild().nextSibling().kind(), Kind::Null);
        QCOMPARE(bytesOf(list.firstChild().nextSibling().text()), "");
        QVERIFY(!list.firstChild().nextSibling().nextSibling().nextSibling());
        QCOMPARE(bytesOf(root.member("b").nextSibling().nextSibling().firstChild().text()), "-2.5e3");
    }

    void survivesMoves()
    {
        QByteArray json = "{\"plain\": \"text\", \"esc\\u0061ped\": \"a\\tb\"}";
        auto read = Document::fromJson(std::move(json));
        QVERIFY(read);
        Document first = std::move(*read.value);
        read = Result<Document>(Problem::error(u"gone"_s));
        const Document second = std::move(first);
        QCOMPARE(bytesOf(second.root().member("plain").text()), "text");
        QCOMPARE(bytesOf(second.root().member("escaped").text()), "a\tb");
    }

    void readsStrings_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("content");

        QTest::newRow("an empty string") << QByteArray("[\"\"]") << QByteArray("");
        QTest::newRow("no escape") << QByteArray("[\"a b\"]") << QByteArray("a b");
        QTest::newRow("a quotation mark within") << QByteArray("[\"a\\\"b\"]") << QByteArray("a\"b");
        QTest::newRow("a backslash at the end") << QByteArray("[\"a\\\\\"]") << QByteArray("a\\");
        QTest::newRow("every short escape") << QByteArray("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]") << QByteArray("\"\\/\b\f\n\r\t");
        QTest::newRow("a code unit") << QByteArray("[\"\\u00e4\"]") << QByteArray("ä");
        QTest::newRow("a surrogate pair") << QByteArray("[\"\\ud83d\\ude00\"]") << QByteArray("😀");
        QTest::newRow("NUL by an escape") << QByteArray("[\"a\\u0000b\"]") << QByteArray("a\0b", 3);
        QTest::newRow("brackets and commas within") << QByteArray("[\"[],{}:\"]") << QByteArray("[],{}:");
        QTest::newRow("space behind the string") << QByteArray("[\"a\" \n ]") << QByteArray("a");
    }

    void readsStrings()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, content);
        const auto document = Document::fromJson(json);
        QVERIFY2(document, document ? "" : qPrintable(document.problems.front().message));
        QCOMPARE(bytesOf(document.value->root().firstChild().text()), content);

        QByteArray asKey = "{" + json.mid(1, json.lastIndexOf('"')) + ": 0}";
        const auto object = Document::fromJson(asKey);
        QVERIFY(object);
        QCOMPARE(bytesOf(object.value->root().firstChild().key()), content);
    }

    void findsPlaces_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");

        QTest::newRow("the root") << QByteArray(" {}") << QByteArray() << u""_s << 1 << 2;
        QTest::newRow("the third line") << QByteArray("{\n\n  \"a\": 1}") << QByteArray("a") << u"/a"_s << 3 << 8;
        QTest::newRow("columns count code points") << QByteArray("{\"ä😀\": 1}") << QByteArray("ä😀") << u"/ä😀"_s << 1 << 8;
        QTest::newRow("a slash in a name") << QByteArray("{\"a/b\": 1}") << QByteArray("a/b") << u"/a~1b"_s << 1 << 9;
        QTest::newRow("a tilde in a name") << QByteArray("{\"~1\": 1}") << QByteArray("~1") << u"/~01"_s << 1 << 8;
        QTest::newRow("an empty name") << QByteArray("{\"\": 1}") << QByteArray("") << u"/"_s << 1 << 6;
        QTest::newRow("CRLF line ends") << QByteArray("{\r\n\"a\": 1}") << QByteArray("a") << u"/a"_s << 2 << 6;
    }

    void findsPlaces()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, path);
        QFETCH(const QString, pointer);
        const auto document = Document::fromJson(json);
        QVERIFY(document);
        const Value root = document.value->root();
        const Value value = path.isNull() ? root : root.member({path.data(), static_cast<std::size_t>(path.size())});
        QVERIFY(value);
        const Problem problem = value.problem(u"here"_s);
        QCOMPARE(problem.pointer, pointer);
        QTEST(problem.line, "line");
        QTEST(problem.column, "column");
    }

    void pointersCountElements()
    {
        const auto document = Document::fromJson("[[], {\"x\": [1, 2, {\"y\": 3}]}]");
        QVERIFY(document);
        const Value list = document.value->root().firstChild().nextSibling().member("x");
        QCOMPARE(list.firstChild().nextSibling().nextSibling().member("y").pointer(), u"/1/x/2/y"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const QByteArray& json, int line, int column, const QString& part) {
            QTest::newRow(name) << json << line << column << part;
        };
        row("nothing", "", 1, 1, u"the text is empty"_s);
        row("only space", " \n ", 1, 1, u"the text is empty"_s);
        row("a byte order mark", "\xEF\xBB\xBF{}", 1, 1, u"byte order mark"_s);
        row("UTF-16", QByteArray("{\0}\0", 4), 1, 2, u"expected a name in quotation marks"_s);
        row("words", "hello: world", 1, 1, u"expected an object or an array; found 'hello'"_s);
        row("HTML", "<html>", 1, 1, u"found '<html>'"_s);
        row("a lone number", " 42", 1, 2, u"Expected an object or an array; found '42'"_s);
        row("a lone word", "null", 1, 1, u"found 'null'"_s);
        row("an array left open", "[", 1, 2, u"expected a value or ']'; found the end of the text"_s);
        row("a number at the end", "[12", 1, 4, u"the text ends"_s);
        row("a comma too many in an array", "[1,]", 1, 4, u"expected a value; found ']'. No comma may stand before it."_s);
        row("a comma too many in an object", "{\"a\": 1,}", 1, 9, u"found '}'. No comma may stand before it."_s);
        row("no comma", "[1\n 2]", 2, 2, u"expected a comma or ']'; found '2'"_s);
        row("no comma between members", "{\"a\": 1 \"b\": 2}", 1, 9, u"expected a comma or '}'"_s);
        row("no colon", "{\"a\" 1}", 1, 6, u"expected a colon"_s);
        row("a name without quotation marks", "{a: 1}", 1, 2, u"expected a name in quotation marks"_s);
        row("the wrong bracket", "[1}", 1, 3, u"expected a comma or ']'; found '}'"_s);
        row("a second value", "[1]\n[2]", 2, 1, u"Expected the end of the text"_s);
        row("a bracket too many", "{}}", 1, 3, u"Expected the end of the text"_s);
        row("half a word", "[tru]", 1, 2, u"found 'tru'"_s);
        row("a word with a tail", "[nullx]", 1, 2, u"found 'nullx'"_s);
        row("a number with a zero before it", "[01]", 1, 2, u"Expected a number as JSON writes it; found '01'"_s);
        row("a number with no decimals", "[1.]", 1, 2, u"found '1.'"_s);
        row("a comment", "[1, // x\n2]", 1, 5, u"expected a value; found '//'"_s);
        row("an unknown escape", "[\"ä\", \"a\\qb\"]", 1, 9, u"Expected a valid escape"_s);
        row("an unknown escape in a name", "{\"ok\": 1, \"a\\qb\": 1}", 1, 13, u"Expected a valid escape"_s);
        row("a short escape", "[\"\\u12\"]", 1, 3, u"Expected a valid escape"_s);
        row("half a surrogate pair", "[\"a\\ud800\"]", 1, 4, u"half of a surrogate pair"_s);
        row("the second half first", "[\"\\udc00\\ud800\"]", 1, 3, u"half of a surrogate pair"_s);
        row("a line feed in a string", "{\"a\":\n \"b\nc\"}", 2, 4, u"control character"_s);
        row("NUL in a string", QByteArray("[\"a\0b\"]", 7), 1, 4, u"control character"_s);
        row("NUL between values", QByteArray("[1,\0 2]", 7), 1, 4, u"⟨U+0000⟩"_s);
        row("a string left open", "[\"abc", 1, 6, u"the text ends inside a string"_s);
        row("a lone continuation byte", "[\"ä\", \"\x80\"]", 1, 8, u"Expected UTF-8"_s);
        row("an overlong slash", "[\"\xC0\xAF\"]", 1, 3, u"Expected UTF-8"_s);
        row("a surrogate in UTF-8", "[\"ab\xED\xA0\x80\"]", 1, 5, u"Expected UTF-8"_s);
        row("half a character at the end", "[1]\n \xE2\x82", 2, 2, u"Expected UTF-8"_s);
    }

    void refuses()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, part);
        const auto document = Document::fromJson(json);
        QVERIFY(!document);
        QCOMPARE(document.problems.size(), std::size_t(1));
        const Problem& problem = document.problems.front();
        QVERIFY2(problem.message.contains(part), qPrintable(problem.message));
        QTEST(problem.line, "line");
        QTEST(problem.column, "column");
    }

    void placesBadBytesExactly()
    {
        // The place of the first bad byte is found by halving: try it at every place of a text of mixed widths.
        const QByteArray good = "[\"aä€😀bö\", \"€€😀ä\"]";
        for (qsizetype at = 0; at <= good.size(); ++at) {
            if (at < good.size() && (static_cast<unsigned char>(good[at]) & 0xC0) == 0x80)
                continue;
            QByteArray bad = good;
            bad.insert(at, '\xFF');
            const auto document = Document::fromJson(bad);
            QVERIFY(!document);
            QCOMPARE(document.problems.front().line, 1);
            QCOMPARE(document.problems.front().column, QString::fromUtf8(good.left(at)).toUcs4().size() + 1);
        }
    }

    void limitsNesting_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("close");
        QTest::addColumn<int>("levels");
        QTest::addColumn<bool>("read");

        QTest::newRow("200 arrays are read") << QByteArray("[") << QByteArray("]") << 200 << true;
        QTest::newRow("201 arrays are too many") << QByteArray("[") << QByteArray("]") << 201 << false;
        QTest::newRow("200 objects are read") << QByteArray("{\"a\":") << QByteArray("}") << 200 << true;
        QTest::newRow("a million arrays do not crash") << QByteArray("[") << QByteArray("]") << 1'000'000 << false;
        QTest::newRow("a million open arrays do not crash") << QByteArray("[") << QByteArray() << 1'000'000 << false;
    }

    void limitsNesting()
    {
        QFETCH(const QByteArray, open);
        QFETCH(const QByteArray, close);
        QFETCH(const int, levels);
        QFETCH(const bool, read);
        // The innermost object needs a value.
        const QByteArray inner = open == "[" ? QByteArray() : QByteArray("{}");
        const int outer = inner.isEmpty() ? levels : levels - 1;
        const auto document = Document::fromJson(open.repeated(outer) + inner + close.repeated(outer));
        QCOMPARE(bool(document), read);
        if (!read)
            QVERIFY(document.problems.front().line > 0);
    }

    void countsPositions()
    {
        const QByteArray text = "ä\n\nb€c";
        const auto at = [&](std::size_t offset) {
            const TextPosition position = positionOf(text, offset);
            return std::pair(position.line, position.column);
        };
        QCOMPARE(at(0), std::pair(1, 1));
        QCOMPARE(at(2), std::pair(1, 2));
        QCOMPARE(at(3), std::pair(2, 1));
        QCOMPARE(at(4), std::pair(3, 1));
        QCOMPARE(at(8), std::pair(3, 3));
        QCOMPARE(at(1000), std::pair(3, 4));
        QCOMPARE(positionOf({}, 5).line, 1);
    }
};

SCOPES_TEST(JsonParserTest)
#include "JsonParserTest.moc"
