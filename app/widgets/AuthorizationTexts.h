#pragma once

#include "analysis/AuthorizationRequest.h"
#include "analysis/Finding.h"

#include <QString>

namespace scopes {

/// What the dialog of the authorization request says, in sentences; all safe to show as plain text.

/// Each rule that the redirect URI breaks, with its source; or that it breaks none, and what cannot be told from it.
QString redirectNote(const std::vector<RedirectCheck>& checks, const ScopeCatalog& catalog, bool isEmpty);

/// That the request takes no redirect URI.
QString noRedirectNote();

/// 'Yes', 'No' or 'Not documented'.
QString requiredText(Required required);

/// What a parameter is, and where that is known from.
QString explanation(const AuthorizationParameter& parameter, const ScopeCatalog& catalog);

/// What else is documented of such a request, a line a note, each with its source.
QString notesText(const AuthorizationRequest& request, const ScopeCatalog& catalog);

/// What is wrong with the request as a whole, a line each: its warnings, and the first errors that are found in it. Empty:
/// nothing.
QString warningsText(const AuthorizationRequest& request, const std::vector<Finding>& findings, const ScopeCatalog& catalog);

/// Why the request cannot be opened in a browser; empty if it can.
QString openObstacle(const AuthorizationRequest& request);

} // namespace scopes
