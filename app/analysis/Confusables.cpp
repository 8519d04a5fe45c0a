#include "analysis/Confusables.h"

#include <algorithm>
#include <array>
#include <utility>

namespace scopes {

char16_t lookAlike(char16_t unit)
{
    if (unit >= 0xFF01 && unit <= 0xFF5E) // full-width forms of ASCII
        return static_cast<char16_t>(unit - 0xFEE0);
    // Ascending by the look-alike, for the search.
    static constexpr std::array<std::pair<char16_t, char16_t>, 68> pairs{
        {{0x0131, u'i'}, {0x0192, u'f'}, {0x0251, u'a'}, {0x0261, u'g'}, {0x0269, u'i'}, {0x0391, u'A'}, {0x0392, u'B'},
            {0x0395, u'E'}, {0x0396, u'Z'}, {0x0397, u'H'}, {0x0399, u'I'}, {0x039A, u'K'}, {0x039C, u'M'}, {0x039D, u'N'},
            {0x039F, u'O'}, {0x03A1, u'P'}, {0x03A4, u'T'}, {0x03A5, u'Y'}, {0x03A7, u'X'}, {0x03B1, u'a'}, {0x03B9, u'i'},
            {0x03BD, u'v'}, {0x03BF, u'o'}, {0x03C1, u'p'}, {0x03C5, u'u'}, {0x0405, u'S'}, {0x0406, u'I'}, {0x0408, u'J'},
            {0x0410, u'A'}, {0x0412, u'B'}, {0x0415, u'E'}, {0x041A, u'K'}, {0x041C, u'M'}, {0x041D, u'H'}, {0x041E, u'O'},
            {0x0420, u'P'}, {0x0421, u'C'}, {0x0422, u'T'}, {0x0423, u'Y'}, {0x0425, u'X'}, {0x0430, u'a'}, {0x0435, u'e'},
            {0x043E, u'o'}, {0x0440, u'p'}, {0x0441, u'c'}, {0x0443, u'y'}, {0x0445, u'x'}, {0x0455, u's'}, {0x0456, u'i'},
            {0x0458, u'j'}, {0x04BB, u'h'}, {0x04CF, u'l'}, {0x0501, u'd'}, {0x051B, u'q'}, {0x051D, u'w'}, {0x0585, u'o'},
            {0x2010, u'-'}, {0x2011, u'-'}, {0x2012, u'-'}, {0x2013, u'-'}, {0x2014, u'-'}, {0x2024, u'.'}, {0x201A, u','},
            {0x2236, u':'}, {0x3001, u','}, {0x3002, u'.'}, {0xA789, u':'}, {0xFE52, u'.'}}};
    const auto found =
        std::lower_bound(pairs.begin(), pairs.end(), unit, [](const auto& pair, char16_t wanted) { return pair.first < wanted; });
    return found != pairs.end() && found->first == unit ? found->second : u'\0';
}

bool isHidden(QChar unit)
{
    if (unit.unicode() < 0x7F)
        return unit.unicode() < 0x20;
    switch (unit.category()) {
    case QChar::Other_Format:
    case QChar::Other_Control:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        // Fillers and variation selectors have no shape of their own either.
        return unit.unicode() == 0x115F || unit.unicode() == 0x1160 || unit.unicode() == 0x3164 || unit.unicode() == 0x034F
            || (unit.unicode() >= 0xFE00 && unit.unicode() <= 0xFE0F);
    }
}

QString withoutDisguise(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar unit : text) {
        if (unit.unicode() >= 0x20 && unit.unicode() < 0x7F) {
            result += unit;
        } else if (!isHidden(unit)) {
            const char16_t plain = lookAlike(unit.unicode());
            result += plain != 0 ? QChar(plain) : unit;
        }
    }
    return result;
}

QString foldedName(QStringView text)
{
    return withoutDisguise(text).toLower();
}

QString skeleton(QStringView folded)
{
    QString result;
    result.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar unit = folded[i];
        const QChar next = i + 1 < folded.size() ? folded[i + 1] : QChar();
        if (unit == u'0')
            result += u'o';
        else if (unit == u'1' || unit == u'i' || unit == u'|')
            result += u'l';
        else if (unit == u'5')
            result += u's';
        else if ((unit == u'r' && next == u'n') || (unit == u'v' && next == u'v')) {
            result += unit == u'r' ? u'm' : u'w';
            ++i;
        } else
            result += unit;
    }
    return result;
}

} // namespace scopes
