#include "widgets/TabOrder.h"

#include <QWidget>

namespace scopes {

QWidget* tabThrough(QWidget* from, QWidget& part)
{
    for (auto* const next : part.findChildren<QWidget*>()) {
        // The list of a combo box is a window of its own.
        if ((next->focusPolicy() & Qt::TabFocus) == 0 || next->window() != part.window())
            continue;
        if (next != from)
            QWidget::setTabOrder(from, next);
        from = next;
    }
    return from;
}

} // namespace scopes
