#pragma once

#include "import/CatalogOpener.h"
#include "workspace/FileWatch.h"
#include "workspace/OverlaySession.h"
#include "workspace/Workspace.h"

#include <QObject>
#include <QString>

#include <memory>

namespace scopes {

/// The catalog of a workspace and the file that it was read from. Another program may change that file: this is told, and
/// whoever is told reads it again. The request is never touched.
class CatalogSession : public QObject
{
    Q_OBJECT

public:
    /// Begins with the workspace's catalog as the built-in one, and adds its overlay. @p workspace outlives this.
    explicit CatalogSession(Workspace& workspace, QObject* parent = nullptr);
    ~CatalogSession() override;

    Workspace& workspace() const { return m_workspace; }

    /// The file, absolute; empty for the built-in catalog.
    const QString& path() const { return m_path; }

    /// True if the catalog was made from another provider's description.
    bool isImported() const { return m_isImported; }

    /// True if the catalog was made from a table of scopes.
    bool isTable() const { return m_isTable; }

    /// True if the catalog was made from a description that refers to other files, which were not read.
    bool leadsToFiles() const { return m_leadsToFiles; }

    /// How the file was read.
    const OpeningChoices& choices() const { return m_choices; }

    /// What the user adds to the catalog.
    OverlaySession& overlay() { return m_overlay; }

    /// What was odd in the file.
    const Problems& notes() const { return m_notes; }

    /// Reads and takes the catalog of a file. With an error among the problems everything stays as it was; else they are notes.
    [[nodiscard]] Problems open(const QString& path, const OpeningChoices& choices = {});

    /// Takes the catalog that is part of the program.
    [[nodiscard]] Problems showBuiltIn();

    /// Takes a catalog that was read from @p path already, with notes on it. The workspace may have it already.
    void take(const QString& path, const OpenedCatalog& opened, Problems notes, const OpeningChoices& choices = {});

    /// The same with the overlay that was read and applied already.
    void take(
        const QString& path, const OpenedCatalog& opened, Problems notes, const OpeningChoices& choices, OverlaidCatalog ready);

Q_SIGNALS:
    /// Around each change of the workspace's catalog that is made here.
    void aboutToTake();
    void taken();
    /// Another program changed the file; the catalog is still that of the former content.
    void changedOutside();
    /// Another program took the file away; the catalog stays.
    void vanishedOutside();
    /// The file that had vanished is there again as it was.
    void cameBackOutside();

private:
    void watch();

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    OverlaySession m_overlay;
    std::unique_ptr<FileWatch> m_watch; ///< made with the first file: the built-in catalog has none
    QString m_path;
    bool m_isImported = false;
    bool m_isTable = false;
    bool m_leadsToFiles = false;
    OpeningChoices m_choices;
    Problems m_notes;
};

} // namespace scopes
