#pragma once

#include "widgets/FileDialogs.h"
#include "widgets/Notices.h"
#include "workspace/CatalogSession.h"
#include "workspace/RecentCatalogs.h"
#include "workspace/Settings.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMenu;
QT_END_NAMESPACE

namespace scopes {

/// Chooses the catalog: ours, or one that is imported from what another provider publishes. The request stays, whatever
/// happens; a file that cannot be read leaves the catalog as it was. A file that another program changes is read again.
class CatalogFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    CatalogFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window);

    CatalogSession& session() { return m_session; }

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    void choose();

    /// False if the file cannot be read; the user knows why.
    bool open(const QString& path);

    void showBuiltIn();

    /// Takes the catalog of the workspace, which was read from @p path before there was a window.
    void begin(const QString& path, const OpenedCatalog& opened, Problems notes);

    /// Reads the file of the open catalog again.
    void reload();

    /// Fills the menu with the catalogs that can be chosen: built in, open, open lately; each with date and file.
    void fill(QMenu& menu);

    /// Fills the menu with what the scopes of an imported catalog can be put into topics by.
    void fillGroupings(QMenu& menu);

    /// Name, date and file of the open catalog, a line each.
    QString descriptionOfCurrent() const;

    /// Where the request names another catalog than the open one, offers to open that.
    void offerCatalogOfRequest();

    /// Opens the list of notes.
    void showNotes();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString& text);

private:
    /// For messages and menus.
    static QString fileName(const QString& path);
    static QString shownPath(const QString& path);

    void groupBy(Grouping grouping);
    bool openTable(const QString& path, const RecentCatalog& known);
    void chooseColumns();
    void showTaken();
    void showNotReloaded(const Problems& problems);
    void showVanished();
    QString summary() const;
    void addChoice(QMenu& menu, QActionGroup& group, const RecentCatalog& catalog);

    CatalogSession m_session;
    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileChooser m_chooser = fileDialogs();
};

} // namespace scopes
