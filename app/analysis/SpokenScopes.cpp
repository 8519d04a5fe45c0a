#include "analysis/SpokenScopes.h"

#include "analysis/PlainWords.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

using Kind = PasteToken::Kind;

bool isAboutScopes(QStringView word)
{
    constexpr qsizetype longest = 40;
    if (word.size() > longest)
        return false;
    static constexpr std::array<QStringView, 5> words{u"scope", u"scp", u"permission", u"privilege", u"consent"};
    return std::any_of(words.begin(), words.end(), [&](QStringView one) { return word.contains(one, Qt::CaseInsensitive); });
}

/// True for user:read:admin and read:jira-work: parts with colons between, of which one says what may be done.
bool isAccessByColons(QStringView word)
{
    const auto parts = word.split(u':');
    const bool hasEmpty = std::any_of(parts.begin(), parts.end(), [](QStringView part) { return part.isEmpty(); });
    return parts.size() > 1 && !hasEmpty && !word.contains(u'/')
        && std::any_of(parts.begin(), parts.end(), [](QStringView part) { return doesSomething(part); });
}

/// True behind a word such as needs: there stands what is missing.
bool isNeeded(const PasteText& paste, int token)
{
    static constexpr std::array<QStringView, 12> verbs{u"need", u"needs", u"needed", u"require", u"requires", u"requiring",
        u"missing", u"lacks", u"includes", u"add", u"grant", u"request"};
    const int before = paste.is(token - 1, Kind::Open) ? token - 2 : token - 1;
    const bool isArticle = paste.is(before, Kind::Word) && paste.textOf(before) == u"the";
    const int verb = isArticle ? before - 1 : before;
    return paste.is(verb, Kind::Word) && isOneOf(paste.textOf(verb), verbs);
}

} // namespace

bool isPermission(QStringView word)
{
    auto parts = word.split(u'.');
    if (parts.size() > 2 && (parts.last() == u"All" || parts.last() == u"Shared"))
        parts.removeLast();
    const bool hasCapitals = std::all_of(parts.begin(), parts.end(),
        [](QStringView part) { return !part.isEmpty() && part[0].isUpper() && part[0].unicode() < 0x80; });
    return parts.size() > 1 && hasCapitals
        && (parts.last().startsWith(u"Read") || parts.last() == u"Send" || parts.last() == u"Write");
}

bool namesDoing(QStringView word)
{
    return hasPart(word, doesSomething);
}

int endOfSentence(const PasteText& paste, int colon)
{
    constexpr int most = 60;
    for (int token = colon + 1; token < qMin(paste.count(), colon + most); ++token) {
        if (paste.is(token, Kind::Line) || (paste.is(token, Kind::Close) && paste.at(token).pair < colon))
            return token;
    }
    return paste.count() <= colon + most ? paste.count() : colon + 1;
}

bool speaksBefore(const PasteText& paste, int colon)
{
    constexpr int most = 40;
    if (isAboutScopes(paste.textOf(colon - 1)))
        return false;
    for (int token = colon - 2; token >= qMax(0, colon - most) && !paste.is(token, Kind::Line); --token) {
        if (paste.is(token, Kind::Word) && isAboutScopes(paste.textOf(token)))
            return true;
    }
    return false;
}

SpokenScopes::SpokenScopes(const PasteText& paste)
    : m_paste(paste)
{
}

bool SpokenScopes::has(int token, QStringView word)
{
    if (m_paste.isMark(token + 1, u'{') || m_paste.isMark(token - 1, u'=') || isProgramName(word)
        || (token > 0 && m_paste.textOf(token - 1) == u"-u"))
        return false;
    const bool isOne = isAccessByColons(word) || isPermission(word)
        || (word.count(u'-') != 1 && namesDoing(word) && (isNeeded(m_paste, token) || goesOn(token)));
    if (!isOne || !speaks())
        return false;
    m_last = token;
    return true;
}

/// True behind the last one and a comma, and, or.
bool SpokenScopes::goesOn(int token) const
{
    if (m_last < 0 || token - 2 != m_last)
        return false;
    const QStringView before = m_paste.textOf(token - 1);
    return before == u"and" || before == u"or" || before == u",";
}

/// True if a word of the text is about scopes, or about tokens, which have them.
bool SpokenScopes::speaks()
{
    static constexpr std::array<QStringView, 4> tokens{u"token", u"tokens", u"PAT", u"OAuth"};
    for (; !m_speaks && m_looked < m_paste.count(); ++m_looked)
        m_speaks = m_paste.is(m_looked, Kind::Word)
            && (isAboutScopes(m_paste.textOf(m_looked)) || isOneOf(m_paste.textOf(m_looked), tokens));
    return m_speaks;
}

} // namespace scopes
