#pragma once

#include "models/ScopeRowRole.h"

#include <QStyledItemDelegate>

namespace scopes {

/// Draws rows of ScopeRowRole: the name, always from left to right, a mark beside it, a text below. All of it wraps, so that
/// it can be read in a narrow pane; in a list of equal heights the name is cut in the middle.
class RequestDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Button { None, Remove };

    RequestDelegate(Button button, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(
        QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    bool helpEvent(
        QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Renames later: a row that changes place or goes must not do so under its editor.
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

    /// Where a row's button stands; empty without one.
    QRect buttonRect(const QStyleOptionViewItem& option) const;

Q_SIGNALS:
    /// The row's button was clicked.
    void removeClicked(const QModelIndex& index);

    /// The name in that row was edited.
    void renamed(int row) const;

private:
    Button m_button;
};

} // namespace scopes
