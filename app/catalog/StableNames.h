#pragma once

#include "catalog/Endpoint.h"
#include "catalog/Scope.h"

namespace scopes {

/// The words of our catalog format (resources/catalog.schema.json), which programs read too; data() is null where it is not
/// known.

Text nameOf(ObtainedBy obtainedBy);
Text nameOf(TokenKind kind);
Text nameOf(Scope::Status status);

} // namespace scopes
