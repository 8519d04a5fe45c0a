#include "widgets/WrappedTreeView.h"

#include "widgets/ScopeDelegate.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <map>
#include <utility>

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

/// With Shift and a key of the cursor. QTreeView selects between the places of two rows, for which it lays out all between.
void WrappedTreeView::keyPressEvent(QKeyEvent* event)
{
    static const std::map<int, CursorAction> actions{{Qt::Key_Up, MoveUp}, {Qt::Key_Down, MoveDown}, {Qt::Key_Home, MoveHome},
        {Qt::Key_End, MoveEnd}, {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown}};
    const bool isShift = (event->modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier;
    const auto action = actions.find(event->key());
    if (isShift && action != actions.end() && selectTo(action->second, event->modifiers()))
        event->accept();
    else
        QTreeView::keyPressEvent(event);
}

bool WrappedTreeView::selectTo(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = moveCursor(action, modifiers);
    if (!next.isValid() || !m_selectionStart.isValid())
        return false;
    const QScopedValueRollback guard(m_isSelectingOn, true);
    selectionModel()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
    selectionModel()->select(
        rowsBetween(shownRow(m_selectionStart), next), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    return true;
}

QModelIndex WrappedTreeView::shownRow(const QModelIndex& index) const
{
    QModelIndex shown = index.siblingAtColumn(0);
    for (QModelIndex above = shown.parent(); above.isValid(); above = above.parent()) {
        if (!isExpanded(above))
            shown = above;
    }
    return shown;
}

/// From the upper to the lower of both rows, which are shown, with all that is open between them.
QItemSelection WrappedTreeView::rowsBetween(const QModelIndex& one, const QModelIndex& other) const
{
    // By the numbers of the rows above, from the top, and its own; a row comes before those in it.
    const auto placeOf = [](QModelIndex at) {
        std::deque<int> place;
        for (; at.isValid(); at = at.parent())
            place.push_front(at.row());
        return place;
    };
    const bool isDownwards = placeOf(one) <= placeOf(other);
    QModelIndex at = (isDownwards ? one : other).siblingAtColumn(0);
    const QModelIndex last = (isDownwards ? other : one).siblingAtColumn(0);
    QItemSelection rows;
    while (at.isValid()) {
        // Rows that follow each other below the same row are one range.
        const QModelIndex first = at;
        QModelIndex end = at;
        QModelIndex next = end == last ? QModelIndex() : indexBelow(end);
        while (next.isValid() && next.row() == end.row() + 1 && next.parent() == end.parent()) {
            end = next;
            next = end == last ? QModelIndex() : indexBelow(end);
        }
        rows.append(QItemSelectionRange(first, end));
        at = next;
    }
    return rows;
}

QModelIndexList WrappedTreeView::selectedRows(qsizetype most) const
{
    QModelIndexList rows;
    // Whole rows are selected, and each stands in one range.
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        if (range.left() == 0 && rows.size() + range.height() > most)
            return {};
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row)
            rows += model()->index(row, 0, range.parent());
    }
    return rows;
}

void WrappedTreeView::selectRows(QModelIndexList rows)
{
    rows.removeIf([](const QModelIndex& index) { return !index.isValid(); });
    std::sort(rows.begin(), rows.end(), [](const QModelIndex& left, const QModelIndex& right) {
        return std::pair(left.internalId(), left.row()) < std::pair(right.internalId(), right.row());
    });
    QItemSelection selection;
    for (auto first = rows.cbegin(); first != rows.cend();) {
        // Rows that follow each other below the same row are one range.
        auto last = first;
        while (last + 1 != rows.cend() && (last + 1)->row() == last->row() + 1 && (last + 1)->parent() == last->parent())
            ++last;
        selection.append(QItemSelectionRange(*first, *last));
        first = last + 1;
    }
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// With Shift, QTreeView selects between the places of the first and the last row, as with keys.
void WrappedTreeView::mousePressEvent(QMouseEvent* event)
{
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    const QScopedValueRollback selectsOn(m_isSelectingOn, isShift);
    const QScopedValueRollback asksForPlaces(m_asksWhatToPaint, isShift || m_asksWhatToPaint);
    QTreeView::mousePressEvent(event);
}

void WrappedTreeView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    if (m_isSelectingOn && m_selectionStart.isValid())
        selectionModel()->select(rowsBetween(shownRow(m_selectionStart), currentIndex()), command);
    else
        QTreeView::setSelection(rect, command);
}

/// QTreeView adds the heights of all rows above at each click.
int WrappedTreeView::verticalOffset() const
{
    constexpr int fewRows = 200; // more than are scrolled by from one movement of the pointer to the next
    const int scrolled = verticalScrollBar()->value() - std::exchange(m_offsetRow, verticalScrollBar()->value());
    if (std::abs(scrolled) > fewRows) {
        m_offset += scrolled * fontMetrics().height();
        return m_offset;
    }
    QModelIndex row = indexAt({header()->sectionViewportPosition(0), 0});
    for (int above = scrolled; above > 0 && row.isValid(); --above) {
        row = indexAbove(row);
        m_offset += rowHeight(row);
    }
    for (int below = scrolled; below < 0 && row.isValid(); ++below) {
        m_offset -= rowHeight(row);
        row = indexBelow(row);
    }
    return m_offset;
}

/// The picture of what is dragged shows what is in sight of it.
void WrappedTreeView::startDrag(Qt::DropActions supportedActions)
{
    const QScopedValueRollback guard(m_asksWhatToPaint, true);
    QTreeView::startDrag(supportedActions);
}

void WrappedTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    // Selecting by keys goes on from where dragging began, not from where it is.
    const bool isSelectingOn = m_isSelectingOn || state() == DragSelectingState;
    if (!isSelectingOn || !m_selectionStart.isValid())
        m_selectionStart = current;
    const QScopedValueRollback guard(m_asksWhatToPaint, true);
    QTreeView::currentChanged(current, previous);
}

void WrappedTreeView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    QTreeView::scrollTo(index, hint);
    if (hint != EnsureVisible)
        return;
    const QRect row = QTreeView::visualRect(index);
    if (row.top() > 0 && row.bottom() > viewport()->height())
        QTreeView::scrollTo(index, PositionAtBottom);
}

QRect WrappedTreeView::visualRect(const QModelIndex& index) const
{
    return m_asksWhatToPaint && !isInSight(index) ? QRect() : QTreeView::visualRect(index);
}

bool WrappedTreeView::isAbove(const QModelIndex& index, int y) const
{
    const QModelIndex row = index.siblingAtColumn(0);
    const int inFirstColumn = header()->sectionViewportPosition(0);
    for (QModelIndex seen = indexAt({inFirstColumn, 0}); seen.isValid(); seen = indexBelow(seen)) {
        if (seen == row)
            return true;
        if (QTreeView::visualRect(seen).bottom() >= y)
            return false;
    }
    return false;
}

} // namespace scopes
