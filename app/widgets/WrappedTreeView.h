#pragma once

#include <QTreeView>

#include <limits>

namespace scopes {

class ScopeDelegate;

/// A tree whose texts wrap, so that rows differ in height, which is known only once a row's texts are laid out. QTreeView does
/// that for all rows between the ones seen and any it is asked about (20 microseconds each); this one leaves it be where rows
/// that nobody sees have nothing to be painted again.
class WrappedTreeView : public QTreeView
{
    Q_OBJECT

public:
    QRect visualRect(const QModelIndex& index) const override;
    /// QTreeView takes as many rows to be in sight as are at the end of the list, where they may be lower.
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

    /// True if at least a part of the row is to be seen.
    bool isInSight(const QModelIndex& index) const { return isAbove(index, viewport()->height()); }

    /// The row, or the outermost closed one that hides it.
    QModelIndex shownRow(const QModelIndex& index) const;

    /// As QItemSelectionModel::selectedRows() has them, which takes time by rows and ranges multiplied. None if they are more
    /// than @p most.
    QModelIndexList selectedRows(qsizetype most = std::numeric_limits<qsizetype>::max()) const;

    /// Selects these rows alone, as far as they are valid; nothing changes if none is.
    void selectRows(QModelIndexList rows);

    /// What is in sight is painted again; where texts may be others, rows are laid out again as they come into sight.
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;

protected:
    explicit WrappedTreeView(QWidget* parent);

    /// True if the row is among those from the viewport's top to @p y, which may lie below what is to be seen.
    bool isAbove(const QModelIndex& index, int y) const;

    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// All that is shown.
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    void startDrag(Qt::DropActions supportedActions) override;
    /// In pixels, from an arbitrary row: what it was at the last call is what it is compared with.
    int verticalOffset() const override;

private:
    bool selectTo(CursorAction action, Qt::KeyboardModifiers modifiers);
    QItemSelection rowsBetween(const QModelIndex& one, const QModelIndex& other) const;

    ScopeDelegate* m_delegate;
    QPersistentModelIndex m_selectionStart; ///< the row from which Shift selects
    bool m_isSelectingOn = false; ///< with Shift: the current row does not begin another selection
    mutable int m_offsetRow = 0; ///< the first row in sight when verticalOffset() was asked for last
    mutable int m_offset = 0; ///< what it gave
    bool m_asksWhatToPaint = false; ///< a row that is out of sight has no place then
};

} // namespace scopes
