#pragma once

#include <QString>

namespace scopes {

/// Text from outside made safe to show: control, bidirectional and other invisible characters become ⟨U+XXXX⟩, and what is
/// longer than @p limit UTF-16 units is cut with an ellipsis. Line feeds and tabs stay only if @p keepLines is true.
QString visibleText(QStringView text, qsizetype limit = 2000, bool keepLines = false);

/// True if the character cannot be seen or changes how its neighbours are laid out: Unicode control and format characters,
/// line and paragraph separators, every space but U+0020, unassigned and private code points.
bool isInvisible(char32_t character);

} // namespace scopes
