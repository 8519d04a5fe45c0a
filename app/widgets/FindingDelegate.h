#pragma once

#include <QStyledItemDelegate>

namespace scopes {

/// Draws rows of FindingsModel: the severity as icon and word, what is wrong, and more quietly what comes of it. All of it wraps.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace scopes
