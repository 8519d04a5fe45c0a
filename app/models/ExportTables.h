#pragma once

#include "models/EndpointTreeModel.h"
#include "models/FindingsModel.h"
#include "models/ScopeTreeModel.h"
#include "request/TableExports.h"

#include <QAbstractTableModel>

namespace scopes {

/// What can be exported, as tables with all their columns. Texts are as they are; see tableAs() for the quoting.

/// Scopes of a catalog in this order, with ScopeTreeModel's columns.
Table scopeTable(const ScopeCatalog& catalog, const std::vector<ScopeId>& scopes, const QString& title);

/// All scopes of a catalog, topic by topic.
Table catalogTable(const ScopeCatalog& catalog);

/// The requested scopes in request order; of those that the catalog does not know only the name.
Table requestTable(const Workspace& workspace);

/// The calls that the endpoints' search shows.
Table callTable(EndpointTreeModel& model);

/// The rows of a flat model, as it shows them.
Table modelTable(const QAbstractTableModel& model, const QStringList& columnNames, const QString& title);

Table findingsTable(const FindingsModel& findings, const QString& title);

/// The columns of these names, in this order; names that the table does not have are left out. At most @p mostRows rows.
Table withColumns(const Table& table, const QStringList& names, std::size_t mostRows = SIZE_MAX);

/// 'definition'...: the stable name of a column of ScopeTreeModel.
QString scopeColumnName(int column);

} // namespace scopes
