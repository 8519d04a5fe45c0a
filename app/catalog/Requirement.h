#pragma once

#include "catalog/ScopeSet.h"

#include <vector>

namespace scopes {

/// What a call needs: any one of the alternatives, and of that one every scope.
/// Empty alternatives mean that nothing is documented; one empty alternative means that nothing is needed.
/// The same shape as `security` in OpenAPI 3.1, section 4.8.30.
struct Requirement
{
    std::vector<std::vector<ScopeId>> alternatives;

    bool isDocumented() const { return !alternatives.empty(); }

    /// True if some alternative lies wholly within @p granted.
    bool isMetBy(const ScopeSet& granted) const;

    /// Each scope that stands in some alternative, ascending, once.
    std::vector<ScopeId> mentioned() const;
};

} // namespace scopes
