#include "analysis/RequestSnippets.h"

#include "analysis/SnippetTemplates.h"
#include "catalog/Text.h"
#include "document/VisibleText.h"
#include "request/LiteralDialect.h"
#include "request/ShellWord.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

struct Snippets
{
    Q_DECLARE_TR_FUNCTIONS(RequestSnippets)
};

const SnippetTemplate* findTemplate(const QString& id)
{
    const auto all = snippetTemplates();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SnippetTemplate& one) { return toQString(one.id) == id; });
    return found == all.end() ? nullptr : &*found;
}

/// One request in one language.
class CodeWriter
{
public:
    CodeWriter(const SnippetTemplate& language, const AuthorizationRequest& request)
        : m_language(language)
        , m_request(request)
        , m_dialect(*literalDialect(toQString(language.id)))
    {
    }

    QString code() const
    {
        const bool isHex = m_request.encoding == ChallengeEncoding::Hex;
        const std::size_t variant = m_request.codeVerifier.isEmpty() ? 0 : (isHex ? 1 : 2);
        QString pairs;
        for (const AuthorizationParameter& parameter : m_request.parameters)
            pairs += pair(parameter);
        const QString joint = m_request.endpoint.contains(u'?') ? u"&"_s : u"?"_s;
        const QString address = writeString(m_dialect, m_request.endpoint + joint) + toQString(m_language.afterAddress);
        const QString end = toQString(m_language.afterParameters);
        return toQString(m_language.imports.at(variant)) + toQString(m_language.helpers) + toQString(m_language.state)
            + toQString(m_language.challenge.at(variant)) + toQString(m_language.begin)
            + (m_language.isAddressLast ? pairs + end + address : address + pairs + end);
    }

private:
    QString pair(const AuthorizationParameter& parameter) const
    {
        using Role = AuthorizationParameter::Role;
        QString value = writeString(m_dialect, parameter.value);
        if (parameter.role == Role::State)
            value = toQString(m_language.stateName);
        else if (parameter.role == Role::Challenge)
            value = toQString(m_language.challengeName);
        return toQString(m_language.pair[0]) + writeString(m_dialect, parameter.name) + toQString(m_language.pair[1]) + value
            + toQString(m_language.pair[2]);
    }

    const SnippetTemplate& m_language; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const AuthorizationRequest& m_request; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const LiteralDialect& m_dialect; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

Result<QString> tokenExchange(const AuthorizationRequest& request)
{
    if (request.tokenEndpoint.isEmpty())
        return Problem::error(Snippets::tr("The catalog documents no address that gives tokens, so there is no call to write."));
    const QString given = request.tokenEndpoint + request.clientParameter + request.clientKey + request.redirectUri;
    if (given.contains(QChar(u'\0')))
        return Problem::error(Snippets::tr("One of the values holds a NUL character, which no shell can pass on. Take it out."));
    QStringList lines;
    const auto add = [&](const QString& name, const QString& word) {
        lines += u"    --data-urlencode "_s + shellWord(name + u'=') + word;
    };
    lines += u"curl --request POST "_s + shellWord(request.tokenEndpoint);
    add(request.clientParameter, shellWord(request.clientKey));
    add(u"client_secret"_s, u"\"$CLIENT_SECRET\""_s);
    add(u"code"_s, u"\"$AUTHORIZATION_CODE\""_s);
    add(u"grant_type"_s, u"authorization_code"_s);
    if (!request.redirectUri.isEmpty())
        add(u"redirect_uri"_s, shellWord(request.redirectUri));
    if (request.takesVerifier)
        add(u"code_verifier"_s, u"\"$CODE_VERIFIER\""_s);
    const QString variables = request.takesVerifier
        ? Snippets::tr("# Set CLIENT_SECRET, AUTHORIZATION_CODE (decoded, from the answer) and CODE_VERIFIER first.\n")
        : Snippets::tr("# Set CLIENT_SECRET and AUTHORIZATION_CODE (decoded, from the answer) first.\n");
    return variables + lines.join(u" \\\n"_s) + u'\n';
}

} // namespace

const std::vector<SnippetKind>& snippetKinds()
{
    static const std::vector<SnippetKind> kinds{
        {u"url"_s, QT_TRANSLATE_NOOP("SnippetKind", "URL")},
        {u"curl"_s, QT_TRANSLATE_NOOP("SnippetKind", "Token exchange with curl")},
        {u"swift"_s, QT_TRANSLATE_NOOP("SnippetKind", "Swift")},
        {u"kotlin"_s, QT_TRANSLATE_NOOP("SnippetKind", "Kotlin")},
        {u"javascript"_s, QT_TRANSLATE_NOOP("SnippetKind", "JavaScript")},
        {u"python"_s, QT_TRANSLATE_NOOP("SnippetKind", "Python")},
        {u"php"_s, QT_TRANSLATE_NOOP("SnippetKind", "PHP")},
        {u"go"_s, QT_TRANSLATE_NOOP("SnippetKind", "Go")},
        {u"csharp"_s, QT_TRANSLATE_NOOP("SnippetKind", "C#")},
        {u"shell"_s, QT_TRANSLATE_NOOP("SnippetKind", "Shell")},
    };
    return kinds;
}

std::vector<SnippetKind> snippetKindsFor(const AuthorizationRequest& request)
{
    std::vector<SnippetKind> kinds;
    for (const SnippetKind& kind : snippetKinds()) {
        const bool isRequest = request.call.isEmpty() ? kind.id != "shell"_L1 : kind.id == request.callLanguage;
        if (kind.id == "curl"_L1 ? !request.tokenEndpoint.isEmpty() : isRequest)
            kinds.push_back(kind);
    }
    return kinds;
}

Result<QString> snippet(const QString& kind, const AuthorizationRequest& request)
{
    if (kind == "curl"_L1)
        return tokenExchange(request);
    if (!request.call.isEmpty()) {
        if (kind == request.callLanguage)
            return request.call + u'\n';
        return Problem::error(Snippets::tr("For this platform the request is documented as a call, in ‘%1’, and in nothing else.")
                                  .arg(visibleText(request.callLanguage)));
    }
    if (kind == "url"_L1)
        return request.url;
    if (const SnippetTemplate* const language = findTemplate(kind))
        return CodeWriter(*language, request).code();
    return Problem::error(Snippets::tr("There is no snippet ‘%1’ of this request.").arg(visibleText(kind)));
}

} // namespace scopes
