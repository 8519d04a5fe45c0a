#pragma once

#include "catalog/ScopeCatalog.h"
#include "request/Overlay.h"

namespace scopes {

/// The catalog with what the overlay says: each of it with a source of kind Own, which no reader takes for the provider's
/// word. Scopes that the catalog has meanwhile stay the catalog's; notes on scopes that nobody has change nothing. The catalog
/// itself where the overlay has nothing for it. Takes time and memory like a copy of the catalog without its texts.
CatalogPointer withOverlay(const CatalogPointer& catalog, const Overlay& overlay);

} // namespace scopes
