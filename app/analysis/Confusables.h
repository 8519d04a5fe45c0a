#pragma once

#include <QString>
#include <QStringView>

namespace scopes {

/// The ASCII letter, digit or mark that a character looks like (Cyrillic, Greek, full-width and other look-alikes, Unicode
/// Technical Standard 39); NUL if none.
char16_t lookAlike(char16_t unit);

/// True for characters that cannot be seen within a name: zero-width, bidirectional control and other format characters,
/// controls, and spaces other than U+0020.
bool isHidden(QChar unit);

/// The text without hidden characters and with look-alikes replaced.
QString withoutDisguise(QStringView text);

/// The same, in lower case.
QString foldedName(QStringView text);

/// @p folded with what looks alike within ASCII made the same: 0 and o, 1 and l and i, 5 and s, rn and m, vv and w.
QString skeleton(QStringView folded);

} // namespace scopes
