#pragma once

#include "import/TextTables.h"

#include <optional>

namespace scopes {

/// Reads a text as one delimited table (RFC 4180) into @p tables, without headings of its own. The separator is that of a
/// first line 'sep=;', else the one of tab, comma, semicolon and bar that the first line has most of. Lines without any text
/// are passed over. The problem is a quotation mark that nothing closes.
std::optional<Problem> readDelimitedTable(std::string_view source, TextTables& tables);

} // namespace scopes
