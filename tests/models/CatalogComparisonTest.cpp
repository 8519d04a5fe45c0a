#include "models/CatalogComparison.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

QByteArray catalogJson(const QByteArray& scope)
{
    return "openapi: 3.0.3\ninfo: {title: Chat}\n"
           "components: {securitySchemes: {o: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://x/a',\n"
           "  scopes: {'"
        + scope + "': Text}}}}}}\npaths: {}\n";
}

struct ComparisonUnderTest
{
    QTemporaryDir folder;
    CatalogComparison comparison;
    QSignalSpy finished{&comparison, &CatalogComparison::finished};

    CatalogSide file(const QString& name, const QByteArray& bytes) const
    {
        QFile made(folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
            qFatal("the test's file cannot be written");
        return {nullptr, made.fileName(), {}};
    }

    void compare(const CatalogSide& before, const CatalogSide& after)
    {
        const auto sofar = finished.size();
        comparison.start(before, after, {});
        QTRY_COMPARE(finished.size(), sofar + 1);
    }
};

} // namespace

/// Reading and comparing catalogs in the background.
class CatalogComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void filesAreReadAndCompared()
    {
        ComparisonUnderTest test;
        const CatalogSide old = test.file(u"old.yaml"_s, catalogJson("chat:read"));
        const CatalogSide now = test.file(u"now.yaml"_s, catalogJson("chat:write"));
        test.compare(old, now);
        const ComparedCatalogsPointer first = test.comparison.compared();
        QVERIFY2(first != nullptr, qPrintable(toString(test.comparison.problems(), {})));
        QCOMPARE(first->difference.renamed.size(), std::size_t(1));
        QCOMPARE(first->difference.renamed.front().before, u"chat:read"_s);
        test.compare(old, now);
        QCOMPARE(test.comparison.compared(), first); // nothing has changed since
        test.compare(now, old);
        QCOMPARE(test.comparison.compared()->difference.renamed.front().before, u"chat:write"_s);
        QCOMPARE(test.comparison.compared()->before, first->after); // which was not read again
    }

    void aFileThatChangedIsReadAgain()
    {
        ComparisonUnderTest test;
        const CatalogSide side = test.file(u"now.yaml"_s, catalogJson("chat:write"));
        const CatalogSide builtIn{*builtInCatalog().value, {}, {}};
        test.compare(builtIn, side);
        test.file(u"now.yaml"_s, catalogJson("chat:admin"));
        QFile touched(side.path);
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
        touched.close();
        test.compare(builtIn, side);
        QVERIFY(test.comparison.compared() != nullptr);
        QCOMPARE(test.comparison.compared()->difference.added, QStringList{u"chat:admin"_s});
    }

    void aFileThatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("the former") << true;
        QTest::newRow("the other") << false;
    }

    void aFileThatCannotBeReadSaysWhy()
    {
        QFETCH(const bool, isFirst);
        ComparisonUnderTest test;
        const CatalogSide good = test.file(u"good.yaml"_s, catalogJson("chat:read"));
        const CatalogSide bad = test.file(u"bad.json"_s, "{\n  \"openapi\": ");
        test.compare(isFirst ? bad : good, isFirst ? good : bad);
        QCOMPARE(test.comparison.compared(), nullptr);
        QCOMPARE(test.comparison.problemPath(), bad.path);
        QVERIFY(hasErrors(test.comparison.problems()));
        QCOMPARE(test.comparison.problems().front().line, 2);
        test.compare(good, good);
        QVERIFY(test.comparison.compared() != nullptr);
        QVERIFY(test.comparison.compared()->difference.isEmpty());
        QVERIFY(!hasErrors(test.comparison.problems()));
    }

    void readingIsCancelledInTheMiddle()
    {
        ComparisonUnderTest test;
        QByteArray large = catalogJson("chat:read");
        const QByteArray padding = "# nothing but room\n";
        large += padding.repeated(20'000'000 / padding.size());
        const CatalogSide side = test.file(u"large.yaml"_s, large);
        QSignalSpy progressed(&test.comparison, &CatalogComparison::progressed);
        test.comparison.start(side, side, {});
        QTRY_VERIFY(!progressed.isEmpty() || !test.finished.isEmpty());
        const bool wasTooFast = !test.finished.isEmpty();
        test.comparison.cancel();
        if (wasTooFast)
            QSKIP("this machine reads 20 MB before it tells how far it is");
        QVERIFY(progressed.first().first().toDouble() >= 0.0);
        QVERIFY(progressed.first().first().toDouble() <= 1.0);
        const CatalogSide small = test.file(u"now.yaml"_s, catalogJson("chat:write"));
        test.compare(small, small);
        QCOMPARE(test.finished.size(), 1);
    }

    void whatIsCancelledIsNotTold()
    {
        ComparisonUnderTest test;
        const CatalogSide side = test.file(u"now.yaml"_s, catalogJson("chat:write"));
        test.comparison.start(side, side, {});
        QVERIFY(test.comparison.isRunning());
        test.comparison.cancel();
        QVERIFY(!test.comparison.isRunning());
        test.compare(side, side); // comes after what was cancelled
        QCOMPARE(test.finished.size(), 1);
    }
};

SCOPES_TEST(CatalogComparisonTest)
#include "CatalogComparisonTest.moc"
