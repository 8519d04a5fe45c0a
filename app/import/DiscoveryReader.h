#pragma once

#include "import/DescriptionBuilder.h"

namespace scopes {

/// Reads a Google API Discovery document (https://developers.google.com/discovery/v1/reference/apis): the scopes of
/// auth.oauth2, and each method of each resource, of whose scopes any one is enough.
void readDiscovery(Value root, DescriptionBuilder& builder);

} // namespace scopes
