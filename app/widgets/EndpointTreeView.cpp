#include "widgets/EndpointTreeView.h"

#include "models/EndpointTreeModel.h"

namespace scopes {

EndpointTreeView::EndpointTreeView(EndpointTreeModel& model, QWidget* parent)
    : CatalogTreeView(model,
        {.shown = EndpointTreeModel::ColumnCount,
            .nameCharacters = 25,
            .firstText = EndpointTreeModel::AddressColumn,
            .lastText = EndpointTreeModel::NeedsColumn,
            .otherCharacters = 22},
        parent)
    , m_model(model)
{
    setAccessibleName(tr("Endpoints"));
    setAccessibleDescription(
        tr("The calls by product, with their fields and parameter values. Space ticks the selected rows, Right shows fields."));
    begin();
}

QString EndpointTreeView::openAllText() const
{
    return tr("&Expand All Products");
}

QString EndpointTreeView::closeAllText() const
{
    return tr("C&ollapse All Products");
}

QString EndpointTreeView::firstOpenText(int opened, int all) const
{
    return tr("The first %L1 of %L2 groups of calls are open; with more, the list would be slow. Open others by hand, or search.")
        .arg(opened)
        .arg(all);
}

void EndpointTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    CatalogTreeView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(m_model.keyAt(current));
}

} // namespace scopes
