#include "analysis/PasteLexer.h"

#include "analysis/OneOfChars.h"
#include "analysis/ScopeShape.h"

#include <array>

namespace scopes {

namespace {

constexpr int deepestQuotes = 4;

bool isQuote(QChar unit)
{
    return unit == u'"' || unit == u'\'' || unit == u'`';
}

bool isMarkUnit(QChar unit)
{
    return isOneOfChars(unit, u",;|()[]{}<>=&?，；、");
}

bool isLineBreak(QChar unit)
{
    return unit == u'\n' || unit == u'\r' || unit == QChar::LineSeparator || unit == QChar::ParagraphSeparator;
}

/// What may stand in a string that goes on over a line break.
bool isListUnit(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isSpace() || isOneOfChars(unit, u".,:_-/%+");
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    PasteTokens tokens()
    {
        lex(0, m_text.size(), 0, QChar());
        return std::move(m_tokens);
    }

private:
    using Kind = PasteToken::Kind;

    void add(Kind kind, qsizetype start, qsizetype length, QChar unit = {})
    {
        m_tokens.push_back({kind, unit.unicode(), static_cast<int>(start), static_cast<int>(length), -1});
    }

    void lex(qsizetype at, qsizetype end, int depth, QChar within)
    {
        while (at < end) {
            const QChar unit = m_text[at];
            if (isLineBreak(unit)) {
                add(Kind::Line, at++, 1);
            } else if (unit.isSpace()) {
                ++at;
            } else if (const qsizetype next = lexString(at, end, depth, within); next > at) {
                at = next;
            } else if (isMarkUnit(unit) || isQuote(unit)) {
                add(Kind::Mark, at++, 1, unit);
            } else {
                at = lexWord(at, end);
            }
        }
    }

    /// Lexes the string that begins at @p at, inner text included, and gives the place behind it; @p at if none begins here.
    qsizetype lexString(qsizetype at, qsizetype end, int depth, QChar within)
    {
        const bool isEscaped = m_text[at] == u'\\' && at + 1 < end && (m_text[at + 1] == u'"' || m_text[at + 1] == u'\'');
        const QChar quote = isEscaped ? m_text[at + 1] : m_text[at];
        if (!isQuote(quote) || depth >= deepestQuotes || (quote == within && !isEscaped))
            return at;
        if (!isEscaped && quote == u'\'' && isBehindWord(at))
            return at;
        qsizetype size = isEscaped ? 2 : 1;
        if (!isEscaped && at + 2 < end && m_text[at + 1] == quote && m_text[at + 2] == quote)
            size = 3;
        if (quote == u'`' && size == 3) // a Markdown fence: its inside is text like any other
            return lexFence(at);
        const qsizetype close = findClose(at + size, end, quote, size, isEscaped);
        if (close < 0)
            return at;
        const auto open = static_cast<int>(m_tokens.size());
        add(Kind::Open, at, size, quote);
        lex(at + size, close, depth + 1, quote);
        const auto pair = static_cast<int>(m_tokens.size());
        add(Kind::Close, close, size, quote);
        m_tokens[static_cast<std::size_t>(open)].pair = pair;
        m_tokens[static_cast<std::size_t>(pair)].pair = open;
        return close + size;
    }

    qsizetype lexFence(qsizetype at)
    {
        add(Kind::Mark, at, 3, u'`');
        return at + 3;
    }

    /// True for the apostrophe of user's, but not for the prefix of a string as in f'...'.
    bool isBehindWord(qsizetype at) const
    {
        if (at == 0 || !m_text[at - 1].isLetterOrNumber())
            return false;
        return !isOneOfChars(m_text[at - 1], u"fFrRbBuUL") || (at > 1 && m_text[at - 2].isLetterOrNumber());
    }

    qsizetype findClose(qsizetype from, qsizetype end, QChar quote, qsizetype size, bool isEscaped)
    {
        const std::size_t kind = quote == u'"' ? 0 : quote == u'\'' ? 1 : 2;
        qsizetype& failed = m_failed[(isEscaped ? 3 : 0) + (size == 3 ? 6 : 0) + kind];
        if (from <= failed)
            return -1;
        bool isList = true;
        bool isFirstLine = true;
        for (qsizetype at = from; at + size <= end; ++at) {
            const QChar unit = m_text[at];
            if (isLineBreak(unit) && size < 3 && quote != u'`') {
                isFirstLine = false;
                if (!isList || quote != u'"' || isEscaped || at - from > longestList)
                    return fail(failed, at);
            }
            if (isEscaped ? (unit == u'\\' && m_text[at + 1] == quote) : isClosing(at, end, quote, size))
                return at;
            isList = isList && isListUnit(unit);
            if (!isList && !isFirstLine)
                return fail(failed, from);
            if (unit == u'\\' && !isEscaped)
                ++at;
        }
        return fail(failed, end);
    }

    static qsizetype fail(qsizetype& failed, qsizetype at)
    {
        failed = at;
        return -1;
    }

    bool isClosing(qsizetype at, qsizetype end, QChar quote, qsizetype size) const
    {
        if (m_text[at] != quote)
            return false;
        if (size == 3)
            return m_text[at + 1] == quote && m_text[at + 2] == quote;
        return quote != u'\'' || at + 1 >= end || !m_text[at + 1].isLetterOrNumber();
    }

    qsizetype lexWord(qsizetype at, qsizetype end)
    {
        const qsizetype start = at;
        for (++at; at < end; ++at) {
            const QChar unit = m_text[at];
            if (unit.unicode() < 128 && !isOneOfChars(unit, u" \t\n\v\f\r,;|()[]{}<>=&?\"`'\\")) // nearly all of a text
                continue;
            if (unit.isSpace() || isMarkUnit(unit) || isLineBreak(unit))
                break;
            if (unit == u'"' || unit == u'`' || (unit == u'\'' && !isApostrophe(at, end)))
                break;
            if (unit == u'\\' && at + 1 < end && isQuote(m_text[at + 1]))
                break;
        }
        addWord(start, at);
        return at;
    }

    bool isApostrophe(qsizetype at, qsizetype end) const
    {
        return m_text[at - 1].isLetterOrNumber() && at + 1 < end && m_text[at + 1].isLetterOrNumber() && isBehindWord(at);
    }

    /// Adds the word, with the colons at its end as marks, and split where it is a key and its value without a space.
    void addWord(qsizetype start, qsizetype end)
    {
        for (qsizetype colon = keyEnd(start, end); colon > 0; colon = keyEnd(start, end)) {
            add(Kind::Word, start, colon - start);
            add(Kind::Mark, colon, 1, u':');
            start = colon + 1;
        }
        qsizetype last = end;
        while (last > start && m_text[last - 1] == u':')
            --last;
        if (last > start)
            add(Kind::Word, start, last - start);
        for (; last < end; ++last)
            add(Kind::Mark, last, 1, u':');
    }

    /// Where the colon behind a scope key stands; 0 if the word does not begin with one.
    qsizetype keyEnd(qsizetype start, qsizetype end) const
    {
        const QStringView word = m_text.mid(start, end - start);
        const qsizetype colon = word.left(longestKey).indexOf(u':');
        const bool isKey = colon > 0 && colon + 1 < word.size() && word[colon + 1] != u':'
            && keyStrength(word.left(colon)) == KeyStrength::Strict;
        return isKey ? start + colon : 0;
    }

    static constexpr qsizetype longestKey = 80;
    static constexpr qsizetype longestList = 20'000;

    QStringView m_text;
    PasteTokens m_tokens;
    std::array<qsizetype, 9> m_failed{-1, -1, -1, -1, -1, -1, -1, -1, -1}; ///< up to here no partner was found, a kind of quote
};

} // namespace

PasteTokens lexPaste(QStringView text)
{
    return Lexer(text).tokens();
}

} // namespace scopes
