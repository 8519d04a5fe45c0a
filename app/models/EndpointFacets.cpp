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

/// coverageOf() the endpoint's call, without looking at the endpoint.
Coverage coverageOf(EndpointId endpoint, ScopeCatalog::CallGrouping::Need need, const MetCalls& met)
{
    using Need = ScopeCatalog::CallGrouping::Need;
    switch (need) {
    case Need::Unknown:
        return Coverage::Unknown;
    case Need::ByFields:
        return Coverage::ByFields;
    case Need::Nothing:
        return Coverage::Yes;
    case Need::Scopes:
        break;
    }
    return met.contains(endpoint) ? Coverage::Yes : Coverage::No;
}

} // namespace

Coverage coverageOf(const CallPart& part, const ScopeCatalog& catalog, const ScopeSet& requested)
{
    const Requirement& requirement = requirementOf(part, catalog);
    if (!requirement.isDocumented())
        return isDecidedByFields(part, catalog) ? Coverage::ByFields : Coverage::Unknown;
    return requirement.isMetBy(requested) ? Coverage::Yes : Coverage::No;
}

void MetCalls::setCatalog(const ScopeCatalog& catalog)
{
    m_catalog = &catalog;
    m_requested = ScopeSet(catalog.scopeCount());
    m_calls = ScopeSet(static_cast<int>(catalog.endpoints().size()));
}

void MetCalls::follow(const ScopeSet& requested)
{
    ScopeSet changed = requested;
    changed -= m_requested;
    m_requested -= requested;
    changed |= m_requested;
    m_requested = requested;
    changed.forEach([&](ScopeId scope) {
        for (const EndpointId endpoint : m_catalog->endpointsOf(scope)) {
            if (m_catalog->callGrouping(endpoint).need == ScopeCatalog::CallGrouping::Need::Scopes)
                m_calls.set(endpoint, m_catalog->endpoint(endpoint).requirement.isMetBy(requested));
        }
    });
}

EndpointFacetResult applyFacets(const ScopeCatalog& catalog, const CallParts& parts, const PartSet& found, const PartSet& ticked,
    const MetCalls& met, const EndpointFacetChoice& choice)
{
    constexpr std::size_t coverageCount = 4;
    constexpr std::size_t tokenCount = 4;

    enum FacetNumber : std::size_t { Headings, Ticked, Covered, Tokens };

    FacetCounter counter;
    counter.addFacet(catalog.endpointHeadings().size() + 1, choice.heading ? std::optional(*choice.heading + 1) : std::nullopt);
    counter.addFacet(choice.ticked);
    counter.addFacet(coverageCount, numberOf(choice.covered));
    counter.addFacet(tokenCount, numberOf(choice.token));

    const bool allPass = choice == EndpointFacetChoice{};
    EndpointFacetResult result{allPass ? found : PartSet(parts.count()), 0, {}, {}, {}, {}};
    bool passes = false;
    found.forEach([&](int number) {
        // A call comes before its fields and values, which go with it.
        const CallPart& part = parts.at(number);
        if (part.isCall()) {
            const ScopeCatalog::CallGrouping& call = catalog.callGrouping(part.endpoint);
            const std::array values{call.heading + 1, ticked.contains(number) ? 1 : 0,
                static_cast<int>(coverageOf(part.endpoint, call.need, met)), static_cast<int>(call.token)};
            passes = counter.add(values);
            result.callCount += passes ? 1 : 0;
        }
        if (passes && !allPass)
            result.parts.insert(number);
    });
    result.headings = counter.take(Headings);
    result.ticked = counter.take(Ticked);
    result.covered = counter.take(Covered);
    result.tokens = counter.take(Tokens);
    return result;
}

} // namespace scopes
