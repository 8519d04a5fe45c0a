#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace scopes {

/// A set and what ranks it among sets of the same size: smaller values are better.
struct RankedSet
{
    std::array<int, 3> rank{};
    std::vector<int> elements; ///< ascending

    bool operator<(const RankedSet& other) const { return rank != other.rank ? rank < other.rank : elements < other.elements; }
};

/// Different sets of one size: how many there are, and the best of them.
struct SetFamily
{
    static constexpr int none = std::numeric_limits<int>::max(); ///< the size where there is no set

    int size = none;
    std::uint64_t count = 0; ///< stays at the largest value that it can hold
    bool isCountExact = true;
    std::vector<RankedSet> best; ///< ascending

    bool isEmpty() const { return size == none; }

    /// The family of the empty set alone.
    static SetFamily ofNothing();

    /// Puts the elements of @p part, which no set has yet, into each set.
    void join(const RankedSet& part);

    /// Takes in the sets of @p other, none of which is here: only the smaller sets stay. At most @p most of the best are kept.
    void add(SetFamily other, int most);

    /// Each set here joined with each set of @p other, which shares no element with any.
    void multiply(const SetFamily& other, int most);
};

} // namespace scopes
