#include "search/Facets.h"

#include <utility>

namespace scopes {

namespace {

/// One facet while it counts: which value a scope has is known to the caller, which value is chosen to the facet.
class Facet
{
public:
    /// @p chosen is the number of the only value that passes; none: each passes.
    Facet(std::size_t valueCount, std::optional<int> chosen)
        : m_chosen(chosen)
    {
        m_counts.values.resize(valueCount);
    }

    bool passes(int value) const { return !m_chosen || *m_chosen == value; }

    /// A scope of that value passes all other facets.
    void count(int value)
    {
        ++m_counts.all;
        ++m_counts.values[static_cast<std::size_t>(value)];
    }

    FacetCounts take() { return std::move(m_counts); }

private:
    std::optional<int> m_chosen;
    FacetCounts m_counts;
};

std::optional<int> chosenMember(Membership choice)
{
    return choice == Membership::All ? std::nullopt : std::optional(choice == Membership::In ? 1 : 0);
}

} // namespace

FacetResult applyFacets(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const FacetChoice& choice,
    const ScopeSet* approved)
{
    constexpr std::size_t obtainedByCount = 3;

    enum FacetNumber : std::size_t { Topics, Ticked, Approvals, ObtainedHow, ForApp, FacetNumberCount };

    std::array<Facet, FacetNumberCount> facets{
        Facet(catalog.topics().size(), choice.topic),
        Facet(2, chosenMember(choice.ticked)),
        Facet(catalog.approvals().size() + 1, choice.approval ? std::optional(*choice.approval + 1) : std::nullopt),
        Facet(obtainedByCount, choice.obtainedBy ? std::optional(static_cast<int>(*choice.obtainedBy)) : std::nullopt),
        Facet(2, chosenMember(choice.approved)),
    };

    FacetResult result{ScopeSet(catalog.scopeCount()), 0, {}, {}, {}, {}, {}};
    hits.forEach([&](ScopeId id) {
        const Scope& scope = catalog.scope(id);
        const std::array values{scope.topic, ticked.contains(id) ? 1 : 0, scope.approval + 1, static_cast<int>(scope.obtainedBy),
            approved != nullptr && approved->contains(id) ? 1 : 0};
        int failures = 0;
        std::size_t failing = 0;
        for (std::size_t facet = 0; facet < facets.size(); ++facet) {
            if (!facets[facet].passes(values[facet])) {
                ++failures;
                failing = facet;
            }
        }
        // One that fails a single facet would be a row if that facet asked for its value.
        if (failures == 1)
            facets[failing].count(values[failing]);
        if (failures > 0)
            return;
        result.rows.insert(id);
        ++result.rowCount;
        for (std::size_t facet = 0; facet < facets.size(); ++facet)
            facets[facet].count(values[facet]);
    });
    result.topics = facets[Topics].take();
    result.ticked = facets[Ticked].take();
    result.approvals = facets[Approvals].take();
    result.obtainedBy = facets[ObtainedHow].take();
    result.approved = facets[ForApp].take();
    return result;
}

} // namespace scopes
