#include "WindowUnderTest.h"
#include "models/ScopeTreeModel.h"
#include "widgets/ScopesPane.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QScrollBar>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace scopes;
using namespace scopes::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int scopeCount = 10'000;

/// A catalog that is too large to be read while the window waits. @p end: its last bytes.
QByteArray largeCatalog(const QByteArray& end = "]}", int scopes = scopeCount)
{
    QByteArray json = R"({"format":"scope-explorer-catalog","version":1,"id":"large","name":"Large","retrieved":"2026-11-23",)"
                      R"("sources":[{"id":"made","title":"Made","retrieved":"2026-11-23","kind":"provider"}],)"
                      R"("provider":{"name":"Large"},"topics":[)";
    for (int topic = 0; topic < scopes / 20; ++topic)
        json += (topic > 0 ? "," : "") + QByteArray(R"({"id":"t#","name":"Topic #"})").replace('#', QByteArray::number(topic));
    json += R"(],"scopes":[)";
    for (int scope = 0; scope < scopes; ++scope) {
        json += scope > 0 ? ",\n" : "";
        json += R"({"name":"data)" + QByteArray::number(scope) + R"(.read","topic":"t)" + QByteArray::number(scope / 20)
            + R"(","definition":"Read the data of number )" + QByteArray::number(scope)
            + R"(.","userDisplay":"Read your data","status":"documented","product":null,"approval":null,"obtainedBy":null,)"
              R"("region":null,"source":"made"})";
    }
    return json + end;
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

struct LargeCatalogUnderTest : WindowUnderTest
{
    QTreeView& tree() { return *find<QTreeView>(u"Scopes"_s); }

    QTreeWidget& firstScopes() { return *find<QTreeWidget>(u"First scopes of the file"_s); }

    QPushButton& cancelButton()
    {
        for (auto* button : window.findChildren<QPushButton*>()) {
            if (button->text() == u"Cancel Reading"_s)
                return *button;
        }
        qFatal("there is no button to cancel with");
    }

    /// Opens that catalog from the menu.
    void open(const QByteArray& content, const QString& name = u"large.json"_s)
    {
        chosenPath = path(name);
        write(chosenPath, content);
        action(ActionId::OpenCatalog).trigger();
    }
};

} // namespace

/// Opening a large catalog: in the background, with its first rows, and so that it can be given up.
class LargeCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theFormerCatalogStaysUntilAllHasBeenRead()
    {
        LargeCatalogUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.open(largeCatalog());
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        QVERIFY(test.cancelButton().isVisible());
        QVERIFY(test.find<QProgressBar>(u"Progress of reading the catalog"_s)->isVisible());

        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Large"_s, 60'000);
        QCOMPARE(test.workspace.catalog().scopeCount(), scopeCount);
        QVERIFY(!test.cancelButton().isVisible());
        QVERIFY(!test.window.notices().isVisible());
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"Large"_s));
        QCOMPARE(test.tree().model()->rowCount(), scopeCount / 20);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }

    void theFirstScopesAreSeenAndTheReadingIsGivenUp()
    {
        LargeCatalogUnderTest test;
        test.open(largeCatalog());
        QString firstRow;
        const QAbstractItemModel& rows = *test.firstScopes().model();
        // At once when they come: a fast machine would be ready soon after.
        connect(
            &rows, &QAbstractItemModel::rowsInserted, &rows,
            [&] {
                firstRow = rows.index(0, 0).data().toString() + u": "_s + rows.index(0, 1).data().toString();
                QTest::mouseClick(&test.cancelButton(), Qt::LeftButton);
            },
            Qt::SingleShotConnection);
        QTRY_COMPARE_WITH_TIMEOUT(firstRow, u"data0.read: Read the data of number 0."_s, 60'000);
        QVERIFY(!test.cancelButton().isVisible());
        QVERIFY(test.window.statusBar()->currentMessage().startsWith(u"Reading was given up"_s));
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);

        // What was given up does not come later, and another catalog can be opened.
        test.action(ActionId::OpenCatalog).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Large"_s, 60'000);
    }

    void choosingAnotherCatalogGivesTheReadingUp()
    {
        LargeCatalogUnderTest test;
        test.open(largeCatalog());
        test.action(ActionId::BuiltInCatalog).trigger();
        QVERIFY(!test.cancelButton().isVisible());
        QTest::qWait(200);
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
    }

    void theLastOfTwoThatAreOpenedCounts()
    {
        LargeCatalogUnderTest test;
        test.open(largeCatalog());
        QByteArray other = largeCatalog();
        test.open(other.replace(R"("name":"Large")", R"("name":"Other")"), u"other.json"_s);
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Other"_s, 60'000);
        QVERIFY(!test.cancelButton().isVisible());
    }

    void theWindowCanGoWhileItReads()
    {
        LargeCatalogUnderTest test;
        test.open(largeCatalog());
        test.window.close();
        QVERIFY(!test.window.isVisible());
    }

    void aRequestWaitsForTheCatalogThatIsRead()
    {
        LargeCatalogUnderTest test;
        const QString request = test.path(u"r.scopes.json"_s);
        write(request, R"({"catalog":"large","format":"comma","scopes":["data7.read"],"version":1})");
        test.open(largeCatalog());
        test.window.openFile(request);
        QVERIFY2(test.window.notices().texts().isEmpty(), qPrintable(test.window.notices().texts().join(u'|')));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Large"_s, 60'000);
        QVERIFY(test.workspace.isDocumented(u"data7.read"_s));
        QVERIFY2(test.window.notices().texts().isEmpty(), qPrintable(test.window.notices().texts().join(u'|')));

        // Given up, it is not there: then the request asks for it.
        test.action(ActionId::BuiltInCatalog).trigger();
        test.open(largeCatalog());
        test.window.openFile(request);
        QVERIFY(test.window.notices().texts().isEmpty());
        QTest::mouseClick(&test.cancelButton(), Qt::LeftButton);
        QVERIFY(test.window.notices().texts().value(0).contains(u"made with the catalog “Large”"_s));
    }

    void theColumnsOfALargeTableAreChosen()
    {
        LargeCatalogUnderTest test;
        QByteArray table = "What;The right\n";
        for (int row = 0; row < 70'000; ++row)
            table += "Reads.data;data" + QByteArray::number(row) + ".read\n";
        // The dialog comes from within the event loop, where nothing else could wait for it.
        const auto choose = [&](const QString& name, const QString& definition) {
            auto* const timer = new QTimer(&test.window);
            connect(timer, &QTimer::timeout, timer, [timer, name, definition] {
                auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
                if (dialog == nullptr)
                    return;
                timer->stop();
                for (auto* const choice : dialog->findChildren<QComboBox*>()) {
                    if (choice->accessibleName() == u"Scope's name"_s)
                        QTest::keyClicks(choice, name);
                    if (choice->accessibleName() == u"Definition"_s)
                        QTest::keyClicks(choice, definition);
                }
                QTest::keyClick(dialog, Qt::Key_Return);
            });
            timer->start(20);
        };
        test.open(table, u"table.csv"_s);
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s); // it is read in the background
        choose(u"2"_s, u"1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(test.workspace.isDocumented(u"data69999.read"_s), 60'000);
        QVERIFY(!test.cancelButton().isVisible());

        choose(u"1"_s, u"2"_s);
        QMenu& menu = *test.find<QToolButton>(u"Catalog"_s)->menu();
        Q_EMIT menu.aboutToShow();
        const auto actions = menu.actions();
        const auto columns = std::find_if(
            actions.begin(), actions.end(), [](const QAction* action) { return action->text() == u"&Columns of This Table…"_s; });
        QVERIFY(columns != actions.end());
        (*columns)->trigger();
        QVERIFY(test.cancelButton().isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().scopeCount(), 1, 60'000);
    }

    void aLargeFileThatChangesIsReadAgain()
    {
        LargeCatalogUnderTest test;
        test.open(largeCatalog());
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Large"_s, 60'000);
        QByteArray changed = largeCatalog();
        write(test.chosenPath, changed.replace(R"("name":"Large")", R"("name":"Larger")"));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Larger"_s, 60'000);

        write(test.chosenPath, largeCatalog("}"));
        QTRY_COMPARE_WITH_TIMEOUT(test.window.notices().texts().size(), 1, 60'000);
        QVERIFY(test.window.notices().texts().value(0).contains(u"large.json"_s));
        QCOMPARE(test.workspace.catalog().name(), u"Larger"_s);
    }

    void aLargeSortedCatalogThatIsReadAgainKeepsThePlace_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("sorted") << QString();
        QTest::newRow("searched and sorted") << u"number"_s;
    }

    void aLargeSortedCatalogThatIsReadAgainKeepsThePlace()
    {
        QFETCH(const QString, query);
        LargeCatalogUnderTest test;
        test.open(largeCatalog("]}", 60'000));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Large"_s, 60'000);
        QTreeView& tree = test.tree();
        test.find<QLineEdit>(u"Search scopes"_s)->setText(query);
        tree.sortByColumn(0, Qt::DescendingOrder);
        const auto& model = test.window.findChild<ScopesPane*>()->model();
        const auto isReady = [&] { return !model.isSorting() && !model.isBehind(); };
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        const QModelIndex topic = model.index(700, 0);
        tree.expand(topic);
        tree.scrollTo(model.index(10, 0, topic), QAbstractItemView::PositionAtTop);
        const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
            const QPoint place = tree.visualRect(model.index(row, 1, topic)).center();
            QTest::mouseClick(tree.viewport(), Qt::LeftButton, modifiers, place);
        };
        click(11, {});
        click(13, Qt::ControlModifier);
        const auto whatIsSeen = [&] {
            QStringList names{tree.indexAt({0, 0}).data().toString(), tree.currentIndex().siblingAtColumn(0).data().toString()};
            for (const QModelIndex& index : tree.selectionModel()->selectedRows())
                names += index.data().toString();
            std::sort(names.begin() + 2, names.end());
            return names;
        };
        const QStringList before = whatIsSeen();
        QCOMPARE(before.size(), 4);

        write(test.chosenPath, largeCatalog("]}", 60'000).replace(R"("name":"Large")", R"("name":"Larger")"));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Larger"_s, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        QCOMPARE(whatIsSeen(), before);
        // It is not gone back to again when the user sorts anew.
        tree.verticalScrollBar()->setValue(0);
        tree.setCurrentIndex(model.index(0, 0));
        tree.sortByColumn(1, Qt::AscendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 60'000);
        QVERIFY(!before.contains(tree.currentIndex().siblingAtColumn(0).data().toString()));
    }

    void whatIsBrokenAtItsEndLeavesTheCatalog()
    {
        LargeCatalogUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.open(largeCatalog("}"));
        Answer answer(u"OK"_s);
        QTRY_COMPARE_WITH_TIMEOUT(answer.boxes, 1, 60'000);
        QVERIFY2(answer.text.contains(u"large.json"_s), qPrintable(answer.text));
        QVERIFY(!test.cancelButton().isVisible());
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }
};

SCOPES_TEST(LargeCatalogTest)
#include "LargeCatalogTest.moc"
