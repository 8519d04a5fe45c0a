#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace scopes {

/// Rows for other programs and for people.
struct Table
{
    struct Column
    {
        QString name; ///< stable, for JSON
        QString title; ///< translated
    };

    QString title; ///< what it is a table of
    std::vector<Column> columns;
    std::vector<QStringList> rows; ///< as many cells as columns; texts as they are, unquoted
};

enum class TableFormat { Markdown, Csv, Tsv, Json, Html };

/// 'markdown', 'csv'...: stable.
QString nameOf(TableFormat format);

/// The format of that name.
std::optional<TableFormat> tableFormat(const QString& name);

/// 'md', 'csv'...: what files of the format end in, without a dot.
QString suffixOf(TableFormat format);

/// The table written so that no text in it means anything to what reads it; the same table gives the same bytes.
/// Markdown: GitHub Flavored Markdown. CSV: RFC 4180, see csvField(). JSON: an object with 'title', 'columns' (names) and
/// 'rows', an array of objects by column name. HTML: one page, see htmlPage().
QString tableAs(TableFormat format, const Table& table);

} // namespace scopes
