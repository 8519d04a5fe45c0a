#include "analysis/AuthorizationRequest.h"

#include "analysis/Finding.h"
#include "analysis/RequestParameters.h"
#include "document/VisibleText.h"
#include "request/LiteralDialect.h"
#include "request/ShellWord.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

struct Authorization
{
    Q_DECLARE_TR_FUNCTIONS(Authorization)
};

constexpr int stateByteCount = 16; // 128 bits

QString shown(const QString& text)
{
    return visibleText(text, 200);
}

/// What keeps the scopes from being written as one string; empty if nothing does.
QString problemOf(const QStringList& scopes, const QString& separator)
{
    if (scopes.isEmpty())
        return Authorization::tr("Nothing is requested yet. Name at least one scope.");
    for (const QString& scope : scopes) {
        if (scope.isEmpty())
            return Authorization::tr("One of the scopes has an empty name. Take it out of the request.");
        if (!scope.isValidUtf16())
            return Authorization::tr("The name %1 is no valid text. Take it out of the request.").arg(shown(scope));
        if (scope.contains(separator))
            return Authorization::tr("The name %1 holds what separates scopes, so it would be read as two. Correct it.")
                .arg(shown(scope));
    }
    return {};
}

/// The literal that takes a placeholder's place; null where there is no such placeholder.
QString literalOf(
    const QString& placeholder, const AuthorizationInput& input, const AuthorizationRequest& request, const QString& scope)
{
    const LiteralDialect* const dialect = literalDialect(request.callLanguage);
    const auto literal = [&](const QString& text) { return dialect != nullptr ? writeString(*dialect, text) : shellWord(text); };
    if (placeholder == "client"_L1)
        return literal(request.clientKey);
    if (placeholder == "scope"_L1)
        return literal(scope);
    if (placeholder == "redirect"_L1)
        return literal(input.redirectUri);
    if (placeholder == "state"_L1)
        return literal(request.state);
    if (placeholder == "scopes"_L1 && dialect != nullptr)
        return writeList(*dialect, input.scopes);
    return {};
}

/// The documented call with the values in it.
QString filledIn(const QString& text, const AuthorizationInput& input, const AuthorizationRequest& request, const QString& scope)
{
    QString filled;
    qsizetype at = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype close = text.indexOf(u'}', open);
        const QString literal = close < 0 ? QString() : literalOf(text.mid(open + 1, close - open - 1), input, request, scope);
        if (literal.isNull())
            continue;
        filled += text.mid(at, open - at) + literal;
        at = close + 1;
    }
    return filled + text.mid(at);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

class RequestMaker
{
public:
    RequestMaker(const ScopeCatalog& catalog, const AuthorizationInput& input)
        : m_catalog(catalog)
        , m_input(input)
        , m_platform(findPlatform(catalog, input.platform))
    {
    }

    /// Why no request can be written; empty if one can.
    QString problem() const
    {
        const auto& platforms = m_catalog.provider().platforms;
        if (m_platform == nullptr && !(m_input.platform.isEmpty() && platforms.empty())) {
            QStringList ids;
            for (const Platform& platform : platforms)
                ids += toQString(platform.id);
            return Authorization::tr("The catalog %1 documents no platform ‘%2’. It has: %3.")
                .arg(shown(m_catalog.name()), shown(m_input.platform), shown(ids.join(u", "_s)));
        }
        if (QString wrong = problemOf(m_input.scopes, m_catalog.separator()); !wrong.isEmpty())
            return wrong;
        if (!m_input.clientKey.isValidUtf16() || !m_input.redirectUri.isValidUtf16())
            return Authorization::tr("The client key or the redirect URI is no valid text. Type it again.");
        if (m_input.redirectUri.isEmpty() && takesRedirectUri())
            return Authorization::tr("The redirect URI is missing: the address that the answer goes to.");
        if (!isCall() && endpoint() == nullptr)
            return Authorization::tr("The catalog %1 documents no authorization page with https, so there is no address to open.")
                .arg(shown(m_catalog.name()));
        return {};
    }

    AuthorizationRequest make(const RandomSource& random)
    {
        AuthorizationRequest request;
        const Provider& provider = m_catalog.provider();
        request.clientParameter =
            provider.clientParameter.value.empty() ? u"client_id"_s : toQString(provider.clientParameter.value);
        request.clientKey = m_input.clientKey.isEmpty() ? request.clientParameter.toUpper() : m_input.clientKey;
        request.redirectUri = m_input.redirectUri;
        request.tokenEndpoint = toQString(provider.tokenEndpoint.value);
        request.state = base64Url(random(stateByteCount));
        request.encoding = challengeEncoding(m_platform);
        if (takesRedirectUri())
            request.redirectChecks = checkRedirectUri(m_platform, m_input.redirectUri, m_input.registeredUris);
        if (isCall())
            addCall(request);
        else
            addUrl(request, random);
        addNotes(request);
        return request;
    }

private:
    bool isCall() const { return m_platform != nullptr && !m_platform->call.empty(); }

    bool takesRedirectUri() const { return !isCall() || m_platform->call.front().text.find("{redirect}") != Text::npos; }

    const AuthorizationEndpoint* endpoint() const
    {
        for (const AuthorizationEndpoint& one : m_catalog.provider().authorizationEndpoints) {
            if (one.isCurrent && QUrl(toQString(one.url)).scheme() == "https"_L1)
                return &one;
        }
        return nullptr;
    }

    QString scopeString() const { return m_input.scopes.join(m_catalog.separator()); }

    void addCall(AuthorizationRequest& request) const
    {
        const RequestCall& call = m_platform->call.front();
        request.callLanguage = toQString(call.language);
        request.origin.source = call.source;
        request.takesVerifier = !m_platform->pkce.empty();
        request.call = filledIn(toQString(call.text), m_input, request, scopeString());
        if (call.text.find("{state}") == Text::npos)
            request.state.clear();
    }

    void addUrl(AuthorizationRequest& request, const RandomSource& random) const
    {
        request.endpoint = toQString(endpoint()->url);
        request.origin.source = endpoint()->source;
        request.parameters = requestParameters(m_catalog, m_platform, m_input.options);
        request.takesVerifier = std::any_of(request.parameters.begin(), request.parameters.end(),
            [](const AuthorizationParameter& one) { return one.role == AuthorizationParameter::Role::Challenge; });
        if (request.takesVerifier)
            request.codeVerifier = base64Url(random(verifierByteCount(m_platform)));
        QString separator = request.endpoint.contains(u'?') ? u"&"_s : u"?"_s;
        request.url = request.endpoint;
        for (AuthorizationParameter& parameter : request.parameters) {
            setValue(parameter, request);
            request.url += separator + encoded(parameter.name) + u'=' + encoded(parameter.value);
            separator = u"&"_s;
        }
    }

    void setValue(AuthorizationParameter& parameter, const AuthorizationRequest& request) const
    {
        using enum AuthorizationParameter::Role;
        if (parameter.role == Client) {
            parameter.value = request.clientKey;
            parameter.isPlaceholder = m_input.clientKey.isEmpty();
        } else if (parameter.role == Scope) {
            parameter.value = scopeString();
        } else if (parameter.role == RedirectUri) {
            parameter.value = m_input.redirectUri;
        } else if (parameter.role == State) {
            parameter.value = request.state;
        } else if (parameter.role == Challenge) {
            parameter.value = codeChallenge(request.codeVerifier, request.encoding);
        }
    }

    void addNotes(AuthorizationRequest& request) const
    {
        for (const QString& scope : m_input.scopes) {
            const ScopeId id = m_catalog.find(scope);
            if (id == noId || m_catalog.scope(id).obtainedBy != ObtainedBy::ClientCredentials)
                continue;
            const Facts& kinds = m_catalog.provider().tokenKinds;
            QString text = Authorization::tr("%1 is obtained with client credentials, without a user: it has no place in an "
                                             "authorization request.")
                               .arg(shown(scope));
            if (!kinds.empty())
                text += u' ' + visibleText(toQString(kinds.front().text));
            request.notes.push_back({text, {kinds.empty() ? m_catalog.scope(id).source : kinds.front().source, {}}, true});
        }
        if (m_platform == nullptr)
            return;
        for (const PKCERule& rule : m_platform->pkce)
            request.notes.push_back({visibleText(toQString(rule.text)), {rule.source, {}}, false});
        for (const Fact& fact : m_platform->facts)
            request.notes.push_back({visibleText(toQString(fact.text)), {fact.source, {}}, false});
    }

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const AuthorizationInput& m_input; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const Platform* m_platform;
};

} // namespace

QString sourceText(const Origin& origin, const ScopeCatalog& catalog)
{
    Finding finding;
    finding.source = origin.source;
    finding.section = origin.section;
    return sourceText(finding, catalog);
}

bool AuthorizationRequest::hasGoodRedirectUri() const
{
    return std::none_of(redirectChecks.begin(), redirectChecks.end(),
        [](const RedirectCheck& check) { return check.state == RedirectCheck::State::Broken; });
}

Result<AuthorizationRequest> authorizationRequest(
    const ScopeCatalog& catalog, const AuthorizationInput& input, const RandomSource& random)
{
    RequestMaker maker(catalog, input);
    if (const QString problem = maker.problem(); !problem.isEmpty())
        return Problem::error(problem);
    if (const QString problem = optionProblem(catalog, findPlatform(catalog, input.platform), input.options); !problem.isEmpty())
        return Problem::error(problem);
    return maker.make(random);
}

const Platform* findPlatform(const ScopeCatalog& catalog, const QString& id)
{
    for (const Platform& platform : catalog.provider().platforms) {
        if (toQString(platform.id) == id)
            return &platform;
    }
    return nullptr;
}

} // namespace scopes
