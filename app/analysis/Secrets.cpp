#include "analysis/OneOfChars.h"
#include "analysis/PasteParts.h"
#include "analysis/PlainWords.h"
#include "analysis/SecretNames.h"
#include "analysis/TokenForms.h"

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

bool isValueUnit(QChar unit)
{
    return unit.isLetterOrNumber() || isOneOfChars(unit, u"-._~+/=!*%:");
}

bool looksLikeName(QStringView value, QStringView key)
{
    const QString upper = value.toString().toUpper();
    return value == key || (value == upper && value.contains(u'_')) || isProgramName(value) || value == u"null"
        || value == u"None" || value == u"undefined" || value == u"true" || value == u"false" || value == u"string"
        || value == u"str" || value == u"String" || value.startsWith(u'$') || value.startsWith(u'%');
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
        // By their forms first: those know whose a token is.
        for (int token = 0; token < m_paste.count(); ++token) {
            if (m_paste.is(token, Kind::Word))
                readShaped(token);
        }
        for (int token = 0; token < m_paste.count(); ++token) {
            if (!m_paste.is(token, Kind::Word))
                continue;
            readNamed(token);
            readAuthorization(token);
            readCodeMember(token);
            readPassword(token);
        }
        readPrivateKeys();
        for (const QueryGroup& query : m_paste.result.queries)
            readCode(query);
        std::stable_sort(m_found.begin(), m_found.end(), [](const Secret& a, const Secret& b) {
            return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.length > b.range.length;
        });
        int covered = 0;
        for (Secret& secret : m_found) {
            const int end = secret.range.start + secret.range.length;
            if (end <= covered)
                continue;
            secret.range.start = std::max(secret.range.start, covered);
            secret.range.length = end - secret.range.start;
            covered = end;
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
        const QString known = secretName(name);
        const bool isGuess = known.isEmpty();
        if (isGuess && !mayNameToken(name))
            return;
        const QString what = isGuess ? tr("a token") : known;
        int next = token + 1;
        const bool isQuoted = m_paste.is(next, Kind::Close);
        next += isQuoted ? 1 : 0;
        if (const int value = elementOrCell(token, next); value > 0)
            return add(m_paste.at(value).start, valueEnd(m_paste.at(value).end()), what);
        if (isQuoted && m_paste.isMark(next, u']'))
            ++next;
        const bool isTight = m_paste.isMark(next, u'=') && m_paste.areAdjacent(next - 1, next);
        if (!m_paste.isMark(next, u'=') && !m_paste.isMark(next, u':') && !(isQuoted && m_paste.isMark(next, u',')))
            return;
        const bool isArgument = m_paste.isMark(next, u',');
        ++next;
        while (m_paste.isMark(next, u'>') || m_paste.isMark(next, u'='))
            ++next;
        next = behindType(next);
        if (m_paste.is(next, Kind::Open)) {
            const PasteToken& open = m_paste.at(next);
            const QStringView content = m_paste.text.mid(open.end(), m_paste.at(open.pair).start - open.end());
            if (!content.contains(u"${") && !content.startsWith(u'$') && !content.isEmpty() && (!isGuess || looksRandom(content)))
                add(open.end(), m_paste.at(open.pair).start, what);
        } else if (m_paste.is(next, Kind::Word) && !isArgument && (!isGuess || looksRandom(m_paste.textOf(next)))) {
            readPlain(next, name, what, isTight);
        }
    }

    /// The credentials of a header, whatever their scheme: Authorization: Bot abc123. RFC 9110, section 11.6.2.
    void readAuthorization(int token)
    {
        if (m_paste.textOf(token).compare(u"Authorization", Qt::CaseInsensitive) != 0)
            return;
        int scheme = token + (m_paste.is(token + 1, Kind::Close) ? 2 : 1);
        if (!m_paste.isMark(scheme, u':') && !m_paste.isMark(scheme, u'=') && !m_paste.isMark(scheme, u','))
            return;
        scheme += m_paste.isMark(scheme + 1, u'>') ? 2 : 1;
        scheme += m_paste.is(scheme, Kind::Open) ? 1 : 0;
        const int value = scheme + 1;
        if (m_paste.is(scheme, Kind::Word) && m_paste.is(value, Kind::Word) && looksRandom(m_paste.textOf(value)))
            add(m_paste.at(value).start, valueEnd(m_paste.at(value).end()), tr("a token"));
    }

    /// The value of <client_secret>value</client_secret>, of name="client_secret" value="value", or in the cell behind the
    /// name's; 0 if there is none.
    int elementOrCell(int token, int next) const
    {
        if (m_paste.isMark(token - 1, u'<') && m_paste.isMark(next, u'>') && m_paste.is(next + 1, Kind::Word))
            return next + 1;
        const bool isField = m_paste.is(next, Kind::Word) && m_paste.textOf(next) == u"value" && m_paste.isMark(next + 1, u'=');
        if (isField && m_paste.is(next + 2, Kind::Open) && m_paste.is(next + 3, Kind::Word))
            return next + 3;
        const int cell = m_paste.isMark(next, u'|') ? next + 1 : next;
        if (!m_paste.is(cell, Kind::Word) || cell == 0)
            return 0;
        const int before = m_paste.at(cell - 1).end();
        const bool isCell = cell > next || m_paste.text.mid(before, m_paste.at(cell).start - before).contains(u'\t');
        return isCell && looksRandom(m_paste.textOf(cell)) ? cell : 0;
    }

    /// The token behind the type and length that PHP's var_dump writes in front of a string: string(72) "...".
    int behindType(int token) const
    {
        const int type = m_paste.skipLines(token);
        const bool isType = m_paste.is(type, Kind::Word) && m_paste.textOf(type) == u"string" && m_paste.isMark(type + 1, u'(')
            && m_paste.isMark(type + 3, u')') && m_paste.is(type + 4, Kind::Open);
        return isType ? type + 4 : token;
    }

    /// Letters and digits mixed, and long enough for it: no word.
    static bool looksRandom(QStringView word)
    {
        constexpr qsizetype shortest = 8;
        const bool hasLetter = std::any_of(word.begin(), word.end(), [](QChar unit) { return unit.isLetter(); });
        return word.size() >= shortest && hasLetter && hasDigit(word) && std::all_of(word.begin(), word.end(), isValueUnit);
    }

    /// A member called code, which may be an error's as well. RFC 6749, section 4.1.2.
    void readCodeMember(int token)
    {
        if (m_paste.textOf(token) != u"code")
            return;
        int next = token + (m_paste.is(token + 1, Kind::Close) ? 2 : 1);
        if (!m_paste.isMark(next, u':') && !m_paste.isMark(next, u'='))
            return;
        next += m_paste.isMark(next + 1, u'>') ? 2 : 1;
        next += m_paste.is(next, Kind::Open) ? 1 : 0;
        if (m_paste.is(next, Kind::Word) && looksRandom(m_paste.textOf(next)))
            add(m_paste.at(next).start, valueEnd(m_paste.at(next).end()), tr("an authorization code"));
    }

    /// Password of an address or of curl's option -u. RFC 3986, section 3.2.1; RFC 6749, section 2.3.1.
    void readPassword(int token)
    {
        const QStringView word = m_paste.textOf(token);
        const int start = m_paste.at(token).start;
        if (const qsizetype host = word.indexOf(u"://") + 3; host > 2) {
            const qsizetype end = word.mid(host).indexOf(u'@') + host;
            const qsizetype colon = word.mid(host).indexOf(u':') + host;
            if (end > colon && colon > host && !word.mid(host, end - host).contains(u'/'))
                add(start + static_cast<int>(colon) + 1, start + static_cast<int>(end), tr("a password or private key"));
        } else if ((word == u"-u" || word == u"--user") && token + 1 < m_paste.count()) {
            const int value = m_paste.is(token + 1, Kind::Open) ? token + 2 : token + 1;
            const qsizetype colon = m_paste.textOf(value).indexOf(u':');
            if (m_paste.is(value, Kind::Word) && colon > 0 && !m_paste.textOf(value).contains(u'$'))
                add(m_paste.at(value).start + static_cast<int>(colon) + 1, m_paste.at(value).end(),
                    tr("a password or private key"));
        }
    }

    /// The body of private keys. RFC 7468, section 10.
    void readPrivateKeys()
    {
        const QStringView mark = u"PRIVATE KEY-----";
        qsizetype at = m_paste.text.indexOf(mark);
        while (at >= 0) {
            const qsizetype start = at + mark.size();
            const qsizetype end = m_paste.text.indexOf(u"-----END", start);
            constexpr qsizetype longestLabel = 40; // '-----BEGIN ENCRYPTED '
            const bool isBegin = m_paste.text.left(at).right(longestLabel).contains(u"-----BEGIN ");
            if (isBegin)
                add(static_cast<int>(start), static_cast<int>(end < 0 ? m_paste.text.size() : end),
                    tr("a password or private key"));
            at = m_paste.text.indexOf(mark, start);
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
        if (word.size() >= shortestToken() && readKnownForms(one, word))
            return;
        constexpr qsizetype shortest = 8;
        for (const QString& prefix : m_prefixes) {
            if (word.startsWith(prefix) && word.size() >= prefix.size() + shortest && m_paste.shapes.of(word) != Shape::Known
                && (hasDigit(word) || word.count(u'.') == 1))
                return add(one.start, valueEnd(one.end()), tr("a token"));
        }
        if (word.isEmpty() || !isOneOfChars(word[0], u"bB"))
            return;
        const bool isScheme =
            word.compare(u"Bearer", Qt::CaseInsensitive) == 0 || word.compare(u"Basic", Qt::CaseInsensitive) == 0;
        if (isScheme && m_paste.is(token + 1, Kind::Word) && m_paste.at(token + 1).length >= shortest
            && (hasDigit(m_paste.textOf(token + 1)) || word.compare(u"Bearer", Qt::CaseInsensitive) == 0)
            && m_paste.textOf(token + 1).compare(u"authentication", Qt::CaseInsensitive) != 0
            && std::all_of(m_paste.textOf(token + 1).begin(), m_paste.textOf(token + 1).end(), isValueUnit)
            && (hasDigit(m_paste.textOf(token + 1)) || m_paste.is(token + 2, Kind::Close)))
            add(m_paste.at(token + 1).start, valueEnd(m_paste.at(token + 1).end()), tr("a token"));
    }

    /// What is a token of any provider by its beginning alone; false if there is none.
    bool readKnownForms(const PasteToken& one, QStringView word)
    {
        auto token = findToken(word, 0);
        if (!token || m_paste.shapes.of(word) == Shape::Known)
            return false;
        for (; token; token = findToken(word, token->start + token->length)) {
            const int start = one.start + static_cast<int>(token->start);
            add(start, valueEnd(start + static_cast<int>(token->length)),
                token->owner.isEmpty() ? tr("a JSON Web Token") : tr("a token or key of %1").arg(token->owner));
        }
        return true;
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
