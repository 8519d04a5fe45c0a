#include "widgets/EndpointsPane.h"

#include "document/VisibleText.h"
#include "models/EndpointTreeModel.h"
#include "widgets/EndpointTreeView.h"

#include <QLineEdit>

namespace scopes {

EndpointsPane::EndpointsPane(Workspace& workspace, QWidget* parent)
    : CatalogPane(parent)
    , m_model(new EndpointTreeModel(workspace, this))
    , m_tree(new EndpointTreeView(*m_model, this))
{
    searchBox().setAccessibleName(tr("Search endpoints"));
    searchBox().setPlaceholderText(tr("Search calls, paths, fields, scopes"));
    begin(*m_model, *m_tree, nullptr);
    connect(m_tree, &EndpointTreeView::currentRowChanged, this, &EndpointsPane::currentChanged);
}

QString EndpointsPane::nothingFound(const QString& typed) const
{
    if (m_model->allCount() == 0)
        return tr("This catalog has no endpoints: which scopes its calls need is unknown.");
    return tr("No call matches ‘%1’ in name, address, product, fields or the scopes that it needs.").arg(typed);
}

void EndpointsPane::tickShown()
{
    m_model->setTicked(m_model->shownCalls(), true);
}

void EndpointsPane::untickShown()
{
    m_model->setTicked(m_model->shownCalls(), false);
}

void EndpointsPane::invertShown()
{
    m_model->invert(m_model->shownCalls());
}

void EndpointsPane::showPart(const QString& name)
{
    const int part = m_model->parts().find(name);
    if (part < 0) {
        Q_EMIT message(tr("%1 is not documented in this catalog.").arg(visibleText(name, 100)));
        return;
    }
    if (!m_tree->showRow(part)) {
        clearFilters();
        m_tree->showRow(part);
    }
    m_tree->setFocus(Qt::OtherFocusReason);
}

QString EndpointsPane::currentName() const
{
    const int part = m_model->keyAt(m_tree->currentIndex());
    return part < 0 ? QString() : m_model->parts().name(part);
}

} // namespace scopes
