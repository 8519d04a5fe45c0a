#pragma once

#include "workspace/RequestSession.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace scopes {

/// Keeps a modified request in a folder of its own, so that it survives a crash of the program or the machine. Each instance of
/// the program writes its own file, which is itself a request file and goes when the request is saved, is clean again or the
/// instance ends in order. A lock file beside it tells whether its instance still runs.
class Autosave : public QObject
{
    Q_OBJECT

public:
    /// How soon a change is written.
    struct Pace
    {
        std::chrono::milliseconds quiet{1000}; ///< after the last change
        std::chrono::milliseconds atMost{4000}; ///< after the first one, while changes go on
    };

    /// A request that an instance left behind when it was killed.
    struct Leftover
    {
        QString id;
        QString path; ///< of the file the request was made from, absolute; empty: it never had one
        QDateTime time; ///< of its last change
        RequestFile request;
    };

    /// What recoverable() found.
    struct Leftovers
    {
        std::vector<Leftover> requests; ///< the newest first, at most 100
        QStringList messages; ///< on what could not be read and was set aside, whole sentences
    };

    /// @p session outlives this. @p folder need not exist before something is written.
    Autosave(RequestSession& session, QString folder, Pace pace, QObject* parent = nullptr);
    Autosave(RequestSession& session, QString folder, QObject* parent = nullptr);

    /// Ends in order: takes the own file away.
    ~Autosave() override;

    Autosave(const Autosave&) = delete;
    Autosave& operator=(const Autosave&) = delete;

    /// scope-explorer/autosave in the user's folder for state: $XDG_STATE_HOME, else ~/.local/state (XDG Base Directory
    /// Specification 0.8). QStandardPaths has no such place before Qt 6.7.
    static QString standardFolder();

    /// What instances that no longer run left behind. Each stays claimed by this instance, so that no other offers it as well,
    /// until recover(), discard() or the end.
    Leftovers recoverable();

    /// Gives it to the session as a modified request in place of the present one. The leftover goes once the own file is
    /// written.
    void recover(const Leftover& leftover);

    void discard(const Leftover& leftover);

    /// Writes what is due now instead of soon.
    void flush();

Q_SIGNALS:
    void written();
    /// A whole sentence; given once until writing succeeds again.
    void failed(const QString& message);

private:
    QString fileOf(const QString& id) const;
    std::unique_ptr<QLockFile> lock(const QString& id) const;
    void removeFilesOf(const QString& id);
    void noticeChange();
    bool keep();
    QString write();
    void removeOwn();

    RequestSession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QString m_folder;
    Pace m_pace;
    QString m_id;
    QTimer m_timer;
    QElapsedTimer m_sinceFirst; ///< since the first change that is not written
    std::unique_ptr<QLockFile> m_lock; ///< held while the own file is there
    QByteArray m_written;
    bool m_toldFailure = false;
    std::map<QString, std::unique_ptr<QLockFile>> m_claimed; ///< leftovers, by id
};

} // namespace scopes
