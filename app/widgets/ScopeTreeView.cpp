#include "widgets/ScopeTreeView.h"

#include "models/ScopeTreeModel.h"

namespace scopes {

namespace {

// The built-in catalog's longest name has 35 characters.
constexpr int nameCharacters = 36;

} // namespace

ScopeTreeView::ScopeTreeView(ScopeTreeModel& model, QWidget* parent)
    : CatalogTreeView(model,
        {.shown = ScopeTreeModel::ProductColumn,
            .nameCharacters = nameCharacters,
            .firstText = ScopeTreeModel::DefinitionColumn,
            .lastText = ScopeTreeModel::UserDisplayColumn},
        parent)
    , m_model(model)
{
    setAccessibleName(tr("Scopes"));
    setAccessibleDescription(tr("The catalog's scopes by topic. Space ticks the selected rows."));
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    begin();
}

QString ScopeTreeView::openAllText() const
{
    return tr("&Expand All Topics");
}

QString ScopeTreeView::closeAllText() const
{
    return tr("C&ollapse All Topics");
}

QString ScopeTreeView::firstOpenText(int opened, int all) const
{
    return tr("The first %L1 of %L2 topics are open; with more, the list would be slow. Open others by hand, or search.")
        .arg(opened)
        .arg(all);
}

void ScopeTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    CatalogTreeView::currentChanged(current, previous);
    Q_EMIT currentRowChanged(m_model.scopeAt(current), m_model.topicAt(current));
}

} // namespace scopes
