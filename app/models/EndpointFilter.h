#pragma once

#include "models/CallReading.h"
#include "models/EndpointFacets.h"
#include "models/EndpointSearch.h"
#include "workspace/LatestTask.h"

#include <QObject>

#include <memory>

namespace scopes {

/// What the search box and the facets let through of a catalog's calls, fields and parameter values. The index is made at the
/// first search; that of a large catalog in the background, as soon as the catalog is there: until then a search waits, and what
/// was found before stays. So does an address that no call has, for what reads calls.
class EndpointFilter : public QObject
{
    Q_OBJECT

public:
    explicit EndpointFilter(QObject* parent = nullptr);

    /// To be called first, and again when the catalog changes. What is searched for stays.
    void setCatalog(CatalogPointer catalog, std::shared_ptr<const CallParts> parts);

    /// False if that means what was asked for before, or has to wait. A text that no call holds but that reads as one (a URL with
    /// its query, a path with its parameters filled in) finds that call with the fields that it asks for.
    bool setQuery(const QString& typed);
    bool setFacets(const EndpointFacetChoice& choice);

    /// Finds again, for what is ticked and requested now.
    void update(const PartSet& ticked, const ScopeSet& requested);

    /// True while what was typed last waits.
    bool isBehind() const { return m_isWaiting; }

    /// Makes now what a search waits for; then it waits no longer, and queryChanged() was told.
    void catchUp();

    const PartSet& shown() const { return m_result.parts; }

    const EndpointFacetResult& facetResult() const { return m_result; }

    /// That of shown().
    const Query& query() const { return m_query; }

    const EndpointFacetChoice& facets() const { return m_choice; }

    const std::vector<QueryProblem>& problems() const { return m_problems; }

    /// What the text reads as if it is no search; else without names.
    const CallReading& reading() const { return m_reading; }

    bool isFiltered() const { return !m_query.isEmpty() || m_choice != EndpointFacetChoice{}; }

    /// True if ticking, or requesting, can change what is shown.
    bool dependsOnTicks() const { return m_query.wantsTicked() || m_query.wantsUnticked() || m_choice.ticked != Membership::All; }

    bool dependsOnRequest() const { return m_choice.covered.has_value(); }

Q_SIGNALS:
    /// What waited need wait no longer: to be followed by update().
    void queryChanged();
    void behindChanged();

private:
    /// What searching takes, made once for a catalog.
    struct Means
    {
        std::shared_ptr<const EndpointSearch> search;
        std::shared_ptr<const CallRecogniser> recogniser; ///< null until a text with an address is searched for
    };

    static Means completed(Means means, const CatalogPointer& catalog, const std::shared_ptr<const CallParts>& parts, bool reads);
    static bool mayBeCall(const QString& typed);
    bool canAnswer(const Query& query) const;
    bool takeTyped();
    void prepareSoon();
    void prepare();
    void take(const Means& means);
    void letGo();
    PartSet find(const PartSet& ticked);

    CatalogPointer m_catalog;
    std::shared_ptr<const CallParts> m_parts;
    bool m_isLarge = false;
    Means m_means;
    LatestTask m_preparing;
    QString m_typed;
    bool m_isWaiting = false; ///< m_query is not yet what was typed
    Query m_query;
    QString m_sought; ///< the text of m_query
    EndpointFacetChoice m_choice;
    MetCalls m_met;
    EndpointFacetResult m_result;
    std::vector<QueryProblem> m_problems;
    CallReading m_reading;
};

} // namespace scopes
