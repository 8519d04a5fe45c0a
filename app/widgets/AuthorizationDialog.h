#pragma once

#include "analysis/AuthorizationRequest.h"
#include "workspace/Workspace.h"

#include <QDialog>
#include <QUrl>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QTimer;
class QTreeWidget;
QT_END_NAMESPACE

namespace scopes {

class AuthorizationForm;
class NamedComboBox;
class NoteLabel;
class ScopeStringView;

/// The authorization request of the workspace's scopes and app profile: platform, client key and redirect URI, checked while they
/// are typed; the address or code; what each parameter is. State and verifier are new for each use, and are stored nowhere.
/// Nothing of the exchange is done here: an address can be opened in the browser, and that is all.
class AuthorizationDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens an address in the user's browser; false if it could not be.
    using Opener = std::function<bool(const QUrl& address)>;

    explicit AuthorizationDialog(const Workspace& workspace, QWidget* parent = nullptr);

    void setOpener(Opener opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    void message(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* requestPage();
    QWidget* parametersPage();
    QWidget* secretsRow();
    void wire();
    void refresh();
    void renew();
    void showKinds();
    void showText();
    void showParameters();
    void showParameter();
    void showButtons();
    QString warnings() const;
    QString textToCopy() const;
    bool useRequest();
    void copy();
    void openInBrowser();

    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    AuthorizationForm* m_form;
    NamedComboBox* m_kind;
    ScopeStringView* m_text;
    QWidget* m_secrets = nullptr; ///< the verifier and what it is for
    QLineEdit* m_verifier;
    NoteLabel* m_problem;
    QTreeWidget* m_parameters;
    NoteLabel* m_explanation;
    QPushButton* m_copy;
    QPushButton* m_open;
    QTimer* m_timer; ///< many changes in a row are shown once
    Opener m_opener;
    std::optional<AuthorizationRequest> m_request;
    QString m_complaint; ///< why there is no request
    bool m_isUsed = false; ///< the request was copied or opened, so that the next use takes a new one
};

} // namespace scopes
