#include "widgets/CatalogTreeView.h"

#include "models/CatalogTreeModel.h"
#include "models/RowExport.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace scopes {

namespace {

/// By their owner: a later catalog may be where an earlier one was.
bool isSame(const std::weak_ptr<const ScopeCatalog>& one, const CatalogPointer& other)
{
    return !one.owner_before(other) && !other.owner_before(one);
}

} // namespace

CatalogTreeView::CatalogTreeView(CatalogTreeModel& model, const ColumnPlan& plan, QWidget* parent)
    : WrappedTreeView(parent)
    , m_model(model)
    , m_plan(plan)
{
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { rememberOpen(index, true); });
    connect(this, &QTreeView::collapsed, this, &CatalogTreeView::onCollapsed);
    connect(this, &QTreeView::doubleClicked, this, &CatalogTreeView::detailsRequested);
    connect(&model, &CatalogTreeModel::message, this, &CatalogTreeView::message);
}

void CatalogTreeView::begin()
{
    setModel(&m_model);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &CatalogTreeView::rememberSelected);
    // Behind what setModel() connects: the selection clears itself after a reset.
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CatalogTreeView::restoreCurrent);
    setUpHeader();
    restoreOpenGroups();
}

void CatalogTreeView::reset()
{
    QTreeView::reset();
    restoreOpenGroups();
}

int CatalogTreeView::restoreOpenGroups()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    const bool openEverything = m_model.isFiltered() || m_closedGroups.isEmpty();
    int openRows = 0;
    int openGroups = 0;
    int looked = 0;
    int row = 0;
    for (; row < m_model.rowCount() && openRows < mostOpenRows && openGroups < mostOpenGroups; ++row) {
        const QModelIndex group = m_model.index(row, 0);
        if (!openEverything && m_closedGroups.contains(m_model.groupKey(group)))
            continue;
        openRows += m_model.rowCount(group);
        ++openGroups;
        expand(group);
        if (m_model.isFiltered())
            openHits(group, looked);
    }
    if (m_model.isFiltered())
        return openGroups;
    openGroupsFrom(row);
    restoreOpenRows();
    return openGroups;
}

/// Opens the groups from that row on that the user had opened.
void CatalogTreeView::openGroupsFrom(int row)
{
    // Finding a few takes less time than asking 50,000 groups for their keys.
    constexpr qsizetype few = 20;
    if (m_openedGroups.size() <= few) {
        for (const QString& key : std::as_const(m_openedGroups))
            expand(m_model.indexOfGroup(key));
        return;
    }
    for (; row < m_model.rowCount(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        if (m_openedGroups.contains(m_model.groupKey(group)))
            expand(group);
    }
}

/// Opens the rows of the group that hide what was found. @p looked counts those that were looked into.
void CatalogTreeView::openHits(const QModelIndex& group, int& looked)
{
    for (int row = 0; row < m_model.rowCount(group) && looked < mostLookedInto; ++row, ++looked) {
        const QModelIndex index = m_model.index(row, 0, group);
        if (m_model.hasChildren(index) && m_model.hasHitsBelow(index))
            expand(index);
    }
}

/// Opens the rows within groups that the user had opened; in another catalog their keys are other rows'.
void CatalogTreeView::restoreOpenRows()
{
    const CatalogPointer& catalog = m_model.workspace().catalogPointer();
    if (!isSame(m_openRowsCatalog, catalog))
        m_openRows.clear();
    m_openRowsCatalog = catalog;
    for (const int key : m_openRows) {
        if (const QModelIndex index = m_model.indexOfKey(key); index.isValid())
            expand(index);
    }
}

void CatalogTreeView::rememberSelected()
{
    m_selected = {m_model.workspace().catalogPointer(), {}, {}, {}};
    if (currentIndex().isValid() && !currentIndex().parent().isValid())
        m_selected.currentGroup = m_model.groupKey(currentIndex().siblingAtColumn(0));
    for (const QModelIndex& index : selectedRows(mostRowsKept)) {
        if (const int key = m_model.keyAt(index); key >= 0)
            m_selected.keys.push_back(key);
        else
            m_selected.groups += m_model.groupKey(index);
    }
}

void CatalogTreeView::restoreCurrent()
{
    const Selected selected = std::exchange(m_selected, {});
    // In another catalog the keys are other rows', which to go to would lay out all above; PlaceKeeper knows names.
    if (!isSame(selected.catalog, m_model.workspace().catalogPointer())) {
        m_currentKey = -1;
        return;
    }
    QModelIndex before = m_model.indexOfKey(m_currentKey);
    if (!selected.currentGroup.isEmpty())
        before = m_model.indexOfGroup(selected.currentGroup);
    // The view opens whatever hides its current row: a group that the user closed takes its place.
    const bool isHidden = shownRow(before) != before;
    before = shownRow(before);
    if (before.isValid())
        selectionModel()->setCurrentIndex(before, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else if (m_model.isFiltered())
        goToFirstRow();
    // Where the current row is another one now, that one is all that the user expects to be selected.
    if (before.isValid() && !isHidden)
        selectAgain(selected);
}

void CatalogTreeView::selectAgain(const Selected& selected)
{
    QModelIndexList rows;
    for (const int key : selected.keys) {
        // A row that a closed group hides would be ticked unseen.
        if (const QModelIndex index = m_model.indexOfKey(key); index.isValid() && shownRow(index) == index)
            rows += index;
    }
    for (const QString& key : selected.groups)
        rows += m_model.indexOfGroup(key);
    selectRows(std::move(rows));
}

void CatalogTreeView::onCollapsed(const QModelIndex& index)
{
    rememberOpen(index, false);
    if (!m_isRestoring)
        leaveHiddenRows(index);
}

/// What the row hides is not current any more, or the cursor would begin at the top, and not selected, or it would be ticked
/// unseen: the row is, instead.
void CatalogTreeView::leaveHiddenRows(const QModelIndex& closed)
{
    const auto isBelow = [&](const QModelIndex& index) {
        return index.siblingAtColumn(0) != closed && shownRow(index) == closed;
    };
    QItemSelection hidden;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        if (isBelow(range.topLeft()))
            hidden.append(range);
    }
    const bool isCurrentHidden = isBelow(currentIndex());
    selectionModel()->select(hidden, QItemSelectionModel::Deselect);
    if (isCurrentHidden)
        selectionModel()->setCurrentIndex(closed, QItemSelectionModel::NoUpdate);
    if (!hidden.isEmpty())
        selectionModel()->select(closed, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void CatalogTreeView::rememberOpen(const QModelIndex& index, bool open)
{
    // What a search opens or closes is its own affair.
    if (m_isRestoring || m_model.isFiltered())
        return;
    if (index.parent().isValid()) {
        if (open)
            m_openRows.insert(m_model.keyAt(index));
        else
            m_openRows.remove(m_model.keyAt(index));
        return;
    }
    const QString key = m_model.groupKey(index);
    if (open) {
        m_closedGroups.remove(key);
        m_openedGroups.insert(key);
    } else {
        m_closedGroups.insert(key);
        m_openedGroups.remove(key);
    }
}

void CatalogTreeView::goToFirstRow()
{
    // A closed group stays closed; where all are, the first of them is it.
    QModelIndex first = m_model.index(0, 0);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const QModelIndex group = m_model.index(row, 0); isExpanded(group)) {
            first = m_model.index(0, 0, group);
            break;
        }
    }
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    // With the group's name above it.
    if (first.parent().row() == 0)
        scrollToTop();
}

bool CatalogTreeView::showRow(int key)
{
    const QModelIndex index = m_model.indexOfKey(key);
    if (!index.isValid())
        return false;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void CatalogTreeView::toggleSelected()
{
    m_model.toggle(selectedRows());
}

void CatalogTreeView::copySelection()
{
    const QModelIndexList rows = selectedRows();
    const QString copied = m_model.copiedText(rows);
    if (copied.isEmpty()) {
        Q_EMIT message(tr("Nothing is selected, so nothing was copied."));
        return;
    }
    QMimeData* const copy = m_model.mimeData(rows);
    if (copy == nullptr) {
        Q_EMIT message(
            tr("Nothing was copied: these are more rows than the clipboard takes (%1). File > Export… writes them to a file.")
                .arg(QLocale().toString(static_cast<qulonglong>(mostRowsCopied))));
        return;
    }
    QApplication::clipboard()->setMimeData(copy);
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
    QSet<QString> closed(keys.begin(), keys.end());
    if (closed == m_closedGroups)
        return;
    m_closedGroups = std::move(closed);
    const QScopedValueRollback guard(m_isRestoring, true);
    collapseAll();
    // Else the view would move all rows below at each group that is opened, a second for a million scopes.
    scheduleDelayedItemsLayout();
    restoreOpenGroups();
}

void CatalogTreeView::openAll()
{
    m_closedGroups.clear();
    scheduleDelayedItemsLayout(); // as above
    const int opened = restoreOpenGroups();
    if (opened < m_model.rowCount())
        Q_EMIT message(firstOpenText(opened, m_model.rowCount()));
}

void CatalogTreeView::closeAll()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    if (!m_model.isFiltered()) {
        m_openedGroups.clear();
        m_closedGroups.reserve(m_model.rowCount());
        for (int row = 0; row < m_model.rowCount(); ++row)
            m_closedGroups.insert(m_model.groupKey(m_model.index(row, 0)));
    }
    collapseAll();
    // What was selected is hidden, as above.
    if (const QModelIndex top = shownRow(currentIndex()); top.isValid())
        selectionModel()->setCurrentIndex(top, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void CatalogTreeView::resizeEvent(QResizeEvent* event)
{
    const int before = event->oldSize().width();
    // What the user looks at stays in sight where a notice above the tree, or a pane below it, takes room.
    const int height = event->oldSize().height();
    const bool isLeavingSight = event->size().height() < height && isAbove(currentIndex(), height)
        && visualRect(currentIndex()).bottom() > event->size().height();
    QTreeView::resizeEvent(event);
    if (isLeavingSight)
        scrollTo(currentIndex());
    const int change = event->size().width() - before;
    // Room that no column has is given up first: a scroll bar that appears at each start would else narrow them each time.
    if (before > 0)
        shareWidth(change < 0 ? std::min(0, change + std::max(0, before - header()->length())) : change);
    else if (!m_hasColumns)
        resetColumns();
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
        WrappedTreeView::keyPressEvent(event);
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
    WrappedTreeView::currentChanged(current, previous);
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
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && isInSight(currentIndex());
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

} // namespace scopes
