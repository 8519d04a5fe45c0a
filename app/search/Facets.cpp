#include "search/Facets.h"

#include <numeric>
#include <utility>

namespace scopes {

namespace {

FacetCounts sumOf(std::vector<int> values)
{
    const int all = std::accumulate(values.begin(), values.end(), 0);
    return {all, std::move(values)};
}

/// Of all scopes, none of which is looked at: a catalog of a million takes the place of another while the window waits.
FacetResult countAll(const ScopeCatalog& catalog, const ScopeSet& all, const ScopeSet& ticked, const ScopeSet* approved)
{
    const int count = catalog.scopeCount();
    std::vector<int> topics;
    topics.reserve(catalog.topics().size());
    for (TopicId topic = 0; topic < catalog.topicCount(); ++topic)
        topics.push_back(static_cast<int>(catalog.scopesOf(topic).size()));
    std::vector<int> approvals;
    for (LabelId approval = noId; approval < static_cast<LabelId>(catalog.approvals().size()); ++approval)
        approvals.push_back(catalog.countOfApproval(approval));
    std::vector<int> obtainedBy;
    for (std::size_t how = 0; how < obtainedByCount; ++how)
        obtainedBy.push_back(catalog.countOf(static_cast<ObtainedBy>(how)));
    const auto membersOf = [&](const ScopeSet* set) {
        const int in = set == nullptr ? 0 : set->count();
        return sumOf({count - in, in});
    };
    return {all, count, sumOf(std::move(topics)), membersOf(&ticked), sumOf(std::move(approvals)), sumOf(std::move(obtainedBy)),
        membersOf(approved)};
}

} // namespace

FacetResult applyFacets(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const FacetChoice& choice,
    const ScopeSet* approved)
{
    if (choice == FacetChoice{} && hits.count() == catalog.scopeCount())
        return countAll(catalog, hits, ticked, approved);

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
