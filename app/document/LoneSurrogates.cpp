#include "document/LoneSurrogates.h"

#include <cstring>

namespace scopes {

namespace {

constexpr qsizetype escapeSize = 6;

/// The code unit of the escape that begins at @p place; -1 if none begins there.
int codeUnitAt(const QByteArray& json, qsizetype place)
{
    if (json.size() - place < escapeSize || json[place] != '\\' || json[place + 1] != 'u')
        return -1;
    bool isNumber = false;
    const int unit = json.sliced(place + 2, 4).toInt(&isNumber, 16);
    return isNumber ? unit : -1;
}

bool isHigh(int unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLow(int unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

} // namespace

std::optional<qsizetype> replaceLoneSurrogates(QByteArray& json)
{
    std::optional<qsizetype> first;
    for (qsizetype place = json.indexOf('\\'); place >= 0; place = json.indexOf('\\', place)) {
        const int unit = codeUnitAt(json, place);
        if (unit < 0) {
            // The character behind a backslash belongs to it, another backslash too.
            place += 2;
        } else if (isHigh(unit) && isLow(codeUnitAt(json, place + escapeSize))) {
            place += 2 * escapeSize;
        } else {
            if (isHigh(unit) || isLow(unit)) {
                std::memcpy(json.data() + place + 2, "fffd", 4);
                first = first.value_or(place);
            }
            place += escapeSize;
        }
        if (place >= json.size())
            break;
    }
    return first;
}

} // namespace scopes
