#include "search/Facets.h"

#include "search/Oracle.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

/// The rows that a choice leaves, scope by scope.
ScopeSet plainRows(const ScopeCatalog& catalog, const ScopeSet& hits, const ScopeSet& ticked, const ScopeSet& approved,
    const FacetChoice& choice)
{
    ScopeSet rows(catalog.scopeCount());
    for (ScopeId id = 0; id < catalog.scopeCount(); ++id) {
        const Scope& scope = catalog.scope(id);
        const bool tickMatches = choice.ticked == Membership::All || ticked.contains(id) == (choice.ticked == Membership::In);
        const bool approvedMatches =
            choice.approved == Membership::All || approved.contains(id) == (choice.approved == Membership::In);
        rows.set(id,
            hits.contains(id) && tickMatches && approvedMatches && choice.topic.value_or(scope.topic) == scope.topic
                && choice.approval.value_or(scope.approval) == scope.approval
                && choice.obtainedBy.value_or(scope.obtainedBy) == scope.obtainedBy);
    }
    return rows;
}

FacetChoice someChoice(const ScopeCatalog& catalog, QueryMaker& maker)
{
    FacetChoice choice;
    if (maker.below(3) == 0)
        choice.topic = maker.below(catalog.topicCount());
    choice.ticked = static_cast<Membership>(maker.below(3));
    if (maker.below(2) == 0)
        choice.approval = maker.below(static_cast<int>(catalog.approvals().size()) + 1) - 1;
    if (maker.below(2) == 0)
        choice.obtainedBy = static_cast<ObtainedBy>(maker.below(3));
    choice.approved = static_cast<Membership>(maker.below(3));
    return choice;
}

template <typename CountOf>
void checkLabels(const ScopeCatalog& catalog, const FacetResult& result, FacetChoice choice, CountOf countOf)
{
    const FacetChoice original = choice;
    choice.topic = std::nullopt;
    QCOMPARE(result.topics.all, countOf(choice));
    for (TopicId topic = 0; topic < catalog.topicCount(); ++topic) {
        choice.topic = topic;
        QCOMPARE(result.ofTopic(topic), countOf(choice));
    }
    choice = original;
    choice.approval = std::nullopt;
    QCOMPARE(result.approvals.all, countOf(choice));
    for (LabelId approval = noId; approval < static_cast<int>(catalog.approvals().size()); ++approval) {
        choice.approval = approval;
        QCOMPARE(result.ofApproval(approval), countOf(choice));
    }
}

template <typename CountOf>
void checkFixed(const FacetResult& result, FacetChoice choice, CountOf countOf)
{
    const FacetChoice original = choice;
    choice.ticked = Membership::All;
    QCOMPARE(result.ticked.all, countOf(choice));
    choice.ticked = Membership::In;
    QCOMPARE(result.ofTicked(true), countOf(choice));
    choice.ticked = Membership::Out;
    QCOMPARE(result.ofTicked(false), countOf(choice));
    choice = original;
    choice.approved = Membership::All;
    QCOMPARE(result.approved.all, countOf(choice));
    choice.approved = Membership::In;
    QCOMPARE(result.ofApproved(true), countOf(choice));
    choice.approved = Membership::Out;
    QCOMPARE(result.ofApproved(false), countOf(choice));
    choice = original;
    choice.obtainedBy = std::nullopt;
    QCOMPARE(result.obtainedBy.all, countOf(choice));
    for (const auto how : {ObtainedBy::Unknown, ObtainedBy::UserAuthorization, ObtainedBy::ClientCredentials}) {
        choice.obtainedBy = how;
        QCOMPARE(result.of(how), countOf(choice));
    }
}

} // namespace

class FacetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    /// Each count is what choosing its value gives.
    void countsAreTheRowsThatTheyWouldGive()
    {
        const quint32 first = seed(6);
        const CatalogPointer catalog = syntheticCatalog(317, first);
        QueryMaker maker(*catalog, first);
        for (int round = 0; round < 300; ++round) {
            const bool isOfAll = round % 10 == 0; // those are not counted one by one
            const ScopeSet hits = maker.someScopes(isOfAll ? 1 : 1 + maker.below(3));
            const ScopeSet ticked = maker.someScopes(1 + maker.below(4));
            const FacetChoice choice = isOfAll ? FacetChoice{} : someChoice(*catalog, maker);
            const ScopeSet approved = maker.someScopes(1 + maker.below(4));
            const FacetResult result = applyFacets(*catalog, hits, ticked, choice, &approved);
            QCOMPARE(result.rows, plainRows(*catalog, hits, ticked, approved, choice));
            QCOMPARE(result.rowCount, result.rows.count());
            const auto countOf = [&](const FacetChoice& other) {
                return plainRows(*catalog, hits, ticked, approved, other).count();
            };
            checkLabels(*catalog, result, choice, countOf);
            checkFixed(result, choice, countOf);
        }
    }

    void whatTheCatalogDoesNotHaveLeavesNothing()
    {
        const CatalogPointer catalog = syntheticCatalog(40);
        FacetChoice choice;
        choice.topic = 99;
        const FacetResult result = applyFacets(*catalog, ScopeSet(40, true), ScopeSet(40), choice);
        QCOMPARE(result.rowCount, 0);
        QCOMPARE(result.topics.all, 40);
        QCOMPARE(result.ofTopic(0), 20);
        QCOMPARE(result.ofTicked(false), 0);
    }

    void anEmptyCatalogHasNoRows()
    {
        const ScopeCatalog catalog{CatalogData()};
        const FacetResult result = applyFacets(catalog, ScopeSet(), ScopeSet(), {});
        QCOMPARE(result.rowCount, 0);
        QCOMPARE(result.ofApproval(noId), 0);
    }
};

SCOPES_TEST(FacetsTest)

} // namespace scopes::tests

#include "FacetsTest.moc"
