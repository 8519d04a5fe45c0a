#pragma once

#include "widgets/FileDialogs.h"
#include "workspace/Settings.h"
#include "workspace/Workspace.h"

#include <QObject>

namespace scopes {

/// Chooses the catalog. The request stays, whatever happens; a file that cannot be read leaves the catalog as it was.
class CatalogFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    CatalogFiles(Workspace& workspace, Settings& settings, QWidget& window);

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    void choose();

    /// False if the file cannot be read; the user knows why.
    bool open(const QString& path);

    void showBuiltIn();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);

private:
    void take(const CatalogPointer& catalog);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileChooser m_chooser = fileDialogs();
};

} // namespace scopes
