#pragma once

#include "analysis/AuthorizationRequest.h"
#include "analysis/Finding.h"

#include <vector>

namespace scopes {

/// What 'check' says of the finished request, read as the text that it is, but for findings on the redirect URI, which the
/// request has itself. @p profile may be null: approval is not checked then.
std::vector<Finding> authorizationFindings(
    const AuthorizationRequest& request, const AuthorizationInput& input, const ScopeCatalog& catalog, const AppProfile* profile);

} // namespace scopes
