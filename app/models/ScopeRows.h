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

    ScopeRows(const ScopeRows&) = delete;
    ScopeRows& operator=(const ScopeRows&) = delete;

    /// All scopes in the catalog's order, topic by topic. @p catalog is kept by the caller while its rows are asked for.
    void setOrder(const ScopeCatalog& catalog);

    /// All scopes of @p catalog in the order in which they are shown if nothing hides them, topic by topic.
    void setOrder(std::vector<ScopeId> order, const ScopeCatalog& catalog);

    /// Shows the members of @p shown.
    void show(const ScopeSet& shown);

    int topicCount() const { return static_cast<int>(m_topics.size()); }

    int scopeCount() const { return static_cast<int>(m_scopes.size()); }

    TopicId topicAt(int row) const { return m_topics[static_cast<std::size_t>(row)]; }

    std::span<const ScopeId> scopesAt(int topicRow) const;

    std::span<const ScopeId> all() const { return m_scopes; }

    /// Rows from 0; -1 if it is not shown.
    int rowOfTopic(TopicId topic) const { return m_rowOfTopic[static_cast<std::size_t>(topic)]; }

    int rowOfScope(ScopeId scope, int topicRow) const;

private:
    /// A topic's scopes in m_order.
    struct Run
    {
        TopicId topic = 0;
        std::size_t start = 0;
        std::size_t length = 0;
    };

    std::span<const ScopeId> scopesOf(const Run& run) const { return m_order.subspan(run.start, run.length); }

    void addRun(const ScopeCatalog& catalog, TopicId topic);
    void hideAll(const ScopeCatalog& catalog);

    std::vector<ScopeId> m_ownOrder; ///< empty for the catalog's
    std::span<const ScopeId> m_order; ///< of m_ownOrder or the catalog
    std::vector<Run> m_runs;
    bool m_isAscending = true; ///< within each topic, as in the catalog: rows are found without a table of all scopes
    std::vector<TopicId> m_topics; ///< by topic row
    std::vector<int> m_starts; ///< of a topic row in m_scopes; one more at the end
    std::vector<ScopeId> m_chosen; ///< empty if all are shown
    std::span<const ScopeId> m_scopes; ///< of m_chosen or m_order
    std::vector<int> m_rowOfTopic;
    std::vector<int> m_placeOfScope; ///< in m_scopes, -1 if not shown; empty for the catalog's order
};

} // namespace scopes
