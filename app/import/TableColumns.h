#pragma once

#include "document/Problem.h"
#include "import/TextTables.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace scopes {

/// What a column of a table of scopes can hold.
enum class TableField : std::uint8_t { Name, Definition, UserDisplay, Topic, Product, Approval };

constexpr std::size_t tableFieldCount = 6;

/// All of them, the name first.
constexpr std::array<TableField, tableFieldCount> tableFields{TableField::Name, TableField::Definition, TableField::UserDisplay,
    TableField::Topic, TableField::Product, TableField::Approval};

/// The word for a field in --columns and in settings: 'user-display'.
QString idOf(TableField field);

/// Where the fields of a scope stand in one table: places of columns from 0, -1 for what it does not have.
using ColumnPlaces = std::array<int, tableFieldCount>;

/// Which columns of a table hold what, as the user chose: by heading, or by number from 1. A heading that is a number is
/// meant as one.
class TableColumns
{
public:
    /// Nothing chosen: guessed from the headings.
    TableColumns() = default;

    /// Reads 'name=1,definition=What it allows'. A field that does not exist, one given twice, a missing name and number 0
    /// give a problem that says what was expected.
    static Result<TableColumns> fromText(const QString& text);

    /// As fromText() reads it; empty if nothing is chosen.
    QString toText() const;

    bool isEmpty() const;

    /// The column of a field: heading or number; empty: none.
    const QString& column(TableField field) const { return m_columns.at(static_cast<std::size_t>(field)); }

    void setColumn(TableField field, const QString& column) { m_columns.at(static_cast<std::size_t>(field)) = column; }

    /// True if some column is chosen by its heading, so that a table's first row must be headings.
    bool namesHeadings() const;

    /// Where the chosen columns stand in a table with these headings and that many columns. Headings are compared without
    /// case. The problem, without a place, names the first column that the table does not have.
    Result<ColumnPlaces> placesIn(const std::vector<std::string>& headings, std::size_t columnCount) const;

    bool operator==(const TableColumns&) const = default;

private:
    std::array<QString, tableFieldCount> m_columns;
};

/// Where the fields stand by what the headings say ('Scope', 'Description', 'For the user'...); none if no heading names the
/// scopes.
std::optional<ColumnPlaces> guessedPlaces(const std::vector<std::string>& headings);

/// The guess as a choice that can be shown and changed.
TableColumns columnsAt(const ColumnPlaces& places);

} // namespace scopes
