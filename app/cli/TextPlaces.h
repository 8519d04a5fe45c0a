#pragma once

#include "document/TextRange.h"

#include <QStringView>

#include <vector>

namespace scopes {

/// Lines and columns from 1; columns count UTF-16 units.
struct TextPlace
{
    int line = 1;
    int column = 1;
};

/// Where the lines of a text begin: for many questions about places in it. A line ends with a line feed.
class TextPlaces
{
public:
    explicit TextPlaces(QStringView text);

    /// The place of a unit; offsets past the end give the end.
    TextPlace at(int offset) const;

private:
    std::vector<int> m_starts;
    int m_size = 0;
};

} // namespace scopes
