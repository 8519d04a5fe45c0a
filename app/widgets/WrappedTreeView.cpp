#include "widgets/WrappedTreeView.h"

#include "widgets/ScopeDelegate.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScopedValueRollback>

namespace scopes {

WrappedTreeView::WrappedTreeView(QWidget* parent)
    : QTreeView(parent)
    , m_delegate(new ScopeDelegate(*this))
{
    setItemDelegate(m_delegate);
    setWordWrap(true);
    setSelectionMode(ExtendedSelection);
    setAllColumnsShowFocus(true);
    // Per pixel the view would ask every row for its height.
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
}

void WrappedTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QTreeView::drawRow(painter, option, index);
    m_delegate->paintWideHeading(*painter, option, index);
}

QRegion WrappedTreeView::visualRegionForSelection(const QItemSelection&) const
{
    return viewport()->rect();
}

void WrappedTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    if (roles.isEmpty() || roles.contains(Qt::DisplayRole))
        scheduleDelayedItemsLayout();
    viewport()->update();
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent changed(this, QAccessibleTableModelChangeEvent::DataChanged);
    changed.setFirstRow(topLeft.row());
    changed.setFirstColumn(topLeft.column());
    changed.setLastRow(bottomRight.row());
    changed.setLastColumn(bottomRight.column());
    QAccessible::updateAccessibility(&changed);
}

void WrappedTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    const QScopedValueRollback guard(m_asksWhatToPaint, true);
    QTreeView::currentChanged(current, previous);
}

QRect WrappedTreeView::visualRect(const QModelIndex& index) const
{
    return m_asksWhatToPaint && !isInSight(index) ? QRect() : QTreeView::visualRect(index);
}

bool WrappedTreeView::isInSight(const QModelIndex& index) const
{
    const QModelIndex row = index.siblingAtColumn(0);
    const int inFirstColumn = header()->sectionViewportPosition(0);
    for (QModelIndex seen = indexAt({inFirstColumn, 0}); seen.isValid(); seen = indexBelow(seen)) {
        if (seen == row)
            return true;
        if (QTreeView::visualRect(seen).top() > viewport()->height())
            return false;
    }
    return false;
}

} // namespace scopes
