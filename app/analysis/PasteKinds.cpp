#include "analysis/LineForms.h"
#include "analysis/OneOfChars.h"
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

struct Reading
{
    PasteKind kind = PasteKind::Nothing;
    QString evidence;
};

/// Looks at the signs of each kind, the surest first.
class KindReader
{
public:
    explicit KindReader(const PasteText& paste)
        : m_paste(paste)
        , m_trimmed(paste.text.trimmed())
        , m_start(m_trimmed.left(startSize))
        , m_lines(m_start)
    {
    }

    Reading read() const
    {
        if (m_paste.result.occurrences.empty() && m_paste.result.queries.empty() && m_paste.result.secrets.empty()) {
            const bool isAboutAccess =
                m_start.contains(u"scope", Qt::CaseInsensitive) || m_start.contains(u"consent", Qt::CaseInsensitive);
            if (isAboutAccess && tellsOfError())
                return {PasteKind::ErrorText, tr("It tells of an error about scopes, and names none.")};
            return {PasteKind::Nothing, tr("No scope was found in it.")};
        }
        if (m_start.startsWith(u"curl ") || m_start.startsWith(u"$ curl "))
            return {PasteKind::CurlCommand, tr("It begins with the command curl.")};
        if (Reading url = readUrl(); url.kind != PasteKind::Nothing)
            return url;
        if (isTokenExcerpt())
            return {PasteKind::TokenJson, tr("It has the members scope and those beside it in the token endpoint's answer.")};
        if (hasMember(u"access_token") && !m_start.startsWith(u"http"))
            return {PasteKind::TokenJson, tr("It has the member access_token, as the token endpoint's answer has.")};
        if (isTable())
            return {PasteKind::DocsTable, tr("It has rows with columns, as a table of a documentation page has.")};
        return readByLists();
    }

private:
    static bool isTemplateStart(QStringView text)
    {
        return text.startsWith(u'"') || text.startsWith(u'\'') || text.startsWith(u'`');
    }

    Reading readUrl() const
    {
        const bool isAddress = m_start.contains(u"://") && m_start.indexOf(u"://") < 40 && m_start.indexOf(u' ') < 0;
        const qsizetype scheme = m_start.indexOf(u"://");
        const bool startsAsUrl = isAddress || m_start.startsWith(u'?') || m_start.startsWith(u'&') || m_start.startsWith(u'/')
            || (scheme >= 0 && scheme < 40 && m_start.left(scheme).indexOf(u' ') < 0 && !isTemplateStart(m_start)
                && !m_start.left(scheme).contains(u'='));
        for (const QueryGroup& query : m_paste.result.queries) {
            const bool isSentToClient = query.find(u"redirect_uri") == nullptr && query.find(u"code") != nullptr
                && query.find(u"state") != nullptr && query.find(u"client_secret") == nullptr;
            if (isSentToClient && startsAsHttp())
                return {PasteKind::CallbackUrl, tr("It is a request of an address with a code, as the callback has.")};
            const bool isAnswer =
                query.find(u"code") != nullptr || query.find(u"error") != nullptr || query.find(u"access_token") != nullptr;
            const bool isRequest = query.find(u"response_type") != nullptr || query.base.contains(u"authorize")
                || (!isAnswer && (query.find(u"scope") != nullptr || query.find(u"scopes") != nullptr || asksForConsent(query)));
            if (!startsAsUrl && !m_start.startsWith(u"code=") && !m_start.startsWith(u"scope="))
                continue;
            if (isRequest)
                return {PasteKind::AuthorizationUrl, tr("It is an address with the parameters of an authorization request.")};
            if (isAnswer)
                return {PasteKind::CallbackUrl, tr("It is an address with a code or an error, as the callback has.")};
        }
        return {};
    }

    /// True for a request of a provider where the app's scopes are set beforehand: RFC 6749, section 4.1.1, lets scope out.
    static bool asksForConsent(const QueryGroup& query)
    {
        return query.find(u"redirect_uri") != nullptr && query.find(u"state") != nullptr;
    }

    /// True for a line of a server's log or of a request: RFC 9112, section 3.
    bool startsAsHttp() const { return m_start.startsWith(u"GET ") || m_start.startsWith(u"\"GET "); }

    /// True for an excerpt of the token endpoint's answer that leaves the token out. RFC 6749, section 5.1.
    bool isTokenExcerpt() const
    {
        return m_start.contains(u'"') && !contains(u"(;") && hasMember(u"scope")
            && (hasMember(u"expires_in") || hasMember(u"token_type") || hasMember(u"refresh_token"));
    }

    bool hasMember(QStringView name) const
    {
        for (int token = 0; token < m_paste.count(); ++token) {
            if (m_paste.is(token, Kind::Word) && m_paste.textOf(token) == name
                && isBeforeValue(m_paste.is(token + 1, Kind::Close) ? token + 2 : token + 1))
                return true;
        }
        return false;
    }

    bool isBeforeValue(int token) const
    {
        return (m_paste.is(token, Kind::Word) && m_paste.textOf(token).startsWith(u':')) // :3600
            || m_paste.isMark(token, u':') || m_paste.isMark(token, u'=')
            || (m_paste.isMark(token, u']') && m_paste.isMark(token + 1, u'='));
    }

    bool contains(QStringView marks) const
    {
        return std::any_of(m_start.begin(), m_start.end(), [&](QChar unit) { return marks.contains(unit); });
    }

    /// True for the words of errors and logs. RFC 6749, sections 4.1.2.1 and 5.2; RFC 6750, section 3.1.
    bool tellsOfError() const
    {
        static constexpr std::array<QStringView, 26> words{u"error", u"exception", u"missing", u"denied", u"insufficient",
            u"invalid", u"illegal", u"unauthorized", u"not authorized", u"not_authorized", u"not authorize", u"forbidden",
            u"not grant", u"not been granted", u"not valid", u"doesn't exist", u"requested=", u"granted ", u" lacks ",
            u"does not have", u"doesn't have", u"couldn't ", u"could not ", u"went wrong", u"has not consented", u"fatal:"};
        return std::any_of(
            words.begin(), words.end(), [&](QStringView word) { return m_start.contains(word, Qt::CaseInsensitive); });
    }

    /// True where the error is what the text is about, and not a part of a program or of data.
    bool isError() const
    {
        if (m_start.startsWith(u"error: ", Qt::CaseInsensitive) || m_start.startsWith(u"fatal: ", Qt::CaseInsensitive))
            return true;
        const bool isData = m_start.startsWith(u'{') || m_trimmed.contains(u'\n');
        return !isData && !contains(u";(") && !m_start.contains(u" = ") && !m_start.contains(u" => ") && tellsOfError();
    }

    bool isTable() const
    {
        const QStringView firstLine = m_start.left(qMax(qsizetype(0), m_start.indexOf(u'\n')));
        if ((m_start.startsWith(u'|') && (firstLine.isEmpty() ? m_start : firstLine).count(u'|') > 1)
            || m_start.startsWith(u"<table") || m_start.startsWith(u"<t"))
            return true;
        return std::any_of(m_paste.result.lists.begin(), m_paste.result.lists.end(),
            [](const ScopeList& list) { return list.kind == PasteKind::DocsTable; });
    }

    /// By what most of the scopes stand in.
    Reading readByLists() const
    {
        const std::vector<ScopeList>& lists = m_paste.result.lists;
        const auto has = [&](PasteKind kind) {
            return std::any_of(lists.begin(), lists.end(), [&](const ScopeList& list) { return list.kind == kind; });
        };
        const bool isArray =
            m_start.startsWith(u'[') && !m_trimmed.endsWith(u';') && m_start.size() > 1 && !m_start[1].isLetterOrNumber();
        const bool isObject = m_start.startsWith(u'{') || isArray;
        const bool hasScopes = !m_paste.result.occurrences.empty(); // what was secret in a list is in it no more
        if (hasScopes && isError())
            return {PasteKind::ErrorText, tr("It tells of an error or of what was granted, and names scopes.")};
        if (isObject && m_trimmed.contains(u'"')) {
            const bool isError =
                m_start.contains(u"\"error\"") || (m_start.contains(u"\"message\"") && m_start.contains(u"not been granted"));
            return isError ? Reading{PasteKind::ErrorText, tr("It is an object with the member error.")}
                           : Reading{PasteKind::Json, tr("It is a JSON object or array.")};
        }
        if (has(PasteKind::ScopeList))
            return {PasteKind::ScopeList, tr("It holds nothing but scopes and what separates them.")};
        if (has(PasteKind::EnvLine) || (has(PasteKind::Yaml) && m_lines.areSettings()))
            return {PasteKind::EnvLine, tr("It has lines of the form NAME=value.")};
        if (has(PasteKind::AuthorizationUrl) && !has(PasteKind::CodeLiteral) && !contains(u"\"'`"))
            return {PasteKind::AuthorizationUrl, tr("It holds an address with the parameters of an authorization request.")};
        if ((has(PasteKind::Yaml) || has(PasteKind::CodeLiteral)) && isListOnly())
            return {PasteKind::ScopeList, tr("It holds nothing but scopes and what separates them.")};
        const bool isYaml = m_lines.areYaml()
            && (!has(PasteKind::CodeLiteral) || !contains(u"\"'`(;=") || (m_lines.areSeveral() && !contains(u"`(;={")));
        if (!has(PasteKind::Yaml) && isYaml)
            return {PasteKind::Yaml, tr("It has lines of the form 'name: value' or '- value'.")};
        if (isMarkdownSentence() || (has(PasteKind::Yaml) && !has(PasteKind::CodeLiteral) && !m_lines.mayBeYaml()))
            return isProgram() ? readProgram() : readSentences();
        if (has(PasteKind::CodeLiteral) || has(PasteKind::AuthorizationUrl)
            || (has(PasteKind::Json) && (contains(u"(;=") || !m_start.contains(u'"'))))
            return {PasteKind::CodeLiteral, tr("It has scopes in string literals, with code around them.")};
        if (has(PasteKind::Json))
            return {PasteKind::Json, tr("It has members with names in quotes.")};
        if (has(PasteKind::Yaml))
            return {PasteKind::Yaml, tr("It has lines of the form 'name: value' or '- value'.")};
        if (!hasScopes && m_paste.result.queries.empty() && !tellsOfError())
            return {PasteKind::Nothing, tr("No scope was found in it, but something that looks secret.")};
        return isProgram() && hasScopes ? readProgram() : readSentences();
    }

    static Reading readProgram() { return {PasteKind::CodeLiteral, tr("It has scopes with code around them.")}; }

    Reading readSentences() const
    {
        if (m_paste.result.occurrences.empty())
            return {tellsOfError() ? PasteKind::ErrorText : PasteKind::DocsTable, tr("It is a text without scopes.")};
        if (hasHeadWords())
            return {PasteKind::DocsTable, tr("Lines begin with a scope and go on with what it is for.")};
        if (!tellsOfError())
            return {PasteKind::DocsTable, tr("It names scopes in sentences or lines, as a documentation page does.")};
        return {PasteKind::ErrorText, tr("It is a text that names scopes.")};
    }

    /// True for a sentence with its scopes between backticks.
    bool isMarkdownSentence() const { return m_start.contains(u'`') && !contains(u"\"'(){}[]=<>$;+"); }

    /// True for the marks of calls and of lists that other text does not have.
    bool isProgram() const
    {
        static constexpr std::array<QStringView, 5> signs{u"('", u"(\"", u"~w(", u" => ", u");"};
        return std::any_of(signs.begin(), signs.end(), [&](QStringView sign) { return m_start.contains(sign); });
    }

    /// True if nothing stands beside the scopes but quotation marks, commas and bullets.
    bool isListOnly() const
    {
        const bool isPlain = std::all_of(m_start.begin(), m_start.end(),
            [](QChar unit) { return unit.isLetterOrNumber() || unit.isSpace() || isOneOfChars(unit, u"._,'\"`-*•"); });
        for (int token = 0; isPlain && token < m_paste.count(); ++token) {
            const QStringView word = m_paste.textOf(token);
            if (m_paste.is(token, Kind::Word) && (keyStrength(word) == KeyStrength::Strict || isProgramWord(word)))
                return false;
        }
        return isPlain;
    }

    /// True if a line begins with a scope that a description follows. There are scopes.
    bool hasHeadWords() const
    {
        const auto& first = m_paste.result.occurrences.front();
        return first.range.start == m_paste.mapped.sourceStart(static_cast<int>(m_trimmed.data() - m_paste.text.data()));
    }

    static constexpr qsizetype startSize = 2000;

    const PasteText& m_paste; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QStringView m_trimmed;
    QStringView m_start;
    LineForms m_lines;
};

} // namespace

void recogniseKind(const PasteText& paste)
{
    const Reading reading = KindReader(paste).read();
    paste.result.kind = reading.kind;
    paste.result.evidence = reading.evidence;
}

} // namespace scopes
