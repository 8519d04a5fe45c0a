#include "widgets/RequestFiles.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/Actions.h"
#include "widgets/Notices.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

const QString outsideChange = u"outside-change"_s; // NOLINT(cert-err58-cpp)

} // namespace

RequestFiles::RequestFiles(RequestSession& session, Settings& settings, Notices& notices, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
{
    connect(&session, &RequestSession::changedOutside, this, &RequestFiles::offerReload);
    connect(&session, &RequestSession::vanishedOutside, this, &RequestFiles::offerSave);
    connect(&session, &RequestSession::cameBackOutside, this, [this] { m_notices.dismiss(outsideChange); });
    connect(this, &RequestFiles::requestChanged, this, [this] { m_notices.dismiss(outsideChange); });
}

bool RequestFiles::mayGoOn()
{
    if (!m_session.isModified())
        return true;
    QMessageBox box(QMessageBox::Question, QGuiApplication::applicationDisplayName(),
        tr("Save the changes of %1?").arg(m_session.title()), QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel,
        &m_window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Changes that are not saved are lost."));
    box.setDefaultButton(QMessageBox::Save);
    box.setEscapeButton(QMessageBox::Cancel);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void RequestFiles::startNew()
{
    if (!mayGoOn())
        return;
    m_session.newRequest();
    Q_EMIT message(tr("This is a new, empty request."));
    Q_EMIT requestChanged();
}

QString RequestFiles::chooseFile()
{
    return m_chooser.requestToOpen(m_window, QFileInfo(suggestion()).path());
}

bool RequestFiles::open(const QString& path)
{
    return mayGoOn() && read(path, m_session.open(path));
}

bool RequestFiles::read(const QString& path, const Problems& problems)
{
    if (hasErrors(problems)) {
        showProblems(m_window, tr("The request was not opened; what you had stays."), path, problems);
        return false;
    }
    remember();
    Q_EMIT requestChanged();
    Q_EMIT message(tr("Opened %1: %2.").arg(m_session.title(), scopeCount(m_session.workspace().selection().names().size())));
    if (!problems.empty())
        m_notices.add(u"notes"_s, visibleText(toString(problems, m_session.title(), 5), 2000, true));
    return true;
}

bool RequestFiles::save()
{
    if (m_session.path().isEmpty())
        return saveAs();
    if (m_session.isChangedOutside() && !mayOverwrite())
        return false;
    if (const QString reason = m_session.save(); !reason.isEmpty())
        return saveElsewhere(reason);
    saved();
    return true;
}

bool RequestFiles::mayOverwrite()
{
    // What was taken away is made again without a question: nothing is lost by it.
    if (const QFileInfo file(m_session.path()); !file.exists() && !file.isSymLink())
        return true;
    QMessageBox box(QMessageBox::Warning, QGuiApplication::applicationDisplayName(),
        tr("%1 was changed by another program.").arg(m_session.title()), QMessageBox::Cancel, &m_window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(tr("Saving replaces what the other program wrote."));
    const QPushButton* overwrite = box.addButton(tr("&Save Anyway"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == overwrite;
}

/// Says why the request was not saved, and has the user name another file.
bool RequestFiles::saveElsewhere(const QString& reason)
{
    QMessageBox box(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), tr("The request was not saved."),
        QMessageBox::Cancel, &m_window);
    box.setTextFormat(Qt::PlainText);
    setPlainReason(box, visibleText(reason, 2000, true));
    const QPushButton* const elsewhere = box.addButton(tr("Save &As…"), QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == elsewhere && saveAs();
}

bool RequestFiles::saveAs()
{
    const QString path = m_chooser.requestToSave(m_window, suggestion());
    if (path.isEmpty())
        return false;
    if (const QString reason = m_session.saveAs(path); !reason.isEmpty())
        return saveElsewhere(reason);
    saved();
    return true;
}

void RequestFiles::saved()
{
    remember();
    Q_EMIT requestChanged();
    Q_EMIT message(tr("Saved %1.").arg(m_session.title()));
}

void RequestFiles::remember()
{
    m_settings.setLastFolder(QFileInfo(m_session.path()).absolutePath());
    m_settings.addRecentFile(m_session.path());
}

QString RequestFiles::suggestion() const
{
    if (!m_session.path().isEmpty())
        return m_session.path();
    QString folder = m_settings.lastFolder();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    return folder + u'/' + m_session.title();
}

void RequestFiles::revert()
{
    if (m_session.path().isEmpty())
        return;
    if (m_session.isModified()) {
        QMessageBox box(QMessageBox::Question, QGuiApplication::applicationDisplayName(),
            tr("Read %1 again from its file?").arg(m_session.title()), QMessageBox::Cancel, &m_window);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(tr("What you changed since the last save is lost."));
        const QPushButton* button = box.addButton(tr("&Revert"), QMessageBox::DestructiveRole);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        if (box.clickedButton() != button)
            return;
    }
    reload();
}

bool RequestFiles::reload()
{
    return read(m_session.path(), m_session.reload());
}

void RequestFiles::offerReload()
{
    m_notices.add(outsideChange, tr("%1 was changed by another program.").arg(m_session.title()),
        {{tr("Re&load"), [this] { reload(); }}, {tr("&Keep Mine"), [this] { m_session.keepMine(); }}});
}

void RequestFiles::offerSave()
{
    m_notices.add(outsideChange,
        tr("%1 was moved or deleted by another program. The request is still here.").arg(m_session.title()),
        {{tr("&Save Again"), [this] { save(); }}, {tr("&Keep Unsaved"), [this] { m_session.keepMine(); }}});
}

void RequestFiles::fillRecent(QMenu& menu)
{
    menu.clear();
    m_settings.removeVanishedRecentFiles();
    int number = 0;
    for (const QString& path : m_settings.recentFiles()) {
        ++number;
        const QString name = escapedForMenu(visibleText(QDir::toNativeSeparators(path), 120));
        const QString mnemonic = number < 10 ? u"&%1  "_s.arg(number) : u"1&0  "_s;
        connect(menu.addAction(mnemonic + name), &QAction::triggered, this, [this, path] { open(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No request was opened or saved yet"))->setEnabled(false);
}

} // namespace scopes
