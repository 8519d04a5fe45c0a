#pragma once

#include "analysis/CoverInstance.h"
#include "analysis/SetFamily.h"

#include <cstdint>
#include <functional>

namespace scopes {

/// Searches an instance whose alternatives are single elements: the smallest sets that have an element of each requirement.
/// Where each requirement has many alternatives this is far faster than deciding element by element.
class HittingSearch
{
public:
    /// True if @p instance is of that kind, with alternatives enough to make it worth while.
    static bool suits(const CoverInstance& instance);

    /// @p parts: by element of the instance, what its choice puts into a set. @p hasTime: false ends the search.
    HittingSearch(const CoverInstance& instance, const std::vector<RankedSet>& parts, std::function<bool()> hasTime);

    /// The smallest sets if there are any of at most @p limit elements; one if not @p keepTies.
    SetFamily run(int limit, int most, bool keepTies);

private:
    using Bits = std::vector<std::uint64_t>;

    void findHolders(const CoverInstance& instance);
    void search(const Bits& unmet, int used);
    void report();
    int metBy(int place, const Bits& unmet) const;
    std::vector<int> holdersOf(int requirement, const Bits& unmet) const;
    bool canBeMet(const Bits& unmet, int left) const;
    int rarest(const Bits& unmet) const;

    const std::vector<RankedSet>& m_parts; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::function<bool()> m_hasTime;
    std::vector<int> m_elements; ///< ascending, each once; the rest goes by their places here
    std::vector<int> m_weights;
    std::vector<char> m_isExcluded;
    std::size_t m_words = 0; ///< that the requirements' bits fill
    Bits m_met; ///< the requirements that each element meets, m_words each
    std::vector<std::vector<int>> m_holders; ///< by requirement: those that meet it
    std::vector<int> m_chosen;
    SetFamily m_family;
    int m_limit = 0;
    int m_most = 1;
    bool m_keepTies = true;
};

} // namespace scopes
