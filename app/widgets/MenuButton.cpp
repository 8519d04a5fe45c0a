#include "widgets/MenuButton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace scopes {

MenuButton::MenuButton(QWidget* parent)
    : QToolButton(parent)
{
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

int MenuButton::arrowWidth() const
{
    return fontMetrics().height();
}

QSize MenuButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(arrowWidth(), 0);
}

QSize MenuButton::minimumSizeHint() const
{
    constexpr int fewestLetters = 13;
    const QSize whole = sizeHint();
    const int least = fewestLetters * fontMetrics().averageCharWidth() + 2 * arrowWidth();
    return {std::min(whole.width(), least), whole.height()};
}

void MenuButton::paintEvent(QPaintEvent* /*event*/)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    // The style's own arrow stands in the corner, over the text's end.
    option.features &= ~QStyleOptionToolButton::HasMenu;
    const QString whole = option.text;
    option.text.clear();
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    const int arrow = arrowWidth();
    const QRect all = rect();
    option.rect = QStyle::visualRect(layoutDirection(), all, all.adjusted(0, 0, -arrow * 3 / 4, 0));
    // A text from left to right stays so in a window from right to left, with its ellipsis at its end.
    const bool isEmbedded = option.direction == Qt::RightToLeft && !whole.isRightToLeft();
    const QChar embedding(0x202a);
    const QChar embeddingEnd(0x202c);
    option.text = fontMetrics().elidedText(whole, Qt::ElideRight, option.rect.width() - arrow / 2, Qt::TextShowMnemonic);
    if (isEmbedded)
        option.text = embedding + option.text + embeddingEnd;
    painter.drawControl(QStyle::CE_ToolButtonLabel, option);

    const int side = arrow / 2;
    option.rect =
        QStyle::visualRect(layoutDirection(), all, QRect(all.right() - arrow, all.top() + (all.height() - side) / 2, side, side));
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
}

} // namespace scopes
