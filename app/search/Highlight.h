#pragma once

#include "document/TextRange.h"
#include "search/Query.h"

namespace scopes {

/// What to mark in a text of @p column that is shown for a hit: each place where a term that is not negated matches, in
/// ascending order, with those that overlap or touch as one. A character that only a part of matches (the 'i' of 'ﬁ') is
/// marked whole, with the accents that follow it.
std::vector<TextRange> matchRanges(QStringView shown, const Query& query, SearchColumn column);

} // namespace scopes
