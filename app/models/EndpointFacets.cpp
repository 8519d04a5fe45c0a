#include "models/EndpointFacets.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

template <typename Value>
std::optional<int> numberOf(const std::optional<Value>& value)
{
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

} // namespace

Coverage coverageOf(const CallPart& part, const ScopeCatalog& catalog, const ScopeSet& requested)
{
    const auto& alternatives = requirementOf(part, catalog).alternatives;
    if (alternatives.empty())
        return isDecidedByFields(part, catalog) ? Coverage::ByFields : Coverage::Unknown;
    const bool isMet = std::any_of(alternatives.begin(), alternatives.end(), [&](const auto& all) {
        return std::all_of(all.begin(), all.end(), [&](ScopeId scope) { return requested.contains(scope); });
    });
    return isMet ? Coverage::Yes : Coverage::No;
}

EndpointFacetResult applyFacets(const ScopeCatalog& catalog, const CallParts& parts, const PartSet& found, const PartSet& ticked,
    const ScopeSet& requested, const EndpointFacetChoice& choice)
{
    constexpr std::size_t coverageCount = 4;
    constexpr std::size_t tokenCount = 4;

    enum FacetNumber : std::size_t { Headings, Ticked, Covered, Tokens };

    FacetCounter counter;
    counter.addFacet(catalog.endpointHeadings().size() + 1, choice.heading ? std::optional(*choice.heading + 1) : std::nullopt);
    counter.addFacet(choice.ticked);
    counter.addFacet(coverageCount, numberOf(choice.covered));
    counter.addFacet(tokenCount, numberOf(choice.token));

    EndpointFacetResult result{PartSet(parts.count()), 0, {}, {}, {}, {}};
    bool passes = false;
    found.forEach([&](int number) {
        // A call comes before its fields and values, which go with it.
        const CallPart& part = parts.at(number);
        if (part.isCall()) {
            const Endpoint& endpoint = catalog.endpoint(part.endpoint);
            const std::array values{endpoint.heading + 1, ticked.contains(number) ? 1 : 0,
                static_cast<int>(coverageOf(part, catalog, requested)), static_cast<int>(endpoint.token)};
            passes = counter.add(values);
            result.callCount += passes ? 1 : 0;
        }
        if (passes)
            result.parts.insert(number);
    });
    result.headings = counter.take(Headings);
    result.ticked = counter.take(Ticked);
    result.covered = counter.take(Covered);
    result.tokens = counter.take(Tokens);
    return result;
}

} // namespace scopes
