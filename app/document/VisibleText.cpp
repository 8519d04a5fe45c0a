#include "document/VisibleText.h"

#include <QChar>

namespace scopes {

using namespace Qt::StringLiterals;

bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return character != U' ';
    default:
        // Fillers and variation selectors are letters and marks to Unicode, but show nothing.
        return character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x17B4 || character == 0x17B5
            || (character >= 0x180B && character <= 0x180F) || character == 0x2800 || character == 0x3164 || character == 0xFFA0
            || (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
    }
}

QString visibleText(QStringView text, qsizetype limit, bool keepLines)
{
    QString shown;
    shown.reserve(qMin(text.size(), limit) + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit >= u' ' && unit <= u'~' && i < limit) { // nearly all of nearly every text
            shown += unit;
            continue;
        }
        const bool pair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (i + (pair ? 2 : 1) > limit) {
            shown += u'…';
            break;
        }
        const char32_t character = pair ? QChar::surrogateToUcs4(unit, text[i + 1]) : unit.unicode();
        const bool kept = keepLines && (character == U'\n' || character == U'\t');
        if (kept || !isInvisible(character))
            shown += pair ? text.mid(i, 2) : text.mid(i, 1);
        else
            shown += u"⟨U+%1⟩"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
        if (pair)
            ++i;
    }
    return shown;
}

} // namespace scopes
