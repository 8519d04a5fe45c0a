#pragma once

#include "widgets/FileDialogs.h"
#include "workspace/AppProfiles.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace scopes {

class Notices;

/// App profiles as the user handles them: chosen, made, opened, edited and saved, with the questions and the reasons.
class ProfileFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    ProfileFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    /// Chooses what was chosen when the program last ended, or says why it cannot.
    void restore();

    /// Fills a menu with the known profiles and with what can be done.
    void fill(QMenu& menu);

    /// A profile with the requested scopes, to be edited and saved.
    void make();
    void open();
    void edit();
    void saveAs();
    void noteAppliedFor(const QStringList& scopes);

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);

private:
    bool choose(const QString& path);
    void save(const QString& path, const AppProfile& profile);
    void editThenSave(const AppProfile& profile, const QString& path);
    QString suggestion(const AppProfile& profile) const;

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    AppProfiles m_profiles;
    FileChooser m_chooser = fileDialogs();
};

} // namespace scopes
