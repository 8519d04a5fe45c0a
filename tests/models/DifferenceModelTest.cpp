#include "models/DifferenceModel.h"

#include "catalog/BuiltInCatalog.h"
#include "catalog/CatalogReader.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// The built-in catalog with one scope under another name, a word more in a text, and a call less.
CatalogPointer changedCatalog()
{
    QFile file(u":/tiktok.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no built-in catalog");
    QByteArray json = file.readAll();
    json.replace("\"video.upload\"", "\"video.draft\"")
        .replace("\"artist.certification.read\"", "\"songs\"")
        .replace("Read user's basic artist certification information", "Knows songs")
        .replace("\"Read a user's public videos", "\"Read all of a user's public videos")
        .replace("\"post.status.fetch\"", "\"post.status.get\"");
    return *readCatalog(json).value;
}

ComparedCatalogsPointer compared()
{
    return std::make_shared<const ComparedCatalogs>(compareCatalogs(*builtInCatalog().value, changedCatalog()));
}

std::vector<RequestReport> reports(const ComparedCatalogs& both, const QStringList& scopes = {u"video.upload"_s})
{
    return reportsOn({{u"login.scopes.json"_s, RequestFile{u"tiktok"_s, {}, scopes, {}}, {}}}, both);
}

struct TreeUnderTest
{
    DifferenceModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QModelIndex group(const QString& title) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString().startsWith(title))
                return model.index(row, 0);
        }
        return {};
    }

    explicit TreeUnderTest(const ComparedCatalogsPointer& both = compared())
    {
        if (both != nullptr)
            model.setCompared(both, reports(*both));
    }

    /// The texts of a row below @p parent, with '|' between.
    QString row(int row, const QModelIndex& parent) const
    {
        QStringList texts;
        for (int column = 0; column < DifferenceModel::ColumnCount; ++column)
            texts += model.index(row, column, parent).data().toString();
        return texts.join(u'|');
    }
};

} // namespace

/// What changed between two catalogs, as a tree.
class DifferenceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void withoutAComparisonItIsEmpty()
    {
        TreeUnderTest test(nullptr);
        QCOMPARE(test.model.rowCount(), 0);
        test.model.setCompared(compared());
        QVERIFY(test.model.rowCount() > 0);
        test.model.setCompared(nullptr);
        QCOMPARE(test.model.rowCount(), 0);
    }

    void groupsHaveWhatChanged()
    {
        TreeUnderTest test;
        QCOMPARE(test.model.rowCount(test.group(u"Scopes removed"_s)), 1);
        QVERIFY(test.row(0, test.group(u"Scopes removed"_s)).startsWith(u"artist.certification.read|Read user's basic"_s));
        QCOMPARE(test.model.rowCount(test.group(u"Scopes added"_s)), 1);
        QVERIFY(test.row(0, test.group(u"Scopes added"_s)).startsWith(u"songs||Knows songs"_s));
        QCOMPARE(test.model.rowCount(test.group(u"Scopes renamed"_s)), 1);
        QVERIFY(test.row(0, test.group(u"Scopes renamed"_s)).startsWith(u"video.upload|video.upload|video.draft (a guess: "_s));
        QCOMPARE(test.model.index(0, 0, test.group(u"Scopes renamed"_s)).data(DifferenceModel::ScopeNamesRole).toStringList(),
            (QStringList{u"video.upload"_s, u"video.draft"_s}));
        const QString removedCall = test.row(0, test.group(u"Calls removed"_s));
        QVERIFY2(removedCall.startsWith(u"post.status.fetch|"_s) && removedCall.contains(u" · POST https://"_s),
            qPrintable(removedCall));
        QCOMPARE(test.row(0, test.group(u"Calls added"_s)).section(u'|', 0, 1), u"post.status.get|"_s);
        QVERIFY(!test.group(u"Calls with other texts"_s).isValid());
        const QModelIndex needs = test.group(u"Calls that need"_s);
        QCOMPARE(needs.data(CatalogTreeModel::CountTextRole).toString(), QString::number(test.model.rowCount(needs)));
        QCOMPARE(test.row(0, needs), u"post.inbox.video.init|video.upload|video.draft"_s);
        QCOMPARE(test.model.index(0, 0, needs).data(DifferenceModel::CallNameRole).toString(), u"post.inbox.video.init"_s);
    }

    void whatTheFilterFindsIsMarked()
    {
        TreeUnderTest test;
        test.model.setFilter(u"ONG"_s);
        const QModelIndex added = test.model.index(0, 0, test.group(u"Scopes added"_s));
        QCOMPARE(added.data(CatalogTreeModel::MatchesRole).value<QList<TextRange>>(), (QList<TextRange>{{1, 3}}));
    }

    void wordsThatDifferAreMarked()
    {
        TreeUnderTest test;
        const QModelIndex scope = test.model.index(0, 0, test.group(u"Scopes with other texts"_s));
        QCOMPARE(scope.data().toString(), u"video.list"_s);
        QCOMPARE(scope.data(DifferenceModel::ScopeNamesRole).toStringList(), QStringList{u"video.list"_s});
        const QModelIndex now = test.model.index(0, DifferenceModel::AfterColumn, scope);
        QCOMPARE(now.data(CatalogTreeModel::DifferencesRole).value<QList<TextRange>>(), (QList<TextRange>{{5, 6}}));
        QVERIFY(now.siblingAtColumn(1).data(CatalogTreeModel::DifferencesRole).value<QList<TextRange>>().isEmpty());
        QVERIFY(now.siblingAtColumn(0).data(Qt::AccessibleTextRole).toString().contains(u"now: Read all of a user"_s));
    }

    void whatElseDiffersOfARenamedScopeIsBelowIt()
    {
        QFile file(u":/tiktok.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll()
                                    .replace("\"video.list\"", "\"video.lists\"")
                                    .replace("\"Read a user's public videos", "\"Read all of a user's public videos");
        TreeUnderTest test(
            std::make_shared<const ComparedCatalogs>(compareCatalogs(*builtInCatalog().value, *readCatalog(json).value)));
        const QModelIndex scope = test.model.index(0, 0, test.group(u"Scopes renamed"_s));
        QCOMPARE(scope.data().toString(), u"video.list"_s);
        QCOMPARE(test.model.rowCount(scope), 1);
        QVERIFY(test.row(0, scope).startsWith(u"definition|Read a user's"_s));
        QCOMPARE(test.model.index(0, DifferenceModel::AfterColumn, scope)
                     .data(CatalogTreeModel::DifferencesRole)
                     .value<QList<TextRange>>(),
            (QList<TextRange>{{5, 6}}));
        test.model.setFilter(u"all of a user"_s);
        QVERIFY(test.group(u"Scopes renamed"_s).isValid());
        QVERIFY(!test.group(u"Scopes with other texts"_s).isValid());
    }

    void requestsAreNamedWithWhatItMeans()
    {
        TreeUnderTest test;
        const QModelIndex requests = test.group(u"What it means"_s);
        QCOMPARE(test.model.rowCount(requests), 1);
        const QModelIndex request = test.model.index(0, 0, requests);
        QCOMPARE(test.row(0, requests), u"login.scopes.json: 4 consequences||"_s);
        const QString first = test.row(0, request);
        QVERIFY2(first.startsWith(u"Error: video.upload is no"_s) && first.contains(u"a guess"_s), qPrintable(first));
        const QModelIndex renamed = test.model.index(0, 0, request);
        QCOMPARE(
            renamed.data(DifferenceModel::ScopeNamesRole).toStringList(), (QStringList{u"video.upload"_s, u"video.draft"_s}));
        QCOMPARE(renamed.data(DifferenceModel::CallNameRole).toString(), QString());
        QCOMPARE(test.model.index(1, 0, request).data(DifferenceModel::CallNameRole).toString(), u"post.inbox.video.init"_s);
    }

    void otherReportsLeaveTheOtherRowsWhereTheyAre()
    {
        const ComparedCatalogsPointer both = compared();
        TreeUnderTest test(both);
        QSignalSpy resets(&test.model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex removed = test.model.index(0, 0, test.group(u"Scopes removed"_s));
        test.model.setReports(reports(*both, {u"video.list"_s}));
        QCOMPARE(test.row(0, test.model.index(0, 0, test.group(u"What it means"_s))).section(u'|', 0, 0),
            u"Note: Of video.list, this changed: definition."_s);
        QVERIFY(removed.isValid());
        QCOMPARE(removed.data().toString(), u"artist.certification.read"_s);
        QVERIFY(resets.isEmpty());
        test.model.setReports({});
        QVERIFY(!test.group(u"What it means"_s).isValid());
        test.model.setReports(reports(*both));
        QCOMPARE(test.group(u"What it means"_s).row(), 0);
    }

    void requestFilesOfOtherCatalogsAreLeftOutAndBrokenOnesAreNot()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        };
        write(u"other.scopes.json"_s, RequestFile{u"another"_s, {}, {u"video.upload"_s}, {}}.toBytes());
        write(u"broken.scopes.json"_s, "{\n  no");
        write(u"draft.scopes.json"_s, RequestFile{u"tiktok"_s, {}, {u"video.upload"_s}, {}}.toBytes());
        std::vector<RequestSide> sides{{u"open"_s, RequestFile{u"another"_s, {}, {u"video.upload"_s}, {}}, {}},
            {u"empty"_s, RequestFile{u"tiktok"_s, {}, {}, {}}, {}}};
        for (const QString& name :
            {u"other.scopes.json"_s, u"broken.scopes.json"_s, u"draft.scopes.json"_s, u"gone.scopes.json"_s})
            sides.push_back({name, {}, folder.filePath(name)});
        const auto found = reportsOn(sides, *compared());
        QCOMPARE(found.size(), std::size_t(4));
        QCOMPARE(found[0].impacts.front().kind, ImpactKind::OtherCatalog);
        QVERIFY2(found[1].problem.startsWith(u"It is empty"_s), qPrintable(found[1].problem));
        QCOMPARE(found[2].name, u"broken.scopes.json"_s);
        QVERIFY2(found[2].problem.contains(u"broken.scopes.json:2:"_s), qPrintable(found[2].problem));
        QCOMPARE(found[3].name, u"draft.scopes.json"_s);
        QCOMPARE(found[3].impacts.front().kind, ImpactKind::ScopeRenamed);
    }

    void aFilterLooksIntoAllTexts_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("group");
        QTest::addColumn<int>("groups");
        QTest::newRow("a word of a new text") << u"READ ALL OF"_s << u"Scopes with other texts"_s << 1;
        QTest::newRow("a request") << u"login.scopes"_s << u"What it means"_s << 1;
        QTest::newRow("nothing") << u"no such text"_s << u""_s << 0;
    }

    void aFilterLooksIntoAllTexts()
    {
        QFETCH(const QString, filter);
        QFETCH(const QString, group);
        TreeUnderTest test;
        test.model.setFilter(filter);
        QTEST(test.model.rowCount(), "groups");
        QCOMPARE(test.group(group).isValid(), test.model.rowCount() > 0);
        QVERIFY(test.model.shownCount() < test.model.allCount());
        test.model.setFilter({});
        QVERIFY(test.model.rowCount() > 3);
    }

    void veryManyAreCountedAndNotAllListed()
    {
        TreeUnderTest test;
        const auto both = std::make_shared<const ComparedCatalogs>(
            compareCatalogs(*builtInCatalog().value, tests::syntheticCatalog(DifferenceRows::mostListed + 5)));
        const auto all = both->difference.added.size();
        QVERIFY(all > DifferenceRows::mostListed);
        test.model.setCompared(both);
        const QModelIndex added = test.group(u"Scopes added"_s);
        QCOMPARE(test.model.rowCount(added), DifferenceRows::mostListed);
        const QString count = added.data(CatalogTreeModel::CountTextRole).toString();
        QVERIFY2(count.startsWith(QLocale().toString(all)), qPrintable(count));

        // The filter looks into all of them, in the background.
        const QString last = both->difference.added.last();
        test.model.setFilter(last);
        QTRY_VERIFY(test.group(u"Scopes added"_s).data(CatalogTreeModel::CountTextRole).toString() != count);
        QCOMPARE(test.row(0, test.group(u"Scopes added"_s)).section(u'|', 0, 0), last);
    }
};

SCOPES_TEST(DifferenceModelTest)
#include "DifferenceModelTest.moc"
