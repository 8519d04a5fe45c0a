#pragma once

#include "catalog/ScopeCatalog.h"
#include "document/ReadingProgress.h"
#include "import/CatalogWriter.h"
#include "import/TableColumns.h"

namespace scopes {

/// A catalog, whatever it was made from.
struct OpenedCatalog
{
    CatalogPointer catalog;
    bool isImported = false; ///< from another provider's description; the notes beside it are about that
    bool isTable = false; ///< and that is a table, whose columns can be chosen
};

/// True if the bytes are in our own catalog format, or claim to be: every catalog says so near its beginning.
bool claimsToBeCatalog(QByteArrayView bytes);

/// Reads our catalog format, or imports what another provider publishes, told apart by content. Notes stand beside the value,
/// with their places in the document; what is neither gives errors that say what was expected. @p columns are those of a
/// table of scopes.
Result<OpenedCatalog> openCatalog(QByteArray bytes, const ImportOrigin& origin, Grouping grouping = Grouping::Automatic,
    const TableColumns& columns = {}, const ReadingProgress& progress = {});

/// The same from a file, whose own troubles are problems too.
Result<OpenedCatalog> openCatalogFile(const QString& path, Grouping grouping = Grouping::Automatic,
    const TableColumns& columns = {}, const ReadingProgress& progress = {});

/// The name and the day (UTC) of a file; of what is no file, such as standard input, no name and today.
ImportOrigin originOf(const QString& path);

} // namespace scopes
