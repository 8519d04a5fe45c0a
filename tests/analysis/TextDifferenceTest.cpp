#include "analysis/TextDifference.h"

#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

/// Which words two texts do not share.
class TextDifferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void areIdentical();
    void longTexts();
};

namespace {

QStringList wordsIn(const QString& text, const std::vector<TextRange>& ranges)
{
    QStringList words;
    for (const TextRange& range : ranges)
        words += text.mid(range.start, range.length);
    return words;
}

} // namespace

void TextDifferenceTest::words_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QStringList>("onlyInFirst");
    QTest::addColumn<QStringList>("onlyInSecond");

    QTest::newRow("the same text") << u"Read a video"_s << u"Read a video"_s << QStringList{} << QStringList{};
    QTest::newRow("one word differs") << u"Read user's videos"_s << u"Read your videos"_s << QStringList{u"user's"_s}
                                      << QStringList{u"your"_s};
    QTest::newRow("neighbours are one range")
        << u"on the user's behalf"_s << u"behalf"_s << QStringList{u"on the user's"_s} << QStringList{};
    QTest::newRow("punctuation does not count") << u"Read, write."_s << u"Read write"_s << QStringList{} << QStringList{};
    QTest::newRow("case counts") << u"read it"_s << u"Read it"_s << QStringList{u"read"_s} << QStringList{u"Read"_s};
    QTest::newRow("two places") << u"a b c d e"_s << u"a x c y e"_s << QStringList{u"b"_s, u"d"_s} << QStringList{u"x"_s, u"y"_s};
    QTest::newRow("one text is empty") << QString() << u"all new"_s << QStringList{} << QStringList{u"all new"_s};
}

void TextDifferenceTest::words()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const TextDifference difference = differenceOf(first, second);
    QTEST(wordsIn(first, difference.onlyInFirst), "onlyInFirst");
    QTEST(wordsIn(second, difference.onlyInSecond), "onlyInSecond");
}

void TextDifferenceTest::areIdentical()
{
    QVERIFY(differenceOf(u"Read it.", u"Read it.").areIdentical);
    QVERIFY(!differenceOf(u"Read it.", u"Read it").areIdentical);
}

void TextDifferenceTest::longTexts()
{
    // Beyond 2,000 words only the common beginning and end are told apart.
    const QString first = u"begin "_s + u"one "_s.repeated(3000) + u"end"_s;
    const QString second = u"begin "_s + u"two "_s.repeated(3000) + u"end"_s;
    const TextDifference difference = differenceOf(first, second);
    QCOMPARE(difference.onlyInFirst.size(), std::size_t(1));
    QCOMPARE(difference.onlyInFirst.front().start, 6);
    QCOMPARE(difference.onlyInSecond.size(), std::size_t(1));
}

SCOPES_TEST(TextDifferenceTest)
#include "TextDifferenceTest.moc"
