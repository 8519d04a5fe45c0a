#include "analysis/PasteParts.h"
#include "analysis/PlainWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

using Kind = PasteToken::Kind;

QString tr(const char* text)
{
    return QCoreApplication::translate("Inspection", text);
}

/// False for a name that surely ends like none of those below, which is most words of most texts.
bool mayEndAsSecret(QStringView name)
{
    const char16_t last = name.back().toLower().unicode();
    const char16_t before = name[name.size() - 2].toLower().unicode();
    const auto isLeftOut = [](char16_t unit) { return unit == u'-' || unit == u'_' || unit > 0x7F; };
    if (isLeftOut(last) || isLeftOut(before))
        return true;
    return (before == u'e' && (last == u't' || last == u'y' || last == u'n' || last == u'r'))
        || ((before == u'r' || before == u'w') && last == u'd') || (before == u'd' && last == u'e');
}

/// What a value of that name is; null if it is nothing secret. RFC 6749, section 2.3.1, 4.1.2 and 5.1; RFC 7636.
QString secretName(QStringView identifier)
{
    constexpr qsizetype longest = 80;
    if (identifier.size() < 4 || identifier.size() > longest || !mayEndAsSecret(identifier))
        return {};
    QString name = identifier.toString().toLower();
    name.remove(u'-').remove(u'_');
    if (name.endsWith(u"secret") || name.endsWith(u"secretkey"))
        return tr("a secret");
    if (name.endsWith(u"accesstoken") || name.endsWith(u"refreshtoken") || name.endsWith(u"idtoken") || name.endsWith(u"apitoken")
        || name.endsWith(u"clienttoken") || name == "token"_L1 || name.endsWith(u"authtoken") || name.endsWith(u"bearertoken"))
        return tr("a token");
    if (name.endsWith(u"codeverifier"))
        return tr("a code verifier");
    if (name.endsWith(u"password") || name.endsWith(u"passwd") || name.endsWith(u"privatekey"))
        return tr("a password or private key");
    if (name.endsWith(u"authcode") || name.endsWith(u"authorizationcode") || name.endsWith(u"devicecode"))
        return tr("an authorization code");
    return {};
}

bool isValueUnit(QChar unit)
{
    return unit.isLetterOrNumber() || QStringView(u"-._~+/=!*%:").contains(unit);
}

bool looksLikeName(QStringView value, QStringView key)
{
    const QString upper = value.toString().toUpper();
    return value == key || (value == upper && value.contains(u'_')) || isProgramName(value) || value == u"null"
        || value == u"None" || value == u"undefined" || value == u"true" || value == u"false" || value == u"string"
        || value == u"str" || value == u"String" || value.startsWith(u'$') || value.startsWith(u'%');
}

/// A JSON Web Token, RFC 7519, section 3: three base64url parts, of which the first begins with {" .
bool isJsonWebToken(QStringView word)
{
    return word.startsWith(u"eyJ") && word.count(u'.') == 2 && word.size() > 20;
}

class SecretFinder
{
public:
    SecretFinder(PasteText& paste, const ScopeCatalog& catalog)
        : m_paste(paste)
    {
        for (const SourcedMeaning& prefix : catalog.provider().tokenPrefixes)
            m_prefixes += toQString(prefix.name);
    }

    void run()
    {
        for (int token = 0; token < m_paste.count(); ++token) {
            if (!m_paste.is(token, Kind::Word))
                continue;
            readNamed(token);
            readShaped(token);
        }
        for (const QueryGroup& query : m_paste.result.queries)
            readCode(query);
        std::sort(m_found.begin(), m_found.end(), [](const Secret& a, const Secret& b) {
            return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.length > b.range.length;
        });
        int covered = 0;
        for (Secret& secret : m_found) {
            if (secret.range.start < covered)
                continue;
            covered = secret.range.start + secret.range.length;
            m_paste.result.secrets.push_back(std::move(secret));
        }
    }

private:
    void add(int start, int end, const QString& what)
    {
        if (end > start)
            m_found.push_back({m_paste.mapped.sourceRange(start, end - start), what});
    }

    /// The value behind a name such as client_secret.
    void readNamed(int token)
    {
        const QStringView name = lastIdentifier(m_paste.textOf(token));
        const QString what = secretName(name);
        if (what.isEmpty())
            return;
        int next = token + 1;
        const bool isQuoted = m_paste.is(next, Kind::Close);
        next += isQuoted ? 1 : 0;
        if (isQuoted && m_paste.isMark(next, u']'))
            ++next;
        const bool isTight = m_paste.isMark(next, u'=') && m_paste.areAdjacent(next - 1, next);
        if (!m_paste.isMark(next, u'=') && !m_paste.isMark(next, u':') && !(isQuoted && m_paste.isMark(next, u',')))
            return;
        const bool isArgument = m_paste.isMark(next, u',');
        ++next;
        while (m_paste.isMark(next, u'>') || m_paste.isMark(next, u'='))
            ++next;
        if (m_paste.is(next, Kind::Open)) {
            const PasteToken& open = m_paste.at(next);
            const QStringView content = m_paste.text.mid(open.end(), m_paste.at(open.pair).start - open.end());
            if (!content.contains(u"${") && !content.startsWith(u'$') && !content.isEmpty())
                add(open.end(), m_paste.at(open.pair).start, what);
        } else if (m_paste.is(next, Kind::Word) && !isArgument) {
            readPlain(next, name, what, isTight);
        }
    }

    void readPlain(int token, QStringView name, const QString& what, bool isTight)
    {
        const PasteToken& value = m_paste.at(token);
        if (m_paste.isMark(token + 1, u'(') || m_paste.isMark(token + 1, u'[') || m_paste.isMark(token + 1, u'{')
            || looksLikeName(m_paste.textOf(token), name))
            return;
        // 'token: the user's…' is a sentence; a secret goes to the end of its line.
        const bool isLast = token + 1 >= m_paste.count() || m_paste.is(token + 1, Kind::Line)
            || m_paste.is(token + 1, Kind::Close) || m_paste.isMark(token + 1, u',') || m_paste.isMark(token + 1, u'&');
        if (isTight || isLast || hasDigit(m_paste.textOf(token)))
            add(value.start, valueEnd(value.end()), what);
    }

    /// The place behind a value that may hold = in its end, as base64 does.
    int valueEnd(int at) const
    {
        while (at < m_paste.text.size() && m_paste.text[at] == u'=')
            ++at;
        return at;
    }

    static bool hasDigit(QStringView word)
    {
        return std::any_of(word.begin(), word.end(), [](QChar unit) { return unit.isDigit(); });
    }

    /// What is a token by its beginning or by its shape.
    void readShaped(int token)
    {
        const PasteToken& one = m_paste.at(token);
        const QStringView word = m_paste.textOf(token);
        if (isJsonWebToken(word))
            return add(one.start, one.end(), tr("a JSON Web Token"));
        constexpr qsizetype shortest = 8;
        for (const QString& prefix : m_prefixes) {
            if (word.startsWith(prefix) && word.size() >= prefix.size() + shortest && m_paste.shapes.of(word) != Shape::Known
                && (hasDigit(word) || word.count(u'.') == 1))
                return add(one.start, valueEnd(one.end()), tr("a token"));
        }
        const bool isScheme =
            word.compare(u"Bearer", Qt::CaseInsensitive) == 0 || word.compare(u"Basic", Qt::CaseInsensitive) == 0;
        if (isScheme && m_paste.is(token + 1, Kind::Word) && m_paste.at(token + 1).length >= shortest
            && (hasDigit(m_paste.textOf(token + 1)) || word.compare(u"Bearer", Qt::CaseInsensitive) == 0)
            && m_paste.textOf(token + 1).compare(u"authentication", Qt::CaseInsensitive) != 0
            && std::all_of(m_paste.textOf(token + 1).begin(), m_paste.textOf(token + 1).end(), isValueUnit)
            && (hasDigit(m_paste.textOf(token + 1)) || m_paste.is(token + 2, Kind::Close)))
            add(m_paste.at(token + 1).start, valueEnd(m_paste.at(token + 1).end()), tr("a token"));
    }

    /// The authorization code of a callback.
    void readCode(const QueryGroup& query)
    {
        constexpr qsizetype shortest = 6;
        for (const QueryParameter& parameter : query.parameters) {
            const bool isCode = parameter.name == "code"_L1 || parameter.name == "auth_code"_L1;
            if (isCode && !parameter.isTemplate && parameter.value.size() >= shortest)
                m_found.push_back({parameter.valueRange, tr("an authorization code")});
        }
    }

    PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QStringList m_prefixes;
    std::vector<Secret> m_found;
};

} // namespace

void findSecrets(PasteText& paste, const ScopeCatalog& catalog)
{
    SecretFinder(paste, catalog).run();
}

} // namespace scopes
