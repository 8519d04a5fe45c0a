#include "models/EndpointTreeModel.h"

#include "catalog/BuiltInCatalog.h"
#include "models/EndpointColumns.h"
#include "search/SearchIndex.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

CatalogPointer tiktok()
{
    static const CatalogPointer catalog = builtInCatalog().value.value();
    return catalog;
}

/// The names of all rows that are shown, calls and their fields and values, by walking the tree.
QStringList namesOf(const EndpointTreeModel& model)
{
    QStringList names;
    for (int product = 0; product < model.rowCount(); ++product) {
        const QModelIndex group = model.index(product, 0);
        for (int row = 0; row < model.rowCount(group); ++row) {
            const QModelIndex call = model.index(row, 0, group);
            names += model.parts().name(model.keyAt(call));
            for (int member = 0; member < model.rowCount(call); ++member)
                names += model.parts().name(model.keyAt(model.index(member, 0, call)));
        }
    }
    return names;
}

QModelIndex rowOf(const EndpointTreeModel& model, const QString& name, int column = 0)
{
    return model.indexOfKey(model.parts().find(name)).siblingAtColumn(column);
}

QStringList marked(const QModelIndex& index)
{
    QStringList words;
    for (const TextRange& range : index.data(EndpointTreeModel::MatchesRole).value<QList<TextRange>>())
        words += index.data().toString().mid(range.start, range.length);
    return words;
}

/// The endpoints of the calls that are shown, in the order of the rows.
std::vector<EndpointId> rowsOf(const EndpointTreeModel& model)
{
    std::vector<EndpointId> calls;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            calls.push_back(model.parts().at(model.keyAt(model.index(row, 0, parent))).endpoint);
    }
    return calls;
}

void tick(EndpointTreeModel& model, const QString& name, Qt::CheckState state = Qt::Checked)
{
    QVERIFY(model.setData(rowOf(model, name), state, Qt::CheckStateRole));
}

} // namespace

class EndpointTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void showsTheWholeCatalogByProduct()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.shownCount(), 33);
        QCOMPARE(model.allCount(), 33);
        QCOMPARE(namesOf(model).size(), 33 + 44 + 7);
        QVERIFY(!rowOf(model, u"data.check"_s).flags().testFlag(Qt::ItemNeverHasChildren));
        QVERIFY(rowOf(model, u"user.info#open_id"_s).flags().testFlag(Qt::ItemNeverHasChildren));
        QCOMPARE(rowOf(model, u"user.info#open_id"_s).parent(), rowOf(model, u"user.info"_s));
    }

    void rowsSayWhatIsNeeded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("texts");

        QTest::newRow("a call with alternatives")
            << u"post.content.init"_s
            << QStringList{QString(), u"POST /v2/post/publish/content/init/"_s, u"video.publish or video.upload"_s, u"no"_s};
        QTest::newRow("a call with one scope")
            << u"video.list"_s << QStringList{u"List Videos"_s, u"POST /v2/video/list/"_s, u"video.list"_s, u"yes"_s};
        QTest::newRow("a value") << u"post.content.init?post_mode=MEDIA_UPLOAD"_s
                                 << QStringList{u"post_mode = MEDIA_UPLOAD"_s, QString(), u"video.upload"_s, u"no"_s};
        QTest::newRow("a call whose fields decide what it needs")
            << u"user.info"_s
            << QStringList{u"Get User Info"_s, u"GET /v2/user/info/"_s, u"what its fields need"_s, u"by field"_s};
        QTest::newRow("a call without a token") << u"oauth.token"_s << QStringList{QString(), QString(), u"no scope"_s, u"yes"_s};
    }

    void rowsSayWhatIsNeeded()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, texts);
        Workspace workspace(tiktok());
        workspace.addScopes({u"video.list"_s});
        const EndpointTreeModel model(workspace);
        for (int column = 0; column < EndpointTreeModel::ColumnCount; ++column) {
            if (!texts[column].isEmpty())
                QCOMPARE(rowOf(model, name, column).data().toString(), texts[column]);
        }
    }

    void aNeedWithManyAlternativesIsShort()
    {
        CatalogData data;
        data.topics.push_back({data.texts.keep("t"), data.texts.keep("Topic"), {}});
        data.endpoints.emplace_back();
        Endpoint& endpoint = data.endpoints.back();
        endpoint.id = data.texts.keep("call");
        endpoint.url = data.texts.keep("https://example.com/");
        for (ScopeId id = 0; id < 16; ++id) {
            data.scopes.emplace_back();
            data.scopes.back().name = data.texts.keep("scope." + std::to_string(id));
            endpoint.requirement.alternatives.push_back({id});
        }
        Workspace workspace(std::make_shared<const ScopeCatalog>(std::move(data)));
        const EndpointTreeModel model(workspace);
        const QModelIndex needs = rowOf(model, u"call"_s, EndpointTreeModel::NeedsColumn);
        QCOMPARE(needs.data().toString(), u"scope.0 or scope.1 or scope.2 or scope.3, and 12 more"_s);
        QVERIFY(needs.data(Qt::ToolTipRole).toString().endsWith(u"or scope.14 or scope.15"));
        QVERIFY(rowOf(model, u"call"_s, EndpointTreeModel::CoveredColumn).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void coverageFollowsTheRequestAndNamesTheAlternative()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        const QModelIndex row = rowOf(model, u"post.content.init"_s, EndpointTreeModel::CoveredColumn);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        workspace.addScopes({u"video.upload"_s});
        QCOMPARE(row.data().toString(), u"yes, by video.upload"_s);
        QVERIFY(std::any_of(changes.begin(), changes.end(), [&](const auto& change) {
            const auto [first, last] = std::pair(change[0].toModelIndex(), change[1].toModelIndex());
            return first.parent() == row.parent() && first.column() == row.column() && first.row() <= row.row()
                && row.row() <= last.row();
        }));
        workspace.undoStack().undo();
        QCOMPARE(row.data().toString(), u"no"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("names");

        const QStringList stats{u"user.info"_s, u"user.info#follower_count"_s, u"user.info#following_count"_s,
            u"user.info#likes_count"_s, u"user.info#video_count"_s};
        QTest::newRow("a field") << u"field:follower_count"_s << QStringList{u"user.info"_s, u"user.info#follower_count"_s};
        QTest::newRow("a scope that only fields need") << u"name:user.info.stats"_s << stats;
        QTest::newRow("a scope but one of its fields")
            << u"name:user.info.stats -likes_count"_s << QStringList{stats[0], stats[1], stats[2], stats[4]};
        QTest::newRow("method and path") << u"endpoint:\"POST /v2/post/publish/inbox\""_s
                                         << QStringList{u"post.inbox.video.init"_s};
        QTest::newRow("a value of a parameter")
            << u"MEDIA_UPLOAD"_s << QStringList{u"post.content.init"_s, u"post.content.init?post_mode=MEDIA_UPLOAD"_s};
        QTest::newRow("a product") << u"product:\"login kit\" -qrcode"_s << QStringList{u"oauth.token"_s, u"oauth.revoke"_s};
        QTest::newRow("nothing") << u"zebra"_s << QStringList{};
    }

    void filters()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, names);
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery(typed);
        QCOMPARE(namesOf(model), names);
        QVERIFY(model.isFiltered());
        model.setQuery({});
        QCOMPARE(model.shownCount(), 33);
    }

    void whatTheSearchFoundIsMarked()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        model.setQuery(u"video.publish"_s);
        QCOMPARE(marked(rowOf(model, u"post.content.init"_s, EndpointTreeModel::NeedsColumn)), QStringList{u"video.publish"_s});
        model.setQuery(u"field:open"_s);
        QCOMPARE(marked(rowOf(model, u"user.info#open_id"_s)), QStringList{u"open"_s});
        QCOMPARE(marked(rowOf(model, u"user.info"_s)), QStringList{});
    }

    void anUnknownOperatorIsToldUnlessItsTextOccurs()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        model.setQuery(u"colour:red"_s);
        QCOMPARE(model.queryProblems().size(), std::size_t(1));
        model.setQuery(u"is:ticked"_s);
        QVERIFY(model.queryProblems().empty());
        QCOMPARE(model.shownCount(), 0);
    }

    void aFieldBringsItsCallAndTheCallTakesItsFields()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tick(model, u"user.info#open_id"_s);
        QCOMPARE(workspace.calls().names(), (QStringList{u"user.info"_s, u"user.info#open_id"_s}));
        QCOMPARE(workspace.undoStack().count(), 1);
        QCOMPARE(workspace.undoStack().undoText(), u"Tick user.info#open_id"_s);
        QCOMPARE(rowOf(model, u"user.info"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        tick(model, u"user.info"_s, Qt::Unchecked);
        QVERIFY(workspace.calls().isEmpty());
        workspace.undoStack().undo();
        workspace.undoStack().undo();
        QVERIFY(workspace.undoStack().isClean());
        QCOMPARE(rowOf(model, u"user.info"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void aFileThatNamesOnlyAFieldTicksItsCall()
    {
        Workspace workspace(tiktok());
        workspace.load({{}, {}, {}, {}, {u"gone.call"_s, u"user.info#open_id"_s}});
        const EndpointTreeModel model(workspace);
        QCOMPARE(rowOf(model, u"user.info"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(model.tickedCalls().size(), std::size_t(1));
        QCOMPARE(model.tickedCalls().front().fields.size(), std::size_t(1));
        QCOMPARE(workspace.request().calls, (QStringList{u"gone.call"_s, u"user.info#open_id"_s}));
    }

    void productsHaveATriStateBoxAndACount()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        const QModelIndex product = rowOf(model, u"video.list"_s).parent();
        tick(model, u"video.list"_s);
        QCOMPARE(product.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QCOMPARE(product.data(EndpointTreeModel::CountTextRole).toString(), u"1 of 3"_s);
        model.toggle({product});
        QCOMPARE(product.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        model.toggle({product});
        QVERIFY(workspace.calls().isEmpty());
    }

    void listsCallsWithoutAProductByGroup()
    {
        CatalogData data;
        data.sources.push_back({});
        data.topics.push_back({"t", "T", {}});
        const auto add = [&](Text id, LabelId product, LabelId heading) {
            Endpoint call;
            call.id = call.name = call.url = id;
            call.method = "GET";
            call.source = 0;
            call.product = product;
            call.heading = heading;
            data.endpoints.push_back(call);
        };
        add("one", noId, data.endpointHeadingId("Chats"));
        add("two", data.productId("Mail"), data.endpointHeadingId("Mail"));
        add("three", noId, noId);
        add("four", noId, data.endpointHeadingId("Chats"));
        Workspace workspace(std::make_shared<const ScopeCatalog>(std::move(data)));
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        QStringList headings;
        for (int row = 0; row < model.rowCount(); ++row)
            headings += model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(headings,
            (QStringList{u"Chats, group, 0 of 2 of the calls shown are ticked"_s,
                u"Mail, product, 0 of 1 of the calls shown are ticked"_s,
                u"Product unknown, product, 0 of 1 of the calls shown are ticked"_s}));
        QCOMPARE(namesOf(model), (QStringList{u"one"_s, u"four"_s, u"two"_s, u"three"_s}));

        model.setQuery(u"product:chats"_s);
        QCOMPARE(namesOf(model), (QStringList{u"one"_s, u"four"_s}));
        model.setQuery({});
        EndpointFacetChoice choice;
        choice.heading = 0;
        QCOMPARE(model.facetResult().ofHeading(0), 2);
        model.setFacets(choice);
        QCOMPARE(namesOf(model), (QStringList{u"one"_s, u"four"_s}));
    }

    void copiesNamesAndATable()
    {
        Workspace workspace(tiktok());
        const EndpointTreeModel model(workspace);
        const QModelIndexList rows{rowOf(model, u"video.list"_s), rowOf(model, u"user.info#open_id"_s)};
        const std::unique_ptr<QMimeData> data(model.mimeData(rows));
        QCOMPARE(data->text(), u"user.info#open_id\nvideo.list"_s);
        const QString table = QString::fromUtf8(data->data(u"text/tab-separated-values"_s));
        QVERIFY2(table.startsWith(u"Endpoint\tMethod and path\tNeeds\tCovered by the request\n"_s), qPrintable(table));
        QVERIFY2(table.contains(u"List Videos\tPOST /v2/video/list/\tvideo.list\tno\n"_s), qPrintable(table));
        QVERIFY(data->html().contains(u"<td>video.list</td>"_s));
        QVERIFY(model.copiedText(rows).contains(u"2 calls and fields"_s));
    }

    void sortsWithinProductsAndComesBack()
    {
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QStringList before = namesOf(model);
        model.sort(EndpointTreeModel::AddressColumn, Qt::DescendingOrder);
        QVERIFY(namesOf(model) != before);
        for (int product = 0; product < model.rowCount(); ++product) {
            const QModelIndex group = model.index(product, 0);
            for (int row = 1; row < model.rowCount(group); ++row)
                QVERIFY(model.index(row - 1, 1, group).data().toString() >= model.index(row, 1, group).data().toString());
        }
        model.sort(-1);
        QCOMPARE(namesOf(model), before);
    }

    /// It looks at each of 50,000 rows at each change, for which the other trials have too many.
    void aLargeCatalogStandsTheModelTester()
    {
        Workspace workspace(scopes::tests::callsCatalog(50'000));
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.sort(EndpointTreeModel::EndpointColumn, Qt::DescendingOrder);
        model.setQuery(u"name:scope.5"_s);
        QVERIFY(model.isSorting() && model.isBehind());
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting() && !model.isBehind(), 60'000);
        QVERIFY(model.shownCount() > 0 && model.shownCount() < 10'000);
    }

    void moreThanAreEverNeededAreNotTicked()
    {
        Workspace workspace(scopes::tests::callsCatalog(EndpointTreeModel::mostTicked + 1));
        EndpointTreeModel model(workspace);
        const QSignalSpy messages(&model, &EndpointTreeModel::message);
        model.setTicked(model.shownCalls(), true);
        model.invert(model.shownCalls());
        QVERIFY(workspace.calls().isEmpty());
        QCOMPARE(messages.count(), 2);
        QVERIFY(messages[0][0].toString().startsWith(u"Nothing was ticked"));
        QCOMPARE(messages[1], messages[0]);
        tick(model, u"call7"_s);
        model.invert(model.shownCalls());
        QCOMPARE(workspace.calls().size(), qsizetype(EndpointTreeModel::mostTicked));
        QVERIFY(!workspace.calls().contains(u"call7"_s));
        workspace.undoStack().undo();
        QCOMPARE(workspace.calls().names(), QStringList{u"call7"_s});
        QCOMPARE(rowOf(model, u"call7"_s).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(model.ticked().count(), 1);
    }

    void aLargeCatalogIsSortedWhileItsRowsStay()
    {
        const CatalogPointer catalog = scopes::tests::callsCatalog(60'000);
        Workspace workspace(catalog);
        EndpointTreeModel model(workspace);
        const std::vector<EndpointId> unsorted = rowsOf(model);
        const auto inOrder = [&](int column, bool descends) {
            return sortedByText(unsorted, *catalog, column, descends, workspace.ticked());
        };
        const QSignalSpy changes(&model, &EndpointTreeModel::behindChanged);

        model.sort(EndpointTreeModel::EndpointColumn, Qt::DescendingOrder);
        QVERIFY(model.isSorting());
        QCOMPARE(changes.count(), 1);
        QCOMPARE(rowsOf(model), unsorted);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
        QVERIFY(rowsOf(model) != unsorted);
        QCOMPARE(rowsOf(model), inOrder(EndpointTreeModel::EndpointColumn, true));
        const int last = model.parts().count() - 1;
        QCOMPARE(model.keyAt(model.indexOfKey(last)), last);

        // The order that was asked for last is the one that comes.
        model.sort(EndpointTreeModel::AddressColumn, Qt::AscendingOrder);
        model.sort(EndpointTreeModel::CoveredColumn, Qt::AscendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
        QCOMPARE(rowsOf(model), inOrder(EndpointTreeModel::CoveredColumn, false));

        // What is covered follows the request.
        workspace.addScopes({u"scope.3"_s});
        QVERIFY(model.isSorting());
        QCOMPARE(model.facetResult().of(Coverage::Yes), 8'571);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
        QCOMPARE(rowsOf(model), inOrder(EndpointTreeModel::CoveredColumn, false));
        QVERIFY(rowsOf(model) != unsorted);
        model.sort(EndpointTreeModel::AddressColumn, Qt::AscendingOrder);
        model.sort(-1, Qt::AscendingOrder);
        QVERIFY(!model.isSorting());
        QCOMPARE(rowsOf(model), unsorted);

        // Another catalog is sorted as the former one was; what was under way is given up.
        model.sort(EndpointTreeModel::EndpointColumn, Qt::DescendingOrder);
        workspace.setCatalog(tiktok());
        QVERIFY(!model.isSorting());
        workspace.setCatalog(catalog);
        QVERIFY(model.isSorting());
        QCOMPARE(rowsOf(model), unsorted);
        QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60'000);
        QCOMPARE(rowsOf(model), inOrder(EndpointTreeModel::EndpointColumn, true));
    }

    void aLargeCatalogIsSearchedWhenItsIndexIsThere_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("neededAtOnce");
        QTest::addColumn<int>("found");
        QTest::addColumn<QStringList>("read");

        const QString filledIn = u"/items/77/whatever"_s;
        QTest::newRow("a scope") << u"name:scope.5"_s << false << 8'579 << QStringList();
        QTest::newRow("a path with its parameter filled in") << filledIn << false << 1 << QStringList{u"call77"_s};
        QTest::newRow("an address, needed at once") << u"items/777/"_s << true << 1 << QStringList();
        QTest::newRow("a path that no call has") << u"/things/77"_s << false << 0 << QStringList();
        QTest::newRow("a path with its parameter filled in, needed at once") << filledIn << true << 1 << QStringList{u"call77"_s};
    }

    void aLargeCatalogIsSearchedWhenItsIndexIsThere()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, neededAtOnce);
        QFETCH(const int, found);
        QFETCH(const QStringList, read);
        static const CatalogPointer catalog = scopes::tests::callsCatalog(60'000);
        Workspace workspace(tiktok());
        EndpointTreeModel model(workspace);
        model.setQuery(u"video"_s);
        QVERIFY(!model.isBehind());
        workspace.setCatalog(catalog);
        const QSignalSpy changes(&model, &EndpointTreeModel::behindChanged);
        QVERIFY(model.isBehind()); // what was typed before is searched for here too
        QCOMPARE(model.shownCount(), 60'000);
        model.setQuery({});
        QVERIFY(!model.isBehind());
        model.setQuery(typed);
        QVERIFY(model.isBehind());
        QCOMPARE(changes.count(), 2);
        QCOMPARE(model.shownCount(), 60'000);
        QVERIFY(model.query().isEmpty());
        if (neededAtOnce)
            QCOMPARE(model.shownCalls().size(), std::size_t(found));
        QTRY_VERIFY_WITH_TIMEOUT(!model.isBehind(), 60'000);
        QCOMPARE(changes.count(), 3);
        QCOMPARE(model.shownCount(), found);
        QCOMPARE(model.reading().names, read);
        model.setQuery(u"name:scope.5"_s); // at once from now on
        QVERIFY(!model.isBehind());
        QCOMPARE(model.shownCount(), 8'579);
        model.setQuery({});
        QCOMPARE(model.shownCount(), 60'000);

        // What waits goes on in the next catalog.
        workspace.setCatalog(tiktok());
        workspace.setCatalog(catalog);
        model.setQuery(u"video"_s);
        QVERIFY(model.isBehind());
        workspace.setCatalog(tiktok());
        QVERIFY(!model.isBehind());
        QVERIFY(model.isFiltered());
        QVERIFY(model.shownCount() > 0 && model.shownCount() < 33);
    }

    void staysConsistentUnderRandomOperations()
    {
        const QStringList queries{{}, u"read"_s, u"is:ticked"_s, u"is:unticked -field:id"_s, u"name:crm"_s, u"product:a"_s,
            u"zebra"_s, u"/v"_s, u"field:name"_s, u"\"get \""_s};
        QRandomGenerator random(scopes::tests::seed(50));
        Workspace workspace(scopes::tests::syntheticCatalog(60, 1));
        EndpointTreeModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int step = 0; step < 150; ++step) {
            const QStringList names = namesOf(model);
            const QString some = names.isEmpty() ? QString() : names[random.bounded(names.size())];
            switch (random.bounded(9)) {
            case 0:
                model.setQuery(queries[random.bounded(queries.size())]);
                break;
            case 1:
            case 2:
            case 3:
                if (!some.isEmpty())
                    model.toggle({rowOf(model, some), model.index(0, 0)});
                break;
            case 4:
                workspace.undoStack().undo();
                break;
            case 5:
                workspace.undoStack().redo();
                break;
            case 6:
                model.sort(random.bounded(-1, int(EndpointTreeModel::ColumnCount)),
                    random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 7:
                workspace.setTicked({random.bounded(workspace.catalog().scopeCount())}, random.bounded(2) == 0);
                break;
            default:
                if (random.bounded(8) == 0)
                    workspace.setCatalog(scopes::tests::syntheticCatalog(30 + random.bounded(40), 1 + random.generate() % 5));
            }
            checkRows(model);
        }
    }

private:
    /// True if the part's texts hold the term, found by looking at all of them.
    static bool holds(const EndpointTreeModel& model, const CallPart& part, const QueryTerm& term)
    {
        const ScopeCatalog& catalog = model.workspace().catalog();
        const Endpoint& endpoint = catalog.endpoint(part.endpoint);
        const QString method = toQString(endpoint.method) + u' ';
        QStringList texts;
        if (term.covers(SearchColumn::Endpoint))
            texts << toQString(endpoint.name) << method + toQString(endpoint.url) << toQString(endpoint.id)
                  << method + toQString(pathOf(endpoint.url));
        if (term.covers(SearchColumn::Product))
            texts << toQString(catalog.product(endpoint.product));
        if (term.covers(SearchColumn::Field) && !part.isCall())
            texts << endpointText(catalog, part, EndpointTreeModel::EndpointColumn).replace(u" = "_s, u"="_s);
        if (!term.column && part.field != noId)
            texts << endpointText(catalog, part, EndpointTreeModel::AddressColumn);
        if (term.covers(SearchColumn::Name)) {
            for (const Requirement* need : {&endpoint.requirement, &requirementOf(part, catalog)}) {
                for (const ScopeId scope : need->mentioned())
                    texts << toQString(catalog.scope(scope).name);
            }
        }
        return std::any_of(texts.begin(), texts.end(),
            [&](const QString& text) { return fold(QStringView(text)).find(term.text) != std::string::npos; });
    }

    static bool fits(const EndpointTreeModel& model, int part)
    {
        const Query& query = model.query();
        const bool ticked = model.ticked().contains(part);
        return std::all_of(query.terms().begin(), query.terms().end(),
                   [&](const QueryTerm& term) { return holds(model, model.parts().at(part), term) != term.negated; })
            && (!query.wantsTicked() || ticked) && (!query.wantsUnticked() || !ticked);
    }

    /// The rows against the workspace and the query, part by part.
    static void checkRows(const EndpointTreeModel& model)
    {
        std::array<int, 4> covered{};
        for (const EndpointId call : rowsOf(model)) {
            const Coverage coverage =
                coverageOf({call, noId, noId, noId}, model.workspace().catalog(), model.workspace().ticked());
            ++covered[static_cast<std::size_t>(coverage)];
        }
        for (const Coverage coverage : {Coverage::No, Coverage::Yes, Coverage::ByFields, Coverage::Unknown})
            QCOMPARE(model.facetResult().of(coverage), covered[static_cast<std::size_t>(coverage)]);
        QStringList known; // what a catalog before this one had is kept, and ticks nothing
        for (const QString& name : model.workspace().calls().names()) {
            if (model.parts().find(name) != noId)
                known += name;
        }
        for (int part = 0; part < model.parts().count(); ++part) {
            const QString name = model.parts().name(part);
            const bool ticked = std::any_of(known.begin(), known.end(), [&](const QString& call) {
                return call == name || call.startsWith(name + u'#') || call.startsWith(name + u'?');
            });
            QCOMPARE(model.ticked().contains(part), ticked);
            bool isShown = fits(model, part);
            for (int member = part + 1; model.parts().at(part).isCall() && member < model.parts().endOf(part) && !isShown;
                 ++member)
                isShown = fits(model, member);
            const QModelIndex row = model.indexOfKey(part);
            QCOMPARE(row.isValid(), isShown);
            QCOMPARE(model.keyAt(row), isShown ? part : noId);
        }
    }
};

SCOPES_TEST(EndpointTreeModelTest)
#include "EndpointTreeModelTest.moc"
