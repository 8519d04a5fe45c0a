#include "analysis/ScopeExtractor.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;
using Form = ScopeList::Form;

/// A key that announces scopes, and where its value begins.
struct Announcement
{
    int value = -1; ///< first token of the value; -1: it is none
    KeyStrength strength = KeyStrength::None;
    bool isQuoted = false; ///< the key is a string of its own
    bool isTight = false; ///< key=value without a space
    bool isQuery = false; ///< behind ? or &
    bool isCall = false; ///< .scopes(
    char16_t separator = 0; ///< = or : or , or (
};

/// Reads what stands behind scope=, scopes:, "scope", and the like.
class ContextExtractor
{
public:
    explicit ContextExtractor(PasteText& text)
        : m_text(text)
    {
    }

    void run()
    {
        for (int token = 0; token < m_text.count(); ++token) {
            if (!m_text.is(token, Kind::Word) || m_text.isTaken(token))
                continue;
            const Announcement key = announcementAt(token);
            if (key.value >= 0)
                readValue(key, token);
            else
                readNeighbours(token);
        }
    }

private:
    Announcement announcementAt(int token) const;
    int separatorAt(int token, Announcement& key) const;
    void readValue(const Announcement& key, int keyToken);
    void readNeighbours(int token);
    void readQueryValue(const Announcement& key, int keyToken);
    void readConcatenated(int close, const ValueRule& rule, MappedText value);
    bool readExpression(const Announcement& key);
    bool readLines(const Announcement& key, int keyToken);
    void readUnquoted(const Announcement& key, int keyToken);
    bool endsExpression(int token, int depth, bool hasAny) const;
    bool isKeyString(int open) const;
    bool isPlainCall(int paren) const;
    bool isArgument(int open, int callDepth) const;
    bool goesOnAfterLine(int line, int first) const;
    bool isCodeLine(int token) const;
    bool isEnvLine(int keyToken) const;
    int lineEnd(int token) const;
    void collectBare(int token, int depth, const Announcement& key, std::vector<MappedText>& words) const;

    PasteText& m_text; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

/// The separator behind the key that ends before @p token; gives the token behind it, or -1.
int ContextExtractor::separatorAt(int token, Announcement& key) const
{
    if (key.isQuoted && m_text.isMark(token, u']')) // params['scope'] = ...
        ++token;
    if (m_text.isMark(token, u'?') && m_text.isMark(token + 1, u':')) // scope?: string
        ++token;
    if (m_text.is(token, Kind::Word) && m_text.textOf(token) == u"+" && m_text.isMark(token + 1, u'='))
        ++token;
    if (token >= m_text.count())
        return -1;
    const PasteToken& mark = m_text.at(token);
    if (mark.kind == Kind::Word && key.strength == KeyStrength::Strict
        && (m_text.textOf(token) == u":" || m_text.textOf(token) == u"."))
        return -1;
    if (mark.kind != Kind::Mark)
        return -1;
    key.separator = mark.unit;
    if (mark.unit == u':' && m_text.isMark(token + 1, u':'))
        return -1;
    if (mark.unit == u'=' || mark.unit == u':') {
        int next = token + 1;
        while (m_text.isMark(next, u'=') || m_text.isMark(next, u'>')) // => and := and ==
            ++next;
        return next;
    }
    if (mark.unit == u',' && key.isQuoted)
        return token + 1;
    if (mark.unit == u'(' && !key.isQuoted && mark.start == m_text.at(token - 1).end()) {
        key.isCall = true;
        return token + 1;
    }
    if ((mark.unit == u'|' && m_text.isMark(token + 1, u'|')) || (mark.unit == u'?' && m_text.isMark(token + 1, u'?'))) {
        key.separator = u'|';
        return token + 2;
    }
    if (mark.unit == u'[' && m_text.isMark(token + 1, u']') && m_text.isMark(token + 2, u'=')) // scopes[]=
        return token + 3;
    return -1;
}

Announcement ContextExtractor::announcementAt(int token) const
{
    Announcement key;
    const QStringView word = m_text.textOf(token);
    const QStringView identifier = lastIdentifier(word);
    key.strength = keyStrength(identifier);
    if (key.strength == KeyStrength::None)
        return {};
    int next = token + 1;
    if (m_text.is(next, Kind::Close)) {
        const int open = m_text.at(next).pair;
        key.isQuoted = open == token - 1;
        if (!key.isQuoted)
            return {};
        // "error": "missing_scope", ... is a value, no key.
        const int before = open - 1;
        if (m_text.isMark(next + 1, u',') && (m_text.isMark(before, u':') || m_text.isMark(before, u'=')))
            return {};
        ++next;
    }
    key.value = separatorAt(next, key);
    if (key.value < 0)
        return {};
    if (key.separator == u',' && !m_text.is(m_text.skipLines(key.value), Kind::Open) && !m_text.isMark(key.value, u'['))
        return {};
    key.isTight = key.separator == u'=' && m_text.areAdjacent(token, next) && !key.isQuoted;
    key.isQuery = key.isTight && token > 0 && m_text.areAdjacent(token - 1, token)
        && (m_text.isMark(token - 1, u'?') || m_text.isMark(token - 1, u'&'));
    return key;
}

int ContextExtractor::lineEnd(int token) const
{
    return token < m_text.count() ? m_text.lineEnds[static_cast<std::size_t>(token)] : m_text.count();
}

/// The kind that a key=value or key: value in quotes stands in, as far as the key alone tells.
PasteKind kindOf(const Announcement& key)
{
    if (key.isQuery)
        return PasteKind::AuthorizationUrl;
    return key.isQuoted && key.separator == u':' ? PasteKind::Json : PasteKind::CodeLiteral;
}

void ContextExtractor::readValue(const Announcement& key, int keyToken)
{
    const int value = key.value;
    if (value >= m_text.count())
        return;
    const PasteToken& first = m_text.at(value);
    const bool isAtOnce = key.isTight && first.start == m_text.at(value - 1).end();
    if (key.isTight && (isAtOnce || first.kind == Kind::Close)
        && (first.kind == Kind::Word || first.kind == Kind::Close || first.isMark(u'{'))
        && !(first.kind == Kind::Word && m_text.isMark(value + 1, u'(') && !m_text.textOf(value).contains(u'%') && !key.isQuery))
        return readQueryValue(key, keyToken);
    if (readLines(key, keyToken) || readExpression(key))
        return;
    readUnquoted(key, keyToken);
}

bool ContextExtractor::isEnvLine(int keyToken) const
{
    constexpr int mostPrefixes = 8;
    int first = keyToken;
    while (first > 0 && !m_text.is(first - 1, Kind::Line)) {
        if (keyToken - --first > mostPrefixes)
            return false;
    }
    for (; first < keyToken; ++first) {
        const QStringView word = m_text.textOf(first);
        if (word != u"export" && word != u"set" && word != u"ENV" && word != u"-" && word != u"-e" && word != u"--env"
            && word != u"#" && word != u"setx" && word != u"Environment" && !m_text.isMark(first, u'='))
            return false;
    }
    return true;
}

/// The value of name=value that is not in quotes of its own.
void ContextExtractor::readQueryValue(const Announcement& key, int keyToken)
{
    ValueRule rule;
    const bool isEnv = !key.isQuery && isEnvLine(keyToken);
    rule.kind = isEnv ? PasteKind::EnvLine : kindOf(key);
    rule.isQuery = !isEnv;
    rule.least = key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    int end = key.value;
    bool mayBeBare = true;
    int depth = 0;
    for (int token = key.value; token < m_text.count(); ++token) {
        const PasteToken& one = m_text.at(token);
        depth += one.isMark(u'{') ? 1 : one.isMark(u'}') ? -1 : 0;
        const bool isSeparated = token > key.value && one.start != m_text.at(token - 1).end();
        if (depth < 0 || one.kind == Kind::Line || one.kind == Kind::Close || (one.kind == Kind::Open && depth == 0)
            || (depth == 0 && (one.isMark(u'&') || one.isMark(u'<') || one.isMark(u'>') || one.isMark(u')') || one.isMark(u']'))))
            break;
        if (isSeparated && one.kind == Kind::Word && depth == 0) {
            const QStringView word = m_text.textOf(token);
            if (word.startsWith(u'#') || word.startsWith(u"//") || word == u"HTTP/1.1" || m_text.isMark(token + 1, u'='))
                break;
            const Shape shape = m_text.shapes.of(word);
            mayBeBare = mayBeBare && (shape >= Shape::Structured || key.isQuery || isEnv || m_text.is(keyToken - 1, Kind::Open));
            if (!mayBeBare && shape < Shape::Structured)
                break;
        }
        end = token + 1;
    }
    if (end == key.value) {
        if (m_text.is(end, Kind::Close))
            readConcatenated(end, rule, {});
        return;
    }
    const int start = m_text.at(key.value).start;
    MappedText value = m_text.mapped.mid(start, m_text.at(end - 1).end() - start);
    m_text.take(keyToken, end);
    if (value.text().startsWith(u"${") || value.text().startsWith(u"#{") || value.text().startsWith(u'{')) {
        // What is put in may itself be written as strings.
        for (int token = key.value; token < end; ++token) {
            if (m_text.is(token, Kind::Open))
                addList(m_text, contentOf(m_text, token), rule);
        }
    }
    if (m_text.is(end, Kind::Close))
        return readConcatenated(end, rule, std::move(value));
    addList(m_text, std::move(value), rule);
}

/// Goes on in the strings that are joined to the one that ends at @p close, as far as the parameter's value goes.
void ContextExtractor::readConcatenated(int close, const ValueRule& rule, MappedText value)
{
    ValueRule joined = rule;
    while (close < m_text.count()) {
        int next = m_text.skipLines(close + 1);
        if (m_text.is(next, Kind::Word)
            && (m_text.textOf(next) == u"+" || m_text.textOf(next) == u"." || m_text.textOf(next) == u".."
                || m_text.textOf(next) == u"\\"))
            next = m_text.skipLines(next + 1);
        else if (m_text.isMark(next, u'&'))
            ++next;
        else if (!m_text.is(close + 1, Kind::Line) || value.size() == 0 || !m_text.is(next, Kind::Open))
            break;
        if (!m_text.is(next, Kind::Open) || m_text.isTaken(next))
            break;
        const MappedText content = contentOf(m_text, next);
        const qsizetype end = content.text().indexOf(u'&');
        if (content.text().contains(u'=') && (end < 0 || content.text().indexOf(u'=') < end))
            break;
        value.append(end < 0 ? content : content.mid(0, static_cast<int>(end)));
        if (end != 0) {
            joined.layers = {Layer::Quotes, Layer::Concatenation};
            m_text.take(next, end < 0 ? m_text.at(next).pair : next + 1);
        }
        if (end >= 0)
            break;
        close = m_text.at(next).pair;
    }
    addList(m_text, std::move(value), joined);
}

/// True if the string is the name of a member: its value follows.
bool ContextExtractor::isKeyString(int open) const
{
    const int next = m_text.at(open).pair + 1;
    return m_text.isMark(next, u':') || (m_text.isMark(next, u'=') && m_text.isMark(next + 1, u'>'));
}

bool ContextExtractor::goesOnAfterLine(int line, int first) const
{
    if (line == first)
        return true;
    const int next = m_text.skipLines(line);
    if (next >= m_text.count())
        return false;
    const QStringView before = line > 0 ? m_text.textOf(line - 1) : QStringView();
    const QStringView after = m_text.textOf(next);
    return before == u"+" || before == u"\\" || before == u"." || before == u".." || before == u"=" || before == u"||"
        || after.startsWith(u'+') || after.startsWith(u'.') || after.startsWith(u"||")
        || (m_text.is(line - 1, Kind::Close) && m_text.is(next, Kind::Open) && m_text.at(next).unit != u'`');
}

bool ContextExtractor::endsExpression(int token, int depth, bool hasAny) const
{
    const PasteToken& one = m_text.at(token);
    if (one.kind == Kind::Close)
        return true;
    if (depth > 0)
        return false;
    return one.isMark(u';') || (one.isMark(u',') && hasAny) || (one.isMark(u'&') && hasAny);
}

/// True for a call whose arguments may be anything; not for those that make, join or encode lists.
bool ContextExtractor::isPlainCall(int paren) const
{
    if (!m_text.is(paren - 1, Kind::Word) || !m_text.areAdjacent(paren - 1, paren))
        return false;
    const QString name = lastIdentifier(m_text.textOf(paren - 1)).toString().toLower();
    static constexpr std::array<QStringView, 16> lists{u"list", u"set", u"array", u"join", u"implode", u"encode", u"quote", u"of",
        u"tuple", u"string", u"vec", u"concat", u"slice", u"collection", u"scope", u"arguments"};
    return !name.isEmpty() && std::none_of(lists.begin(), lists.end(), [&](QStringView list) { return name.contains(list); });
}

/// True if the string is rather the name of a setting or another argument than a scope.
bool ContextExtractor::isArgument(int open, int callDepth) const
{
    constexpr int longest = 200;
    const int start = m_text.at(open).end();
    const QStringView content = m_text.text.mid(start, qMin(m_text.at(m_text.at(open).pair).start - start, longest));
    const bool isSubscript = m_text.isMark(open - 1, u'[') && m_text.is(open - 2, Kind::Word)
        && m_text.areAdjacent(open - 2, open - 1) && m_text.isMark(m_text.at(open).pair + 1, u']')
        && !m_text.textOf(open - 2).endsWith(u"ARRAY") && !m_text.textOf(open - 2).endsWith(u'!');
    if (keyStrength(content) == KeyStrength::Strict || (isSubscript && m_text.shapes.of(content) < Shape::Known))
        return true;
    if (callDepth == 0)
        return false;
    const bool isConstant = content.contains(u'_') && content == content.toString().toUpper();
    return isConstant || !isPureList(m_text, content, Shape::Structured);
}

/// Unquoted words in brackets, as YAML and some configuration files have them.
void ContextExtractor::collectBare(int token, int depth, const Announcement& key, std::vector<MappedText>& words) const
{
    if (depth == 0 || key.isCall || !m_text.is(token, Kind::Word))
        return;
    const QStringView word = m_text.textOf(token);
    const bool isAlone = (m_text.isMark(token - 1, u'[') || m_text.isMark(token - 1, u',') || m_text.is(token - 1, Kind::Line)
                             || m_text.is(token - 1, Kind::Word))
        && (m_text.isMark(token + 1, u']') || m_text.isMark(token + 1, u',') || m_text.is(token + 1, Kind::Line)
            || m_text.is(token + 1, Kind::Word));
    if (!isAlone || isProgramName(word) || word == word.toString().toUpper())
        return;
    const Shape shape = m_text.shapes.of(word);
    if (shape >= Shape::Structured || (shape == Shape::Bare && key.separator == u':' && word[0].isLower()))
        words.push_back(m_text.mapped.mid(m_text.at(token).start, m_text.at(token).length));
}

/// The strings of an expression: a literal, several joined ones, a list, a map's values, arguments of calls.
bool ContextExtractor::readExpression(const Announcement& key)
{
    std::vector<MappedText> strings;
    std::vector<MappedText> bare;
    std::vector<Layer> layers;
    int depth = key.isCall ? 1 : 0;
    int most = depth;
    bool isJoined = false; // strings put together with an operator
    bool wasString = false;
    bool isBracket = false;
    int callDepth = 0; // of a call that could take any string; 0: within none
    int token = key.value;
    constexpr int mostWithoutString = 300;
    for (; token < m_text.count(); ++token) {
        if (strings.empty() && bare.empty() && token - key.value > mostWithoutString)
            return false;
        const PasteToken& one = m_text.at(token);
        if (endsExpression(token, depth, !strings.empty() || depth < most))
            break;
        if (one.kind == Kind::Line) {
            if (depth == 0 && !goesOnAfterLine(token, key.value))
                break;
        } else if (one.kind == Kind::Open) {
            const bool isMember = isKeyString(token) && depth > 0;
            const MappedText content = contentOf(m_text, token);
            // A member's name is no scope, but where it looks more like one than its value can.
            if (!isArgument(token, callDepth) && (!isMember || m_text.shapes.of(content.text()) >= Shape::Strong)) {
                isJoined = isJoined || wasString;
                strings.push_back(content);
            }
            if (isMember && m_text.shapes.of(content.text()) >= Shape::Strong) {
                const int value = m_text.skipLines(one.pair + 2);
                token = m_text.is(value, Kind::Open) ? m_text.at(value).pair : one.pair;
            } else {
                token = one.pair;
            }
            wasString = true;
            continue;
        } else if (one.kind == Kind::Mark) {
            const bool isOpening = one.unit == u'[' || one.unit == u'(' || one.unit == u'{';
            const bool isClosing = one.unit == u']' || one.unit == u')' || one.unit == u'}';
            if (isClosing && --depth < 0)
                break;
            if (isOpening)
                most = std::max(most, ++depth);
            if (one.unit == u'(' && callDepth == 0 && isPlainCall(token))
                callDepth = depth;
            else if (isClosing && depth < callDepth)
                callDepth = 0;
            if (key.isCall && one.unit == u'=' && m_text.isMark(token + 1, u'>') && strings.empty())
                return false; // a function is passed
            isBracket = isBracket || one.unit == u'[' || one.unit == u'{';
            wasString = wasString && one.unit == u'&';
        } else {
            const QStringView word = m_text.textOf(token);
            wasString = wasString && (word == u"+" || word == u"." || word == u".." || word == u"\\");
            if (depth == 0 && strings.empty() && most == 0 && !isProgramName(word) && m_text.shapes.of(word) >= Shape::Structured
                && !m_text.isMark(token + 1, u'(') && !m_text.isMark(token + 1, u'[') && !isCodeLine(token))
                return false;
            collectBare(token, depth, key, bare);
        }
        if (strings.empty() && depth == 0 && one.kind == Kind::Word && key.separator == u':' && lineEnd(token) == token + 1
            && !m_text.isMark(token - 1, u'='))
            return false;
    }
    if (isBracket && strings.empty())
        strings = std::move(bare);
    if (strings.empty())
        return false;
    ValueRule rule;
    rule.kind = kindOf(key);
    rule.least = key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    rule.layers = {Layer::Quotes};
    if (isBracket)
        rule.layers.push_back(Layer::Brackets);
    m_text.take(key.value, token);
    if (!isJoined) {
        addItems(m_text, strings, rule);
        return true;
    }
    rule.layers.push_back(Layer::Concatenation);
    MappedText value;
    for (const MappedText& one : strings)
        value.append(one);
    addList(m_text, std::move(value), rule);
    return true;
}

/// True if the line of @p token looks like a program's: then its bare words are names of variables.
bool ContextExtractor::isCodeLine(int token) const
{
    const int end = lineEnd(token);
    if (m_text.isMark(end - 1, u';') || m_text.isMark(end - 1, u'{'))
        return true;
    for (int i = token; i < qMin(end, token + 40); ++i) {
        if (m_text.isMark(i, u'('))
            return m_text.is(i - 1, Kind::Word) && m_text.areAdjacent(i - 1, i);
    }
    return false;
}

/// A YAML block below the key: '- item' lines, or lines of a folded or literal text.
bool ContextExtractor::readLines(const Announcement& key, int keyToken)
{
    if (key.separator != u':' || key.isCall)
        return false;
    int token = key.value;
    const QStringView sign = m_text.is(token, Kind::Word) ? m_text.textOf(token) : QStringView();
    const bool isBlock = m_text.isMark(token, u'|') || m_text.isMark(token, u'>');
    if (isBlock) {
        ++token;
        if (m_text.is(token, Kind::Word) && m_text.textOf(token) == u"-")
            ++token;
    }
    if (!m_text.is(token, Kind::Line) || (!sign.isEmpty() && !isBlock))
        return false;
    std::vector<MappedText> items;
    int line = m_text.skipLines(token);
    const int first = line;
    while (line < m_text.count()) {
        const int end = lineEnd(line);
        const QStringView bullet = m_text.textOf(line);
        const bool isItem = bullet == u"-" || bullet == u"*" || bullet == u"•" || bullet == u"+";
        if (!isItem && (!isBlock || m_text.isMark(line + 1, u':')))
            break;
        const int from = isItem ? line + 1 : line;
        if (from < end) {
            int to = end;
            if (m_text.is(from, Kind::Open)) {
                items.push_back(contentOf(m_text, from));
            } else {
                if (isItem && !isBlock)
                    to = from + 1;
                const int start = m_text.at(from).start;
                items.push_back(m_text.mapped.mid(start, m_text.at(to - 1).end() - start));
            }
        }
        line = m_text.skipLines(end);
    }
    if (items.empty())
        return false;
    ValueRule rule;
    rule.kind = PasteKind::Yaml;
    rule.least = key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    if (!addItems(m_text, items, rule))
        return false;
    m_text.take(keyToken, first);
    m_text.take(first, line);
    return true;
}

/// Plain words up to the end of the line or sentence.
void ContextExtractor::readUnquoted(const Announcement& key, int keyToken)
{
    if (key.isCall || key.separator == u',' || key.separator == u'|' || isCodeLine(key.value))
        return;
    int end = key.value;
    bool isSure = true;
    for (int token = key.value; token < m_text.count(); ++token) {
        const PasteToken& one = m_text.at(token);
        if (one.kind == Kind::Line && token == key.value)
            continue;
        if (one.kind == Kind::Line || one.kind == Kind::Close || one.isMark(u'|') || one.isMark(u';') || one.isMark(u'}')
            || one.isMark(u'<') || one.isMark(u'='))
            break;
        if (one.kind == Kind::Word) {
            const QStringView word = m_text.textOf(token);
            if (word.startsWith(u"//") || word == u"#")
                break;
            if (isProgramName(word))
                return;
            isSure = isSure && !isSentenceWord(word) && m_text.shapes.of(word) != Shape::None && !word.endsWith(u'.');
        }
        end = token + 1;
    }
    if (end <= key.value)
        return;
    ValueRule rule;
    rule.kind = key.separator == u':' ? PasteKind::Yaml : PasteKind::EnvLine;
    const int first = m_text.skipLines(key.value);
    const bool isVariable = m_text.isMark(end - 1, u',') || m_text.textOf(first).endsWith(u')');
    const bool isConstant = m_text.textOf(first) == m_text.textOf(first).toString().toUpper();
    rule.least = isSure && !isVariable && !isConstant && key.strength == KeyStrength::Strict && keyToken + 2 == first
        ? Shape::Bare
        : Shape::Structured;
    const int start = m_text.at(key.value).start;
    if (addList(m_text, m_text.mapped.mid(start, m_text.at(end - 1).end() - start), rule))
        m_text.take(keyToken, end);
}

/// 'the `repo` scope' and 'scope video.list': words beside the word scope, without a mark between.
void ContextExtractor::readNeighbours(int token)
{
    const QStringView word = m_text.textOf(token);
    const QString lower = word.left(8).toString().toLower();
    if (word.size() > 8 || (!lower.startsWith(u"scope") && !lower.startsWith(u"permissi")))
        return;
    ValueRule rule;
    rule.form = Form::Mention;
    rule.kind = PasteKind::ErrorText;
    const auto readString = [&](int open, Shape least) {
        const MappedText content = contentOf(m_text, open);
        rule.least = least;
        if (content.text().contains(u' ') || m_text.isTaken(open + 1) || m_text.shapes.of(content.text()) < least)
            return;
        if (addItems(m_text, {content}, rule))
            m_text.take(open, m_text.at(open).pair + 1);
    };
    if (m_text.is(token - 1, Kind::Close) && m_text.at(token - 1).start < m_text.at(token).start)
        readString(m_text.at(token - 1).pair, m_text.at(token - 1).unit == u'`' ? Shape::Bare : Shape::Structured);
    if (m_text.is(token + 1, Kind::Open))
        readString(token + 1, Shape::Structured);
    if (m_text.is(token + 1, Kind::Word) && m_text.shapes.of(m_text.textOf(token + 1)) >= Shape::Structured
        && !isProgramName(m_text.textOf(token + 1)) && !m_text.isMark(token + 2, u'(')) {
        rule.least = Shape::Structured;
        const PasteToken& next = m_text.at(token + 1);
        if (addItems(m_text, {m_text.mapped.mid(next.start, next.length)}, rule))
            m_text.take(token + 1, token + 2);
    }
}

} // namespace

void extractFromContext(PasteText& paste)
{
    ContextExtractor(paste).run();
}

} // namespace scopes
