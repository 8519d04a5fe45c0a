#include "widgets/PlaceKeeper.h"

#include "models/CatalogTreeModel.h"
#include "widgets/CatalogPane.h"
#include "widgets/CatalogTreeView.h"

#include <QScrollBar>

namespace scopes {

PlaceKeeper::PlaceKeeper(CatalogPane& pane)
    : QObject(&pane)
    , m_pane(pane)
{
    const CatalogTreeModel& model = pane.treeModel();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &PlaceKeeper::onAboutToChange);
    connect(&model, &QAbstractItemModel::modelReset, this, &PlaceKeeper::onChanged);
    connect(&model, &CatalogTreeModel::behindChanged, this, [this] { m_isLate = m_isLate && isUnfinished(); });
}

PlaceKeeper::Whereabouts PlaceKeeper::whereabouts() const
{
    const CatalogTreeView& view = m_pane.treeView();
    return {m_pane.treeModel().keyAt(view.currentIndex()), view.verticalScrollBar()->value(),
        view.selectionModel()->selection().size()};
}

bool PlaceKeeper::isUnfinished() const
{
    return m_pane.treeModel().isSorting() || m_pane.treeModel().isBehind();
}

void PlaceKeeper::remember()
{
    if (!m_isLate || whereabouts() != m_arrival)
        m_place = placeIn(m_pane);
    m_isLate = false;
}

void PlaceKeeper::goBack()
{
    goTo(m_pane, m_place);
    m_isLate = isUnfinished();
    if (m_isLate)
        m_arrival = whereabouts();
}

void PlaceKeeper::onAboutToChange()
{
    m_isLate = m_isLate && whereabouts() == m_arrival;
}

void PlaceKeeper::onChanged()
{
    if (m_isLate)
        goBack();
}

} // namespace scopes
