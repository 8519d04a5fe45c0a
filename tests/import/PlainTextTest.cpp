#include "import/PlainText.h"

#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace scopes;

class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void takesMarkupOff_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");

        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("plain words stay") << u"Read a user's profile, 2 * 3 < 7 & more."_s
                                          << u"Read a user's profile, 2 * 3 < 7 & more."_s;
        QTest::newRow("white space becomes one space") << u" a\n\n\tb  c\r\n"_s << u"a b c"_s;
        QTest::newRow("bold, italic, struck") << u"**a** and *b*, __c__ _d_ ~~e~~ ***f***"_s << u"a and b, c d e f"_s;
        QTest::newRow("bold before a word") << u"**Note:**this"_s << u"Note:this"_s;
        QTest::newRow("underscores within a name stay") << u"user_read_all and _x_y"_s << u"user_read_all and _x_y"_s;
        QTest::newRow("wildcards stay") << u"*:read, files.* and repo:*"_s << u"*:read, files.* and repo:*"_s;
        QTest::newRow("code stays as it is") << u"`a_*b*` and ``c`d``"_s << u"a_*b* and c`d"_s;
        QTest::newRow("a link's words") << u"See [the **page**](https://x.y/a_b) and [that][1]."_s << u"See the page and that."_s;
        QTest::newRow("an image's words") << u"![alt](a.png) text"_s << u"alt text"_s;
        QTest::newRow("brackets that are no link stay") << u"list[0] [draft] (x)"_s << u"list[0] [draft] (x)"_s;
        QTest::newRow("headings, quotes, lists") << u"# A\n> b\n- c\n* d"_s << u"A b • c • d"_s;
        QTest::newRow("fences and rules") << u"```json\n{}\n```\n---\nend"_s << u"{} end"_s;
        QTest::newRow("escapes") << u"\\*a\\* \\_ \\d"_s << u"*a* _ \\d"_s;
        QTest::newRow("tags") << u"<p>a<br/>b</p><ul><li>c</li></ul><b>d</b>e"_s << u"a b • c de"_s;
        QTest::newRow("a link in HTML") << u"<a href=\"x\">words</a>"_s << u"words"_s;
        QTest::newRow("scripts and comments go") << u"a<script>alert(1)</script><!-- b -->c"_s << u"a c"_s;
        QTest::newRow("placeholders stay") << u"/repos/<owner>/<repo>"_s << u"/repos/<owner>/<repo>"_s;
        QTest::newRow("an address in brackets") << u"<https://x.y/>"_s << u"https://x.y/"_s;
        QTest::newRow("entities") << u"a &amp; b &lt;i&gt; &#65;&#x42;&nbsp;&hellip; &quot;"_s << u"a & b <i> AB … \""_s;
        QTest::newRow("what is no entity stays")
            << u"a&b; &unknown; &#0; &#xD800; R&D"_s << u"a&b; &unknown; &#0; &#xD800; R&D"_s;
        QTest::newRow("beyond ASCII") << u"**é**&eacute; 漢字 😀"_s << u"éé 漢字 😀"_s;
    }

    void takesMarkupOff()
    {
        QFETCH(const QString, text);
        const QString plain = QString::fromStdString(plainText(text.toStdString()));
        QTEST(plain, "plain");
    }

    void isBounded()
    {
        QCOMPARE(plainText("abcdef", 4), std::string("abcd…"));
        QCOMPARE(plainText("abcd", 4), std::string("abcd"));
        QCOMPARE(plainText("aéé", 4), std::string("aé…"));
        QVERIFY(plainText(std::string(1'000'000, 'x')).size() < 5000);
    }

    /// What has many beginnings and no ends takes no longer than other markup: else thousands of times as long.
    void endsInTime()
    {
        const auto nanoseconds = [](std::string_view piece) {
            std::string text;
            while (text.size() < 1'000'000)
                text += piece;
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 20; ++i)
                Q_UNUSED(plainText(text))
            return timer.nsecsElapsed();
        };
        const qint64 baseline = nanoseconds("<b></b>"); // leaves nothing, so that all of it is read
        for (const char* piece : {"*a ", "[", "<a ", "`", "&", "_a ", "![", "[a][", "<!--", "\\", "**a* "}) {
            const qint64 taken = nanoseconds(piece);
            QVERIFY2(taken < 100 * baseline, qPrintable(u"%1: %2 / %3"_s.arg(QLatin1StringView(piece)).arg(taken).arg(baseline)));
        }
    }

    void keepsValidUtf8()
    {
        QRandomGenerator random(tests::seed(20240207));
        const QString letters = u"ab *_~`[]()<>&;#\\/!-\n\u00e9\u6f22"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (quint32 size = random.bounded(40U); size > 0; --size)
                text += letters[random.bounded(static_cast<int>(letters.size()))];
            const std::string plain = plainText(text.toStdString(), 1 + random.bounded(30U));
            QVERIFY2(QString::fromStdString(plain).toStdString() == plain, qPrintable(text));
            QVERIFY2(!QString::fromStdString(plain).contains(QChar::ReplacementCharacter), qPrintable(text));
        }
    }
};

SCOPES_TEST(PlainTextTest)
#include "PlainTextTest.moc"
