#include "analysis/Announcement.h"

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

bool isEnvLine(const PasteText& paste, int keyToken)
{
    constexpr int mostPrefixes = 8;
    int first = keyToken;
    while (first > 0 && !paste.is(first - 1, Kind::Line)) {
        if (keyToken - --first > mostPrefixes)
            return false;
    }
    for (; first < keyToken; ++first) {
        const QStringView word = paste.textOf(first);
        if (word != u"export" && word != u"set" && word != u"ENV" && word != u"-" && word != u"-e" && word != u"--env"
            && word != u"#" && word != u"setx" && word != u"Environment" && !paste.isMark(first, u'='))
            return false;
    }
    return true;
}

/// Where the fragment behind a query begins, RFC 3986, section 3.5; -1 if there is none. #{name} is put in by a program.
qsizetype fragmentStart(QStringView value)
{
    const qsizetype at = value.indexOf(u'#');
    return at > 0 && !value.mid(at).startsWith(u"#{") ? at : -1;
}

/// Goes on in the strings that are joined to the one that ends at @p close, as far as the parameter's value goes.
void readConcatenated(PasteText& paste, int close, const ValueRule& rule, MappedText value)
{
    ValueRule joined = rule;
    while (close < paste.count()) {
        int next = paste.skipLines(close + 1);
        if (paste.is(next, Kind::Word)
            && (paste.textOf(next) == u"+" || paste.textOf(next) == u"." || paste.textOf(next) == u".."
                || paste.textOf(next) == u"\\"))
            next = paste.skipLines(next + 1);
        else if (paste.isMark(next, u'&'))
            ++next;
        else if (!paste.is(close + 1, Kind::Line) || value.size() == 0 || !paste.is(next, Kind::Open))
            break;
        if (!paste.is(next, Kind::Open) || paste.isTaken(next))
            break;
        const MappedText content = contentOf(paste, next);
        const qsizetype end = content.text().indexOf(u'&');
        if (content.text().contains(u'=') && (end < 0 || content.text().indexOf(u'=') < end))
            break;
        value.append(end < 0 ? content : content.mid(0, static_cast<int>(end)));
        if (end != 0) {
            joined.layers = {Layer::Quotes, Layer::Concatenation};
            paste.take(next, end < 0 ? paste.at(next).pair : next + 1);
        }
        if (end >= 0)
            break;
        close = paste.at(next).pair;
    }
    addList(paste, std::move(value), joined);
}

} // namespace

void readQueryValue(PasteText& paste, const Announcement& key, int keyToken)
{
    ValueRule rule;
    const bool isEnv = !key.isQuery && isEnvLine(paste, keyToken);
    rule.kind = isEnv ? PasteKind::EnvLine : kindOf(key);
    rule.isQuery = !isEnv;
    rule.least = key.strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    int end = key.value;
    bool mayBeBare = true;
    int depth = 0;
    for (int token = key.value; token < paste.count(); ++token) {
        const PasteToken& one = paste.at(token);
        depth += one.isMark(u'{') ? 1 : one.isMark(u'}') ? -1 : 0;
        const bool isSeparated = token > key.value && one.start != paste.at(token - 1).end();
        if (depth < 0 || one.kind == Kind::Line || one.kind == Kind::Close || (one.kind == Kind::Open && depth == 0)
            || (depth == 0 && (one.isMark(u'&') || one.isMark(u'<') || one.isMark(u'>') || one.isMark(u')') || one.isMark(u']'))))
            break;
        if (isSeparated && one.kind == Kind::Word && depth == 0) {
            const QStringView word = paste.textOf(token);
            if (word.startsWith(u'#') || word.startsWith(u"//") || word == u"HTTP/1.1" || paste.isMark(token + 1, u'='))
                break;
            const Shape shape = paste.shapes.of(word);
            mayBeBare = mayBeBare && (shape >= Shape::Structured || key.isQuery || isEnv || paste.is(keyToken - 1, Kind::Open));
            if (!mayBeBare && shape < Shape::Structured)
                break;
        }
        end = token + 1;
    }
    if (end == key.value) {
        if (paste.is(end, Kind::Close))
            readConcatenated(paste, end, rule, {});
        return;
    }
    if (end == key.value + 1 && !key.isQuery && keyStrength(paste.textOf(key.value)) == KeyStrength::Strict) // scope=scope
        return;
    const int start = paste.at(key.value).start;
    MappedText value = paste.mapped.mid(start, paste.at(end - 1).end() - start);
    paste.take(keyToken, end);
    if (value.text().startsWith(u'{') && value.text().endsWith(u'(')) // {Uri.EscapeDataString(" of C#: what follows is a string
        return;
    if (value.text().startsWith(u"${") || value.text().startsWith(u"#{") || value.text().startsWith(u'{')) {
        // What is put in may itself be written as strings.
        for (int token = key.value; token < end; ++token) {
            if (paste.is(token, Kind::Open))
                addList(paste, contentOf(paste, token), rule);
        }
    }
    if (const qsizetype fragment = rule.isQuery ? fragmentStart(value.text()) : -1; fragment >= 0)
        value = value.mid(0, static_cast<int>(fragment));
    if (paste.is(end, Kind::Close))
        return readConcatenated(paste, end, rule, std::move(value));
    addList(paste, std::move(value), rule);
}

} // namespace scopes
