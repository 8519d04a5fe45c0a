#include "widgets/TreePlace.h"

#include "models/CatalogTreeModel.h"
#include "widgets/CatalogPane.h"
#include "widgets/CatalogTreeView.h"

#include <QItemSelectionModel>

namespace scopes {

namespace {

TreePlace::Row rowAt(const CatalogPane& pane, const CatalogTreeModel& model, const QModelIndex& index)
{
    if (!index.isValid())
        return {};
    const int key = model.keyAt(index);
    return key < 0 ? TreePlace::Row{model.groupKey(index.siblingAtColumn(0)), true} : TreePlace::Row{pane.nameOf(key), false};
}

QModelIndex indexOf(const CatalogPane& pane, const CatalogTreeModel& model, const TreePlace::Row& row)
{
    if (row.name.isEmpty())
        return {};
    if (!row.isGroup) {
        const int key = pane.keyOf(row.name);
        return key < 0 ? QModelIndex() : model.indexOfKey(key);
    }
    for (int group = 0; group < model.rowCount(); ++group) {
        if (model.groupKey(model.index(group, 0)) == row.name)
            return model.index(group, 0);
    }
    return {};
}

/// The rows within open groups that are open themselves.
std::vector<TreePlace::Row> openRows(const CatalogPane& pane, const CatalogTreeModel& model, const CatalogTreeView& view)
{
    std::vector<TreePlace::Row> open;
    int looked = 0;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        if (!view.isExpanded(parent))
            continue;
        for (int row = 0; row < model.rowCount(parent) && looked < TreePlace::mostRows; ++row, ++looked) {
            const QModelIndex index = model.index(row, 0, parent);
            if (view.isExpanded(index))
                open.push_back(rowAt(pane, model, index));
        }
    }
    return open;
}

} // namespace

TreePlace placeIn(CatalogPane& pane)
{
    const CatalogTreeView& view = pane.treeView();
    const CatalogTreeModel& model = pane.treeModel();
    TreePlace place;
    place.current = rowAt(pane, model, view.currentIndex());
    place.top = rowAt(pane, model, view.indexAt(QPoint(0, 0)));
    for (const QModelIndex& index : view.selectionModel()->selectedRows()) {
        if (place.selected.size() < static_cast<std::size_t>(TreePlace::mostRows))
            place.selected.push_back(rowAt(pane, model, index));
    }
    place.open = openRows(pane, model, view);
    return place;
}

void goTo(CatalogPane& pane, const TreePlace& place)
{
    CatalogTreeView& view = pane.treeView();
    const CatalogTreeModel& model = pane.treeModel();
    for (const TreePlace::Row& row : place.open)
        view.expand(indexOf(pane, model, row));
    const QModelIndex current = indexOf(pane, model, place.current);
    if (current.isValid())
        view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else if (!place.current.name.isEmpty())
        view.goToFirstRow();
    QItemSelection selection;
    for (const TreePlace::Row& row : place.selected) {
        if (const QModelIndex index = indexOf(pane, model, row); index.isValid())
            selection.select(index, index);
    }
    if (!selection.isEmpty())
        view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (const QModelIndex top = indexOf(pane, model, place.top); top.isValid())
        view.scrollTo(top, QAbstractItemView::PositionAtTop);
    else if (current.isValid())
        view.scrollTo(current);
}

} // namespace scopes
