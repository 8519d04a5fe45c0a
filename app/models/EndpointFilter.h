#pragma once

#include "models/CallReading.h"
#include "models/EndpointFacets.h"
#include "models/EndpointSearch.h"

#include <memory>

namespace scopes {

/// What the search box and the facets let through of a catalog's calls, fields and parameter values.
class EndpointFilter
{
public:
    /// To be called first, and again when the catalog changes; both outlive the filter or its next catalog.
    void setCatalog(const ScopeCatalog& catalog, const CallParts& parts);

    /// False if that means what was asked for before. A text that no call holds but that reads as one (a URL with its query, a
    /// path with its parameters filled in) finds that call with the fields that it asks for.
    bool setQuery(const QString& typed);
    bool setFacets(const EndpointFacetChoice& choice);

    /// Finds again, for what is ticked and requested now.
    void update(const PartSet& ticked, const ScopeSet& requested);

    const PartSet& shown() const { return m_result.parts; }

    const EndpointFacetResult& facetResult() const { return m_result; }

    const Query& query() const { return m_query; }

    const EndpointFacetChoice& facets() const { return m_choice; }

    const std::vector<QueryProblem>& problems() const { return m_problems; }

    /// What the text reads as if it is no search; else without names.
    const CallReading& reading() const { return m_reading; }

    bool isFiltered() const { return !m_query.isEmpty() || m_choice != EndpointFacetChoice{}; }

    /// True if ticking, or requesting, can change what is shown.
    bool dependsOnTicks() const { return m_query.wantsTicked() || m_query.wantsUnticked() || m_choice.ticked != Membership::All; }

    bool dependsOnRequest() const { return m_choice.covered.has_value(); }

private:
    PartSet find(const PartSet& ticked);

    const ScopeCatalog* m_catalog = nullptr;
    const CallParts* m_parts = nullptr;
    std::unique_ptr<EndpointSearch> m_search; ///< made at the first search
    std::unique_ptr<CallRecogniser> m_recogniser; ///< made when a search finds nothing
    QString m_typed;
    Query m_query;
    EndpointFacetChoice m_choice;
    EndpointFacetResult m_result;
    std::vector<QueryProblem> m_problems;
    CallReading m_reading;
};

} // namespace scopes
