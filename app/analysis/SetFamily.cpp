#include "analysis/SetFamily.h"

#include <algorithm>
#include <iterator>

namespace scopes {

namespace {

constexpr std::uint64_t largestCount = std::numeric_limits<std::int64_t>::max();

RankedSet joined(const RankedSet& one, const RankedSet& other)
{
    RankedSet result;
    for (std::size_t i = 0; i < result.rank.size(); ++i)
        result.rank[i] = one.rank[i] + other.rank[i];
    result.elements.reserve(one.elements.size() + other.elements.size());
    std::merge(one.elements.begin(), one.elements.end(), other.elements.begin(), other.elements.end(),
        std::back_inserter(result.elements));
    return result;
}

void keepBest(std::vector<RankedSet>& sets, int most)
{
    const auto kept = std::min(sets.size(), static_cast<std::size_t>(most));
    std::partial_sort(sets.begin(), sets.begin() + static_cast<std::ptrdiff_t>(kept), sets.end());
    sets.resize(kept);
}

} // namespace

SetFamily SetFamily::ofNothing()
{
    return {0, 1, true, {RankedSet()}};
}

void SetFamily::join(const RankedSet& part)
{
    if (isEmpty() || part.elements.empty())
        return;
    size += static_cast<int>(part.elements.size());
    for (RankedSet& set : best)
        set = joined(set, part);
    // The order stays: all ranks grow alike, and the same elements come to all.
}

void SetFamily::add(SetFamily other, int most)
{
    if (other.size > size)
        return;
    if (other.size < size) {
        *this = std::move(other);
        return;
    }
    if (isEmpty())
        return;
    isCountExact = isCountExact && other.isCountExact && count <= largestCount - other.count;
    count = std::min(count, largestCount - other.count) + other.count;
    if (best.size() == static_cast<std::size_t>(most) && !(other.best.front() < best.back()))
        return;
    best.insert(best.end(), std::make_move_iterator(other.best.begin()), std::make_move_iterator(other.best.end()));
    keepBest(best, most);
}

void SetFamily::multiply(const SetFamily& other, int most)
{
    size += other.size;
    const bool fits = other.count == 0 || count <= largestCount / other.count;
    isCountExact = isCountExact && other.isCountExact && fits;
    count = fits ? count * other.count : largestCount;
    std::vector<RankedSet> products;
    // The i-th with the j-th has i * j better ones before it.
    for (std::size_t i = 0; i < best.size(); ++i) {
        for (std::size_t j = 0; j < other.best.size() && (i + 1) * (j + 1) <= static_cast<std::size_t>(most); ++j)
            products.push_back(joined(best[i], other.best[j]));
    }
    keepBest(products, most);
    best = std::move(products);
}

} // namespace scopes
