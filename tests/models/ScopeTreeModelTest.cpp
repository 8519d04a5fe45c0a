#include "models/ScopeTreeModel.h"

#include "catalog/BuiltInCatalog.h"
#include "models/CountText.h"
#include "models/RowExport.h"
#include "models/ScopeColumns.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <numeric>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

CatalogPointer tiktok()
{
    static const CatalogPointer catalog = builtInCatalog().value.value();
    return catalog;
}

QStringList namesOf(const ScopeTreeModel& model)
{
    QStringList names;
    for (int topic = 0; topic < model.rowCount(); ++topic) {
        const QModelIndex parent = model.index(topic, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            names += model.index(row, 0, parent).data().toString();
    }
    return names;
}

QModelIndex rowOf(const ScopeTreeModel& model, const QString& name, int column = 0)
{
    return model.indexOf(model.workspace().catalog().find(name), column);
}

QStringList marked(const QModelIndex& index, int role)
{
    QStringList words;
    for (const TextRange& range : index.data(role).value<QList<TextRange>>())
        words += index.data().toString().mid(range.start, range.length);
    return words;
}

} // namespace

class ScopeTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheWholeCatalogByTopic();
    void filters_data();
    void aSearchOfALargeCatalogWaitsForItsIndex_data();
    void aSearchOfALargeCatalogWaitsForItsIndex();
    void aSearchThatWaitsGoesOnInTheNextCatalog();
    void aLargeCatalogIsSortedWhileItsRowsStay();
    void filters();
    void facetCountsEqualTheRowsTheyGive();
    void topicBoxIsTriState();
    void topicUnderASearchTicksWhatIsShown();
    void marksWhatTheUserReadsDifferently();
    void sortsAndComesBack();
    void copiesRowsAsTextAndTable();
    void keepsRequestWhenTheCatalogChanges();
    void staysConsistentUnderRandomOperations();
};

void ScopeTreeModelTest::showsTheWholeCatalogByTopic()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(namesOf(model).size(), 19);
    QCOMPARE(model.index(0, 0).data().toString(), u"Music Certification"_s);
    QCOMPARE(namesOf(model).first(), u"artist.certification.read"_s);
    QCOMPARE(namesOf(model).last(), u"video.upload"_s);
    const QModelIndex row = rowOf(model, u"video.list"_s);
    QCOMPARE(row.siblingAtColumn(1).data().toString(), u"Read a user's public videos on TikTok"_s);
    QCOMPARE(row.siblingAtColumn(2).data().toString(), u"Read your public videos on TikTok"_s);
    QVERIFY(row.flags().testFlag(Qt::ItemNeverHasChildren));
    QCOMPARE(model.columnCount(), int(ScopeTreeModel::ColumnCount));
}

void ScopeTreeModelTest::filters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");

    const QStringList video{u"video.list"_s, u"video.publish"_s, u"video.upload"_s};
    QTest::newRow("a whole name") << u"video.list"_s << QStringList{u"video.list"_s};
    QTest::newRow("an operator") << u"topic:video"_s << video;
    QTest::newRow("a phrase") << u"\"public videos\""_s << QStringList{u"video.list"_s};
    QTest::newRow("a field") << u"field:follower_count"_s << QStringList{u"user.info.stats"_s};
    QTest::newRow("an endpoint's path") << u"endpoint:/v2/video/query/"_s << QStringList{u"video.list"_s};
    QTest::newRow("a word that must not be there") << u"topic:video -draft"_s << QStringList{u"video.list"_s, u"video.publish"_s};
    QTest::newRow("nothing") << u"zebra"_s << QStringList{};
}

void ScopeTreeModelTest::filters()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, names);
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setQuery(typed);
    QCOMPARE(namesOf(model), names);
    QCOMPARE(model.shownCount(), int(names.size()));
    QCOMPARE(resets.size(), 1);
    model.setQuery({});
    QCOMPARE(namesOf(model).size(), 19);
}

void ScopeTreeModelTest::aSearchOfALargeCatalogWaitsForItsIndex_data()
{
    QTest::addColumn<bool>("neededAtOnce");
    QTest::newRow("it comes when the index is there") << false;
    QTest::newRow("what is shown is asked for before") << true;
}

void ScopeTreeModelTest::aSearchOfALargeCatalogWaitsForItsIndex()
{
    QFETCH(const bool, neededAtOnce);
    static const CatalogPointer catalog = tests::syntheticCatalog(60'000);
    const std::size_t found = static_cast<std::size_t>(
        SearchIndex(catalog).search(Query(u"name:calendar"), ScopeSet(catalog->scopeCount())).hits.count());
    QVERIFY(found > 0 && found < 60'000);
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    model.setQuery(u"video"_s);
    workspace.setCatalog(catalog);
    const QSignalSpy changes(&model, &ScopeTreeModel::behindChanged);
    QVERIFY(model.isBehind()); // what was typed before is searched for here too
    model.setQuery({});
    QVERIFY(!model.isBehind());
    model.setQuery(u"name:calendar"_s);
    QVERIFY(model.isBehind());
    QCOMPARE(changes.count(), 2);
    QCOMPARE(model.shownCount(), 60'000);
    if (neededAtOnce)
        QCOMPARE(model.shownScopes().size(), found);
    QTRY_VERIFY_WITH_TIMEOUT(!model.isBehind(), 60'000);
    QCOMPARE(changes.count(), 3);
    QCOMPARE(model.shownScopes().size(), found);
    model.setQuery({});
    QCOMPARE(model.shownCount(), 60'000);
    workspace.setCatalog(tiktok());
    QCOMPARE(model.shownCount(), 19);
}

void ScopeTreeModelTest::aSearchThatWaitsGoesOnInTheNextCatalog()
{
    Workspace workspace(tests::syntheticCatalog(60'000));
    ScopeTreeModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setQuery(u"name:video"_s);
    QVERIFY(model.isBehind());

    workspace.setCatalog(tiktok());
    QVERIFY(!model.isBehind());
    Workspace other(tiktok());
    ScopeTreeModel asked(other);
    asked.setQuery(u"name:video"_s);
    QVERIFY(asked.shownCount() < asked.allCount());
    QCOMPARE(model.shownScopes(), asked.shownScopes());
    QVERIFY(model.isFiltered());
}

void ScopeTreeModelTest::aLargeCatalogIsSortedWhileItsRowsStay()
{
    static const CatalogPointer catalog = tests::syntheticCatalog(60'000);
    const auto inOrder = [](int column, bool descending) { return orderedScopes(*catalog, column, descending); };
    Workspace workspace(catalog);
    ScopeTreeModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy changes(&model, &ScopeTreeModel::behindChanged);

    model.sort(ScopeTreeModel::ScopeColumn, Qt::DescendingOrder);
    QVERIFY(model.isSorting());
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.shownScopes(), inOrder(-1, false));
    QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
    QCOMPARE(model.shownScopes(), inOrder(ScopeTreeModel::ScopeColumn, true));
    const ScopeId last = catalog->scopesOf(7).back();
    QCOMPARE(model.scopeAt(model.indexOf(last)), last);

    // The order that was asked for last is the one that comes.
    model.sort(ScopeTreeModel::DefinitionColumn, Qt::AscendingOrder);
    model.sort(ScopeTreeModel::ApprovalColumn, Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
    QCOMPARE(model.shownScopes(), inOrder(ScopeTreeModel::ApprovalColumn, false));
    model.sort(ScopeTreeModel::DefinitionColumn, Qt::AscendingOrder);
    model.sort(-1, Qt::AscendingOrder);
    QVERIFY(!model.isSorting());
    QCOMPARE(model.shownScopes(), inOrder(-1, false));

    // Another catalog is sorted as the former one was; what was under way is given up.
    model.sort(ScopeTreeModel::UserDisplayColumn, Qt::AscendingOrder);
    workspace.setCatalog(tiktok());
    QVERIFY(!model.isSorting());
    QCOMPARE(model.shownScopes(), orderedScopes(*tiktok(), ScopeTreeModel::UserDisplayColumn, false));
    workspace.setCatalog(catalog);
    QVERIFY(model.isSorting());
    QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
    QCOMPARE(model.shownScopes(), inOrder(ScopeTreeModel::UserDisplayColumn, false));
}

void ScopeTreeModelTest::facetCountsEqualTheRowsTheyGive()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    workspace.addScopes({u"video.list"_s, u"user.info.basic"_s});
    model.setQuery(u"read"_s);
    FacetChoice choice;
    choice.obtainedBy = ObtainedBy::UserAuthorization;
    model.setFacets(choice);
    const FacetResult before = model.facetResult();
    for (TopicId topic = 0; topic < workspace.catalog().topicCount(); ++topic) {
        FacetChoice one = choice;
        one.topic = topic;
        model.setFacets(one);
        QCOMPARE(model.shownCount(), before.ofTopic(topic));
    }
    for (const bool ticked : {true, false}) {
        FacetChoice one = choice;
        one.ticked = ticked ? Membership::In : Membership::Out;
        model.setFacets(one);
        QCOMPARE(model.shownCount(), before.ofTicked(ticked));
    }
}

void ScopeTreeModelTest::topicBoxIsTriState()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    const QModelIndex topic = rowOf(model, u"video.list"_s).parent();
    QCOMPARE(topic.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(topic.data(ScopeTreeModel::CountTextRole).toString(), u"0 of 3"_s);

    QVERIFY(model.setData(rowOf(model, u"video.list"_s), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(topic.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(workspace.selection().names(), QStringList{u"video.list"_s});

    QSignalSpy messages(&model, &ScopeTreeModel::message);
    QVERIFY(model.setData(topic, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(topic.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(topic.data(ScopeTreeModel::CountTextRole).toString(), u"3 of 3"_s);
    QCOMPARE(messages.takeFirst().first().toString(), u"Ticked 2 scopes."_s);
    workspace.undoStack().undo();
    QCOMPARE(topic.data(ScopeTreeModel::CountTextRole).toString(), u"1 of 3"_s);
}

void ScopeTreeModelTest::topicUnderASearchTicksWhatIsShown()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    model.setQuery(u"name:video.p"_s);
    const QModelIndex topic = model.index(0, 0);
    QVERIFY(model.setData(topic, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(workspace.selection().names(), QStringList{u"video.publish"_s});
    QCOMPARE(topic.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    // The box is not full, since two scopes are hidden: the next click takes the shown one out again.
    QVERIFY(model.setData(topic, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(workspace.selection().isEmpty());
}

void ScopeTreeModelTest::marksWhatTheUserReadsDifferently()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    QCOMPARE(marked(rowOf(model, u"video.list"_s, 1), ScopeTreeModel::DifferencesRole), QStringList{u"a user's"_s});
    QCOMPARE(marked(rowOf(model, u"video.list"_s, 2), ScopeTreeModel::DifferencesRole), QStringList{u"your"_s});
    QVERIFY(rowOf(model, u"research.data.basic"_s, 2).data(ScopeTreeModel::IsSameTextRole).toBool());
    QVERIFY(!rowOf(model, u"video.list"_s, 2).data(ScopeTreeModel::IsSameTextRole).toBool());
    model.setDifferencesMarked(false);
    QVERIFY(marked(rowOf(model, u"video.list"_s, 2), ScopeTreeModel::DifferencesRole).isEmpty());

    model.setQuery(u"PUBLIC"_s);
    QCOMPARE(marked(rowOf(model, u"video.list"_s, 1), ScopeTreeModel::MatchesRole), QStringList{u"public"_s});
}

void ScopeTreeModelTest::sortsAndComesBack()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    const QStringList catalogOrder = namesOf(model);
    model.sort(ScopeTreeModel::ScopeColumn, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data().toString(), u"video"_s);
    QCOMPARE(namesOf(model).first(), u"video.upload"_s);
    model.sort(-1);
    QCOMPARE(namesOf(model), catalogOrder);
}

void ScopeTreeModelTest::copiesRowsAsTextAndTable()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    const QModelIndex topic = rowOf(model, u"video.list"_s).parent();
    const std::unique_ptr<QMimeData> data(
        model.mimeData({rowOf(model, u"user.info.basic"_s), topic, rowOf(model, u"video.list"_s)}));
    QCOMPARE(data->text(), u"user.info.basic\nvideo.list\nvideo.publish\nvideo.upload"_s);
    const QString tsv = QString::fromUtf8(data->data(u"text/tab-separated-values"_s));
    QCOMPARE(tsv.section(u'\n', 0, 0), u"Scope\tDefinition\tUser display"_s);
    QCOMPARE(tsv.section(u'\n', 2, 2), u"video.list\tRead a user's public videos on TikTok\tRead your public videos on TikTok"_s);
    QVERIFY(data->html().contains(u"<td>video.publish</td>"));
    QVERIFY(data->html().contains(u"creator&#x27;s") || data->html().contains(u"creator's"));
}

void ScopeTreeModelTest::keepsRequestWhenTheCatalogChanges()
{
    Workspace workspace(tiktok());
    ScopeTreeModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    workspace.addScopes({u"video.list"_s, u"video.lst"_s});
    model.setQuery(u"read"_s);
    workspace.setCatalog(tests::syntheticCatalog(100));
    QCOMPARE(workspace.selection().names(), QStringList({u"video.list"_s, u"video.lst"_s}));
    QVERIFY(workspace.ticked().isEmpty());
    workspace.setCatalog(tiktok());
    QCOMPARE(workspace.ticked().count(), 1);
    QVERIFY(namesOf(model).contains(u"video.list"_s));
}

void ScopeTreeModelTest::staysConsistentUnderRandomOperations()
{
    QRandomGenerator random(tests::seed(20261123));
    const CatalogPointer catalog = tests::syntheticCatalog(60);
    Workspace workspace(catalog);
    ScopeTreeModel model(workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QStringList queries{{}, u"a"_s, u"is:ticked"_s, u"is:unticked re"_s, u"crm"_s, u"zzzz"_s, u"-e"_s, u"topic:a"_s};
    const auto any = [&](int bound) { return static_cast<int>(random.bounded(bound)); };
    for (int step = 0; step < 100'000; ++step) {
        switch (any(8)) {
        case 0:
            model.setQuery(queries[any(static_cast<int>(queries.size()))]);
            break;
        case 1: {
            FacetChoice choice;
            if (any(2) == 0)
                choice.topic = any(catalog->topicCount());
            choice.ticked = static_cast<Membership>(any(3));
            model.setFacets(choice);
            break;
        }
        case 2:
            workspace.undoStack().undo();
            break;
        case 3:
            workspace.undoStack().redo();
            break;
        case 4:
            model.sort(any(4) - 1, any(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        default:
            if (model.rowCount() > 0) {
                QModelIndex index = model.index(any(model.rowCount()), 0);
                if (any(4) != 0)
                    index = model.index(any(model.rowCount(index)), 0, index);
                model.setData(index, any(2) == 0 ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
            }
        }
        if (step % 1000 != 0)
            continue;
        const QStringList names = namesOf(model);
        QCOMPARE(int(names.size()), model.shownCount());
        QCOMPARE(model.shownCount(), model.facetResult().rowCount);
        for (const QString& name : names)
            QCOMPARE(rowOf(model, name).data(Qt::CheckStateRole).toInt() == Qt::Checked, workspace.selection().contains(name));
    }
}

SCOPES_TEST(ScopeTreeModelTest)
#include "ScopeTreeModelTest.moc"
