#pragma once

#include "catalog/ScopeCatalog.h"
#include "document/ReadingProgress.h"
#include "import/CatalogWriter.h"
#include "import/TableColumns.h"

namespace scopes {

class DocumentFiles;

/// How a file is read, as the user chose it; our own format is always read the same way.
struct OpeningChoices
{
    Grouping grouping = Grouping::Automatic; ///< what the scopes of a description are put into topics by
    TableColumns columns; ///< of a table of scopes; empty: guessed
    bool withFiles = false; ///< references of a description lead to files in its folder, and below
    bool undefinedSchemes = false; ///< see DescriptionChoices

    bool operator==(const OpeningChoices&) const = default;
};

/// A catalog, whatever it was made from.
struct OpenedCatalog
{
    CatalogPointer catalog;
    bool isImported = false; ///< from another provider's description; the notes beside it are about that
    bool isTable = false; ///< and that is a table, whose columns can be chosen
    bool leadsToFiles = false; ///< and that refers to other files, which were not read: see OpeningChoices
};

/// True if the bytes are in our own catalog format, or claim to be: every catalog says so near its beginning.
bool claimsToBeCatalog(QByteArrayView bytes);

/// Reads our catalog format, or imports what another provider publishes, told apart by content. Notes stand beside the value,
/// with their places in the document; what is neither gives errors that say what was expected. References to other files are
/// followed into @p files, where there are any.
Result<OpenedCatalog> openCatalog(QByteArray bytes, const ImportOrigin& origin, const OpeningChoices& choices = {},
    const ReadingProgress& progress = {}, DocumentFiles* files = nullptr);

/// The same from a file, whose own troubles are problems too.
Result<OpenedCatalog> openCatalogFile(
    const QString& path, const OpeningChoices& choices = {}, const ReadingProgress& progress = {});

/// The name and the day (UTC) of a file; of what is no file, such as standard input, no name and today.
ImportOrigin originOf(const QString& path);

} // namespace scopes
