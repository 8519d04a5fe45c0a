#include "models/ScopeRows.h"

namespace scopes {

void ScopeRows::setOrder(std::vector<ScopeId> order, const ScopeCatalog& catalog)
{
    m_order = std::move(order);
    m_rowOfTopic.assign(static_cast<std::size_t>(catalog.topicCount()), -1);
    m_placeOfScope.assign(static_cast<std::size_t>(catalog.scopeCount()), -1);
    m_topics.clear();
    m_scopes.clear();
    m_starts.assign(1, 0);
}

void ScopeRows::show(const ScopeSet& shown, const ScopeCatalog& catalog)
{
    for (const TopicId topic : m_topics)
        m_rowOfTopic[static_cast<std::size_t>(topic)] = -1;
    for (const ScopeId scope : m_scopes)
        m_placeOfScope[static_cast<std::size_t>(scope)] = -1;
    m_topics.clear();
    m_starts.clear();
    m_scopes.clear();
    m_scopes.reserve(m_order.size());
    for (const ScopeId scope : m_order) {
        if (!shown.contains(scope))
            continue;
        const TopicId topic = catalog.scope(scope).topic;
        const auto place = static_cast<int>(m_scopes.size());
        if (m_topics.empty() || m_topics.back() != topic) {
            m_rowOfTopic[static_cast<std::size_t>(topic)] = static_cast<int>(m_topics.size());
            m_topics.push_back(topic);
            m_starts.push_back(place);
        }
        m_placeOfScope[static_cast<std::size_t>(scope)] = place;
        m_scopes.push_back(scope);
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
    const int place = m_placeOfScope[static_cast<std::size_t>(scope)];
    return place < 0 ? -1 : place - m_starts[static_cast<std::size_t>(topicRow)];
}

} // namespace scopes
