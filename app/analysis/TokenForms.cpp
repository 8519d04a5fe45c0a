#include "analysis/TokenForms.h"

#include "analysis/OneOfChars.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace scopes {

namespace {

struct TokenForm
{
    std::u16string_view start;
    std::u16string_view units; ///< besides letters and digits
    qsizetype least; ///< units behind the beginning
    std::u16string_view owner;
};

#include "TokenFormTable.inc" // made from resources/facts/token-forms.json, in order of the beginnings

constexpr CharSet letters{u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"};
constexpr CharSet digits{u"0123456789"};
constexpr CharSet hexDigits{u"0123456789abcdefABCDEF"};
constexpr std::u16string_view webTokenStart = u"eyJ"; // {" in base64url

/// True if a word of its own may begin at @p at: nothing before, a mark, or what stands for a mark.
bool mayBeginAt(QStringView word, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = word[at - 1];
    if (!isOneOfChars(before, letters) && before != u'_')
        return true;
    const bool isEncoded =
        at > 2 && word[at - 3] == u'%' && isOneOfChars(word[at - 2], hexDigits) && isOneOfChars(before, hexDigits);
    const bool isEscape = at > 1 && word[at - 2] == u'\\' && isOneOfChars(before, u"nrt");
    return isEncoded || isEscape;
}

/// The place behind the letters, digits and @p units from @p at on.
qsizetype endOfRun(QStringView word, qsizetype at, std::u16string_view units)
{
    const auto* const end = std::find_if(word.begin() + at, word.end(),
        [&](QChar unit) { return !isOneOfChars(unit, letters) && units.find(unit.unicode()) == std::u16string_view::npos; });
    return end - word.begin();
}

/// Ends a sentence or a path, and no token.
qsizetype withoutEnd(QStringView word, qsizetype start, qsizetype end)
{
    while (end > start && isOneOfChars(word[end - 1], u".-/"))
        --end;
    return end;
}

/// Where runs of units end that no token of a form, or no JSON Web Token, ends as: a long word is not gone through again from
/// each beginning within them.
struct PassedRuns
{
    std::array<qsizetype, tokenForms.size()> ofForms{};
    qsizetype ofWebTokens = 0;
};

/// The length of the token of that form that begins at @p at; 0 if there is none. @p passed is the form's.
qsizetype lengthOf(const TokenForm& form, QStringView word, qsizetype at, qsizetype& passed)
{
    constexpr qsizetype surelyNoWords = 30;
    const auto start = static_cast<qsizetype>(form.start.size());
    if (at + start < passed || !word.mid(at).startsWith(form.start))
        return 0;
    const qsizetype runEnd = endOfRun(word, at + start, form.units);
    // A name in snake or kebab case goes on where the token's units end.
    if (runEnd < word.size() && isOneOfChars(word[runEnd], u"_-")) {
        passed = runEnd;
        return 0;
    }
    const qsizetype end = withoutEnd(word, at + start, runEnd);
    const QStringView body = word.mid(at + start, end - at - start);
    if (body.size() < form.least)
        return 0;
    const bool isSure = body.size() >= surelyNoWords
        || std::any_of(body.begin(), body.end(), [](QChar unit) { return isOneOfChars(unit, digits); });
    return isSure ? start + body.size() : 0;
}

/// The length of the JSON Web Token that begins at @p at; 0 if there is none.
qsizetype lengthOfWebToken(QStringView word, qsizetype at, qsizetype& passed)
{
    constexpr qsizetype shortest = 20;
    if (at < passed || !word.mid(at).startsWith(webTokenStart))
        return 0;
    const QStringView run = word.mid(at, endOfRun(word, at, u"_-.") - at);
    if (run.size() > shortest && run.count(u'.') >= 2)
        return run.size();
    passed = at + run.size();
    return 0;
}

std::optional<TokenInText> tokenAt(QStringView word, qsizetype at, PassedRuns& passed)
{
    const char16_t first = word[at].unicode();
    if (first == webTokenStart.front()) {
        if (const qsizetype length = lengthOfWebToken(word, at, passed.ofWebTokens); length > 0)
            return TokenInText{at, length, {}};
    }
    const auto isBefore = [](const TokenForm& form, char16_t unit) { return form.start.front() < unit; };
    const auto* form = std::lower_bound(tokenForms.begin(), tokenForms.end(), first, isBefore);
    for (; form != tokenForms.end() && form->start.front() == first; ++form) {
        qsizetype& ofForm = passed.ofForms[static_cast<std::size_t>(form - tokenForms.begin())];
        if (const qsizetype length = lengthOf(*form, word, at, ofForm); length > 0)
            return TokenInText{at, length, form->owner};
    }
    return {};
}

} // namespace

qsizetype shortestToken()
{
    static constexpr qsizetype shortest = [] {
        qsizetype least = 20;
        for (const TokenForm& form : tokenForms)
            least = std::min(least, static_cast<qsizetype>(form.start.size()) + form.least);
        return least;
    }();
    return shortest;
}

std::optional<TokenInText> findToken(QStringView word, qsizetype from)
{
    PassedRuns passed;
    for (qsizetype at = from; at + shortestToken() <= word.size(); ++at) {
        if (!isOneOfChars(word[at], tokenFirsts) || !mayBeginAt(word, at))
            continue;
        if (const auto token = tokenAt(word, at, passed))
            return token;
    }
    return {};
}

} // namespace scopes
