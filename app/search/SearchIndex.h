#pragma once

#include "catalog/ScopeCatalog.h"
#include "search/FoldedTexts.h"
#include "search/Query.h"

namespace scopes {

/// 'https://host/v2/user/' has the path '/v2/user/'; what has no host is a path already.
Text pathOf(Text url);

/// What a query finds.
struct SearchResult
{
    Query query;
    ScopeSet textHits; ///< what its texts alone find, whatever is ticked: the next search can start from here
    ScopeSet hits; ///< what is found
    std::vector<QueryProblem> problems; ///< what was not understood, in the order typed
};

/// The scopes that hold one of many things (a product, an endpoint, a field), by its number.
class ScopesByNumber
{
public:
    ScopesByNumber() = default;

    /// @p forEachPair(visit) calls visit(number, scope) for each pair, numbers from 0 to @p count - 1; twice the same.
    template <typename ForEachPair>
    ScopesByNumber(int count, ForEachPair forEachPair)
        : m_starts(static_cast<std::size_t>(count) + 1, 0)
    {
        forEachPair([&](int number, ScopeId) { ++m_starts[static_cast<std::size_t>(number) + 1]; });
        for (std::size_t i = 1; i < m_starts.size(); ++i)
            m_starts[i] += m_starts[i - 1];
        m_scopes.resize(m_starts.back());
        auto next = m_starts;
        forEachPair([&](int number, ScopeId scope) { m_scopes[next[static_cast<std::size_t>(number)]++] = scope; });
    }

    std::span<const ScopeId> of(int number) const
    {
        const std::size_t first = m_starts[static_cast<std::size_t>(number)];
        return std::span(m_scopes).subspan(first, m_starts[static_cast<std::size_t>(number) + 1] - first);
    }

private:
    std::vector<std::size_t> m_starts{0};
    std::vector<ScopeId> m_scopes;
};

/// Finds the scopes of one catalog by text. Takes about as much memory as the scopes' texts. Building it and searching use
/// two threads where the catalog is large; search() may be called from several threads at once.
///
/// A word without an operator is looked for in a scope's name, definition and user display, its topic and product, the names
/// and addresses of the endpoints that mention it, the fields that need it, and the user's own note on it. endpoint: also knows
/// 'GET /path' and ids.
class SearchIndex
{
public:
    explicit SearchIndex(CatalogPointer catalog);

    const CatalogPointer& catalog() const { return m_catalog; }

    /// @p ticked is what is:ticked means. @p last, an earlier result of this index, saves time where the query refines its
    /// query; it changes nothing else. What was ticked then does not matter.
    SearchResult search(const Query& query, const ScopeSet& ticked, const SearchResult* last = nullptr) const;

private:
    int scopeCount() const { return m_catalog->scopeCount(); }

    void indexEndpoints();
    void indexNotes();
    ScopeSet matching(const QueryTerm& term, const ScopeSet& candidates) const;
    void addOwnTextHits(const Needle& needle, const QueryTerm& term, const ScopeSet& candidates, ScopeSet& found) const;
    ScopeSet hitsElsewhere(const QueryTerm& term, const Needle& needle) const;
    bool occurs(const std::string& text) const;

    CatalogPointer m_catalog;
    FoldedTexts m_own; ///< a scope's name, definition and user display
    FoldedTexts m_topics;
    FoldedTexts m_products;
    FoldedTexts m_endpoints; ///< name and address
    FoldedTexts m_calls; ///< of an endpoint: method with address, method with path, id
    FoldedTexts m_fields; ///< of all endpoints, one after the other
    std::vector<ScopeId> m_noted; ///< the scopes with a note of the user's
    FoldedTexts m_notes; ///< theirs
    ScopesByNumber m_scopesOfProduct;
    ScopesByNumber m_scopesOfEndpoint;
    ScopesByNumber m_scopesOfField;
};

} // namespace scopes
