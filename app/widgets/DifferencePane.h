#pragma once

#include "models/CatalogComparison.h"
#include "workspace/CatalogSession.h"
#include "workspace/RequestSession.h"
#include "workspace/Settings.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTimer;
QT_END_NAMESPACE

namespace scopes {

class CatalogBox;
class DifferenceModel;
class DifferenceTreeView;
class NoteLabel;

/// What changed between two catalogs, and what that means for the open request and the recent ones. The catalogs are read and
/// compared in the background; the open catalog and the request are followed while the pane is shown.
class DifferencePane : public QWidget
{
    Q_OBJECT

public:
    /// Names the file that is written; empty: the user thought better of it.
    using SaveChooser = std::function<QString(QWidget& parent)>;

    /// All of it outlives the pane.
    DifferencePane(RequestSession& requests, CatalogSession& catalogs, Settings& settings, QWidget* parent = nullptr);
    ~DifferencePane() override;

    /// How the user names a catalog's file; gives an empty path if the user thought better of it.
    void setFileChooser(const std::function<QString()>& chooser);

    void setSaveChooser(SaveChooser chooser) { m_saveChooser = std::move(chooser); }

    /// Offers what can be compared now, and goes to where it is chosen. Gives up nothing that was compared before.
    void begin();

    void copyRows();

    /// Takes the filter away. False if there is none.
    bool clearFilter();

Q_SIGNALS:
    void message(const QString& text);
    void closeRequested();
    /// These two are in the catalog that is open.
    void scopeActivated(const QString& name);
    void partActivated(const QString& name);

private:
    void layOut();
    void wire();
    void followSoon();
    void compare();
    void swapSides();
    void cancel();
    void showWaiting();
    void showCompared();
    void showNote();
    QString noteText() const;
    void applyFilter();
    void goTo(const QModelIndex& row);
    std::vector<RequestSide> requests() const;
    void writeMarkdown(const std::function<void(const QString& markdown)>& take);
    void copyMarkdown();
    void saveMarkdown();

    RequestSession& m_requests; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Settings& m_settings; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogComparison* m_comparison;
    LatestTask* m_writing; ///< a long text
    DifferenceModel* m_model;
    CatalogBox* m_before;
    QPushButton* m_swap;
    CatalogBox* m_after;
    QPushButton* m_close;
    QLineEdit* m_filter;
    QLabel* m_count;
    QPushButton* m_copy;
    QPushButton* m_save;
    NoteLabel* m_note;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_again;
    DifferenceTreeView* m_tree;
    QTimer* m_follow;
    QTimer* m_patience;
    QTimer* m_typing;
    SaveChooser m_saveChooser; ///< empty: the platform's dialog
    ComparedCatalogsPointer m_shown; ///< what the tree shows
    bool m_isCancelled = false;
    bool m_isOpening = false; ///< the focus goes to the tree as soon as there is one
};

} // namespace scopes
