#include "catalog/CatalogReader.h"
#include "support/TestMain.h"

#include <QFile>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

using Random = std::mt19937;

qsizetype below(Random& random, qsizetype limit)
{
    return static_cast<qsizetype>(random() % static_cast<std::size_t>(limit));
}

/// Another byte, a piece taken out, a piece from elsewhere put in, or a piece said twice.
void damage(QByteArray& json, Random& random)
{
    const qsizetype at = below(random, json.size());
    const qsizetype length = std::min(1 + below(random, 60), json.size() - at);
    const qsizetype elsewhere = below(random, json.size());
    switch (random() % 4) {
    case 0:
        json[at] = static_cast<char>(random() & 0xFF);
        break;
    case 1:
        json.remove(at, length);
        break;
    case 2:
        json.insert(at, json.mid(elsewhere, length));
        break;
    default:
        json.replace(at, length, json.mid(elsewhere, length));
    }
}

/// Asks the catalog everything that an id leads to: sanitizers see what is out of range.
qsizetype ask(const ScopeCatalog& catalog)
{
    qsizetype size = catalog.name().size();
    for (ScopeId id = 0; id < catalog.scopeCount(); ++id) {
        const Scope& scope = catalog.scope(id);
        size += static_cast<qsizetype>(catalog.topic(scope.topic).name.size() + catalog.source(scope.source).id.size()
            + catalog.product(scope.product).size() + catalog.approval(scope.approval).size()
            + catalog.details(scope).facts.size() + catalog.fieldsOf(id).size());
        for (const EndpointId endpoint : catalog.endpointsOf(id))
            size += static_cast<qsizetype>(catalog.source(catalog.endpoint(endpoint).source).id.size());
        if (catalog.find(toQString(scope.name)) != id)
            size = -1'000'000'000;
    }
    return size;
}

} // namespace

class CatalogDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void damagedCatalogsAreReadOrRefusedWithPlaces()
    {
        QFile file(u":/tiktok.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        const auto lines = static_cast<int>(whole.count('\n')) + 1000;
        Random random(tests::seed(1));
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("SCOPES_ROUNDS", &given);
        int read = 0;
        for (int round = 0; round < (given ? asked : 1'500); ++round) {
            QByteArray json = whole;
            for (auto times = 1 + random() % 3; times > 0; --times)
                damage(json, random);
            const auto result = readCatalog(json);
            QCOMPARE(bool(result), !hasErrors(result.problems));
            QVERIFY(result.problems.size() <= 100);
            for (const Problem& problem : result.problems)
                QVERIFY(!problem.message.isEmpty() && problem.line >= 1 && problem.line <= lines && problem.column >= 1);
            if (result) {
                ++read;
                QVERIFY(ask(**result.value) > 0);
            }
        }
        QVERIFY(given || (read > 50 && read < 1'450));
    }
};

SCOPES_TEST(CatalogDamageTest)
#include "CatalogDamageTest.moc"
