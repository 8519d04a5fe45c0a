#include "analysis/Announcement.h"
#include "analysis/OneOfChars.h"
#include "analysis/PlainWords.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// Reads the strings of an expression: a literal, several joined ones, a list, a map's values, arguments of calls.
class ExpressionReader
{
public:
    ExpressionReader(PasteText& paste, const Announcement& key)
        : m_paste(paste)
        , m_key(key)
        , m_depth(key.isCall ? 1 : 0)
        , m_most(m_depth)
    {
    }

    bool read()
    {
        constexpr int mostWithoutString = 300;
        int token = m_key.value;
        if (m_paste.nextOpener(token) - token > mostWithoutString)
            return false;
        for (; token < m_paste.count(); ++token) {
            if (m_strings.empty() && m_bare.empty() && token - m_key.value > mostWithoutString)
                return false;
            if (const int comment = commentEnd(token); comment > token) {
                token = comment - 1;
                continue;
            }
            if (endsExpression(token))
                break;
            const Step step = take(token);
            if (step == Step::NoExpression)
                return false;
            if (step == Step::End)
                break;
        }
        return addStrings(token);
    }

private:
    enum class Step { GoOn, End, NoExpression };

    /// Takes a token; behind a string @p token is its end.
    Step take(int& token)
    {
        switch (m_paste.at(token).kind) {
        case Kind::Line:
            return m_depth == 0 && !goesOnAfterLine(token) ? Step::End : Step::GoOn;
        case Kind::Open:
            takeString(token);
            return Step::GoOn;
        case Kind::Mark:
            return takeMark(token);
        default:
            return takeWord(token);
        }
    }

    /// The end of the comment that begins at @p token within a list; @p token if none begins there. What is commented out
    /// is not requested.
    int commentEnd(int token) const
    {
        if (m_depth == 0 || !m_paste.is(token, Kind::Word))
            return token;
        const QStringView word = m_paste.textOf(token);
        const bool isBehindItem = m_paste.is(token - 1, Kind::Line) || m_paste.isMark(token - 1, u',')
            || m_paste.isMark(token - 1, u'[') || m_paste.isMark(token - 1, u'{') || m_paste.is(token - 1, Kind::Close);
        const bool isHash = word[0] == u'#' && !m_paste.isMark(token + 1, u'{');
        const bool isComment = isHash || word.startsWith(u"//") || word == u"--";
        return isComment && isBehindItem && lineEnd(m_paste, token) < m_paste.count() ? lineEnd(m_paste, token) : token;
    }

    void takeString(int& token)
    {
        const PasteToken& one = m_paste.at(token);
        const bool isMember = isKeyString(token) && m_depth > 0;
        MappedText content = contentOf(m_paste, token);
        // A member's name is no scope, but where it looks more like one than its value can.
        const bool isStrongMember = isMember && (m_paste.shapes.of(content.text()) >= Shape::Strong || isDescribed(token));
        if (!isArgument(token) && (!isMember || isStrongMember)) {
            m_isJoined = m_isJoined || m_wasString;
            m_strings.push_back(std::move(content));
        }
        const int value = isStrongMember ? m_paste.skipLines(one.pair + (m_paste.isMark(one.pair + 1, u'=') ? 3 : 2)) : -1;
        token = m_paste.is(value, Kind::Open) ? m_paste.at(value).pair : one.pair;
        m_wasString = true;
    }

    Step takeMark(int token)
    {
        const char16_t unit = m_paste.at(token).unit;
        const bool isOpening = unit == u'[' || unit == u'(' || unit == u'{';
        const bool isClosing = unit == u']' || unit == u')' || unit == u'}';
        if (isClosing && --m_depth < 0)
            return Step::End;
        if (isOpening)
            m_most = std::max(m_most, ++m_depth);
        if (unit == u'(' && m_callDepth == 0 && isPlainCall(token))
            m_callDepth = m_depth;
        else if (isClosing && m_depth < m_callDepth)
            m_callDepth = 0;
        if (m_key.isCall && unit == u'=' && m_paste.isMark(token + 1, u'>') && m_strings.empty())
            return Step::NoExpression; // a function is passed
        m_isBracket = m_isBracket || unit == u'[' || unit == u'{' || startsWordList(m_paste, token - 1);
        m_wasString = m_wasString && unit == u'&';
        return Step::GoOn;
    }

    Step takeWord(int token)
    {
        const QStringView word = m_paste.textOf(token);
        if (endsBehind(token))
            return Step::End;
        m_wasString = m_wasString && (word == u"+" || word == u"." || word == u".." || word == u"\\");
        if (m_depth == 0 && m_strings.empty() && m_most == 0 && m_paste.shapes.of(word) >= Shape::Structured
            && !m_paste.isMark(token + 1, u'(') && !m_paste.isMark(token + 1, u'[') && !isProgramName(word)
            && !isCodeLine(m_paste, token))
            return Step::NoExpression;
        if (startsWordList(m_paste, token))
            m_wordList = token;
        collectBare(token);
        const bool endsItsLine = lineEnd(m_paste, token) == token + 1;
        if (m_strings.empty() && m_depth == 0 && m_key.separator == u':' && endsItsLine && !m_paste.isMark(token - 1, u'='))
            return Step::NoExpression;
        return Step::GoOn;
    }

    /// What was read up to @p end becomes a list.
    bool addStrings(int end)
    {
        // What joins the words of %w[...] is no scope.
        if (m_isBracket && (m_strings.empty() || (!m_bare.empty() && std::none_of(m_strings.begin(), m_strings.end(), hasName))))
            m_strings = std::move(m_bare);
        if (m_strings.empty())
            return false;
        ValueRule rule;
        rule.kind = kindOf(m_key);
        rule.least = m_key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
        // Behind 'permissions' stand other things than scopes as well, but not where the whole string is a list of them.
        const auto isList = [&](const MappedText& string) {
            return hasOneOfChars(string.text(), u", ") && isPureList(m_paste, string.text(), Shape::Structured);
        };
        if (rule.least > Shape::Bare && std::all_of(m_strings.begin(), m_strings.end(), isList))
            rule.least = Shape::Bare;
        rule.layers = {Layer::Quotes};
        if (m_isBracket)
            rule.layers.push_back(Layer::Brackets);
        m_paste.take(m_key.value, end);
        if (!m_isJoined) {
            addItems(m_paste, m_strings, rule);
            return true;
        }
        rule.layers.push_back(Layer::Concatenation);
        MappedText value;
        for (const MappedText& one : m_strings)
            value.append(one);
        addList(m_paste, std::move(value), rule);
        return true;
    }

    static bool hasName(const MappedText& string)
    {
        const QStringView text = string.text();
        return std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.isLetter(); });
    }

    /// True if the string is the name of a member: its value follows.
    bool isKeyString(int open) const
    {
        const int next = m_paste.at(open).pair + 1;
        return m_paste.isMark(next, u':') || (m_paste.isMark(next, u'=') && m_paste.isMark(next + 1, u'>'));
    }

    /// True if the value of the member is a description: "me": "Read information about the user".
    bool isDescribed(int open) const
    {
        const int next = m_paste.at(open).pair + 1;
        const int value = m_paste.skipLines(next + (m_paste.isMark(next, u'=') ? 2 : 1));
        if (!m_paste.is(value, Kind::Open))
            return false;
        const MappedText content = contentOf(m_paste, value);
        return content.text().contains(u' ') && !isPureList(m_paste, content.text(), Shape::Structured);
    }

    /// True for a word behind a whole value that does not go on with it: ARRAY['video.list'] WHERE, scope="a" error="b".
    bool endsBehind(int token) const
    {
        if (m_depth > 0 || m_strings.empty())
            return false;
        const QStringView word = m_paste.textOf(token);
        static constexpr std::array<QStringView, 6> operators{u"if", u"else", u"or", u"and", u"unless", u"as"};
        return word[0].isLetter() && !isOneOf(word, operators) && !m_paste.is(token + 1, Kind::Open)
            && !m_paste.isMark(token + 1, u'(') && !m_paste.isMark(token + 1, u'[');
    }

    bool goesOnAfterLine(int line) const
    {
        if (line == m_key.value)
            return true;
        const int next = m_paste.skipLines(line);
        if (next >= m_paste.count())
            return false;
        const QStringView before = line > 0 ? m_paste.textOf(line - 1) : QStringView();
        const QStringView after = m_paste.textOf(next);
        return before == u"+" || before == u"\\" || before == u"." || before == u".." || before == u"=" || before == u"||"
            || after.startsWith(u'+') || after.startsWith(u'.') || after.startsWith(u"||")
            || (m_paste.is(line - 1, Kind::Close) && m_paste.is(next, Kind::Open) && m_paste.at(next).unit != u'`'
                && !isKeyString(next));
    }

    bool endsExpression(int token) const
    {
        const PasteToken& one = m_paste.at(token);
        if (one.kind == Kind::Close)
            return true;
        if (m_depth > 0)
            return false;
        const bool hasAny = !m_strings.empty() || m_depth < m_most;
        return one.isMark(u';') || (one.isMark(u',') && hasAny && !goesOnBehindComma(token)) || (one.isMark(u'&') && hasAny);
    }

    /// True for the strings of a sentence or log: Token scopes: 'gist', 'read:org'.
    bool goesOnBehindComma(int comma) const
    {
        const int next = comma + 1;
        if (m_key.separator != u':' || m_key.isQuoted || m_key.isCall || m_most > 0 || !m_paste.is(next, Kind::Open)
            || m_paste.at(next).unit == u'`' || isKeyString(next))
            return false;
        const MappedText content = contentOf(m_paste, next);
        return !content.text().contains(u' ') && m_paste.shapes.of(content.text()) >= Shape::Bare;
    }

    /// True for a call whose arguments may be anything; not for those that make, join or encode lists.
    bool isPlainCall(int paren) const
    {
        if (!m_paste.is(paren - 1, Kind::Word) || !m_paste.areAdjacent(paren - 1, paren) || startsWordList(m_paste, paren - 1))
            return false;
        const QString name = lastIdentifier(m_paste.textOf(paren - 1)).toString().toLower();
        static constexpr std::array<QStringView, 16> lists{u"list", u"set", u"array", u"join", u"implode", u"encode", u"quote",
            u"of", u"tuple", u"string", u"vec", u"concat", u"slice", u"collection", u"scope", u"arguments"};
        return !name.isEmpty() && std::none_of(lists.begin(), lists.end(), [&](QStringView list) { return name.contains(list); });
    }

    /// True if the string is rather the name of a setting or another argument than a scope.
    bool isArgument(int open) const
    {
        constexpr int longest = 200;
        const int start = m_paste.at(open).end();
        const QStringView content = m_paste.text.mid(start, qMin(m_paste.at(m_paste.at(open).pair).start - start, longest));
        const bool isSubscript = m_paste.isMark(open - 1, u'[') && m_paste.is(open - 2, Kind::Word)
            && m_paste.areAdjacent(open - 2, open - 1) && m_paste.isMark(m_paste.at(open).pair + 1, u']')
            && !m_paste.textOf(open - 2).endsWith(u"ARRAY") && !m_paste.textOf(open - 2).endsWith(u'!');
        if (keyStrength(content) == KeyStrength::Strict || (isSubscript && m_paste.shapes.of(content) < Shape::Known))
            return true;
        if (m_callDepth == 0)
            return false;
        const bool isConstant = content.contains(u'_') && content == content.toString().toUpper();
        return isConstant || !isPureList(m_paste, content, Shape::Structured);
    }

    /// Unquoted words in brackets, as YAML and some configuration files have them.
    void collectBare(int token)
    {
        if (m_depth == 0 || m_key.isCall || !m_paste.is(token, Kind::Word))
            return;
        const QStringView word = m_paste.textOf(token);
        if (isSymbol(m_paste, token)) {
            m_bare.push_back(m_paste.mapped.mid(m_paste.at(token).start + 1, m_paste.at(token).length - 1));
            return;
        }
        const bool isFirst = m_wordList >= 0 && token == m_wordList + 2;
        const bool isAlone = (isFirst || m_paste.isMark(token - 1, u'[') || m_paste.isMark(token - 1, u',')
                                 || m_paste.is(token - 1, Kind::Line) || m_paste.is(token - 1, Kind::Word))
            && (m_paste.isMark(token + 1, u']') || m_paste.isMark(token + 1, u',') || m_paste.is(token + 1, Kind::Line)
                || m_paste.is(token + 1, Kind::Word) || (m_wordList >= 0 && m_paste.is(token + 1, Kind::Mark)));
        if (!isAlone || isProgramName(word) || word == word.toString().toUpper())
            return;
        const Shape shape = m_paste.shapes.of(word);
        if (shape >= Shape::Structured
            || (shape == Shape::Bare && (m_key.separator == u':' || m_wordList >= 0) && word[0].isLower()))
            m_bare.push_back(m_paste.mapped.mid(m_paste.at(token).start, m_paste.at(token).length));
    }

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const Announcement& m_key; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<MappedText> m_strings;
    std::vector<MappedText> m_bare; ///< words without quotation marks in brackets
    int m_depth;
    int m_most; ///< the greatest depth so far
    int m_callDepth = 0; ///< of a call that could take any string; 0: within none
    int m_wordList = -1; ///< the %w of %w[...]
    bool m_isJoined = false; ///< strings put together with an operator
    bool m_wasString = false;
    bool m_isBracket = false;
};

} // namespace

bool readExpression(PasteText& paste, const Announcement& key)
{
    return ExpressionReader(paste, key).read();
}

} // namespace scopes
