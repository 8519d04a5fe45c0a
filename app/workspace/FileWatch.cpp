#include "workspace/FileWatch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace scopes {

namespace {

/// Bytes that are read while the window waits, some milliseconds. What is larger, or may not be read, is told by its size and
/// time alone.
constexpr qint64 largestCompared = 2'000'000;

QByteArray hashOf(const QByteArray& content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

/// The folder of a path, or the nearest one above it that exists: there the path's return is seen first.
QString nearestFolder(const QString& path)
{
    QString folder = QFileInfo(path).absolutePath();
    while (!QFileInfo(folder).isDir()) {
        const QString above = QFileInfo(folder).absolutePath();
        if (above == folder)
            break;
        folder = above;
    }
    return folder;
}

} // namespace

FileWatch::FileWatch(QObject* parent, std::chrono::milliseconds quiet)
    : QObject(parent)
    , m_quiet(quiet)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FileWatch::lookAgain);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::noticed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        m_fileTouched = true;
        noticed();
    });
}

void FileWatch::watch(const QString& path, const QByteArray& content)
{
    stop();
    m_path = path;
    m_known = content.size() <= largestCompared ? State{true, -1, {}, hashOf(content)} : look();
    arm();
    // What happened between the caller's reading and now gave no event.
    noticed();
}

void FileWatch::watch(const QString& path)
{
    stop();
    m_path = path;
    arm();
    m_known = look();
}

void FileWatch::stop()
{
    m_timer.stop();
    m_sinceFirst.invalidate();
    m_path.clear();
    m_known = {};
    m_lastHash.clear();
    m_fileTouched = false;
    arm();
}

void FileWatch::noticed()
{
    if (!m_sinceFirst.isValid())
        m_sinceFirst.start();
    const auto left = 5 * m_quiet - std::chrono::milliseconds(m_sinceFirst.elapsed());
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), m_quiet));
}

void FileWatch::check()
{
    // The time of a file has some milliseconds' grain: whoever asks now may ask just after a change that it does not tell.
    m_fileTouched = true;
    lookAgain();
}

void FileWatch::lookAgain()
{
    if (m_path.isEmpty())
        return;
    m_timer.stop();
    m_sinceFirst.invalidate();
    const bool touched = std::exchange(m_fileTouched, false);
    arm(); // before looking: what changes after the look gives an event
    const QFileInfo info(m_path);
    if (m_known.exists && !touched && info.isFile() && info.size() == m_known.size && info.lastModified() == m_known.modified)
        return;

    const State before = std::exchange(m_known, look());
    if (before.exists && !m_known.exists) {
        m_lastHash = before.hash;
        Q_EMIT vanished();
    } else if (!before.exists && m_known.exists) {
        const bool same = m_known.hash == std::exchange(m_lastHash, {});
        same ? Q_EMIT cameBack() : Q_EMIT changed();
    } else if (before.hash != m_known.hash) {
        Q_EMIT changed();
    }
}

FileWatch::State FileWatch::look() const
{
    const QFileInfo info(m_path);
    if (!info.isFile())
        return {};
    State state{true, info.size(), info.lastModified(), {}};
    QFile file(m_path);
    if (state.size <= largestCompared && file.open(QIODevice::ReadOnly))
        state.hash = hashOf(file.read(largestCompared));
    else
        state.hash = QByteArray::number(state.size) + '@' + QByteArray::number(state.modified.toMSecsSinceEpoch());
    return state;
}

void FileWatch::arm()
{
    // All anew: after a replace by rename the old watch sees the old file.
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    if (m_path.isEmpty())
        return;
    QStringList paths{nearestFolder(m_path)};
    const QFileInfo info(m_path);
    if (info.isSymLink())
        paths.append(nearestFolder(info.symLinkTarget()));
    if (info.isFile())
        paths.append(m_path);
    paths.removeDuplicates();
    m_watcher.addPaths(paths);
}

} // namespace scopes
