#include "models/EndpointFilter.h"

#include "catalog/FreeElsewhere.h"
#include "models/ScopeSearch.h"

#include <utility>

namespace scopes {

EndpointFilter::EndpointFilter(QObject* parent)
    : QObject(parent)
{
}

void EndpointFilter::setCatalog(CatalogPointer catalog, std::shared_ptr<const CallParts> parts)
{
    m_preparing.cancel();
    letGo();
    m_catalog = std::move(catalog);
    m_parts = std::move(parts);
    m_isLarge = ScopeSearch::isLarge(*m_catalog);
    m_met.setCatalog(*m_catalog);
    m_choice.heading.reset(); // its number is the old catalog's
    m_query = Query();
    takeTyped();
    if (m_isLarge)
        prepareSoon();
}

void EndpointFilter::letGo()
{
    if (m_isLarge && m_means.search)
        freeElsewhere(std::move(m_means.search));
    if (m_isLarge && m_means.recogniser)
        freeElsewhere(std::move(m_means.recogniser));
    m_means = {};
}

/// Only an address is read as a call where nothing is found.
bool EndpointFilter::mayBeCall(const QString& typed)
{
    return typed.contains(u'/');
}

/// True if what was typed, which that query is of, need not wait in a large catalog.
bool EndpointFilter::canAnswer(const Query& query) const
{
    if (!m_means.search)
        return false;
    return m_means.recogniser || !mayBeCall(m_typed) || !m_means.search->search(query, PartSet(m_parts->count())).isEmpty();
}

/// Has what was typed looked for from now on, if it need not wait. False if nothing changes by it yet.
bool EndpointFilter::takeTyped()
{
    Query query(m_typed);
    m_isWaiting = m_isLarge && !query.isEmpty() && !canAnswer(query);
    if (m_isWaiting)
        return false;
    m_sought = m_typed;
    if (query == m_query)
        return false;
    m_query = std::move(query);
    return true;
}

bool EndpointFilter::setQuery(const QString& typed)
{
    const bool wasBehind = m_isWaiting;
    m_typed = typed;
    const bool isOther = takeTyped();
    if (m_isWaiting && !m_preparing.isRunning())
        prepare();
    if (m_isWaiting != wasBehind)
        Q_EMIT behindChanged();
    return isOther;
}

bool EndpointFilter::setFacets(const EndpointFacetChoice& choice)
{
    if (choice == m_choice)
        return false;
    m_choice = choice;
    return true;
}

EndpointFilter::Means EndpointFilter::completed(
    Means means, const CatalogPointer& catalog, const std::shared_ptr<const CallParts>& parts, bool reads)
{
    if (!means.search)
        means.search = std::make_shared<const EndpointSearch>(catalog, parts);
    if (reads && !means.recogniser)
        means.recogniser = std::make_shared<const CallRecogniser>(*catalog);
    return means;
}

/// Later, so that the first rows are painted before.
void EndpointFilter::prepareSoon()
{
    QMetaObject::invokeMethod(
        this,
        [this, catalog = m_catalog] {
            if (catalog == m_catalog && !m_means.search && !m_preparing.isRunning())
                prepare();
        },
        Qt::QueuedConnection);
}

void EndpointFilter::prepare()
{
    const bool reads = m_means.search && mayBeCall(m_typed); // it was found to be needed
    m_preparing.start(
        [this, means = m_means, catalog = m_catalog, parts = m_parts, reads](const LatestTask::Link& link) -> LatestTask::Finish {
            Means made = completed(means, catalog, parts, reads);
            if (!link.isWanted())
                return [] {}; // and let go of in this thread
            return [this, made = std::move(made)] { take(made); };
        });
}

void EndpointFilter::take(const Means& means)
{
    const bool wasBehind = m_isWaiting;
    m_means = means;
    if (takeTyped())
        Q_EMIT queryChanged();
    else if (m_isWaiting)
        prepare(); // for what was typed meanwhile
    if (m_isWaiting != wasBehind)
        Q_EMIT behindChanged();
}

void EndpointFilter::catchUp()
{
    if (!m_isWaiting)
        return;
    m_preparing.cancel();
    take(completed(m_means, m_catalog, m_parts, mayBeCall(m_typed)));
}

void EndpointFilter::update(const PartSet& ticked, const ScopeSet& requested)
{
    m_met.follow(requested);
    m_result = applyFacets(*m_catalog, *m_parts, find(ticked), ticked, m_met, m_choice);
}

PartSet EndpointFilter::find(const PartSet& ticked)
{
    m_reading = {};
    m_problems = m_query.problems();
    if (m_query.isEmpty())
        return PartSet(m_parts->count(), true);
    m_means = completed(m_means, m_catalog, m_parts, false);
    PartSet found = m_means.search->search(m_query, ticked);
    if (found.isEmpty() && mayBeCall(m_sought) && (m_means.recogniser || !m_isLarge)) {
        m_means = completed(m_means, m_catalog, m_parts, true);
        m_reading = readCalls(m_sought, *m_means.recogniser, *m_catalog);
        if (!m_reading.names.isEmpty()) {
            m_problems.clear(); // those of a search
            return m_parts->chosen(m_reading.names);
        }
        m_reading = {};
    }
    m_problems = m_means.search->problems(m_query);
    return found;
}

} // namespace scopes
