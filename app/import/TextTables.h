#pragma once

#include "document/Problem.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scopes {

/// How a text writes its tables.
enum class TableForm : std::uint8_t {
    Delimited, ///< CSV (RFC 4180) and TSV, also with semicolons
    Markdown, ///< GitHub Flavored Markdown 4.10, pipes between cells
    Html
};

/// One table of a text. Cells are as written there; nameIn(), wordsIn() and textIn() read them.
struct TextTable
{
    struct Row
    {
        std::size_t offset = 0; ///< bytes from the start of the text
        std::vector<std::string_view> cells;
    };

    std::string caption; ///< the heading above it as plain text; may be empty
    Row headings; ///< no cells where the text does not mark them as headings
    std::vector<Row> rows;
};

/// All tables of a text, which they keep alive.
struct TextTables
{
    TableForm form = TableForm::Delimited;
    QByteArray source; ///< UTF-8
    std::string title; ///< of the page, as plain text; may be empty
    std::vector<TextTable> tables; ///< in the text's order; those without rows are left out
};

/// The tables that a text in UTF-8, or UTF-16 with a byte order mark, has. A text with neither Markdown nor HTML tables is one
/// delimited table, which by itself means nothing. A quotation mark that is not closed, and text that is not UTF-8, give a
/// located problem.
Result<TextTables> readTables(const QByteArray& text);

/// The cells of a text's first line, as a delimited table has them.
std::vector<std::string> delimitedHeadings(QByteArrayView text);

/// A cell's content as a name: exact, but for what the form puts around it (quotation marks, code marks, emphasis, links,
/// tags, escapes) and blanks at both ends.
std::string nameIn(std::string_view cell, TableForm form);

/// A cell's content as plain words on one line.
std::string wordsIn(std::string_view cell, TableForm form);

/// A cell's text as its form has it: with its Markdown or HTML, without quotation marks around it.
std::string textIn(std::string_view cell, TableForm form);

} // namespace scopes
