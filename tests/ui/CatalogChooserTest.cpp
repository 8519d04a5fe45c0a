#include "WindowUnderTest.h"
#include "models/CatalogTreeModel.h"
#include "models/NeedsModel.h"
#include "workspace/RecentCatalogs.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

/// Topics 'a' to 'f' with ten scopes each, 'a.0' to 'f.9', but for those in @p without.
QByteArray descriptionOf(const QByteArray& title, const QStringList& without = {})
{
    QByteArray scopes;
    for (char topic = 'a'; topic <= 'f'; ++topic) {
        for (char number = '0'; number <= '9'; ++number) {
            const QByteArray name = QByteArray(1, topic) + '.' + number;
            if (!without.contains(QString::fromLatin1(name)))
                scopes += "            " + name + ": Meaning of " + name + '\n';
        }
    }
    return "openapi: 3.0.3\ninfo: {title: '" + title
        + "'}\ncomponents:\n  securitySchemes:\n    o:\n      type: oauth2\n      flows:\n        implicit:\n"
          "          authorizationUrl: https://x/a\n          scopes:\n"
        + scopes + "paths: {}\n";
}

/// Topics 'A' and 'B' with the scopes 'first' and 'last', and the scope 'moves' in @p topic.
QByteArray catalogOf(const QByteArray& topic)
{
    QByteArray json = R"({"format":"scope-explorer-catalog","version":1,"id":"made","name":"Made","retrieved":"2026-11-23",)"
                      R"("sources":[{"id":"made","title":"Made","retrieved":"2026-11-23","kind":"provider"}],)"
                      R"("provider":{"name":"Made"},"topics":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"scopes":[)";
    for (const auto& [name, where] : {std::pair<QByteArray, QByteArray>("first", "a"), {"moves", topic}, {"last", "b"}})
        json += (name == "first" ? "" : ",") + (R"({"name":")" + name + R"(","topic":")" + where)
            + R"(","definition":"A text","userDisplay":null,"status":"documented","product":null,"approval":null,)"
              R"("obtainedBy":null,"region":null,"source":"made"})";
    return json + "]}";
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// As git and editors write: another file takes the name.
void replaceByRename(const QString& path, const QByteArray& content)
{
    write(path + u".new"_s, content);
    QVERIFY(QFile::remove(path) && QFile::rename(path + u".new"_s, path));
}

struct ChooserUnderTest : WindowUnderTest
{
    QToolButton& button() { return *find<QToolButton>(u"Catalog"_s); }

    /// The choices, as 'name|date · file', those that cannot be chosen in brackets, the chosen one with a star.
    QStringList choices()
    {
        QMenu& menu = *button().menu();
        Q_EMIT menu.aboutToShow();
        QStringList texts;
        for (const QAction* action : menu.actions()) {
            if (!action->isCheckable())
                continue;
            QString text = action->text().replace(u'\t', u'|');
            if (action->isChecked())
                text += u'*';
            texts += action->isEnabled() ? text : u'(' + text + u')';
        }
        return texts;
    }

    /// Opens the menu with the keyboard and goes down to the row of that number.
    void chooseRow(int row)
    {
        button().setFocus(Qt::TabFocusReason);
        QTimer::singleShot(0, &window, [row] {
            QWidget* const menu = QApplication::activePopupWidget();
            QVERIFY(menu != nullptr);
            for (int step = 0; step <= row; ++step)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::keyClick(&button(), Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    }

    QTreeView& tree() { return *find<QTreeView>(u"Scopes"_s); }

    QModelIndex row(const QString& text)
    {
        const auto rows = tree().model()->match(
            tree().model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
        return rows.value(0);
    }
};

} // namespace

/// Choosing among catalogs, and files that change while they are open.
class CatalogChooserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWasOpenCanBeChosenAgain()
    {
        ChooserUnderTest test;
        QCOMPARE(test.choices(), QStringList{u"TikTok for Developers|2026-11-23 · built in*"_s});
        const QString date = QDate::currentDate().toString(Qt::ISODate);
        write(test.path(u"one.yaml"_s), descriptionOf("One & Co"));
        write(test.path(u"two.yaml"_s), descriptionOf("Two"));
        test.window.openFile(test.path(u"one.yaml"_s));
        test.window.openFile(test.path(u"two.yaml"_s));
        QCOMPARE(test.choices(),
            (QStringList{u"TikTok for Developers|2026-11-23 · built in"_s, u"Two|%1 · two.yaml*"_s.arg(date),
                u"One && Co|%1 · one.yaml"_s.arg(date)}));
        QVERIFY(test.button().text().startsWith(u"Two"_s));

        test.chooseRow(2);
        QCOMPARE(test.workspace.catalog().name(), u"One & Co"_s);
        QVERIFY(test.button().text().startsWith(u"One && Co"_s));
        test.chooseRow(0);
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
    }

    void filesOfOneNameAreToldApart()
    {
        ChooserUnderTest test;
        for (const QString& folder : {u"old/api"_s, u"new/api"_s, u"other"_s}) {
            QVERIFY(QDir(test.folder.path()).mkpath(folder));
            write(test.path(folder + u"/one.yaml"_s), descriptionOf("One"));
            test.window.openFile(test.path(folder + u"/one.yaml"_s));
        }
        QStringList files;
        for (const QString& choice : test.choices().mid(1))
            files += choice.section(u" · "_s, 1);
        QCOMPARE(files, (QStringList{u"other/one.yaml*"_s, u"new/api/one.yaml"_s, u"old/api/one.yaml"_s}));
        test.action(ActionId::CompareCatalogs).trigger();
        const auto& before = *test.find<QComboBox>(u"Catalog before"_s);
        QVERIFY(before.findText(u"new/api/one.yaml"_s, Qt::MatchEndsWith) >= 0);
        QVERIFY(before.findText(u"old/api/one.yaml"_s, Qt::MatchEndsWith) >= 0);
    }

    void whatIsGoneIsShownAsThat()
    {
        ChooserUnderTest test;
        const QString path = test.path(u"one.yaml"_s);
        write(path, descriptionOf("One"));
        test.window.openFile(path);
        test.action(ActionId::BuiltInCatalog).trigger();
        QVERIFY(QFile::remove(path));
        const QStringList choices = test.choices();
        QCOMPARE(choices.size(), 2);
        QVERIFY2(choices[1].startsWith(u"(One|"_s) && choices[1].endsWith(u"one.yaml is missing)"_s), qPrintable(choices[1]));
        for (QAction* action : test.button().menu()->actions()) {
            if (action->text() == u"&Forget Missing Catalogs"_s)
                action->trigger();
        }
        QCOMPARE(test.choices().size(), 1);
    }

    void aChangedFileIsReadInPlace()
    {
        ChooserUnderTest test;
        QTRY_VERIFY(test.tree().currentIndex().parent().isValid()); // the start is complete
        const QString path = test.path(u"one.yaml"_s);
        write(path, descriptionOf("One"));
        test.window.openFile(path);
        test.workspace.addScopes({u"d.5"_s, u"gone"_s});
        test.tree().collapse(test.row(u"b"_s));
        test.tree().setCurrentIndex(test.row(u"d.5"_s));
        test.tree().selectionModel()->select(test.row(u"d.7"_s), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        test.tree().scrollTo(test.row(u"d.1"_s), QAbstractItemView::PositionAtTop);
        const QString top = test.tree().indexAt({0, 0}).data().toString();
        QVERIFY(test.tree().verticalScrollBar()->value() > 0);

        replaceByRename(path, descriptionOf("One", {u"a.3"_s, u"c.0"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().scopeCount(), 58, 5000);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"d.5"_s, u"gone"_s}));
        QCOMPARE(test.tree().currentIndex().data().toString(), u"d.5"_s);
        QCOMPARE(test.tree().selectionModel()->selectedRows().size(), 2);
        QVERIFY(test.tree().selectionModel()->isSelected(test.row(u"d.7"_s)));
        QVERIFY(!test.tree().isExpanded(test.row(u"b"_s)) && test.tree().isExpanded(test.row(u"c"_s)));
        QCOMPARE(test.tree().indexAt({0, 0}).data().toString(), top);
        QVERIFY(test.button().text().startsWith(u"One"_s));
    }

    void aRowThatMovesIntoAClosedTopicIsNotSelectedThere()
    {
        ChooserUnderTest test;
        QTRY_VERIFY(test.tree().currentIndex().parent().isValid()); // the start is complete
        const QString path = test.path(u"made.json"_s);
        write(path, catalogOf("a"));
        test.window.openFile(path);
        QCOMPARE(test.workspace.catalog().name(), u"Made"_s);
        test.tree().collapse(test.row(u"B"_s));
        test.tree().setCurrentIndex(test.row(u"first"_s));
        test.tree().selectionModel()->select(test.row(u"moves"_s), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        write(path, catalogOf("b"));
        test.action(ActionId::ReloadCatalog).trigger();
        QTRY_COMPARE(test.row(u"moves"_s).parent(), test.row(u"B"_s));
        QVERIFY(!test.tree().isExpanded(test.row(u"B"_s)));
        QCOMPARE(test.tree().selectionModel()->selectedRows(), QModelIndexList{test.row(u"first"_s)});
    }

    void theCurrentRowStaysInSight()
    {
        ChooserUnderTest test;
        QTRY_VERIFY(test.tree().currentIndex().parent().isValid()); // the start is complete
        const QString path = test.path(u"one.yaml"_s);
        write(path, descriptionOf("One", {u"d.2"_s, u"d.3"_s, u"d.4"_s}));
        test.window.openFile(path);
        const auto isInSight = [&] {
            return test.tree().viewport()->rect().contains(test.tree().visualRect(test.tree().currentIndex()).center());
        };
        test.tree().scrollTo(test.row(u"d.1"_s), QAbstractItemView::PositionAtTop);
        test.tree().setCurrentIndex(test.tree().indexAt({0, test.tree().viewport()->height() - 8}));
        const QString current = test.tree().currentIndex().data().toString();
        QVERIFY(isInSight());
        // Rows come in between, then a notice takes room.
        replaceByRename(path, descriptionOf("One"));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().scopeCount(), 60, 5000);
        QCOMPARE(test.tree().currentIndex().data().toString(), current);
        QVERIFY(isInSight());
        const int height = test.tree().viewport()->height();
        replaceByRename(path, "openapi: 3.0.3\ninfo: {title: 'never\n");
        QTRY_VERIFY_WITH_TIMEOUT(test.tree().viewport()->height() < height, 5000);
        QTRY_VERIFY(isInSight());
    }

    void aBrokenChangeLeavesTheCatalog()
    {
        ChooserUnderTest test;
        const QString path = test.path(u"one.yaml"_s);
        write(path, descriptionOf("One"));
        test.window.openFile(path);
        replaceByRename(path, "openapi: 3.0.3\ninfo: {title: 'never\n");
        QTRY_VERIFY_WITH_TIMEOUT(!test.window.notices().texts().isEmpty(), 5000);
        const QString notice = test.window.notices().texts().value(0);
        QVERIFY2(notice.contains(u"one.yaml:"_s) && notice.contains(u"stays as it was read before"_s), qPrintable(notice));
        QCOMPARE(test.workspace.catalog().scopeCount(), 60);

        replaceByRename(path, descriptionOf("Mended"));
        QTRY_COMPARE_WITH_TIMEOUT(test.workspace.catalog().name(), u"Mended"_s, 5000);
        QTRY_VERIFY(test.window.notices().texts().isEmpty());
    }

    void aRequestOfAnotherCatalogOffersThatOne()
    {
        ChooserUnderTest test;
        write(test.path(u"one.yaml"_s), descriptionOf("One"));
        test.window.openFile(test.path(u"one.yaml"_s));
        const QString id = test.workspace.catalog().id();
        test.workspace.addScopes({u"a.1"_s});
        test.chosenPath = test.path(u"r.scopes.json"_s);
        test.action(ActionId::Save).trigger();
        test.action(ActionId::BuiltInCatalog).trigger();
        test.window.openFile(test.path(u"r.scopes.json"_s));
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        QVERIFY(!test.workspace.isDocumented(u"a.1"_s));
        const QString notice = test.window.notices().texts().value(0);
        QVERIFY2(notice.contains(u"made with the catalog “One”"_s), qPrintable(notice));
        for (auto* button : test.window.notices().findChildren<QPushButton*>()) {
            if (button->text() == u"&Open That Catalog"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(test.workspace.catalog().id(), id);
        QVERIFY(test.workspace.isDocumented(u"a.1"_s));
        QTRY_VERIFY2(test.window.notices().texts().isEmpty(), qPrintable(test.window.notices().texts().join(u'|')));
    }

    void theOfferOfAnotherCatalogStaysWhenTheOpenOneIsReadAgain()
    {
        ChooserUnderTest test;
        write(test.path(u"one.yaml"_s), descriptionOf("One"));
        write(test.path(u"r.scopes.json"_s), RequestFile{u"tiktok"_s, {}, {u"video.list"_s}, {}}.toBytes());
        test.window.openFile(test.path(u"one.yaml"_s));
        test.window.openFile(test.path(u"r.scopes.json"_s));
        const QStringList told = test.window.notices().texts();
        QVERIFY2(told.join(u'|').contains(u"made with the catalog “TikTok"_s), qPrintable(told.join(u'|')));
        test.action(ActionId::ReloadCatalog).trigger();
        QCOMPARE(test.window.notices().texts(), told);
        for (auto* button : test.window.notices().findChildren<QPushButton*>()) {
            if (withoutMnemonic(button->text()) == u"Dismiss"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(test.window.notices().texts().isEmpty());
        test.action(ActionId::ReloadCatalog).trigger();
        QVERIFY(test.window.notices().texts().isEmpty());
    }

    void topicsAreOfTheUsersChoice()
    {
        ChooserUnderTest test;
        const QString path = test.path(u"chat.yaml"_s);
        QByteArray text = descriptionOf("Chat");
        text.replace("paths: {}", "paths: {/x: {get: {tags: [Rooms], security: [{o: [a.1, b.2]}]}}}");
        write(path, text);
        const auto choose = [&](const QString& choice) {
            QMenu& menu = *test.action(ActionId::GroupTopics).menu<QMenu*>();
            Q_EMIT menu.aboutToShow();
            for (QAction* action : menu.actions()) {
                if (withoutMnemonic(action->text()) == choice)
                    action->trigger();
            }
        };
        choose(u"Tags of the Calls"_s);
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s); // it has topics of its own
        test.window.openFile(path);
        test.workspace.addScopes({u"a.1"_s});
        QCOMPARE(test.workspace.catalog().topics().size(), 6);
        choose(u"Tags of the Calls"_s);
        QCOMPARE(test.workspace.catalog().topics().size(), 2);
        QVERIFY(test.row(u"Rooms"_s).isValid());
        QCOMPARE(test.workspace.selection().names(), QStringList{u"a.1"_s});
        // The file's next opening has it, too.
        test.action(ActionId::BuiltInCatalog).trigger();
        test.window.openFile(path);
        QVERIFY(test.row(u"Rooms"_s).isValid());
        choose(u"First Part of the Name"_s);
        QCOMPARE(test.workspace.catalog().topics().size(), 6);
    }

    /// The main job on what a provider really publishes.
    void aRealDescriptionGivesTheSmallestSet()
    {
        const QString path = sharedFolder() + u"corpus/documents/spotify/official-spotify-open-api.yml"_s;
        if (sharedFolder().isEmpty() || !QFile::exists(path))
            QSKIP("../shared/corpus is absent");
        ChooserUnderTest test;
        test.window.openFile(path);
        auto* const search = test.find<QLineEdit>(u"Search scopes"_s);
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search, u"playlist public"_s);
        QVERIFY(test.row(u"playlist-modify-public"_s).isValid());

        test.action(ActionId::ShowEndpoints).trigger();
        auto* const calls = test.find<QTreeView>(u"Endpoints"_s);
        for (const auto& query : {u"/me/top"_s, u"/me/player/devices"_s}) {
            QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
            QTest::keyClicks(QApplication::focusWidget(), query);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            QVERIFY(calls->hasFocus());
            QTest::keyClick(calls, Qt::Key_Space);
        }
        QCOMPARE(test.workspace.calls().names().size(), 2);
        const auto* const needs = test.find<QTreeView>(u"Needed scopes"_s)->model();
        const auto smallest = [&] { return needs->index(0, 0, needs->index(0, 0)).data().toString(); };
        QTRY_VERIFY(smallest().split(u", "_s).contains(u"user-top-read"_s));
        QVERIFY(smallest().split(u", "_s).contains(u"user-read-playback-state"_s));
        for (auto* button : test.window.findChildren<QPushButton*>()) {
            if (withoutMnemonic(button->text()) == u"Request These")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        const QStringList requested = test.workspace.selection().names();
        QCOMPARE(requested.size(), 2);

        test.chooseRow(0);
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        QCOMPARE(test.workspace.selection().names(), requested);
        QVERIFY(!test.workspace.isDocumented(u"user-top-read"_s));
        test.chooseRow(1);
        QCOMPARE(test.workspace.selection().names(), requested);
        QVERIFY(test.workspace.isDocumented(u"user-top-read"_s));
    }
};

} // namespace scopes::tests

using scopes::tests::CatalogChooserTest;
SCOPES_TEST(CatalogChooserTest)
#include "CatalogChooserTest.moc"
