#include "widgets/FindingDelegate.h"

#include "analysis/Finding.h"
#include "models/FindingsModel.h"
#include "widgets/Icons.h"
#include "widgets/MarkedText.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace scopes {

namespace {

constexpr int margin = 5; ///< pixels around a row's content, and between icon and word

QString iconOf(int severity)
{
    switch (static_cast<Severity>(severity)) {
    case Severity::Error:
        return QStringLiteral("dialog-error");
    case Severity::Warning:
        return QStringLiteral("dialog-warning");
    case Severity::Note:
        break;
    }
    return QStringLiteral("dialog-information");
}

/// A row's parts, one above the other.
struct FindingRow
{
    FindingRow(const QStyleOptionViewItem& option, const QModelIndex& index)
        : line(QFontMetrics(option.font).height())
        , severity(index.data(FindingsModel::SeverityTextRole).toString())
        , rule(index.data(FindingsModel::RuleRole).toString())
        , bold(option.font)
        , isMirrored(option.direction == Qt::RightToLeft)
        , message{index.data(Qt::DisplayRole).toString(), {}, {}, option.font, false, isMirrored}
        , why{index.data(FindingsModel::WhyRole).toString(), {}, {}, option.font, false, isMirrored}
    {
        bold.setBold(true);
    }

    int height(int width) const
    {
        return line + message.heightFor(width) + (why.text.isEmpty() ? 0 : why.heightFor(width)) + 2 * margin;
    }

    int line;
    QString severity;
    QString rule; ///< its id, as the command line and the rule's page have it
    QFont bold;
    bool isMirrored; ///< laid out from right to left
    MarkedText message;
    MarkedText why;
};

int rowWidth(const QStyleOptionViewItem& option)
{
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

} // namespace

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QStyle* const style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const auto group = item.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor ink = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor quiet = ink;
    quiet.setAlphaF(isSelected ? 1.0F : 0.78F); // the ground of selected rows leaves no contrast to give away

    const FindingRow row(item, index);
    const QRect content = item.rect.adjusted(margin, margin, -margin, -margin);
    const auto place = [&](const QRect& part) { return QStyle::visualRect(item.direction, content, part); };
    themedIcon(iconOf(index.data(FindingsModel::SeverityRole).toInt()))
        .paint(painter, place(QRect(content.left(), content.top(), row.line, row.line)));
    painter->save();
    painter->setFont(row.bold);
    painter->setPen(ink);
    const QRect word = content.adjusted(row.line + margin, 0, 0, row.line - content.height());
    const auto side = row.isMirrored ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute;
    painter->drawText(place(word), static_cast<int>(side | Qt::AlignVCenter), row.severity);
    const QRect id = word.adjusted(QFontMetrics(row.bold).horizontalAdvance(row.severity) + 2 * margin, 0, 0, 0);
    painter->setFont(item.font);
    painter->setPen(quiet);
    painter->drawText(place(id), static_cast<int>(side | Qt::AlignVCenter), row.rule);
    painter->restore();
    const int messageHeight = row.message.heightFor(content.width());
    row.message.paint(*painter, content.adjusted(0, row.line, 0, 0), ink, item.palette);
    row.why.paint(*painter, content.adjusted(0, row.line + messageHeight, 0, 0), quiet, item.palette);

    if (item.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(item);
        focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
        focus.backgroundColor = item.palette.color(group, isSelected ? QPalette::Highlight : QPalette::Base);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, item.widget);
    }
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const int width = rowWidth(item);
    return {width, FindingRow(item, index).height(width - 2 * margin)};
}

} // namespace scopes
