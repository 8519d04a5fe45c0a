#pragma once

#include "document/Problem.h"
#include "workspace/Settings.h"
#include "workspace/Workspace.h"

#include <QObject>

namespace scopes {

/// The app profiles that the user knows of. They live in files of their own; which there are and which one is chosen is
/// remembered in the settings. A change of a profile is written to its file at once, and not on the undo stack of the request.
class AppProfiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostKnown = 30;

    AppProfiles(Workspace& workspace, Settings& settings, QObject* parent = nullptr);

    /// Absolute paths in the order in which they became known.
    QStringList paths() const { return m_settings.profileFiles(); }

    /// Of the chosen profile; empty: none is chosen.
    const QString& chosenPath() const { return m_path; }

    /// Chooses the profile that was chosen when the program last ended. Problems: it cannot be read, and none is chosen.
    Problems restore();

    /// Reads the file, @p path being absolute, and chooses its profile. With errors nothing changes.
    Problems choose(const QString& path);

    void chooseNone();

    /// Writes the profile to the file and chooses it. What the system says is wrong; empty: it is written.
    [[nodiscard]] QString save(const QString& path, const AppProfile& profile);

    /// Adds to the chosen profile that the approval of these scopes has been applied for, in its file as it is now.
    [[nodiscard]] QString noteAppliedFor(const QStringList& scopes);

    /// Takes the chosen profile out of those known. Its file stays.
    void forgetChosen();

private:
    void take(const QString& path, AppProfile profile);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QString m_path;
};

} // namespace scopes
