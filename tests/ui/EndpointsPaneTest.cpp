#include "widgets/EndpointsPane.h"

#include "WindowUnderTest.h"
#include "models/EndpointTreeModel.h"
#include "models/NeedsModel.h"
#include "models/ScopeTreeModel.h"
#include "support/SyntheticCatalog.h"
#include "widgets/CatalogTabs.h"
#include "widgets/DetailsPane.h"
#include "widgets/DetailsWriter.h"
#include "widgets/EndpointTreeView.h"
#include "widgets/NeedsPane.h"
#include "widgets/NoteLabel.h"
#include "widgets/ScopesPane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

#include <cstddef>
#include <new>
#include <random>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

/// A window whose endpoints are shown, and what a user does there.
struct EndpointsUnderTest : WindowUnderTest
{
    EndpointsUnderTest() { action(ActionId::ShowEndpoints).trigger(); }

    QTreeView& tree() { return *find<QTreeView>(u"Endpoints"_s); }

    QTreeView& needs() { return *find<QTreeView>(u"Needed scopes"_s); }

    QString summary() { return window.findChild<NeedsPane*>()->findChild<NoteLabel*>()->note(); }

    /// Types into the search and ticks the row of that text in the first column.
    void tick(const QString& query, const QString& text)
    {
        auto* const search = find<QLineEdit>(u"Search endpoints"_s);
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, query);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(tree().hasFocus());
        const auto rows = tree().model()->match(
            tree().model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
        QVERIFY2(!rows.isEmpty(), qPrintable(text));
        tree().setCurrentIndex(rows.first());
        QTest::keyClick(&tree(), Qt::Key_Space);
        QTest::keyClick(&tree(), Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
    }

    /// The sets that are shown, once the search is done.
    QStringList sets()
    {
        QStringList found;
        const QAbstractItemModel& model = *needs().model();
        for (int request = 0; request < model.rowCount(); ++request) {
            const QModelIndex heading = model.index(request, 0);
            for (int row = 0; row < model.rowCount(heading); ++row) {
                if (model.index(row, 0, heading).data(NeedsModel::KindRole).toInt() == NeedsModel::Set)
                    found += model.index(row, 0, heading).data().toString();
            }
        }
        return found;
    }

    QModelIndex setRow(const QString& scopes)
    {
        const auto rows = needs().model()->match(
            needs().model()->index(0, 0), Qt::DisplayRole, scopes, 1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
        return rows.isEmpty() ? QModelIndex() : rows.first();
    }
};

/// Calls with three pairs each of scopes at random, for which no search proves the smallest set in a moment.
CatalogPointer hardCatalog(int scopes, int calls)
{
    CatalogData data;
    const auto text = [&](const QString& words) { return data.texts.keep(words.toStdString()); };
    data.id = text(u"hard"_s);
    data.name = text(u"Hard"_s);
    data.topics.push_back({text(u"t"_s), text(u"Topic"_s), {}});
    for (int i = 0; i < scopes; ++i) {
        data.scopes.emplace_back();
        data.scopes.back().name = text(u"scope.%1"_s.arg(i));
    }
    std::mt19937 engine(1);
    const auto any = [&] { return static_cast<ScopeId>(engine() % static_cast<unsigned>(scopes)); };
    for (int i = 0; i < calls; ++i) {
        data.endpoints.emplace_back();
        Endpoint& endpoint = data.endpoints.back();
        endpoint.id = text(u"call.%1"_s.arg(i));
        endpoint.method = text(u"GET"_s);
        endpoint.url = text(u"https://example.com/call/%1"_s.arg(i));
        endpoint.token = TokenKind::UserAccessToken;
        endpoint.requirement.alternatives = {{any(), any()}, {any(), any()}, {any(), any()}};
    }
    return std::make_shared<const ScopeCatalog>(std::move(data));
}

} // namespace

class EndpointsPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    /// A large catalog is sorted in the background.
    void theSelectionStaysThroughSortingAndSearching()
    {
        EndpointsUnderTest test;
        test.workspace.setCatalog(callsCatalog(60'000));
        EndpointsPane& pane = *test.window.findChild<EndpointsPane*>();
        const auto namesSelected = [&] {
            QStringList names;
            for (const QModelIndex& row : pane.tree().selectionModel()->selectedRows())
                names += pane.nameOf(pane.model().keyAt(row));
            names.sort();
            return names;
        };
        QTest::keyClick(&test.tree(), Qt::Key_Home);
        QTest::keyClick(&test.tree(), Qt::Key_Down);
        QTest::keyClick(&test.tree(), Qt::Key_Down, Qt::ShiftModifier);
        const QStringList selected = namesSelected();
        QCOMPARE(selected, (QStringList{u"call0"_s, u"call300"_s}));
        const QString current = pane.currentName();

        QTest::mouseClick(test.tree().header()->viewport(), Qt::LeftButton, {}, QPoint(20, 5));
        QTRY_VERIFY_WITH_TIMEOUT(!pane.model().isSorting(), 60'000);
        QCOMPARE(pane.nameOf(pane.model().keyAt(pane.model().index(1, 0, pane.model().index(0, 0)))), u"call30000"_s);
        QCOMPARE(namesSelected(), selected);
        QCOMPARE(pane.currentName(), current);

        // As if pasted: what is found by its first letters alone would hide rows, whose selection ends.
        pane.searchBox().setText(u"name:scope"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!pane.model().isBehind(), 60'000);
        QCOMPARE(namesSelected(), selected);
        QCOMPARE(pane.currentName(), current);
    }

    void aKeyRightAfterTypingActsOnWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("ticked");
        QTest::addColumn<QString>("current");

        const QString call = u"/items/77/whatever"_s;
        QTest::newRow("Enter takes a call") << call << Qt::Key_Return << QString() << QStringList{u"call77"_s} << u"call77"_s;
        QTest::newRow("Down goes to a call") << call << Qt::Key_Down << QString() << QStringList() << u"call77"_s;
        QTest::newRow("Enter goes to what is found")
            << u"call59999"_s << Qt::Key_Enter << QString() << QStringList() << u"call59999"_s;
        QTest::newRow("Enter before the text has an end")
            << u"/items/7"_s << Qt::Key_Return << u"7/whatever"_s << QStringList() << u"call77"_s;
    }

    /// In a large catalog, whose index is being made meanwhile.
    void aKeyRightAfterTypingActsOnWhatWasTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const Qt::Key, key);
        QFETCH(const QString, after);
        QFETCH(const QStringList, ticked);
        QFETCH(const QString, current);
        EndpointsUnderTest test;
        test.workspace.setCatalog(callsCatalog(60'000));
        EndpointsPane& pane = *test.window.findChild<EndpointsPane*>();
        auto* const search = test.find<QLineEdit>(u"Search endpoints"_s);
        search->setFocus();
        pressAtOnce(*search, typed, key);
        pressAtOnce(*search, after);
        QVERIFY(search->hasFocus());
        QVERIFY(test.workspace.calls().isEmpty());
        QCOMPARE(search->text(), typed + after);
        QTRY_VERIFY_WITH_TIMEOUT(!pane.model().isBehind(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.calls().names(), ticked, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(pane.currentName(), current, 60'000);
        QCOMPARE(search->hasFocus(), !after.isEmpty());
    }

    void theEndpointsAreMadeWhenTheyAreFirstShown()
    {
        WindowUnderTest test;
        QVERIFY(test.find<QTreeView>(u"Endpoints"_s) == nullptr);
        QVERIFY(test.window.findChild<NeedsPane*>() == nullptr);
        QTest::keyClick(&test.window, Qt::Key_2, Qt::ControlModifier);
        auto* const tree = test.find<QTreeView>(u"Endpoints"_s);
        QVERIFY(tree != nullptr && tree->isVisible() && tree->hasFocus());
        QVERIFY(test.window.findChild<NeedsPane*>()->isVisible());
        QTest::keyClick(&test.window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(test.find<QTreeView>(u"Scopes"_s)->isVisible());
        QVERIFY(!test.window.findChild<NeedsPane*>()->isVisible());
    }

    void tickTwoCallsAndAFieldTakeOneAlternativeAndUndoToTheStart()
    {
        EndpointsUnderTest test;
        test.tick(u"photo"_s, u"Photo: post directly or upload"_s);
        test.tick(u"list videos"_s, u"List Videos"_s);
        test.tick(u"field:follower_count"_s, u"follower_count"_s);
        QCOMPARE(test.workspace.calls().names(),
            (QStringList{u"post.content.init"_s, u"user.info"_s, u"user.info#follower_count"_s, u"video.list"_s}));
        const QStringList both{u"user.info.stats, video.list, video.publish"_s, u"user.info.stats, video.list, video.upload"_s};
        QTRY_COMPARE(test.sets(), both);
        QVERIFY2(test.summary().contains(u"3 scopes; there are 2"), qPrintable(test.summary()));

        const QModelIndex second = test.setRow(both.last());
        QTRY_VERIFY(second.isValid());
        test.needs().expand(second);
        const QModelIndex why = second.model()->index(2, NeedsModel::WhyColumn, second);
        QCOMPARE(why.data().toString(), u"Only it covers Photo: post directly or upload."_s);
        test.needs().setCurrentIndex(second);
        const int before = test.workspace.undoStack().count();
        for (auto* button : test.window.findChildren<QPushButton*>()) {
            if (withoutMnemonic(button->text()) == u"Request These")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(test.workspace.selection().names(), both.last().split(u", "_s));
        QCOMPARE(test.workspace.undoStack().count(), before + 1);
        QTRY_COMPARE(test.sets().first(), both.last()); // it ranks first now: its scopes are requested
        const auto rows = test.tree().model()->match(test.tree().model()->index(0, 0), Qt::DisplayRole,
            u"Photo: post directly or upload"_s, 1, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(rows.first().siblingAtColumn(EndpointTreeModel::CoveredColumn).data().toString(), u"yes, by video.upload"_s);

        while (test.action(ActionId::Undo).isEnabled())
            QTest::keyClick(&test.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(test.workspace.selection().isEmpty());
        QVERIFY(test.workspace.calls().isEmpty());
        QTRY_VERIFY(test.summary().startsWith(u"Tick the calls"));
        QVERIFY(!test.needs().isVisible());
    }

    void aSearchOpensTheCallsThatHideWhatItFound()
    {
        EndpointsUnderTest test;
        const auto isOpen = [&](const QString& call) {
            const auto rows = test.tree().model()->match(
                test.tree().model()->index(0, 0), Qt::DisplayRole, call, 1, Qt::MatchExactly | Qt::MatchRecursive);
            return !rows.isEmpty() && test.tree().isExpanded(rows.first());
        };
        auto* const search = test.find<QLineEdit>(u"Search endpoints"_s);
        QVERIFY(!isOpen(u"Get User Info"_s));
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search, u"follower"_s);
        QTRY_VERIFY(isOpen(u"Get User Info"_s));
        // The call's own row shows these words, and what the user opens and closes meanwhile is not kept.
        search->selectAll();
        QTest::keyClicks(search, u"get user"_s);
        QTRY_VERIFY(!isOpen(u"Get User Info"_s));
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(!isOpen(u"Get User Info"_s));

        // What the user opened stays open, whatever is searched and sorted in between.
        QTest::keyClicks(search, u"get user"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(&test.tree(), Qt::Key_Escape);
        QTest::keyClick(&test.tree(), Qt::Key_Right);
        QTRY_VERIFY(isOpen(u"Get User Info"_s));
        test.tree().sortByColumn(EndpointTreeModel::CoveredColumn, Qt::AscendingOrder);
        QTRY_VERIFY(isOpen(u"Get User Info"_s));
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search, u"video"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(isOpen(u"Get User Info"_s));
    }

    void callsOfTwoKindsOfTokenAreTwoRequests()
    {
        EndpointsUnderTest test;
        test.workspace.setCallsTicked({u"video.list"_s, u"research.user.info"_s, u"oauth.token"_s, u"user.info"_s}, true);
        QTRY_COMPARE(test.sets(), (QStringList{u"video.list"_s, u"research.data.basic"_s}));
        QVERIFY(test.summary().contains(u"2 separate requests"));
        QVERIFY(test.summary().contains(u"not documented"));
        QStringList headings;
        for (int row = 0; row < test.needs().model()->rowCount(); ++row)
            headings += test.needs().model()->index(row, 0).data().toString();
        QCOMPARE(headings,
            (QStringList{u"With a user access token"_s, u"With a client access token"_s, u"Not documented"_s,
                u"Need no scope and no token"_s}));
    }

    void withOnlyApprovedItSaysWhatIsInTheWay()
    {
        EndpointsUnderTest test;
        AppProfile profile;
        profile.catalog = u"tiktok"_s;
        profile.name = u"sandbox"_s;
        profile.approved = {u"video.upload"_s};
        test.workspace.setProfile(std::make_shared<const AppProfile>(profile));
        test.workspace.setCallsTicked({u"video.list"_s, u"post.content.init"_s}, true);
        auto* const wish = test.find<QComboBox>(u"Which sets"_s);
        wish->setFocus();
        QTest::keyClicks(wish, u"Only"_s);
        QTRY_VERIFY2(test.summary().contains(u"in the way"), qPrintable(test.summary()));
        QVERIFY(test.sets().isEmpty());
        const QModelIndex heading = test.needs().model()->index(0, 0);
        QCOMPARE(heading.model()->rowCount(heading), 1);
        QCOMPARE(heading.model()->index(0, 1, heading).data().toString(),
            u"It would take video.list, which is not approved for the app."_s);
    }

    void oneKeyGoesFromAScopeToItsCallsAndBack()
    {
        EndpointsUnderTest test;
        QTest::keyClick(&test.window, Qt::Key_1, Qt::ControlModifier);
        auto* const search = test.find<QLineEdit>(u"Search scopes"_s);
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search, u"user.info.stats"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(&test.window, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(test.tree().hasFocus());
        auto* const pane = test.window.findChild<EndpointsPane*>();
        QCOMPARE(pane->model().shownCount(), 1);
        QCOMPARE(pane->currentName(), u"user.info"_s);

        QTest::keyClick(&test.tree(), Qt::Key_Right);
        QTest::keyClick(&test.tree(), Qt::Key_Right);
        QTest::keyClick(&test.tree(), Qt::Key_Down);
        const QString field = pane->currentName();
        QVERIFY2(field.startsWith(u"user.info#"), qPrintable(field));
        QTest::keyClick(&test.window, Qt::Key_J, Qt::ControlModifier);
        auto* const scopes = test.find<QTreeView>(u"Scopes"_s);
        QVERIFY(scopes->hasFocus());
        QCOMPARE(scopes->currentIndex().siblingAtColumn(0).data().toString(), u"user.info.stats"_s);

        QTest::keyClick(&test.window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(test.tree().hasFocus());
        QCOMPARE(pane->currentName(), field);
        QTest::keyClick(&test.window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(scopes->hasFocus());
        QCOMPARE(search->text(), u"user.info.stats"_s);
        QTest::keyClick(&test.window, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(test.tree().hasFocus());
        QCOMPARE(pane->currentName(), field);
    }

    void theKeyFindsTheCallsOfThatScopeAndOfNoLongerName()
    {
        WindowUnderTest test;
        test.window.findChild<CatalogTabs*>()->showScope(u"video.list"_s);
        QTest::keyClick(&test.window, Qt::Key_J, Qt::ControlModifier);
        auto* const pane = test.window.findChild<EndpointsPane*>();
        QCOMPARE(pane->searchBox().text(), u"name:=\"video.list\""_s);
        const ScopeCatalog& catalog = test.workspace.catalog();
        QCOMPARE(pane->model().shownCount(), static_cast<int>(catalog.endpointsOf(catalog.find(u"video.list"_s)).size()));
    }

    void aScopeThatNoCallNeedsSaysSo()
    {
        WindowUnderTest test;
        test.window.findChild<CatalogTabs*>()->showScope(u"artist.certification.read"_s);
        QTest::keyClick(&test.window, Qt::Key_J, Qt::ControlModifier);
        QVERIFY2(test.window.statusBar()->currentMessage().contains(u"No call is documented to need"),
            qPrintable(test.window.statusBar()->currentMessage()));
    }

    void copyTakesTheCallsThatHaveTheFocus()
    {
        EndpointsUnderTest test;
        QTest::keyClick(&test.tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"user.info"_s);
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"1 call or field"));
    }

    void rowsThatWereOpenAreNotTakenForThoseOfALaterCatalogAtTheSameAddress()
    {
        EndpointsUnderTest test;
        const CatalogPointer builtIn = test.workspace.catalogPointer();
        alignas(ScopeCatalog) std::byte place[sizeof(ScopeCatalog)]; // NOLINT(modernize-avoid-c-arrays)
        bool isFree = true;
        const auto put = [&] {
            isFree = false;
            return CatalogPointer(new (place) ScopeCatalog(CatalogData(builtIn->data())), [&](const ScopeCatalog* catalog) {
                catalog->~ScopeCatalog();
                isFree = true;
            });
        };
        const auto call = [&] { return test.tree().model()->index(0, 0, test.tree().model()->index(0, 0)); };
        auto& search = *test.find<QLineEdit>(u"Search endpoints"_s);
        test.workspace.setCatalog(put());
        QVERIFY(test.tree().model()->hasChildren(call()));
        test.tree().setCurrentIndex(call());
        QTest::keyClick(&test.tree(), Qt::Key_Right);
        QVERIFY(test.tree().isExpanded(call()));

        search.setText(u"nothing of this"_s);
        test.workspace.setCatalog(builtIn);
        QTRY_VERIFY(isFree);
        test.workspace.setCatalog(put());
        search.clear();
        QTRY_VERIFY(call().isValid() && test.tree().model()->hasChildren(call()));
        QVERIFY(!test.tree().isExpanded(call()));
        test.workspace.setCatalog(builtIn);
        QTRY_VERIFY(isFree);
    }

    void aProductThatWasClosedStaysClosedWhenASearchOfItsFieldsEnds()
    {
        EndpointsUnderTest test;
        QTreeView& tree = test.tree();
        const auto product = [&] { return tree.model()->index(0, 0); };
        const auto call = [&] { return tree.model()->index(0, 0, product()); };
        const auto field = [&] { return tree.model()->index(0, 0, call()); };
        tree.setCurrentIndex(call());
        QTest::keyClick(&tree, Qt::Key_Right);
        QVERIFY(tree.isExpanded(call()) && field().isValid());
        const QString name = field().data().toString();
        tree.setCurrentIndex(product());
        QTest::keyClick(&tree, Qt::Key_Left);
        QVERIFY(!tree.isExpanded(product()));

        auto& search = *test.find<QLineEdit>(u"Search endpoints"_s);
        search.setText(name);
        QTRY_COMPARE(field().data().toString(), name);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(field().siblingAtColumn(1)).center());
        QCOMPARE(tree.currentIndex().siblingAtColumn(0), field());
        search.clear();
        QTRY_VERIFY(tree.currentIndex().isValid() && tree.model()->rowCount() > 1);
        QVERIFY(!tree.isExpanded(product()));
        QCOMPARE(tree.currentIndex(), product());
        QCOMPARE(tree.selectionModel()->selectedRows(), QModelIndexList{product()});
    }

    void detailsTellOfTheCall()
    {
        EndpointsUnderTest test;
        test.window.findChild<CatalogTabs*>()->showPart(u"post.content.init?post_mode=DIRECT_POST"_s);
        const QString details = test.window.findChild<DetailsPane*>()->toPlainText();
        QVERIFY2(details.contains(u"The value needs: video.publish"), qPrintable(details));
        QVERIFY2(details.contains(u"The call needs: video.publish or video.upload"), qPrintable(details));
        QVERIFY2(details.contains(u"Takes: user access token"), qPrintable(details));
    }

    void detailsOfAScopeThatManyCallsNeedLeadToAllOfThem_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("query");

        QTest::newRow("a plain name") << u"things:read"_s << u"name:=\"things:read\""_s;
        QTest::newRow("a name with quotes, spaces and a percent sign")
            << u"all \"things\" %1 of 100%"_s << u"name:=\"all \"\"things\"\" %1 of 100%\""_s;
    }

    void detailsOfAScopeThatManyCallsNeedLeadToAllOfThem()
    {
        QFETCH(const QString, scope);
        constexpr int calls = 250;
        QByteArray description =
            "openapi: 3.0.3\ninfo: {title: Many}\ncomponents:\n  securitySchemes:\n    o: {type: oauth2, flows: "
            "{implicit: {scopes: {'SCOPE': Read, 'other': Other}}}}\nsecurity: [{o: ['SCOPE']}]\npaths:\n  /other: {get: "
            "{security: [{o: ['other']}]}}\n";
        description.replace("SCOPE", scope.toUtf8());
        for (int i = 0; i < calls; ++i)
            description += "  /things/" + QByteArray::number(i) + ": {get: {}}\n";
        WindowUnderTest test;
        auto& details = *test.window.findChild<DetailsPane*>();
        QTRY_VERIFY(!details.scopeName().isEmpty()); // the window has started
        QFile file(test.path(u"many.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(description) == description.size() && file.flush());
        test.window.openFile(file.fileName());
        auto& search = *test.find<QLineEdit>(u"Search scopes"_s);
        search.setText(Query::quoted(scope));
        QTest::keyClick(&search, Qt::Key_Down);
        QTRY_COMPARE(details.scopeName(), scope);
        QCOMPARE(details.toPlainText().count(u"• GET /things/"_s), static_cast<int>(DetailsWriter::mostListed));
        const QString link = u"list all 250 calls"_s;
        QVERIFY2(details.toPlainText().contains(u"… and 50 more: "_s + link), qPrintable(details.toPlainText().right(400)));
        details.moveCursor(QTextCursor::Start);
        QVERIFY(details.find(link)); // which scrolls to it
        QTest::mouseClick(details.viewport(), Qt::LeftButton, {}, details.cursorRect().center() - QPoint(20, 0));
        QFETCH(const QString, query);
        QTRY_COMPARE(test.find<QLineEdit>(u"Search endpoints"_s)->text(), query);
        QCOMPARE(test.window.findChild<CatalogTabs*>()->endpoints().model().shownCount(), calls);
    }

    void theSearchStandsAboveBothSidesAndGoesAlong()
    {
        WindowUnderTest test;
        auto* const scopes = test.find<QLineEdit>(u"Search scopes"_s);
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(scopes, u"video"_s);
        QTest::keyClick(&test.window, Qt::Key_2, Qt::ControlModifier);
        auto* const calls = test.find<QLineEdit>(u"Search endpoints"_s);
        QVERIFY(calls->isVisible() && !scopes->isVisible());
        QCOMPARE(calls->text(), u"video"_s);
        auto* const tabs = test.find<QTabBar>(u"What exists"_s);
        QVERIFY(calls->mapToGlobal(calls->rect().bottomLeft()).y() < tabs->mapToGlobal(QPoint(0, 0)).y());

        calls->setText(u"user.info.stats"_s);
        QTest::keyClick(&test.window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(scopes->isVisible() && !calls->isVisible());
        QCOMPARE(scopes->text(), u"user.info.stats"_s);
        QCOMPARE(test.window.findChild<CatalogTabs*>()->scopes().model().shownCount(), 1);
    }

    void nothingFoundOffersToClearTheSearch()
    {
        EndpointsUnderTest test;
        auto* const search = test.find<QLineEdit>(u"Search endpoints"_s);
        search->setText(u"zebra"_s);
        QVERIFY(!test.tree().isVisible());
        QStringList shown;
        for (const QLabel* label : test.window.findChildren<QLabel*>()) {
            if (label->isVisible())
                shown += label->text();
        }
        QVERIFY2(shown.contains(u"0 of 33"_s), qPrintable(shown.join(u'|')));
        QVERIFY(shown.join(u' ').contains(u"No call matches ‘zebra’"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(test.tree().isVisible());
    }

    void theTicksComeBackWithTheFile()
    {
        EndpointsUnderTest test;
        test.tick(u"list videos"_s, u"List Videos"_s);
        test.chosenPath = test.path(u"calls.scopes.json"_s);
        test.action(ActionId::SaveAs).trigger();
        EndpointsUnderTest later;
        later.window.openFile(test.chosenPath);
        QCOMPARE(later.workspace.calls().names(), QStringList{u"video.list"_s});
        QTRY_COMPARE(later.sets(), QStringList{u"video.list"_s});
        QVERIFY(!later.session.isModified());
    }

    void theTabAndTheClosedProductsComeBackAtTheNextStart()
    {
        WindowUnderTest first;
        first.action(ActionId::ShowEndpoints).trigger();
        auto& tree = *first.find<QTreeView>(u"Endpoints"_s);
        QTest::keyClick(&tree, Qt::Key_Left); // to the product
        QTest::keyClick(&tree, Qt::Key_Left);
        QVERIFY(!tree.isExpanded(tree.model()->index(0, 0)));
        first.window.remember();
        Workspace workspace{*builtInCatalog().value};
        RequestSession session(workspace);
        Settings settings(first.path(u"settings.ini"_s));
        MainWindow window(workspace, session, settings);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* const later = window.findChild<EndpointsPane*>();
        QVERIFY(later != nullptr && later->isVisible());
        QVERIFY(!later->tree().isExpanded(later->model().index(0, 0)));
        QVERIFY(later->tree().isExpanded(later->model().index(1, 0)));
    }

    void theFacetsSayHowManyRowsTheyWouldGive()
    {
        EndpointsUnderTest test;
        test.tick(u"list videos"_s, u"List Videos"_s);
        test.workspace.addScopes({u"video.list"_s});
        auto* const pane = test.window.findChild<EndpointsPane*>();
        int tried = 0;
        for (const QString& name : {u"Product"_s, u"Show Calls"_s}) {
            QMenu& menu = *test.find<QToolButton>(name)->menu();
            Q_EMIT menu.aboutToShow();
            const auto count = menu.actions().size();
            for (int number = 0; number < count; ++number) {
                Q_EMIT menu.aboutToShow(); // it is made anew each time
                QAction* const action = menu.actions().at(number);
                if (action->isSeparator())
                    continue;
                const QStringList parts = action->text().split(u'\t');
                action->trigger();
                QCOMPARE(QString::number(pane->model().shownCount()), parts.last());
                const bool isAll = !pane->model().isFiltered();
                QCOMPARE(isAll, parts.last() == QString::number(pane->model().allCount()));
                tried += isAll ? 0 : 1;
                test.window.findChild<EndpointsPane*>()->clearFilters();
            }
        }
        QVERIFY2(tried > 12, qPrintable(QString::number(tried)));
        Q_EMIT test.find<QToolButton>(u"Show Calls"_s)->menu()->aboutToShow();
        for (QAction* const action : test.find<QToolButton>(u"Show Calls"_s)->menu()->actions()) {
            if (action->text().startsWith(u"Ticked\t"))
                action->trigger();
        }
        QCOMPARE(pane->model().shownCount(), 1);
        QCOMPARE(test.find<QToolButton>(u"Show Calls"_s)->text(), u"Show: ticked"_s);
        QCOMPARE(test.tree().currentIndex().data().toString(), u"List Videos"_s);
        QTest::keyClick(&test.tree(), Qt::Key_Space);
        QCOMPARE(pane->model().shownCount(), 0); // unticked, it is shown no more
        QTest::keyClick(&test.window, Qt::Key_Escape);
        QCOMPARE(pane->model().shownCount(), pane->model().allCount());
    }

    void aHardSearchShowsItsProgressAndStopsWithTheBestSoFar()
    {
        EndpointsUnderTest test;
        test.workspace.setCatalog(hardCatalog(500, 200));
        auto* const pane = test.window.findChild<EndpointsPane*>();
        QTest::keyClick(&test.window, Qt::Key_T, Qt::ControlModifier); // ticks all
        QCOMPARE(test.workspace.calls().size(), 200);
        QPushButton* stop = nullptr;
        for (auto* const button : test.window.findChild<NeedsPane*>()->findChildren<QPushButton*>()) {
            if (withoutMnemonic(button->text()) == u"Stop")
                stop = button;
        }
        QVERIFY(stop != nullptr);
        QTRY_VERIFY(stop->isVisible());
        QTRY_VERIFY2(test.summary().contains(u"The best so far has"), qPrintable(test.summary()));
        QTest::keyClicks(test.find<QLineEdit>(u"Search endpoints"_s), u"call/19"_s); // the window answers meanwhile
        QCOMPARE(pane->model().shownCount(), 11);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(!stop->isVisible());
        QVERIFY2(test.summary().contains(u"It is not proven smallest: none can have fewer than"), qPrintable(test.summary()));
        const QModelIndex best = test.window.findChild<NeedsPane*>()->model().firstSet();
        QVERIFY(best.siblingAtColumn(NeedsModel::WhyColumn).data().toString().contains(u"not proven smallest"));
        const QStringList scopes = best.data(NeedsModel::ScopesRole).toStringList();
        ScopeSet granted(test.workspace.catalog().scopeCount());
        for (const QString& name : scopes)
            granted.insert(test.workspace.catalog().find(name));
        for (const Endpoint& endpoint : test.workspace.catalog().endpoints())
            QVERIFY(endpoint.requirement.isMetBy(granted));
    }

    void theModelOfTheAnswerIsSound()
    {
        Workspace workspace(*builtInCatalog().value);
        NeedsSearch search(workspace);
        NeedsModel model(search);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        workspace.setCallsTicked({u"user.info#open_id"_s, u"data.add"_s, u"adlib.ad.query"_s, u"oauth.token"_s}, true);
        QTRY_VERIFY(model.rowCount() == 3);
        workspace.setCatalog(syntheticNone());
        QTRY_VERIFY(model.rowCount() == 0);
    }

private:
    static CatalogPointer syntheticNone() { return std::make_shared<const ScopeCatalog>(CatalogData()); }
};

} // namespace scopes::tests

using scopes::tests::EndpointsPaneTest;
SCOPES_TEST(EndpointsPaneTest)
#include "EndpointsPaneTest.moc"
