#include "search/Oracle.h"
#include "search/SearchIndex.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

class SearchRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void findsWhatThePlainSearchFinds()
    {
        const quint32 first = seed(1);
        int emptyResults = 0;
        int fullResults = 0;
        constexpr int rounds = 4000;
        for (quint32 part = 0; part < 4; ++part) {
            const CatalogPointer catalog = syntheticCatalog(199 + static_cast<int>(part) * 41, first + part);
            const SearchIndex index(catalog);
            const Oracle oracle(*catalog);
            QueryMaker maker(*catalog, first + part);
            const ScopeSet ticked = maker.someScopes(3);
            for (int round = 0; round < rounds / 4; ++round) {
                const PlainQuery query = maker.make();
                const auto result = index.search(Query(query.typed), ticked);
                QVERIFY2(result.hits == oracle.search(query, ticked), qPrintable(query.typed));
                QVERIFY2(result.problems.empty(), qPrintable(query.typed));
                emptyResults += result.hits.isEmpty() ? 1 : 0;
                fullResults += result.hits.count() == catalog->scopeCount() ? 1 : 0;
            }
        }
        QVERIFY2(emptyResults + fullResults < rounds * 3 / 4, "the queries tell too little apart");
    }

    /// Large enough for two threads, and for each way of reading the texts.
    void findsTheSameInALargeCatalog()
    {
        const quint32 first = seed(2);
        const CatalogPointer catalog = syntheticCatalog(60017, first);
        const SearchIndex index(catalog);
        const Oracle oracle(*catalog);
        QueryMaker maker(*catalog, first);
        const ScopeSet ticked = maker.someScopes(2);
        for (int round = 0; round < 40; ++round) {
            const PlainQuery query = maker.make();
            QVERIFY2(index.search(Query(query.typed), ticked).hits == oracle.search(query, ticked), qPrintable(query.typed));
        }
    }

    void narrowingChangesNoResult_data()
    {
        QTest::addColumn<int>("scopes");
        QTest::addColumn<int>("rounds");

        QTest::newRow("a small catalog") << 230 << 600;
        QTest::newRow("a catalog for two threads") << 60017 << 8;
    }

    /// Types queries key by key, takes some keys back, and ticks in between.
    void narrowingChangesNoResult()
    {
        QFETCH(int, scopes);
        QFETCH(int, rounds);
        const quint32 first = seed(4);
        const CatalogPointer catalog = syntheticCatalog(scopes, first);
        const SearchIndex index(catalog);
        QueryMaker maker(*catalog, first);
        SearchResult last = index.search(Query(), ScopeSet(scopes));
        int refinements = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString typed = maker.make().typed;
            const ScopeSet ticked = maker.someScopes(3);
            for (int length = 0; length <= typed.size(); length += maker.below(9) == 0 && length > 0 ? -1 : 1) {
                const Query query(typed.left(length));
                const bool refines = query.refines(last.query);
                const ScopeSet before = index.search(last.query, ticked).hits;
                SearchResult narrowed = index.search(query, ticked, &last);
                const SearchResult fresh = index.search(query, ticked);
                QVERIFY2(narrowed.hits == fresh.hits, qPrintable(query.isEmpty() ? u""_s : typed.left(length)));
                QCOMPARE(narrowed.problems, fresh.problems);
                QCOMPARE(narrowed.textHits, fresh.textHits);
                if (refines) {
                    ScopeSet added = fresh.hits;
                    added -= before;
                    QVERIFY2(added.isEmpty(), qPrintable(typed.left(length)));
                    ++refinements;
                }
                last = std::move(narrowed);
            }
        }
        QVERIFY(refinements > rounds * 3);
    }

    void namesOfASyntheticCatalogDiffer()
    {
        const CatalogPointer catalog = syntheticCatalog(100000, seed(1));
        QCOMPARE(catalog->scopeCount(), 100000);
        QCOMPARE(catalog->topicCount(), 5000);
        for (ScopeId id = 0; id < catalog->scopeCount(); ++id) {
            const Scope& scope = catalog->scope(id);
            QCOMPARE(catalog->find(toQString(scope.name)), id);
            QVERIFY(scope.definition.size() >= 58 && scope.definition.size() <= 140);
        }
    }
};

SCOPES_TEST(SearchRandomTest)

} // namespace scopes::tests

#include "SearchRandomTest.moc"
