#include "search/Facets.h"

namespace scopes {

FacetResult applyFacets(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const FacetChoice& choice,
    const ScopeSet* approved)
{
    constexpr std::size_t obtainedByCount = 3;

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
