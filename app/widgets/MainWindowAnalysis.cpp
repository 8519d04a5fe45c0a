#include "request/ShareLink.h"
#include "widgets/CatalogPane.h"
#include "widgets/CatalogTabs.h"
#include "widgets/CatalogTreeView.h"
#include "widgets/ComparisonDialog.h"
#include "widgets/InspectPane.h"
#include "widgets/MainWindow.h"
#include "widgets/NeedsPane.h"
#include "widgets/ProfileFiles.h"
#include "widgets/RequestPane.h"

#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

namespace scopes {

void MainWindow::connectAnalysis()
{
    connect(m_profiles, &ProfileFiles::message, this, &MainWindow::showMessage);
    connect(m_request, &RequestPane::noteAppliedRequested, m_profiles, &ProfileFiles::noteAppliedFor);
    on(ActionId::Compare, [this] { showComparison(); });
    for (QMenu* const menu : {&m_request->profileMenu(), &m_actions->submenu(ActionId::AppProfile)})
        connect(menu, &QMenu::aboutToShow, this, [this, menu] { m_profiles->fill(*menu); });
}

InspectPane& MainWindow::inspectPane()
{
    if (m_inspect == nullptr) {
        m_inspect = new InspectPane(m_workspace);
        m_inspect->setWhatsThis(tr("Any text that holds scopes can be pasted or typed here. The scopes are marked in it, what is "
                                   "wrong is listed with its source, and much of it can be mended."));
        m_left->addWidget(m_inspect);
        connect(m_inspect, &InspectPane::message, this, &MainWindow::showMessage);
        connect(m_inspect, &InspectPane::closeRequested, this, [this] { (*m_actions)[ActionId::ShowInspect].setChecked(false); });
    }
    return *m_inspect;
}

void MainWindow::showComparison()
{
    if (m_comparison == nullptr) {
        m_comparison = new ComparisonDialog(m_workspace, this);
        connect(m_comparison, &ComparisonDialog::message, this, &MainWindow::showMessage);
        m_tabs->endpoints(); // what the ticked calls need is found out beside them
        const auto take = [this] { m_comparison->setNeeded(m_needs->bestScopes()); };
        connect(m_needs, &NeedsPane::answered, m_comparison, take);
        take();
    }
    m_comparison->show();
    m_comparison->raise();
    m_comparison->activateWindow();
}

void MainWindow::showInspect(bool shown)
{
    m_tabs->searchRow().setVisible(!shown);
    if (shown) {
        (*m_actions)[ActionId::CompareCatalogs].setChecked(false);
        m_left->setCurrentWidget(&inspectPane());
        m_inspect->focusText();
    } else {
        m_left->setCurrentWidget(m_rows);
        m_tabs->pane().treeView().setFocus(Qt::OtherFocusReason);
    }
}

/// True if the text is not a plain list without faults, and so is shown in the pane that inspects.
bool MainWindow::inspectFirst(const QString& text)
{
    if (const QString link = text.trimmed(); isShareLink(link)) {
        openLink(link);
        return true;
    }
    constexpr qsizetype longestAtOnce = qsizetype{64} * 1024; // is inspected within 50 ms
    const bool isLookingAlready = (*m_actions)[ActionId::ShowInspect].isChecked();
    if (!isLookingAlready && text.size() <= longestAtOnce
        && !deservesALook(*check({text, m_workspace.catalogPointer(), m_workspace.profile(), {}})))
        return false;
    (*m_actions)[ActionId::ShowInspect].setChecked(true);
    inspectPane().inspect(text);
    return true;
}

} // namespace scopes
