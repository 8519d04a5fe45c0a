#include "request/ShareLink.h"

#include "RandomNames.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// How many random links are tried: SCOPES_LINKS, else as many as take a moment.
int linkCount()
{
    bool isNumber = false;
    const int count = qEnvironmentVariableIntValue("SCOPES_LINKS", &isNumber);
    return isNumber ? count : 2000;
}

} // namespace

/// The request as a link: written, read, and made up by somebody else.
class ShareLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void isWrittenAsItIsDocumented()
    {
        const RequestFile request{u"tiktok"_s, u"comma"_s, {u"user.info.basic"_s, u"a b&c=%+ä"_s}, {}, {u"user.info"_s}};
        const QString link = shareLink(request);
        QCOMPARE(
            link, u"scope-explorer:request?catalog=tiktok&format=comma&scope=user.info.basic&scope=a%20b%26c%3D%25%2B%C3%A4"_s);
    }

    void holdsNothingElseOfARequest()
    {
        const RequestFile request{
            u"tiktok"_s, u"comma"_s, {u"a"_s}, {{u"review"_s, u"private"_s}, {u"x"_s, u"secret"_s}}, {u"user.info"_s}};
        QCOMPARE(shareLink(request), u"scope-explorer:request?catalog=tiktok&format=comma&scope=a"_s);
    }

    void anyRequestComesBack()
    {
        QRandomGenerator random(tests::seed(20261124));
        const int count = linkCount();
        for (int i = 0; i < count; ++i) {
            QStringList scopes =
                tests::randomList(random, 12, random.bounded(2) == 0 ? tests::hostileName : tests::realisticName);
            scopes.removeDuplicates();
            const RequestFile request{random.bounded(2) == 0 ? u"tiktok"_s : QString(), u"json-array"_s, scopes, {}};
            const QString link = shareLink(request);
            QVERIFY2(!link.isEmpty(), qPrintable(scopes.join(u'|')));
            for (const QChar unit : link)
                QVERIFY(unit > u' ' && unit.unicode() < 0x7F);
            const auto read = readShareLink(link);
            QVERIFY2(read, qPrintable(link));
            QVERIFY(read.problems.empty());
            QCOMPARE(*read.value, request);
        }
    }

    void whatNoLinkCanHoldGivesNone_data()
    {
        QTest::addColumn<QStringList>("scopes");
        QTest::newRow("no scope") << QStringList{};
        QTest::newRow("half of a surrogate pair") << QStringList{QString(QChar(0xD800))};
        QTest::newRow("a name that is too long") << QStringList{QString(longestSharedName + 1, u'a')};
        QStringList many;
        for (int i = 0; i <= mostSharedScopes; ++i)
            many += QString::number(i);
        QTest::newRow("too many scopes") << many;
        QTest::newRow("too long together") << QStringList{QString(500, u'\u20ac'), QString(499, u'\u20ac'),
            QString(498, u'\u20ac'), QString(497, u'\u20ac'), QString(496, u'\u20ac'), QString(495, u'\u20ac'),
            QString(494, u'\u20ac'), QString(493, u'\u20ac'), QString(492, u'\u20ac'), QString(491, u'\u20ac'),
            QString(490, u'\u20ac'), QString(489, u'\u20ac'), QString(488, u'\u20ac'), QString(487, u'\u20ac'),
            QString(486, u'\u20ac')};
    }

    void whatNoLinkCanHoldGivesNone()
    {
        QFETCH(const QStringList, scopes);
        QCOMPARE(shareLink({u"tiktok"_s, u"comma"_s, scopes, {}}), QString());
    }

    void badLinksAreRefused_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, const QString& rest, const QString& why) {
            QTest::newRow(name) << u"scope-explorer:"_s + rest << why;
        };
        row("nothing but the scheme", {}, u"This is no link to a request"_s);
        row("another action", u"run?command=rm"_s, u"This is no link to a request"_s);
        row("an authority", u"//host/request?scope=a"_s, u"This is no link to a request"_s);
        row("no scope", u"request?catalog=tiktok"_s, u"holds no scope"_s);
        row("only empty scopes", u"request?scope=&scope="_s, u"holds no scope"_s);
        row("a bad percent sign", u"request?scope=%zz"_s, u"is damaged"_s);
        row("half a percent sign", u"request?scope=a%2"_s, u"is damaged"_s);
        row("no UTF-8", u"request?scope=%ff%fe"_s, u"is damaged"_s);
        row("an overlong slash", u"request?scope=%c0%af"_s, u"is damaged"_s);
        row("a surrogate in UTF-8", u"request?scope=%ed%a0%80"_s, u"is damaged"_s);
        row("a character that is cut short", u"request?scope=%e2%82"_s, u"is damaged"_s);
        row("a raw space", u"request?scope=a b"_s, u"is damaged"_s);
        row("a raw line feed", u"request?scope=a\nb"_s, u"is damaged"_s);
        row("a raw letter beyond ASCII", u"request?scope=ä"_s, u"is damaged"_s);
        row("a catalog that is a path", u"request?scope=a&catalog=../../etc/passwd"_s, u"catalog '../../etc/passwd' cannot"_s);
        row("a catalog that is an address", u"request?scope=a&catalog=https%3A%2F%2Fx"_s, u"cannot be one"_s);
        row("two catalogs", u"request?scope=a&catalog=b&catalog=c"_s, u"names its catalog twice"_s);
        row("a format with an escape sequence", u"request?scope=a&format=%1b[2J"_s, u"format '⟨U+001B⟩[2J' cannot"_s);
        row("a name that is too long", u"request?scope="_s + QString(501, u'a'), u"a scope of 501 characters"_s);
        row("a link that is too long", u"request?scope=a&x="_s + QString(70'000, u'a'), u"at most 65536 are read"_s);
        row("too many parameters", u"request?scope=a"_s + QString(5000, u'&'), u"too many scopes"_s);
        QString many;
        for (int i = 0; i <= mostSharedScopes; ++i)
            many += u"&scope="_s + QString::number(i);
        row("too many scopes", u"request?"_s + many, u"too many scopes"_s);
    }

    void badLinksAreRefused()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, why);
        QVERIFY(isShareLink(link));
        const auto read = readShareLink(link);
        QVERIFY(!read);
        QVERIFY2(read.problems.front().message.contains(why), qPrintable(read.problems.front().message));
        QVERIFY(read.problems.front().message.size() < 400);
    }

    void whatIsLeftOutIsTold()
    {
        const auto read =
            readShareLink(u"SCOPE-EXPLORER:request?scope=a&scope=b&scope=a&token=act.secret&scope=%E2%80%AEx&client_secret"_s);
        QVERIFY(read);
        QCOMPARE(read.value->scopes, (QStringList{u"a"_s, u"b"_s, u"\u202Ex"_s}));
        QVERIFY(read.value->others.isEmpty());
        QCOMPARE(read.problems.size(), std::size_t(3));
        QCOMPARE(read.problems[0].message, u"The scope 'a' stands in the link twice and is taken once."_s);
        QVERIFY(read.problems[1].message.startsWith(u"The link's 'token' is left out"_s));
        for (const Problem& problem : read.problems)
            QVERIFY2(!problem.message.contains(u"act.secret"_s), qPrintable(problem.message));
    }

    void noGarbageIsTakenForAnythingElse()
    {
        QRandomGenerator random(tests::seed(20261125));
        const int count = linkCount();
        static const QString units = u"scope=&format=catalog=%2f%00%ff?#+;a.b/\\\"'<> ä\n"_s;
        for (int i = 0; i < count; ++i) {
            QString link = u"scope-explorer:request?"_s;
            for (int length = random.bounded(0, 80); length > 0; --length)
                link += units[random.bounded(int(units.size()))];
            const auto read = readShareLink(link);
            QVERIFY(read || hasErrors(read.problems));
            if (read) {
                QVERIFY(!read.value->scopes.isEmpty() && !read.value->scopes.contains(QString()));
                // What was read can be written, and is read as the same.
                const auto again = readShareLink(shareLink(*read.value));
                QVERIFY(again);
                QCOMPARE(*again.value, *read.value);
            }
        }
    }
};

SCOPES_TEST(ShareLinkTest)
#include "ShareLinkTest.moc"
