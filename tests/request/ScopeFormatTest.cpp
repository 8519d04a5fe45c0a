#include "request/ScopeFormat.h"

#include "RandomNames.h"
#include "support/TestMain.h"

#include <QSet>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// The formats that can say any list of names.
const QSet<QString>& sayingAll()
{
    static const QSet<QString> ids{u"json-array"_s, u"yaml-list"_s, u"javascript"_s, u"python"_s, u"php"_s, u"ruby"_s, u"go"_s,
        u"java"_s, u"kotlin"_s, u"swift"_s, u"csharp"_s, u"cpp"_s, u"rust"_s};
    return ids;
}

} // namespace

class ScopeFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreStable();
    void writes_data();
    void writes();
    void writesHostileNames_data();
    void writesHostileNames();
    void refuses_data();
    void refuses();
    void doesNotRead_data();
    void doesNotRead();
    void readsWithMore_data();
    void readsWithMore();
    void randomListsComeBack_data();
    void randomListsComeBack();
    void damagedTextIsReadOrRefused();
};

void ScopeFormatTest::idsAreStable()
{
    QStringList ids;
    for (const ScopeFormat& one : scopeFormats()) {
        ids.append(one.id);
        QVERIFY(!one.title().isEmpty() && !title(one.group).isEmpty());
        QCOMPARE(scopeFormat(one.id), &one);
    }
    QCOMPARE(ids.join(u' '),
        u"comma space newline percent-comma percent-space query json-array json-property yaml-list env shell-export "
        "javascript python php ruby go java kotlin swift csharp cpp rust"_s);
    QVERIFY(!scopeFormat(u"no"_s));
    QCOMPARE(format(u"no"_s, {u"a"_s}).problem().kind, FormatProblem::Kind::UnknownFormat);
    QCOMPARE(parse(u"no"_s, u"a"_s).problem().kind, FormatProblem::Kind::UnknownFormat);
}

void ScopeFormatTest::writes_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("comma") << u"user.info.basic,video.list"_s;
    QTest::newRow("space") << u"user.info.basic video.list"_s;
    QTest::newRow("newline") << u"user.info.basic\nvideo.list"_s;
    QTest::newRow("percent-comma") << u"user.info.basic%2Cvideo.list"_s;
    QTest::newRow("percent-space") << u"user.info.basic%20video.list"_s;
    QTest::newRow("query") << u"scope=user.info.basic%2Cvideo.list"_s;
    QTest::newRow("json-array") << u"[\"user.info.basic\", \"video.list\"]"_s;
    QTest::newRow("json-property") << u"\"scope\": \"user.info.basic,video.list\""_s;
    QTest::newRow("yaml-list") << u"- user.info.basic\n- video.list"_s;
    QTest::newRow("env") << u"SCOPES=user.info.basic,video.list"_s;
    QTest::newRow("shell-export") << u"export SCOPES='user.info.basic,video.list'"_s;
    QTest::newRow("javascript") << u"['user.info.basic', 'video.list']"_s;
    QTest::newRow("python") << u"['user.info.basic', 'video.list']"_s;
    QTest::newRow("php") << u"['user.info.basic', 'video.list']"_s;
    QTest::newRow("ruby") << u"['user.info.basic', 'video.list']"_s;
    QTest::newRow("go") << u"[]string{\"user.info.basic\", \"video.list\"}"_s;
    QTest::newRow("java") << u"List.of(\"user.info.basic\", \"video.list\")"_s;
    QTest::newRow("kotlin") << u"listOf(\"user.info.basic\", \"video.list\")"_s;
    QTest::newRow("swift") << u"[\"user.info.basic\", \"video.list\"]"_s;
    QTest::newRow("csharp") << u"new[] { \"user.info.basic\", \"video.list\" }"_s;
    QTest::newRow("cpp") << u"std::vector<std::string>{\"user.info.basic\", \"video.list\"}"_s;
    QTest::newRow("rust") << u"vec![\"user.info.basic\", \"video.list\"]"_s;
}

void ScopeFormatTest::writes()
{
    QFETCH(const QString, text);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    const QStringList names{u"user.info.basic"_s, u"video.list"_s};
    const auto written = format(id, names);
    QVERIFY(written);
    QCOMPARE(written.value(), text);
    const auto read = parse(id, text);
    QVERIFY(read);
    QCOMPARE(read.value(), names);
    QCOMPARE(format(id, {}).problem().kind, FormatProblem::Kind::NothingToFormat);
}

void ScopeFormatTest::writesHostileNames_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");

    QTest::newRow("a quote in JavaScript") << u"javascript"_s << u"a'b"_s << uR"(['a\'b'])"_s;
    QTest::newRow("beyond the first plane in JavaScript") << u"javascript"_s << u"\U0001f600"_s << uR"(['\ud83d\ude00'])"_s;
    QTest::newRow("beyond the first plane in Python") << u"python"_s << u"\U0001f600"_s << uR"(['\U0001f600'])"_s;
    QTest::newRow("a dollar in PHP") << u"php"_s << u"$a"_s << u"['$a']"_s;
    QTest::newRow("a dollar and a line feed in PHP") << u"php"_s << u"$a\n"_s << uR"(["\$a\n"])"_s;
    QTest::newRow("a backslash in PHP") << u"php"_s << uR"(a\nb)"_s << uR"(['a\\nb'])"_s;
    QTest::newRow("an interpolation in Ruby") << u"ruby"_s << u"#{x}"_s << u"['#{x}']"_s;
    QTest::newRow("an interpolation and é in Ruby") << u"ruby"_s << u"#{é}"_s << uR"(["\#{\u{e9}}"])"_s;
    QTest::newRow("a control character in Go") << u"go"_s << u"\x7f"_s << uR"([]string{"\u007f"})"_s;
    QTest::newRow("a control character in Java") << u"java"_s << u"\x1b"_s + u"1"_s << uR"(List.of("\0331"))"_s;
    QTest::newRow("what looks like an escape in Java") << u"java"_s << uR"(\u0022)"_s << uR"(List.of("\\u0022"))"_s;
    QTest::newRow("a template in Kotlin") << u"kotlin"_s << u"${x}"_s << uR"(listOf("\${x}"))"_s;
    QTest::newRow("an interpolation in Swift") << u"swift"_s << uR"(\(x))"_s << uR"~(["\\(x)"])~"_s;
    QTest::newRow("a control character in C#") << u"csharp"_s << u"\x01"_s << uR"(new[] { "\u0001" })"_s;
    QTest::newRow("a control character in C++") << u"cpp"_s << u"\u0085"_s << uR"(std::vector<std::string>{"\302\205"})"_s;
    QTest::newRow("a trigraph in C++") << u"cpp"_s << u"?\?/"_s << uR"(std::vector<std::string>{"\?\?/"})"_s;
    QTest::newRow("a NUL in C++") << u"cpp"_s << QString(QChar(u'\0'))
                                  << uR"(std::vector<std::string>{std::string("\000", 1)})"_s;
    QTest::newRow("an override in Rust") << u"rust"_s << u"\u202e"_s << uR"(vec!["\u{202e}"])"_s;
    QTest::newRow("a word that is false in YAML") << u"yaml-list"_s << u"No"_s << u"- \"No\""_s;
    QTest::newRow("a number in YAML") << u"yaml-list"_s << u"1e3"_s << u"- \"1e3\""_s;
    QTest::newRow("a date in YAML") << u"yaml-list"_s << u"2001-01-01"_s << u"- \"2001-01-01\""_s;
    QTest::newRow("a tilde in YAML") << u"yaml-list"_s << u"~"_s << u"- \"~\""_s;
    QTest::newRow("a mapping in YAML") << u"yaml-list"_s << u"a: b"_s << u"- \"a: b\""_s;
    QTest::newRow("a comment in YAML") << u"yaml-list"_s << u"a #b"_s << u"- \"a #b\""_s;
    QTest::newRow("a URL in YAML") << u"yaml-list"_s << u"https://a.b/c"_s << u"- https://a.b/c"_s;
    QTest::newRow("a quote in the shell") << u"shell-export"_s << u"a'$b"_s << uR"(export SCOPES='a'\''$b')"_s;
    QTest::newRow("a space in .env") << u"env"_s << u"a b"_s << u"SCOPES='a b'"_s;
    QTest::newRow("a quote in .env") << u"env"_s << u"a'b"_s << u"SCOPES=\"a'b\""_s;
    QTest::newRow("a plus in a query") << u"query"_s << u"a+b&c=d"_s << u"scope=a%2Bb%26c%3Dd"_s;
    QTest::newRow("é in a query") << u"query"_s << u"é"_s << u"scope=%C3%A9"_s;
}

void ScopeFormatTest::writesHostileNames()
{
    QFETCH(const QString, id);
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    const auto written = format(id, {name});
    QVERIFY(written);
    QCOMPARE(written.value(), text);
    const auto read = parse(id, text);
    QVERIFY(read);
    QCOMPARE(read.value(), QStringList{name});
}

void ScopeFormatTest::refuses_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<int>("row");

    const QStringList comma{u"a"_s, u"b,c"_s};
    QTest::newRow("comma in comma separated") << u"comma"_s << comma << u","_s << 1;
    QTest::newRow("comma in percent-encoded") << u"percent-comma"_s << comma << u","_s << 1;
    QTest::newRow("comma in a query") << u"query"_s << comma << u","_s << 1;
    QTest::newRow("comma in a JSON property") << u"json-property"_s << comma << u","_s << 1;
    QTest::newRow("comma in .env") << u"env"_s << comma << u","_s << 1;
    QTest::newRow("comma in the shell") << u"shell-export"_s << comma << u","_s << 1;
    QTest::newRow("space in space separated") << u"space"_s << QStringList{u"a b"_s} << u","_s << 0;
    QTest::newRow("no-break space in space separated") << u"space"_s << QStringList{u"a\u00a0b"_s} << u","_s << 0;
    QTest::newRow("line feed in lines") << u"newline"_s << QStringList{u"a\nb"_s} << u","_s << 0;
    QTest::newRow("empty name in comma separated") << u"comma"_s << QStringList{u"a"_s, QString()} << u","_s << 1;
    QTest::newRow("space before a name") << u"comma"_s << QStringList{u"a"_s, u" b"_s} << u","_s << 1;
    QTest::newRow("half a pair in JSON") << u"json-array"_s << QStringList{u"a"_s, QString(QChar(0xd800))} << u","_s << 1;
    QTest::newRow("NUL in the shell") << u"shell-export"_s << QStringList{QString(QChar(u'\0'))} << u","_s << -1;
    QTest::newRow("dollar in .env") << u"env"_s << QStringList{u"$a"_s} << u","_s << -1;
    QTest::newRow("backtick that a shell would run in .env") << u"env"_s << QStringList{u"a'`b`"_s} << u","_s << -1;
    QTest::newRow("no separator") << u"query"_s << QStringList{u"a"_s} << QString() << -1;
    QTest::newRow("two units as separator") << u"query"_s << QStringList{u"a"_s} << u", "_s << -1;
}

void ScopeFormatTest::refuses()
{
    QFETCH(const QString, id);
    QFETCH(const QStringList, names);
    QFETCH(const QString, separator);
    QFETCH(const int, row);
    FormatOptions options;
    options.separator = separator;
    const auto written = format(id, names, options);
    QVERIFY(!written);
    QVERIFY(written.problem().message.endsWith(u'.'));
    QCOMPARE(written.problem().position, qsizetype(row));
}

void ScopeFormatTest::doesNotRead_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");

    QTest::newRow("nothing between commas") << u"comma"_s << u"a,,b"_s << 2;
    QTest::newRow("nothing at all") << u"space"_s << u"  "_s << 0;
    QTest::newRow("half an escape") << u"percent-comma"_s << u"a%2"_s << 1;
    QTest::newRow("a blank in an escape") << u"percent-comma"_s << u"a%2 b"_s << 1;
    QTest::newRow("bytes that are not UTF-8") << u"percent-comma"_s << u"%ff"_s << 0;
    QTest::newRow("another parameter") << u"query"_s << u"scopes=a"_s << 0;
    QTest::newRow("the parameter twice") << u"query"_s << u"scope=a&scope=b"_s << 8;
    QTest::newRow("a comma at the end of JSON") << u"json-array"_s << u"[\"a\",]"_s << 5;
    QTest::newRow("a number in JSON") << u"json-array"_s << u"[1]"_s << 1;
    QTest::newRow("half a pair in JSON") << u"json-array"_s << uR"(["\ud800"])"_s << 1;
    QTest::newRow("text after the list") << u"go"_s << u"[]string{\"a\"} x"_s << 14;
    QTest::newRow("a string without end") << u"rust"_s << u"vec![\"a"_s << 5;
    QTest::newRow("an interpolation in Kotlin") << u"kotlin"_s << u"listOf(\"a$b\")"_s << 9;
    QTest::newRow("a template literal with a value") << u"javascript"_s << u"[`a${b}`]"_s << 3;
    QTest::newRow("a quote as escape in Java") << u"java"_s << uR"(List.of("\u0022"))"_s << 9;
    QTest::newRow("a wrong length in C++") << u"cpp"_s << u"std::vector<std::string>{std::string(\"a\", 2)}"_s << 37;
    QTest::newRow("a mapping in YAML") << u"yaml-list"_s << u"- a\n- b: c"_s << 6;
    QTest::newRow("a line without a dash in YAML") << u"yaml-list"_s << u"- a\nb"_s << 4;
    QTest::newRow("an expansion in the shell") << u"shell-export"_s << u"export SCOPES=$A"_s << 14;
    QTest::newRow("another variable") << u"env"_s << u"SCOPE=a"_s << 0;
}

void ScopeFormatTest::doesNotRead()
{
    QFETCH(const QString, id);
    QFETCH(const QString, text);
    QFETCH(const int, position);
    const auto read = parse(id, text);
    QVERIFY(!read);
    QVERIFY(read.problem().message.endsWith(u'.'));
    QCOMPARE(read.problem().position, qsizetype(position));
}

void ScopeFormatTest::readsWithMore_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");

    QTest::newRow("white space around commas") << u"comma"_s << u" a ,\n b "_s;
    QTest::newRow("runs of white space") << u"space"_s << u" a \t\n b "_s;
    QTest::newRow("blank lines") << u"newline"_s << u"a\r\n\r\nb\r\n"_s;
    QTest::newRow("other parameters") << u"query"_s << u"x=1&scope=a,b&y"_s;
    QTest::newRow("a list over lines") << u"javascript"_s << u"[\n  'a',\n  \"b\",\n]\n"_s;
    QTest::newRow("a key before the YAML list") << u"yaml-list"_s << u"scope:\n  - 'a' \n  # why\n  - b # not this\n"_s;
    QTest::newRow("a comment behind .env") << u"env"_s << u"SCOPES=a,b # both"_s;
    QTest::newRow("shell without export") << u"shell-export"_s << u"SCOPES=a\",\"'b';"_s;
}

void ScopeFormatTest::readsWithMore()
{
    QFETCH(const QString, id);
    QFETCH(const QString, text);
    const auto read = parse(id, text);
    QVERIFY2(read, read ? "" : qPrintable(read.problem().message));
    QCOMPARE(read.value(), (QStringList{u"a"_s, u"b"_s}));
}

void ScopeFormatTest::randomListsComeBack_data()
{
    QTest::addColumn<QString>("separator");
    for (const ScopeFormat& one : scopeFormats()) {
        QTest::addRow("%s", qPrintable(one.id)) << u","_s;
        if (one.takesSeparator)
            QTest::addRow("%s", qPrintable(one.id + u" separated by spaces"_s)) << u" "_s;
    }
}

void ScopeFormatTest::randomListsComeBack()
{
    QFETCH(const QString, separator);
    const QString id = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    QRandomGenerator random(tests::seed(11));
    int accepted = 0;
    FormatOptions options;
    options.separator = separator;
    options.parameter = u"the \"scope\" & é"_s;
    options.variable = u"TIKTOK_SCOPES"_s;
    for (int round = 0; round < 2'000; ++round) {
        const bool isRealistic = round % 4 == 0;
        const auto names = tests::randomList(random, 5, isRealistic ? tests::realisticName : tests::hostileName);
        const auto written = format(id, names, options);
        if (!written) {
            QVERIFY2(!isRealistic && !sayingAll().contains(id), qPrintable(written.problem().message));
            continue;
        }
        ++accepted;
        const auto read = parse(id, written.value(), options);
        QVERIFY2(read, read ? "" : qPrintable(read.problem().message + u'\n' + written.value()));
        QCOMPARE(read.value(), names);
    }
    QVERIFY(accepted > 500);
}

void ScopeFormatTest::damagedTextIsReadOrRefused()
{
    QRandomGenerator random(tests::seed(13));
    for (int round = 0; round < 20'000; ++round) {
        const ScopeFormat& one = scopeFormats().at(std::size_t(random.bounded(int(scopeFormats().size()))));
        const auto written = format(one.id, tests::randomList(random, 3, tests::hostileName));
        if (!written)
            continue;
        QString text = written.value();
        for (int i = random.bounded(3); i >= 0 && !text.isEmpty(); --i)
            text.remove(random.bounded(int(text.size())), 1);
        const auto read = parse(one.id, text);
        if (!read)
            QVERIFY(!read.problem().message.isEmpty() && read.problem().position <= text.size());
        else
            QVERIFY(!read.value().isEmpty());
    }
}

SCOPES_TEST(ScopeFormatTest)
#include "ScopeFormatTest.moc"
