#include "models/EndpointRows.h"

#include <algorithm>

namespace scopes {

void EndpointRows::show(const std::vector<int>& order, const PartSet& shown, const CallParts& parts, const ScopeCatalog& catalog)
{
    m_headings.clear();
    m_calls.clear();
    m_members.clear();
    m_places.assign(catalog.endpoints().size(), -1);
    for (const int call : order) {
        if (!shown.contains(call))
            continue;
        const EndpointId endpoint = parts.at(call).endpoint;
        const LabelId label = catalog.endpoint(endpoint).heading;
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

std::vector<int> callsByHeading(const CallParts& parts, const ScopeCatalog& catalog)
{
    std::vector<int> firstMention(catalog.endpointHeadings().size() + 1, -1);
    std::vector<std::pair<int, int>> keys; // where the heading is first mentioned, and the call
    const auto count = static_cast<EndpointId>(catalog.endpoints().size());
    for (EndpointId endpoint = 0; endpoint < count; ++endpoint) {
        const int heading = catalog.endpoint(endpoint).heading + 1; // 0: unknown
        int& first = firstMention[static_cast<std::size_t>(heading)];
        first = first < 0 ? endpoint : first;
        keys.emplace_back(first, parts.callOf(endpoint));
    }
    std::sort(keys.begin(), keys.end());
    std::vector<int> order;
    order.reserve(keys.size());
    for (const auto& key : keys)
        order.push_back(key.second);
    return order;
}

} // namespace scopes
