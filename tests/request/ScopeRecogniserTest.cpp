#include "request/ScopeRecogniser.h"

#include "RandomNames.h"
#include "request/ScopeFormat.h"
#include "support/TestMain.h"

#include <QElapsedTimer>

using namespace scopes;
using namespace Qt::StringLiterals;

class ScopeRecogniserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data();
    void recognises();
    void tellsWhatItFound();
    void refuses_data();
    void refuses();
    void everyFormatComesBack_data();
    void everyFormatComesBack();
    void hostileTextIsAnswered();
    void longTextIsAnsweredSoon_data();
    void longTextIsAnsweredSoon();
};

void ScopeRecogniserTest::recognises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("formatId");

    QTest::newRow("commas") << u" user.info.basic, video.list\n"_s << u"comma"_s;
    QTest::newRow("commas and spaces, mixed") << u"user.info.basic video.list,"_s << u"space"_s;
    QTest::newRow("a semicolon at the end") << u"user.info.basic,video.list;"_s << u"comma"_s;
    QTest::newRow("lines") << u"user.info.basic\r\nvideo.list\r\n"_s << u"newline"_s;
    QTest::newRow("a key before bare names") << u"scope: user.info.basic video.list"_s << u"space"_s;
    QTest::newRow("a YAML flow list") << u"scopes: [user.info.basic, video.list]"_s << u"comma"_s;
    QTest::newRow("a YAML list with its key") << u"scopes:\n  - user.info.basic\n  - \"video.list\"\n"_s << u"yaml-list"_s;
    QTest::newRow("percent-encoded") << u"user.info.basic%2Cvideo.list"_s << u"percent-comma"_s;
    QTest::newRow("plus for space") << u"user.info.basic+video.list%20"_s << u"percent-space"_s;
    QTest::newRow("an authorization URL")
        << u"https://www.tiktok.com/v2/auth/authorize/?client_key=x&scope=user.info.basic%2Cvideo.list&state=y"_s << u"query"_s;
    QTest::newRow("an authorization URL with raw spaces")
        << u"https://a.b/authorize?scope=user.info.basic video.list&state=y"_s << u"query"_s;
    QTest::newRow("a URL in code") << u"open('https://a.b/?x=1&scope=user.info.basic+video.list', '_blank');"_s << u"query"_s;
    QTest::newRow("a URL in a sentence") << u"see https://a.b/?scope=user.info.basic,video.list for it"_s << u"query"_s;
    QTest::newRow("a query parameter") << u"scope=user.info.basic%20video.list"_s << u"query"_s;
    QTest::newRow("a query parameter of another name") << u"permissions=user.info.basic%20video.list"_s << u"query"_s;
    QTest::newRow("a token response") << uR"({"access_token": "x", "expires_in": 86400, "scope": "user.info.basic,video.list"})"_s
                                      << u"json-property"_s;
    QTest::newRow("a JSON object with a list") << uR"({"a": {"scopes": ["user.info.basic", "video.list"]}})"_s << u"json-array"_s;
    QTest::newRow("a JSON property with a comma") << uR"("scope": "user.info.basic video.list",)"_s << u"json-property"_s;
    QTest::newRow("a JSON array") << uR"([ "user.info.basic","video.list" ])"_s << u"json-array"_s;
    QTest::newRow("an .env line") << u"TIKTOK_SCOPES=user.info.basic,video.list"_s << u"env"_s;
    QTest::newRow("an .env file") << u"# app\nKEY=\"$a\"\n\nTIKTOK_SCOPES='user.info.basic video.list' # x\nB=1\n"_s.remove(u'$')
                                  << u"env"_s;
    QTest::newRow("a shell export") << u"export SCOPES=\"user.info.basic video.list\"\n"_s << u"shell-export"_s;
    QTest::newRow("JavaScript, joined") << u"const scope = ['user.info.basic', 'video.list'].join(',');"_s << u"javascript"_s;
    QTest::newRow("TypeScript over lines") << u"const scopes: string[] = [\n  'user.info.basic',\n  'video.list',\n];"_s
                                           << u"javascript"_s;
    QTest::newRow("a template literal") << u"const scope = `user.info.basic,video.list`;"_s << u"comma"_s;
    QTest::newRow("a string in code") << u"scope = \"user.info.basic,video.list\""_s << u"comma"_s;
    QTest::newRow("an assignment without spaces") << u"scope='user.info.basic video.list';"_s << u"env"_s;
    QTest::newRow("a call") << u"params.set(\"scope\", \"user.info.basic,video.list\");"_s << u"comma"_s;
    QTest::newRow("a Python dictionary") << u"params = {'client_key': 'x', 'scope': 'user.info.basic,video.list', 'state': 's'}"_s
                                         << u"comma"_s;
    QTest::newRow("a PHP array") << u"'scope' => ['user.info.basic', 'video.list'],"_s << u"javascript"_s;
    QTest::newRow("Java") << u"List<String> scopes = List.of(\"user.info.basic\", \"video.list\");"_s << u"java"_s;
    QTest::newRow("an older Java") << u"String[] scopes = {\"user.info.basic\", \"video.list\"};"_s << u"javascript"_s;
    QTest::newRow("Kotlin") << u"val scopes = listOf(\"user.info.basic\", \"video.list\")"_s << u"kotlin"_s;
    QTest::newRow("Swift") << u"let scopes: Set<String> = [\"user.info.basic\", \"video.list\"]"_s << u"javascript"_s;
    QTest::newRow("C++") << u"std::vector<std::string> scopes{\"user.info.basic\", \"video.list\"};"_s << u"cpp"_s;
    QTest::newRow("Go") << u"Scopes: []string{\"user.info.basic\", \"video.list\"},"_s << u"go"_s;
    QTest::newRow("Rust") << u"let scopes = vec![\"user.info.basic\", \"video.list\"];"_s << u"rust"_s;
}

void ScopeRecogniserTest::recognises()
{
    QFETCH(const QString, text);
    QFETCH(const QString, formatId);
    const auto found = recognise(text);
    QVERIFY2(found, found ? "" : qPrintable(found.problem().message));
    QCOMPARE(found.value().names, (QStringList{u"user.info.basic"_s, u"video.list"_s}));
    QCOMPARE(found.value().formatId, formatId);
    QVERIFY(found.value().evidence.endsWith(u'.'));
}

void ScopeRecogniserTest::tellsWhatItFound()
{
    const auto query = recognise(u"https://a.b/?scope=a%20b"_s).value();
    QCOMPARE(query.separator, u" "_s);
    QCOMPARE(query.parameter, u"scope"_s);
    QVERIFY(!query.variable);
    const auto variable = recognise(u"TIKTOK_SCOPES=a,b"_s).value();
    QCOMPARE(variable.separator, u","_s);
    QCOMPARE(variable.variable, u"TIKTOK_SCOPES"_s);
    QVERIFY(!variable.parameter);
    QVERIFY(!recognise(u"openid"_s).value().separator);
    QCOMPARE(recognise(u"\"scp\": \"a b\""_s).value().parameter, u"scp"_s);
    QCOMPARE(recognise(u"a,b,a"_s).value().names, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
}

void ScopeRecogniserTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");

    const auto noScope = static_cast<int>(FormatProblem::Kind::NoScope);
    const auto isAmbiguous = static_cast<int>(FormatProblem::Kind::Ambiguous);
    const auto cannotRead = static_cast<int>(FormatProblem::Kind::CannotRead);
    QTest::newRow("nothing") << QString() << noScope;
    QTest::newRow("white space") << u" \n\t"_s << noScope;
    QTest::newRow("only separators") << u", ,"_s << noScope;
    QTest::newRow("letters outside ASCII") << u"größe"_s << noScope;
    QTest::newRow("a zero-width space") << u"user.info\u200b.basic"_s << noScope;
    QTest::newRow("an empty parameter") << u"https://a.b/?scope=&state=x"_s << noScope;
    QTest::newRow("an empty property") << u"{\"scope\": \"\"}"_s << noScope;
    QTest::newRow("two parameters that differ") << u"https://a.b/?scope=a&scope=b"_s << isAmbiguous;
    QTest::newRow("two texts in quotes") << u"f('a', 1, 'b')"_s << isAmbiguous;
    QTest::newRow("two variables") << u"A=1\nB=2"_s << isAmbiguous;
    QTest::newRow("an escape that languages read differently") << uR"(['\u0041'])"_s << isAmbiguous;
    QTest::newRow("broken percent-encoding in a URL") << u"https://a.b/?scope=a%2"_s << cannotRead;
    QTest::newRow("an export without quotes") << u"export SCOPES=a b"_s << cannotRead;
    QTest::newRow("half a surrogate pair") << u"a,"_s + QChar(0xdc00) << cannotRead;
    QTest::newRow("too long a text") << QString(longestRecognised + 1, u'a') << static_cast<int>(FormatProblem::Kind::TooLong);
}

void ScopeRecogniserTest::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const int, kind);
    const auto found = recognise(text);
    QVERIFY2(!found, found ? qPrintable(found.value().names.join(u'|')) : "");
    QCOMPARE(static_cast<int>(found.problem().kind), kind);
    QVERIFY(found.problem().message.endsWith(u'.'));
}

void ScopeRecogniserTest::everyFormatComesBack_data()
{
    QTest::addColumn<QString>("separator");
    for (const ScopeFormat& one : scopeFormats()) {
        QTest::addRow("%s", qPrintable(one.id)) << u","_s;
        if (one.takesSeparator)
            QTest::addRow("%s", qPrintable(one.id + u" separated by spaces"_s)) << u" "_s;
    }
}

void ScopeRecogniserTest::everyFormatComesBack()
{
    QFETCH(const QString, separator);
    const QString id = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    QRandomGenerator random(tests::seed(17));
    FormatOptions options;
    options.separator = separator;
    for (int round = 0; round < 10'000; ++round) {
        // Short lists stand for long ones: of the long, 20 names, one in ten.
        const auto names = tests::randomList(random, round % 10 == 0 ? 20 : 4, tests::realisticName);
        const auto written = format(id, names, options);
        QVERIFY(written);
        const auto found = recognise(written.value());
        QVERIFY2(found, found ? "" : qPrintable(found.problem().message + u'\n' + written.value()));
        if (found.value().names != names)
            qInfo("%s", qPrintable(written.value()));
        QCOMPARE(found.value().names, names);
        QVERIFY(!found.value().evidence.isEmpty() && scopeFormat(found.value().formatId));
    }
}

void ScopeRecogniserTest::hostileTextIsAnswered()
{
    QRandomGenerator random(tests::seed(19));
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (const QString& name : tests::randomList(random, 4, tests::hostileName))
            text += name;
        if (random.bounded(3) == 0)
            text.prepend(u"scope="_s);
        const auto found = recognise(text);
        if (found)
            QVERIFY(!found.value().names.isEmpty());
        else
            QVERIFY(found.problem().message.endsWith(u'.'));
    }
}

void ScopeRecogniserTest::longTextIsAnsweredSoon_data()
{
    QTest::addColumn<QString>("piece");

    for (const QString& piece : {u"user.info.basic,"_s, u"'a',"_s, u"'a' "_s, u"[\"a\","_s, u"&scope=a"_s, u"A=1\n"_s, u"- a\n"_s,
             u"\"scope\": "_s, u"\\"_s, u"\"\\u0041"_s, u"%2C"_s, u"scope "_s, u"{\"scope\":["_s, u"?scope=%"_s, u"(\"a\";"_s,
             u"export A='"_s, u" #"_s, u";"_s, u"["_s})
        QTest::addRow("%s", qPrintable(u"over and over "_s + piece.trimmed())) << piece;
}

void ScopeRecogniserTest::longTextIsAnsweredSoon()
{
    QFETCH(const QString, piece);
    const auto answerTime = [&](qsizetype length) {
        const QString text = piece.repeated(length / piece.size());
        QElapsedTimer timer;
        timer.start();
        const auto found = recognise(text);
        if (!found && found.problem().message.isEmpty())
            qFatal("A problem without words.");
        return double(timer.nsecsElapsed()) / 1e6;
    };
    // Eight times the text may take eight times as long; 64 times would be the square of it.
    const double some = answerTime(32'768);
    const double many = answerTime(262'144);
    qInfo("%.1f ms for 32 KiB, %.1f ms for 256 KiB", some, many);
    QVERIFY2(many < 300 || many < some * 32, "The time grows with the square of the text's length.");
}

SCOPES_TEST(ScopeRecogniserTest)
#include "ScopeRecogniserTest.moc"
