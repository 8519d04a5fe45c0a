#pragma once

#include "analysis/CallPart.h"
#include "analysis/SmallestSets.h"
#include "request/AppProfile.h"

#include <QStringList>

#include <vector>

namespace scopes {

struct NeedsOptions
{
    QStringList requested; ///< what the user requests now: preferred among sets of the same size
    const AppProfile* profile = nullptr; ///< its approved scopes are preferred then
    bool keepRequested = false; ///< 'keep what I request': every set has the requested scopes, and few others
    bool onlyApproved = false; ///< 'only approved': no other scope, but for those that are kept; without a profile none is
    int mostSets = 64;
    SetGoOn goOn; ///< false stops the search for one kind of token, see smallestSets()
};

/// A call, field or value that no set covers, and what would be missing for each of its alternatives.
struct CallInTheWay
{
    CallPart part;
    std::vector<std::vector<ScopeId>> missing; ///< by alternative: its scopes that may not be asked for
};

/// The answer for the calls that take one kind of token: one request.
struct TokenNeeds
{
    TokenKind token = TokenKind::Unknown;
    std::vector<CallPart> parts; ///< what is covered: all with a documented requirement, in the order of the calls
    SetAnswer answer; ///< sets of ScopeId, best first; `unmet` counts in parts
    std::vector<CallInTheWay> inTheWay; ///< not empty: there is no set
};

/// What calls need.
struct CallNeeds
{
    std::vector<TokenNeeds> requests; ///< user access token, then client access token, then what is documented with neither
    std::vector<CallPart> free; ///< documented to need nothing, and no token: they belong to no request
    std::vector<CallPart> undocumented; ///< without a documented requirement: nothing is known, they may need any scope
    QStringList keptUnknown; ///< requested scopes that are kept though the catalog does not have them

    /// True if each request has a set, and some call's need is documented.
    bool hasAnswer() const;
};

/// The smallest sets of scopes that cover the calls with their fields and parameter values. Calls with a user access token and
/// with a client access token are apart: no token serves both. A call whose own requirement is not documented counts as
/// undocumented unless it was chosen with fields or values that are documented: then these decide.
/// Sets rank as smallestSets() says; 'displayed' are scopes with a user display text that a user would be shown.
CallNeeds neededScopes(const std::vector<Call>& calls, const ScopeCatalog& catalog, const NeedsOptions& options = {});

/// What only one scope of @p set covers, for each of them in their order: the parts that the set would no longer cover without
/// it. Empty: the set covers all without it. Looks at each part once.
std::vector<std::vector<CallPart>> coveredOnlyByEach(
    const std::vector<ScopeId>& set, const std::vector<CallPart>& parts, const ScopeCatalog& catalog);

} // namespace scopes
