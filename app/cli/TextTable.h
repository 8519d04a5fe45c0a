#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// A table in plain text: columns side by side, two spaces between them, no space at the end of a line.
/// @p columns is the width to fit into: the widest columns are then wrapped, between words only, so that a name can be copied
/// whole, and nothing is ever left out; lines may still be longer. 0: each row is one line. Widths are in code points.
QString textTable(const std::vector<QStringList>& rows, int columns = 0);

} // namespace scopes
