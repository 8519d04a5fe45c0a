#include "analysis/ScopeShape.h"

#include "analysis/Confusables.h"
#include "analysis/NameSet.h"
#include "analysis/OneOfChars.h"
#include "analysis/PlainWords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// The words of an identifier in lower case: 'availableScopes', 'TIKTOK_SCOPES', 'X-OAuth-Scopes'.
QStringList wordsOf(QStringView identifier)
{
    QStringList words(QString{});
    for (qsizetype i = 0; i < identifier.size(); ++i) {
        const QChar unit = identifier[i];
        const bool isHump = unit.isUpper() && i > 0
            && (identifier[i - 1].isLower() || (i + 1 < identifier.size() && identifier[i + 1].isLower()));
        if ((!unit.isLetterOrNumber() || isHump) && !words.last().isEmpty())
            words += QString();
        if (unit.isLetterOrNumber())
            words.last() += unit.toLower();
    }
    return words;
}

/// @p word is not empty.
bool isPlaceholder(QStringView word)
{
    if (!isOneOfChars(word[0], u"yY$%RnNutfei")) // most words: what follows takes longer
        return false;
    return word.startsWith(u"your_", Qt::CaseInsensitive) || word.startsWith(u"your-", Qt::CaseInsensitive) || word[0] == u'$'
        || word[0] == u'%' || word == u"REDACTED" || word == u"null" || word == u"undefined" || word == u"None" || word == u"nil"
        || word == u"true" || word == u"false" || word == u"e.g" || word == u"i.e";
}

bool isVersionOrNumber(QStringView word)
{
    qsizetype digits = 0;
    for (const QChar unit : word) {
        if (unit.isDigit())
            ++digits;
        else if (unit.isLetter() && !(unit == u'v' || unit == u'V' || unit == u'x' || unit == u'T' || unit == u'Z'))
            return false;
    }
    return digits > 0;
}

bool isFileOrHost(QStringView word)
{
    static constexpr std::array<QStringView, 46> endings{u"js", u"ts", u"jsx", u"tsx", u"mjs", u"cjs", u"json", u"md", u"py",
        u"rb", u"php", u"java", u"kt", u"go", u"rs", u"cs", u"cpp", u"h", u"swift", u"html", u"htm", u"css", u"scss", u"png",
        u"jpg", u"svg", u"txt", u"yml", u"yaml", u"toml", u"xml", u"env", u"sqlite", u"db", u"sh", u"lock", u"log", u"com",
        u"org", u"net", u"io", u"dev", u"app", u"tv", u"co", u"local"};
    constexpr qsizetype longest = 6;
    const qsizetype dot = word.lastIndexOf(u'.');
    const QStringView ending = word.mid(dot + 1);
    return dot > 0 && ending.size() <= longest && std::any_of(endings.begin(), endings.end(), [&](QStringView one) {
        return one.size() == ending.size() && (ending[0].unicode() | 0x20U) == one[0].unicode()
            && ending.compare(one, Qt::CaseInsensitive) == 0;
    });
}

/// The errors about scopes: RFC 6749, sections 4.1.2.1 and 5.2, RFC 6750, section 3.1, and what Slack and Dropbox answer.
bool isErrorCode(QStringView word)
{
    static constexpr std::array<QStringView, 3> codes{u"invalid_scope", u"insufficient_scope", u"missing_scope"};
    return word.endsWith(u"_scope") && isOneOf(word, codes);
}

/// A module of a program by its first part: java.util.List, com.example.app.
bool isPackage(QStringView word)
{
    static constexpr std::array<QStringView, 8> roots{u"com", u"org", u"net", u"io", u"java", u"javax", u"android", u"androidx"};
    const qsizetype dot = std::find(word.begin(), word.end(), u'.') - word.begin();
    return dot < word.size() && isOneOf(word.first(dot), roots) && word.count(u'.') > 1;
}

/// RFC 6749, section 3.3: printable ASCII but for space, '"' and '\'. Beyond ASCII only what pasted text may disguise.
bool isToken(QStringView word)
{
    constexpr qsizetype longest = 300;
    if (word.isEmpty() || word.size() > longest)
        return false;
    bool hasLetter = false;
    for (const QChar unit : word) {
        if (isOneOfChars(unit, u"\"\\=<>{}"))
            return false;
        hasLetter = hasLetter || unit.isLetter();
    }
    return hasLetter && (word[0].isLetterOrNumber() || word[0] == u'_' || isHidden(word[0]) || word[0] == u'.');
}

/// A URL in the way of https://www.googleapis.com/auth/drive or https://graph.microsoft.com/User.Read.
bool isScopeUrl(QStringView word)
{
    const qsizetype host = word.indexOf(u"://") + 3;
    const qsizetype path = word.indexOf(u'/', host);
    if (path < 0 || path + 1 >= word.size())
        return false;
    const auto parts = word.mid(path + 1).toString().toLower().split(u'/', Qt::SkipEmptyParts);
    static constexpr std::array<QStringView, 10> calls{
        u"authorize", u"token", u"callback", u"login", u"revoke", u"v2", u"v1", u"auth", u"signin", u"userinfo"};
    if (parts.isEmpty() || std::any_of(parts.begin(), parts.end(), [](const QString& part) { return isOneOf(part, calls); }))
        return parts.size() > 1 && parts.first() == "auth"_L1 && !isOneOf(parts.last(), calls) && !isFileOrHost(word.mid(path));
    if (parts.last() == "scope"_L1 || parts.last() == "scopes"_L1) // a page about them
        return false;
    // An application's own address, as Microsoft has it: learn.microsoft.com/entra/identity-platform/scopes-oidc (2026-11-28).
    if (word.startsWith(u"api://") && parts.size() == 1)
        return true;
    if (parts.last() == ".default"_L1 || parts.contains(u"scope"_s) || parts.contains(u"api_scope"_s)
        || parts.contains(u"scopes"_s))
        return !parts.last().contains(u'?');
    const QStringView last = word.mid(word.lastIndexOf(u'/') + 1);
    return parts.size() == 1 && last.contains(u'.') && last[0].isUpper() && !isFileOrHost(last);
}

bool hasStructure(QStringView word)
{
    for (qsizetype i = 1; i + 1 < word.size(); ++i) {
        if (isOneOfChars(word[i], u".:_-/") && word[i + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

/// A number for a word's length and first letter without its case.
std::size_t beginningOf(QStringView word)
{
    constexpr unsigned letters = 0x1F; // the same for small and capital letters
    constexpr std::size_t lengths = 0x7F;
    const auto letter = word.isEmpty() ? 0U : word[0].unicode() & letters;
    return (static_cast<std::size_t>(word.size()) & lengths) << 5U | letter;
}

/// False for most words: they have none of 'sco', 'scp' and 'per' in any case, nor anything beyond ASCII. Quicker than looking
/// for whole words.
bool mayAnnounce(QStringView identifier)
{
    constexpr char16_t smallLetter = 0x20;
    char16_t second = 0; // the one before the one before
    char16_t first = 0;
    for (const QChar unit : identifier) {
        if (unit.unicode() > 0x7F)
            return true;
        const auto letter = static_cast<char16_t>(unit.unicode() | smallLetter);
        if ((second == u's' && first == u'c' && (letter == u'o' || letter == u'p'))
            || (second == u'p' && first == u'e' && letter == u'r'))
            return true;
        second = std::exchange(first, letter);
    }
    return identifier == u"needed" || identifier == u"provided" || identifier == u"tokensCan";
}

} // namespace

KeyStrength keyStrength(QStringView identifier)
{
    constexpr qsizetype longest = 80;
    if (identifier.isEmpty() || identifier.size() > longest || !mayAnnounce(identifier))
        return KeyStrength::None;
    if (identifier == u"tokensCan") // Laravel Passport's documentation, section 'Defining Scopes' (2026-11-28)
        return KeyStrength::Strict;
    // The commonest ones, without taking them apart.
    constexpr qsizetype scopeLength = 5;
    constexpr qsizetype permissionsLength = 11;
    if (identifier.size() == scopeLength && identifier.compare(u"scope", Qt::CaseInsensitive) == 0)
        return KeyStrength::Strict;
    if (identifier.size() == scopeLength + 1 && identifier.compare(u"scopes", Qt::CaseInsensitive) == 0)
        return KeyStrength::Strict;
    if (identifier.size() == permissionsLength && identifier.compare(u"permissions", Qt::CaseInsensitive) == 0)
        return KeyStrength::Weak;
    const bool mayBe = identifier.contains(u"scope", Qt::CaseInsensitive) || identifier.contains(u"scp", Qt::CaseInsensitive)
        || identifier.contains(u"permissions", Qt::CaseInsensitive) || identifier == u"needed" || identifier == u"provided"
        || identifier == u"perms";
    if (!mayBe)
        return KeyStrength::None;
    const QStringList words = wordsOf(identifier);
    static constexpr std::array<QStringView, 4> keys{u"scope", u"scopes", u"scp", u"oauthscopes"};
    static constexpr std::array<QStringView, 30> stoppers{u"not", u"invalid", u"error", u"exception", u"id", u"type", u"code",
        u"status", u"url", u"uri", u"authorized", u"missed", u"description", u"title", u"label", u"count", u"separator",
        u"delimiter", u"length", u"service", u"manager", u"factory", u"module", u"file", u"path", u"insufficient", u"explorer",
        u"reference", u"overview", u"test"};
    if (std::any_of(words.begin(), words.end(), [](const QString& word) { return isOneOf(word, stoppers); }))
        return KeyStrength::None;
    if (isOneOf(words.last(), keys))
        return KeyStrength::Strict;
    return KeyStrength::Weak;
}

QStringView lastIdentifier(QStringView word)
{
    qsizetype start = word.size();
    while (start > 0 && (word[start - 1].isLetterOrNumber() || word[start - 1] == u'_' || word[start - 1] == u'-'))
        --start;
    while (start < word.size() && word[start] == u'-')
        ++start;
    return word.mid(start);
}

ScopeShapes::ScopeShapes(const ScopeCatalog& catalog)
{
    m_known.reserve(static_cast<qsizetype>(catalog.scopes().size()) + static_cast<qsizetype>(catalog.otherScopes().size()));
    const auto add = [&](Text name) {
        const QString folded = foldedName(toQString(name));
        m_longest = qMax(m_longest, folded.size());
        m_known.insert(folded);
        m_beginnings.set(beginningOf(folded));
    };
    for (const Scope& scope : catalog.scopes())
        add(scope.name);
    for (const OtherScope& other : catalog.otherScopes())
        add(other.name);
    for (const Endpoint& endpoint : catalog.endpoints()) {
        for (const Field& field : endpoint.fields)
            addField(toQString(field.name));
    }
}

void ScopeShapes::addField(const QString& name)
{
    m_fieldNames.insert(name);
    m_fieldBeginnings.set(beginningOf(name));
}

bool ScopeShapes::isField(QStringView word) const
{
    return m_fieldBeginnings.test(beginningOf(word)) && m_fieldNames.contains(word.toString());
}

bool ScopeShapes::isKnown(QStringView word) const
{
    constexpr qsizetype mostHidden = 20;
    if (word.size() > m_longest + mostHidden)
        return false;
    // Folding makes other words shorter and other; those of printable ASCII keep their length.
    const bool isPlain =
        std::all_of(word.begin(), word.end(), [](QChar unit) { return unit.unicode() >= 0x20 && unit.unicode() < 0x7F; });
    return (!isPlain || m_beginnings.test(beginningOf(word))) && m_known.contains(foldedName(word));
}

Shape ScopeShapes::of(QStringView word) const
{
    return shapesOf(word).alone;
}

Shape ScopeShapes::inContext(QStringView word) const
{
    return shapesOf(word).inContext;
}

QString ScopeShapes::stringOf(QStringView word) const
{
    const Seen* const seen = find(word);
    return seen != nullptr ? seen->word : word.toString();
}

const ScopeShapes::Seen* ScopeShapes::find(QStringView word) const
{
    const auto seen = m_seen.find(bytesOf(word));
    return seen != m_seen.end() ? &seen->second : nullptr;
}

const ScopeShapes::Seen& ScopeShapes::shapesOf(QStringView word) const
{
    constexpr std::size_t mostSeen = 10'000;
    constexpr qsizetype longestSeen = 200;
    if (const Seen* const seen = find(word))
        return *seen;
    m_last.alone = shapeAlone(word);
    m_last.inContext = shapeInContext(word, m_last.alone);
    if (word.size() > longestSeen || m_seen.size() >= mostSeen)
        return m_last;
    const QString kept = word.toString();
    return m_seen.try_emplace(bytesOf(kept), Seen{kept, m_last.alone, m_last.inContext}).first->second;
}

Shape ScopeShapes::shapeAlone(QStringView word) const
{
    if (!isToken(word) || isPlaceholder(word))
        return Shape::None;
    if (isKnown(word))
        return Shape::Known;
    const bool hasColon = hasOneOfChars(word, u":");
    if (hasColon && word.contains(u"://"))
        return isScopeUrl(word) ? Shape::Strong : Shape::None;
    if (hasOneOfChars(word, u"@(") || isVersionOrNumber(word) || isFileOrHost(word) || isPackage(word) || isConfigurationKey(word)
        || isErrorCode(word))
        return Shape::None;
    if (isOpenIdScope(word))
        return Shape::Structured;
    if (!hasStructure(word) || isField(word))
        return Shape::Bare;
    const bool isAccess = hasColon && !word.contains(u'/') && !word[0].isUpper() && namesAccess(word);
    return isAccess ? Shape::Strong : Shape::Structured;
}

Shape ScopeShapes::shapeInContext(QStringView word, Shape alone) const
{
    if (alone != Shape::None || !isToken(word) || isPlaceholder(word))
        return alone;
    if (word.contains(u"://"))
        return word.contains(u'?') || word.endsWith(u"://") ? Shape::None : Shape::Structured;
    const bool isPath = word.contains(u'/') && isFileOrHost(word);
    return isPath || isVersionOrNumber(word) || hasOneOfChars(word, u"@(") ? Shape::None : Shape::Structured;
}

} // namespace scopes
