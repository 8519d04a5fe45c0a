#include "widgets/OverlayFiles.h"

#include "document/VisibleText.h"
#include "widgets/CatalogSettingsDialog.h"
#include "widgets/OverlayDialog.h"
#include "widgets/OwnNoteDialog.h"
#include "widgets/OwnScopeDialog.h"

#include <QApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

// Topics of notices.
const QString unreadNotice = u"overlay-unread"_s; // NOLINT(cert-err58-cpp)

/// The dialog that is there already, in front.
template <typename Dialog>
bool raised(const QWidget& window)
{
    auto* const dialog = window.findChild<Dialog*>();
    if (dialog == nullptr)
        return false;
    dialog->raise();
    dialog->activateWindow();
    return true;
}

} // namespace

OverlayFiles::OverlayFiles(OverlaySession& session, Workspace& workspace, Notices& notices, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_window(window)
{
    connect(&session, &OverlaySession::notSaved, this, &OverlayFiles::tellNotSaved);
    connect(&session, &OverlaySession::notChanged, this, [this](const QString& path, const Problems& problems) {
        // Above the dialog that stays open.
        QWidget* const dialog = QApplication::activeModalWidget();
        showProblems(dialog != nullptr ? *dialog : m_window,
            tr("Nothing was changed: the overlay cannot be read any more. Mend the file, and try again."), path, problems);
    });
    connect(&session, &OverlaySession::readAgain, this, [this] {
        if (m_session.isReadable())
            Q_EMIT message(tr("%1 was changed by another program; your notes and own scopes have been read again.")
                               .arg(visibleText(QFileInfo(m_session.path()).fileName(), 200)));
    });
    connect(&session, &OverlaySession::saved, this, [this](const QString& path) {
        m_notices.dismiss(unsavedNotice(path));
        if (path != m_session.path())
            return;
        m_isAwaited = m_session.isApplying();
        Q_EMIT message(m_isAwaited ? tr("Your change was saved and is being put into this large catalog…")
                                   : tr("Your change was saved in %1.").arg(visibleText(QFileInfo(path).fileName(), 200)));
    });
    connect(&session, &OverlaySession::taken, this, [this] {
        m_isAwaited = false;
        m_added.clear();
        offerLeftovers();
    });
    connect(&session, &OverlaySession::applied, this, [this] {
        if (std::exchange(m_isAwaited, false))
            Q_EMIT message(tr("The catalog has your change now."));
        if (const QString added = std::exchange(m_added, {}); m_workspace.catalog().find(added) != noId)
            Q_EMIT scopeAdded(added);
    });
    connect(&workspace, &Workspace::catalogChanged, this, &OverlayFiles::tellProblems);
    tellProblems();
    offerLeftovers();
}

QString OverlayFiles::shownPath(const QString& path)
{
    return visibleText(QDir::toNativeSeparators(path), 300);
}

QString OverlayFiles::today()
{
    return QDate::currentDate().toString(Qt::ISODate);
}

void OverlayFiles::tellProblems()
{
    const Problems& problems = m_session.problems();
    if (m_session.isReadable()) {
        m_notices.dismiss(unreadNotice);
        return;
    }
    m_notices.add(unreadNotice,
        tr("Your notes, own scopes and settings for this catalog cannot be read, so the catalog is shown without them. The file "
           "stays as it is. %1")
            .arg(visibleText(toString(problems, shownPath(m_session.path()), 2), 1500, true)),
        {{tr("&Try Again"), [this] { m_session.reload(); }}, {tr("Show &All…"), [this] {
                                                                  showProblems(m_window, tr("The overlay cannot be read."),
                                                                      m_session.path(), m_session.problems());
                                                              }}});
}

bool OverlayFiles::mayChange()
{
    if (m_session.isReadable())
        return true;
    showProblems(m_window,
        tr("Nothing can be added to this catalog until its overlay can be read again. Mend the file, or move it away."),
        m_session.path(), m_session.problems());
    return false;
}

/// Makes the change, and says so where it is not to be seen: the catalog may have been left since the user began.
bool OverlayFiles::save(const OverlayPlace& place, const Overlay& before, const Overlay& after, const QString& undoText,
    const std::function<void()>& besides)
{
    if (!m_session.change(place, before, after, undoText, besides))
        return false;
    if (place != m_session.place())
        Q_EMIT message(
            tr("Your change is in %1, which does not belong to the catalog that is open now.").arg(shownPath(place.path)));
    return true;
}

void OverlayFiles::showSettings()
{
    if (!mayChange() || raised<CatalogSettingsDialog>(m_window))
        return;
    auto* const dialog =
        new CatalogSettingsDialog(m_session.base(), m_session.overlay(), shownPath(m_session.path()), today(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSave([this, dialog, base = m_session.base(), place = m_session.place(), before = m_session.overlay()] {
        const Overlay after = dialog->overlay();
        std::function<void()> besides;
        // Who asked for the provider's format has it still.
        const auto own = after.settings.find(u"separator"_s);
        const QString format = Workspace::formatIdOf(own != after.settings.end() ? own->second.text : base->separator());
        if (place == m_session.place() && m_workspace.formatId() == m_workspace.providersFormatId()
            && format != m_workspace.formatId())
            besides = [this, format] { m_workspace.setFormat(format); };
        return save(place, before, after, tr("Change the Catalog Settings"), besides);
    });
    dialog->open();
}

void OverlayFiles::editNote(const QString& scope)
{
    if (scope.isEmpty()) {
        Q_EMIT message(tr("Choose a scope first: the note is on the one whose details are shown."));
        return;
    }
    if (!mayChange())
        return;
    auto* const dialog = new OwnNoteDialog(m_session.overlay(), scope, today(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSave([this, dialog, scope, place = m_session.place(), before = m_session.overlay()] {
        return save(place, before, dialog->overlay(), tr("Change the Note on %1").arg(visibleText(scope, 80)));
    });
    dialog->open();
}

void OverlayFiles::editScope(const QString& name)
{
    if (!mayChange())
        return;
    auto* const dialog = new OwnScopeDialog(m_session.base(), m_session.overlay(), name, today(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSave([this, dialog, place = m_session.place(), before = m_session.overlay()] {
        const QString added = dialog->name();
        const bool isNew = !before.scopes.contains(added);
        const QString step = isNew ? tr("Add Own Scope %1") : tr("Change Own Scope %1");
        if (!save(place, before, dialog->overlay(), step.arg(visibleText(added, 80))))
            return false;
        if (!isNew || place != m_session.place())
            return true;
        if (m_session.isApplying())
            m_added = added;
        else
            Q_EMIT scopeAdded(added);
        return true;
    });
    dialog->open();
}

void OverlayFiles::showAll()
{
    if (raised<OverlayDialog>(m_window))
        return;
    auto* const dialog = new OverlayDialog(m_session, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OverlayDialog::noteRequested, this, &OverlayFiles::editNote);
    connect(dialog, &OverlayDialog::scopeRequested, this, &OverlayFiles::editScope);
    connect(dialog, &OverlayDialog::settingsRequested, this, &OverlayFiles::showSettings);
    connect(dialog, &OverlayDialog::copyRequested, this, &OverlayFiles::saveCopy);
    connect(dialog, &OverlayDialog::mergeRequested, this, &OverlayFiles::addAnothers);
    dialog->open();
}

void OverlayFiles::saveCopy()
{
    saveElsewhere(m_session.overlay());
}

/// Has the user name a file. False: there is no copy.
bool OverlayFiles::saveElsewhere(const Overlay& overlay)
{
    const QString suggestion = QDir::homePath() + u'/' + overlay.catalog + u".overlay.json"_s;
    const QString path = m_chooser.overlayToSave(m_window, suggestion);
    if (path.isEmpty())
        return false;
    if (const QString why = writeOverlay(path, overlay); !why.isEmpty()) {
        showProblem(m_window, tr("The copy was not saved."), tr("%1: %2").arg(shownPath(path), why));
        return false;
    }
    Q_EMIT message(tr("Saved a copy as %1.").arg(shownPath(path)));
    return true;
}

void OverlayFiles::addAnothers()
{
    if (const QString path = m_chooser.overlayToOpen(m_window, QDir::homePath()); !path.isEmpty())
        add(path);
}

void OverlayFiles::add(const QString& path)
{
    if (!mayChange())
        return;
    const OverlayPlace place = m_session.place();
    const Overlay mine = m_session.overlay();
    if (QFileInfo(path) == QFileInfo(place.path)) {
        Q_EMIT message(tr("%1 is the overlay of the catalog that is open, and in effect already.").arg(shownPath(path)));
        return;
    }
    const auto theirs = readOverlayFile(path);
    if (!theirs) {
        showProblems(m_window, tr("The overlay was not added; yours stays as it is."), path, theirs.problems);
        return;
    }
    if (!isWantedHere(*theirs.value, path))
        return;
    OverlayMerge merged = merge(mine, *theirs.value, false);
    bool isCancelled = false;
    const auto count = merged.conflicts.size();
    const QString question = count == 1 ? tr("On 1 item the two overlays say different things.")
                                        : tr("On %L1 items the two overlays say different things.").arg(count);
    if (!merged.conflicts.empty() && prefersTheirs(merged.conflicts, question, isCancelled))
        merged = merge(mine, *theirs.value, true);
    if (isCancelled)
        return;
    const QString step = tr("Add the Overlay %1").arg(visibleText(QFileInfo(path).fileName(), 80));
    if (!save(place, mine, merged.merged, step) || place != m_session.place())
        return;
    Q_EMIT message(merged.added == 1 ? tr("Added 1 item from %1.").arg(shownPath(path))
                                     : tr("Added %1 items from %2.").arg(QLocale().toString(merged.added), shownPath(path)));
}

/// Asks before an overlay is added to a catalog that it was not made for.
bool OverlayFiles::isWantedHere(const Overlay& theirs, const QString& path)
{
    const ScopeCatalog& open = *m_session.base();
    if (theirs.catalog.isEmpty() || theirs.catalog == open.id())
        return true;
    QMessageBox box(&m_window);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(QApplication::applicationDisplayName());
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("This overlay was made for another catalog."));
    const QString reason =
        tr("%1 belongs to the catalog “%2”, and “%3” is open, which is “%4”. To have its notes where they belong, "
           "open that catalog first.")
            .arg(shownPath(path), visibleText(theirs.catalog, 100), visibleText(open.id(), 100), visibleText(open.name(), 100));
    setPlainReason(box, reason);
    const QPushButton* const anyway = box.addButton(tr("&Add Anyway"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == anyway;
}

/// Shows where the two differ, and asks whose word counts.
bool OverlayFiles::prefersTheirs(const std::vector<OverlayConflict>& conflicts, const QString& question, bool& isCancelled)
{
    QStringList lines;
    for (const OverlayConflict& conflict : conflicts)
        lines += tr("%1\n  yours: %2\n  theirs: %3")
                     .arg(visibleText(conflict.name, 200), visibleText(conflict.mine, 500), visibleText(conflict.theirs, 500));
    QMessageBox box(&m_window);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(QApplication::applicationDisplayName());
    box.setTextFormat(Qt::PlainText);
    box.setText(question);
    constexpr qsizetype mostShown = 3;
    const QString shown = QStringList(lines.mid(0, mostShown)).join(u"\n"_s);
    setPlainReason(box, shown);
    if (lines.size() > mostShown)
        box.setDetailedText(lines.join(u"\n"_s));
    const QPushButton* const mine = box.addButton(tr("Keep &Mine"), QMessageBox::AcceptRole);
    const QPushButton* const theirs = box.addButton(tr("Take &Theirs"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.exec();
    isCancelled = box.clickedButton() != mine && box.clickedButton() != theirs;
    return box.clickedButton() == theirs;
}

} // namespace scopes
