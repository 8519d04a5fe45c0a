#include "widgets/ReviewTable.h"

#include "models/ReviewModel.h"
#include "widgets/ReviewDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTimer>

#include <algorithm>
#include <array>

namespace scopes {

namespace {

/// Rows of more than these all have one height: to measure each text takes too long.
constexpr int mostFitted = 300;

/// Widths in heights of a line, by column.
constexpr std::array<int, ReviewModel::ColumnCount> widths{11, 9, 10, 13, 10, 10, 9, 13, 11, 13};

} // namespace

ReviewTable::ReviewTable(ReviewModel& model, QWidget* parent)
    : QTableView(parent)
    , m_timer(new QTimer(this))
{
    setModel(&model);
    setItemDelegate(new ReviewDelegate(this));
    setAccessibleName(tr("Review sheet"));
    setAccessibleDescription(
        tr("A row a scope. Enter edits a text; there, Tab goes to the next one, Ctrl+Return ends, Esc gives up."));
    setTabKeyNavigation(false);
    setWordWrap(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    verticalHeader()->hide();
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &ReviewTable::offerColumns);
    const int line = fontMetrics().height();
    for (int column = 0; column < ReviewModel::ColumnCount; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)] * line);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &ReviewTable::fitRows);
    const auto later = [this] { m_timer->start(0); };
    connect(&model, &ReviewModel::refreshed, this, later);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, later);
    later();
}

void ReviewTable::showColumns(const std::vector<int>& columns)
{
    for (int column = 0; column < ReviewModel::ColumnCount; ++column)
        setColumnHidden(column, std::find(columns.begin(), columns.end(), column) == columns.end());
    int visual = 0;
    for (const int column : columns)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual++);
    m_timer->start(0);
}

void ReviewTable::editAt(const QModelIndex& index)
{
    if (!index.flags().testFlag(Qt::ItemIsEditable))
        return;
    setCurrentIndex(index);
    scrollTo(index);
    edit(index);
}

void ReviewTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    int step = 0;
    if (hint == QAbstractItemDelegate::EditNextItem)
        step = 1;
    else if (hint == QAbstractItemDelegate::EditPreviousItem)
        step = -1;
    QTableView::closeEditor(editor, step == 0 ? hint : QAbstractItemDelegate::NoHint);
    if (step != 0)
        editAt(neighbour(currentIndex(), step));
}

/// The next text that can be edited, in the order in which they are seen; none behind the last.
QModelIndex ReviewTable::neighbour(const QModelIndex& from, int step) const
{
    int row = from.row();
    int visual = horizontalHeader()->visualIndex(from.column());
    while (from.isValid()) {
        visual += step;
        if (visual < 0 || visual >= ReviewModel::ColumnCount) {
            row += step;
            visual = step > 0 ? 0 : ReviewModel::ColumnCount - 1;
        }
        if (row < 0 || row >= model()->rowCount())
            break;
        const QModelIndex index = model()->index(row, horizontalHeader()->logicalIndex(visual));
        if (!isColumnHidden(index.column()) && index.flags().testFlag(Qt::ItemIsEditable))
            return index;
    }
    return {};
}

void ReviewTable::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn || event->modifiers() != Qt::NoModifier || state() == EditingState)
        return QTableView::keyPressEvent(event);
    editAt(currentIndex());
}

void ReviewTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_timer->start(0);
}

void ReviewTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_timer->start(0);
}

void ReviewTable::fitRows()
{
    constexpr int linesOfMany = 4;
    if (model()->rowCount() <= mostFitted)
        return resizeRowsToContents();
    verticalHeader()->setDefaultSectionSize(linesOfMany * fontMetrics().lineSpacing());
}

void ReviewTable::offerColumns(const QPoint& place)
{
    QMenu menu(this);
    for (int column = 0; column < ReviewModel::ColumnCount; ++column) {
        QAction* const action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != ReviewModel::ScopeColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            m_timer->start(0);
        });
    }
    menu.exec(horizontalHeader()->mapToGlobal(place));
}

} // namespace scopes
