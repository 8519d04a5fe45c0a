#include "analysis/Announcement.h"
#include "analysis/PlainWords.h"

#include <algorithm>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// True for a command that signs in or gets a token: there -s may stand for scopes, as in gh auth login -s and twitch token -s.
/// For others, such as curl, it means another thing.
bool isSignIn(const PasteText& paste, int option)
{
    static constexpr std::array<QStringView, 5> acts{u"auth", u"login", u"token", u"oauth", u"oauth2"};
    constexpr int mostWords = 16;
    for (int token = option - 1; token >= 0 && option - token < mostWords && paste.is(token, Kind::Word); --token) {
        if (isOneOf(paste.textOf(token), acts))
            return true;
    }
    return false;
}

/// How surely a word is an option that scopes follow: --scopes and -s of a command that signs in, -Scopes of PowerShell.
KeyStrength optionStrength(const PasteText& paste, int token)
{
    const QStringView word = paste.textOf(token);
    constexpr qsizetype longest = 40;
    if (word.size() < 2 || word.size() > longest || word[0] != u'-')
        return KeyStrength::None;
    if (word == u"-s")
        return isSignIn(paste, token) ? KeyStrength::Strict : KeyStrength::None;
    if (keyStrength(lastIdentifier(word)) != KeyStrength::Strict)
        return KeyStrength::None;
    return word.startsWith(u"--") ? KeyStrength::Strict : KeyStrength::Weak;
}

/// Strings with commas between, as PowerShell's lists are: "User.Read","Mail.Read", or the same in @(...).
bool readStrings(PasteText& paste, int option, int open, const ValueRule& rule)
{
    std::vector<MappedText> items;
    int end = open;
    for (int token = open; paste.is(token, Kind::Open);) {
        items.push_back(contentOf(paste, token));
        end = paste.at(token).pair + 1;
        token = paste.isMark(end, u',') ? paste.skipLines(end + 1) : paste.count();
    }
    const bool isAdded = items.size() == 1 ? addList(paste, items.front(), rule) : addItems(paste, items, rule);
    if (isAdded)
        paste.take(option, end);
    return isAdded;
}

} // namespace

bool readOption(PasteText& paste, int token)
{
    const KeyStrength strength = optionStrength(paste, token);
    if (strength == KeyStrength::None)
        return false;
    ValueRule rule;
    rule.kind = PasteKind::EnvLine;
    rule.least = strength == KeyStrength::Strict ? Shape::Bare : Shape::Structured;
    int value = token + 1;
    if (paste.textOf(value) == u"@" && paste.isMark(value + 1, u'('))
        value += 2;
    if (paste.is(value, Kind::Open)) {
        rule.layers = {Layer::Quotes};
        return readStrings(paste, token, value, rule);
    }
    int end = value;
    while (end < lineEnd(paste, token) && !paste.textOf(end).startsWith(u'-') && paste.textOf(end) != u"\\"
        && !paste.isMark(end, u'|') && !paste.isMark(end, u';') && !paste.isMark(end, u'&') && !paste.isMark(end, u'=')
        && !paste.is(end, Kind::Close))
        ++end;
    if (end == value || paste.isMark(value, u'='))
        return false;
    const int start = paste.at(value).start;
    const MappedText content = paste.mapped.mid(start, paste.at(end - 1).end() - start);
    if (content.text().contains(u' '))
        rule.least = Shape::Structured;
    if (!addList(paste, content, rule))
        return false;
    paste.take(token, end);
    return true;
}

} // namespace scopes
