#include "models/CatalogTreeModel.h"
#include "widgets/CatalogTreeView.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>

// The columns of the trees: which are shown, how wide, and in which order.
namespace scopes {

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
    // In a large font names break at their dots anyway, and the texts need the room.
    const int whole = character * m_plan.nameCharacters + 2 * indentation() + 40;
    const int name = whole <= width * 3 / 5 ? std::min(whole, width * 2 / 5) : width / 3;
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

} // namespace scopes
