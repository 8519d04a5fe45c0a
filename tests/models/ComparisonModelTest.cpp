#include "models/ComparisonModel.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace scopes;

/// Compared sets as rows.
class ComparisonModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_catalog = *builtInCatalog().value; }

    void rowsSayInWordsWhatFollows()
    {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ComparedSets sets{QStringList{u"user.info.basic"_s, u"video.list"_s}, QStringList{u"user.info.basic"_s}, {}};
        model.setComparison(compare(sets, *m_catalog), m_catalog);
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(1, ComparisonModel::ScopeColumn), u"video.list"_s);
        QCOMPARE(cell(1, ComparisonModel::RequestedColumn), u"yes"_s);
        QCOMPARE(cell(1, ComparisonModel::GrantedColumn), u"no"_s);
        QCOMPARE(cell(1, ComparisonModel::NeededColumn), u"not known"_s);
        QVERIFY(!cell(1, ComparisonModel::FollowsColumn).isEmpty());
        QVERIFY(cell(0, ComparisonModel::FollowsColumn).isEmpty());
        const QModelIndex scope = model.index(1, 0);
        QVERIFY(scope.data(ComparisonModel::StoppedRole).toString().contains(u"/v2/video/"_s));
        QVERIFY(scope.data(Qt::AccessibleTextRole).toString().startsWith(u"video.list. Requested: yes. Granted: no."_s));
        QCOMPARE(model.index(0, 0).data(ComparisonModel::SeverityRole).toInt(), -1);
        QVERIFY(scope.data(ComparisonModel::SeverityRole).toInt() >= 0);
    }

    void theSummaryTellsWhatIsMissing_data()
    {
        QTest::addColumn<ComparedSets>("sets");
        QTest::addColumn<QString>("summary");
        const QStringList one{u"user.info.basic"_s};
        const QStringList two{u"user.info.basic"_s, u"video.list"_s};
        QTest::newRow("nothing is known") << ComparedSets{} << u"Two sets are needed"_s;
        QTest::newRow("one set is no comparison") << ComparedSets{one, {}, {}} << u"Two sets are needed"_s;
        QTest::newRow("an empty grant is a set") << ComparedSets{one, QStringList{}, {}} << u"One thing does not fit"_s;
        QTest::newRow("equal sets") << ComparedSets{two, two, two} << u"The sets fit together."_s;
        QTest::newRow("a part is granted") << ComparedSets{two, one, {}} << u"that is no error"_s;
    }

    void theSummaryTellsWhatIsMissing()
    {
        QFETCH(ComparedSets, sets);
        QFETCH(QString, summary);
        const QString text = summaryOf(compare(sets, *m_catalog), sets);
        QVERIFY2(text.contains(summary), qPrintable(text));
    }

private: // NOLINT(readability-redundant-access-specifiers): what follows are no slots
    CatalogPointer m_catalog;
};

SCOPES_TEST(ComparisonModelTest)
#include "ComparisonModelTest.moc"
