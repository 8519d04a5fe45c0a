#include "search/Folding.h"

#include "search/Oracle.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

class FoldingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void foldsAsPeopleRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");

        QTest::newRow("nothing stays nothing") << u""_s << u""_s;
        QTest::newRow("ASCII is lower case") << u"Read A USER's [z]@`{"_s << u"read a user's [z]@`{"_s;
        QTest::newRow("a composed accent goes") << u"Café"_s << u"cafe"_s;
        QTest::newRow("a combining accent goes") << u"Cafe\u0301"_s << u"cafe"_s;
        QTest::newRow("several accents go") << u"ệ ṩ"_s << u"e s"_s;
        QTest::newRow("sharp s is two s") << u"Straße STRAẞE"_s << u"strasse strasse"_s;
        QTest::newRow("ligatures come apart") << u"ﬁle ﬃ Ǆ"_s << u"file ffi dz"_s;
        QTest::newRow("capital I with a dot is i") << u"İstanbul"_s << u"istanbul"_s;
        QTest::newRow("wide and mathematical letters are letters") << u"ＡＰＩ 𝒜"_s << u"api a"_s;
        QTest::newRow("final sigma is sigma") << u"ΟΔΟΣ οδος"_s << u"οδοσ οδοσ"_s;
        QTest::newRow("Kelvin is k") << u"\u212a"_s << u"k"_s;
        QTest::newRow("control characters and every space are spaces")
            << u"a\tb\nc\u00a0d\u2003e\u2028f\u007fg"_s << u"a b c d e f g"_s;
        QTest::newRow("what cannot be seen goes") << u"con\u00adtent \u202eab\u200bc"_s << u"content abc"_s;
        QTest::newRow("vowel signs that do not combine stay") << u"कि"_s << u"कि"_s;
        QTest::newRow("Chinese stays") << u"读取权限"_s << u"读取权限"_s;
        QTest::newRow("an emoji stays") << u"👍\ufe0f"_s << u"👍"_s;
    }

    void foldsAsPeopleRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(toQString(fold(text)), folded);
        QCOMPARE(plainFold(text), folded);

        const QByteArray utf8 = text.toUtf8();
        const Text asUtf8(utf8.data(), static_cast<std::size_t>(utf8.size()));
        QCOMPARE(toQString(fold(asUtf8)), folded);
        std::string written(foldedSize(asUtf8), '?');
        QCOMPARE(foldInto(asUtf8, written.data()), written.data() + written.size());
        QCOMPARE(toQString(written), folded);
    }

    void survivesWhatIsNotText()
    {
        QCOMPARE(toQString(fold(Text("a\xff\xc3"))), u"a\ufffd\ufffd"_s);
        const QString lone = u"A"_s + QChar(0xd800) + u"B"_s + QChar(0xdc00);
        QCOMPARE(toQString(fold(lone)), u"a\ufffdb\ufffd"_s);
        QCOMPARE(fold(Text("a\0b", 3)), std::string("a b"));
    }

    void eachCharacterFoldsAsUnicodeSays()
    {
        for (char32_t character = 0; character < 0x110000; ++character) {
            // Planes 2 to 13 hold ideographs or nothing: a sample of them will do.
            if (QChar::isSurrogate(character) || (character >= 0x20000 && character < 0xe0000 && character % 61 != 0))
                continue;
            const QString text = QString::fromUcs4(&character, 1);
            const std::string folded = fold(text);
            const QString shown = toQString(folded);
            const QByteArray name = QByteArray::number(static_cast<uint>(character), 16);
            QVERIFY2(shown == plainFold(text), name);
            QVERIFY2(fold(Text(folded)) == folded, name);
            QVERIFY2(std::none_of(folded.begin(), folded.end(), [](char c) { return c >= 0 && c < 0x20; }), name);
        }
    }

    void foldsPieceByPieceAsWhole()
    {
        std::mt19937 engine(seed(11));
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (int i = 0; i < 8; ++i) {
                // Accents and letters, which could change places or join.
                const auto character = static_cast<char32_t>(i % 2 == 0 ? 0x300 + engine() % 0x70 : 0x41 + engine() % 0x1fc0);
                text += QChar::fromUcs4(character);
            }
            QVERIFY2(toQString(fold(text)) == plainFold(text), qPrintable(text));
        }
    }

    void traceLeadsToTheSource()
    {
        const QString text = u"e\u0301ﬁ𝒜ß"_s;
        const TracedFold traced = foldTraced(text);
        QCOMPARE(traced.text, std::string("efiass"));
        QCOMPARE(traced.sources, (std::vector{0, 2, 2, 3, 5, 5}));
        QCOMPARE(traced.ends, (std::vector{2, 3, 3, 5, 6, 6}));
        QVERIFY(foldTraced(u"\u0301"_s).text.empty());
    }
};

SCOPES_TEST(FoldingTest)

} // namespace scopes::tests

#include "FoldingTest.moc"
