#include "widgets/ScanDialog.h"

#include "document/VisibleText.h"
#include "models/ScanModel.h"
#include "widgets/NoteLabel.h"
#include "widgets/ScopeDelegate.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace scopes {

namespace {

constexpr int progressEvery = 100; // milliseconds
constexpr int mostShownWithPlaces = 20; ///< calls or scopes whose places are opened by themselves
constexpr int mostExpanded = 500; ///< rows that are opened by themselves

QStringList localFiles(const QMimeData& mime)
{
    QStringList files;
    for (const QUrl& url : mime.urls()) {
        if (url.isLocalFile())
            files += url.toLocalFile();
    }
    return files;
}

} // namespace

ScanDialog::ScanDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_model(new ScanModel(this))
    , m_summary(new NoteLabel(this))
    , m_tree(new QTreeView(this))
    , m_againstRequest(new QCheckBox(tr("Compare with the &request"), this))
    , m_progress(new QProgressBar(this))
    , m_folder(new QPushButton(tr("Choose &Folder…"), this))
    , m_files(new QPushButton(tr("Choose F&iles…"), this))
    , m_again(new QPushButton(tr("Scan &Again"), this))
    , m_stop(new QPushButton(tr("&Stop"), this))
    , m_tick(new QPushButton(tr("&Tick These Calls"), this))
    , m_tickOnly(new QPushButton(tr("Tick &Only These"), this))
{
    setWindowTitle(tr("Scan for Calls"));
    setAcceptDrops(true);
    setWhatsThis(
        tr("Looks through source code, HAR archives and Postman collections for the calls and scopes of the catalog. "
           "Nothing leaves the machine, and nothing of the files is kept but names of calls and scopes with the lines."));
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Found calls and scopes"));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setWordWrap(true);
    m_tree->setUniformRowHeights(true); // there may be very many places
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(true);
    m_progress->setAccessibleName(tr("Progress of the scan"));
    m_againstRequest->setChecked(true);
    layOut();
    wire();
    showIdle(tr("Choose a folder of source code, or HAR archives and Postman collections; or drop them here. Nothing leaves the "
                "machine."));
    const int line = fontMetrics().height();
    resize(48 * line, 32 * line);
    m_tree->header()->resizeSection(ScanModel::WhatColumn, 28 * line);
}

void ScanDialog::layOut()
{
    m_againstRequest->setToolTip(
        tr("Tells what your request lacks and what it has too much; without it the scopes that the files name are compared."));
    setPlainToolTip(*m_tickOnly,
        tr("Also takes the tick from calls that were not found: the review sheet then names those that its "
           "notes still have. A call whose address is put together from pieces is not found."));
    auto* const top = new QHBoxLayout;
    top->addWidget(m_folder);
    top->addWidget(m_files);
    top->addWidget(m_again);
    top->addStretch(1);
    top->addWidget(m_againstRequest);
    auto* const middle = new QHBoxLayout;
    middle->addWidget(m_progress, 1);
    middle->addWidget(m_stop);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_tick, QDialogButtonBox::ActionRole);
    buttons->addButton(m_tickOnly, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(middle);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    column->addWidget(buttons);
}

void ScanDialog::wire()
{
    connect(m_folder, &QPushButton::clicked, this, &ScanDialog::chooseFolder);
    connect(m_files, &QPushButton::clicked, this, &ScanDialog::chooseFiles);
    connect(m_again, &QPushButton::clicked, this, &ScanDialog::start);
    connect(m_stop, &QPushButton::clicked, this, &ScanDialog::stop);
    connect(m_tick, &QPushButton::clicked, this, &ScanDialog::tickFound);
    connect(m_tickOnly, &QPushButton::clicked, this, &ScanDialog::tickOnlyFound);
    connect(m_againstRequest, &QCheckBox::toggled, this, [this] {
        if (!m_paths.isEmpty())
            start();
    });
    connect(m_tree, &QTreeView::activated, this, &ScanDialog::activate);
    // What was found is of the catalog before.
    connect(&m_workspace, &Workspace::catalogAboutToChange, this, [this] {
        m_task.cancel();
        m_found.clear();
        m_model->removeRows(0, m_model->rowCount());
        showIdle(tr("The catalog has changed. Scan again to find its calls."));
    });
}

void ScanDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Scan a Folder"));
    if (!folder.isEmpty())
        scan({folder});
}

void ScanDialog::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Scan Files"));
    if (!files.isEmpty())
        scan(files);
}

void ScanDialog::scan(const QStringList& paths)
{
    m_paths = paths;
    start();
}

void ScanDialog::start()
{
    m_isEnough = std::make_shared<std::atomic_bool>(false);
    ScanOptions options;
    if (m_againstRequest->isChecked() && !m_workspace.selection().isEmpty())
        options.requested = m_workspace.selection().names();
    m_task.start([this, options, paths = m_paths, catalog = m_workspace.catalogPointer(), isEnough = m_isEnough](
                     const LatestTask::Link& link) {
        ScanOptions own = options;
        QElapsedTimer sinceProgress;
        sinceProgress.start();
        own.goOn = [&](const ScanProgress& progress) {
            if (sinceProgress.elapsed() > progressEvery) {
                sinceProgress.start();
                link.tell([this, progress] { showProgress(progress); });
            }
            return link.isWanted() && !*isEnough;
        };
        auto report = std::make_shared<ScanReport>(scopes::scan(paths, *catalog, own));
        return [this, report, catalog, given = options.requested.has_value()] { showReport(*report, catalog, given); };
    });
    m_progress->setRange(0, 0);
    m_progress->show();
    m_stop->show();
    m_again->setEnabled(false);
    m_tick->setEnabled(false);
    m_tickOnly->setEnabled(false);
    m_summary->setNote(m_paths.size() == 1 ? tr("Scanning %1…").arg(visibleText(m_paths.first(), 200))
                                           : tr("Scanning %1 files and folders…").arg(QLocale().toString(m_paths.size())));
}

void ScanDialog::stop()
{
    if (m_isEnough != nullptr)
        *m_isEnough = true;
}

void ScanDialog::showProgress(const ScanProgress& progress)
{
    m_progress->setRange(0, progress.allFiles);
    m_progress->setValue(progress.files);
    if (progress.allFiles > 0)
        m_summary->setNote(tr("Scanning: %1 of %2 files, %3 read…")
                               .arg(QLocale().toString(progress.files), QLocale().toString(progress.allFiles),
                                   QLocale().formattedDataSize(progress.bytes)));
}

void ScanDialog::showIdle(const QString& summary)
{
    m_progress->hide();
    m_stop->hide();
    m_again->setEnabled(!m_paths.isEmpty());
    m_tick->setEnabled(!m_found.isEmpty());
    m_tickOnly->setEnabled(m_isWhole && !m_found.isEmpty());
    m_summary->setNote(summary);
    QAccessibleEvent event(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ScanDialog::showReport(const ScanReport& report, const CatalogPointer& catalog, bool requestGiven)
{
    const bool isFolder = m_paths.size() == 1 && QFileInfo(m_paths.first()).isDir();
    m_model->setReport(report, *catalog, isFolder ? m_paths.first() : QString());
    m_found.clear();
    m_isWhole = !report.isStopped && report.problems.empty();
    for (const UsedPart& one : report.used)
        m_found += nameOf(one.part, *catalog);
    showIdle(ScanModel::summaryOf(report, *catalog, requestGiven));
    int rows = 0;
    for (int group = 0; group < m_model->rowCount() && rows < mostExpanded; ++group) {
        rows += m_model->rowCount(m_model->index(group, 0));
        m_tree->expand(m_model->index(group, 0));
        // What does not fit stands first: where it is is seen at once.
        const bool isAmiss = m_model->rowCount(m_model->index(group, 0)) <= mostShownWithPlaces
            && group < (report.missing.empty() ? 0 : 1) + (report.unused.empty() ? 0 : 1);
        for (int row = 0; isAmiss && row < m_model->rowCount(m_model->index(group, 0)); ++row)
            m_tree->expand(m_model->index(row, 0, m_model->index(group, 0)));
    }
    m_tree->setCurrentIndex(m_model->index(0, 0));
}

void ScanDialog::tickFound()
{
    const auto before = m_workspace.calls().size();
    m_workspace.setCallsTicked(m_found, true);
    const auto added = m_workspace.calls().size() - before;
    Q_EMIT message(added == 0 ? tr("All that was found is ticked already.")
                              : tr("Ticked %1 calls, fields and values; Undo takes that back.").arg(QLocale().toString(added)));
    accept();
}

void ScanDialog::tickOnlyFound()
{
    m_workspace.replaceCalls(m_found);
    Q_EMIT message(tr("Just what was found is ticked now; Undo takes that back."));
    accept();
}

void ScanDialog::activate(const QModelIndex& index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    const QString name = row.data(ScanModel::NameRole).toString();
    if (name.isEmpty())
        m_tree->setExpanded(row, !m_tree->isExpanded(row));
    else if (row.data(ScanModel::IsScopeRole).toBool())
        Q_EMIT scopeActivated(name);
    else
        Q_EMIT partActivated(name);
}

void ScanDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ScanDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    // The program that the drop is from waits until this returns.
    QMetaObject::invokeMethod(
        this, [this, files = localFiles(*event->mimeData())] { scan(files); }, Qt::QueuedConnection);
}

void ScanDialog::done(int result)
{
    stop();
    QDialog::done(result);
}

} // namespace scopes
