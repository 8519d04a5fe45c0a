#include "search/Highlight.h"

#include "search/Oracle.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

/// The text with its marked pieces in brackets.
QString marked(const QString& text, const std::vector<TextRange>& ranges)
{
    QString result;
    int at = 0;
    for (const TextRange range : ranges) {
        result += text.mid(at, range.start - at) + u'[' + text.mid(range.start, range.length) + u']';
        at = range.start + range.length;
    }
    return result + text.mid(at);
}

/// Each character is folded by itself; those that a match touches are marked, and dropped ones with the one before them.
std::vector<TextRange> plainRanges(const QString& text, const QStringList& wanted)
{
    const auto characters = text.toUcs4();
    QString folded;
    std::vector<std::size_t> owners;
    std::vector<bool> isDropped;
    for (int i = 0; i < characters.size(); ++i) {
        const QString one = plainFold(QString::fromUcs4(reinterpret_cast<const char32_t*>(&characters[i]), 1));
        folded += one;
        owners.insert(owners.end(), static_cast<std::size_t>(one.size()), static_cast<std::size_t>(i));
        isDropped.push_back(one.isEmpty());
    }
    std::vector<bool> isMarked(isDropped.size());
    for (const QString& term : wanted) {
        const QString needle = plainFold(term);
        for (qsizetype at = 0; !needle.isEmpty() && at + needle.size() <= folded.size(); ++at) {
            if (!QStringView(folded).sliced(at).startsWith(needle))
                continue;
            const std::size_t first = owners[static_cast<std::size_t>(at)];
            const std::size_t last = owners[static_cast<std::size_t>(at + needle.size() - 1)];
            std::fill(isMarked.begin() + static_cast<std::ptrdiff_t>(first),
                isMarked.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
        }
    }
    std::vector<TextRange> ranges;
    int start = 0;
    for (std::size_t i = 0; i < isMarked.size(); ++i) {
        const int length = QChar::requiresSurrogates(characters[static_cast<int>(i)]) ? 2 : 1;
        if (i > 0 && isDropped[i] && isMarked[i - 1])
            isMarked[i] = true;
        if (isMarked[i] && i > 0 && isMarked[i - 1])
            ranges.back().length += length;
        else if (isMarked[i])
            ranges.push_back({start, length});
        start += length;
    }
    return ranges;
}

} // namespace

class HighlightTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void marks_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");

        QTest::newRow("nothing is asked") << u""_s << u"video.list"_s << u"video.list"_s;
        QTest::newRow("an empty text") << u"a"_s << u""_s << u""_s;
        QTest::newRow("a word") << u"VIDEO"_s << u"a Video.list video"_s << u"a [Video].list [video]"_s;
        QTest::newRow("ranges that overlap are one") << u"vide ideo"_s << u"a video"_s << u"a [video]"_s;
        QTest::newRow("ranges that touch are one") << u"vi deo"_s << u"a video"_s << u"a [video]"_s;
        QTest::newRow("a word that overlaps itself") << u"aa"_s << u"baaab"_s << u"b[aaa]b"_s;
        QTest::newRow("ranges come in the text's order") << u"list video"_s << u"video.list"_s << u"[video].[list]"_s;
        QTest::newRow("a phrase") << u"\"read your\""_s << u"Read your, read"_s << u"[Read your], read"_s;
        QTest::newRow("negated terms mark nothing") << u"-video list"_s << u"video.list"_s << u"video.[list]"_s;
        QTest::newRow("an operator of this column") << u"name:list"_s << u"video.list"_s << u"video.[list]"_s;
        QTest::newRow("an operator of another column") << u"topic:list"_s << u"video.list"_s << u"video.list"_s;
        QTest::newRow("an accent in the text") << u"cafe"_s << u"un café!"_s << u"un [café]!"_s;
        QTest::newRow("an accent in the query") << u"café"_s << u"a cafe"_s << u"a [cafe]"_s;
        QTest::newRow("a combining accent goes with its letter") << u"caf e"_s << u"cafe\u0301s"_s << u"[cafe\u0301]s"_s;
        QTest::newRow("sharp s as ss") << u"strasse"_s << u"die Straße 5"_s << u"die [Straße] 5"_s;
        QTest::newRow("half a sharp s is marked whole") << u"as"_s << u"Straße"_s << u"Str[aß]e"_s;
        QTest::newRow("half a ligature is marked whole") << u"ile"_s << u"a ﬁle"_s << u"a [ﬁle]"_s;
        QTest::newRow("behind what grew") << u"le"_s << u"İßﬁle"_s << u"İßﬁ[le]"_s;
        QTest::newRow("outside the first plane") << u"api"_s << u"👍 𝒜pi"_s << u"👍 [𝒜pi]"_s;
        QTest::newRow("across a soft hyphen") << u"content"_s << u"con\u00adtent"_s << u"[con\u00adtent]"_s;
    }

    void marks()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QTEST(marked(text, matchRanges(text, Query(typed), SearchColumn::Name)), "result");
    }

    void marksWhatThePlainSearchMarks()
    {
        std::mt19937 engine(seed(3));
        const QStringList letters{u"a"_s, u"A"_s, u"e"_s, u"é"_s, u"e\u0301"_s, u"ß"_s, u"s"_s, u"ﬁ"_s, u"i"_s, u"İ"_s, u"ı"_s,
            u"ǆ"_s, u"z"_s, u"\u212a"_s, u"𝒜"_s, u"\u00ad"_s, u"."_s, u" "_s, u"한"_s, u"\u0323"_s};
        const auto someText = [&](quint32 longest) {
            QString text;
            for (auto i = 1 + engine() % longest; i > 0; --i)
                text += letters.at(static_cast<int>(engine() % static_cast<quint32>(letters.size())));
            return text;
        };
        int markedTexts = 0;
        for (int round = 0; round < 20000; ++round) {
            const QString text = someText(30);
            const QStringList wanted{someText(2), someText(3)};
            const Query query(u"\"%1\" definition \"%2\" -a"_s.arg(wanted.at(0), wanted.at(1)));
            const auto ranges = matchRanges(text, query, SearchColumn::Definition);
            QCOMPARE(marked(text, ranges), marked(text, plainRanges(text, wanted)));
            markedTexts += ranges.empty() ? 0 : 1;
        }
        QVERIFY2(markedTexts > 5000, "the texts are too seldom hit to test anything");
    }
};

SCOPES_TEST(HighlightTest)

} // namespace scopes::tests

#include "HighlightTest.moc"
