#include "models/ScopeRows.h"

#include <algorithm>
#include <iterator>

namespace scopes {

void ScopeRows::setOrder(const ScopeCatalog& catalog)
{
    m_ownOrder.clear();
    m_order = catalog.scopesByTopic();
    m_runs.clear();
    m_runs.reserve(static_cast<std::size_t>(catalog.topicCount()));
    for (TopicId topic = 0; topic < catalog.topicCount(); ++topic)
        addRun(catalog, topic);
    m_isAscending = true;
    hideAll(catalog);
}

void ScopeRows::setOrder(std::vector<ScopeId> order, const ScopeCatalog& catalog)
{
    m_ownOrder = std::move(order);
    m_order = m_ownOrder;
    m_runs.clear();
    m_runs.reserve(static_cast<std::size_t>(catalog.topicCount()));
    for (std::size_t place = 0; place < m_order.size(); place += m_runs.back().length)
        addRun(catalog, catalog.grouping(m_order[place]).topic);
    m_isAscending = std::all_of(m_runs.begin(), m_runs.end(), [this](const Run& run) {
        const auto scopes = scopesOf(run);
        return std::is_sorted(scopes.begin(), scopes.end());
    });
    hideAll(catalog);
}

void ScopeRows::addRun(const ScopeCatalog& catalog, TopicId topic)
{
    const std::size_t start = m_runs.empty() ? 0 : m_runs.back().start + m_runs.back().length;
    m_runs.push_back({topic, start, catalog.scopesOf(topic).size()});
}

void ScopeRows::hideAll(const ScopeCatalog& catalog)
{
    m_rowOfTopic.assign(static_cast<std::size_t>(catalog.topicCount()), -1);
    m_placeOfScope.assign(m_isAscending ? 0 : m_order.size(), -1);
    m_topics.clear();
    m_chosen.clear();
    m_scopes = {};
    m_starts.assign(1, 0);
}

void ScopeRows::show(const ScopeSet& shown)
{
    const bool isAll = shown.count() == static_cast<int>(m_order.size());
    std::fill(m_rowOfTopic.begin(), m_rowOfTopic.end(), -1);
    m_topics.clear();
    m_starts.clear();
    m_chosen.clear();
    m_chosen.reserve(isAll ? 0 : m_order.size());
    std::size_t end = 0;
    for (const Run& run : m_runs) {
        const std::size_t start = end;
        if (isAll) {
            end += run.length;
        } else {
            const auto scopes = scopesOf(run);
            std::copy_if(
                scopes.begin(), scopes.end(), std::back_inserter(m_chosen), [&](ScopeId scope) { return shown.contains(scope); });
            end = m_chosen.size();
        }
        if (end == start)
            continue;
        m_rowOfTopic[static_cast<std::size_t>(run.topic)] = static_cast<int>(m_topics.size());
        m_topics.push_back(run.topic);
        m_starts.push_back(static_cast<int>(start));
    }
    m_starts.push_back(static_cast<int>(end));
    m_scopes = isAll ? m_order : std::span<const ScopeId>(m_chosen);
    if (m_isAscending)
        return;
    std::fill(m_placeOfScope.begin(), m_placeOfScope.end(), -1);
    for (std::size_t place = 0; place < m_scopes.size(); ++place)
        m_placeOfScope[static_cast<std::size_t>(m_scopes[place])] = static_cast<int>(place);
}

std::span<const ScopeId> ScopeRows::scopesAt(int topicRow) const
{
    const auto row = static_cast<std::size_t>(topicRow);
    const auto first = static_cast<std::size_t>(m_starts[row]);
    return m_scopes.subspan(first, static_cast<std::size_t>(m_starts[row + 1]) - first);
}

int ScopeRows::rowOfScope(ScopeId scope, int topicRow) const
{
    if (m_isAscending) {
        const auto scopes = scopesAt(topicRow);
        const auto found = std::lower_bound(scopes.begin(), scopes.end(), scope);
        return found != scopes.end() && *found == scope ? static_cast<int>(found - scopes.begin()) : -1;
    }
    const int place = m_placeOfScope[static_cast<std::size_t>(scope)];
    return place < 0 ? -1 : place - m_starts[static_cast<std::size_t>(topicRow)];
}

} // namespace scopes
