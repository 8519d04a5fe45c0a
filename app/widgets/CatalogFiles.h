#pragma once

#include "import/CatalogOpener.h"
#include "widgets/FileDialogs.h"
#include "widgets/Notices.h"
#include "workspace/Settings.h"
#include "workspace/Workspace.h"

#include <QObject>

namespace scopes {

/// Chooses the catalog: ours, or one that is imported from what another provider publishes. The request stays, whatever
/// happens; a file that cannot be read leaves the catalog as it was. What was odd in it is kept as notes.
class CatalogFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    CatalogFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    void choose();

    /// False if the file cannot be read; the user knows why.
    bool open(const QString& path);

    void showBuiltIn();

    /// Takes the notes of the catalog that is open, which was read from @p path before there was a window.
    void keepNotes(const QString& path, bool isImported, Problems notes);

    /// Opens the list of notes.
    void showNotes();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);

private:
    void take(const CatalogPointer& catalog);
    QString summary(bool isImported) const;

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileChooser m_chooser = fileDialogs();
    QString m_path; ///< of the open catalog; empty: built in
    Problems m_notesOnCatalog;
};

} // namespace scopes
