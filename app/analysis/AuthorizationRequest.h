#pragma once

#include "analysis/Pkce.h"
#include "analysis/RedirectRules.h"
#include "catalog/ScopeCatalog.h"
#include "document/Problem.h"
#include "request/SystemRandom.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// Where something is known from: a source of the catalog, or a section of a specification where no source says it.
struct Origin
{
    SourceId source = noId;
    QString section;
};

/// Title, address and date of the source, or the section, in words; empty where neither is known.
QString sourceText(const Origin& origin, const ScopeCatalog& catalog);

/// What a request is made from.
struct AuthorizationInput
{
    QStringList scopes;
    QString platform; ///< id of one of the provider's platforms; empty only where the provider documents none
    QString clientKey; ///< empty: a placeholder stands in its place
    QString redirectUri;
    QStringList registeredUris; ///< as they are registered for the app; empty: not known
    QMap<QString, QString> options; ///< documented parameters that are optional, by name
};

/// A parameter of the request, explained.
struct AuthorizationParameter
{
    enum class Role { Client, ResponseType, Scope, RedirectUri, State, Challenge, ChallengeMethod, Other };

    QString name;
    QString value;
    QString meaning; ///< what it is and what else is documented, in sentences; safe to show
    Required required = Required::Unknown;
    Origin origin;
    Role role = Role::Other;
    bool isPlaceholder = false; ///< the value stands for one that is not known
};

/// Something to know of the request.
struct AuthorizationNote
{
    QString text; ///< safe to show
    Origin origin;
    bool isWarning = false; ///< the request will not do what was meant
};

/// A request that is ready to be made, or all of it but the app's key. It holds a state and a verifier of its own: whoever
/// makes a request makes a new one of these, and stores none.
struct AuthorizationRequest
{
    QString url; ///< with its parameters percent-encoded (RFC 3986, section 2.1); empty where a call makes the request
    QString endpoint; ///< the page that it opens
    QString call; ///< code that makes the request, where the provider documents a call in place of the page
    QString callLanguage; ///< id of a literal dialect, or 'shell'
    Origin origin; ///< of page or call
    std::vector<AuthorizationParameter> parameters; ///< of the URL, in its order
    QString state;
    QString codeVerifier; ///< empty where the request has no challenge
    ChallengeEncoding encoding = ChallengeEncoding::Base64Url;
    bool takesVerifier = false; ///< the token call takes a verifier
    QString tokenEndpoint; ///< empty: not documented
    QString clientParameter;
    QString clientKey; ///< or its placeholder
    QString redirectUri;
    std::vector<RedirectCheck> redirectChecks;
    std::vector<AuthorizationNote> notes;

    /// True if the redirect URI breaks no rule that can be told from it.
    bool hasGoodRedirectUri() const;
};

/// Makes a request from what the catalog documents, by RFC 6749 and RFC 7636 where it documents nothing. @p random is asked for
/// at least 16 bytes for the state and 32 for the verifier. Problems where no request can be written: nothing is requested, a
/// name holds the separator, the platform is none, no page is documented, the redirect URI is missing.
Result<AuthorizationRequest> authorizationRequest(
    const ScopeCatalog& catalog, const AuthorizationInput& input, const RandomSource& random);

/// The platform of that id; null if there is none.
const Platform* findPlatform(const ScopeCatalog& catalog, const QString& id);

} // namespace scopes
