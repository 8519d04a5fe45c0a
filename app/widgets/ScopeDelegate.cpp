#include "widgets/ScopeDelegate.h"

#include "models/CatalogTreeModel.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTreeView>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 6; ///< pixels beside a cell's text, and half of it above and below

/// What stands before a user display that is the same as the definition.
const QString sameMark = u"= "_s;

QStyle* styleOf(const QStyleOptionViewItem& option)
{
    return option.widget != nullptr ? option.widget->style() : QApplication::style();
}

bool isGroup(const QModelIndex& index)
{
    return !index.parent().isValid();
}

/// 1 for a group.
int levelOf(const QModelIndex& index)
{
    int level = 1;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++level;
    return level;
}

/// The cell as if it had one line: the box stands beside the first line of a text, not in the middle of a tall row.
QStyleOptionViewItem firstLineOf(const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem line = option;
    const int height = std::max(
        QFontMetrics(option.font).height(), styleOf(option)->pixelMetric(QStyle::PM_IndicatorHeight, &option, option.widget));
    line.rect.setHeight(std::min(option.rect.height(), height + gap));
    return line;
}

QRect boxOf(const QStyleOptionViewItem& option)
{
    const QStyleOptionViewItem line = firstLineOf(option);
    return styleOf(option)->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &line, option.widget);
}

QColor inkOf(const QStyleOptionViewItem& option)
{
    const auto group = (option.state & QStyle::State_Enabled) == 0 ? QPalette::Disabled
        : (option.state & QStyle::State_Active) != 0               ? QPalette::Active
                                                                   : QPalette::Inactive;
    return option.palette.color(group, (option.state & QStyle::State_Selected) != 0 ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace

ScopeDelegate::ScopeDelegate(QTreeView& view)
    : QStyledItemDelegate(&view)
    , m_view(view)
{
}

void ScopeDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (isGroup(index)) {
        option->font.setBold(true);
        option->backgroundBrush = option->palette.alternateBase();
    }
    option->displayAlignment = Qt::AlignTop | Qt::AlignLeading;
}

/// The text without marks, which take up no room.
MarkedText ScopeDelegate::plainText(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool isName = index.column() == 0 && !isGroup(index) && !option.text.contains(u' ');
    const bool isSame = index.data(CatalogTreeModel::IsSameTextRole).toBool();
    const bool isMirrored = option.direction == Qt::RightToLeft;
    return {isSame ? sameMark + option.text : option.text, {}, {}, option.font, isName, isMirrored};
}

MarkedText ScopeDelegate::markedText(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    MarkedText marked = plainText(option, index);
    marked.matches = index.data(CatalogTreeModel::MatchesRole).value<QList<TextRange>>();
    marked.differences = index.data(CatalogTreeModel::DifferencesRole).value<QList<TextRange>>();
    for (TextRange& range : marked.matches)
        range.start += static_cast<int>(marked.text.size() - option.text.size());
    return marked;
}

/// What stands below the text of the first column; its text may be empty.
MarkedText ScopeDelegate::noteBelow(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    QFont font = option.font;
    font.setItalic(true);
    const QString note = index.column() == 0 ? index.data(CatalogTreeModel::FoundWhereRole).toString() : QString();
    return {note, {}, {}, font, false, option.direction == Qt::RightToLeft};
}

QRect ScopeDelegate::textArea(const QStyleOptionViewItem& option) const
{
    QRect area = option.rect.adjusted(gap, gap / 2, -gap, -gap / 2);
    if ((option.features & QStyleOptionViewItem::HasCheckIndicator) != 0) {
        const QRect box = boxOf(option);
        if (option.direction == Qt::RightToLeft)
            area.setRight(box.left() - gap);
        else
            area.setLeft(box.right() + gap);
    }
    return area;
}

void ScopeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const MarkedText marked = markedText(cell, index);
    QRect area = textArea(cell);

    // The style draws ground and box; the text is drawn here, since no style marks words. The view draws the focus.
    styleOf(cell)->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    if ((cell.features & QStyleOptionViewItem::HasCheckIndicator) != 0)
        paintBox(*painter, cell);
    if (isWideHeading(cell, index, area.width()))
        return;
    if (index.column() == 0)
        paintCount(*painter, area, cell, index);
    marked.paint(*painter, area, inkOf(cell), cell.palette);
    if (const MarkedText note = noteBelow(cell, index); !note.text.isEmpty()) {
        area.setTop(area.top() + marked.heightFor(area.width()));
        note.paint(*painter, area, inkOf(cell), cell.palette);
    }
}

/// True if the name of a group and its count need more than the @p width of the text in its own cell, and may have more.
bool ScopeDelegate::isWideHeading(const QStyleOptionViewItem& cell, const QModelIndex& index, int width) const
{
    if (index.column() != 0 || !isGroup(index) || m_view.header()->visualIndex(0) != 0)
        return false;
    const QFontMetrics metrics(cell.font);
    const QString count = index.data(CatalogTreeModel::CountTextRole).toString();
    return metrics.horizontalAdvance(cell.text) + 2 * gap + metrics.horizontalAdvance(count) > width;
}

void ScopeDelegate::paintWideHeading(QPainter& painter, const QStyleOptionViewItem& row, const QModelIndex& index) const
{
    if (!isGroup(index))
        return;
    QStyleOptionViewItem cell = row;
    initStyleOption(&cell, index);
    cell.rect = m_view.visualRect(index);
    if (m_view.selectionModel()->isSelected(index))
        cell.state |= QStyle::State_Selected;
    QRect area = textArea(cell);
    if (!isWideHeading(cell, index, area.width()))
        return;
    const MarkedText marked = markedText(cell, index);
    const QFontMetrics metrics(cell.font);
    const int count = metrics.horizontalAdvance(index.data(CatalogTreeModel::CountTextRole).toString());
    const int room = cell.direction == Qt::RightToLeft ? area.right() - row.rect.left() : row.rect.right() - area.left();
    const int width = std::min(room - gap, metrics.horizontalAdvance(marked.text) + 3 * gap + count);
    if (cell.direction == Qt::RightToLeft)
        area.setLeft(area.right() - width);
    else
        area.setWidth(width);
    paintCount(painter, area, cell, index);
    marked.paint(painter, area, inkOf(cell), cell.palette);
}

void ScopeDelegate::paintBox(QPainter& painter, const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem box = option;
    box.rect = boxOf(option);
    box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
    switch (option.checkState) {
    case Qt::Unchecked:
        box.state |= QStyle::State_Off;
        break;
    case Qt::PartiallyChecked:
        box.state |= QStyle::State_NoChange;
        break;
    case Qt::Checked:
        box.state |= QStyle::State_On;
        break;
    }
    styleOf(option)->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, &painter, option.widget);
}

bool ScopeDelegate::editorEvent(
    QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    return QStyledItemDelegate::editorEvent(event, model, firstLineOf(cell), index);
}

void ScopeDelegate::paintCount(QPainter& painter, QRect& area, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString count = index.data(CatalogTreeModel::CountTextRole).toString();
    if (count.isEmpty())
        return;
    QFont font = option.font;
    font.setBold(false);
    const int width = QFontMetrics(font).horizontalAdvance(count);
    QRect place = area;
    if (option.direction == Qt::RightToLeft) {
        place.setRight(area.left() + width);
        area.setLeft(place.right() + 2 * gap);
    } else {
        place.setLeft(area.right() - width);
        area.setRight(place.left() - 2 * gap);
    }
    painter.save();
    painter.setFont(font);
    painter.setPen(inkOf(option));
    // The text's own direction, not the window's: '0 of 3' would become 'of 3 0'.
    const int direction = static_cast<int>(count.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight);
    constexpr int placing =
        static_cast<int>(Qt::AlignTop) | static_cast<int>(Qt::AlignRight) | static_cast<int>(Qt::TextSingleLine);
    painter.drawText(place, placing | direction, count);
    painter.restore();
}

int ScopeDelegate::widthOf(const QModelIndex& index) const
{
    const bool hasAll = index.column() == 0 && m_view.isFirstColumnSpanned(index.row(), index.parent());
    int width = hasAll ? m_view.header()->length() : m_view.columnWidth(index.column());
    if (m_view.header()->visualIndex(index.column()) == 0 || index.column() == m_view.treePosition())
        width -= m_view.indentation() * levelOf(index);
    return width;
}

QSize ScopeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.rect = QRect(0, 0, widthOf(index), QFontMetrics(cell.font).height() + gap);
    QRect area = textArea(cell);
    if (isWideHeading(cell, index, area.width()))
        area.setWidth(area.width() + m_view.header()->length() - m_view.columnWidth(0) - gap);
    const QString count = index.column() == 0 ? index.data(CatalogTreeModel::CountTextRole).toString() : QString();
    if (!count.isEmpty())
        area.setWidth(area.width() - QFontMetrics(option.font).horizontalAdvance(count) - 2 * gap);
    int text = plainText(cell, index).heightFor(area.width());
    if (const MarkedText note = noteBelow(cell, index); !note.text.isEmpty())
        text += note.heightFor(area.width());
    const int box = styleOf(cell)->pixelMetric(QStyle::PM_IndicatorHeight, &cell, cell.widget);
    return {cell.rect.width(), std::max(text, box) + gap};
}

} // namespace scopes
