#include "catalog/BuiltInCatalog.h"

#include "support/TestMain.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// The lines of the provider's page as it was copied, without indentation and empty lines, and without the table's heading.
QByteArrayList referenceLines()
{
    QFile file(tests::dataFolder() + u"scopes-reference.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList lines;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (const QByteArray text = line.trimmed(); !text.isEmpty())
            lines += text;
    }
    return lines.mid(lines.indexOf("Target APIs") + 1);
}

QByteArray bytesOf(Text text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class BuiltInCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void isWhole()
    {
        const auto read = builtInCatalog();
        QVERIFY2(read, qPrintable(toString(read.problems, u"tiktok.json"_s)));
        QVERIFY2(read.problems.empty(), qPrintable(toString(read.problems, u"tiktok.json"_s)));
        QCOMPARE((*read.value)->scopeCount(), 19);
        QCOMPARE((*read.value)->topicCount(), 7);
        QCOMPARE((*read.value)->endpoints().size(), std::size_t(33));
        QCOMPARE((*read.value)->separator(), u","_s);
    }

    void saysWordForWordWhatThePageSays()
    {
        const auto read = builtInCatalog();
        QVERIFY(read);
        const ScopeCatalog& catalog = **read.value;
        // Topic headings stand before their first scope, in the page's order.
        QByteArrayList ours;
        for (TopicId topic = 0; topic < catalog.topicCount(); ++topic) {
            ours += bytesOf(catalog.topic(topic).name);
            for (const ScopeId id : catalog.scopesOf(topic)) {
                const Scope& scope = catalog.scope(id);
                ours += {bytesOf(scope.name), bytesOf(scope.definition), bytesOf(scope.userDisplay)};
            }
        }
        const QByteArrayList page = referenceLines();
        QCOMPARE(page.size(), 7 + 3 * 19);
        QCOMPARE(ours, page);
        for (ScopeId id = 1; id < catalog.scopeCount(); ++id)
            QVERIFY(catalog.scope(id - 1).topic <= catalog.scope(id).topic);
    }

    void everyFactHasASourceWithADate()
    {
        const auto read = builtInCatalog();
        QVERIFY(read);
        const ScopeCatalog& catalog = **read.value;
        for (const Source& source : catalog.sources())
            QCOMPARE(source.retrieved.size(), std::size_t(10));
        for (const Scope& scope : catalog.scopes()) {
            QVERIFY(scope.source != noId);
            for (const Fact& fact : catalog.details(scope).facts)
                QVERIFY(fact.source != noId);
            QVERIFY(catalog.findOther(toQString(scope.name)) == nullptr);
        }
        for (const Endpoint& endpoint : catalog.endpoints())
            QVERIFY(endpoint.source != noId);
    }
};

SCOPES_TEST(BuiltInCatalogTest)
#include "BuiltInCatalogTest.moc"
