#include "models/EndpointSearch.h"

#include "search/SearchIndex.h"

#include <algorithm>
#include <utility>

namespace scopes {

namespace {

std::string callText(const Endpoint& endpoint, Text address)
{
    return std::string(endpoint.method) + ' ' + std::string(address);
}

} // namespace

EndpointSearch::EndpointSearch(CatalogPointer catalogPointer, std::shared_ptr<const CallParts> partsPointer)
    : m_catalogPointer(std::move(catalogPointer))
    , m_partsPointer(std::move(partsPointer))
    , m_catalog(*m_catalogPointer)
    , m_parts(*m_partsPointer)
    , m_headings(static_cast<int>(m_catalog.endpointHeadings().size()),
          [this](int id) { return std::array{m_catalog.endpointHeading(id)}; })
    , m_scopes(m_catalog.scopeCount(), [this](int id) { return std::array{m_catalog.scope(id).name}; })
    , m_topics(m_catalog.topicCount(), [this](int id) { return std::array{m_catalog.topic(id).name}; })
{
    const ScopeCatalog& catalog = m_catalog;
    const CallParts& parts = m_parts;
    std::vector<std::array<std::string, 2>> calls;
    for (const Endpoint& endpoint : catalog.endpoints())
        calls.push_back({callText(endpoint, endpoint.url), callText(endpoint, pathOf(endpoint.url))});
    m_calls = FoldedTexts(static_cast<int>(calls.size()), [&](int id) {
        const Endpoint& endpoint = catalog.endpoint(id);
        const auto& call = calls[static_cast<std::size_t>(id)];
        return std::array{endpoint.name, endpoint.url, endpoint.id, Text(call[0]), Text(call[1])};
    });
    std::vector<std::string> values(static_cast<std::size_t>(parts.count()));
    for (int number = 0; number < parts.count(); ++number) {
        const CallPart& part = parts.at(number);
        if (part.parameter == noId)
            continue;
        const Parameter& parameter = catalog.endpoint(part.endpoint).parameters[static_cast<std::size_t>(part.parameter)];
        values[static_cast<std::size_t>(number)] =
            std::string(parameter.name) + '=' + std::string(parameter.values[static_cast<std::size_t>(part.value)].value);
    }
    m_members = FoldedTexts(parts.count(), [&](int number) {
        const CallPart& part = parts.at(number);
        if (part.field == noId)
            return std::array{Text(values[static_cast<std::size_t>(number)]), Text()};
        const Field& field = catalog.endpoint(part.endpoint).fields[static_cast<std::size_t>(part.field)];
        return std::array{field.name, field.meaning};
    });
}

PartSet EndpointSearch::search(const Query& query, const PartSet& ticked) const
{
    PartSet found(m_parts.count(), true);
    for (const QueryTerm& term : query.terms()) {
        const PartSet matches = matching(term);
        if (term.negated)
            found -= matches;
        else
            found &= matches;
    }
    if (query.wantsTicked())
        found &= ticked;
    if (query.wantsUnticked())
        found -= ticked;
    if (m_parts.count() == static_cast<int>(m_catalog.endpoints().size()))
        return found; // all are calls
    PartSet withCalls = found;
    found.forEach([&](int number) { withCalls.insert(m_parts.callOfPart(number)); });
    return withCalls;
}

std::vector<QueryProblem> EndpointSearch::problems(const Query& query) const
{
    std::vector<QueryProblem> problems = query.problems();
    for (const Query::Doubt& doubt : query.doubts()) {
        if (matching({{}, doubt.text, false, false}).isEmpty())
            problems.push_back(doubt.problem);
    }
    std::stable_sort(problems.begin(), problems.end(),
        [](const QueryProblem& left, const QueryProblem& right) { return left.start < right.start; });
    return problems;
}

/// The parts that hold the term's text, be the term negated or not.
PartSet EndpointSearch::matching(const QueryTerm& term) const
{
    const Needle needle(term.text);
    PartSet found(m_parts.count());
    // A text that holds the needle, and is it where the whole is asked for.
    const auto fits = [&](const FoldedTexts& texts, int number) { return !term.whole || texts.hasPart(number, term.text); };
    if (term.covers(SearchColumn::Endpoint)) {
        m_calls.forEachHit(needle, [&](int endpoint) {
            if (fits(m_calls, endpoint))
                addWithFields(m_parts.callOf(endpoint), found);
        });
    }
    if (term.covers(SearchColumn::Field)) {
        m_members.forEachHit(needle, [&](int number) {
            const Text name = m_members.firstPart(number);
            if (!term.column || (term.whole ? name == term.text : needle.isIn(name)))
                found.insert(number);
        });
    }
    if (term.covers(SearchColumn::Product)) {
        std::vector<bool> headings(m_catalog.endpointHeadings().size(), false);
        m_headings.forEachHit(
            needle, [&](int heading) { headings[static_cast<std::size_t>(heading)] = fits(m_headings, heading); });
        for (int number = 0; number < m_parts.count(); ++number) {
            const LabelId heading = m_catalog.callGrouping(m_parts.at(number).endpoint).heading;
            if (heading != noId && headings[static_cast<std::size_t>(heading)])
                found.insert(number);
        }
    }
    ScopeSet scopes(m_catalog.scopeCount());
    if (term.covers(SearchColumn::Name))
        m_scopes.forEachHit(needle, [&](int scope) {
            if (fits(m_scopes, scope))
                scopes.insert(scope);
        });
    if (term.column == SearchColumn::Topic) {
        m_topics.forEachHit(needle, [&](int topic) {
            if (!fits(m_topics, topic))
                return;
            for (const ScopeId scope : m_catalog.scopesOf(topic))
                scopes.insert(scope);
        });
    }
    addByScopes(scopes, found);
    return found;
}

void EndpointSearch::addWithFields(int call, PartSet& found) const
{
    for (int number = call; number < m_parts.endOf(call); ++number)
        found.insert(number);
}

/// The parts that mention one of the scopes.
void EndpointSearch::addByScopes(const ScopeSet& scopes, PartSet& found) const
{
    const auto mentions = [&](int number) {
        const auto& alternatives = requirementOf(m_parts.at(number), m_catalog).alternatives;
        return std::any_of(alternatives.begin(), alternatives.end(), [&](const auto& all) {
            return std::any_of(all.begin(), all.end(), [&](ScopeId scope) { return scopes.contains(scope); });
        });
    };
    scopes.forEach([&](ScopeId scope) {
        for (const EndpointId endpoint : m_catalog.endpointsOf(scope)) {
            const int call = m_parts.callOf(endpoint);
            const bool isAlone = m_parts.endOf(call) == call + 1; // it is what mentions the scope
            if (isAlone || mentions(call)) {
                addWithFields(call, found);
                continue;
            }
            for (int number = call + 1; number < m_parts.endOf(call); ++number) {
                if (mentions(number))
                    found.insert(number);
            }
        }
    });
}

} // namespace scopes
