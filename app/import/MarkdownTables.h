#pragma once

#include "import/TextTables.h"

namespace scopes {

/// Reads the pipe tables of a Markdown text (GitHub Flavored Markdown 4.10) into @p tables, those in code blocks left out. A
/// table's caption is the heading above it, the page's title its first heading.
void readMarkdownTables(std::string_view source, TextTables& tables);

} // namespace scopes
