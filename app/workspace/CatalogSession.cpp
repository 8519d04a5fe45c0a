#include "workspace/CatalogSession.h"

#include "catalog/BuiltInCatalog.h"

#include <QFileInfo>

namespace scopes {

CatalogSession::CatalogSession(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_overlay(workspace)
{
    connect(&m_overlay, &OverlaySession::aboutToApply, this, &CatalogSession::aboutToTake);
    connect(&m_overlay, &OverlaySession::applied, this, &CatalogSession::taken);
    m_overlay.take(overlaid(workspace.catalogPointer(), {}));
}

CatalogSession::~CatalogSession() = default;

Problems CatalogSession::open(const QString& path, const OpeningChoices& choices)
{
    auto read = openCatalogFile(path, choices);
    if (!read)
        return std::move(read.problems);
    take(path, *read.value, std::move(read.problems), choices);
    return m_notes;
}

Problems CatalogSession::showBuiltIn()
{
    auto read = builtInCatalog();
    if (!read)
        return std::move(read.problems);
    take({}, {*read.value}, {});
    return {};
}

void CatalogSession::take(const QString& path, const OpenedCatalog& opened, Problems notes, const OpeningChoices& choices)
{
    const QString file = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    take(path, opened, std::move(notes), choices, overlaid(opened.catalog, file));
}

void CatalogSession::take(
    const QString& path, const OpenedCatalog& opened, Problems notes, const OpeningChoices& choices, OverlaidCatalog ready)
{
    const QString file = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    const bool isOther = file != m_path;
    Q_EMIT aboutToTake();
    m_path = file;
    m_isImported = opened.isImported;
    m_isTable = opened.isTable;
    m_leadsToFiles = opened.leadsToFiles;
    m_choices = choices;
    m_notes = std::move(notes);
    m_overlay.take(std::move(ready));
    if (isOther)
        watch();
    Q_EMIT taken();
}

void CatalogSession::watch()
{
    if (m_path.isEmpty()) {
        m_watch.reset();
        return;
    }
    if (m_watch == nullptr) {
        m_watch = std::make_unique<FileWatch>();
        connect(m_watch.get(), &FileWatch::changed, this, &CatalogSession::changedOutside);
        connect(m_watch.get(), &FileWatch::vanished, this, &CatalogSession::vanishedOutside);
        connect(m_watch.get(), &FileWatch::cameBack, this, &CatalogSession::cameBackOutside);
    }
    m_watch->watch(m_path);
}

} // namespace scopes
