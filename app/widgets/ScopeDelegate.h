#pragma once

#include "widgets/MarkedText.h"

#include <QStyledItemDelegate>

class QTreeView;

namespace scopes {

/// Draws the rows of a CatalogTreeModel: wrapped texts with their marks, groups as headings with their count. What to mark comes
/// through the model's roles.
class ScopeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p view gives the columns' widths, at which texts wrap; it is the delegate's parent.
    explicit ScopeDelegate(QTreeView& view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Draws a group's name and count over the cells beside it, which are empty, if they have no room in its own. @p row is what
    /// the view draws the row with, after its cells.
    void paintWideHeading(QPainter& painter, const QStyleOptionViewItem& row, const QModelIndex& index) const;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    bool editorEvent(
        QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    static MarkedText plainText(const QStyleOptionViewItem& option, const QModelIndex& index);
    static MarkedText markedText(const QStyleOptionViewItem& option, const QModelIndex& index);
    static MarkedText noteBelow(const QStyleOptionViewItem& option, const QModelIndex& index);
    QRect textArea(const QStyleOptionViewItem& option) const;
    bool isWideHeading(const QStyleOptionViewItem& cell, const QModelIndex& index, int width) const;
    int widthOf(const QModelIndex& index) const;
    static void paintBox(QPainter& painter, const QStyleOptionViewItem& option);
    void paintCount(QPainter& painter, QRect& area, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    QTreeView& m_view; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
