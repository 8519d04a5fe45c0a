#include "analysis/Announcement.h"
#include "analysis/PlainWords.h"

#include <algorithm>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// True for <th scope="col"> and @Scope("prototype").
bool hasOtherMeaning(const PasteText& paste, int value, int keyToken)
{
    const int word = paste.is(value, Kind::Open) ? value + 1 : value;
    return paste.textOf(keyToken) == u"@Scope" || (paste.is(word, Kind::Word) && isOtherScope(paste.textOf(word)));
}

/// Reads what stands behind scope=, scopes:, "scope", and the like.
void readValue(PasteText& paste, const Announcement& key, int keyToken)
{
    const int value = key.value;
    if (value >= paste.count() || hasOtherMeaning(paste, value, keyToken))
        return;
    const PasteToken& first = paste.at(value);
    const bool isAtOnce = key.isTight && first.start == paste.at(value - 1).end();
    if (key.isTight && isAtOnce && first.isMark(u'&')) // an empty parameter
        return;
    const bool isMap = first.isMark(u'{') && paste.is(paste.skipLines(value + 1), Kind::Open) && !key.isQuery;
    if (key.isQuery && isAtOnce && first.isMark(u'[') && paste.textOf(value + 1).startsWith(u"%2")) // [%22video.list%22]
        return readQueryValue(paste, key, keyToken);
    if (key.isTight && !isMap && (isAtOnce || first.kind == Kind::Close)
        && (first.kind == Kind::Word || first.kind == Kind::Close || first.isMark(u'{'))
        && !(first.kind == Kind::Word && paste.isMark(value + 1, u'(') && !paste.textOf(value).contains(u'%') && !key.isQuery))
        return readQueryValue(paste, key, keyToken);
    const bool isVariable = paste.textOf(value) == u"$" && paste.isMark(value + 1, u'{'); // ${NAME:-default}
    if (readLines(paste, key, keyToken) || (!isVariable && readExpression(paste, key)))
        return;
    readUnquoted(paste, key, keyToken);
}

/// Authorities of Spring Security: hasAuthority("SCOPE_message:read"), where SCOPE_ stands in front of each scope. Spring
/// Security's reference, servlet/oauth2/resource-server/jwt, section 'Configuring Authorization' (2026-11-28).
bool readAuthority(PasteText& paste, int token)
{
    const QStringView prefix = u"SCOPE_";
    const QStringView word = paste.textOf(token);
    if (!word.startsWith(prefix) || word.size() == prefix.size() || !paste.is(token - 1, Kind::Open)
        || paste.at(token - 1).pair != token + 1)
        return false;
    const QStringView name = word.mid(prefix.size());
    // "SCOPE_LIST" alone may be the name of a variable.
    const bool isArgument = paste.isMark(token - 2, u'(') && paste.textOf(token - 3).endsWith(u"Authority");
    if (!isArgument && std::none_of(name.begin(), name.end(), [](QChar unit) { return unit.isLower(); }))
        return false;
    ValueRule rule;
    rule.form = ScopeList::Form::Mention;
    const PasteToken& one = paste.at(token);
    const int length = static_cast<int>(prefix.size());
    if (!addItems(paste, {paste.mapped.mid(one.start + length, one.length - length)}, rule))
        return false;
    paste.take(token - 1, token + 2);
    return true;
}

/// Security requirements in YAML: 'security:' and below it '- name: [scopes]'. OpenAPI 3.1, section 4.8.30.
void readRequirements(PasteText& paste, int token)
{
    constexpr int most = 20;
    if (paste.textOf(token) != u"security" || !paste.isMark(token + 1, u':') || !paste.is(token + 2, Kind::Line))
        return;
    int line = paste.skipLines(token + 2);
    for (int i = 0; i < most && line < paste.count() && paste.textOf(line) == u"-"; ++i) {
        if (!paste.is(line + 1, Kind::Word) || !paste.isMark(line + 2, u':') || !paste.isMark(line + 3, u'[')
            || !paste.isMark(lineEnd(paste, line) - 1, u']'))
            return;
        Announcement key;
        key.strength = paste.textOf(line + 1).contains(u"oauth", Qt::CaseInsensitive) ? KeyStrength::Strict : KeyStrength::Weak;
        key.separator = u':';
        key.value = line + 3;
        readValue(paste, key, line + 1);
        line = paste.skipLines(lineEnd(paste, line));
    }
}

} // namespace

void extractFromContext(PasteText& paste)
{
    for (int token = 0; token < paste.count(); ++token) {
        if (!paste.is(token, Kind::Word) || paste.isTaken(token))
            continue;
        readRequirements(paste, token);
        if (readAuthority(paste, token) || readOption(paste, token) || readRubyList(paste, token))
            continue;
        const Announcement key = announcementAt(paste, token);
        if (key.value >= 0)
            readValue(paste, key, token);
        else
            readNeighbours(paste, token);
    }
}

} // namespace scopes
