#pragma once

#include "catalog/ScopeCatalog.h"

#include <QStringList>

#include <vector>

class QMimeData;

namespace scopes {

/// The MIME type of scope names, one a line, as the request takes them.
inline constexpr auto scopeNamesMimeType = "application/x-scope-explorer-scopes";

/// Rows that are copied or dragged at once. A million would take seconds, and memory in every program that looks at the
/// clipboard.
inline constexpr std::size_t mostRowsCopied = 100'000;

/// What tableToMime() gives.
QStringList tableMimeTypes();

/// A table for the clipboard: the names as plain text, one a line, and the rows below the head as TSV and HTML. Never null; the
/// caller owns it.
QMimeData* tableToMime(const QStringList& names, const QStringList& head, const QList<QStringList>& rows);

/// What rowsToMime() gives: the names for the request and for text, and a table for spreadsheets as TSV and HTML.
QStringList rowMimeTypes();

/// Rows of scopes for the clipboard and for dragging; the columns are ScopeTreeModel's. Never null; the caller owns it.
QMimeData* rowsToMime(const ScopeCatalog& catalog, const std::vector<ScopeId>& scopes, const std::vector<int>& columns);

} // namespace scopes
