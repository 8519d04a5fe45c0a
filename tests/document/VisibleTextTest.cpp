#include "document/VisibleText.h"

#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

class VisibleTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");

        QTest::newRow("plain text stays") << u"user.info.basic, ä – ☕ 😀"_s << u"user.info.basic, ä – ☕ 😀"_s;
        QTest::newRow("nothing stays nothing") << QString() << u""_s;
        QTest::newRow("line feed and tab") << u"a\n\tb"_s << u"a⟨U+000A⟩⟨U+0009⟩b"_s;
        QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << u"a⟨U+0000⟩b"_s;
        QTest::newRow("terminal escape") << u"\x1B[31m"_s << u"⟨U+001B⟩[31m"_s;
        QTest::newRow("C1 control") << u"\u009B"_s << u"⟨U+009B⟩"_s;
        QTest::newRow("right-to-left override") << u"a\u202Eb"_s << u"a⟨U+202E⟩b"_s;
        QTest::newRow("isolates") << u"\u2066\u2069"_s << u"⟨U+2066⟩⟨U+2069⟩"_s;
        QTest::newRow("zero width space and joiner") << u"a\u200B\u200Db"_s << u"a⟨U+200B⟩⟨U+200D⟩b"_s;
        QTest::newRow("byte order mark") << u"\uFEFFa"_s << u"⟨U+FEFF⟩a"_s;
        QTest::newRow("soft hyphen") << u"a\u00ADb"_s << u"a⟨U+00AD⟩b"_s;
        QTest::newRow("no-break space") << u"a\u00A0b"_s << u"a⟨U+00A0⟩b"_s;
        QTest::newRow("line separator") << u"\u2028"_s << u"⟨U+2028⟩"_s;
        QTest::newRow("Hangul filler") << u"\u3164"_s << u"⟨U+3164⟩"_s;
        QTest::newRow("grapheme joiner") << u"\u034F"_s << u"⟨U+034F⟩"_s;
        QTest::newRow("Braille blank") << u"\u2800"_s << u"⟨U+2800⟩"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xD83D)) << u"⟨U+D83D⟩"_s;
        QTest::newRow("the second half alone") << QString(QChar(0xDE00)) + u'a' << u"⟨U+DE00⟩a"_s;
        QTest::newRow("private use") << u"\uE000"_s << u"⟨U+E000⟩"_s;
        QTest::newRow("a tag character") << u"\U000E0041"_s << u"⟨U+E0041⟩"_s;
        QTest::newRow("a variation selector") << u"☕\uFE0F"_s << u"☕⟨U+FE0F⟩"_s;
    }

    void shows()
    {
        QFETCH(const QString, text);
        QTEST(visibleText(text), "shown");
    }

    void keepsLinesOnlyWhenAsked() { QCOMPARE(visibleText(u"a\n\tb\r", 100, true), u"a\n\tb⟨U+000D⟩"_s); }

    void cuts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("shown");

        QTest::newRow("shorter than the limit") << u"ab"_s << 3 << u"ab"_s;
        QTest::newRow("as long as the limit") << u"abc"_s << 3 << u"abc"_s;
        QTest::newRow("one longer") << u"abcd"_s << 3 << u"abc…"_s;
        QTest::newRow("no pair is halved") << u"a😀b"_s << 2 << u"a…"_s;
        QTest::newRow("a pair that just fits") << u"a😀"_s << 3 << u"a😀"_s;
        QTest::newRow("room for nothing") << u"a"_s << 0 << u"…"_s;
    }

    void cuts()
    {
        QFETCH(const QString, text);
        QFETCH(const int, limit);
        QTEST(visibleText(text, limit), "shown");
    }
};

SCOPES_TEST(VisibleTextTest)
#include "VisibleTextTest.moc"
