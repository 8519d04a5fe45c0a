#pragma once

#include <QStyledItemDelegate>

namespace scopes {

/// Draws the cells of the review sheet, and edits their texts of several lines in place: Tab and Shift+Tab go to the next and
/// the previous text, Ctrl+Return ends, Esc gives up.
class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// More lines than these of a text are seen in its editor and its tooltip.
    static constexpr int mostLines = 9;

    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void end(QWidget& editor, EndEditHint hint);
};

} // namespace scopes
