#pragma once

#include "analysis/CoverSearch.h"

namespace scopes {

/// Makes a set of an instance in one part smaller where searching all of it takes too long: takes the choice apart around a
/// requirement, searches only that place, and so on at other places. The same instance gives the same set.
class CoverImprovement
{
public:
    /// @p set: one that meets @p instance.
    CoverImprovement(CoverSearch& search, const CoverInstance& instance, const RankedSet& set);

    /// Tries that many places; stops early where the search is stopped.
    void run(int places);

    /// The set as it is now: never larger than before.
    SetFamily family() const;

private:
    int random(int limit);
    void chooseNeighbours();
    std::vector<int> release();
    CoverInstance unmetNeighbours() const;
    bool isMet(int requirement) const;
    void choose(const RankedSet& set);

    CoverSearch& m_search; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const CoverInstance& m_instance; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<char> m_isChosen; ///< by element
    std::vector<std::vector<int>> m_holders; ///< by element: the requirements that it stands in
    std::vector<int> m_neighbours; ///< requirements around the place
    std::vector<char> m_isNeighbour; ///< by requirement
    std::uint64_t m_state = 1; ///< of random()
};

} // namespace scopes
