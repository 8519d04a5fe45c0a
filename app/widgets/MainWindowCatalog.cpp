#include "widgets/CatalogButton.h"
#include "widgets/CatalogTabs.h"
#include "widgets/DetailsPane.h"
#include "widgets/MainWindow.h"
#include "widgets/OverlayFiles.h"

#include <QMenu>

// Which catalog is shown.
namespace scopes {

void MainWindow::connectCatalog()
{
    m_tabs->setCorner(new CatalogButton(m_workspace, *m_catalogs));
    on(ActionId::OpenCatalog, [this] { m_catalogs->choose(); });
    on(ActionId::BuiltInCatalog, [this] { m_catalogs->showBuiltIn(); });
    on(ActionId::ReloadCatalog, [this] { m_catalogs->reload(); });
    connect(&(*m_actions)[ActionId::CompareCatalogs], &QAction::toggled, this, &MainWindow::showDifference);
    on(ActionId::CatalogNotes, [this] { m_catalogs->showNotes(); });
    m_overlays = new OverlayFiles(m_catalogs->session().overlay(), m_workspace, *m_notices, *this);
    on(ActionId::CatalogSettings, [this] { m_overlays->showSettings(); });
    on(ActionId::EditOwnNote, [this] { m_overlays->editNote(m_details->scopeName()); });
    on(ActionId::AddOwnScope, [this] { m_overlays->editScope({}); });
    on(ActionId::OwnThings, [this] { m_overlays->showAll(); });
    connect(m_details, &DetailsPane::noteRequested, m_overlays, &OverlayFiles::editNote);
    connect(m_details, &DetailsPane::ownScopeRequested, m_overlays, &OverlayFiles::editScope);
    connect(m_overlays, &OverlayFiles::message, this, &MainWindow::showMessage);
    connect(m_overlays, &OverlayFiles::scopeAdded, m_tabs, &CatalogTabs::showScope);
    connect(&m_catalogs->session(), &CatalogSession::taken, m_overlays, &OverlayFiles::tellProblems);
    QMenu& choose = m_actions->submenu(ActionId::ChooseCatalog);
    connect(&choose, &QMenu::aboutToShow, this, [this, &choose] { m_catalogs->fill(choose); });
    QMenu& groupings = m_actions->submenu(ActionId::GroupTopics);
    connect(&groupings, &QMenu::aboutToShow, this, [this, &groupings] { m_catalogs->fillGroupings(groupings); });
    connect(m_catalogs, &CatalogFiles::otherFileChosen, this, [this](const QString& path) { openFile(path); });
    connect(m_catalogs, &CatalogFiles::message, this, &MainWindow::showMessage);
    connect(m_requests, &RequestFiles::requestChanged, m_catalogs, &CatalogFiles::offerCatalogOfRequest);
    // Rows that both catalogs have stay current and where they are.
    connect(&m_catalogs->session(), &CatalogSession::aboutToTake, m_tabs, &CatalogTabs::rememberPlaces);
    connect(&m_catalogs->session(), &CatalogSession::taken, m_tabs, &CatalogTabs::restorePlaces);
}

} // namespace scopes
