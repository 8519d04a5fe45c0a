#include "document/Document.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The value in a compact form of its own: strings in quotes, all other scalars as they stand, nulls as null.
QString shown(Value value)
{
    QStringList parts;
    switch (value.kind()) {
    case Kind::Null:
        return u"null"_s;
    case Kind::Boolean:
    case Kind::Number:
        return shown(value.text());
    case Kind::String:
        return u'"' + shown(value.text()) + u'"';
    case Kind::Array:
        for (const Value child : value.children())
            parts += shown(child);
        return u'[' + parts.join(u' ') + u']';
    case Kind::Object:
        for (const Value child : value.children())
            parts += shown(child.key()) + u':' + shown(child);
        return u'{' + parts.join(u' ') + u'}';
    }
    Q_UNREACHABLE();
}

/// Every value with its pointer, found by walking down from the root.
void collectPointers(Value value, QStringList& pointers)
{
    pointers += value.pointer();
    for (const Value child : value.children())
        collectPointers(child, pointers);
}

} // namespace

class YamlParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void reads_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("expected");

        QTest::newRow("block objects and arrays") << QByteArray("a: 1\nb:\n- x\n- {y: z}\n") << u"{a:1 b:[\"x\" {y:\"z\"}]}"_s;
        QTest::newRow("names that YAML 1.1 takes for booleans stay")
            << QByteArray("no: yes\ny: n\non: off\n") << u"{no:\"yes\" y:\"n\" on:\"off\"}"_s;
        QTest::newRow("keys stay as they are written")
            << QByteArray("1e3: a\n2001-01-01: b\n0x1F: c\ntrue: d\n~: e\n007: f\n")
            << u"{1e3:\"a\" 2001-01-01:\"b\" 0x1F:\"c\" true:\"d\" ~:\"e\" 007:\"f\"}"_s;
        QTest::newRow("dates and base 60 are strings")
            << QByteArray("[2001-01-01, 1:30, 12:30:45]") << u"[\"2001-01-01\" \"1:30\" \"12:30:45\"]"_s;
        QTest::newRow("numbers keep their literal") << QByteArray("[1, -2.50, 1e3, 0x1F, 0o17, .inf, -.INF, .nan, 3.]")
                                                    << u"[1 -2.50 1e3 0x1F 0o17 .inf -.INF .nan 3.]"_s;
        QTest::newRow("what only looks like a number is a string")
            << QByteArray("[1.2.3, 1e, ., -, 0x, 1_000, +]") << u"[\"1.2.3\" \"1e\" \".\" \"-\" \"0x\" \"1_000\" \"+\"]"_s;
        QTest::newRow("nulls in all spellings")
            << QByteArray("a:\nb: ~\nc: null\nd: Null\ne: nUll\n") << u"{a:null b:null c:null d:null e:\"nUll\"}"_s;
        QTest::newRow("quotes make strings")
            << QByteArray("['1', \"true\", '', \"a\\tb\\u263a\"]") << u"[\"1\" \"true\" \"\" \"a\tb☺\"]"_s;
        QTest::newRow("block scalars") << QByteArray("a: |\n  x\n   y\nb: >-\n  p\n  q\n") << u"{a:\"x\n y\n\" b:\"p q\"}"_s;
        QTest::newRow("tags") << QByteArray("[!!str 1, !!int '2', !own 3, !!str ~, ! 4]") << u"[\"1\" 2 \"3\" \"~\" \"4\"]"_s;
        QTest::newRow("repeated keys stay, in order") << QByteArray("b: 1\na: 2\nb: 3\n") << u"{b:1 a:2 b:3}"_s;
        QTest::newRow("aliases are put in place")
            << QByteArray("a: &x {p: [1, 2]}\nb: *x\nc: [*x, *x]\n") << u"{a:{p:[1 2]} b:{p:[1 2]} c:[{p:[1 2]} {p:[1 2]}]}"_s;
        QTest::newRow("an alias means the last anchor of its name")
            << QByteArray("- &x 1\n- *x\n- &x 2\n- *x\n") << u"[1 1 2 2]"_s;
        QTest::newRow("an anchor at a key") << QByteArray("&k a: 1\nb: *k\nc: {*k : 2}\n") << u"{a:1 b:\"a\" c:{a:2}}"_s;
        QTest::newRow("an alias as a key") << QByteArray("a: &x y\n*x : 1\n") << u"{a:\"y\" y:1}"_s;
        QTest::newRow("a merged object fills up")
            << QByteArray("a: &x {p: 1, q: {r: 2}}\nb: {<<: *x, p: 3}\n") << u"{a:{p:1 q:{r:2}} b:{p:3 q:{r:2}}}"_s;
        QTest::newRow("of several merged objects the first wins")
            << QByteArray("- &x {p: 1}\n- &y {p: 2, q: 2}\n- {<<: [*x, *y], s: 3}\n") << u"[{p:1} {p:2 q:2} {s:3 p:1 q:2}]"_s;
        QTest::newRow("a merge of a merge") << QByteArray("- &x {p: 1}\n- &y {<<: *x, q: 2}\n- {<<: *y}\n- [*y]\n")
                                            << u"[{p:1} {q:2 p:1} {q:2 p:1} [{q:2 p:1}]]"_s;
        QTest::newRow("a quoted merge key is a key")
            << QByteArray("a: &x {p: 1}\nb: {'<<': *x}\n") << u"{a:{p:1} b:{<<:{p:1}}}"_s;
        QTest::newRow("an alias within itself is null") << QByteArray("a: &x [1, *x]\n") << u"{a:[1 null]}"_s;
        QTest::newRow("only the first document") << QByteArray("a: 1\n---\nb: 2\n") << u"{a:1}"_s;
        QTest::newRow("a byte order mark is passed over") << QByteArray("\xEF\xBB\xBF"
                                                                        "a: 1\n")
                                                          << u"{a:1}"_s;
        QTest::newRow("a key that is an object") << QByteArray("{[x, {y: z}]: 1, b: 2}") << u"{:1 b:2}"_s;
        QTest::newRow("JSON is YAML") << QByteArray("{\"a\": [true, null, \"\\u00e9\"]}") << u"{a:[true null \"é\"]}"_s;
    }

    void reads()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, expected);
        const auto read = Document::fromYaml(yaml);
        QVERIFY2(read, qPrintable(toString(read.problems, u"test.yaml"_s)));
        QCOMPARE(shown(read.value->root()), expected);
        QStringList pointers;
        collectPointers(read.value->root(), pointers);
        QVERIFY(!pointers.isEmpty());
        QCOMPARE(pointers.constFirst(), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("words");

        QTest::newRow("nothing") << QByteArray("") << 1 << 1 << u"no content"_s;
        QTest::newRow("only a comment") << QByteArray("# x\n") << 1 << 1 << u"no content"_s;
        QTest::newRow("a lone text") << QByteArray("# x\nhello\n") << 2 << 1 << u"found a string"_s;
        QTest::newRow("an unknown alias") << QByteArray("a: 1\nb: *x\n") << 2 << 4 << u"'*x'"_s;
        QTest::newRow("an array as a key, by alias") << QByteArray("a: &x [1]\n*x : 2\n") << 2 << 1 << u"cannot be a key"_s;
        QTest::newRow("bad indentation") << QByteArray("a:\n  - b\n c: d\n") << 3 << 2 << u"did not find expected"_s;
        QTest::newRow("indentation by a tab") << QByteArray("a:\n \tb: c\n") << 2 << 2 << u"The line begins with a tab"_s;
        QTest::newRow("a colon too many") << QByteArray("a: b: c\n") << 1 << 5 << u"lack quotation marks?"_s;
        QTest::newRow("a line before the first one's place") << QByteArray("  a: 1\nb: 2\n") << 2 << 1 << u"indented less"_s;
        QTest::newRow("cut in a quoted text") << QByteArray("a: \"b") << 1 << 6 << u"unexpected end"_s;
        QTest::newRow("a control character") << QByteArray("a: b\nc: \x01\n") << 2 << 4 << u"control characters"_s;
        QTest::newRow("bytes that are not UTF-8") << QByteArray("a: b\nc: \xC3(\n") << 2 << 5 << u"UTF-8"_s;
        QTest::newRow("201 levels") << QByteArray(201, '[') + QByteArray(201, ']') << 1 << 201 << u"deeper than 200"_s;
        QByteArray levels("- &a0 1\n");
        for (int i = 1; i < 205; ++i)
            levels += "- &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + "]\n";
        QTest::newRow("201 levels by aliases") << levels << 201 << 10 << u"deeper than 200"_s;
    }

    void refuses()
    {
        QFETCH(const QByteArray, yaml);
        const auto read = Document::fromYaml(yaml);
        QVERIFY(!read);
        QCOMPARE(read.problems.size(), 1U);
        QTEST(read.problems.front().line, "line");
        QTEST(read.problems.front().column, "column");
        QFETCH(const QString, words);
        QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
    }

    void boundsAliasBombs_data()
    {
        QTest::addColumn<QByteArray>("link");

        QTest::newRow("arrays of aliases") << QByteArray("&%1 [*%0, *%0, *%0, *%0, *%0, *%0, *%0, *%0, *%0]");
        QTest::newRow("objects of aliases") << QByteArray("&%1 {a: *%0, b: *%0, c: *%0, d: *%0, e: *%0, f: *%0}");
        QTest::newRow("merged objects") << QByteArray("&%1 {<<: {a: *%0, b: *%0, c: *%0, d: *%0, e: *%0}, f: *%0}");
    }

    void boundsAliasBombs()
    {
        QFETCH(const QByteArray, link);
        QByteArray yaml("- &n0 {x: y}\n");
        for (int i = 1; i < 30; ++i) {
            QByteArray line = link;
            line.replace("%1", "n" + QByteArray::number(i)).replace("%0", "n" + QByteArray::number(i - 1));
            yaml += "- " + line + '\n';
        }
        QElapsedTimer timer;
        timer.start();
        const auto read = Document::fromYaml(yaml);
        QVERIFY(!read);
        QVERIFY2(read.problems.front().message.contains(u"2000000"_s), qPrintable(read.problems.front().message));
        QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
    }

    void namesPlaces()
    {
        const auto read = Document::fromYaml("\xEF\xBB\xBF# é\nkey: [é, {b: c}]\n");
        QVERIFY(read);
        const Value value = read.value->root().member("key").firstChild().nextSibling().member("b");
        QCOMPARE(value.pointer(), u"/key/1/b"_s);
        const Problem problem = value.problem(u"x"_s);
        QCOMPARE(problem.line, 2);
        QCOMPARE(problem.column, 14);
    }

    void survivesMoves()
    {
        auto read = Document::fromYaml("a: b\n");
        QVERIFY(read);
        Document first = std::move(*read.value);
        read = Result<Document>(Problem::error(u"gone"_s));
        const Document second = std::move(first);
        QCOMPARE(shown(second.root()), u"{a:\"b\"}"_s);
    }
};

SCOPES_TEST(YamlParserTest)
#include "YamlParserTest.moc"
