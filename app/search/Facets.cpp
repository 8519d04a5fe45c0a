#include "search/Facets.h"

#include <utility>

namespace scopes {

namespace {

constexpr std::size_t obtainedByCount = 3;

FacetCounts countsOf(std::vector<int> values, int all)
{
    return {all, std::move(values)};
}

/// Of everything, nothing chosen: what a catalog is first shown with, which must be quick for a million scopes.
FacetResult everything(const ScopeCatalog& catalog, const ScopeSet& ticked, const ScopeSet* approved)
{
    const int all = catalog.scopeCount();
    std::vector<int> topics(catalog.topics().size());
    std::vector<int> approvals(catalog.approvals().size() + 1);
    std::vector<int> obtainedBy(obtainedByCount);
    for (ScopeId id = 0; id < all; ++id) {
        const ScopeCatalog::Grouping& scope = catalog.grouping(id);
        ++topics[static_cast<std::size_t>(scope.topic)];
        const int approval = scope.approval + 1;
        ++approvals[static_cast<std::size_t>(approval)];
        ++obtainedBy[static_cast<std::size_t>(scope.obtainedBy)];
    }
    const int in = ticked.count();
    const int forApp = approved != nullptr ? approved->count() : 0;
    return {ScopeSet(all, true), all, countsOf(std::move(topics), all), countsOf({all - in, in}, all),
        countsOf(std::move(approvals), all), countsOf(std::move(obtainedBy), all), countsOf({all - forApp, forApp}, all)};
}

} // namespace

FacetResult applyFacets(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const FacetChoice& choice,
    const ScopeSet* approved)
{
    if (choice == FacetChoice() && hits.count() == catalog.scopeCount())
        return everything(catalog, ticked, approved);

    enum FacetNumber : std::size_t { Topics, Ticked, Approvals, ObtainedHow, ForApp };

    FacetCounter counter;
    counter.addFacet(catalog.topics().size(), choice.topic);
    counter.addFacet(choice.ticked);
    counter.addFacet(catalog.approvals().size() + 1, choice.approval ? std::optional(*choice.approval + 1) : std::nullopt);
    counter.addFacet(obtainedByCount, choice.obtainedBy ? std::optional(static_cast<int>(*choice.obtainedBy)) : std::nullopt);
    counter.addFacet(choice.approved);

    FacetResult result{ScopeSet(catalog.scopeCount()), 0, {}, {}, {}, {}, {}};
    hits.forEach([&](ScopeId id) {
        const ScopeCatalog::Grouping& scope = catalog.grouping(id);
        const std::array values{scope.topic, ticked.contains(id) ? 1 : 0, scope.approval + 1, static_cast<int>(scope.obtainedBy),
            approved != nullptr && approved->contains(id) ? 1 : 0};
        if (!counter.add(values))
            return;
        result.rows.insert(id);
        ++result.rowCount;
    });
    result.topics = counter.take(Topics);
    result.ticked = counter.take(Ticked);
    result.approvals = counter.take(Approvals);
    result.obtainedBy = counter.take(ObtainedHow);
    result.approved = counter.take(ForApp);
    return result;
}

} // namespace scopes
