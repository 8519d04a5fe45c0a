#include "widgets/ScopesPane.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/ScopeTreeModel.h"
#include "widgets/FacetBar.h"
#include "widgets/ScopeTreeView.h"

#include <QLineEdit>

namespace scopes {

ScopesPane::ScopesPane(Workspace& workspace, QWidget* parent)
    : CatalogPane(parent)
    , m_model(new ScopeTreeModel(workspace, this))
    , m_facets(new FacetBar(*m_model, this))
    , m_tree(new ScopeTreeView(*m_model, this))
{
    searchBox().setAccessibleName(tr("Search scopes"));
    searchBox().setPlaceholderText(tr("Search scopes, text, endpoints, fields"));
    begin(*m_model, *m_tree, m_facets);
    connect(m_tree, &ScopeTreeView::currentRowChanged, this, &ScopesPane::currentChanged);
}

QString ScopesPane::nothingFound(const QString& typed) const
{
    if (m_model->allCount() == 0)
        return tr("This catalog has no scopes.");
    QString text = typed.isEmpty()
        ? tr("No scope is left by what is chosen under Topic and Show.")
        : tr("No scope matches ‘%1’ in name, topic, definition, user display, product, endpoints or fields.").arg(typed);
    if (!typed.isEmpty() && m_model->facets() != FacetChoice{})
        text += u' ' + tr("Topic and Show leave out scopes as well.");
    return text;
}

QString ScopesPane::nameOf(int key) const
{
    return toQString(m_model->workspace().catalog().scope(key).name);
}

int ScopesPane::keyOf(const QString& name) const
{
    return m_model->workspace().catalog().find(name);
}

void ScopesPane::clearFilters()
{
    CatalogPane::clearFilters();
    m_model->setFacets({});
}

void ScopesPane::tickShown()
{
    m_model->setTicked(m_model->shownScopes(), true);
}

void ScopesPane::untickShown()
{
    m_model->setTicked(m_model->shownScopes(), false);
}

void ScopesPane::invertShown()
{
    const auto shown = m_model->shownScopes();
    m_model->workspace().invert(shown);
    Q_EMIT message(tr("Inverted %1.").arg(scopeCount(static_cast<qsizetype>(shown.size()))));
}

void ScopesPane::setDifferencesMarked(bool on)
{
    m_model->setDifferencesMarked(on);
}

bool ScopesPane::areDifferencesMarked() const
{
    return m_model->areDifferencesMarked();
}

void ScopesPane::showScope(const QString& name)
{
    const ScopeId scope = m_model->workspace().catalog().find(name);
    if (scope == noId) {
        Q_EMIT message(tr("%1 is not documented in this catalog.").arg(visibleText(name, 100)));
        return;
    }
    if (!m_tree->showScope(scope)) {
        clearFilters();
        m_tree->showScope(scope);
    }
    m_tree->setFocus(Qt::OtherFocusReason);
}

QStringList ScopesPane::collapsedTopics() const
{
    return m_tree->closedGroups();
}

void ScopesPane::setCollapsedTopics(const QStringList& ids)
{
    m_tree->setClosedGroups(ids);
}

} // namespace scopes
