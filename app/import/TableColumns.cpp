#include "import/TableColumns.h"

#include "document/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr auto missing = static_cast<std::size_t>(-1);

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

std::size_t placeOf(TableField field)
{
    return static_cast<std::size_t>(field);
}

std::optional<TableField> fieldOf(const QString& id)
{
    const auto* const found =
        std::find_if(tableFields.begin(), tableFields.end(), [&](TableField field) { return idOf(field) == id; });
    return found == tableFields.end() ? std::nullopt : std::optional(*found);
}

QString fieldIds()
{
    QStringList ids;
    for (const TableField field : tableFields)
        ids += idOf(field);
    return ids.join(u", "_s);
}

/// A heading's letters and digits in lower case, words parted by single spaces: 'OAuth_Scope:' as 'oauth scope'.
QString plainHeading(const std::string& heading)
{
    QString plain;
    for (const QChar each : QString::fromStdString(heading).toLower())
        plain += each.isLetterOrNumber() ? each : QChar(u' ');
    return plain.simplified();
}

/// What headings say of their columns; those that say it best come first.
const QStringList& headingsFor(TableField field)
{
    static const std::array<QStringList, tableFieldCount> headings{
        QStringList{u"scope"_s, u"scopes"_s, u"scope name"_s, u"oauth scope"_s, u"oauth scopes"_s, u"oauth 2 0 scope"_s,
            u"oauth 2 0 scopes"_s, u"oauth2 scope"_s, u"scope id"_s, u"scope url"_s, u"scope uri"_s, u"scope value"_s,
            u"scope code"_s, u"scope string"_s, u"permission"_s, u"permissions"_s, u"permission name"_s, u"permission scope"_s,
            u"permission string"_s, u"name"_s},
        QStringList{u"definition"_s, u"description"_s, u"scope description"_s, u"permission description"_s, u"meaning"_s,
            u"for the developer"_s, u"what it allows"_s, u"allows"_s, u"grants"_s, u"access"_s, u"purpose"_s, u"explanation"_s,
            u"details"_s, u"admindescription"_s, u"admin description"_s},
        QStringList{u"user display"_s, u"userdisplay"_s, u"for the user"_s, u"user description"_s, u"userdescription"_s,
            u"user facing description"_s, u"user consent description"_s, u"userconsentdescription"_s, u"consent text"_s,
            u"consent description"_s, u"what the user reads"_s, u"what users see"_s, u"shown to the user"_s, u"user text"_s},
        QStringList{u"topic"_s, u"group"_s, u"category"_s, u"area"_s, u"resource"_s, u"section"_s, u"api"_s, u"service"_s},
        QStringList{u"product"_s, u"products"_s},
        QStringList{u"approval"_s, u"approval needed"_s, u"approval required"_s, u"admin consent"_s, u"admin consent required"_s,
            u"adminconsentrequired"_s, u"requires review"_s, u"review"_s, u"verification"_s, u"sensitivity"_s}};
    return headings.at(placeOf(field));
}

/// The column whose heading says it best.
int guessedPlace(const QStringList& headings, TableField field)
{
    for (const QString& wanted : headingsFor(field)) {
        if (const qsizetype place = headings.indexOf(wanted); place >= 0)
            return static_cast<int>(place);
    }
    return -1;
}

QString shownHeadings(const std::vector<std::string>& headings)
{
    constexpr qsizetype mostShown = 20;
    QStringList shown;
    for (const std::string& heading : headings) {
        if (shown.size() == mostShown)
            return tr("%1 and more").arg(shown.join(u", "_s));
        shown += u'\'' + visibleText(QString::fromStdString(heading), 60) + u'\'';
    }
    return shown.join(u", "_s);
}

} // namespace

QString idOf(TableField field)
{
    switch (field) {
    case TableField::Name:
        return u"name"_s;
    case TableField::Definition:
        return u"definition"_s;
    case TableField::UserDisplay:
        return u"user-display"_s;
    case TableField::Topic:
        return u"topic"_s;
    case TableField::Product:
        return u"product"_s;
    case TableField::Approval:
        return u"approval"_s;
    }
    return {};
}

Result<TableColumns> TableColumns::fromText(const QString& text)
{
    TableColumns columns;
    for (const QString& part : text.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        const QString id = part.left(equals).trimmed();
        const QString column = equals < 0 ? QString() : part.sliced(equals + 1).trimmed();
        const auto field = fieldOf(id);
        if (!field || column.isEmpty())
            return Problem::error(
                tr("'%1' says no column. Write a field, '=' and the column's number or heading; the fields are %2.")
                    .arg(visibleText(part.trimmed(), 100), fieldIds()));
        if (!columns.column(*field).isEmpty())
            return Problem::error(tr("The column of '%1' is given twice. Give it once.").arg(id));
        bool isNumber = false;
        if (column.toInt(&isNumber) < 1 && isNumber)
            return Problem::error(tr("Columns count from 1; '%1' is not among them.").arg(part.trimmed()));
        columns.setColumn(*field, column);
    }
    if (columns.column(TableField::Name).isEmpty())
        return Problem::error(tr("No column is given for the scopes' names. Add name=NUMBER or name=HEADING."));
    return columns;
}

QString TableColumns::toText() const
{
    QStringList parts;
    for (const TableField field : tableFields) {
        if (!column(field).isEmpty())
            parts += idOf(field) + u'=' + column(field);
    }
    return parts.join(u',');
}

bool TableColumns::isEmpty() const
{
    return std::all_of(m_columns.begin(), m_columns.end(), [](const QString& column) { return column.isEmpty(); });
}

bool TableColumns::namesHeadings() const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [](const QString& column) {
        bool isNumber = false;
        [[maybe_unused]] const int number = column.toInt(&isNumber);
        return !column.isEmpty() && !isNumber;
    });
}

Result<ColumnPlaces> TableColumns::placesIn(const std::vector<std::string>& headings, std::size_t columnCount) const
{
    ColumnPlaces places{};
    places.fill(-1);
    for (const TableField field : tableFields) {
        const QString& wanted = column(field);
        if (wanted.isEmpty())
            continue;
        bool isNumber = false;
        const int number = wanted.toInt(&isNumber);
        std::size_t place = missing;
        if (isNumber) {
            place = static_cast<std::size_t>(number) <= columnCount ? static_cast<std::size_t>(number) - 1 : missing;
        } else {
            const auto found = std::find_if(headings.begin(), headings.end(), [&](const std::string& heading) {
                return QString::fromStdString(heading).trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
            });
            place = found == headings.end() ? missing : static_cast<std::size_t>(found - headings.begin());
        }
        if (place == missing)
            return Problem::error(isNumber
                    ? tr("There is no column %1 for '%2': the table has %3.").arg(wanted, idOf(field)).arg(columnCount)
                    : tr("There is no column '%1' for '%2'. The headings are: %3.")
                          .arg(visibleText(wanted, 100), idOf(field), shownHeadings(headings)));
        places.at(placeOf(field)) = static_cast<int>(place);
    }
    return places;
}

std::optional<ColumnPlaces> guessedPlaces(const std::vector<std::string>& headings)
{
    QStringList plain;
    for (const std::string& heading : headings)
        plain += plainHeading(heading);
    ColumnPlaces places{};
    for (const TableField field : tableFields)
        places.at(placeOf(field)) = guessedPlace(plain, field);
    if (places.at(placeOf(TableField::Name)) < 0)
        return {};
    return places;
}

TableColumns columnsAt(const ColumnPlaces& places)
{
    TableColumns columns;
    for (const TableField field : tableFields) {
        if (places.at(placeOf(field)) >= 0)
            columns.setColumn(field, QString::number(places.at(placeOf(field)) + 1));
    }
    return columns;
}

} // namespace scopes
