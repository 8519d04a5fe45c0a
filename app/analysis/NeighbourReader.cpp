#include "analysis/Announcement.h"
#include "analysis/OneOfChars.h"
#include "analysis/PlacesInText.h"
#include "analysis/PlainWords.h"
#include "analysis/SpokenScopes.h"

#include <algorithm>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// 'the `repo` scope', 'the read_orders scope', 'scope video.list', 'the scopes identify, email and guilds': words beside the
/// word scope, without a mark between.
class NeighbourReader
{
public:
    NeighbourReader(PasteText& paste, int token)
        : m_paste(paste)
        , m_token(token)
        , m_isPlural(paste.textOf(token).endsWith(u's'))
    {
        m_rule.form = ScopeList::Form::Mention;
        m_rule.kind = PasteKind::ErrorText;
    }

    void read()
    {
        readBefore();
        const int next = behindLikes(m_token + 1);
        if (m_paste.isMark(next, u'[') && !m_paste.areAdjacent(next - 1, next))
            return readBracketBehind(next);
        if (readEnumeration(next))
            return;
        for (int string = next; m_paste.is(string, Kind::Open); string = behindConnector(m_paste.at(string).pair + 1))
            readString(string, Shape::Structured);
        for (int word = m_token + 1; isScopeWord(word); word = isScopeWord(word + 1) ? word + 1 : behindConnector(word + 1))
            readWord(word);
    }

    /// The names of a list in brackets: requires any of [contacts-read, contacts-write].
    void readAnyOf() { readBracketBehind(m_token + 1); }

private:
    /// What stands in front: one name, or several with commas, and, or between.
    void readBefore()
    {
        int last = m_token - 1;
        static constexpr std::array<QStringView, 6> kinds{u"access", u"oauth", u"OAuth", u"API", u"api", u"permission"};
        if (m_paste.is(last, Kind::Word) && isOneOf(m_paste.textOf(last), kinds))
            --last; // the `read_products` access scope
        if (m_paste.isMark(last, u']'))
            return readBracket(last);
        constexpr int most = 100;
        for (int i = 0; i < most && last >= 0; ++i) {
            int first = last;
            if (m_paste.is(last, Kind::Close) && m_paste.at(last).start < m_paste.at(m_token).start) {
                first = m_paste.at(last).pair;
                if (!readString(first, m_paste.at(last).unit == u'`' ? Shape::Bare : Shape::Structured))
                    return;
            } else if (!m_paste.is(last, Kind::Word) || !isAccessName(m_paste.textOf(last)) || !readWord(last)) {
                return;
            }
            last = beforeConnector(first - 1);
        }
    }

    static bool isConjunction(QStringView word) { return word == u"and" || word == u"or"; }

    bool isComma(int token) const { return m_paste.isMark(token, u',') || m_paste.isMark(token, u'&'); }

    /// The token before the comma, and, or that ends at @p token; -1 if there is none.
    int beforeConnector(int token) const
    {
        if (m_paste.is(token, Kind::Word) && isConjunction(m_paste.textOf(token)))
            return isComma(token - 1) ? token - 2 : token - 1;
        return isComma(token) ? token - 1 : -1;
    }

    /// The token behind the comma, and, or that begins at @p token; count() if there is none.
    int behindConnector(int token) const
    {
        const int word = isComma(token) ? token + 1 : token;
        if (m_paste.is(word, Kind::Word) && isConjunction(m_paste.textOf(word)))
            return word + 1;
        return word > token ? word : m_paste.count();
    }

    /// Behind 'scopes like', 'scopes are', 'scopes such as'.
    int behindLikes(int token) const
    {
        static constexpr std::array<QStringView, 6> likes{u"like", u"are", u"namely", u"named", u"called", u"being"};
        if (!m_isPlural || !m_paste.is(token, Kind::Word))
            return token;
        if (isOneOf(m_paste.textOf(token), likes))
            return token + 1;
        return m_paste.textOf(token) == u"such" && m_paste.is(token + 1, Kind::Word) ? token + 2 : token;
    }

    /// Words with commas, and, or between: plain ones too if there are several and one could be nothing else, or three.
    bool readEnumeration(int token)
    {
        std::vector<int> words;
        bool isSure = false;
        while (m_isPlural && m_paste.is(token, Kind::Word)) {
            const QStringView word = textAt(m_paste, bareWord(m_paste, m_paste.at(token)));
            if (word.isEmpty() || !isNameWord(word) || isProgramText(token))
                break;
            words.push_back(token);
            isSure = isSure || m_paste.shapes.of(word) >= Shape::Structured || isAccess(word);
            if (m_paste.textOf(token).endsWith(u'.'))
                break;
            token = behindConnector(token + 1);
        }
        constexpr std::size_t surelyList = 3;
        if (words.size() < 2 || (!isSure && words.size() < surelyList))
            return false;
        m_rule.least = Shape::Bare;
        for (const int word : words) {
            if (!m_paste.isTaken(word) && addItems(m_paste, {mappedAt(m_paste, bareWord(m_paste, m_paste.at(word)))}, m_rule))
                m_paste.take(word, word + 1);
        }
        return true;
    }

    /// True for a word that may name a scope in a sentence, and goes on the sentence less likely.
    bool isNameWord(QStringView word) const
    {
        static constexpr std::array<QStringView, 14> others{u"then", u"also", u"so", u"while", u"because", u"still", u"all",
            u"any", u"no", u"more", u"other", u"others", u"permissions", u"etc"};
        return word[0].isLetter() && !isSentenceWord(word) && !isOneOf(word, others) && keyStrength(word) == KeyStrength::None
            && m_paste.shapes.of(word) != Shape::None && (m_paste.shapes.of(word) >= Shape::Structured || isLowerCase(word))
            && !isProgramName(word);
    }

    static bool isLowerCase(QStringView word)
    {
        return std::all_of(word.begin(), word.end(), [](QChar unit) { return unit.isLower() || isOneOfChars(unit, u"_-:./"); });
    }

    bool isProgramText(int token) const
    {
        return m_paste.isMark(token + 1, u'(') || m_paste.isMark(token + 1, u'=') || m_paste.isMark(token + 1, u'{');
    }

    bool readString(int open, Shape least)
    {
        const MappedText content = contentOf(m_paste, open);
        m_rule.least = least;
        if (content.text().contains(u' ') || m_paste.isTaken(open + 1) || m_paste.shapes.of(content.text()) < least)
            return false;
        if (!addItems(m_paste, {content}, m_rule))
            return false;
        m_paste.take(open, m_paste.at(open).pair + 1);
        return true;
    }

    /// The strings of a list: only the ['repo'] scopes.
    void readBracket(int close)
    {
        constexpr int most = 100;
        int open = close;
        while (m_paste.is(open - 1, Kind::Close) && close - open < most) {
            open = m_paste.at(open - 1).pair;
            if (!m_paste.isMark(open - 1, u','))
                break;
            --open;
        }
        if (!m_paste.isMark(open - 1, u'['))
            return;
        for (int token = open; token < close; ++token) {
            if (m_paste.is(token, Kind::Open))
                readString(token, Shape::Bare);
        }
    }

    /// Strings and words of a list: required scopes [read:project].
    void readBracketBehind(int open)
    {
        constexpr int most = 100;
        for (int token = open + 1; token < qMin(m_paste.count(), open + most) && !m_paste.isMark(token, u']'); ++token) {
            if (m_paste.is(token, Kind::Open)) {
                readString(token, Shape::Bare);
                token = m_paste.at(token).pair;
            } else if (isScopeWord(token)) {
                readWord(token);
            } else if (!m_paste.isMark(token, u',')) {
                return;
            }
        }
    }

    bool readWord(int token)
    {
        m_rule.least = Shape::Structured;
        const PasteToken& word = m_paste.at(token);
        if (m_paste.isTaken(token) || !addItems(m_paste, {m_paste.mapped.mid(word.start, word.length)}, m_rule))
            return false;
        m_paste.take(token, token + 1);
        return true;
    }

    bool isScopeWord(int token) const
    {
        if (!m_paste.is(token, Kind::Word) || m_paste.isMark(token + 1, u'('))
            return false;
        const QStringView word = m_paste.textOf(token);
        return m_paste.shapes.of(word) >= Shape::Structured && !isProgramName(word);
    }

    /// In front of 'scope' stand many words with parts: top-level, module.exports.
    bool isAccessName(QStringView word) const
    {
        const bool hasParts = word.contains(u'_') || word.contains(u':') || word.contains(u'.');
        return hasParts && m_paste.shapes.of(word) >= Shape::Structured && namesAccess(word) && !isProgramName(word)
            && word != word.toString().toUpper();
    }

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_token;
    bool m_isPlural;
    ValueRule m_rule;
};

/// True for the last word of 'requires any of' where a bracket follows.
bool isAnyOf(const PasteText& paste, int token)
{
    static constexpr std::array<QStringView, 3> amounts{u"any", u"all", u"one"};
    static constexpr std::array<QStringView, 7> verbs{
        u"require", u"requires", u"required", u"requiring", u"need", u"needs", u"missing"};
    return paste.isMark(token + 1, u'[') && speaksBefore(paste, token) && paste.is(token - 1, Kind::Word)
        && isOneOf(paste.textOf(token - 1), amounts) && paste.is(token - 2, Kind::Word)
        && isOneOf(paste.textOf(token - 2), verbs);
}

} // namespace

void readNeighbours(PasteText& paste, int token)
{
    constexpr qsizetype longest = 11;
    const QStringView word = paste.textOf(token);
    if (word.size() > longest)
        return;
    const bool isScope = word.size() <= 8 && word.startsWith(u"scope", Qt::CaseInsensitive);
    if (isScope || word.startsWith(u"permissi", Qt::CaseInsensitive))
        NeighbourReader(paste, token).read();
    else if (word == u"of" && isAnyOf(paste, token))
        NeighbourReader(paste, token).readAnyOf();
}

} // namespace scopes
