#include "widgets/CatalogTreeView.h"

#include "models/CatalogTreeModel.h"
#include "widgets/ScopeDelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>

#include <algorithm>

namespace scopes {

CatalogTreeView::CatalogTreeView(CatalogTreeModel& model, const ColumnPlan& plan, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_plan(plan)
{
    setSelectionMode(ExtendedSelection);
    setAllColumnsShowFocus(true);
    setWordWrap(true);
    // Per pixel the view would ask every row for its height.
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setItemDelegate(new ScopeDelegate(*this));
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { rememberGroup(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { rememberGroup(index, false); });
    connect(this, &QTreeView::doubleClicked, this, &CatalogTreeView::detailsRequested);
    connect(&model, &CatalogTreeModel::message, this, &CatalogTreeView::message);
}

void CatalogTreeView::begin()
{
    setModel(&m_model);
    setUpHeader();
    restoreOpenGroups();
}

void CatalogTreeView::setUpHeader()
{
    header()->setSectionsMovable(true);
    header()->setStretchLastSection(false);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setMinimumSectionSize(60);
    setSortingEnabled(true);
    for (int column = m_plan.shown; column < m_model.columnCount(); ++column)
        setColumnHidden(column, true);
    connect(header(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint& place) {
        QMenu menu;
        fillColumnMenu(menu);
        menu.exec(header()->mapToGlobal(place));
    });
    // Texts wrap at other places: the rows' heights must be asked for again.
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

void CatalogTreeView::reset()
{
    QTreeView::reset();
    restoreOpenGroups();
    restoreCurrent();
}

void CatalogTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    // QTreeView would measure the text of every row, which takes 250 ms for a topic of 1,000: a tick changes no height.
    if (!roles.isEmpty() && !roles.contains(Qt::DisplayRole))
        QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // NOLINT(bugprone-parent-virtual-call): as said
    else
        QTreeView::dataChanged(topLeft, bottomRight, roles);
}

void CatalogTreeView::restoreOpenGroups()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    const bool openEverything = m_model.isFiltered() || m_closedGroups.isEmpty();
    int openRows = 0;
    for (int row = 0; row < m_model.rowCount() && openRows < mostOpenRows; ++row) {
        const QModelIndex group = m_model.index(row, 0);
        if (!openEverything && m_closedGroups.contains(m_model.groupKey(group)))
            continue;
        openRows += m_model.rowCount(group);
        expand(group);
    }
}

void CatalogTreeView::restoreCurrent()
{
    QModelIndex before = m_model.indexOfKey(m_currentKey);
    // The view opens whatever hides its current row: a group that the user closed takes its place.
    if (before.isValid() && !isExpanded(before.parent()))
        before = before.parent();
    if (before.isValid())
        selectionModel()->setCurrentIndex(before, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    else if (m_model.isFiltered())
        goToFirstRow();
}

void CatalogTreeView::rememberGroup(const QModelIndex& index, bool open)
{
    // What a search opens or closes is its own affair, and so are rows within a group.
    if (m_isRestoring || m_model.isFiltered() || index.parent().isValid())
        return;
    if (open)
        m_closedGroups.remove(m_model.groupKey(index));
    else
        m_closedGroups.insert(m_model.groupKey(index));
}

void CatalogTreeView::goToFirstRow()
{
    const QModelIndex first = m_model.index(0, 0, m_model.index(0, 0));
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
}

bool CatalogTreeView::showRow(int key)
{
    const QModelIndex index = m_model.indexOfKey(key);
    if (!index.isValid())
        return false;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void CatalogTreeView::toggleSelected()
{
    m_model.toggle(selectionModel()->selectedRows());
}

void CatalogTreeView::copySelection()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    const QString copied = m_model.copiedText(rows);
    if (copied.isEmpty()) {
        Q_EMIT message(tr("Nothing is selected, so nothing was copied."));
        return;
    }
    QApplication::clipboard()->setMimeData(m_model.mimeData(rows));
    Q_EMIT message(copied);
}

QStringList CatalogTreeView::closedGroups() const
{
    QStringList keys(m_closedGroups.begin(), m_closedGroups.end());
    keys.sort();
    return keys;
}

void CatalogTreeView::setClosedGroups(const QStringList& keys)
{
    m_closedGroups = QSet<QString>(keys.begin(), keys.end());
    const QScopedValueRollback guard(m_isRestoring, true);
    collapseAll();
    restoreOpenGroups();
}

void CatalogTreeView::openAll()
{
    m_closedGroups.clear();
    restoreOpenGroups();
}

void CatalogTreeView::closeAll()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    if (!m_model.isFiltered()) {
        for (int row = 0; row < m_model.rowCount(); ++row)
            m_closedGroups.insert(m_model.groupKey(m_model.index(row, 0)));
    }
    collapseAll();
}

void CatalogTreeView::sortAsInCatalog()
{
    header()->setSortIndicator(-1, Qt::AscendingOrder);
}

void CatalogTreeView::fillColumnMenu(QMenu& menu)
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        QAction* const action = menu.addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != 0);
        action->setToolTip(m_model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < 100)
                setColumnWidth(column, 160);
            scheduleDelayedItemsLayout();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Sort as in the &Catalog")), &QAction::triggered, this, &CatalogTreeView::sortAsInCatalog);
    connect(menu.addAction(tr("&Reset Columns")), &QAction::triggered, this, &CatalogTreeView::resetColumns);
}

QByteArray CatalogTreeView::saveColumns() const
{
    return header()->saveState();
}

bool CatalogTreeView::restoreColumns(const QByteArray& state)
{
    if (state.isEmpty() || !header()->restoreState(state))
        return false;
    m_hasColumns = true;
    // What was saved may be of another version: the name's column is always there, and the order is the model's too.
    setColumnHidden(0, false);
    m_model.sort(header()->sortIndicatorSection(), header()->sortIndicatorOrder());
    return true;
}

void CatalogTreeView::resetColumns()
{
    m_hasColumns = true;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        setColumnHidden(column, column >= m_plan.shown);
        header()->moveSection(header()->visualIndex(column), column);
    }
    sortAsInCatalog();
    const int width = viewport()->width();
    const int character = QFontMetrics(font()).averageCharWidth();
    const int name = std::min(width * 2 / 5, character * m_plan.nameCharacters + 2 * indentation() + 40);
    setColumnWidth(0, name);
    int left = width - name;
    for (int column = 1; column < m_plan.shown; ++column) {
        if (column >= m_plan.firstText && column <= m_plan.lastText)
            continue;
        setColumnWidth(column, std::min(left / 3, character * m_plan.otherCharacters + 20));
        left -= columnWidth(column);
    }
    for (int column = m_plan.firstText; column <= m_plan.lastText; ++column) {
        setColumnWidth(column, left / (m_plan.lastText - column + 1));
        left -= columnWidth(column);
    }
}

void CatalogTreeView::resizeEvent(QResizeEvent* event)
{
    const int before = event->oldSize().width();
    QTreeView::resizeEvent(event);
    if (before > 0)
        shareWidth(event->size().width() - before);
    else if (!m_hasColumns)
        resetColumns();
}

void CatalogTreeView::shareWidth(int change)
{
    // The two texts share what the window gains or loses, so that nothing is cut off and nothing stays empty.
    const int before = columnWidth(m_plan.firstText);
    const int after = columnWidth(m_plan.lastText);
    const int smallest = header()->minimumSectionSize() * 2;
    const int both = std::max(before + after + change, 2 * smallest);
    const int first = before + after > 0 ? both * before / (before + after) : both / 2;
    setColumnWidth(m_plan.firstText, std::max(first, smallest));
    setColumnWidth(m_plan.lastText, std::max(both - first, smallest));
}

void CatalogTreeView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void CatalogTreeView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (plain && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Select)) {
        toggleSelected();
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT detailsRequested();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void CatalogTreeView::keyboardSearch(const QString& search)
{
    // Names are what is typed ahead, wherever in the row the last click was.
    if (currentIndex().column() > 0)
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(0), QItemSelectionModel::NoUpdate);
    QTreeView::keyboardSearch(search);
}

void CatalogTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (current.isValid())
        m_currentKey = m_model.keyAt(current);
}

void CatalogTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    const bool any = selectionModel()->hasSelection();
    QAction* const tick = menu.addAction(tr("&Tick or Untick\tSpace"));
    connect(tick, &QAction::triggered, this, &CatalogTreeView::toggleSelected);
    QAction* const copy = menu.addAction(tr("&Copy Rows\tCtrl+C"));
    connect(copy, &QAction::triggered, this, &CatalogTreeView::copySelection);
    tick->setEnabled(any);
    copy->setEnabled(any);
    menu.addSeparator();
    connect(menu.addAction(openAllText()), &QAction::triggered, this, &CatalogTreeView::openAll);
    connect(menu.addAction(closeAllText()), &QAction::triggered, this, &CatalogTreeView::closeAll);
    // The menu key asks for the place of the focus, which may be a row and not the pointer.
    const QRect row = visualRect(currentIndex());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && row.isValid();
    menu.exec(byKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

} // namespace scopes
