#include "analysis/Announcement.h"
#include "analysis/PlainWords.h"

#include <array>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

/// The mark that closes what @p open opens; 0 if it opens nothing.
char16_t closingOf(char16_t open)
{
    switch (open) {
    case u'[':
        return u']';
    case u'(':
        return u')';
    case u'{':
        return u'}';
    case u'<':
        return u'>';
    default:
        return 0;
    }
}

/// Adds the words of %w[read write] or %i[read write] that begins at @p token.
bool readWordList(PasteText& paste, int key, int token)
{
    const char16_t closing = closingOf(paste.at(token + 1).unit);
    int end = token + 2; // words alone stand in it
    while (paste.is(end, Kind::Word) || paste.is(end, Kind::Line))
        ++end;
    if (!paste.isMark(end, closing) || end == token + 2)
        return false;
    ValueRule rule;
    rule.layers = {Layer::Brackets};
    const int start = paste.at(token + 1).end();
    if (!addList(paste, paste.mapped.mid(start, paste.at(end).start - start), rule))
        return false;
    paste.take(key, end + 1);
    return true;
}

/// Adds the symbols that begin at @p token: :read, :write, :"admin:org".
bool readSymbols(PasteText& paste, int key, int token)
{
    std::vector<MappedText> items;
    int end = token;
    while (token < paste.count()) {
        const PasteToken& one = paste.at(token);
        if (paste.isMark(token, u':') && paste.is(token + 1, Kind::Open) && paste.areAdjacent(token, token + 1)) {
            items.push_back(contentOf(paste, token + 1));
            end = paste.at(token + 1).pair + 1;
        } else if (isSymbol(paste, token)) {
            items.push_back(paste.mapped.mid(one.start + 1, one.length - 1));
            end = token + 1;
        } else {
            break;
        }
        token = paste.isMark(end, u',') ? paste.skipLines(end + 1) : paste.count();
    }
    ValueRule rule;
    if (items.empty() || !addItems(paste, items, rule))
        return false;
    paste.take(key, end);
    return true;
}

} // namespace

bool isSymbol(const PasteText& paste, int token)
{
    const QStringView word = paste.is(token, Kind::Word) ? paste.textOf(token) : QStringView();
    return word.size() > 1 && word[0] == u':' && (word[1].isLetter() || word[1] == u'_');
}

bool startsWordList(const PasteText& paste, int token)
{
    static constexpr std::array<QStringView, 4> signs{u"%w", u"%i", u"%W", u"%I"};
    return paste.is(token, Kind::Word) && isOneOf(paste.textOf(token), signs) && paste.is(token + 1, Kind::Mark)
        && closingOf(paste.at(token + 1).unit) != 0 && paste.areAdjacent(token, token + 1);
}

bool readRubyList(PasteText& paste, int token)
{
    const QStringView word = paste.textOf(token);
    if (!word.endsWith(u's') && !word.endsWith(u'!')) // most words
        return false;
    const int value = token + 1;
    const bool isQuoted = paste.isMark(value, u':') && paste.is(value + 1, Kind::Open);
    const bool isList = startsWordList(paste, value);
    if (!isList && !isQuoted && !isSymbol(paste, value))
        return false;
    // 'scope :active' names a query of a model, and no scope.
    const bool isKey = word.endsWith(u"_authorize!") // doorkeeper's guide, 'Protecting resources' (2026-11-28)
        || (word.endsWith(u"scopes") && keyStrength(lastIdentifier(word)) == KeyStrength::Strict);
    if (!isKey || paste.areAdjacent(token, value))
        return false;
    return isList ? readWordList(paste, token, value) : readSymbols(paste, token, value);
}

} // namespace scopes
