#include "analysis/TextDifference.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace scopes {

namespace {

using Words = std::vector<TextRange>;

bool isWordUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate() || unit == u'_' || unit == u'\'' || unit == u'’';
}

Words wordsOf(QStringView text)
{
    Words words;
    const auto size = static_cast<int>(text.size());
    for (int i = 0; i < size;) {
        const int start = i;
        while (i < size && isWordUnit(text[i]))
            ++i;
        if (i > start)
            words.push_back({start, i - start});
        else
            ++i;
    }
    return words;
}

QStringView wordAt(QStringView text, TextRange range)
{
    return text.mid(range.start, range.length);
}

/// The words from @p first to @p last that are not marked as common, neighbours as one range.
std::vector<TextRange> joined(const Words& words, const std::vector<bool>& common)
{
    std::vector<TextRange> ranges;
    bool open = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (common[i]) {
            open = false;
            continue;
        }
        if (open)
            ranges.back().length = words[i].start + words[i].length - ranges.back().start;
        else
            ranges.push_back(words[i]);
        open = true;
    }
    return ranges;
}

class Comparison
{
public:
    Comparison(QStringView first, QStringView second)
        : m_first(first)
        , m_second(second)
        , m_firstWords(wordsOf(first))
        , m_secondWords(wordsOf(second))
        , m_firstCommon(m_firstWords.size(), false)
        , m_secondCommon(m_secondWords.size(), false)
    {
    }

    TextDifference difference()
    {
        std::size_t start = 0;
        std::size_t firstEnd = m_firstWords.size();
        std::size_t secondEnd = m_secondWords.size();
        while (start < std::min(firstEnd, secondEnd) && areEqual(start, start)) {
            markCommon(start, start);
            ++start;
        }
        while (firstEnd > start && secondEnd > start && areEqual(firstEnd - 1, secondEnd - 1))
            markCommon(--firstEnd, --secondEnd);
        constexpr std::size_t mostWords = 2000;
        if (firstEnd <= mostWords && secondEnd <= mostWords)
            markLongestCommon(start, firstEnd, secondEnd);
        return {m_first == m_second, joined(m_firstWords, m_firstCommon), joined(m_secondWords, m_secondCommon)};
    }

private:
    bool areEqual(std::size_t i, std::size_t j) const
    {
        return wordAt(m_first, m_firstWords[i]) == wordAt(m_second, m_secondWords[j]);
    }

    void markCommon(std::size_t i, std::size_t j)
    {
        m_firstCommon[i] = true;
        m_secondCommon[j] = true;
    }

    /// The textbook table of lengths, filled from the end so that it can be walked from the start.
    void markLongestCommon(std::size_t start, std::size_t firstEnd, std::size_t secondEnd)
    {
        const std::size_t columns = secondEnd - start + 1;
        std::vector<std::uint16_t> lengths((firstEnd - start + 1) * columns, 0);
        const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& {
            return lengths[(i - start) * columns + (j - start)];
        };
        for (std::size_t i = firstEnd; i-- > start;) {
            for (std::size_t j = secondEnd; j-- > start;)
                at(i, j) =
                    areEqual(i, j) ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
        }
        for (std::size_t i = start, j = start; i < firstEnd && j < secondEnd;) {
            if (areEqual(i, j))
                markCommon(i++, j++);
            else if (at(i + 1, j) >= at(i, j + 1))
                ++i;
            else
                ++j;
        }
    }

    QStringView m_first;
    QStringView m_second;
    Words m_firstWords;
    Words m_secondWords;
    std::vector<bool> m_firstCommon;
    std::vector<bool> m_secondCommon;
};

} // namespace

TextDifference differenceOf(QStringView first, QStringView second)
{
    return Comparison(first, second).difference();
}

} // namespace scopes
