#include "widgets/DifferenceTreeView.h"

#include "models/DifferenceModel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace scopes {

namespace {

bool leadsSomewhere(const QModelIndex& row)
{
    return !row.data(DifferenceModel::ScopeNamesRole).toStringList().isEmpty()
        || !row.data(DifferenceModel::CallNameRole).toString().isEmpty();
}

} // namespace

DifferenceTreeView::DifferenceTreeView(DifferenceModel& model, QWidget* parent)
    : WrappedTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setAccessibleName(tr("Differences"));
    setAccessibleDescription(
        tr("What changed, by kind. Right opens a row; Enter on a scope or a call goes to it in the catalog that is open."));
    header()->setStretchLastSection(true);
    // Texts wrap at other places: the rows' heights must be asked for again.
    connect(header(), &QHeaderView::sectionResized, this, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    connect(this, &QTreeView::activated, this, &DifferenceTreeView::activate);
}

void DifferenceTreeView::reset()
{
    QTreeView::reset();
    openRequests();
}

void DifferenceTreeView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    QTreeView::rowsInserted(parent, start, end);
    openRequests();
}

/// Gives the sentences on requests the room of all columns.
void DifferenceTreeView::openRequests()
{
    const QModelIndex group = m_model.index(0, 0);
    if (!m_model.isAboutRequests(group))
        return;
    expand(group);
    for (int row = 0; row < m_model.rowCount(group); ++row) {
        const QModelIndex request = m_model.index(row, 0, group);
        setFirstColumnSpanned(row, group, true);
        for (int consequence = 0; consequence < m_model.rowCount(request); ++consequence)
            setFirstColumnSpanned(consequence, request, true);
        if (m_model.rowCount(request) > 0)
            expand(request);
    }
}

void DifferenceTreeView::openMost()
{
    constexpr int atAGlance = 100;
    if (m_model.shownCount() > atAGlance)
        return; // the kinds and their counts are what can be read
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        expand(group);
        for (int entry = 0; entry < m_model.rowCount(group); ++entry) {
            if (const QModelIndex index = m_model.index(entry, 0, group); m_model.rowCount(index) > 0)
                expand(index);
        }
    }
}

QModelIndexList DifferenceTreeView::selectedInOrder() const
{
    // By the numbers of the rows above, from the top, and its own; a row comes before those in it.
    using Place = std::array<int, 3>;
    std::vector<std::pair<Place, QModelIndex>> places;
    for (const QModelIndex& row : selectedRows()) {
        Place place{-1, -1, -1};
        for (QModelIndex at = row; at.isValid(); at = at.parent()) {
            std::move_backward(place.begin(), place.end() - 1, place.end());
            place.front() = at.row();
        }
        places.emplace_back(place, row);
    }
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QModelIndexList rows;
    rows.reserve(static_cast<qsizetype>(places.size()));
    for (const auto& [place, row] : places)
        rows += row;
    return rows;
}

void DifferenceTreeView::activate(const QModelIndex& index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (leadsSomewhere(row))
        Q_EMIT goToRequested(row);
    else
        setExpanded(row, !isExpanded(row));
}

void DifferenceTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    header()->resizeSection(DifferenceModel::WhatColumn, event->size().width() * 3 / 10);
    header()->resizeSection(DifferenceModel::BeforeColumn, event->size().width() * 7 / 20);
}

void DifferenceTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    QMenu menu(this);
    QAction* const show = menu.addAction(tr("&Show in the Catalog\tReturn"));
    show->setEnabled(current.isValid() && leadsSomewhere(current));
    QAction* const copy = menu.addAction(tr("&Copy Rows\tCtrl+C"));
    copy->setEnabled(selectionModel()->hasSelection());
    menu.addSeparator();
    QAction* const openAll = menu.addAction(tr("&Expand All Kinds"));
    QAction* const closeAll = menu.addAction(tr("C&ollapse All Kinds"));
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(current).bottomLeft())
        : event->globalPos();
    const QAction* const chosen = menu.exec(place);
    if (chosen == show)
        Q_EMIT goToRequested(current);
    else if (chosen == copy)
        Q_EMIT copyRequested();
    else if (chosen == openAll)
        expandToDepth(0);
    else if (chosen == closeAll)
        collapseAll();
}

} // namespace scopes
