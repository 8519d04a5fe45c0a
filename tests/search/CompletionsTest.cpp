#include "search/Completions.h"

#include "search/Oracle.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

CatalogPointer catalogOf(std::initializer_list<Text> names)
{
    CatalogData data;
    data.topics = {{"t", "T", {}}};
    for (const Text name : names) {
        Scope scope;
        scope.name = name;
        data.scopes.push_back(scope);
    }
    return std::make_shared<const ScopeCatalog>(std::move(data));
}

/// All names, ranked one by one.
std::vector<ScopeId> plainCompletions(const ScopeCatalog& catalog, const QString& typed, int limit)
{
    std::vector<ScopeId> result;
    const QString wanted = plainFold(typed);
    for (const int rank : {0, 1, 2}) {
        for (ScopeId id = 0; id < catalog.scopeCount(); ++id) {
            const QString name = plainFold(toQString(catalog.scope(id).name));
            const bool starts = name.startsWith(wanted);
            bool startsSegment = false;
            for (qsizetype at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1))
                startsSegment = startsSegment || (at > 0 && QStringView(u"._-:/").contains(name[at - 1]));
            const int own = starts ? 0 : startsSegment ? 1 : name.contains(wanted) ? 2 : 3;
            if (own == rank && static_cast<int>(result.size()) < limit)
                result.push_back(id);
        }
    }
    return result;
}

} // namespace

class CompletionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void completes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("names");

        QTest::newRow("the beginning comes first, then segments, then the inside")
            << u"list"_s << 9 << QStringList{u"list.all"_s, u"video.list"_s, u"chat:list-one"_s, u"playlist"_s, u"Enlisted"_s};
        QTest::newRow("no more than the limit") << u"list"_s << 2 << QStringList{u"list.all"_s, u"video.list"_s};
        QTest::newRow("case does not matter") << u"VIDEO.L"_s << 9 << QStringList{u"video.list"_s};
        QTest::newRow("spaces around it do not matter") << u"  enl "_s << 9 << QStringList{u"Enlisted"_s};
        QTest::newRow("across segments") << u"deo.li"_s << 9 << QStringList{u"video.list"_s};
        QTest::newRow("a later place that starts a segment counts") << u"na"_s << 9 << QStringList{u"banana.na"_s, u"arena"_s};
        QTest::newRow("nothing typed gives the first ones") << u""_s << 2 << QStringList{u"playlist"_s, u"video.list"_s};
        QTest::newRow("nothing fits") << u"zzz"_s << 9 << QStringList{};
        QTest::newRow("none are wanted") << u"list"_s << 0 << QStringList{};
        QTest::newRow("fewer than none are wanted") << u"list"_s << -1 << QStringList{};
    }

    void completes()
    {
        QFETCH(QString, typed);
        QFETCH(int, limit);
        const CatalogPointer catalog =
            catalogOf({"playlist", "video.list", "list.all", "chat:list-one", "Enlisted", "arena", "banana.na"});
        QStringList names;
        for (const ScopeId id : completions(*catalog, typed, limit))
            names += toQString(catalog->scope(id).name);
        QTEST(names, "names");
    }

    void completesAsThePlainSearchDoes()
    {
        const quint32 first = seed(8);
        const CatalogPointer catalog = syntheticCatalog(400, first);
        QueryMaker maker(*catalog, first);
        for (int round = 0; round < 300; ++round) {
            const QString name = toQString(catalog->scope(maker.below(400)).name);
            const QString typed = name.mid(maker.below(static_cast<int>(name.size())), 1 + maker.below(5));
            const int limit = maker.below(30);
            QVERIFY2(completions(*catalog, typed, limit) == plainCompletions(*catalog, typed, limit), qPrintable(typed));
        }
    }
};

SCOPES_TEST(CompletionsTest)

} // namespace scopes::tests

#include "CompletionsTest.moc"
