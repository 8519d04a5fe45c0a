#include "widgets/AboutDialog.h"
#include "widgets/CatalogPane.h"
#include "widgets/CatalogTabs.h"
#include "widgets/CatalogTreeView.h"
#include "widgets/CommandPalette.h"
#include "widgets/DetailsPane.h"
#include "widgets/DifferencePane.h"
#include "widgets/MainWindow.h"
#include "widgets/RequestListView.h"
#include "widgets/RequestPane.h"
#include "widgets/ScopesPane.h"
#include "widgets/ShortcutSheet.h"

#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QUndoView>
#include <QVBoxLayout>
#include <QWhatsThis>

namespace scopes {

namespace {

QString withName(const char* verb, const QString& change)
{
    const QString text = QCoreApplication::translate("Actions", verb);
    return change.isEmpty() ? text : text + u' ' + escapedForMenu(change);
}

/// True if the widget is of that kind, which then has copied its selected text.
template <typename TextWidget>
bool copyFrom(QWidget& widget)
{
    auto* text = qobject_cast<TextWidget*>(&widget);
    if (text != nullptr)
        text->copy();
    return text != nullptr;
}

} // namespace

void MainWindow::on(ActionId id, const std::function<void()>& act)
{
    connect(&(*m_actions)[id], &QAction::triggered, this, act);
}

void MainWindow::connectPanes()
{
    connect(m_request, &RequestPane::scopeActivated, this, [this](const QString& name) {
        (*m_actions)[ActionId::ShowInspect].setChecked(false);
        m_tabs->showScope(name);
    });
    m_request->setInspector([this](const QString& text) { return inspectFirst(text); });
    connect(m_details, &DetailsPane::message, this, &MainWindow::showMessage);
    connect(m_request, &RequestPane::message, this, &MainWindow::showMessage);
    connect(m_requests, &RequestFiles::message, this, &MainWindow::showMessage);
}

void MainWindow::followPanes()
{
    connect(&m_workspace, &Workspace::formatChanged, this, [this] {
        const QString& format = m_workspace.formatId();
        m_settings.setFormatId(format == m_workspace.providersFormatId() ? QString() : format);
    });
    connect(&m_workspace, &Workspace::catalogAboutToChange, this,
        [this] { m_settings.setCollapsedTopics(m_workspace.catalog().id(), m_scopes->collapsedTopics()); });
    connect(&m_workspace, &Workspace::catalogChanged, this,
        [this] { m_scopes->setCollapsedTopics(m_settings.collapsedTopics(m_workspace.catalog().id())); });
}

void MainWindow::connectFileActions()
{
    on(ActionId::New, [this] { m_requests->startNew(); });
    on(ActionId::Open, [this] {
        if (const QString path = m_requests->chooseFile(); !path.isEmpty())
            openFile(path);
    });
    on(ActionId::Save, [this] { m_requests->save(); });
    on(ActionId::SaveAs, [this] { m_requests->saveAs(); });
    on(ActionId::Revert, [this] { m_requests->revert(); });
    on(ActionId::Quit, [this] { close(); });
    QMenu& recent = m_actions->submenu(ActionId::OpenRecent);
    connect(&recent, &QMenu::aboutToShow, this, [this, &recent] { m_requests->fillRecent(recent); });
}

void MainWindow::connectEditActions()
{
    on(ActionId::Undo, [this] { m_workspace.undoStack().undo(); });
    on(ActionId::Redo, [this] { m_workspace.undoStack().redo(); });
    on(ActionId::UndoHistory, [this] { showUndoHistory(); });
    on(ActionId::CopyString, [this] { m_request->copyString(); });
    on(ActionId::Copy, [this] { copyFromFocus(); });
    on(ActionId::Paste, [this] { paste(); });
    on(ActionId::Find, [this] {
        (*m_actions)[ActionId::ShowInspect].setChecked(false);
        m_tabs->pane().focusSearch();
    });
    on(ActionId::TickShown, [this] { m_tabs->pane().tickShown(); });
    on(ActionId::UntickShown, [this] { m_tabs->pane().untickShown(); });
    on(ActionId::InvertShown, [this] { m_tabs->pane().invertShown(); });
    on(ActionId::AddScope, [this] {
        (*m_actions)[ActionId::ShowRequest].setChecked(true);
        m_request->focusAdd();
    });
    on(ActionId::RemoveSelected, [this] { m_request->removeSelected(); });
    on(ActionId::MoveUp, [this] { m_request->moveSelectedUp(); });
    on(ActionId::MoveDown, [this] { m_request->moveSelectedDown(); });
    on(ActionId::ClearRequest, [this] { clearRequest(); });
    // These keys mean something else in the scopes, in text and in the format's box.
    auto* list = m_request->findChild<RequestListView*>();
    for (const ActionId id : {ActionId::RemoveSelected, ActionId::MoveUp, ActionId::MoveDown}) {
        (*m_actions)[id].setShortcutContext(Qt::WidgetShortcut);
        list->addAction(&(*m_actions)[id]);
    }
}

void MainWindow::connectViewActions()
{
    connect(&(*m_actions)[ActionId::ShowDetails], &QAction::toggled, m_details, &QWidget::setVisible);
    connect(&(*m_actions)[ActionId::ShowRequest], &QAction::toggled, m_request, &QWidget::setVisible);
    connect(&(*m_actions)[ActionId::MarkDifferences], &QAction::toggled, this, [this](bool marked) {
        m_scopes->setDifferencesMarked(marked);
        m_details->setDifferencesMarked(marked);
    });
    on(ActionId::ExpandAll, [this] { m_tabs->pane().expandAll(); });
    on(ActionId::CollapseAll, [this] { m_tabs->pane().collapseAll(); });
    on(ActionId::CatalogOrder, [this] { m_tabs->pane().sortAsInCatalog(); });
    connect(&(*m_actions)[ActionId::ShowInspect], &QAction::toggled, this, &MainWindow::showInspect);
    on(ActionId::StepBack, [this] {
        if ((*m_actions)[ActionId::ShowInspect].isChecked())
            (*m_actions)[ActionId::ShowInspect].setChecked(false);
        else if (!stepBackInDifference())
            m_tabs->pane().stepBack();
    });
    on(ActionId::ShowConsent, [this] { showConsent(); });
    on(ActionId::ShowAuthorization, [this] { showAuthorization(); });
    on(ActionId::ReviewSheet, [this] { showReview(); });
    on(ActionId::CopyLink, [this] { copyLink(); });
    on(ActionId::Export, [this] { showExport(); });
    on(ActionId::Palette, [this] { showPalette(); });
    on(ActionId::FullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    QMenu& columns = m_actions->submenu(ActionId::Columns);
    connect(&columns, &QMenu::aboutToShow, this, [this, &columns] {
        columns.clear();
        m_tabs->pane().treeView().fillColumnMenu(columns);
    });
}

void MainWindow::connectHelpActions()
{
    on(ActionId::Contents, [this] { showHelpForFocus(); });
    on(ActionId::WhatsThis, [] { QWhatsThis::enterWhatsThisMode(); });
    on(ActionId::About, [this] { AboutDialog::ofProgram(m_workspace.catalog(), this)->open(); });
    on(ActionId::AboutCatalog, [this] { AboutDialog::ofCatalog(m_workspace.catalog(), this)->open(); });
    on(ActionId::Shortcuts, [this] {
        auto* sheet = new ShortcutSheet(*m_actions, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->show();
    });
}

void MainWindow::followUndoStack()
{
    const QUndoStack& stack = m_workspace.undoStack();
    connect(&stack, &QUndoStack::indexChanged, this, &MainWindow::updateUndoActions);
    connect(&stack, &QUndoStack::cleanChanged, this, &MainWindow::updateUndoActions);
    connect(&m_workspace, &Workspace::selectionChanged, this, &MainWindow::updateUndoActions);
    updateUndoActions();
}

void MainWindow::updateUndoActions()
{
    const QUndoStack& stack = m_workspace.undoStack();
    QAction& undo = (*m_actions)[ActionId::Undo];
    undo.setEnabled(stack.canUndo());
    undo.setText(withName("&Undo", stack.undoText()));
    QAction& redo = (*m_actions)[ActionId::Redo];
    redo.setEnabled(stack.canRedo());
    redo.setText(withName("&Redo", stack.redoText()));
    (*m_actions)[ActionId::ClearRequest].setEnabled(!m_workspace.selection().isEmpty());
}

void MainWindow::copyFromFocus()
{
    QWidget* target = focusWidget();
    if (target == nullptr)
        return;
    if (copyFrom<QLineEdit>(*target) || copyFrom<QTextEdit>(*target) || copyFrom<QPlainTextEdit>(*target))
        return;
    if (m_difference != nullptr && m_difference->isAncestorOf(target))
        m_difference->copyRows();
    else if (!m_request->isAncestorOf(target))
        m_tabs->pane().copySelection();
    else if (!m_request->copySelected())
        showMessage(tr("No row of the request is selected, so nothing was copied."));
}

void MainWindow::clearRequest()
{
    const auto count = m_workspace.selection().size();
    m_workspace.replaceScopes({});
    showMessage(count == 1 ? tr("Took the scope out of the request; Undo brings it back.")
                           : tr("Took all %L1 scopes out of the request; Undo brings them back.").arg(count));
}

void MainWindow::showPalette()
{
    m_actions->loadIcons();
    if (m_palette == nullptr) {
        m_palette = new CommandPalette(m_workspace, m_actions->all(), *this);
        connect(m_palette, &CommandPalette::scopeChosen, this, &MainWindow::chooseScope);
    }
    m_palette->popUp();
}

void MainWindow::chooseScope(const QString& name, bool toggle)
{
    (*m_actions)[ActionId::ShowInspect].setChecked(false);
    const bool isRequested = m_workspace.selection().contains(name);
    if (toggle && isRequested)
        m_workspace.removeScopes({name});
    else if (toggle)
        m_workspace.addScopes({name});
    m_tabs->showScope(name);
    if (toggle)
        showMessage(isRequested ? tr("Took %1 out of the request.").arg(name) : tr("Added %1 to the request.").arg(name));
}

void MainWindow::showUndoHistory()
{
    if (m_undoHistory == nullptr) {
        auto* dialog = new QDialog(this);
        dialog->setWindowTitle(tr("Undo History"));
        auto* view = new QUndoView(&m_workspace.undoStack(), dialog);
        view->setEmptyLabel(tr("As opened"));
        view->setAccessibleName(tr("Changes of the request"));
        auto* layout = new QVBoxLayout(dialog);
        layout->addWidget(view);
        m_undoHistory = dialog;
    }
    m_undoHistory->show();
    m_undoHistory->raise();
    m_undoHistory->activateWindow();
}

void MainWindow::showHelpForFocus()
{
    for (QWidget* widget = focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (!widget->whatsThis().isEmpty()) {
            QWhatsThis::showText(widget->mapToGlobal(widget->rect().center()), widget->whatsThis(), widget);
            return;
        }
    }
    showMessage(tr("Go to a part of the window with Tab and press F1 again; What's This explains what is clicked."));
}

} // namespace scopes
