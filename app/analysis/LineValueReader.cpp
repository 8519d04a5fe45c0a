#include "analysis/Announcement.h"
#include "analysis/PlainWords.h"

namespace scopes {

using Kind = PasteToken::Kind;

namespace {

/// True for the brace of an object behind a value: 'missing scope: video.list {"user":42}'.
bool isNextObject(const PasteText& paste, int value, int token)
{
    return token > value && paste.isMark(token, u'{') && !paste.areAdjacent(token - 1, token);
}

/// True for a word with a full stop behind it, where another sentence or nothing follows: 'Invalid scopes: a_b, c_d. This
/// message…'.
bool endsSentence(const PasteText& paste, int token)
{
    const QStringView word = paste.textOf(token);
    return word.size() > 2 && word.endsWith(u'.') && !word.endsWith(u"..")
        && (token + 1 >= paste.count() || paste.is(token + 1, Kind::Line)
            || (paste.is(token + 1, Kind::Word) && paste.textOf(token + 1)[0].isUpper()));
}

/// How many units the token's line is indented by.
int indentOf(const PasteText& paste, int token)
{
    int start = paste.at(token).start;
    int indent = 0;
    while (start > 0 && paste.text[start - 1] != u'\n' && paste.text[start - 1] != u'\r')
        indent = paste.text[--start].isSpace() ? indent + 1 : 0;
    return indent;
}

/// Lines of the form 'name: what it is for' below the key, as OpenAPI has them: OpenAPI 3.1, section 4.8.29.
bool readDescribedNames(PasteText& paste, const Announcement& key, int keyToken, int line)
{
    const int indent = indentOf(paste, keyToken);
    std::vector<MappedText> names;
    const int first = line;
    for (; line < paste.count() && indentOf(paste, line) > indent; line = paste.skipLines(lineEnd(paste, line))) {
        const bool isQuoted = paste.is(line, Kind::Open);
        const int colon = isQuoted ? paste.at(line).pair + 1 : line + 1;
        if ((!isQuoted && !paste.is(line, Kind::Word)) || !paste.isMark(colon, u':') || colon + 1 >= lineEnd(paste, line))
            return false;
        const int value = colon + 1;
        const PasteToken& last = paste.at(lineEnd(paste, line) - 1);
        const int start = paste.at(value).start;
        const bool isWord = colon + 2 == lineEnd(paste, line);
        if (isPureList(paste, paste.text.mid(start, last.end() - start), Shape::Structured)
            || (isWord && key.strength == KeyStrength::Weak)) // permissions: {contents: read} grants, and describes nothing
            return false;
        const PasteToken& name = paste.at(line);
        names.push_back(isQuoted ? contentOf(paste, line) : paste.mapped.mid(name.start, name.length));
    }
    ValueRule rule;
    rule.kind = PasteKind::Yaml;
    rule.form = ScopeList::Form::Mention;
    rule.least = key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    if (names.empty() || !addItems(paste, names, rule))
        return false;
    paste.take(keyToken, first);
    paste.take(first, line);
    return true;
}

} // namespace

/// '- item' lines, or lines of a folded or literal text.
bool readLines(PasteText& paste, const Announcement& key, int keyToken)
{
    if (key.separator != u':' || key.isCall)
        return false;
    int token = key.value;
    const QStringView sign = paste.is(token, Kind::Word) ? paste.textOf(token) : QStringView();
    const bool isBlock = paste.isMark(token, u'|') || paste.isMark(token, u'>');
    if (isBlock) {
        ++token;
        if (paste.is(token, Kind::Word) && paste.textOf(token) == u"-")
            ++token;
    }
    if (!paste.is(token, Kind::Line) || (!sign.isEmpty() && !isBlock))
        return false;
    std::vector<MappedText> items;
    int line = paste.skipLines(token);
    if (!isBlock && line < paste.count() && readDescribedNames(paste, key, keyToken, line))
        return true;
    const int first = line;
    while (line < paste.count()) {
        const int end = lineEnd(paste, line);
        const QStringView bullet = paste.textOf(line);
        const bool isItem = bullet == u"-" || bullet == u"*" || bullet == u"•" || bullet == u"+";
        if (!isItem && (!isBlock || paste.isMark(line + 1, u':')))
            break;
        const int from = isItem ? line + 1 : line;
        if (from < end) {
            int to = end;
            if (paste.is(from, Kind::Open)) {
                items.push_back(contentOf(paste, from));
            } else {
                if (isItem && !isBlock)
                    to = from + 1;
                const int start = paste.at(from).start;
                items.push_back(paste.mapped.mid(start, paste.at(to - 1).end() - start));
            }
        }
        line = paste.skipLines(end);
    }
    if (items.empty())
        return false;
    ValueRule rule;
    rule.kind = PasteKind::Yaml;
    rule.least = key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    if (!addItems(paste, items, rule))
        return false;
    paste.take(keyToken, first);
    paste.take(first, line);
    return true;
}

void readUnquoted(PasteText& paste, const Announcement& key, int keyToken)
{
    if (key.isCall || key.separator == u',' || key.separator == u'|' || isCodeLine(paste, key.value))
        return;
    if (key.value < paste.emptyUntil || (key.strength == KeyStrength::Weak && key.value < paste.weakEmptyUntil))
        return;
    int end = key.value;
    int lastSentenceWord = key.value;
    bool isSure = true;
    for (int token = key.value; token < paste.count(); ++token) {
        const PasteToken& one = paste.at(token);
        if (one.kind == Kind::Line && token == key.value)
            continue;
        if (one.kind == Kind::Line || one.kind == Kind::Close || one.isMark(u'|') || one.isMark(u';') || one.isMark(u'}')
            || one.isMark(u'<') || one.isMark(u'=') || (key.isQuery && one.isMark(u'&')) || isNextObject(paste, key.value, token))
            break;
        if (one.kind == Kind::Word) {
            const QStringView word = paste.textOf(token);
            if (word.startsWith(u"//") || word == u"#")
                break;
            const bool isDefaulted = paste.isMark(token - 1, u'{') && paste.isMark(token + 1, u':'); // ${NAME:-default}
            if (isProgramName(word) && !isDefaulted) {
                paste.emptyUntil = token + 1;
                return;
            }
            lastSentenceWord = isSentenceWord(word) ? token : lastSentenceWord;
            const bool isEnd = endsSentence(paste, token);
            const QStringView name = isEnd ? word.chopped(1) : word;
            isSure = isSure && !isSentenceWord(name) && paste.shapes.of(name) != Shape::None && !name.endsWith(u'.');
            if (isEnd) {
                end = token + 1;
                break;
            }
        }
        end = token + 1;
    }
    if (end <= key.value)
        return;
    ValueRule rule;
    rule.kind = key.separator == u':' ? PasteKind::Yaml : PasteKind::EnvLine;
    const int first = paste.skipLines(key.value);
    const bool isVariable = paste.isMark(end - 1, u',') || paste.textOf(first).endsWith(u')');
    const bool isConstant = paste.textOf(first) == paste.textOf(first).toString().toUpper();
    rule.least = isSure && !isVariable && !isConstant && key.strength == KeyStrength::Strict
            && (keyToken + 2 == first || (key.isSaid && key.value == first))
        ? Shape::Bare
        : Shape::Structured;
    const int start = paste.at(key.value).start;
    if (addList(paste, paste.mapped.mid(start, paste.at(end - 1).end() - start), rule)) {
        paste.take(keyToken, end);
        return;
    }
    paste.emptyUntil = lastSentenceWord;
    if (rule.least == Shape::Structured)
        paste.weakEmptyUntil = end;
}

} // namespace scopes
