#include "widgets/CatalogFiles.h"

#include "catalog/BuiltInCatalog.h"
#include "document/VisibleText.h"
#include "models/CountText.h"
#include "widgets/CatalogNotes.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QWidget>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// Of the notice that tells of notes.
QString topic()
{
    return u"catalog-notes"_s;
}

/// Reading a large catalog takes a moment: the pointer says so.
Result<OpenedCatalog> readPatiently(const QString& path)
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    auto result = openCatalogFile(path);
    QGuiApplication::restoreOverrideCursor();
    return result;
}

} // namespace

CatalogFiles::CatalogFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_notices(notices)
    , m_window(window)
{
}

void CatalogFiles::choose()
{
    const QString last = m_settings.lastFolder();
    const QString path = m_chooser.catalogToOpen(m_window, last.isEmpty() ? QDir::homePath() : last);
    if (!path.isEmpty() && open(path))
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
}

bool CatalogFiles::open(const QString& path)
{
    auto result = readPatiently(path);
    if (!result) {
        showProblems(m_window, tr("The catalog was not opened; the one you had stays."), path, result.problems);
        return false;
    }
    take(result.value->catalog);
    keepNotes(path, result.value->isImported, std::move(result.problems));
    return true;
}

void CatalogFiles::showBuiltIn()
{
    const auto result = builtInCatalog();
    if (result) {
        take(*result.value);
        keepNotes({}, false, {});
    } else {
        showProblems(m_window, tr("The built-in catalog cannot be read. Please install the program again."), {}, result.problems);
    }
}

void CatalogFiles::take(const CatalogPointer& catalog)
{
    m_workspace.setCatalog(catalog);
    Q_EMIT message(tr("The catalog is now %1: %2.").arg(visibleText(catalog->name(), 200), scopeCount(catalog->scopeCount())));
}

void CatalogFiles::keepNotes(const QString& path, bool isImported, Problems notes)
{
    m_path = path;
    m_notesOnCatalog = std::move(notes);
    if (isImported)
        Q_EMIT message(summary(isImported));
    if (m_notesOnCatalog.empty())
        m_notices.dismiss(topic());
    else
        m_notices.add(topic(), summary(isImported), {{tr("Show &Notes…"), [this] { showNotes(); }}});
}

/// 'Imported 67 scopes and 174 calls from slack.json, with 3 notes.'
QString CatalogFiles::summary(bool isImported) const
{
    const auto calls = m_workspace.catalog().endpoints().size();
    const auto notes = m_notesOnCatalog.size();
    const QString what = calls == 1 ? tr("%1 and 1 call").arg(scopeCount(m_workspace.catalog().scopeCount()))
                                    : tr("%1 and %2 calls").arg(scopeCount(m_workspace.catalog().scopeCount())).arg(calls);
    const QString file = visibleText(QFileInfo(m_path).fileName(), 200);
    const QString done = isImported ? tr("Imported %1 from %2").arg(what, file) : tr("Read %1 from %2").arg(what, file);
    if (notes == 0)
        return tr("%1.").arg(done);
    return notes == 1 ? tr("%1, with 1 note on what is odd there.").arg(done)
                      : tr("%1, with %2 notes on what is odd there.").arg(done).arg(notes);
}

void CatalogFiles::showNotes()
{
    auto* const dialog = new CatalogNotes(m_workspace.catalog().name(), m_path, m_notesOnCatalog, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace scopes
