#include "widgets/CatalogTabs.h"
#include "widgets/CatalogTreeView.h"
#include "widgets/DetailsPane.h"
#include "widgets/DifferencePane.h"
#include "widgets/EndpointsPane.h"
#include "widgets/MainWindow.h"
#include "widgets/NeedsPane.h"
#include "widgets/RequestPane.h"
#include "widgets/ScanDialog.h"
#include "widgets/TabOrder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>

// The two sides of what exists, and what the ticked calls need.
namespace scopes {

using namespace Qt::StringLiterals;

namespace {

// What Settings knows the parts of the window by.
const QString endpointsKey = u"endpoints"_s; // NOLINT(cert-err58-cpp)
const QString belowKey = u"below"_s; // NOLINT(cert-err58-cpp)

} // namespace

void MainWindow::connectTabs()
{
    const auto followed = [this](ActionId id, const std::function<void()>& act) {
        on(id, [this, act] {
            (*m_actions)[ActionId::ShowInspect].setChecked(false);
            act();
        });
    };
    followed(ActionId::JumpAcross, [this] { m_tabs->jumpAcross(); });
    followed(ActionId::GoBack, [this] { m_tabs->goBack(); });
    followed(ActionId::GoForward, [this] { m_tabs->goForward(); });
    for (const auto& [id, tab] : {std::pair(ActionId::ShowScopes, CatalogTabs::ScopesTab),
             std::pair(ActionId::ShowEndpoints, CatalogTabs::EndpointsTab)}) {
        on(id, [this, shown = tab] {
            (*m_actions)[ActionId::ShowInspect].setChecked(false);
            m_tabs->showTab(shown);
            m_tabs->pane().treeView().setFocus(Qt::OtherFocusReason);
        });
    }
    on(ActionId::RequestNeeded, [this] { requestNeeded(); });
    on(ActionId::ScanCalls, [this] { showScan({}); });
    connect(m_tabs, &CatalogTabs::scopeChanged, this, [this](int scope, int topic) {
        if (!m_isStarted)
            return; // the view's first row, which is not asked for
        if (scope != noId)
            m_details->showScope(scope);
        else if (topic != noId)
            m_details->showTopic(topic);
        else
            m_details->showNothing();
    });
    connect(m_tabs, &CatalogTabs::partChanged, m_details, &DetailsPane::showPart);
    connect(m_tabs, &CatalogTabs::detailsRequested, this, [this] {
        (*m_actions)[ActionId::ShowDetails].setChecked(true);
        m_details->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tabs, &CatalogTabs::message, this, &MainWindow::showMessage);
    connect(m_tabs, &CatalogTabs::endpointsMade, this, &MainWindow::addEndpoints);
    connect(m_tabs, &CatalogTabs::tabChanged, this, &MainWindow::updateBelow);
    connect(&(*m_actions)[ActionId::ShowDetails], &QAction::toggled, this, &MainWindow::updateBelow);
    connect(m_details, &DetailsPane::scopeRequested, m_tabs, &CatalogTabs::showScope);
    connect(m_details, &DetailsPane::callRequested, m_tabs, &CatalogTabs::showPart);
    connect(m_details, &DetailsPane::callsRequested, m_tabs, &CatalogTabs::showCallsOf);
}

void MainWindow::addEndpoints()
{
    m_tabs->endpoints().restoreHeader(m_settings.headerState(endpointsKey));
    CatalogTreeView& tree = m_tabs->endpoints().treeView();
    const auto key = [this] { return endpointsKey + u' ' + m_workspace.catalog().id(); };
    tree.setClosedGroups(m_settings.collapsedTopics(key()));
    connect(&m_workspace, &Workspace::catalogAboutToChange, this,
        [this, &tree, key] { m_settings.setCollapsedTopics(key(), tree.closedGroups()); });
    connect(&m_workspace, &Workspace::catalogChanged, this,
        [this, &tree, key] { tree.setClosedGroups(m_settings.collapsedTopics(key())); });
    connect(&m_tabs->endpoints(), &EndpointsPane::foundScopes, m_request,
        [this](const QString& text) { m_request->pasteText(text); });
    m_needs = new NeedsPane(m_workspace, m_below);
    m_below->addWidget(m_needs);
    tabThrough(m_details, *m_needs);
    m_below->setSizes({m_below->width() * 2 / 5, m_below->width() * 3 / 5});
    m_below->restoreState(m_settings.splitterState(belowKey));
    connect(m_needs, &NeedsPane::message, this, &MainWindow::showMessage);
    connect(m_needs, &NeedsPane::scopeActivated, m_tabs, &CatalogTabs::showScope);
    connect(m_needs, &NeedsPane::partActivated, m_tabs, &CatalogTabs::showPart);
}

void MainWindow::rememberEndpoints()
{
    m_settings.setHeaderState(endpointsKey, m_tabs->endpoints().saveHeader());
    m_settings.setCollapsedTopics(
        endpointsKey + u' ' + m_workspace.catalog().id(), m_tabs->endpoints().treeView().closedGroups());
    m_settings.setSplitterState(belowKey, m_below->saveState());
}

/// The needs stand beside the details as long as the endpoints are shown; without both there is nothing below. Both make room
/// for a comparison of catalogs.
void MainWindow::updateBelow()
{
    const bool hasRoom = m_difference == nullptr || m_difference->isHidden() || !m_details->isHidden();
    if (m_needs != nullptr)
        m_needs->setVisible(m_tabs->tab() == CatalogTabs::EndpointsTab && hasRoom);
    m_below->setVisible(!m_details->isHidden() || (m_needs != nullptr && !m_needs->isHidden()));
}

/// Without paths the user chooses them, or looks again at what was found.
void MainWindow::showScan(const QStringList& paths)
{
    if (m_scan == nullptr) {
        m_scan = new ScanDialog(m_workspace, this);
        connect(m_scan, &ScanDialog::message, this, &MainWindow::showMessage);
        connect(m_scan, &ScanDialog::scopeActivated, m_tabs, &CatalogTabs::showScope);
        connect(m_scan, &ScanDialog::partActivated, m_tabs, &CatalogTabs::showPart);
        connect(m_scan, &QDialog::accepted, this, [this] { m_tabs->showTab(CatalogTabs::EndpointsTab); });
    }
    m_scan->show();
    m_scan->raise();
    m_scan->activateWindow();
    if (!paths.isEmpty())
        m_scan->scan(paths);
}

/// A paste means calls while the endpoints are shown, and elsewhere scopes.
void MainWindow::paste()
{
    const QMimeData* const mime = QGuiApplication::clipboard()->mimeData();
    if (mime != nullptr && mime->hasText() && !m_request->isAncestorOf(focusWidget()))
        takeText(mime->text(), true);
    else
        m_request->paste();
}

/// Text that was pasted or dropped. @p forCalls: it is read for calls if the endpoints are shown.
void MainWindow::takeText(const QString& text, bool forCalls)
{
    if (forCalls && m_tabs->tab() == CatalogTabs::EndpointsTab && m_left->currentWidget() == m_rows)
        m_tabs->endpoints().takeCalls(text);
    else
        m_request->pasteText(text);
}

void MainWindow::requestNeeded()
{
    if (m_needs == nullptr) {
        m_tabs->showTab(CatalogTabs::EndpointsTab);
        showMessage(tr("Tick the calls that your app makes first; the sets of scopes that cover them stand below."));
        return;
    }
    m_needs->requestCurrent();
}

} // namespace scopes
