#pragma once

#include "analysis/CoverInstance.h"

#include <functional>
#include <vector>

namespace scopes {

/// Bounds from below what an instance costs, much better than CoverReducer::lowerBound() where requirements overlap at random,
/// and much slower: the dual of the linear program, climbed step by step. Each element shares its weight out among the
/// alternatives that it stands in, a requirement pays for its cheapest one, and weight moves to where that raises the sum.
class CoverRelaxation
{
public:
    /// @p weights: by element, at least 1.
    CoverRelaxation(const CoverInstance& instance, const std::vector<int>& weights);

    /// The best bound after @p rounds, or fewer where @p goOn says false.
    int bound(int rounds, const std::function<bool()>& goOn);

private:
    double climb(double blur);
    void project(int element);

    const CoverInstance& m_instance; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const std::vector<int>& m_weights; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<double> m_shares; ///< by place in the instance's elements()
    std::vector<std::vector<std::size_t>> m_places; ///< by element: where it stands there
    std::vector<int> m_firsts; ///< by alternative: its first place
    std::vector<double> m_prices; ///< scratch: of a requirement's alternatives
};

} // namespace scopes
