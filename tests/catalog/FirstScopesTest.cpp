#include "MinimalCatalog.h"
#include "catalog/CatalogReader.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// With " for '.
QByteArray json(const QByteArray& text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

/// The first scopes of a catalog of which only the beginning has been read.
class FirstScopesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void onlyWholeScopesAreGiven_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QStringList>("names");

        const QByteArray start = json("{'topics':[{'id':'t','name':'scopes'}],'scopes':[");
        const QByteArray one = json("{'name':'a','facts':[{'text':']}'}],'definition':'A'}");
        const QByteArray two = json("{'name':'b \\'{[','definition':'B'}");
        QTest::newRow("all of them") << start + one + ',' + two + "]}" << QStringList{u"a"_s, u"b \"{["_s};
        QTest::newRow("the second cut off") << start + one + ',' + two.chopped(1) << QStringList{u"a"_s};
        QTest::newRow("cut off behind a comma") << start + one + ',' << QStringList{u"a"_s};
        QTest::newRow("cut off within an escape") << start + one + json(",{'name':'\\") << QStringList{u"a"_s};
        QTest::newRow("what stands behind them is none")
            << start + one + json("],'otherScopes':[") + two + "]}" << QStringList{u"a"_s};
        QTest::newRow("no more than asked for") << start + one + ',' + two + ',' + one + "]}" << QStringList{u"a"_s, u"b \"{["_s};
        QTest::newRow("the first cut off") << start + one.chopped(1) << QStringList{};
        QTest::newRow("an empty list") << start + "]}" << QStringList{};
        QTest::newRow("no list yet") << json("{'topics':[{'scopes':[{'name':'a'}]}],") << QStringList{};
        QTest::newRow("a scope that is broken") << start + json("{'name' 'a'},") << QStringList{};
        QTest::newRow("scopes that are no objects") << start + json("'a',['b'],7,") << QStringList{};
        QTest::newRow("brackets the wrong way round") << json("]]}}'scopes':[{}") << QStringList{};
        QTest::newRow("nothing") << QByteArray() << QStringList{};
    }

    void onlyWholeScopesAreGiven()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QStringList, names);
        QStringList found;
        for (const ScopePreview& scope : firstScopes(head, 2)) {
            found += scope.name;
            QCOMPARE(scope.definition, scope.name.left(1).toUpper());
        }
        QCOMPARE(found, names);
    }

    void readingEndsWhenNobodyWaits_data()
    {
        QTest::addColumn<int>("stopAt");
        QTest::addColumn<bool>("read");

        QTest::newRow("at once") << 1 << false;
        QTest::newRow("when the document has been parsed") << 2 << false;
        QTest::newRow("when names have been collected") << 3 << false;
        QTest::newRow("never") << 0 << true;
    }

    void readingEndsWhenNobodyWaits()
    {
        QFETCH(const int, stopAt);
        QFETCH(const bool, read);
        int asked = 0;
        double last = 0;
        const auto result = readCatalog(tests::minimalCatalog(), [&](double share) {
            last = share;
            return ++asked < stopAt || stopAt == 0;
        });
        if (read)
            QVERIFY(asked > 3);
        else
            QCOMPARE(asked, stopAt);
        QVERIFY(last >= 0 && last < 1);
        QCOMPARE(bool(result), read);
        if (!read)
            QCOMPARE(result.problems.at(0).message, u"Reading was stopped."_s);
    }
};

SCOPES_TEST(FirstScopesTest)
#include "FirstScopesTest.moc"
