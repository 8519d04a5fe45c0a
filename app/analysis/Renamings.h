#pragma once

#include "analysis/CatalogDifference.h"

namespace scopes {

/// Pairs names that went with names that came: where a catalog documents the replacement, where both have the same text for
/// the developer, and where the names are near. A name is in one pair at most. Where very many names changed,
/// or names of very large catalogs, not all is guessed.
std::vector<Renaming> renamingsBetween(
    const ScopeCatalog& before, const QStringList& removed, const ScopeCatalog& after, const QStringList& added);

} // namespace scopes
