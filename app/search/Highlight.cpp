#include "search/Highlight.h"

#include "search/Folding.h"

#include <algorithm>

namespace scopes {

namespace {

std::vector<TextRange> merged(std::vector<TextRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](TextRange left, TextRange right) { return left.start < right.start; });
    std::vector<TextRange> result;
    for (const TextRange range : ranges) {
        if (result.empty() || result.back().start + result.back().length < range.start) {
            result.push_back(range);
            continue;
        }
        TextRange& last = result.back();
        last.length = std::max(last.start + last.length, range.start + range.length) - last.start;
    }
    return result;
}

} // namespace

std::vector<TextRange> matchRanges(QStringView shown, const Query& query, SearchColumn column)
{
    const auto isMarked = [&](const QueryTerm& term) { return !term.negated && term.covers(column); };
    if (std::none_of(query.terms().begin(), query.terms().end(), isMarked))
        return {};
    const TracedFold traced = foldTraced(shown);
    std::vector<TextRange> ranges;
    for (const QueryTerm& term : query.terms()) {
        if (!isMarked(term))
            continue;
        for (std::size_t at = traced.text.find(term.text); at != std::string::npos; at = traced.text.find(term.text, at + 1)) {
            const int start = traced.sources[at];
            ranges.push_back({start, traced.ends[at + term.text.size() - 1] - start});
        }
    }
    return merged(std::move(ranges));
}

} // namespace scopes
