#pragma once

#include "import/DescriptionBuilder.h"

namespace scopes {

/// Reads Microsoft Graph's permissions.json (https://github.com/microsoftgraph/kibali): each permission with its kinds
/// (DelegatedWork, DelegatedPersonal, Application) is an alternative of the calls in its path sets.
void readGraphPermissions(Value root, DescriptionBuilder& builder);

/// Reads the older form of Graph's permissions (permissions-v1.0.json, permissions-beta.json): 'ApiPermissions' lists for each
/// path and 'HttpVerb' the permissions of each kind, of which any one is enough. It has no texts.
void readGraphCalls(Value root, DescriptionBuilder& builder);

/// Reads Microsoft Graph's permissions-descriptions.json and its translations, which have texts and no calls.
void readGraphTexts(Value root, DescriptionBuilder& builder);

} // namespace scopes
