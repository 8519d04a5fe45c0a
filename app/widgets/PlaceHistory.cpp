#include "widgets/PlaceHistory.h"

namespace scopes {

void PlaceHistory::leave(const Place& now)
{
    m_ahead.clear();
    if (!m_behind.empty() && m_behind.back() == now)
        return;
    m_behind.push_back(now);
    if (m_behind.size() > mostPlaces)
        m_behind.erase(m_behind.begin());
}

std::optional<Place> PlaceHistory::step(std::vector<Place>& from, std::vector<Place>& to, const Place& now)
{
    // A place that is here already is none to go to.
    while (!from.empty() && from.back() == now)
        from.pop_back();
    if (from.empty())
        return {};
    const Place place = from.back();
    from.pop_back();
    to.push_back(now);
    return place;
}

void PlaceHistory::clear()
{
    m_behind.clear();
    m_ahead.clear();
}

} // namespace scopes
