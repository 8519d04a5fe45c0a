#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace scopes {

/// Notices what other programs do to one file, also when they replace it by renaming another one over it, or its whole folder
/// goes. What counts is the content, up to 2 MB: a file that is only touched has not changed. The file is looked at after the
/// system told of an event and none followed for a while, never regularly.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    /// @p quiet: how long after an event to wait for the next one; under a stream of events the file is looked at every fifth
    /// such time.
    explicit FileWatch(QObject* parent = nullptr, std::chrono::milliseconds quiet = std::chrono::milliseconds(200));

    /// Watches @p path (absolute), which held @p content when this program read or wrote it. Replaces what was watched.
    void watch(const QString& path, const QByteArray& content);

    /// Watches @p path (absolute) from what is there now, also if nothing is.
    void watch(const QString& path);

    void stop();

    /// Looks now, at all of the content; gives its signals before it returns.
    void check();

Q_SIGNALS:
    /// There is other content than before, perhaps after the file had vanished.
    void changed();
    /// The file is gone.
    void vanished();
    /// The file is there again with the content that it had.
    void cameBack();

private:
    struct State
    {
        bool exists = false;
        qint64 size = -1; ///< bytes; -1: not looked at yet
        QDateTime modified;
        QByteArray hash;
    };

    State look() const;
    void noticed();
    void lookAgain();
    void arm();

    QString m_path;
    State m_known;
    QByteArray m_lastHash; ///< of the content before the file vanished
    bool m_fileTouched = false; ///< an event of the file itself, not only of its folder
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QElapsedTimer m_sinceFirst; ///< since the first event that was not looked at
    std::chrono::milliseconds m_quiet;
};

} // namespace scopes
