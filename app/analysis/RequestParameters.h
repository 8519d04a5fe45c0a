#pragma once

#include "analysis/AuthorizationRequest.h"

namespace scopes {

/// The parameters that a request on the platform has, explained, with the values that do not depend on the request: those that
/// the catalog documents for it, then what RFC 6749, section 4.1.1, has besides. An optional one is there if @p options give it
/// a value. Where the catalog says nothing of PKCE, its parameters are there by RFC 7636, section 4.3. @p platform may be null.
std::vector<AuthorizationParameter> requestParameters(
    const ScopeCatalog& catalog, const Platform* platform, const QMap<QString, QString>& options);

/// The documented parameters of the platform that are optional. @p platform may be null.
std::vector<const RequestParameter*> optionalParameters(const ScopeCatalog& catalog, const Platform* platform);

/// What is wrong with the options: one that is not documented as optional, a value that is none of the documented ones.
/// Empty: nothing.
QString optionProblem(const ScopeCatalog& catalog, const Platform* platform, const QMap<QString, QString>& options);

} // namespace scopes
