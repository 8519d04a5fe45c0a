#pragma once

#include "widgets/FileDialogs.h"
#include "workspace/AppProfiles.h"

#include <QObject>

#include <vector>

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

    void openFile(const QString& path) { choose(path); }

    void edit();
    /// Makes the chosen profile, and its file, what it was before its last edit here.
    void takeBackEdit();
    void saveAs();
    void noteAppliedFor(const QStringList& scopes);

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);

private:
    /// What a profile was before an edit.
    struct Version
    {
        QString path;
        AppProfile profile;
    };

    Version current() const;
    bool canTakeBack() const;
    bool choose(const QString& path);
    void save(const QString& path, const AppProfile& profile);
    void editThenSave(const AppProfile& profile, const QString& path);
    QString suggestion(const AppProfile& profile) const;

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    AppProfiles m_profiles;
    std::vector<Version> m_before; ///< the last edit last; since the program started
    FileChooser m_chooser = fileDialogs();
};

} // namespace scopes
