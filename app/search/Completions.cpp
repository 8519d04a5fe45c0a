#include "search/Completions.h"

#include "search/Folding.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

enum Match : std::size_t { Start, Segment, Inside, MatchCount, NoMatch = MatchCount };

Match matchOf(Text name, Text typed)
{
    Match best = NoMatch;
    for (std::size_t at = name.find(typed); at != Text::npos; at = name.find(typed, at + 1)) {
        if (at == 0)
            return Start;
        if (Text(".:/_-").find(name[at - 1]) != Text::npos)
            return Segment;
        best = Inside;
    }
    return best;
}

} // namespace

std::vector<ScopeId> completions(const ScopeCatalog& catalog, QStringView typed, int limit)
{
    const auto wanted = static_cast<std::size_t>(std::max(limit, 0));
    const std::string folded = fold(typed.trimmed());
    std::array<std::vector<ScopeId>, MatchCount> groups;
    std::string name;
    for (ScopeId id = 0; id < catalog.scopeCount() && groups[Start].size() < wanted; ++id) {
        const Text original = catalog.scope(id).name;
        name.resize(foldedSize(original));
        foldInto(original, name.data());
        const Match match = matchOf(name, folded);
        if (match != NoMatch && groups[match].size() < wanted)
            groups[match].push_back(id);
    }

    std::vector<ScopeId> best;
    for (const auto& group : groups)
        best.insert(best.end(), group.begin(), group.end());
    best.resize(std::min(best.size(), wanted));
    return best;
}

} // namespace scopes
