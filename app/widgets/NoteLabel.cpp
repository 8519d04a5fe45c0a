#include "widgets/NoteLabel.h"

#include <QTextDocument>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// The text with zero-width spaces in its long words.
QString breakable(const QString& text)
{
    constexpr int longWord = 16;
    QString broken;
    int length = 0;
    for (const QChar unit : text) {
        broken += unit;
        length = unit.isSpace() ? 0 : length + 1;
        const bool isPlace = QStringView(u"/.,:_-=&?").contains(unit) && length > 3;
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
