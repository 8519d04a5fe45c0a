#include "models/PaletteModel.h"

#include "catalog/BuiltInCatalog.h"
#include "models/FuzzyMatch.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>

#include <algorithm>
#include <utility>
#include <vector>

using namespace scopes;
using namespace scopes::tests;
using namespace Qt::StringLiterals;

/// What a few letters find.
class PaletteModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void lettersMatchInOrder_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("nothing typed") << QByteArray() << QByteArray("video.list") << true;
        QTest::newRow("letters with others between") << QByteArray("vidl") << QByteArray("video.list") << true;
        QTest::newRow("all of it") << QByteArray("video.list") << QByteArray("video.list") << true;
        QTest::newRow("another order") << QByteArray("ldiv") << QByteArray("video.list") << false;
        QTest::newRow("a letter too many") << QByteArray("video.lists") << QByteArray("video.list") << false;
        QTest::newRow("an empty text") << QByteArray("a") << QByteArray() << false;
    }

    void lettersMatchInOrder()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, text);
        QTEST(fuzzyScore(typed.toStdString(), text.toStdString()).has_value(), "found");
    }

    void theBetterMatchScoresMore_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("better");
        QTest::addColumn<QByteArray>("worse");
        QTest::newRow("the start before the middle") << QByteArray("video") << QByteArray("video.list") << QByteArray("my.video");
        QTest::newRow("a word's start before its middle")
            << QByteArray("l") << QByteArray("video.list") << QByteArray("reply.all");
        QTest::newRow("together before apart") << QByteArray("list") << QByteArray("video.list") << QByteArray("vl.i.seat");
        QTest::newRow("word starts before chance")
            << QByteArray("vidl") << QByteArray("video.list") << QByteArray("video.upload");
        QTest::newRow("initials") << QByteArray("css") << QByteArray("copy scope string") << QByteArray("accessories");
    }

    void theBetterMatchScoresMore()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, better);
        QFETCH(QByteArray, worse);
        const auto more = fuzzyScore(typed.toStdString(), better.toStdString());
        const auto less = fuzzyScore(typed.toStdString(), worse.toStdString());
        QVERIFY(more.has_value());
        QVERIFY2(!less || *more > *less, qPrintable(u"%1, %2"_s.arg(*more).arg(less.value_or(0))));
    }

    void anActionOfASubmenuIsFoundByItsGroupToo()
    {
        const Workspace workspace(*builtInCatalog().value);
        QAction make(u"&New Profile…"_s);
        make.setCheckable(true);
        make.setChecked(true);
        PaletteModel model(workspace);
        model.setActions({{u"App Profile"_s, &make}});
        for (const QString& typed : {u"app prof"_s, u"new pro"_s, u"profnew"_s}) {
            model.setTyped(typed);
            QCOMPARE(model.index(0).data().toString(), u"App Profile: New Profile…"_s);
        }
        QCOMPARE(model.index(0).data(PaletteModel::HintRole).toString(), u"on"_s);
    }

    void actionsAndScopesAreFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("a scope by letters") << u"vidl"_s << u"video.list"_s;
        QTest::newRow("case does not matter") << u"VIDEO.L"_s << u"video.list"_s;
        QTest::newRow("an action by its start") << u"copy"_s << u"Copy Scope String"_s;
        QTest::newRow("an action by initials") << u"css"_s << u"Copy Scope String"_s;
        QTest::newRow("spaces don't matter") << u" user basic "_s << u"user.info.basic"_s;
        QTest::newRow("nothing typed gives the first action") << QString() << u"Copy Scope String"_s;
    }

    void actionsAndScopesAreFound()
    {
        const Workspace workspace(*builtInCatalog().value);
        QAction copy(u"Copy Scope &String"_s);
        QAction clear(u"C&lear Request"_s);
        PaletteModel model(workspace);
        model.setActions({{{}, &copy}, {{}, &clear}});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QFETCH(QString, typed);
        model.setTyped(typed);
        QVERIFY(model.rowCount() > 0);
        QTEST(model.index(0).data().toString(), "first");
    }

    void rowsTellWhatTheyAre()
    {
        Workspace workspace(*builtInCatalog().value);
        workspace.addScopes({u"video.list"_s});
        QAction action(u"&List"_s);
        action.setShortcut(QKeySequence(u"Ctrl+L"_s));
        action.setEnabled(false);
        PaletteModel model(workspace);
        model.setActions({{{}, &action}});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTyped(u"list"_s);
        QVERIFY(model.rowCount() >= 2);
        const QModelIndex first = model.index(0);
        QCOMPARE(model.actionAt(first), &action);
        QCOMPARE(first.data(PaletteModel::HintRole).toString(), u"Ctrl+L"_s);
        QVERIFY((first.flags() & Qt::ItemIsEnabled) == 0);
        const QModelIndex second = model.index(1);
        QCOMPARE(model.scopeAt(second), u"video.list"_s);
        QCOMPARE(second.data(Qt::AccessibleTextRole).toString(), u"video.list, requested"_s);
        workspace.undoStack().undo();
        QCOMPARE(second.data(Qt::AccessibleTextRole).toString(), u"video.list"_s);
    }

    void anActionThatGoesLeavesNoDanglingRow()
    {
        const Workspace workspace(*builtInCatalog().value);
        auto action = std::make_unique<QAction>(u"Copy"_s);
        PaletteModel model(workspace);
        model.setActions({{{}, action.get()}});
        action.reset();
        QCOMPARE(model.actionAt(model.index(0)), nullptr);
        QCOMPARE(model.index(0).data().toString(), QString());
    }

    void aLargeCatalogIsLookedThroughWhileTheRowsStay()
    {
        Workspace workspace(syntheticCatalog(60'000));
        QAction copy(u"Copy Scope &String"_s);
        PaletteModel model(workspace);
        model.setActions({{{}, &copy}});
        QCOMPARE(model.rowCount(), 1);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QSignalSpy found(&model, &PaletteModel::found);
        for (const auto* typed : {"c", "cr", "crmcr", "zzz", "rqx", "read"}) {
            model.setTyped(QString::fromLatin1(typed));
            QVERIFY(model.isBehind());
            QCOMPARE(model.rowCount(), 1);
        }
        // What was typed last is what comes.
        QTRY_VERIFY_WITH_TIMEOUT(!model.isBehind(), 60'000);
        QCOMPARE(found.count(), 1);
        QCOMPARE(model.rowCount(), PaletteModel::largestCount);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.scopeAt(model.index(row)).contains(u"read"_s));
        model.setTyped({});
        QVERIFY(!model.isBehind());
        QCOMPARE(model.actionAt(model.index(0)), &copy);
        model.setTyped(u"read"_s);
        workspace.setCatalog(syntheticCatalog(3));
        QVERIFY(!model.isBehind());
        QCOMPARE(model.rowCount(), 0);
    }

    /// Few rows are kept on the way through many that fit.
    void theBestOfManyAreFound()
    {
        const CatalogPointer catalog = syntheticCatalog(PaletteModel::mostAtOnce);
        const Workspace workspace(catalog);
        PaletteModel model(workspace);
        model.setTyped(u"eta"_s);
        std::vector<std::pair<int, ScopeId>> all; // negative scores first, then lengths, then the catalog's order
        for (ScopeId id = 0; id < catalog->scopeCount(); ++id) {
            if (const auto score = fuzzyScore("eta", catalog->scope(id).name))
                all.emplace_back(-*score * 1000 + static_cast<int>(catalog->scope(id).name.size()), id);
        }
        QVERIFY(all.size() > 5'000);
        std::sort(all.begin(), all.end());
        QCOMPARE(model.rowCount(), PaletteModel::largestCount);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.scopeAt(model.index(row)), toQString(catalog->scope(all[static_cast<std::size_t>(row)].second).name));
    }

    void anotherCatalogEmptiesTheList()
    {
        Workspace workspace(*builtInCatalog().value);
        PaletteModel model(workspace);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setTyped(u"video"_s);
        QVERIFY(model.rowCount() > 0);
        workspace.setCatalog(syntheticCatalog(3));
        QCOMPARE(model.rowCount(), 0);
    }
};

SCOPES_TEST(PaletteModelTest)

#include "PaletteModelTest.moc"
