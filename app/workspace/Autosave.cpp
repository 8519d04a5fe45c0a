#include "workspace/Autosave.h"

#include "document/VisibleText.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace scopes {

namespace {

const QString suffix = u".scopes.json"_s;
const QString pathMember = u"autosavedFrom"_s;
const QString reviewMember = u"review"_s;
constexpr std::size_t mostLeftovers = 100;

QString shown(const QString& path)
{
    return visibleText(QDir::toNativeSeparators(path), 4096);
}

/// The ids of all instances of which something lies in the folder; names that are none of ours are left alone.
QStringList idsIn(const QString& folder)
{
    QStringList ids;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Time);
    for (const QString& name : names) {
        const QString id = name.section(u'.', 0, 0);
        if (!QUuid::fromString(id).isNull() && !name.endsWith(u".damaged") && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

/// Of the members beside the request itself, what the program changes.
QJsonObject changedMembersOf(const QJsonObject& others)
{
    QJsonObject changed;
    if (others.contains(reviewMember))
        changed.insert(reviewMember, others.value(reviewMember));
    return changed;
}

/// Members that the program does not know are not autosaved; the file the request was made from still has them.
QJsonObject unknownMembersOf(const QString& path)
{
    if (path.isEmpty())
        return {};
    const auto file = readRequestFile(path);
    return file ? file.value->others : QJsonObject();
}

} // namespace

Autosave::Autosave(RequestSession& session, QString folder, QObject* parent)
    : Autosave(session, std::move(folder), Pace{}, parent)
{
}

Autosave::Autosave(RequestSession& session, QString folder, Pace pace, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_folder(std::move(folder))
    , m_pace(pace)
    , m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::flush);
    connect(&m_session, &RequestSession::modifiedChanged, this, &Autosave::noticeChange);
    connect(&m_session, &RequestSession::titleChanged, this, &Autosave::noticeChange);
    connect(&m_session.workspace(), &Workspace::selectionChanged, this, &Autosave::noticeChange);
    connect(&m_session.workspace(), &Workspace::formatChanged, this, &Autosave::noticeChange);
    connect(&m_session.workspace(), &Workspace::callsChanged, this, &Autosave::noticeChange);
    connect(&m_session.workspace(), &Workspace::reviewChanged, this, &Autosave::noticeChange);
    noticeChange();
}

Autosave::~Autosave()
{
    removeOwn();
}

QString Autosave::standardFolder()
{
    const QString named = qEnvironmentVariable("XDG_STATE_HOME");
    // The specification: a path that is not absolute is to be ignored.
    const QString state = QDir::isAbsolutePath(named) ? named : QDir::homePath() + u"/.local/state"_s;
    return QDir::cleanPath(state) + u"/scope-explorer/autosave"_s;
}

QString Autosave::fileOf(const QString& id) const
{
    return m_folder + u'/' + id + suffix;
}

std::unique_ptr<QLockFile> Autosave::lock(const QString& id) const
{
    auto lock = std::make_unique<QLockFile>(m_folder + u'/' + id + u".lock"_s);
    lock->setStaleLockTime(0); // however long an instance runs, its lock holds
    if (lock->tryLock(0))
        return lock;
    // Left by a dead instance whose number another process has now: removing it fails while the owner lives.
    if (lock->error() == QLockFile::LockFailedError && lock->removeStaleLockFile() && lock->tryLock(0))
        return lock;
    return nullptr;
}

void Autosave::removeFilesOf(const QString& id)
{
    QFile::remove(fileOf(id));
    // What a write that was cut short left behind.
    const QDir folder(m_folder);
    const QStringList parts = folder.entryList({id + suffix + u".*"_s}, QDir::Files | QDir::Hidden);
    for (const QString& part : parts) {
        if (!part.endsWith(u".damaged"))
            QFile::remove(folder.filePath(part));
    }
}

Autosave::Leftovers Autosave::recoverable()
{
    Leftovers found;
    const QStringList ids = idsIn(m_folder);
    for (const QString& id : ids) {
        if (id == m_id || found.requests.size() == mostLeftovers)
            continue;
        if (m_claimed.find(id) == m_claimed.end()) {
            auto claim = lock(id);
            if (claim == nullptr)
                continue; // its instance runs, or another one offers it
            m_claimed[id] = std::move(claim);
        }
        const QString file = fileOf(id);
        auto request = QFileInfo::exists(file) ? readRequestFile(file) : Result<RequestFile>(Problems());
        if (request) {
            const QString path = request.value->others.take(pathMember).toString();
            request.value->others = changedMembersOf(request.value->others);
            found.requests.push_back(
                {id, QDir::isAbsolutePath(path) ? path : QString(), QFileInfo(file).lastModified(), std::move(*request.value)});
            continue;
        }
        if (!request.problems.empty()) {
            const QString aside = file + u".damaged"_s;
            QFile::remove(aside);
            QFile::rename(file, aside);
            found.messages.append(tr("An autosaved request could not be read (%1) It was set aside as “%2”.")
                                      .arg(request.problems.front().message, shown(aside)));
        }
        removeFilesOf(id);
        m_claimed.erase(id);
    }
    std::stable_sort(found.requests.begin(), found.requests.end(),
        [](const Leftover& left, const Leftover& right) { return left.time > right.time; });
    return found;
}

void Autosave::recover(const Leftover& leftover)
{
    RequestFile request = leftover.request;
    request.others = unknownMembersOf(leftover.path);
    request.others.remove(reviewMember);
    for (auto member = leftover.request.others.begin(); member != leftover.request.others.end(); ++member)
        request.others.insert(member.key(), member.value());
    m_session.recover(request, leftover.path);
    if (keep())
        discard(leftover);
}

void Autosave::discard(const Leftover& leftover)
{
    const auto claim = m_claimed.find(leftover.id);
    if (claim == m_claimed.end())
        return;
    removeFilesOf(leftover.id);
    m_claimed.erase(claim);
}

void Autosave::noticeChange()
{
    if (!m_session.isModified()) {
        removeOwn();
        return;
    }
    if (!m_sinceFirst.isValid())
        m_sinceFirst.start();
    const auto left = m_pace.atMost - std::chrono::milliseconds(m_sinceFirst.elapsed());
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), m_pace.quiet));
}

void Autosave::flush()
{
    m_timer.stop();
    m_sinceFirst.invalidate();
    if (m_session.isModified())
        keep();
    else
        removeOwn();
}

bool Autosave::keep()
{
    const QString reason = write();
    if (reason.isEmpty()) {
        m_toldFailure = false;
        Q_EMIT written();
    } else if (!std::exchange(m_toldFailure, true)) {
        Q_EMIT failed(tr("The unsaved request cannot be kept in “%1” in case the program ends unexpectedly: %2. Save it soon.")
                          .arg(shown(m_folder), reason));
    }
    return reason.isEmpty();
}

QString Autosave::write()
{
    RequestFile request = m_session.workspace().request();
    request.others = changedMembersOf(request.others);
    if (!m_session.path().isEmpty())
        request.others.insert(pathMember, m_session.path());
    const QByteArray bytes = request.toBytes();
    if (m_lock != nullptr && bytes == m_written && QFileInfo::exists(fileOf(m_id)))
        return {};

    if (!QDir().mkpath(m_folder))
        return tr("the folder cannot be made");
    if (m_lock == nullptr) {
        // What the user works on is nobody else's business.
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_lock = lock(m_id);
        if (m_lock == nullptr)
            return tr("no file can be made there");
    }
    QString reason = writeRequestFile(fileOf(m_id), request);
    if (reason.isEmpty())
        m_written = bytes;
    while (reason.endsWith(u'.'))
        reason.chop(1);
    return reason;
}

void Autosave::removeOwn()
{
    m_timer.stop();
    m_sinceFirst.invalidate();
    if (m_lock == nullptr)
        return;
    removeFilesOf(m_id);
    m_written.clear();
    m_lock.reset(); // the last, so that nobody takes the file for a leftover
}

} // namespace scopes
