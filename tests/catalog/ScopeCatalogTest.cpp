#include "MinimalCatalog.h"
#include "catalog/CatalogReader.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

class ScopeCatalogTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

    template <typename T>
    static std::vector<T> listOf(std::span<const T> span)
    {
        return {span.begin(), span.end()};
    }

private Q_SLOTS:

    void initTestCase()
    {
        auto read = readCatalog(tests::minimalCatalog());
        QVERIFY(read);
        m_catalog = *read.value;
    }

    void findsExactNamesOnly_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("id");

        QTest::newRow("the first") << u"a.read"_s << 0;
        QTest::newRow("the last") << u"a.write"_s << 2;
        QTest::newRow("a part") << u"a.rea"_s << noId;
        QTest::newRow("more") << u"a.read "_s << noId;
        QTest::newRow("another case") << u"A.read"_s << noId;
        QTest::newRow("one seen elsewhere") << u"c.seen"_s << noId;
        QTest::newRow("nothing") << QString() << noId;
    }

    void findsExactNamesOnly()
    {
        QFETCH(const QString, name);
        QTEST(m_catalog->find(name), "id");
    }

    void groupsInterleavedTopics()
    {
        QCOMPARE(listOf(m_catalog->scopesOf(0)), (std::vector<ScopeId>{0, 2}));
        QCOMPARE(listOf(m_catalog->scopesOf(1)), (std::vector<ScopeId>{1}));
    }

    void knowsWhichCallsNameAScope()
    {
        // By the call itself, by a field, by a parameter's value.
        for (const ScopeId scope : {0, 1, 2})
            QCOMPARE(listOf(m_catalog->endpointsOf(scope)), (std::vector<EndpointId>{0}));
        QCOMPARE(m_catalog->fieldsOf(0).size(), std::size_t(1));
        QCOMPARE(m_catalog->fieldsOf(0).front().endpoint, 0);
        QCOMPARE(m_catalog->fieldsOf(0).front().field, 0);
        QVERIFY(m_catalog->fieldsOf(1).empty());
        QVERIFY(m_catalog->fieldsOf(2).empty());
    }

    void aTopicMayBeEmpty()
    {
        const auto read = readCatalog(tests::minimalCatalogWith(u"/scopes/1/topic"_s, "\"a\""));
        QVERIFY(read);
        QVERIFY((*read.value)->scopesOf(1).empty());
        QCOMPARE((*read.value)->scopesOf(0).size(), std::size_t(3));
    }

    void anEmptyCatalogIsFine()
    {
        const auto read = readCatalog("{\"format\": \"scope-explorer-catalog\", \"version\": 1, \"id\": \"e\", \"name\": \"E\", "
                                      "\"retrieved\": \"2024-01-01\", \"sources\": [], \"provider\": {\"name\": \"P\"}, "
                                      "\"topics\": [], \"scopes\": [], \"endpoints\": [], \"otherScopes\": []}");
        QVERIFY(read);
        QCOMPARE((*read.value)->scopeCount(), 0);
        QCOMPARE((*read.value)->separator(), u" "_s);
        QCOMPARE((*read.value)->find(u"x"_s), noId);
    }

    void unknownLabelsAreEmpty()
    {
        QVERIFY(m_catalog->product(noId).data() == nullptr);
        QVERIFY(m_catalog->approval(noId).data() == nullptr);
        QCOMPARE(toQString(m_catalog->product(m_catalog->scope(0).product)), u"Kit"_s);
        QVERIFY(m_catalog->details(m_catalog->scope(2)).facts.empty());
    }
};

SCOPES_TEST(ScopeCatalogTest)
#include "ScopeCatalogTest.moc"
