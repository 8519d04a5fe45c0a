#include "widgets/CatalogPane.h"
#include "widgets/CatalogTabs.h"
#include "widgets/CatalogTreeView.h"
#include "widgets/DetailsPane.h"
#include "widgets/DifferencePane.h"
#include "widgets/MainWindow.h"
#include "widgets/NeedsPane.h"
#include "widgets/TabOrder.h"

#include <QSplitter>

// Two catalogs, compared below what exists.
namespace scopes {

DifferencePane& MainWindow::differencePane()
{
    if (m_difference == nullptr) {
        m_difference = new DifferencePane(m_session, m_catalogs->session(), m_settings);
        m_difference->hide();
        m_rows->addWidget(m_difference);
        tabThrough(m_details, *m_difference);
        if (m_needs != nullptr) // whose place is before it
            tabThrough(m_details, *m_needs);
        m_difference->setFileChooser([this] { return m_catalogs->chooseFile(); });
        connect(m_difference, &DifferencePane::message, this, &MainWindow::showMessage);
        connect(m_difference, &DifferencePane::scopeActivated, m_tabs, &CatalogTabs::showScope);
        connect(m_difference, &DifferencePane::partActivated, m_tabs, &CatalogTabs::showPart);
        connect(m_difference, &DifferencePane::closeRequested, this,
            [this] { (*m_actions)[ActionId::CompareCatalogs].setChecked(false); });
    }
    return *m_difference;
}

/// The texts that changed stand side by side in the pane, so the details, and the needs beside them, make room for it; they come
/// back with its end, and before that if they are asked for.
void MainWindow::showDifference(bool shown)
{
    QAction& details = (*m_actions)[ActionId::ShowDetails];
    if (shown) {
        (*m_actions)[ActionId::ShowInspect].setChecked(false);
        m_rowsWithoutDifference = m_rows->saveState();
        m_bringsDetailsBack = details.isChecked();
        details.setChecked(false);
        differencePane().show();
        updateBelow();
        const int height = m_rows->height();
        m_rows->setSizes({height / 2, height / 6, height / 2});
        m_difference->begin();
        return;
    }
    const bool hadFocus = m_difference->isAncestorOf(focusWidget());
    m_difference->hide();
    if (m_bringsDetailsBack)
        details.setChecked(true);
    updateBelow();
    m_rows->restoreState(m_rowsWithoutDifference);
    m_rowsWithoutDifference.clear();
    m_bringsDetailsBack = false;
    if (hadFocus)
        m_tabs->pane().treeView().setFocus(Qt::OtherFocusReason);
}

/// Esc in the comparison. False if the focus is elsewhere.
bool MainWindow::stepBackInDifference()
{
    if (m_difference == nullptr || !m_difference->isAncestorOf(focusWidget()))
        return false;
    if (!m_difference->clearFilter())
        m_tabs->pane().treeView().setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace scopes
