#include "document/VisibleText.h"
#include "widgets/OverlayFiles.h"

#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <set>
#include <utility>

// What was changed in an overlay and could not be saved: it is kept, offered at the next start, and asked about where neither
// is possible.
namespace scopes {

using namespace Qt::StringLiterals;

namespace {

// Topics of notices.
const QString leftoverNotice = u"overlay-leftover"_s; // NOLINT(cert-err58-cpp)
const QString damagedNotice = u"overlay-leftover-damaged"_s; // NOLINT(cert-err58-cpp)

/// The end of a sentence, which the system's words lack and ours have.
QString withStop(const QString& reason)
{
    return reason.endsWith(u'.') ? reason : reason + u'.';
}

template <typename T>
void addNames(const std::map<QString, T>& before, const std::map<QString, T>& after, const QString& sentence, QStringList& all)
{
    std::set<QString> names;
    for (const auto* side : {&before, &after}) {
        for (const auto& [name, item] : *side)
            names.insert(name);
    }
    for (const QString& name : names)
        all += sentence.arg(visibleText(name, 80));
}

/// 'the note on video.list, the own scope video.draft'.
QString itemsOf(const KeptOverlayEdit& kept)
{
    constexpr qsizetype mostNamed = 3;
    QStringList names;
    addNames(kept.before.notes, kept.after.notes, OverlayFiles::tr("the note on %1"), names);
    addNames(kept.before.scopes, kept.after.scopes, OverlayFiles::tr("the own scope %1"), names);
    addNames(kept.before.settings, kept.after.settings, OverlayFiles::tr("the setting ‘%1’"), names);
    const qsizetype more = names.size() - mostNamed;
    const QString named = names.mid(0, more > 1 ? mostNamed : names.size()).join(u", "_s);
    return more > 1 ? OverlayFiles::tr("%1 and %2 more").arg(named, QLocale().toString(more)) : named;
}

} // namespace

QString OverlayFiles::unsavedNotice(const QString& path)
{
    return u"overlay-unsaved"_s + path;
}

void OverlayFiles::tellNotSaved(const QString& path, const QString& why, const QString& notKept)
{
    const bool isOpen = path == m_session.path();
    QString text = (isOpen ? tr("What you changed is in effect, but %1 could not be written: %2")
                           : tr("What you changed is kept while the program runs, but %1 could not be written: %2"))
                       .arg(shownPath(path), withStop(visibleText(why, 1000)));
    text += u' '
        + (notKept.isEmpty()
                ? tr("It is kept for you, and offered when that catalog is opened again. Make the file and its folder "
                     "writable and try again; the next change does so too.")
                : tr("It cannot be kept for the next start either: %1 Make room, or one of the two writable, and try "
                     "again; or save a copy.")
                      .arg(withStop(visibleText(notKept, 1000))));
    std::vector<NoticeChoice> choices{{tr("Try &Again"), [this, path] { m_session.saveAgain(path); }}};
    if (!notKept.isEmpty()) {
        choices.push_back({tr("Save a &Copy…"), [this, path] {
                               const auto lost = m_session.endangered().find(path);
                               if (lost != m_session.endangered().end() && saveElsewhere(lost->second))
                                   m_session.letGo(path);
                           }});
    }
    m_notices.add(unsavedNotice(path), text, choices);
}

void OverlayFiles::offerLeftovers()
{
    const KeptOverlayEdits::Leftovers found = m_session.leftovers();
    for (const QString& text : found.messages)
        m_notices.add(damagedNotice, text);
    const QString oldest = found.edits.empty() ? QString() : found.edits.front().keptIn;
    const bool isOffered = !oldest.isEmpty() && oldest == std::exchange(m_offered, oldest);
    if (isOffered)
        return; // and perhaps dismissed: it stays for the next start
    m_notices.dismiss(leftoverNotice);
    if (oldest.isEmpty())
        return;
    const KeptOverlayEdit& kept = found.edits.front();
    const auto again = [this] {
        m_offered.clear();
        offerLeftovers();
    };
    m_notices.add(leftoverNotice,
        tr("What you changed on %1 could not be written to %2, and was kept: %3.")
            .arg(QLocale().toString(kept.time.toLocalTime(), QLocale::ShortFormat), shownPath(kept.path), itemsOf(kept)),
        {{tr("Put &Back"),
             [this, again, kept] {
                 putBack(kept);
                 again();
             }},
            {tr("Dis&card"), [again, kept] {
                 KeptOverlayEdits::discard(kept);
                 again();
             }}});
}

/// Asks where the file says something else by now.
void OverlayFiles::putBack(const KeptOverlayEdit& kept)
{
    if (!mayChange())
        return;
    const auto conflicts = scopes::putBack(kept, m_session.overlay(), false).conflicts;
    bool preferKept = false;
    if (!conflicts.empty()) {
        bool isCancelled = false;
        const QString question = conflicts.size() == 1
            ? tr("On 1 item your overlay says something else by now.")
            : tr("On %L1 items your overlay says something else by now.").arg(conflicts.size());
        preferKept = !prefersTheirs(conflicts, question, isCancelled);
        if (isCancelled)
            return;
    }
    const Overlay before = m_session.overlay();
    if (m_session.putBack(kept, preferKept, tr("Put Back Unsaved Changes")) && m_session.overlay() == before)
        Q_EMIT message(tr("Nothing had to be put back: %1 has it already.").arg(shownPath(kept.path)));
}

bool OverlayFiles::mayClose()
{
    const auto endangered = m_session.endangered();
    for (const auto& [path, overlay] : endangered) {
        m_session.saveAgain(path); // there may be room by now
        if (!m_session.endangered().contains(path))
            continue;
        QMessageBox box(&m_window);
        box.setIcon(QMessageBox::Warning);
        box.setWindowTitle(QApplication::applicationDisplayName());
        box.setTextFormat(Qt::PlainText);
        box.setText(tr("What you changed of your notes, own scopes and settings is in no file."));
        const QString reason =
            tr("%1 cannot be written, and what you changed cannot be kept for the next start either. Without a copy elsewhere it "
               "is lost when the window closes.")
                .arg(shownPath(path));
        setPlainReason(box, reason);
        const QPushButton* const elsewhere = box.addButton(tr("Save &Elsewhere…"), QMessageBox::AcceptRole);
        const QPushButton* const discard = box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
        box.setDefaultButton(box.addButton(QMessageBox::Cancel));
        box.exec();
        const bool isSettled = box.clickedButton() == discard || (box.clickedButton() == elsewhere && saveElsewhere(overlay));
        if (!isSettled)
            return false;
        m_session.letGo(path);
    }
    return true;
}

} // namespace scopes
