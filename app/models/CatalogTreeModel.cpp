#include "models/CatalogTreeModel.h"

namespace scopes {

CatalogTreeModel::CatalogTreeModel(Workspace& workspace, QObject* parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::catalogAboutToChange, this, [this] { beginResetModel(); });
    connect(&workspace, &Workspace::catalogChanged, this, [this] {
        refresh();
        endResetModel();
        Q_EMIT shownChanged();
    });
    connect(&workspace, &Workspace::selectionChanged, this,
        [this](const SelectionChange&, const std::vector<ScopeId>& touched) { onSelectionChanged(touched); });
}

bool CatalogTreeModel::isBehind() const
{
    return false;
}

bool CatalogTreeModel::isSorting() const
{
    return false;
}

bool CatalogTreeModel::hasHitsBelow(const QModelIndex&) const
{
    return false;
}

} // namespace scopes
