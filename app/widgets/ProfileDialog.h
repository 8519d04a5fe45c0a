#pragma once

#include "request/AppProfile.h"
#include "workspace/Workspace.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;
class ScopeLinesEdit;

/// Edits an app profile: its name, its platform, and lists with one entry a line. Lists can be pasted from the provider's portal.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    ProfileDialog(AppProfile profile, const Workspace& workspace, QWidget* parent = nullptr);

    /// As it is edited now.
    AppProfile profile() const;

private:
    void layOut();
    QWidget* approvedField();
    void fillPlatforms();
    void showNote();
    static QStringList linesOf(const QPlainTextEdit& edit);

    AppProfile m_profile;
    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QLineEdit* m_name;
    QComboBox* m_platform;
    QLineEdit* m_clientKey;
    ScopeLinesEdit* m_approved;
    NoteLabel* m_note;
    ScopeLinesEdit* m_appliedFor;
    QPlainTextEdit* m_products;
    QPlainTextEdit* m_redirectUris;
};

} // namespace scopes
