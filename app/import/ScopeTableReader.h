#pragma once

#include "document/ReadingProgress.h"
#include "import/ImportedDescription.h"
#include "import/TableColumns.h"

namespace scopes {

/// True if the text is a table of scopes by itself: its first line has headings of which one names scopes, and others.
bool isScopeTable(QByteArrayView text);

/// Reads the tables of scopes in a text: CSV, TSV, Markdown or HTML. Without @p columns they are guessed from the headings;
/// tables without such columns are left out. Each row is a scope; captions are topics where there are several tables and no
/// column for them. What is odd (no name, spaces in a name, a repeated one, more cells than headings) becomes notes with
/// places. The problems of a text without any such table say which tables were found.
Result<ImportedDescription> readScopeTable(
    const QByteArray& text, const TableColumns& columns = {}, const ReadingProgress& progress = {});

/// The first table that scopes can be read from: its headings or, without any, nothing, and the first rows' words; for
/// choosing columns.
struct TablePreview
{
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;
    TableColumns guessed; ///< empty if no heading names the scopes
};

/// True if the text holds a table whose columns the user could choose where they cannot be guessed: one in Markdown or HTML,
/// or lines that all have the same number of cells, two at least.
bool mayBeTable(const QByteArray& text);

/// A look at a text's tables: at most @p mostRows rows of the one for which columns can be guessed, else of the largest.
Result<TablePreview> previewTable(const QByteArray& text, std::size_t mostRows = 8);

} // namespace scopes
