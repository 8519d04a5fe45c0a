#pragma once

#include "import/TextTables.h"

namespace scopes {

/// Reads the tables of an HTML text into @p tables: those within a table's cell are text of that cell. A row of <th> at the
/// top is the headings; cells that span columns or rows stand in each of them. A table's caption is its <caption> or the
/// heading above it, the page's title its <title> or first heading.
void readHtmlTables(std::string_view source, TextTables& tables);

} // namespace scopes
