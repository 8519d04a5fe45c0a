#include "analysis/Announcement.h"

#include "analysis/PlainWords.h"

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// The separator behind the key that ends before @p token; gives the token behind it, or -1.
int separatorAt(const PasteText& paste, int token, Announcement& key)
{
    if (key.isQuoted && paste.isMark(token, u']')) // params['scope'] = ...
        ++token;
    if (paste.isMark(token, u'?') && paste.isMark(token + 1, u':')) // scope?: string
        ++token;
    if (paste.is(token, Kind::Word) && paste.textOf(token) == u"+" && paste.isMark(token + 1, u'='))
        ++token;
    if (token >= paste.count())
        return -1;
    const PasteToken& mark = paste.at(token);
    if (mark.kind == Kind::Word && key.strength == KeyStrength::Strict
        && (paste.textOf(token) == u":" || paste.textOf(token) == u"."))
        return -1;
    if (mark.kind != Kind::Mark)
        return -1;
    key.separator = mark.unit;
    if (mark.unit == u':' && paste.isMark(token + 1, u':'))
        return -1;
    if (mark.unit == u'=' || mark.unit == u':') {
        int next = token + 1;
        while (paste.isMark(next, u'=') || paste.isMark(next, u'>')) // => and := and ==
            ++next;
        return next;
    }
    if (mark.unit == u',' && key.isQuoted)
        return token + 1;
    if (mark.unit == u'(' && !key.isQuoted && mark.start == paste.at(token - 1).end()) {
        key.isCall = true;
        return token + 1;
    }
    if ((mark.unit == u'|' && paste.isMark(token + 1, u'|')) || (mark.unit == u'?' && paste.isMark(token + 1, u'?'))) {
        key.separator = u'|';
        return token + 2;
    }
    // scopes[]=, scopes[0]=
    const int close = paste.is(token + 1, Kind::Word) && paste.textOf(token + 1).size() < 3 ? token + 2 : token + 1;
    if (mark.unit == u'[' && paste.isMark(close, u']') && paste.isMark(close + 1, u'=') && !paste.isMark(close + 2, u'='))
        return close + 2;
    return -1;
}

/// True for the second word of 'Scopes needed:' and 'scopes required:'.
bool isSaidOfScopes(const PasteText& paste, int token)
{
    static constexpr std::array<QStringView, 8> words{
        u"needed", u"required", u"requested", u"granted", u"missing", u"used", u"approved", u"allowed"};
    return paste.is(token, Kind::Word) && paste.isMark(token + 1, u':') && paste.areAdjacent(token, token + 1)
        && isOneOf(paste.textOf(token), words);
}

/// True for the name of an element whose content is the value: <scopes>Api</scopes>.
bool isElement(const PasteText& paste, int token, Announcement& key)
{
    if (key.strength != KeyStrength::Strict || !paste.isMark(token - 1, u'<') || !paste.isMark(token + 1, u'>')
        || !paste.areAdjacent(token - 1, token) || !paste.areAdjacent(token, token + 1) || !paste.is(token + 2, Kind::Word))
        return false;
    // <scope>test</scope> of a build file is another thing.
    if (!paste.textOf(token).endsWith(u's') && paste.shapes.of(paste.textOf(token + 2)) < Shape::Structured)
        return false;
    key.separator = u'>';
    return true;
}

/// True for the name of a variable of the environment that a line of a settings file or a command sets.
bool isVariable(const PasteText& paste, int token, const Announcement& key)
{
    const QStringView name = paste.textOf(token);
    if (name.startsWith(u"$env:", Qt::CaseInsensitive))
        return true;
    if (!key.isTight || name != name.toString().toUpper())
        return false;
    if (token == 0 || paste.is(token - 1, Kind::Line))
        return true;
    const QStringView before = paste.textOf(token - 1);
    static constexpr std::array<QStringView, 6> setters{u"export", u"set", u"setx", u"ENV", u"-e", u"--env"};
    return isOneOf(before, setters) || before.endsWith(u":set");
}

} // namespace

Announcement announcementAt(const PasteText& paste, int token)
{
    Announcement key;
    const QStringView word = paste.textOf(token);
    const QStringView identifier = lastIdentifier(word);
    key.strength = keyStrength(identifier);
    if (key.strength == KeyStrength::None)
        return {};
    int next = token + 1;
    if (paste.is(next, Kind::Close)) {
        const int open = paste.at(next).pair;
        key.isQuoted = open == token - 1;
        if (!key.isQuoted)
            return {};
        // "error": "missing_scope", ... is a value, no key.
        const int before = open - 1;
        if (paste.isMark(next + 1, u',') && (paste.isMark(before, u':') || paste.isMark(before, u'=')))
            return {};
        ++next;
    }
    key.isSaid = next == token + 1 && key.strength == KeyStrength::Strict && isSaidOfScopes(paste, next);
    next += key.isSaid ? 1 : 0;
    key.value = isElement(paste, token, key) ? token + 2 : separatorAt(paste, next, key);
    if (key.value < 0)
        return {};
    if (key.separator == u',' && !paste.is(paste.skipLines(key.value), Kind::Open) && !paste.isMark(key.value, u'['))
        return {};
    const bool isIndexed = key.separator == u'[' && paste.areAdjacent(key.value - 2, key.value - 1); // scope[]=
    key.isTight = (key.separator == u'=' || isIndexed) && paste.areAdjacent(token, next) && !key.isQuoted;
    key.isVariable = isVariable(paste, token, key);
    key.isQuery = key.isTight && token > 0 && paste.areAdjacent(token - 1, token)
        && (paste.isMark(token - 1, u'?') || paste.isMark(token - 1, u'&'));
    return key;
}

int lineEnd(const PasteText& paste, int token)
{
    return token < paste.count() ? paste.lineEnds[static_cast<std::size_t>(token)] : paste.count();
}

PasteKind kindOf(const Announcement& key)
{
    if (key.isQuery)
        return PasteKind::AuthorizationUrl;
    if (key.isVariable)
        return PasteKind::EnvLine;
    return key.isQuoted && key.separator == u':' ? PasteKind::Json : PasteKind::CodeLiteral;
}

bool isCodeLine(const PasteText& paste, int token)
{
    const int end = lineEnd(paste, token);
    if (paste.isMark(end - 1, u';') || paste.isMark(end - 1, u'{'))
        return true;
    for (int i = token; i < qMin(end, token + 40); ++i) {
        if (paste.isMark(i, u'('))
            return paste.is(i - 1, Kind::Word) && paste.areAdjacent(i - 1, i);
    }
    return false;
}

} // namespace scopes
