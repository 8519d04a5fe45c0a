#include "search/SearchIndex.h"

#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

CatalogPointer smallCatalog()
{
    CatalogData data;
    const auto addScope = [&](Text name, Text definition, Text display, TopicId topic, Text product) {
        Scope scope;
        scope.name = name;
        scope.definition = definition;
        scope.userDisplay = display;
        scope.topic = topic;
        scope.product = product.empty() ? noId : data.productId(product);
        data.scopes.push_back(scope);
    };
    data.topics = {{"user", "User", {}}, {"research", "Research API", {}}, {"chat", "Chat", {}}};
    addScope("user.info.basic", "Read a user's profile info", "Read your profile info (avatar, display name)", 0, "Login Kit");
    addScope("user.info.stats", "Read access to a user's statistical data", "Read your profile engagement statistics", 0,
        "Display API");
    addScope("research.data.basic", "Access to public data for research purposes", {}, 1, "Réseau Tools");
    addScope("chat:write", "Post to the café", "Send messages", 2, {});
    const auto addEndpoint = [&](Text id, Text name, Text method, Text url, ScopeId scope) -> Endpoint& {
        Endpoint& endpoint = data.endpoints.emplace_back();
        endpoint.id = id;
        endpoint.name = name;
        endpoint.method = method;
        endpoint.url = url;
        endpoint.requirement.alternatives = {{scope}};
        return endpoint;
    };
    Endpoint& info = addEndpoint("user.info", "Get User Info", "GET", "https://open.example.com/v2/user/info/", 0);
    info.fields = {{"open_id", {}, {{{0}}}, noId}, {"follower_count", {}, {{{1}}}, noId}};
    addEndpoint("chat.post", "Send", "POST", "/api/chat.postMessage", 3);
    return std::make_shared<const ScopeCatalog>(std::move(data));
}

ScopeSet setOf(int size, std::initializer_list<ScopeId> ids)
{
    ScopeSet set(size);
    for (const ScopeId id : ids)
        set.insert(id);
    return set;
}

QString shown(const ScopeSet& set)
{
    QString ids;
    set.forEach([&](ScopeId id) { ids += QString::number(id); });
    return ids;
}

} // namespace

class SearchIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ids");

        QTest::newRow("nothing typed finds all") << u""_s << u"0123"_s;
        QTest::newRow("by name") << u"INFO.basic"_s << u"0"_s;
        QTest::newRow("by definition") << u"purposes"_s << u"2"_s;
        QTest::newRow("by user display") << u"engagement"_s << u"1"_s;
        QTest::newRow("by topic") << u"\"research api\""_s << u"2"_s;
        QTest::newRow("by product, without its accent") << u"reseau"_s << u"2"_s;
        QTest::newRow("by the name of an endpoint") << u"\"get user\""_s << u"01"_s;
        QTest::newRow("by the path of an endpoint") << u"/v2/user"_s << u"01"_s;
        QTest::newRow("by field") << u"follower_count"_s << u"1"_s;
        QTest::newRow("a method is no word") << u"\"GET /v2\""_s << u""_s;
        QTest::newRow("a method and a path are an endpoint") << u"endpoint:\"get /v2/user/info/\""_s << u"01"_s;
        QTest::newRow("a method and an address are an endpoint") << u"endpoint:\"get https://open\""_s << u"01"_s;
        QTest::newRow("a path without host") << u"endpoint:\"post /api/chat\""_s << u"3"_s;
        QTest::newRow("an id of an endpoint") << u"endpoint:chat.post"_s << u"3"_s;
        QTest::newRow("all terms must match") << u"read statistics"_s << u"1"_s;
        QTest::newRow("terms may match in different places") << u"\"login kit\" avatar open_id"_s << u"0"_s;
        QTest::newRow("no match across name and definition") << u"\"basic read\""_s << u""_s;
        QTest::newRow("no match across scopes") << u"\"statistics research\""_s << u""_s;
        QTest::newRow("topic: looks at the topic only") << u"topic:user"_s << u"01"_s;
        QTest::newRow("product: looks at the product only") << u"product:api"_s << u"1"_s;
        QTest::newRow("field: looks at fields only") << u"field:open"_s << u"0"_s;
        QTest::newRow("name: looks at the name only") << u"name:read"_s << u""_s;
        QTest::newRow("name: finds the end of a name") << u"name:asic"_s << u"02"_s;
        QTest::newRow("not a word") << u"-user"_s << u"23"_s;
        QTest::newRow("not a topic") << u"-topic:user -name:chat"_s << u"2"_s;
        QTest::newRow("ticked") << u"is:ticked"_s << u"13"_s;
        QTest::newRow("unticked with a word") << u"is:unticked user"_s << u"0"_s;
        QTest::newRow("ticked and unticked is nothing") << u"is:ticked is:unticked"_s << u""_s;
        QTest::newRow("an accent in the text") << u"cafe"_s << u"3"_s;
        QTest::newRow("an accent in the query") << u"dätà"_s << u"12"_s;
    }

    void finds()
    {
        QFETCH(QString, typed);
        const SearchIndex index(smallCatalog());
        QTEST(shown(index.search(Query(typed), setOf(4, {1, 3})).hits), "ids");
    }

    void complainsOnlyWhenNothingHasThatText_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("problems");

        QTest::newRow("a scope of that name") << u"chat:write"_s << 0;
        QTest::newRow("the beginning of such a name") << u"chat:"_s << 0;
        QTest::newRow("no scope of that name") << u"chat:read"_s << 1;
        QTest::newRow("not a scope of that name") << u"-chat:write"_s << 0;
        QTest::newRow("no scope of that name, negated") << u"-chat:read"_s << 1;
        QTest::newRow("a name beside a word that finds nothing") << u"zzz chat:write"_s << 0;
        QTest::newRow("an address") << u"https://open"_s << 0;
        QTest::newRow("two mistakes") << u"foo:x is:y"_s << 2;
    }

    void complainsOnlyWhenNothingHasThatText()
    {
        QFETCH(QString, typed);
        QFETCH(int, problems);
        const SearchIndex index(smallCatalog());
        const auto result = index.search(Query(typed), ScopeSet(4));
        QCOMPARE(static_cast<int>(result.problems.size()), problems);
        QVERIFY(std::is_sorted(result.problems.begin(), result.problems.end(),
            [](const QueryProblem& left, const QueryProblem& right) { return left.start < right.start; }));
    }

    void narrowingHeedsWhatIsTickedNow()
    {
        const SearchIndex index(smallCatalog());
        const auto before = index.search(Query(u"user is:ticked"_s), setOf(4, {0}));
        QCOMPARE(shown(before.hits), u"0"_s);
        QCOMPARE(shown(index.search(Query(u"user is:ticked"_s), setOf(4, {1}), &before).hits), u"1"_s);
        QCOMPARE(shown(index.search(Query(u"user is:unticked"_s), setOf(4, {1}), &before).hits), u"0"_s);
    }

    void anEmptyCatalogFindsNothing()
    {
        const SearchIndex index(std::make_shared<const ScopeCatalog>(CatalogData()));
        for (const auto& typed : {u""_s, u"a"_s, u"-a"_s, u"topic:a field:b"_s, u"name:a is:ticked"_s})
            QCOMPARE(index.search(Query(typed), ScopeSet()).hits, ScopeSet());
    }
};

SCOPES_TEST(SearchIndexTest)

} // namespace scopes::tests

#include "SearchIndexTest.moc"
