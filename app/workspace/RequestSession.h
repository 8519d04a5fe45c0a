#pragma once

#include "workspace/FileWatch.h"
#include "workspace/Workspace.h"

#include <QObject>
#include <QString>

namespace scopes {

/// The request of a workspace and the file it is kept in. Asks nobody anything: whoever calls asks first whether a modified
/// request may be lost.
class RequestSession : public QObject
{
    Q_OBJECT

public:
    /// Begins with the workspace's request, without a file. @p workspace outlives this.
    explicit RequestSession(Workspace& workspace, QObject* parent = nullptr);

    Workspace& workspace() const { return m_workspace; }

    /// The file, absolute; empty for a request that has none yet.
    const QString& path() const { return m_path; }

    /// The file's name made safe to show; 'untitled.scopes.json' without a file.
    QString title() const;

    /// True if closing now would lose something: changes since the last save, or a file that another program changed or took
    /// away.
    bool isModified() const;

    /// True if another program changed the file or took it away and neither reload(), keepMine() nor a save followed. Looks at
    /// the file now: ask this before a save.
    bool isChangedOutside();

    /// Begins an empty request without a file.
    void newRequest();

    /// Opens a request file. With an error among the problems everything stays as it was; else they are notes.
    [[nodiscard]] Problems open(const QString& path);

    /// Saves to path(), through a link to its target, as a whole or not at all. Gives why it could not, with the path, as a
    /// sentence; empty: saved.
    [[nodiscard]] QString save();

    /// The same to another file, which the request has from then on: withSuffix(@p path). Replaces an existing one.
    [[nodiscard]] QString saveAs(const QString& path);

    /// The absolute path that saveAs() writes: with .scopes.json at the end of a name that has no suffix, unless something of
    /// just that name exists.
    static QString withSuffix(const QString& path);

    /// Takes the file as it is on disk instead of the request, for Revert and after an outside change. Problems as of open().
    [[nodiscard]] Problems reload();

    /// After an outside change: the request stays and is modified.
    void keepMine();

    /// Takes a request that was never saved; @p path is the file it was made from, perhaps empty. It is modified.
    void recover(const RequestFile& request, const QString& path);

Q_SIGNALS:
    void titleChanged(const QString& title);
    void modifiedChanged(bool modified);
    /// Another program wrote other content into the file: reload() or keepMine().
    void changedOutside();
    /// Another program took the file away; save() puts it back.
    void vanishedOutside();
    /// The file that had vanished is there again as it was.
    void cameBackOutside();

private:
    QString write(const QString& path);
    void begin(const RequestFile& request, const QString& path);
    void forgetOutsideChange();
    void fileChanged();
    void fileVanished();
    void fileCameBack();
    void announce();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileWatch m_watch;
    QString m_path;
    bool m_changedOutside = false; ///< by a change that was not answered yet
    bool m_vanished = false; ///< the file, and that was not answered yet
    bool m_changing = false; ///< path and workspace don't fit each other for a moment
    QString m_announcedTitle;
    bool m_announcedModified = false;
};

} // namespace scopes
