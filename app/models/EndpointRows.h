#pragma once

#include "models/CallParts.h"

#include <span>
#include <vector>

namespace scopes {

/// Which calls are shown in which rows: headings that have shown calls, below each its shown calls, and below each of these its
/// shown fields and values.
class EndpointRows
{
public:
    struct Heading
    {
        LabelId label = noId; ///< noId: the calls that have none
        int firstCall = 0; ///< place of its first call
        int callCount = 0;
    };

    struct ShownCall
    {
        int part = 0; ///< number in CallParts
        int headingRow = 0;
        int firstMember = 0; ///< place of its first field or value
        int memberCount = 0;
    };

    /// Shows the members of @p shown; @p order has all calls, heading by heading.
    void show(const std::vector<EndpointId>& order, const PartSet& shown, const CallParts& parts, const ScopeCatalog& catalog);

    const std::vector<Heading>& headings() const { return m_headings; }

    /// All calls in the order shown: the number there is a call's place.
    const std::vector<ShownCall>& calls() const { return m_calls; }

    const Heading& heading(int row) const { return m_headings[static_cast<std::size_t>(row)]; }

    const ShownCall& call(int place) const { return m_calls[static_cast<std::size_t>(place)]; }

    int member(int place) const { return m_members[static_cast<std::size_t>(place)]; }

    /// The place of the call that has this endpoint; -1 if it is not shown.
    int placeOf(EndpointId endpoint) const { return m_places[static_cast<std::size_t>(endpoint)]; }

    /// The row of the field or value below its call; -1 if it is not shown.
    int rowOfMember(const ShownCall& call, int part) const;

private:
    std::vector<Heading> m_headings;
    std::vector<ShownCall> m_calls;
    std::vector<int> m_members; ///< part numbers, ascending for each call
    std::vector<int> m_places; ///< by endpoint
};

/// All calls, heading by heading as the catalog first mentions them; within a heading in catalog order.
std::vector<EndpointId> callsByHeading(const ScopeCatalog& catalog);

} // namespace scopes
