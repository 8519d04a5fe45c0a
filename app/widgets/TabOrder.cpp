#include "widgets/TabOrder.h"

#include <QWidget>

namespace scopes {

QWidget* tabThrough(QWidget* from, QWidget& part)
{
    for (auto* const next : part.findChildren<QWidget*>()) {
        if ((next->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        if (next != from)
            QWidget::setTabOrder(from, next);
        from = next;
    }
    return from;
}

} // namespace scopes
