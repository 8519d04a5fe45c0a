#pragma once

#include "scan/Scan.h"
#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QProgressBar;
class QPushButton;
class QTreeView;
QT_END_NAMESPACE

namespace scopes {

class NoteLabel;
class ScanModel;

/// Looks through files and folders for the catalog's calls and scopes: source code, HAR archives, Postman collections. Tells what
/// is used, unused and missing by file and line, and ticks the calls. Nothing leaves the machine; of the files' text nothing but
/// the catalog's own names is kept.
class ScanDialog : public QDialog
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit ScanDialog(Workspace& workspace, QWidget* parent = nullptr);

    /// Scans these files and folders, instead of those before.
    void scan(const QStringList& paths);

Q_SIGNALS:
    void partActivated(const QString& name);
    void scopeActivated(const QString& name);
    void message(const QString& text);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void done(int result) override;

private:
    void layOut();
    void wire();
    void chooseFolder();
    void chooseFiles();
    void start();
    void stop();
    void showProgress(const ScanProgress& progress);
    void showReport(const ScanReport& report, const CatalogPointer& catalog, bool requestGiven);
    void showIdle(const QString& summary);
    void tickFound();
    void tickOnlyFound();
    void activate(const QModelIndex& index);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ScanModel* m_model;
    NoteLabel* m_summary;
    QTreeView* m_tree;
    QCheckBox* m_againstRequest;
    QProgressBar* m_progress;
    QPushButton* m_folder;
    QPushButton* m_files;
    QPushButton* m_again;
    QPushButton* m_stop;
    QPushButton* m_tick;
    QPushButton* m_tickOnly;
    QStringList m_paths;
    QStringList m_found; ///< names of the calls, for ticking
    bool m_isWhole = false; ///< all files were read, so that what was not found is not there
    std::shared_ptr<std::atomic_bool> m_isEnough; ///< true: the running scan is to give what it has
    LatestTask m_task;
};

} // namespace scopes
