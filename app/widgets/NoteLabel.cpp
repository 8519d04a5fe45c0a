#include "widgets/NoteLabel.h"

#include <QTextDocument>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// A date such as 2026-11-23 keeps together.
bool isInDate(QStringView text, qsizetype at)
{
    return text[at] == u'-' && at > 0 && text[at - 1].isDigit() && at + 1 < text.size() && text[at + 1].isDigit();
}

/// The text with zero-width spaces in its long words.
QString breakable(const QString& text)
{
    constexpr int longWord = 16;
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
    setText(breakable(note));
    setAccessibleName(note);
    setVisible(!note.isEmpty());
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
