#include "widgets/OwnNoteDialog.h"

#include "document/VisibleText.h"
#include "widgets/NoteLabel.h"
#include "widgets/SaveButtons.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace scopes {

OwnNoteDialog::OwnNoteDialog(const Overlay& overlay, const QString& scope, QString today, QWidget* parent)
    : SavingDialog(parent)
    , m_overlay(overlay)
    , m_scope(scope)
    , m_today(std::move(today))
    , m_text(new QPlainTextEdit)
{
    setWindowTitle(tr("Your Note"));
    auto* const about = new NoteLabel(this);
    const auto known = overlay.notes.find(scope);
    const bool isNew = known == overlay.notes.end();
    about->setNote(isNew ? tr("What you want to remember of %1:").arg(visibleText(scope, 200))
                         : tr("Your note on %1, written %2. Without text it is taken out.")
                               .arg(visibleText(scope, 200), visibleText(known->second.date, 20)));
    m_text->setAccessibleName(tr("Your note"));
    m_text->setTabChangesFocus(true);
    if (!isNew)
        m_text->setPlainText(known->second.text);
    auto* const buttons = saveButtons(*this);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    m_text->setFocus();
    const int line = fontMetrics().height();
    resize(28 * line, 14 * line);
}

Overlay OwnNoteDialog::overlay() const
{
    Overlay after = m_overlay;
    const QString text = m_text->toPlainText().trimmed();
    const auto known = m_overlay.notes.find(m_scope);
    if (text.isEmpty())
        after.notes.erase(m_scope);
    else if (known == m_overlay.notes.end() || known->second.text != text) {
        OwnText& note = after.notes[m_scope];
        note.text = text;
        note.date = m_today;
    }
    return after;
}

} // namespace scopes
