#include "models/EndpointRows.h"

#include <algorithm>
#include <utility>

namespace scopes {

void EndpointRows::show(
    const std::vector<EndpointId>& order, const PartSet& shown, const CallParts& parts, const ScopeCatalog& catalog)
{
    m_headings.clear();
    m_calls.clear();
    m_members.clear();
    m_places.assign(catalog.endpoints().size(), -1);
    m_calls.reserve(order.size());
    for (const EndpointId endpoint : order) {
        const int call = parts.callOf(endpoint);
        if (!shown.contains(call))
            continue;
        const LabelId label = catalog.callGrouping(endpoint).heading;
        const auto place = static_cast<int>(m_calls.size());
        if (m_headings.empty() || m_headings.back().label != label)
            m_headings.push_back({label, place, 0});
        ++m_headings.back().callCount;
        m_places[static_cast<std::size_t>(endpoint)] = place;
        const auto firstMember = static_cast<int>(m_members.size());
        for (int member = call + 1; member < parts.endOf(call); ++member) {
            if (shown.contains(member))
                m_members.push_back(member);
        }
        m_calls.push_back(
            {call, static_cast<int>(m_headings.size()) - 1, firstMember, static_cast<int>(m_members.size()) - firstMember});
    }
}

int EndpointRows::rowOfMember(const ShownCall& call, int part) const
{
    const auto first = m_members.begin() + call.firstMember;
    const auto last = first + call.memberCount;
    const auto place = std::lower_bound(first, last, part);
    return place != last && *place == part ? static_cast<int>(place - first) : -1;
}

std::vector<EndpointId> callsByHeading(const ScopeCatalog& catalog)
{
    // How many calls each heading has, the unknown one being the first, and the headings as they are first mentioned.
    std::vector<std::size_t> places(catalog.endpointHeadings().size() + 1, 0);
    std::vector<std::size_t> mentioned;
    const auto headingOf = [&](EndpointId endpoint) {
        const int heading = catalog.callGrouping(endpoint).heading + 1;
        return static_cast<std::size_t>(heading);
    };
    const auto count = static_cast<EndpointId>(catalog.endpoints().size());
    for (EndpointId id = 0; id < count; ++id) {
        if (places[headingOf(id)]++ == 0)
            mentioned.push_back(headingOf(id));
    }
    std::size_t end = 0;
    for (const std::size_t heading : mentioned)
        end += std::exchange(places[heading], end);
    std::vector<EndpointId> order(end);
    for (EndpointId id = 0; id < count; ++id)
        order[places[headingOf(id)]++] = id;
    return order;
}

} // namespace scopes
