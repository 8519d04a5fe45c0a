#pragma once

#include "analysis/CallPart.h"

#include <QString>

#include <functional>
#include <vector>

namespace scopes {

/// The texts of a row of the endpoint tree by EndpointTreeModel's columns but the last, for showing, sorting and copying.
QString endpointText(const ScopeCatalog& catalog, const CallPart& part, int column);

/// Whether the part's own requirement is met by @p requested, in words: 'yes', 'yes, by video.publish', 'no', 'unknown'.
QString coverageText(const ScopeCatalog& catalog, const CallPart& part, const ScopeSet& requested);

/// A cell's text as it is shown, of every column: safe, and short where a need has many alternatives.
QString shownEndpointText(const ScopeCatalog& catalog, const CallPart& part, int column, const ScopeSet& requested);

/// The endpoints of @p calls, which stand heading by heading, within each heading by the column's shown texts without regard to
/// case; equal ones stay in their order. May be called in any thread; ends early, with anything, when @p isWanted says no.
std::vector<EndpointId> sortedByText(std::vector<EndpointId> calls, const ScopeCatalog& catalog, int column, bool descending,
    const ScopeSet& requested, const std::function<bool()>& isWanted = {});

/// The column's heading and what it holds.
QString endpointColumnTitle(int column);
QString endpointColumnHelp(int column);

/// What kind of token the call takes, in words.
QString tokenText(TokenKind token);

} // namespace scopes
