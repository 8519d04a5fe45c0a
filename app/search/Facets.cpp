#include "search/Facets.h"

#include "search/Parallel.h"

#include <array>

namespace scopes {

namespace {

/// With the facets in the order of their numbers in applyFacets().
FacetCounter counterFor(const ScopeCatalog& catalog, const FacetChoice& choice)
{
    constexpr std::size_t obtainedByCount = 3;
    FacetCounter counter;
    counter.addFacet(catalog.topics().size(), choice.topic);
    counter.addFacet(choice.ticked);
    counter.addFacet(catalog.approvals().size() + 1, choice.approval ? std::optional(*choice.approval + 1) : std::nullopt);
    counter.addFacet(obtainedByCount, choice.obtainedBy ? std::optional(static_cast<int>(*choice.obtainedBy)) : std::nullopt);
    counter.addFacet(choice.approved);
    return counter;
}

/// Of the scopes of a facet, some of which one counter has met and some the other.
FacetCounts takeSum(std::array<FacetCounter, 2>& counters, std::size_t facet)
{
    FacetCounts sum = counters[0].take(facet);
    const FacetCounts other = counters[1].take(facet);
    sum.all += other.all;
    for (std::size_t value = 0; value < sum.values.size(); ++value)
        sum.values[value] += other.values[value];
    return sum;
}

} // namespace

FacetResult applyFacets(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const FacetChoice& choice,
    const ScopeSet* approved)
{
    enum FacetNumber : std::size_t { Topics, Ticked, Approvals, ObtainedHow, ForApp };

    constexpr int worthwhile = 50'000;
    std::array counters{counterFor(catalog, choice), counterFor(catalog, choice)};
    FacetResult result{ScopeSet(catalog.scopeCount()), 0, {}, {}, {}, {}, {}};
    inParallel(hits.size(), worthwhile, [&](int first, int last) {
        FacetCounter& counter = counters[first == 0 ? 0 : 1];
        forEachBetween(hits, first, last, [&](ScopeId id) {
            const Scope& scope = catalog.scope(id);
            const std::array values{scope.topic, ticked.contains(id) ? 1 : 0, scope.approval + 1,
                static_cast<int>(scope.obtainedBy), approved != nullptr && approved->contains(id) ? 1 : 0};
            if (counter.add(values))
                result.rows.insert(id);
        });
    });
    result.rowCount = result.rows.count();
    result.topics = takeSum(counters, Topics);
    result.ticked = takeSum(counters, Ticked);
    result.approvals = takeSum(counters, Approvals);
    result.obtainedBy = takeSum(counters, ObtainedHow);
    result.approved = takeSum(counters, ForApp);
    return result;
}

} // namespace scopes
