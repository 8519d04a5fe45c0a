#include "widgets/CatalogTabs.h"

#include "document/VisibleText.h"
#include "models/EndpointTreeModel.h"
#include "models/ScopeTreeModel.h"
#include "search/Query.h"
#include "widgets/EndpointTreeView.h"
#include "widgets/EndpointsPane.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"
#include "widgets/TabOrder.h"

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
    , m_searches(new QWidget(this))
    , m_bar(new QTabBar(this))
    , m_panes(new QStackedWidget(this))
    , m_scopes(new ScopesPane(workspace))
    , m_top(new QHBoxLayout)
{
    m_bar->setAccessibleName(tr("What exists"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false); // what stands beside the tabs makes room for them
    m_bar->addTab(tr("Scopes"));
    m_bar->addTab(tr("Endpoints"));
    (new QVBoxLayout(m_searches))->setContentsMargins(0, 0, 0, 0);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_searches);
    column->addLayout(m_top);
    m_top->addWidget(m_bar);
    m_top->addStretch();
    column->addWidget(m_panes, 1);
    connect(m_bar, &QTabBar::currentChanged, this, &CatalogTabs::onTabChanged);
    connect(m_scopes, &ScopesPane::currentChanged, this, [this](int scope, int topic) {
        if (tab() == ScopesTab)
            Q_EMIT scopeChanged(scope, topic);
    });
    addPane(*m_scopes);
    m_placeInScopes = new PlaceKeeper(*m_scopes);
    connect(&workspace, &Workspace::catalogChanged, this, [this] { m_history.clear(); });
}

void CatalogTabs::addPane(CatalogPane& pane)
{
    m_panes->addWidget(&pane);
    m_searches->layout()->addWidget(&pane.searchRow());
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
        connect(m_endpoints, &EndpointsPane::currentChanged, this, [this] {
            if (tab() == EndpointsTab)
                announceCurrent();
        });
        addPane(*m_endpoints);
        m_placeInEndpoints = new PlaceKeeper(*m_endpoints);
        m_endpoints->searchRow().setVisible(tab() == EndpointsTab);
        tabThrough(tabThrough(&m_scopes->searchBox(), m_scopes->searchRow()), m_endpoints->searchRow());
        tabThrough(&m_scopes->treeView(), *m_endpoints);
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
    takeSearchAlong();
    m_last = static_cast<Tab>(index);
    const bool hadFocus = m_bar->hasFocus();
    // Before it is shown: the focus that the other side loses may come here, and makes a product's row current.
    if (!pane().treeView().currentIndex().isValid())
        pane().treeView().goToFirstRow();
    m_panes->setCurrentWidget(&pane());
    if (!hadFocus)
        pane().treeView().setFocus(Qt::OtherFocusReason);
    Q_EMIT tabChanged(index);
    announceCurrent();
}

/// The box looks like one that is above both sides: what is typed in it is for either. A journey brings its own text.
void CatalogTabs::takeSearchAlong()
{
    CatalogPane& shown = pane();
    CatalogPane& other = tab() == EndpointsTab ? static_cast<CatalogPane&>(*m_scopes) : *m_endpoints;
    if (!m_isTravelling)
        shown.search(other.searchBox().text());
    other.searchRow().hide();
    shown.searchRow().show();
}

void CatalogTabs::announceCurrent()
{
    const QModelIndex current = pane().treeView().currentIndex();
    if (tab() == ScopesTab || m_endpoints == nullptr) {
        Q_EMIT scopeChanged(m_scopes->model().scopeAt(current), m_scopes->model().topicAt(current));
        return;
    }
    const int part = m_endpoints->model().keyAt(current);
    Q_EMIT partChanged(part == noId ? CallPart() : m_endpoints->model().parts().at(part));
}

void CatalogTabs::rememberPlaces()
{
    m_placeInScopes->remember();
    if (m_endpoints != nullptr)
        m_placeInEndpoints->remember();
}

void CatalogTabs::restorePlaces()
{
    m_placeInScopes->goBack();
    if (m_endpoints != nullptr)
        m_placeInEndpoints->goBack();
    announceCurrent();
}

void CatalogTabs::setCorner(QWidget* widget)
{
    m_top->addWidget(widget);
    // Tab goes as the eye does, from the search above over the tabs.
    setTabOrder(tabThrough(&m_scopes->searchBox(), m_scopes->searchRow()), m_bar);
    setTabOrder(m_bar, widget);
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
    showTab(ScopesTab);
    m_scopes->showScope(name);
    m_scopes->tree().setFocus(Qt::OtherFocusReason);
}

void CatalogTabs::showPart(const QString& name)
{
    m_history.leave(currentPlace(tab()));
    showTab(EndpointsTab);
    endpoints().showPart(name);
    m_endpoints->tree().setFocus(Qt::OtherFocusReason);
}

void CatalogTabs::search(Tab tab, const QString& query)
{
    m_history.leave(currentPlace(this->tab()));
    showTab(tab);
    CatalogPane& target = pane();
    target.clearFilters();
    target.search(query);
    target.treeView().goToFirstRow();
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
    showCallsOf(name);
}

void CatalogTabs::showCallsOf(const QString& name)
{
    search(EndpointsTab, u"name:="_s + Query::quoted(name));
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
        search(ScopesTab, u"endpoint:="_s + Query::quoted(toQString(endpoint.id)));
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
