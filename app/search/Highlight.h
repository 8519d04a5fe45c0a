#pragma once

#include "search/Query.h"

namespace scopes {

/// A piece of a shown text, in UTF-16 units.
struct TextRange
{
    int start = 0;
    int length = 0;

    bool operator==(const TextRange&) const = default;
};

/// What to mark in a text of @p column that is shown for a hit: each place where a term that is not negated matches, in
/// ascending order, with those that overlap or touch as one. A character that only a part of matches (the 'i' of 'ﬁ') is
/// marked whole, with the accents that follow it.
std::vector<TextRange> matchRanges(QStringView shown, const Query& query, SearchColumn column);

} // namespace scopes
