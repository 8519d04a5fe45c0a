#include "analysis/OneOfChars.h"
#include "analysis/PasteParts.h"
#include "analysis/PlainWords.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// A short text between quotation marks.
struct Literal
{
    int start = 0; ///< of its content, in the text
    int length = 0;
    bool isThere = false;
};

/// Finds the calls that join scopes, and with what: scopes.join(' '), " ".join(SCOPES), implode(' ', [...]),
/// strings.Join(scopes, " "), Collectors.joining(" ").
class JoinerReader
{
public:
    JoinerReader(PasteText& paste, int token)
        : m_paste(paste)
        , m_token(token)
    {
    }

    void read()
    {
        const QStringView word = m_paste.textOf(m_token);
        const QStringView object = word.left(std::max(qsizetype(0), word.lastIndexOf(u'.')));
        if (word.startsWith(u'.') && m_paste.is(m_token - 1, Kind::Close) && m_paste.areAdjacent(m_token - 1, m_token)) {
            const Literal before = literalBefore(m_paste.at(m_token).start);
            if (before.isThere && holdsScopes(m_token + 2))
                return add(before);
        }
        const int first = m_token + 2;
        if (const Literal literal = literalAt(first); literal.isThere) {
            const bool isOfScopes =
                keyStrength(lastIdentifier(object)) == KeyStrength::Strict || (object.isEmpty() && m_paste.isTaken(m_token - 1));
            const bool isOfList = word.endsWith(u"joining") && m_paste.isTaken(m_token - 1);
            const int next = behind(first);
            if (isOfScopes || isOfList || (m_paste.isMark(next, u',') && holdsScopes(next + 1)))
                add(literal);
            return;
        }
        if (holdsScopes(first))
            readLast(first);
    }

private:
    /// The string behind the list: strings.Join(scopes, " ").
    void readLast(int token)
    {
        constexpr int most = 60;
        const int end = std::min(m_paste.count(), token + most);
        for (; token < end; ++token) {
            if (!m_paste.isMark(token, u',') || !m_paste.isMark(behind(token + 1), u')'))
                continue;
            if (const Literal literal = literalAt(token + 1); literal.isThere)
                return add(literal);
        }
    }

    /// True if scopes, or a variable that is named after them, begin at @p token.
    bool holdsScopes(int token) const
    {
        constexpr int most = 8; // new[] { "a", []string{"a"
        for (int one = token; one < std::min(token + most, m_paste.count()); ++one) {
            if (m_paste.is(one, Kind::Open))
                return m_paste.isTaken(one);
            if (m_paste.isMark(one, u')'))
                break;
        }
        return m_paste.isTaken(token)
            || (m_paste.is(token, Kind::Word) && keyStrength(lastIdentifier(m_paste.textOf(token))) == KeyStrength::Strict);
    }

    /// The token behind the string that begins at @p token.
    int behind(int token) const { return m_paste.is(token, Kind::Open) ? m_paste.at(token).pair + 1 : m_paste.count(); }

    Literal literalAt(int token) const
    {
        if (!m_paste.is(token, Kind::Open))
            return {};
        const int start = m_paste.at(token).end();
        return checked(start, m_paste.at(m_paste.at(token).pair).start - start);
    }

    Literal literalBefore(int end) const
    {
        const int open = m_paste.at(m_token - 1).pair;
        const int start = m_paste.at(open).end();
        return checked(start, end - 1 - start);
    }

    /// Nothing but what separates, perhaps percent-encoded.
    Literal checked(int start, int length) const
    {
        constexpr int longest = 6;
        const QStringView content = m_paste.text.mid(start, std::max(0, length));
        static constexpr std::array<QStringView, 5> encoded{u"%20", u"%2C", u"%2c", u"%2B", u"%2b"};
        const bool isPlain =
            std::all_of(content.begin(), content.end(), [](QChar unit) { return unit.isSpace() || isOneOfChars(unit, u",;|+"); });
        return {start, length, length > 0 && length <= longest && (isPlain || isOneOf(content, encoded))};
    }

    void add(const Literal& literal)
    {
        const TextRange range = m_paste.mapped.sourceRange(literal.start, literal.length);
        m_paste.result.joiners.push_back({range, m_paste.text.mid(literal.start, literal.length).toString()});
    }

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_token;
};

bool endsAsJoin(QStringView word)
{
    static constexpr std::array<QStringView, 6> names{u".join", u".Join", u"implode", u"joinToString", u"joining", u"join"};
    constexpr qsizetype longest = 80;
    return word.size() >= 4 && word.size() <= longest
        && std::any_of(names.begin(), names.end(), [&](QStringView name) { return word.endsWith(name); });
}

} // namespace

void findJoiners(PasteText& paste)
{
    for (int token = 0; token < paste.count(); ++token) {
        if (paste.isMark(token + 1, u'(') && paste.is(token, Kind::Word) && paste.areAdjacent(token, token + 1)
            && endsAsJoin(paste.textOf(token)))
            JoinerReader(paste, token).read();
    }
}

} // namespace scopes
