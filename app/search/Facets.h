#pragma once

#include "catalog/ScopeCatalog.h"
#include "search/FacetCounter.h"

#include <array>
#include <optional>

namespace scopes {

/// What the user chose; by default everything passes.
struct FacetChoice
{
    std::optional<TopicId> topic;
    Membership ticked = Membership::All;
    std::optional<LabelId> approval; ///< noId: those of which it is unknown
    std::optional<ObtainedBy> obtainedBy;
    Membership approved = Membership::All; ///< for the app of the chosen profile

    bool operator==(const FacetChoice&) const = default;
};

struct FacetResult
{
    ScopeSet rows; ///< what passes every facet
    int rowCount = 0;
    FacetCounts topics; ///< by TopicId
    FacetCounts ticked; ///< 0: not ticked, 1: ticked
    FacetCounts approvals; ///< by LabelId + 1; 0: unknown
    FacetCounts obtainedBy; ///< by ObtainedBy
    FacetCounts approved; ///< 0: not approved for the app, 1: approved

    int ofTopic(TopicId topic) const { return topics.values[static_cast<std::size_t>(topic)]; }

    int ofTicked(bool isTicked) const { return ticked.values[isTicked ? 1 : 0]; }

    int ofApproved(bool isApproved) const { return approved.values[isApproved ? 1 : 0]; }

    /// noId: those of which it is unknown.
    int ofApproval(LabelId approval) const
    {
        const int number = approval + 1;
        return approvals.values[static_cast<std::size_t>(number)];
    }

    int of(ObtainedBy how) const { return obtainedBy.values[static_cast<std::size_t>(how)]; }
};

/// The rows that are left of @p hits, and the counts, in one pass. Both sets are of @p catalog; a topic or approval that the
/// catalog does not have leaves nothing. @p approved: those approved for the app; null: none is known to be.
FacetResult applyFacets(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const FacetChoice& choice,
    const ScopeSet* approved = nullptr);

} // namespace scopes
