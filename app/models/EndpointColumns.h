#pragma once

#include "analysis/CallPart.h"

#include <QString>

namespace scopes {

/// The texts of a row of the endpoint tree by EndpointTreeModel's columns but the last, for showing, sorting and copying.
QString endpointText(const ScopeCatalog& catalog, const CallPart& part, int column);

/// Whether the part's own requirement is met by @p requested, in words: 'yes', 'yes, by video.publish', 'no', 'unknown'.
QString coverageText(const ScopeCatalog& catalog, const CallPart& part, const ScopeSet& requested);

/// The column's heading and what it holds.
QString endpointColumnTitle(int column);
QString endpointColumnHelp(int column);

/// What kind of token the call takes, in words.
QString tokenText(TokenKind token);

} // namespace scopes
