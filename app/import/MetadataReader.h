#pragma once

#include "import/DescriptionBuilder.h"

namespace scopes {

/// True for metadata of an authorization server, an OpenID provider or a protected resource; scopes need not be in it.
bool isServerMetadata(Value root);

/// Reads what a server publishes about itself: authorization server metadata (RFC 8414), OpenID Connect discovery
/// (openid-connect-discovery-1_0 section 3) and protected resource metadata (RFC 9728). All name scopes in
/// `scopes_supported`, without texts.
void readServerMetadata(Value root, DescriptionBuilder& builder);

} // namespace scopes
