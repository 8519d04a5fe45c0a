#include "widgets/CatalogFiles.h"

#include "catalog/BuiltInCatalog.h"
#include "catalog/CatalogReader.h"
#include "document/VisibleText.h"
#include "models/CountText.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QWidget>

namespace scopes {

namespace {

/// Reading a large catalog takes a moment: the pointer says so.
Result<CatalogPointer> readPatiently(const QString& path)
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    auto result = readCatalogFile(path);
    QGuiApplication::restoreOverrideCursor();
    return result;
}

} // namespace

CatalogFiles::CatalogFiles(Workspace& workspace, Settings& settings, QWidget& window)
    : QObject(&window)
    , m_workspace(workspace)
    , m_settings(settings)
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
    const auto result = readPatiently(path);
    if (!result) {
        showProblems(m_window, tr("The catalog was not opened; the one you had stays."), path, result.problems);
        return false;
    }
    take(*result.value);
    return true;
}

void CatalogFiles::showBuiltIn()
{
    const auto result = builtInCatalog();
    if (result)
        take(*result.value);
    else
        showProblems(m_window, tr("The built-in catalog cannot be read. Please install the program again."), {}, result.problems);
}

void CatalogFiles::take(const CatalogPointer& catalog)
{
    m_workspace.setCatalog(catalog);
    Q_EMIT message(tr("The catalog is now %1: %2.").arg(visibleText(catalog->name(), 200), scopeCount(catalog->scopeCount())));
}

} // namespace scopes
