#include "cli/TextPlaces.h"

#include <algorithm>

namespace scopes {

TextPlaces::TextPlaces(QStringView text)
    : m_starts{0}
    , m_size(static_cast<int>(text.size()))
{
    for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1))
        m_starts.push_back(static_cast<int>(at) + 1);
}

TextPlace TextPlaces::at(int offset) const
{
    const int inside = std::clamp(offset, 0, m_size);
    const auto line = std::upper_bound(m_starts.begin(), m_starts.end(), inside) - 1;
    return {static_cast<int>(line - m_starts.begin()) + 1, inside - *line + 1};
}

} // namespace scopes
