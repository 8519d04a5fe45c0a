#include "models/EndpointFilter.h"

namespace scopes {

void EndpointFilter::setCatalog(const ScopeCatalog& catalog, const CallParts& parts)
{
    m_catalog = &catalog;
    m_parts = &parts;
    m_search.reset();
    m_recogniser.reset();
    m_choice.heading.reset(); // its number is the old catalog's
}

bool EndpointFilter::setQuery(const QString& typed)
{
    m_typed = typed;
    Query query(typed);
    if (query == m_query)
        return false;
    m_query = std::move(query);
    return true;
}

bool EndpointFilter::setFacets(const EndpointFacetChoice& choice)
{
    if (choice == m_choice)
        return false;
    m_choice = choice;
    return true;
}

void EndpointFilter::update(const PartSet& ticked, const ScopeSet& requested)
{
    m_result = applyFacets(*m_catalog, *m_parts, find(ticked), ticked, requested, m_choice);
}

PartSet EndpointFilter::find(const PartSet& ticked)
{
    m_reading = {};
    m_problems = m_query.problems();
    if (m_query.isEmpty())
        return PartSet(m_parts->count(), true);
    if (!m_search)
        m_search = std::make_unique<EndpointSearch>(*m_catalog, *m_parts);
    PartSet found = m_search->search(m_query, ticked);
    if (found.isEmpty() && m_typed.contains(u'/')) {
        if (!m_recogniser)
            m_recogniser = std::make_unique<CallRecogniser>(*m_catalog);
        m_reading = readCalls(m_typed, *m_recogniser, *m_catalog);
        if (!m_reading.names.isEmpty()) {
            m_problems.clear(); // those of a search
            return m_parts->chosen(m_reading.names);
        }
        m_reading = {};
    }
    m_problems = m_search->problems(m_query);
    return found;
}

} // namespace scopes
