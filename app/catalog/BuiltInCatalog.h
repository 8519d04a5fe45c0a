#pragma once

#include "catalog/ScopeCatalog.h"
#include "document/Problem.h"

namespace scopes {

/// The catalog that the program opens on: TikTok for Developers, from the program's own resources. Problems only if the
/// program was built with a broken resource.
Result<CatalogPointer> builtInCatalog();

} // namespace scopes
