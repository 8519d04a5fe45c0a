#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace scopes {

/// A choice of things so that requirements are met, in numbers: the abstract form of 'which scopes do these calls need'.
struct SetProblem
{
    /// What is better among sets of the same size.
    struct Preference
    {
        bool isRequested = false; ///< more of these are better
        bool isApproved = false; ///< then more of these
        bool isDisplayed = false; ///< then fewer of these
    };

    using Alternatives = std::vector<std::vector<int>>;

    int elementCount = 0; ///< elements are 0 … elementCount - 1
    std::vector<Alternatives> requirements; ///< of each, some alternative lies wholly in the set; no alternative: never met
    std::vector<int> kept; ///< are in every set
    std::vector<bool> excluded; ///< by element: in no set, but where it is kept; empty: none is
    std::vector<Preference> preferences; ///< by element; empty: all alike
};

/// How far a search has come.
struct SetProgress
{
    int size = 0; ///< of the smallest set found so far
    int lowerBound = 0; ///< no set can be smaller
};

/// Called now and then; false stops the search. It may look at a clock, which the search does not.
using SetGoOn = std::function<bool(const SetProgress&)>;

struct SetAnswer
{
    std::vector<std::vector<int>> sets; ///< ascending elements each; best first, see smallestSets()
    std::uint64_t count = 0; ///< how many smallest sets there are
    bool isCountExact = true; ///< false: there are at least so many
    int size = 0; ///< of each set
    int lowerBound = 0; ///< no set can be smaller; equal to size where that is proven
    bool isProven = true; ///< false: there may be smaller sets
    std::vector<int> unmet; ///< the requirements that no set can meet, ascending; there is no set then
};

/// The smallest sets that meet all requirements: exactly, and at most @p mostSets of them. Among sets of the same size those
/// with more requested elements come first, then those with more approved ones, then those with fewer displayed ones, then
/// those with the element of the lowest number where two sets differ.
/// A search that @p goOn stops gives the best found so far: sets that meet all requirements, perhaps not the smallest, and
/// perhaps not all of them. Without requirements that need anything, the kept elements are the only answer.
SetAnswer smallestSets(const SetProblem& problem, int mostSets = 64, const SetGoOn& goOn = {});

} // namespace scopes
