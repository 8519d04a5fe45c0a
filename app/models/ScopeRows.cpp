#include "models/ScopeRows.h"

#include <algorithm>

namespace scopes {

void ScopeRows::setOrder(std::vector<ScopeId> order, const ScopeCatalog& catalog)
{
    m_order = std::move(order);
    m_runs.clear();
    m_runs.reserve(static_cast<std::size_t>(catalog.topicCount()));
    for (std::size_t place = 0; place < m_order.size();) {
        const TopicId topic = catalog.grouping(m_order[place]).topic;
        const std::size_t length = catalog.scopesOf(topic).size();
        m_runs.push_back({topic, place, length});
        place += length;
    }
    m_isAscending = std::all_of(m_runs.begin(), m_runs.end(), [this](const Run& run) {
        const auto scopes = scopesOf(run);
        return std::is_sorted(scopes.begin(), scopes.end());
    });
    m_rowOfTopic.assign(static_cast<std::size_t>(catalog.topicCount()), -1);
    m_placeOfScope.assign(m_isAscending ? 0 : m_order.size(), -1);
    m_topics.clear();
    m_scopes.clear();
    m_starts.assign(1, 0);
}

void ScopeRows::show(const ScopeSet& shown)
{
    std::fill(m_rowOfTopic.begin(), m_rowOfTopic.end(), -1);
    std::fill(m_placeOfScope.begin(), m_placeOfScope.end(), -1);
    m_topics.clear();
    m_starts.clear();
    m_scopes.clear();
    m_scopes.reserve(m_order.size());
    for (const Run& run : m_runs) {
        const std::size_t start = m_scopes.size();
        for (const ScopeId scope : scopesOf(run)) {
            if (!shown.contains(scope))
                continue;
            if (!m_isAscending)
                m_placeOfScope[static_cast<std::size_t>(scope)] = static_cast<int>(m_scopes.size());
            m_scopes.push_back(scope);
        }
        if (m_scopes.size() == start)
            continue;
        m_rowOfTopic[static_cast<std::size_t>(run.topic)] = static_cast<int>(m_topics.size());
        m_topics.push_back(run.topic);
        m_starts.push_back(static_cast<int>(start));
    }
    m_starts.push_back(static_cast<int>(m_scopes.size()));
}

std::span<const ScopeId> ScopeRows::scopesAt(int topicRow) const
{
    const auto row = static_cast<std::size_t>(topicRow);
    const auto first = static_cast<std::size_t>(m_starts[row]);
    return std::span<const ScopeId>(m_scopes).subspan(first, static_cast<std::size_t>(m_starts[row + 1]) - first);
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

std::span<const ScopeId> ScopeRows::scopesOf(const Run& run) const
{
    return std::span(m_order).subspan(run.start, run.length);
}

} // namespace scopes
