#pragma once

#include "catalog/ScopeCatalog.h"

#include <span>
#include <vector>

namespace scopes {

/// Which scopes are shown in which rows: topics that have shown scopes, and below each its shown scopes.
class ScopeRows
{
public:
    ScopeRows() = default;

    /// All scopes of @p catalog in the order in which they are shown if nothing hides them, topic by topic.
    void setOrder(std::vector<ScopeId> order, const ScopeCatalog& catalog);

    /// Shows the members of @p shown.
    void show(const ScopeSet& shown);

    int topicCount() const { return static_cast<int>(m_topics.size()); }

    int scopeCount() const { return static_cast<int>(m_scopes.size()); }

    TopicId topicAt(int row) const { return m_topics[static_cast<std::size_t>(row)]; }

    std::span<const ScopeId> scopesAt(int topicRow) const;

    const std::vector<ScopeId>& all() const { return m_scopes; }

    /// Rows from 0; -1 if it is not shown.
    int rowOfTopic(TopicId topic) const { return m_rowOfTopic[static_cast<std::size_t>(topic)]; }

    int rowOfScope(ScopeId scope, int topicRow) const;

private:
    /// A topic's scopes in m_order: scopes need not be asked for their topics, which are spread over the catalog's memory.
    struct Run
    {
        TopicId topic = 0;
        std::size_t start = 0;
        std::size_t length = 0;
    };

    std::span<const ScopeId> scopesOf(const Run& run) const;

    std::vector<ScopeId> m_order;
    std::vector<Run> m_runs;
    bool m_isAscending = true; ///< within each topic, as in the catalog: rows are found without a table of all scopes
    std::vector<TopicId> m_topics; ///< by topic row
    std::vector<int> m_starts; ///< of a topic row in m_scopes; one more at the end
    std::vector<ScopeId> m_scopes;
    std::vector<int> m_rowOfTopic;
    std::vector<int> m_placeOfScope; ///< in m_scopes, -1 if not shown; empty for the catalog's order
};

} // namespace scopes
