#include "catalog/Requirement.h"

#include <algorithm>

namespace scopes {

bool Requirement::isMetBy(const ScopeSet& granted) const
{
    const auto isGranted = [&](ScopeId scope) { return granted.contains(scope); };
    return std::any_of(alternatives.begin(), alternatives.end(),
        [&](const std::vector<ScopeId>& all) { return std::all_of(all.begin(), all.end(), isGranted); });
}

std::vector<ScopeId> Requirement::mentioned() const
{
    std::vector<ScopeId> scopes;
    for (const auto& alternative : alternatives)
        scopes.insert(scopes.end(), alternative.begin(), alternative.end());
    std::sort(scopes.begin(), scopes.end());
    scopes.erase(std::unique(scopes.begin(), scopes.end()), scopes.end());
    return scopes;
}

} // namespace scopes
