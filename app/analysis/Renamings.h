#pragma once

#include "analysis/CatalogDifference.h"

namespace scopes {

/// Pairs names that went with names that came: where a catalog documents the replacement, where both have the same text for
/// the developer, and where the names are near. A name is in one pair at most. No guess is made where very many names changed.
std::vector<Renaming> renamingsBetween(
    const ScopeCatalog& before, const QStringList& removed, const ScopeCatalog& after, const QStringList& added);

} // namespace scopes
