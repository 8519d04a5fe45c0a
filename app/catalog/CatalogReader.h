#pragma once

#include "catalog/ScopeCatalog.h"
#include "document/Problem.h"

#include <QByteArray>

namespace scopes {

/// Reads our own catalog format (resources/catalog.schema.json, version 1). Gives the catalog, perhaps with notes, or up to 100
/// located problems at once: never a half-read catalog.
Result<CatalogPointer> readCatalog(QByteArray json);

/// The same from a file, whose own troubles (missing, a directory, too large...) are problems too.
Result<CatalogPointer> readCatalogFile(const QString& path);

} // namespace scopes
