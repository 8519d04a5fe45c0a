#include "workspace/RequestSession.h"

#include "document/BoundedFile.h"
#include "document/VisibleText.h"
#include "workspace/OverlaySession.h"

#include <QDir>
#include <QFileInfo>

#include <iterator>
#include <utility>

namespace scopes {

namespace {

QString shown(const QString& path)
{
    return visibleText(QDir::toNativeSeparators(path), 4096);
}

/// The end of a sentence, which the system's words lack and ours have.
QString withStop(const QString& reason)
{
    return reason.endsWith(u'.') ? reason : reason + u'.';
}

/// True if a step between what was saved and what is now changed the request: an overlay has a file of its own.
bool isRequestChanged(const QUndoStack& steps)
{
    const auto [first, last] = std::minmax({steps.cleanIndex(), steps.index()});
    if (first < 0)
        return true;
    for (int step = first; step < last; ++step) {
        if (steps.command(step)->id() != ChangeOverlay::commandId)
            return true;
    }
    return false;
}

} // namespace

RequestSession::RequestSession(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_announcedTitle(title())
    , m_announcedModified(isModified())
{
    connect(&m_workspace.undoStack(), &QUndoStack::indexChanged, this, &RequestSession::announce);
    connect(&m_workspace.undoStack(), &QUndoStack::cleanChanged, this, &RequestSession::announce);
    connect(&m_watch, &FileWatch::changed, this, &RequestSession::fileChanged);
    connect(&m_watch, &FileWatch::vanished, this, &RequestSession::fileVanished);
    connect(&m_watch, &FileWatch::cameBack, this, &RequestSession::fileCameBack);
}

QString RequestSession::title() const
{
    return m_path.isEmpty() ? tr("untitled.scopes.json") : visibleText(QFileInfo(m_path).fileName(), 200);
}

bool RequestSession::isModified() const
{
    return m_changedOutside || m_vanished || isRequestChanged(m_workspace.undoStack());
}

bool RequestSession::isChangedOutside()
{
    m_watch.check();
    return m_changedOutside || m_vanished;
}

void RequestSession::newRequest()
{
    m_watch.stop();
    begin({}, {});
    announce();
}

Problems RequestSession::open(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const auto content = readBounded(absolute, largestRequestFile);
    if (!content)
        return content.problems;
    auto request = readRequest(*content.value);
    if (!request)
        return request.problems;

    begin(*request.value, absolute);
    m_watch.watch(absolute, *content.value);
    announce();
    return request.problems;
}

QString RequestSession::save()
{
    if (m_path.isEmpty())
        return tr("The request has no file yet. Choose one with Save As.");
    return write(m_path);
}

QString RequestSession::saveAs(const QString& path)
{
    return write(withSuffix(path));
}

QString RequestSession::withSuffix(const QString& path)
{
    const QFileInfo info(path);
    QString absolute = info.absoluteFilePath();
    if (info.exists() || path.isEmpty() || path.endsWith(u'/'))
        return absolute;
    if (info.suffix().compare(u"scopes", Qt::CaseInsensitive) == 0)
        return absolute + u".json"_s;
    return info.suffix().isEmpty() ? absolute + u".scopes.json"_s : absolute;
}

QString RequestSession::write(const QString& path)
{
    const RequestFile request = m_workspace.request();
    const QString reason = writeRequestFile(path, request);
    if (!reason.isEmpty()) {
        return tr("The request could not be saved as “%1”: %2 What was there before is unchanged.")
            .arg(shown(path), withStop(reason));
    }
    m_changing = true;
    m_path = path;
    forgetOutsideChange();
    m_watch.watch(path, request.toBytes());
    m_workspace.keepAsInFile();
    m_workspace.undoStack().setClean();
    m_changing = false;
    announce();
    return {};
}

Problems RequestSession::reload()
{
    if (m_path.isEmpty())
        return {Problem::error(tr("The request has no file yet, so there is nothing to go back to."))};
    return open(m_path);
}

void RequestSession::keepMine()
{
    forgetOutsideChange();
    m_workspace.undoStack().resetClean();
    announce();
}

void RequestSession::recover(const RequestFile& request, const QString& path)
{
    begin(request, path);
    if (path.isEmpty())
        m_watch.stop();
    else
        m_watch.watch(path);
    m_workspace.undoStack().resetClean();
    announce();
}

void RequestSession::begin(const RequestFile& request, const QString& path)
{
    m_changing = true;
    m_path = path;
    forgetOutsideChange();
    m_workspace.load(request, !path.isEmpty());
    m_changing = false;
}

void RequestSession::forgetOutsideChange()
{
    m_changedOutside = false;
    m_vanished = false;
}

void RequestSession::fileChanged()
{
    const auto content = readBounded(m_path, largestRequestFile);
    if (content && *content.value == m_workspace.request().toBytes()) {
        // The other program wrote just this request: nothing is left to ask or to save.
        forgetOutsideChange();
        m_workspace.undoStack().setClean();
        announce();
        return;
    }
    m_vanished = false;
    m_changedOutside = true;
    announce();
    Q_EMIT changedOutside();
}

void RequestSession::fileVanished()
{
    m_vanished = true;
    announce();
    Q_EMIT vanishedOutside();
}

void RequestSession::fileCameBack()
{
    m_vanished = false;
    announce();
    Q_EMIT cameBackOutside();
}

void RequestSession::announce()
{
    if (m_changing)
        return;
    if (const QString now = title(); now != m_announcedTitle) {
        m_announcedTitle = now;
        Q_EMIT titleChanged(now);
    }
    if (const bool now = isModified(); now != m_announcedModified) {
        m_announcedModified = now;
        Q_EMIT modifiedChanged(now);
    }
}

} // namespace scopes
