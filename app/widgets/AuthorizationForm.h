#pragma once

#include "analysis/AuthorizationRequest.h"
#include "workspace/Workspace.h"

#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace scopes {

class NamedComboBox;
class NoteLabel;

/// What an authorization request is made from, beside the scopes: platform, client key, redirect URI, checked against the
/// platform's rules while it is typed, and the documented parameters that are optional. What the workspace's app profile knows
/// is filled in.
class AuthorizationForm : public QWidget
{
    Q_OBJECT

public:
    explicit AuthorizationForm(const Workspace& workspace, QWidget* parent = nullptr);

    /// What is chosen and typed, with the requested scopes.
    AuthorizationInput input() const;

    /// Adds a row below the others.
    void addRow(const QString& label, QWidget* field);

Q_SIGNALS:
    void changed();

private:
    void takeProfile();
    void fillPlatforms();
    void fillOptions();
    void showRules();
    const Platform* platform() const;
    bool takesRedirectUri() const;

    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QStringList m_registered;
    QFormLayout* m_form;
    NamedComboBox* m_platform;
    QLineEdit* m_clientKey;
    QLineEdit* m_redirectUri;
    NoteLabel* m_rules;
    int m_firstOption = 0; ///< row of the first optional parameter
    std::vector<NamedComboBox*> m_options; ///< each has its parameter's name as object name
};

} // namespace scopes
