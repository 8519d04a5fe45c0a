#include "widgets/RequestDelegate.h"

#include "widgets/Icons.h"
#include "widgets/NoteLabel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTextLayout>
#include <QTimer>
#include <QToolTip>

#include <cmath>

namespace scopes {

namespace {

/// A text laid out in a width, at its left or right side.
class WrappedText
{
public:
    WrappedText(const QString& text, const QFont& font, Qt::LayoutDirection direction, Qt::LayoutDirection side, int width)
        : m_layout(text, font)
        , m_width(std::max(width, 1))
        , m_isRight(side == Qt::RightToLeft)
    {
        QTextOption option(m_isRight ? Qt::AlignRight : Qt::AlignLeft);
        option.setTextDirection(direction);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        qreal height = 0;
        qreal used = 0;
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(m_width);
            line.setPosition({0, height});
            height += line.height();
            used = std::max(used, line.naturalTextWidth());
        }
        m_layout.endLayout();
        if (!text.isEmpty())
            m_size = {static_cast<int>(std::ceil(used)), static_cast<int>(std::ceil(height))};
    }

    /// What the text takes; 0 without text.
    int width() const { return m_size.width(); }

    int height() const { return m_size.height(); }

    int lines() const { return m_layout.lineCount(); }

    /// Draws at the side of the rectangle.
    void draw(QPainter& painter, const QRect& rect) const
    {
        if (m_size.width() > 0)
            m_layout.draw(&painter, QPointF(m_isRight ? rect.right() + 1 - m_width : rect.left(), rect.top()));
    }

private:
    QTextLayout m_layout;
    QSize m_size{0, 0};
    int m_width;
    bool m_isRight;
};

struct Metrics
{
    int horizontal = 0;
    int vertical = 0;
    int gap = 0;
    int icon = 0;
};

Metrics metricsOf(const QStyleOptionViewItem& option)
{
    const QStyle* const style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget);
    const int line = QFontMetrics(option.font).height();
    return {margin + 3, std::max(2, line / 6), line / 2, line * 7 / 8};
}

/// A row's parts and where they stand, from left to right.
class Row
{
public:
    Row(const QStyleOptionViewItem& option, const QModelIndex& index, int width)
        : m_metrics(metricsOf(option))
        , m_direction(option.direction)
        , m_hasIcon(!index.data(IsDocumented).toBool())
        , m_name(index.data(Qt::DisplayRole).toString(), option.font, Qt::LeftToRight, option.direction, width)
        , m_mark(index.data(Mark).toString(), option.font, option.direction, option.direction, width - iconSpace())
        , m_detail(index.data(Detail).toString(), option.font, option.direction, option.direction, width)
        , m_width(width)
    {
        m_isMarkBeside = m_name.lines() == 1 && m_name.width() + m_metrics.gap + markWidth() <= width;
    }

    int height() const { return nameHeight() + markHeight() + m_detail.height(); }

    bool isMarkBeside() const { return m_isMarkBeside; }

    int markWidth() const { return m_mark.width() == 0 ? 0 : iconSpace() + m_mark.width(); }

    /// Draws into a rectangle of the row's width.
    void draw(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect, const QColor& quiet) const
    {
        m_name.draw(painter, rect);
        drawMark(painter, option, rect);
        painter.setPen(quiet);
        m_detail.draw(painter, rect.adjusted(0, nameHeight() + markHeight(), 0, 0));
    }

    void drawMark(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect) const
    {
        if (m_mark.width() == 0)
            return;
        const int left = m_isMarkBeside ? rect.right() + 1 - markWidth() : rect.left();
        const int top = m_isMarkBeside ? rect.top() : rect.top() + m_name.height();
        const int line = QFontMetrics(option.font).height();
        const auto place = [&](const QRect& part) { return QStyle::visualRect(m_direction, rect, part); };
        if (m_hasIcon) {
            const QRect icon(left, top + (line - m_metrics.icon) / 2, m_metrics.icon, m_metrics.icon);
            themedIcon(QStringLiteral("dialog-warning")).paint(&painter, place(icon));
        }
        m_mark.draw(
            painter, place(QRect(left + iconSpace(), top, m_width - iconSpace() - (left - rect.left()), m_mark.height())));
    }

private:
    int iconSpace() const { return m_hasIcon ? m_metrics.icon + m_metrics.gap / 2 : 0; }

    int nameHeight() const { return m_isMarkBeside ? std::max(m_name.height(), m_mark.height()) : m_name.height(); }

    int markHeight() const { return m_isMarkBeside ? 0 : m_mark.height(); }

    Metrics m_metrics;
    Qt::LayoutDirection m_direction;
    bool m_hasIcon;
    WrappedText m_name;
    WrappedText m_mark;
    WrappedText m_detail;
    int m_width;
    bool m_isMarkBeside = false;
};

/// The width that rows have in the view before they are laid out.
int rowWidth(const QStyleOptionViewItem& option)
{
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view == nullptr)
        return option.rect.width();
    if (view->isVisible())
        return view->viewport()->width();
    return view->width() - 2 * view->frameWidth() - view->verticalScrollBar()->sizeHint().width();
}

void drawCross(QPainter& painter, const QRect& rect, QColor color, bool isStrong)
{
    color.setAlphaF(isStrong ? 1.0F : 0.6F);
    const qreal inset = rect.width() * 0.3;
    const QRectF cross = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, std::max(1.2, rect.width() / 13.0), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
}

} // namespace

RequestDelegate::RequestDelegate(Button button, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_button(button)
{
}

QRect RequestDelegate::buttonRect(const QStyleOptionViewItem& option) const
{
    if (m_button == Button::None)
        return {};
    const Metrics metrics = metricsOf(option);
    const int size = QFontMetrics(option.font).height() + 2 * metrics.vertical;
    return QStyle::visualRect(
        option.direction, option.rect, QRect(option.rect.right() + 1 - size, option.rect.top(), size, size));
}

void RequestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QStyle* const style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);

    const Metrics metrics = metricsOf(item);
    const QRect button = buttonRect(item);
    const QRect content = QStyle::visualRect(item.direction, item.rect,
        item.rect.adjusted(metrics.horizontal, metrics.vertical,
            button.isEmpty() ? -metrics.horizontal : -button.width() - metrics.gap / 2, -metrics.vertical));
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const auto group = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor color = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor quiet = color;
    quiet.setAlphaF(0.75F);

    painter->save();
    painter->setClipRect(item.rect);
    painter->setPen(color);
    const Row row(item, index, content.width());
    if (row.height() <= content.height()) {
        row.draw(*painter, item, content, quiet);
    } else {
        // All rows are of one height: one line is what there is room for.
        const int room = content.width() - row.markWidth() - metrics.gap;
        const QString name = item.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, room);
        WrappedText(name, item.font, Qt::LeftToRight, item.direction, content.width()).draw(*painter, content);
        row.drawMark(*painter, item, content);
    }
    if (!button.isEmpty())
        drawCross(*painter, button, color, item.state.testFlag(QStyle::State_MouseOver));
    painter->restore();

    // In a popup the first row is current before anyone went there.
    if (item.state.testFlag(QStyle::State_HasFocus) && (isSelected || m_button != Button::None)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(item);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor = item.palette.color(group, isSelected ? QPalette::Highlight : QPalette::Base);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, item.widget);
    }
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const Metrics metrics = metricsOf(item);
    const int button = m_button == Button::None ? metrics.horizontal : buttonRect(item).width() + metrics.gap / 2;
    const int width = std::max(rowWidth(item), 8 * metrics.icon);
    const Row row(item, index, width - metrics.horizontal - button);
    return {width, row.height() + 2 * metrics.vertical};
}

bool RequestDelegate::editorEvent(
    QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* const mouse = static_cast<QMouseEvent*>(event); // NOLINT(*-static-cast-downcast): its type tells
        if (mouse->button() == Qt::LeftButton && buttonRect(option).contains(mouse->position().toPoint())) {
            Q_EMIT removeClicked(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool RequestDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool isOnButton = buttonRect(option).contains(event->pos());
    const QString text =
        isOnButton ? tr("Remove %1 (Del)").arg(index.data(Qt::DisplayRole).toString()) : index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), toolTipText(text), view, option.rect);
    return true;
}

QWidget* RequestDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const
{
    auto* const editor = new QLineEdit(parent);
    editor->setLayoutDirection(Qt::LeftToRight);
    editor->setAccessibleName(tr("Scope name"));
    return editor;
}

void RequestDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* const edit = qobject_cast<QLineEdit*>(editor);
    if (edit == nullptr)
        return;
    const QPersistentModelIndex row(index);
    QTimer::singleShot(0, model, [this, model, row, name = edit->text()] {
        const int place = row.row();
        if (row.isValid() && model->setData(row, name, Qt::EditRole))
            Q_EMIT renamed(place);
    });
}

} // namespace scopes
