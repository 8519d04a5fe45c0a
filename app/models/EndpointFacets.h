#pragma once

#include "models/CallParts.h"
#include "search/FacetCounter.h"

namespace scopes {

/// Whether requested scopes are enough for a call by itself.
enum class Coverage {
    No,
    Yes,
    ByFields, ///< the call needs nothing of its own: what its fields need decides
    Unknown ///< what it needs is not documented
};

Coverage coverageOf(const CallPart& part, const ScopeCatalog& catalog, const ScopeSet& requested);

/// The calls that need scopes, and for which the requested ones are enough.
class MetCalls
{
public:
    /// Begins with another catalog, of which nothing is requested. It outlives this, or its next one.
    void setCatalog(const ScopeCatalog& catalog);

    /// Looks at the calls that need what is in one of @p requested and the set before, and not in the other.
    void follow(const ScopeSet& requested);

    bool contains(EndpointId endpoint) const { return m_calls.contains(endpoint); }

private:
    const ScopeCatalog* m_catalog = nullptr;
    ScopeSet m_requested;
    ScopeSet m_calls; ///< by endpoint
};

/// What the user chose of the calls; by default everything passes.
struct EndpointFacetChoice
{
    std::optional<LabelId> heading; ///< noId: those that have none
    Membership ticked = Membership::All;
    std::optional<Coverage> covered;
    std::optional<TokenKind> token;

    bool operator==(const EndpointFacetChoice&) const = default;
};

/// The calls that are left, and how many calls each choice in one facet would leave, the other facets as they are.
struct EndpointFacetResult
{
    PartSet parts; ///< what was found of the calls that pass every facet: the calls with their fields and values
    int callCount = 0;
    FacetCounts headings; ///< by LabelId + 1; 0: none
    FacetCounts ticked; ///< 0: not ticked, 1: ticked
    FacetCounts covered; ///< by Coverage
    FacetCounts tokens; ///< by TokenKind

    int ofHeading(LabelId heading) const
    {
        const int number = heading + 1;
        return headings.values[static_cast<std::size_t>(number)];
    }

    int ofTicked(bool isTicked) const { return ticked.values[isTicked ? 1 : 0]; }

    int of(Coverage coverage) const { return covered.values[static_cast<std::size_t>(coverage)]; }

    int of(TokenKind token) const { return tokens.values[static_cast<std::size_t>(token)]; }
};

/// @p found and @p ticked are sets of @p parts, and @p found has the call of each of its fields.
EndpointFacetResult applyFacets(const ScopeCatalog& catalog, const CallParts& parts, const PartSet& found, const PartSet& ticked,
    const MetCalls& met, const EndpointFacetChoice& choice);

} // namespace scopes
