#pragma once

#include "catalog/ScopeCatalog.h"
#include "document/Problem.h"
#include "document/ReadingProgress.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace scopes {

/// Reads our own catalog format (resources/catalog.schema.json, version 1). Gives the catalog, perhaps with notes, or up to 100
/// located problems at once: never a half-read catalog.
Result<CatalogPointer> readCatalog(QByteArray json, const ReadingProgress& progress = {});

/// Name and definition of a scope, before the whole catalog is known.
struct ScopePreview
{
    QString name;
    QString definition;
};

/// The first scopes, at most @p most, of a catalog in our format of which only the beginning is there. Of what is no catalog,
/// is broken, or has its scopes further behind, none.
std::vector<ScopePreview> firstScopes(QByteArrayView head, int most);

/// The same from a file, whose own troubles (missing, a directory, too large...) are problems too.
Result<CatalogPointer> readCatalogFile(const QString& path);

} // namespace scopes
