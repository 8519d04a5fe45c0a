#pragma once

#include "analysis/CoverInstance.h"
#include "analysis/SetFamily.h"

#include <cstddef>
#include <functional>
#include <unordered_map>
#include <vector>

namespace scopes {

/// Branch and bound over an instance: first how small a set can be, then all sets of that size.
class CoverSearch
{
public:
    /// Called now and then; false stops the search.
    using GoOn = std::function<bool()>;

    /// @p parts: by element of the instance, what its choice puts into a set; its weight is how many elements that are.
    CoverSearch(std::vector<RankedSet> parts, GoOn goOn);

    bool isStopped() const { return m_isStopped; }

    /// Asks whether to go on, for what is done between searches. What was stopped once stays so.
    bool mayGoOn();

    CoverReducer& reducer() { return m_reducer; }

    /// Some small set, found fast.
    SetFamily anySet(const CoverInstance& instance);

    /// One smallest set if there is one of at most @p limit elements. After a stop: the best found, perhaps none.
    SetFamily oneSmallest(const CoverInstance& instance, int limit) { return search(instance, limit, 1, false); }

    /// The same after that many steps at most: then the best found, perhaps none. wasExhausted() tells whether it came to an end.
    SetFamily oneSmallestWithin(const CoverInstance& instance, int limit, int steps);

    bool wasExhausted() const { return m_wasExhausted; }

    /// All smallest sets, of which @p most are told, if there are any of at most @p limit elements.
    SetFamily allSmallest(const CoverInstance& instance, int limit, int most) { return search(instance, limit, most, true); }

    /// By element of the instance, what its choice puts into a set.
    const std::vector<RankedSet>& parts() const { return m_parts; }

    /// What the choice of these elements puts into a set.
    RankedSet partOf(const std::vector<int>& elements) const;

private:
    SetFamily search(CoverInstance instance, int limit, int most, bool keepTies);
    SetFamily searchParts(const std::vector<CoverInstance>& parts, int limit, int most, bool keepTies);
    SetFamily searchPart(CoverInstance instance, int limit, int most, bool keepTies);
    SetFamily branch(CoverInstance instance, int limit, int most, bool keepTies);
    bool hasTime();

    struct Hash
    {
        std::size_t operator()(const std::vector<int>& key) const;
    };

    /// What is known of an instance that was met before: its smallest sets, or else that they are larger than the limit.
    struct Known
    {
        SetFamily family;
        int limit = 0;
    };

    std::vector<RankedSet> m_parts;
    std::unordered_map<std::vector<int>, Known, Hash> m_known; ///< only of searches for all sets
    std::size_t m_knownSize = 0; ///< numbers in m_known, about
    CoverReducer m_reducer;
    GoOn m_goOn;
    int m_steps = 0;
    int m_stepsLeft = -1; ///< negative: without end
    bool m_wasExhausted = false; ///< the steps were used up
    bool m_isStopped = false;
};

} // namespace scopes
