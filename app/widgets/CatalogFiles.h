#pragma once

#include "import/ScopeTableReader.h"
#include "widgets/FileDialogs.h"
#include "widgets/Notices.h"
#include "workspace/CatalogSession.h"
#include "workspace/LatestTask.h"
#include "workspace/RecentCatalogs.h"
#include "workspace/Settings.h"

#include <QObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMenu;
QT_END_NAMESPACE

namespace scopes {

class OpeningPanel;

/// Chooses the catalog: ours, or one that is imported from what another provider publishes. The request stays, whatever
/// happens; a file that cannot be read leaves the catalog as it was. A file that another program changes is read again. A large
/// file is read in the background, with its progress shown, and can be given up.
class CatalogFiles : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the dialogs, and of this.
    CatalogFiles(Workspace& workspace, Settings& settings, Notices& notices, QWidget& window);

    CatalogSession& session() { return m_session; }

    void setFileChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

    /// Has the user name a catalog's file; empty: the user thought better of it.
    QString chooseFile();

    void choose();

    /// True of a file that takes so long to read that the window would be held up.
    static bool isLarge(const QString& path);

    /// True where the caller tells of the problems, or there is nobody left to tell.
    using Failed = std::function<bool(const Problems& problems)>;

    /// Opens the catalog of that file; of one that cannot be read it is said why, unless @p failed does. A large file is read
    /// when this has returned.
    void open(const QString& path, const Failed& failed = {});

    /// True while a large file is read in the background.
    bool isReading() const { return m_reading.isRunning(); }

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

    /// Where the request names another catalog than the open one, or than the one that is being read, offers to open that.
    void offerCatalogOfRequest();

    /// Opens the list of notes.
    void showNotes();

Q_SIGNALS:
    /// The user chose a request, a profile or an overlay where a catalog was asked for.
    void otherFileChosen(const QString& path);
    /// For the status bar.
    void message(const QString& text);

private:
    /// What else could be done with a file that was not opened.
    struct OtherWays
    {
        std::optional<TablePreview> table; ///< whose columns the user could choose
        bool leadsToFiles = false; ///< which could be read too
    };

    /// For messages and menus.
    static QString fileName(const QString& path);
    static QString shownPath(const QString& path);

    using AfterReading = std::function<void(const Problems& problems)>;

    void read(const RecentCatalog& file, const AfterReading& then);
    void readInBackground(const RecentCatalog& file, const AfterReading& then);
    struct ReadFile;
    void takeRead(const RecentCatalog& file, ReadFile& read, bool isStill, const AfterReading& then);
    void readChanged();
    void readAgain(const QString& done);
    RecentCatalog current(const OpeningChoices& choices) const;
    void catchUp();
    void endReading();
    void cancelReading();
    void inBackground(const QString& path, const LatestTask::Work& work);
    void offerUndefinedSchemes();
    void takeUndefinedSchemes(bool take);
    void offerFiles();
    void offerFilesInstead(const RecentCatalog& file, const Problems& problems);
    void readWithFiles(RecentCatalog file);
    void readAnew(const OpeningChoices& choices, const std::function<void()>& say);
    void groupBy(Grouping grouping);
    void tryOtherWays(const RecentCatalog& file, const Problems& problems);
    static OtherWays otherWaysOf(const RecentCatalog& file);
    bool openTable(const RecentCatalog& file, const TablePreview& table);
    void chooseColumns();
    void readColumns(const Result<TablePreview>& table);

    /// What the notices on the open catalog tell of its file.
    struct Told
    {
        QString path;
        bool leadsToFiles = false;
        bool hasUndefinedSchemes = false; ///< under which calls list names that may be scopes
        Problems notes; ///< without lines and columns, which move with what stands above
    };

    void showTaken();
    void showTakenAgain();
    void tellOfFile(const Told& before);
    void showNotReloaded(const Problems& problems);
    void showVanished();
    QString summary() const;
    /// @p paths: of all choices.
    void addChoice(QMenu& menu, QActionGroup& group, const RecentCatalog& catalog, const QStringList& paths);

    CatalogSession m_session;
    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Notices& m_notices; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QWidget& m_window; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FileChooser m_chooser = fileDialogs();
    OpeningPanel* m_panel = nullptr; ///< made with the first large file
    LatestTask m_reading;
    QString m_readPath; ///< of the file that is read, or was read last
    std::optional<OtherWays> m_otherWays; ///< of a large file that was just not opened
    Told m_told; ///< and what the user may have dismissed since
    bool m_isOutdated = false; ///< the open catalog's file has changed, which waits for the reading of another one
    bool m_isOfferDue = false; ///< what offerCatalogOfRequest() does waits for the reading
};

} // namespace scopes
