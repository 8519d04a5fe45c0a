#include "widgets/MainWindow.h"

#include "document/VisibleText.h"
#include "request/ShareLink.h"
#include "widgets/CatalogTabs.h"
#include "widgets/DetailsPane.h"
#include "widgets/FileKind.h"
#include "widgets/Icons.h"
#include "widgets/Notices.h"
#include "widgets/OverlayFiles.h"
#include "widgets/ProfileFiles.h"
#include "widgets/RequestPane.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"

#include <QAccessible>
#include <QCloseEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

// What Settings knows the parts of the window by.
const QString columnsKey = u"columns"_s; // NOLINT(cert-err58-cpp)
const QString rowsKey = u"rows"_s; // NOLINT(cert-err58-cpp)
const QString scopesKey = u"scopes"_s; // NOLINT(cert-err58-cpp)
constexpr QByteArrayView hiddenDetails = "details";
constexpr QByteArrayView hiddenRequest = "request";
constexpr QByteArrayView endpointsInFront = "endpoints-in-front";

QString escapedForTitle(QString text)
{
    return text.replace("[*]"_L1, "[*][*]"_L1);
}

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent)
{
    auto* made = new QSplitter(orientation, parent);
    made->setChildrenCollapsible(false);
    if (orientation == Qt::Horizontal && made->isRightToLeft()) // QSplitter then puts all one pixel too far to the right
        made->setContentsMargins(0, 0, 1, 0);
    return made;
}

} // namespace

MainWindow::MainWindow(Workspace& workspace, RequestSession& session, Settings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_session(session)
    , m_settings(settings)
    , m_tabs(new CatalogTabs(workspace))
    , m_scopes(&m_tabs->scopes())
    , m_details(new DetailsPane(workspace))
    , m_request(new RequestPane(workspace))
    , m_left(new QStackedWidget)
    , m_columns(splitter(Qt::Horizontal, this))
    , m_rows(splitter(Qt::Vertical, this))
    , m_below(splitter(Qt::Horizontal, this))
    , m_notices(new Notices(this))
    , m_actions(new Actions(*this, menuBarOf(*this)))
    , m_requests(new RequestFiles(session, settings, *m_notices, *this))
    , m_catalogs(new CatalogFiles(workspace, settings, *m_notices, *this))
    , m_profiles(new ProfileFiles(workspace, settings, *m_notices, *this))
{
    setAcceptDrops(true);
    layOut();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectHelpActions();
    connectPanes();
    connectAnalysis();
    connectTabs();
    connectCatalog();
    followUndoStack();
    connect(&session, &RequestSession::titleChanged, this, &MainWindow::updateTitle);
    connect(&session, &RequestSession::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&workspace, &Workspace::catalogChanged, this, &MainWindow::updateTitle);
    updateTitle();
    restore();
    followPanes();
    m_tabs->pane().treeView().setFocus();
}

void MainWindow::completeStart()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    QGuiApplication::setWindowIcon(applicationIcon());
    m_request->takeIconsFromTheme();
    m_scopes->tree().goToFirstScope();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    // A window that is only drawn into a picture is never painted by itself.
    if (testAttribute(Qt::WA_DontShowOnScreen))
        QMetaObject::invokeMethod(this, &MainWindow::completeStart, Qt::QueuedConnection);
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!m_isStarted)
        QMetaObject::invokeMethod(this, &MainWindow::completeStart, Qt::QueuedConnection);
}

void MainWindow::layOut()
{
    m_rows->addWidget(m_tabs);
    m_below->addWidget(m_details);
    m_rows->addWidget(m_below);
    m_rows->setStretchFactor(0, 1);
    m_left->addWidget(m_rows);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_request);
    m_columns->setStretchFactor(0, 1);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->addWidget(m_notices);
    layout->addWidget(&m_tabs->searchRow());
    layout->addWidget(m_columns, 1);
    layout->setContentsMargins(6, 6, 6, 0);
    setCentralWidget(content);
    statusBar()->setAccessibleName(tr("Status"));

    m_scopes->setWhatsThis(
        tr("These are the scopes that the provider documents, by topic. The search box filters them: all words must match, "
           "in any text, endpoint or field. Space ticks the selected scopes: ticked ones are in the request."));
    m_details->setWhatsThis(tr("This is all that is known of the current scope or topic, each fact with its source and date."));
    m_request->setWhatsThis(tr("This is what you ask for: the scopes in their order, and below them the string to copy, in the "
                               "format that you choose. Scopes can be typed, pasted, dragged here and moved."));
}

void MainWindow::arrange(const QSize& size)
{
    resize(size);
    m_columns->setSizes({size.width() * 72 / 100, size.width() * 28 / 100});
    // A large font makes rows so high that the tree needs more of the room to show one whole.
    const int below = size.height() * (fontMetrics().height() > 24 ? 22 : 30) / 100;
    m_rows->setSizes({size.height() - below, below});
}

void MainWindow::restore()
{
    const QSize available = screen()->availableGeometry().size();
    arrange(firstSize.boundedTo(available - QSize(20, 40))); // which the window's frame needs
    if (const QByteArray geometry = m_settings.windowGeometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    restorePanes();

    const QString format = m_settings.formatId();
    if (!format.isEmpty() && m_session.path().isEmpty() && !m_session.isModified() && m_workspace.selection().isEmpty())
        m_workspace.load({.catalog = {}, .format = format, .scopes = {}, .others = {}});
    m_profiles->restore();
    if (const QString message = m_settings.takeMessage(); !message.isEmpty())
        m_notices->add(u"settings"_s, visibleText(message, 2000, true));
}

void MainWindow::restorePanes()
{
    m_columns->restoreState(m_settings.splitterState(columnsKey));
    m_rows->restoreState(m_settings.splitterState(rowsKey));
    const QByteArrayList hidden = m_settings.windowState().split(' ');
    m_details->setVisible(!hidden.contains(hiddenDetails));
    m_request->setVisible(!hidden.contains(hiddenRequest));
    (*m_actions)[ActionId::ShowDetails].setChecked(!m_details->isHidden());
    (*m_actions)[ActionId::ShowRequest].setChecked(!m_request->isHidden());
    if (hidden.contains(endpointsInFront))
        m_tabs->showTab(CatalogTabs::EndpointsTab);
    updateBelow();
    m_scopes->restoreHeader(m_settings.headerState(scopesKey));
    m_scopes->setCollapsedTopics(m_settings.collapsedTopics(m_workspace.catalog().id()));
    const bool marks = m_settings.differenceMarks();
    m_scopes->setDifferencesMarked(marks);
    m_details->setDifferencesMarked(marks);
    (*m_actions)[ActionId::MarkDifferences].setChecked(marks);
    (*m_actions)[ActionId::FullScreen].setChecked(isFullScreen());
}

void MainWindow::remember()
{
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setSplitterState(columnsKey, m_columns->saveState());
    m_settings.setSplitterState(rowsKey, m_rowsWithoutDifference.isEmpty() ? m_rows->saveState() : m_rowsWithoutDifference);
    QByteArrayList hidden;
    if (m_details->isHidden() && !m_bringsDetailsBack)
        hidden.append(hiddenDetails.toByteArray());
    if (m_request->isHidden())
        hidden.append(hiddenRequest.toByteArray());
    if (m_tabs->tab() == CatalogTabs::EndpointsTab)
        hidden.append(endpointsInFront.toByteArray());
    m_settings.setWindowState(hidden.join(' '));
    m_settings.setHeaderState(scopesKey, m_scopes->saveHeader());
    if (m_needs != nullptr)
        rememberEndpoints();
    m_settings.setCollapsedTopics(m_workspace.catalog().id(), m_scopes->collapsedTopics());
    m_settings.setDifferenceMarks(m_scopes->areDifferencesMarked());
    m_settings.save();
}

void MainWindow::updateTitle()
{
    setWindowTitle(tr("%1[*] – %2 – Scope Explorer")
                       .arg(escapedForTitle(m_session.title()), escapedForTitle(visibleText(m_workspace.catalog().name(), 100))));
    setWindowModified(m_session.isModified());
    (*m_actions)[ActionId::Revert].setEnabled(!m_session.path().isEmpty());
}

void MainWindow::showMessage(const QString& text)
{
    constexpr int shownFor = 15'000; // milliseconds
    statusBar()->showMessage(visibleText(text, 300), shownFor);
    for (const auto kind : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(statusBar(), kind);
        QAccessible::updateAccessibility(&event);
    }
}

void MainWindow::setFileChooser(const FileChooser& chooser)
{
    m_requests->setFileChooser(chooser);
    m_catalogs->setFileChooser(chooser);
    m_profiles->setFileChooser(chooser);
    m_overlays->setFileChooser(chooser);
}

void MainWindow::openFile(const QString& path, bool acceptText)
{
    if (isShareLink(path))
        return openLink(path);
    if (acceptText && QFileInfo(path).isDir())
        return showScan({path});
    const FileKind kind = fileKind(path);
    // A table that is not accepted as text asks what its columns hold where that is unclear.
    if (kind == FileKind::Catalog || (kind == FileKind::Table && !acceptText))
        m_catalogs->open(path);
    else if (kind == FileKind::Overlay)
        m_overlays->add(path);
    else if (kind == FileKind::Profile)
        m_profiles->openFile(path);
    else if (kind == FileKind::Recording)
        showScan({path});
    else if ((kind == FileKind::PlainText || kind == FileKind::Table) && acceptText)
        m_request->pasteText(textOfFile(path));
    else
        m_requests->open(path); // which says what is wrong with anything that is no request
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_requests->mayGoOn() || !m_overlays->mayClose()) {
        event->ignore();
        return;
    }
    remember();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (m_actions == nullptr)
        return;
    if (event->type() == QEvent::PaletteChange)
        m_actions->refreshIcons();
    else if (event->type() == QEvent::WindowStateChange)
        (*m_actions)[ActionId::FullScreen].setChecked(isFullScreen());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QList<QUrl> urls = event->mimeData()->urls();
    // The program that the drop is from waits until this returns: questions come later.
    const auto later = [this](const std::function<void()>& act) { QTimer::singleShot(0, this, act); };
    if (urls.isEmpty() || !urls.first().isLocalFile()) {
        const bool onTabs = m_tabs->rect().contains(m_tabs->mapFrom(this, event->position().toPoint()));
        later([this, onTabs, text = event->mimeData()->text()] { takeText(text, onTabs); });
        return;
    }
    later([this, path = urls.first().toLocalFile()] { openFile(path, true); });
    if (urls.size() > 1)
        showMessage(tr("Only the first of the %L1 files is opened: the window shows one request.").arg(urls.size()));
}

} // namespace scopes
