#include "widgets/TreePlace.h"

#include "models/CatalogTreeModel.h"
#include "widgets/CatalogPane.h"
#include "widgets/CatalogTreeView.h"

#include <QHash>
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

/// Finds the rows of a place in the catalog that a pane shows now.
class RowFinder
{
public:
    explicit RowFinder(const CatalogPane& pane, const CatalogTreeModel& model)
        : m_pane(pane)
        , m_model(model)
    {
    }

    QModelIndex indexOf(const TreePlace::Row& row)
    {
        if (row.name.isEmpty())
            return {};
        if (!row.isGroup) {
            const int key = m_pane.keyOf(row.name);
            return key < 0 ? QModelIndex() : m_model.indexOfKey(key);
        }
        constexpr int fewGroups = 50;
        if (++m_groupsSought <= fewGroups)
            return m_model.indexOfGroup(row.name);
        if (m_groups.isEmpty()) {
            m_groups.reserve(m_model.rowCount());
            for (int group = 0; group < m_model.rowCount(); ++group)
                m_groups.insert(m_model.groupKey(m_model.index(group, 0)), group);
        }
        const auto group = m_groups.constFind(row.name);
        return group == m_groups.constEnd() ? QModelIndex() : m_model.index(*group, 0);
    }

private:
    const CatalogPane& m_pane; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const CatalogTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_groupsSought = 0;
    QHash<QString, int> m_groups; ///< by key, made when many are sought: there may be 50,000
};

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
    place.isCurrentInSight = view.isInSight(view.currentIndex());
    place.top = rowAt(pane, model, view.indexAt(QPoint(0, 0)));
    for (const QModelIndex& index : view.selectedRows(CatalogTreeView::mostRowsKept))
        place.selected.push_back(rowAt(pane, model, index));
    place.open = openRows(pane, model, view);
    return place;
}

void goTo(CatalogPane& pane, const TreePlace& place)
{
    CatalogTreeView& view = pane.treeView();
    RowFinder finder(pane, pane.treeModel());
    for (const TreePlace::Row& row : place.open)
        view.expand(finder.indexOf(row));
    const QModelIndex current = finder.indexOf(place.current);
    if (current.isValid())
        view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else if (!place.current.name.isEmpty())
        view.goToFirstRow();
    QModelIndexList selected;
    for (const TreePlace::Row& row : place.selected) {
        // A row that a closed group hides, as it has moved there, would be ticked unseen.
        if (const QModelIndex index = finder.indexOf(row); view.shownRow(index) == index)
            selected += index;
    }
    view.selectRows(selected);
    const QModelIndex top = finder.indexOf(place.top);
    if (top.isValid())
        view.scrollTo(top, QAbstractItemView::PositionAtTop);
    // Rows that came in between would push it out.
    if (current.isValid() && (!top.isValid() || place.isCurrentInSight))
        view.scrollTo(current);
}

} // namespace scopes
