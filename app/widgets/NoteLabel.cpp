#include "widgets/NoteLabel.h"

#include <QEvent>
#include <QTextDocument>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int longWord = 16; ///< characters behind which a word may be broken

/// A date such as 2026-11-23 keeps together.
bool isInDate(QStringView text, qsizetype at)
{
    return text[at] == u'-' && at > 0 && text[at - 1].isDigit() && at + 1 < text.size() && text[at + 1].isDigit();
}

/// The text with zero-width spaces in its long words.
QString breakable(const QString& text)
{
    QString broken;
    int length = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        broken += unit;
        length = unit.isSpace() ? 0 : length + 1;
        const bool isPlace = QStringView(u"/.,:_-=&?").contains(unit) && length > 3 && !isInDate(text, at);
        if (unit.isHighSurrogate() || (!isPlace && length < longWord))
            continue;
        broken += u'\u200B';
        length = 0;
    }
    return broken;
}

} // namespace

NoteLabel::NoteLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void NoteLabel::setNote(const QString& note)
{
    m_note = note;
    m_heights.clear();
    setText(breakable(note));
    setAccessibleName(note);
    setVisible(!note.isEmpty());
}

QSize NoteLabel::lineOf(int characters) const
{
    const QMargins margins = contentsMargins();
    const int around = 2 * margin();
    return {characters * fontMetrics().averageCharWidth() + margins.left() + margins.right() + around,
        fontMetrics().height() + margins.top() + margins.bottom() + around};
}

QSize NoteLabel::sizeHint() const
{
    return lineOf(2 * longWord);
}

QSize NoteLabel::minimumSizeHint() const
{
    return lineOf(longWord);
}

int NoteLabel::heightForWidth(int width) const
{
    constexpr int mostWidths = 16;
    const auto known = m_heights.constFind(width);
    if (known != m_heights.cend())
        return *known;
    if (m_heights.size() >= mostWidths)
        m_heights.clear();
    return *m_heights.insert(width, QLabel::heightForWidth(width));
}

void NoteLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_heights.clear();
    QLabel::changeEvent(event);
}

QString toolTipText(const QString& plainText)
{
    return plainText.isEmpty() ? QString() : Qt::convertFromPlainText(plainText, Qt::WhiteSpaceNormal);
}

void setPlainToolTip(QWidget& widget, const QString& text)
{
    widget.setToolTip(toolTipText(text));
    widget.setAccessibleDescription(text);
}

} // namespace scopes
