#pragma once

#include "models/CallParts.h"
#include "search/FoldedTexts.h"
#include "search/Query.h"

#include <memory>

namespace scopes {

/// Finds calls, fields and parameter values by text, with the query language of the scopes. A word without an operator is looked
/// for in a call's name, address and id, its product or group, the scopes that it needs, and its fields and values with their
/// meanings; name: and topic: are those of the scopes that are needed. What is said of a call holds for its fields too.
class EndpointSearch
{
public:
    /// @p parts are of @p catalog. Reads all texts, for which it may take a tenth of a second; in any thread.
    EndpointSearch(CatalogPointer catalog, std::shared_ptr<const CallParts> parts);

    /// The parts that every term fits, and for is:ticked and is:unticked those that are in @p ticked or not. A call is found
    /// also where one of its fields or values is.
    PartSet search(const Query& query, const PartSet& ticked) const;

    /// What was not understood of the query: also words that look like an operator and occur nowhere.
    std::vector<QueryProblem> problems(const Query& query) const;

private:
    PartSet matching(const QueryTerm& term) const;
    void addWithFields(int call, PartSet& found) const;
    void addByScopes(const ScopeSet& scopes, PartSet& found) const;

    CatalogPointer m_catalogPointer;
    std::shared_ptr<const CallParts> m_partsPointer;
    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const CallParts& m_parts; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    FoldedTexts m_calls; ///< by endpoint: name, URL, id, method with URL, method with path
    FoldedTexts m_headings;
    FoldedTexts m_scopes;
    FoldedTexts m_topics;
    FoldedTexts m_members; ///< by part: name, or value with parameter; meaning
};

} // namespace scopes
