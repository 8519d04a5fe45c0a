#pragma once

#include "widgets/Actions.h"
#include "widgets/CatalogFiles.h"
#include "widgets/RequestFiles.h"

#include <QMainWindow>
#include <QSize>

QT_BEGIN_NAMESPACE
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace scopes {

class AuthorizationDialog;
class CatalogTabs;
class CommandPalette;
class ComparisonDialog;
class ConsentSheet;
class DetailsPane;
class DifferencePane;
struct ExportSource;
class InspectPane;
class NeedsPane;
class Notices;
class OverlayFiles;
class ProfileFiles;
class RequestPane;
class ReviewDialog;
class ScanDialog;
class ScopesPane;

/// The window: puts panes and actions together. What it does with files is in RequestFiles and CatalogFiles.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Takes its size, panes and columns from @p settings. All three outlive it.
    MainWindow(Workspace& workspace, RequestSession& session, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    MainWindow(const MainWindow&) = delete;
    MainWindow& operator=(const MainWindow&) = delete;

    Notices& notices() { return *m_notices; }

    RequestFiles& requests() { return *m_requests; }

    CatalogFiles& catalogs() { return *m_catalogs; }

    Actions& actions() { return *m_actions; }

    /// How files are chosen, instead of the platform's dialogs.
    void setFileChooser(const FileChooser& chooser);

    /// Opens a request, a catalog, an app profile or what was added to a catalog, told by its content; recorded requests, and
    /// folders if @p acceptText is true, are scanned for calls; text goes to the request as if it had been pasted, if @p
    /// acceptText is true. What cannot be used says why.
    void openFile(const QString& path, bool acceptText = false);

    /// The size of a first start, and the panes' shares of it.
    static constexpr QSize firstSize{1240, 660};
    void arrange(const QSize& size);

    /// Writes what is to come back at the next start.
    void remember();

    /// Shows a text in the status bar, where screen readers hear of it too.
    void showMessage(const QString& text);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What the eye does not miss in the first picture comes after it: the details of the first scope, the program's icon.
    void completeStart();
    void layOut();
    void restore();
    void restorePanes();
    void connectPanes();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectHelpActions();
    void connectAnalysis();
    void connectTabs();
    void connectCatalog();
    void followUndoStack();
    void followPanes();
    void updateTitle();
    void updateUndoActions();
    void on(ActionId id, const std::function<void()>& act);

    void copyFromFocus();
    void showInspect(bool shown);
    void showComparison();
    DifferencePane& differencePane();
    void showDifference(bool shown);
    bool stepBackInDifference();
    void addEndpoints();
    void rememberEndpoints();
    void updateBelow();
    void requestNeeded();
    void showScan(const QStringList& paths);
    void paste();
    void takeText(const QString& text, bool forCalls);
    InspectPane& inspectPane();
    bool inspectFirst(const QString& text);
    void clearRequest();
    void showPalette();
    void showUndoHistory();
    void showConsent();
    void showAuthorization();
    void showReview();
    void showExport();
    std::vector<ExportSource> exportSources();
    void copyLink();
    void openLink(const QString& link);
    void showHelpForFocus();
    void chooseScope(const QString& name, bool toggle);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    RequestSession& m_session; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogTabs* m_tabs; ///< what exists
    ScopesPane* m_scopes; ///< in its first tab
    DetailsPane* m_details;
    RequestPane* m_request;
    QStackedWidget* m_left; ///< what exists, or a text that is inspected
    InspectPane* m_inspect = nullptr; ///< made when first asked for
    ComparisonDialog* m_comparison = nullptr; ///< the same
    DifferencePane* m_difference = nullptr; ///< the same
    QByteArray m_rowsWithoutDifference; ///< state of m_rows, to come back to; empty while no catalogs are compared
    bool m_bringsDetailsBack = false; ///< when the comparison of catalogs is closed
    QSplitter* m_columns; ///< left what exists, right what is asked for
    QSplitter* m_rows; ///< what exists above its details, and below both a comparison of catalogs
    QSplitter* m_below; ///< the details, and beside them what the ticked calls need
    NeedsPane* m_needs = nullptr; ///< made with the endpoints
    ScanDialog* m_scan = nullptr; ///< made when first asked for
    Notices* m_notices;
    Actions* m_actions;
    RequestFiles* m_requests;
    CatalogFiles* m_catalogs;
    ProfileFiles* m_profiles;
    OverlayFiles* m_overlays = nullptr;
    CommandPalette* m_palette = nullptr; ///< made when first asked for
    QWidget* m_undoHistory = nullptr; ///< the same
    ConsentSheet* m_consent = nullptr; ///< the same
    AuthorizationDialog* m_authorization = nullptr; ///< the same
    ReviewDialog* m_review = nullptr; ///< the same
    bool m_isStarted = false; ///< true when the window has been seen once
};

} // namespace scopes
