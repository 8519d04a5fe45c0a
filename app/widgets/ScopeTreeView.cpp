#include "widgets/ScopeTreeView.h"

#include "models/CountText.h"
#include "models/ScopeColumns.h"
#include "models/ScopeTreeModel.h"
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

ScopeTreeView::ScopeTreeView(ScopeTreeModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Scopes"));
    setAccessibleDescription(tr("The catalog's scopes by topic. Space ticks the selected rows."));
    setSelectionMode(ExtendedSelection);
    setAllColumnsShowFocus(true);
    setWordWrap(true);
    // Per pixel the view would ask every row for its height.
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setItemDelegate(new ScopeDelegate(*this));
    setModel(&model);

    header()->setSectionsMovable(true);
    header()->setStretchLastSection(false);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setMinimumSectionSize(60);
    setSortingEnabled(true);
    for (int column = ScopeTreeModel::ProductColumn; column < ScopeTreeModel::ColumnCount; ++column)
        setColumnHidden(column, true);
    connect(header(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint& place) {
        QMenu menu;
        fillColumnMenu(menu);
        menu.exec(header()->mapToGlobal(place));
    });
    // Texts wrap at other places: the rows' heights must be asked for again.
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { rememberTopic(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { rememberTopic(index, false); });
    connect(this, &QTreeView::doubleClicked, this, &ScopeTreeView::detailsRequested);
    connect(&model, &ScopeTreeModel::message, this, &ScopeTreeView::message);
    restoreOpenTopics();
}

void ScopeTreeView::reset()
{
    QTreeView::reset();
    restoreOpenTopics();
    restoreCurrent();
}

void ScopeTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    // QTreeView would measure the text of every row, which takes 250 ms for a topic of 1,000: a tick changes no height.
    if (!roles.isEmpty() && !roles.contains(Qt::DisplayRole))
        QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // NOLINT(bugprone-parent-virtual-call): as said
    else
        QTreeView::dataChanged(topLeft, bottomRight, roles);
}

void ScopeTreeView::restoreOpenTopics()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    const bool openEverything = m_model.isFiltered() || m_closedTopics.isEmpty();
    int openRows = 0;
    for (int row = 0; row < m_model.rowCount() && openRows < mostOpenRows; ++row) {
        const QModelIndex topic = m_model.index(row, 0);
        if (!openEverything && m_closedTopics.contains(toQString(m_model.workspace().catalog().topic(m_model.topicAt(topic)).id)))
            continue;
        openRows += m_model.rowCount(topic);
        expand(topic);
    }
}

void ScopeTreeView::restoreCurrent()
{
    QModelIndex before = m_model.indexOf(m_currentScope);
    // The view opens whatever hides its current row: a topic that the user closed takes its place.
    if (before.isValid() && !isExpanded(before.parent()))
        before = before.parent();
    if (before.isValid())
        selectionModel()->setCurrentIndex(before, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    else if (m_model.isFiltered())
        goToFirstScope();
}

void ScopeTreeView::rememberTopic(const QModelIndex& index, bool open)
{
    // What a search opens or closes is its own affair.
    if (m_isRestoring || m_model.isFiltered())
        return;
    const QString id = toQString(m_model.workspace().catalog().topic(m_model.topicAt(index)).id);
    if (open)
        m_closedTopics.remove(id);
    else
        m_closedTopics.insert(id);
}

void ScopeTreeView::goToFirstScope()
{
    const QModelIndex first = m_model.index(0, 0, m_model.index(0, 0));
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
}

bool ScopeTreeView::showScope(ScopeId scope)
{
    const QModelIndex index = m_model.indexOf(scope);
    if (!index.isValid())
        return false;
    expand(index.parent());
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void ScopeTreeView::toggleSelected()
{
    const auto scopes = m_model.scopesAt(selectionModel()->selectedRows());
    const auto& ticked = m_model.workspace().ticked();
    const bool allTicked = std::all_of(scopes.begin(), scopes.end(), [&](ScopeId scope) { return ticked.contains(scope); });
    if (!scopes.empty())
        m_model.setTicked(scopes, !allTicked);
}

void ScopeTreeView::copySelection()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    const auto count = static_cast<qsizetype>(m_model.scopesAt(rows).size());
    if (count == 0) {
        Q_EMIT message(tr("Nothing is selected, so nothing was copied."));
        return;
    }
    QApplication::clipboard()->setMimeData(m_model.mimeData(rows));
    Q_EMIT message(tr("Copied the rows of %1, as text and as a table.").arg(scopeCount(count)));
}

QStringList ScopeTreeView::collapsedTopics() const
{
    QStringList ids(m_closedTopics.begin(), m_closedTopics.end());
    ids.sort();
    return ids;
}

void ScopeTreeView::setCollapsedTopics(const QStringList& topicIds)
{
    m_closedTopics = QSet<QString>(topicIds.begin(), topicIds.end());
    const QScopedValueRollback guard(m_isRestoring, true);
    collapseAll();
    restoreOpenTopics();
}

void ScopeTreeView::openAll()
{
    m_closedTopics.clear();
    restoreOpenTopics();
}

void ScopeTreeView::closeAll()
{
    const QScopedValueRollback guard(m_isRestoring, true);
    if (!m_model.isFiltered()) {
        for (int row = 0; row < m_model.rowCount(); ++row)
            m_closedTopics.insert(toQString(m_model.workspace().catalog().topic(m_model.topicAt(m_model.index(row, 0))).id));
    }
    collapseAll();
}

void ScopeTreeView::sortAsInCatalog()
{
    header()->setSortIndicator(-1, Qt::AscendingOrder);
}

void ScopeTreeView::fillColumnMenu(QMenu& menu)
{
    for (int column = 0; column < ScopeTreeModel::ColumnCount; ++column) {
        QAction* const action = menu.addAction(columnTitle(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != ScopeTreeModel::ScopeColumn);
        action->setToolTip(columnHelp(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < 100)
                setColumnWidth(column, 160);
            scheduleDelayedItemsLayout();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Sort as in the &Catalog")), &QAction::triggered, this, &ScopeTreeView::sortAsInCatalog);
    connect(menu.addAction(tr("&Reset Columns")), &QAction::triggered, this, &ScopeTreeView::resetColumns);
}

QByteArray ScopeTreeView::saveColumns() const
{
    return header()->saveState();
}

bool ScopeTreeView::restoreColumns(const QByteArray& state)
{
    if (state.isEmpty() || !header()->restoreState(state))
        return false;
    m_hasColumns = true;
    // What was saved may be of another version: the name's column is always there, and the order is the model's too.
    setColumnHidden(ScopeTreeModel::ScopeColumn, false);
    m_model.sort(header()->sortIndicatorSection(), header()->sortIndicatorOrder());
    return true;
}

void ScopeTreeView::resetColumns()
{
    m_hasColumns = true;
    for (int column = 0; column < ScopeTreeModel::ColumnCount; ++column) {
        setColumnHidden(column, column > ScopeTreeModel::UserDisplayColumn);
        header()->moveSection(header()->visualIndex(column), column);
    }
    sortAsInCatalog();
    const int width = viewport()->width();
    const QFontMetrics metrics(font());
    // As wide as a long name: the built-in catalog's longest has 35 characters.
    const int name = std::min(width * 2 / 5, metrics.averageCharWidth() * 36 + 2 * indentation() + 40);
    setColumnWidth(ScopeTreeModel::ScopeColumn, name);
    setColumnWidth(ScopeTreeModel::DefinitionColumn, (width - name) / 2);
    setColumnWidth(ScopeTreeModel::UserDisplayColumn, width - name - (width - name) / 2);
}

void ScopeTreeView::resizeEvent(QResizeEvent* event)
{
    const int before = event->oldSize().width();
    QTreeView::resizeEvent(event);
    if (before > 0)
        shareWidth(event->size().width() - before);
    else if (!m_hasColumns)
        resetColumns();
}

void ScopeTreeView::shareWidth(int change)
{
    // The two texts share what the window gains or loses, so that nothing is cut off and nothing stays empty.
    const int definition = columnWidth(ScopeTreeModel::DefinitionColumn);
    const int userDisplay = columnWidth(ScopeTreeModel::UserDisplayColumn);
    const int smallest = header()->minimumSectionSize() * 2;
    const int both = std::max(definition + userDisplay + change, 2 * smallest);
    const int first = definition + userDisplay > 0 ? both * definition / (definition + userDisplay) : both / 2;
    setColumnWidth(ScopeTreeModel::DefinitionColumn, std::max(first, smallest));
    setColumnWidth(ScopeTreeModel::UserDisplayColumn, std::max(both - first, smallest));
}

void ScopeTreeView::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void ScopeTreeView::keyPressEvent(QKeyEvent* event)
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

void ScopeTreeView::keyboardSearch(const QString& search)
{
    // Names are what is typed ahead, wherever in the row the last click was.
    if (currentIndex().column() > 0)
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(0), QItemSelectionModel::NoUpdate);
    QTreeView::keyboardSearch(search);
}

void ScopeTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    const ScopeId scope = m_model.scopeAt(current);
    if (current.isValid())
        m_currentScope = scope;
    Q_EMIT currentRowChanged(scope, m_model.topicAt(current));
}

void ScopeTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    const bool any = selectionModel()->hasSelection();
    QAction* const tick = menu.addAction(tr("&Tick or Untick\tSpace"));
    connect(tick, &QAction::triggered, this, &ScopeTreeView::toggleSelected);
    QAction* const copy = menu.addAction(tr("&Copy Rows\tCtrl+C"));
    connect(copy, &QAction::triggered, this, &ScopeTreeView::copySelection);
    tick->setEnabled(any);
    copy->setEnabled(any);
    menu.addSeparator();
    connect(menu.addAction(tr("&Expand All Topics")), &QAction::triggered, this, &ScopeTreeView::openAll);
    connect(menu.addAction(tr("C&ollapse All Topics")), &QAction::triggered, this, &ScopeTreeView::closeAll);
    // The menu key asks for the place of the focus, which may be a row and not the pointer.
    const QRect row = visualRect(currentIndex());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard && row.isValid();
    menu.exec(byKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

} // namespace scopes
