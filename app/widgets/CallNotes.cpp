#include "widgets/CallNotes.h"

#include "widgets/NoteLabel.h"

#include <QAccessible>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace scopes {

namespace {

constexpr int mostLines = 4; ///< beyond, the list scrolls

} // namespace

CallNotes::CallNotes(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new NoteLabel(this))
    , m_list(new QPlainTextEdit(this))
    , m_button(new QToolButton(this))
{
    m_list->setReadOnly(true);
    m_list->setAccessibleName(tr("Not recognised"));
    m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_list->setTabChangesFocus(true);
    connect(m_button, &QToolButton::clicked, this, &CallNotes::press);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_sentence, 0, 0);
    grid->addWidget(m_button, 0, 1, Qt::AlignTop);
    grid->addWidget(m_list, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    hide();
}

void CallNotes::show(const QString& sentence, const QStringList& unrecognised)
{
    setSentence(sentence, false);
    m_list->setPlainText(unrecognised.join(u'\n'));
    m_list->setVisible(!unrecognised.isEmpty());
    const int lines = std::min(mostLines, static_cast<int>(unrecognised.size()));
    m_list->setFixedHeight((lines + 1) * m_list->fontMetrics().lineSpacing());
}

void CallNotes::showReading(const QString& sentence)
{
    setSentence(sentence, true);
    m_list->hide();
}

void CallNotes::setSentence(const QString& sentence, bool isReading)
{
    m_isReading = isReading;
    m_button->setText(isReading ? tr("Stop") : tr("Dismiss"));
    m_button->setAccessibleName(isReading ? tr("Stop reading the text") : tr("Dismiss the note on calls"));
    m_sentence->setNote(sentence);
    setVisible(true);
    QAccessibleEvent event(m_sentence, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void CallNotes::dismiss()
{
    m_isReading = false;
    m_list->clear();
    hide();
}

QString CallNotes::sentence() const
{
    return isHidden() ? QString() : m_sentence->note();
}

void CallNotes::press()
{
    if (m_isReading)
        Q_EMIT stopRequested();
    dismiss();
}

} // namespace scopes
