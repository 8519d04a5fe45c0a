#pragma once

#include "import/DescriptionBuilder.h"

namespace scopes {

/// Reads OpenAPI 3.0 and 3.1 (https://spec.openapis.org/oas/v3.1.1) and Swagger 2.0 documents, by the builder's format:
/// security schemes with their flows and scopes, and the security of each operation under `paths`. Callbacks, webhooks and
/// vendor extensions are left out.
void readOpenApi(Value root, DescriptionBuilder& builder);

} // namespace scopes
