#include "models/ExportTables.h"

#include "models/EndpointColumns.h"
#include "models/ScopeColumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ExportTables", text);
}

const QStringList scopeColumns{u"scope"_s, u"definition"_s, u"userDisplay"_s, u"product"_s, u"approval"_s, u"obtainedBy"_s,
    u"endpoints"_s, u"fields"_s}; // NOLINT(cert-err58-cpp)

QStringList cellsOf(const ScopeCatalog& catalog, ScopeId scope)
{
    QStringList cells;
    for (int column = 0; column < ScopeTreeModel::ColumnCount; ++column)
        cells += columnText(catalog, scope, column);
    return cells;
}

} // namespace

QString scopeColumnName(int column)
{
    return scopeColumns.value(column);
}

Table scopeTable(const ScopeCatalog& catalog, const std::vector<ScopeId>& scopes, const QString& title)
{
    Table table{title, {}, {}};
    for (int column = 0; column < ScopeTreeModel::ColumnCount; ++column)
        table.columns.push_back({scopeColumnName(column), columnTitle(column)});
    for (const ScopeId scope : scopes)
        table.rows.push_back(cellsOf(catalog, scope));
    return table;
}

Table catalogTable(const ScopeCatalog& catalog)
{
    return scopeTable(catalog, orderedScopes(catalog, -1, false), catalog.name());
}

Table requestTable(const Workspace& workspace)
{
    const ScopeCatalog& catalog = workspace.catalog();
    Table table = scopeTable(catalog, {}, tr("Scopes requested from %1").arg(catalog.name()));
    for (const QString& name : workspace.selection().names()) {
        const ScopeId id = catalog.find(name);
        QStringList cells{name, tr("not documented")};
        cells.resize(ScopeTreeModel::ColumnCount);
        table.rows.push_back(id == noId ? cells : cellsOf(catalog, id));
    }
    return table;
}

Table callTable(EndpointTreeModel& model)
{
    const ScopeCatalog& catalog = model.workspace().catalog();
    Table table{tr("Calls of %1").arg(catalog.name()),
        {{u"call"_s, endpointColumnTitle(EndpointTreeModel::EndpointColumn)},
            {u"address"_s, endpointColumnTitle(EndpointTreeModel::AddressColumn)},
            {u"needs"_s, endpointColumnTitle(EndpointTreeModel::NeedsColumn)},
            {u"covered"_s, endpointColumnTitle(EndpointTreeModel::CoveredColumn)}},
        {}};
    for (const int number : model.shownCalls()) {
        const CallPart& part = model.parts().at(number);
        table.rows.push_back({endpointText(catalog, part, EndpointTreeModel::EndpointColumn),
            endpointText(catalog, part, EndpointTreeModel::AddressColumn),
            endpointText(catalog, part, EndpointTreeModel::NeedsColumn),
            coverageText(catalog, part, model.workspace().ticked())});
    }
    return table;
}

Table modelTable(const QAbstractTableModel& model, const QStringList& columnNames, const QString& title)
{
    Table table{title, {}, {}};
    const auto count = std::min<qsizetype>(columnNames.size(), model.columnCount());
    for (int column = 0; column < count; ++column)
        table.columns.push_back({columnNames[column], model.headerData(column, Qt::Horizontal).toString()});
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < count; ++column)
            cells += model.index(row, column).data().toString();
        table.rows.push_back(cells);
    }
    return table;
}

Table findingsTable(const FindingsModel& findings, const QString& title)
{
    Table table{title,
        {{u"severity"_s, tr("Severity")}, {u"rule"_s, tr("Rule")}, {u"finding"_s, tr("Finding")},
            {u"why"_s, tr("Why it matters")}, {u"fix"_s, tr("Fix")}, {u"source"_s, tr("Source")}},
        {}};
    for (int row = 0; row < findings.rowCount(); ++row) {
        const QModelIndex index = findings.index(row);
        QStringList cells;
        for (const int role : {int(FindingsModel::SeverityTextRole), int(FindingsModel::RuleRole), int(Qt::DisplayRole),
                 int(FindingsModel::WhyRole), int(FindingsModel::FixRole), int(FindingsModel::SourceRole)})
            cells += index.data(role).toString();
        table.rows.push_back(cells);
    }
    return table;
}

Table withColumns(const Table& table, const QStringList& names, std::size_t mostRows)
{
    Table chosen{table.title, {}, {}};
    std::vector<qsizetype> places;
    for (const QString& name : names) {
        const auto column =
            std::find_if(table.columns.begin(), table.columns.end(), [&](const Table::Column& one) { return one.name == name; });
        if (column == table.columns.end())
            continue;
        chosen.columns.push_back(*column);
        places.push_back(column - table.columns.begin());
    }
    const std::size_t count = std::min(mostRows, table.rows.size());
    chosen.rows.reserve(count);
    for (std::size_t row = 0; row < count; ++row) {
        QStringList cells;
        for (const qsizetype place : places)
            cells += table.rows[row].value(place);
        chosen.rows.push_back(cells);
    }
    return chosen;
}

} // namespace scopes
