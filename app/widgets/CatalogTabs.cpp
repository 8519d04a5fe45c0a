#include "widgets/CatalogTabs.h"

#include "document/VisibleText.h"
#include "models/EndpointTreeModel.h"
#include "models/ScopeTreeModel.h"
#include "widgets/EndpointTreeView.h"
#include "widgets/EndpointsPane.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

CatalogTabs::CatalogTabs(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_bar(new QTabBar(this))
    , m_panes(new QStackedWidget(this))
    , m_scopes(new ScopesPane(workspace))
    , m_top(new QHBoxLayout)
{
    m_bar->setAccessibleName(tr("What exists"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->addTab(tr("Scopes"));
    m_bar->addTab(tr("Endpoints"));
    m_panes->addWidget(m_scopes);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_top);
    m_top->addWidget(m_bar);
    m_top->addStretch();
    column->addWidget(m_panes, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &CatalogTabs::onTabChanged);
    connect(m_scopes, &ScopesPane::currentChanged, this, [this](int scope, int topic) {
        if (tab() == ScopesTab)
            Q_EMIT scopeChanged(scope, topic);
    });
    connectPane(*m_scopes);
    connect(&workspace, &Workspace::catalogChanged, this, [this] { m_history.clear(); });
}

void CatalogTabs::connectPane(CatalogPane& pane) const
{
    connect(&pane, &CatalogPane::detailsRequested, this, &CatalogTabs::detailsRequested);
    connect(&pane, &CatalogPane::message, this, &CatalogTabs::message);
}

CatalogTabs::Tab CatalogTabs::tab() const
{
    return static_cast<Tab>(m_bar->currentIndex());
}

void CatalogTabs::showTab(Tab tab)
{
    m_bar->setCurrentIndex(tab);
}

EndpointsPane& CatalogTabs::endpoints()
{
    if (m_endpoints == nullptr) {
        m_endpoints = new EndpointsPane(m_workspace);
        m_endpoints->setWhatsThis(
            tr("These are the calls that the provider documents, by product, with their fields and the parameter values that "
               "change what they need. Space ticks the selected ones: below stand the smallest sets of scopes that cover them."));
        m_panes->addWidget(m_endpoints);
        connect(m_endpoints, &EndpointsPane::currentChanged, this, [this] {
            if (tab() == EndpointsTab)
                announceCurrent();
        });
        connectPane(*m_endpoints);
        Q_EMIT endpointsMade();
    }
    return *m_endpoints;
}

CatalogPane& CatalogTabs::pane()
{
    if (tab() == EndpointsTab)
        return endpoints();
    return *m_scopes;
}

void CatalogTabs::onTabChanged(int index)
{
    if (!m_isTravelling)
        m_history.leave(currentPlace(m_last));
    m_last = static_cast<Tab>(index);
    const bool hadFocus = m_bar->hasFocus();
    m_panes->setCurrentWidget(&pane());
    if (!pane().treeView().currentIndex().isValid())
        pane().treeView().goToFirstRow();
    if (!hadFocus)
        pane().treeView().setFocus(Qt::OtherFocusReason);
    Q_EMIT tabChanged(index);
    announceCurrent();
}

void CatalogTabs::announceCurrent()
{
    const QModelIndex current = pane().treeView().currentIndex();
    if (tab() == ScopesTab) {
        Q_EMIT scopeChanged(m_scopes->model().scopeAt(current), m_scopes->model().topicAt(current));
        return;
    }
    const int part = m_endpoints->model().keyAt(current);
    Q_EMIT partChanged(part == noId ? CallPart() : m_endpoints->model().parts().at(part));
}

void CatalogTabs::rememberPlaces()
{
    m_placeInScopes = placeIn(*m_scopes);
    if (m_endpoints != nullptr)
        m_placeInEndpoints = placeIn(*m_endpoints);
}

void CatalogTabs::restorePlaces()
{
    scopes::goTo(*m_scopes, m_placeInScopes);
    if (m_endpoints != nullptr)
        scopes::goTo(*m_endpoints, m_placeInEndpoints);
    announceCurrent();
}

void CatalogTabs::setCorner(QWidget* widget)
{
    m_top->addWidget(widget);
}

Place CatalogTabs::currentPlace(Tab tab)
{
    if (tab == EndpointsTab)
        return {tab, endpoints().searchBox().text(), endpoints().currentName()};
    const ScopeId scope = m_scopes->model().scopeAt(m_scopes->tree().currentIndex());
    return {tab, m_scopes->searchBox().text(), scope == noId ? QString() : toQString(m_workspace.catalog().scope(scope).name)};
}

void CatalogTabs::showScope(const QString& name)
{
    m_history.leave(currentPlace(tab()));
    m_scopes->showScope(name);
    showTab(ScopesTab);
    m_scopes->tree().setFocus(Qt::OtherFocusReason);
}

void CatalogTabs::showPart(const QString& name)
{
    m_history.leave(currentPlace(tab()));
    endpoints().showPart(name);
    showTab(EndpointsTab);
    m_endpoints->tree().setFocus(Qt::OtherFocusReason);
}

void CatalogTabs::search(Tab tab, const QString& query)
{
    m_history.leave(currentPlace(this->tab()));
    CatalogPane& target = tab == EndpointsTab ? static_cast<CatalogPane&>(endpoints()) : *m_scopes;
    target.clearFilters();
    target.search(query);
    target.treeView().goToFirstRow();
    showTab(tab);
    target.treeView().setFocus(Qt::OtherFocusReason);
}

void CatalogTabs::jumpAcross()
{
    if (tab() == ScopesTab)
        jumpToCalls();
    else
        jumpToScopes();
}

void CatalogTabs::jumpToCalls()
{
    const ScopeId scope = m_scopes->model().scopeAt(m_scopes->tree().currentIndex());
    if (scope == noId) {
        Q_EMIT message(tr("Go to a scope first, to see the calls and fields that need it."));
        return;
    }
    const QString name = toQString(m_workspace.catalog().scope(scope).name);
    if (m_workspace.catalog().endpointsOf(scope).empty()) {
        Q_EMIT message(tr("No call is documented to need %1: what takes it is unknown.").arg(visibleText(name, 100)));
        return;
    }
    search(EndpointsTab, u"name:=\"%1\""_s.arg(name));
    Q_EMIT message(tr("These calls and fields are documented to need %1. Alt+Left goes back.").arg(visibleText(name, 100)));
}

void CatalogTabs::jumpToScopes()
{
    const int number = m_endpoints->model().keyAt(m_endpoints->tree().currentIndex());
    if (number == noId) {
        Q_EMIT message(tr("Go to a call or a field first, to see the scopes that it needs."));
        return;
    }
    const CallPart& part = m_endpoints->model().parts().at(number);
    const ScopeCatalog& catalog = m_workspace.catalog();
    const auto scopes = requirementOf(part, catalog).mentioned();
    const QString name = visibleText(m_endpoints->model().parts().name(number), 100);
    const Endpoint& endpoint = catalog.endpoint(part.endpoint);
    const bool mayNeedByFields = part.isCall() && !endpoint.fields.empty();
    if (scopes.empty() && !mayNeedByFields) {
        Q_EMIT message(tr("No scope is documented for %1.").arg(name));
        return;
    }
    if (scopes.size() == 1)
        showScope(toQString(catalog.scope(scopes.front()).name));
    else
        search(ScopesTab, u"endpoint:=\"%1\""_s.arg(toQString(endpoint.id)));
    Q_EMIT message(tr("These scopes are documented for %1. Alt+Left goes back.").arg(name));
}

void CatalogTabs::goBack()
{
    goTo(m_history.back(currentPlace(tab())), tr("There is nothing to go back to."));
}

void CatalogTabs::goForward()
{
    goTo(m_history.forward(currentPlace(tab())), tr("There is nothing to go forward to."));
}

void CatalogTabs::goTo(const std::optional<Place>& place, const QString& otherwise)
{
    if (!place) {
        Q_EMIT message(otherwise);
        return;
    }
    const QScopedValueRollback guard(m_isTravelling, true);
    if (place->tab == EndpointsTab) {
        endpoints().search(place->query);
        if (!place->row.isEmpty())
            endpoints().showPart(place->row);
    } else {
        m_scopes->search(place->query);
        if (!place->row.isEmpty())
            m_scopes->showScope(place->row);
    }
    showTab(static_cast<Tab>(place->tab));
    pane().treeView().setFocus(Qt::OtherFocusReason);
}

} // namespace scopes
