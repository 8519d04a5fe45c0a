#include "widgets/AuthorizationDialog.h"
#include "widgets/ConsentSheet.h"
#include "widgets/MainWindow.h"
#include "widgets/ReviewDialog.h"

namespace scopes {

namespace {

void bringForward(QWidget& dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

MainWindow::~MainWindow()
{
    delete m_review; // which may change the request once more, and the window shows changes
}

void MainWindow::showConsent()
{
    if (m_consent == nullptr) {
        m_consent = new ConsentSheet(m_workspace, this);
        connect(m_consent, &ConsentSheet::message, this, &MainWindow::showMessage);
    }
    bringForward(*m_consent);
}

void MainWindow::showAuthorization()
{
    if (m_authorization == nullptr) {
        m_authorization = new AuthorizationDialog(m_workspace, this);
        connect(m_authorization, &AuthorizationDialog::message, this, &MainWindow::showMessage);
    }
    bringForward(*m_authorization);
}

void MainWindow::showReview()
{
    if (m_review == nullptr) {
        m_review = new ReviewDialog(m_workspace, this);
        connect(m_review, &ReviewDialog::message, this, &MainWindow::showMessage);
        connect(m_review, &ReviewDialog::saveRequested, &(*m_actions)[ActionId::Save], &QAction::trigger);
    }
    bringForward(*m_review);
}

} // namespace scopes
