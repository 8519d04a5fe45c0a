#include "WindowUnderTest.h"
#include "models/ScopeTreeModel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>

using namespace scopes;
using namespace scopes::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description =
    "openapi: 3.0.3\n"
    "info: {title: Chat}\n"
    "components: {securitySchemes: {o: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://x/a',\n"
    "  scopes: {'chat:read': '*Read* chats', 'chat:write': Write}}}}}}\n"
    "paths: {/chats: {get: {security: [{o: ['chat:read', 'chat:<b>admin</b>']}]}}}\n";

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// The dialog that is open over the window.
QDialog* openDialog()
{
    QDialog* found = nullptr;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(widget); dialog != nullptr && dialog->isVisible())
            found = dialog;
    }
    return found;
}

/// The button of that text in a notice; null: there is none.
QPushButton* offer(WindowUnderTest& test, const QString& text)
{
    const auto buttons = test.window.notices().findChildren<QPushButton*>();
    const auto found = std::find_if(
        buttons.begin(), buttons.end(), [&](const QPushButton* button) { return withoutMnemonic(button->text()) == text; });
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

/// Opening other providers' descriptions as catalogs.
class CatalogFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aTablesColumnsAreAskedForAndRemembered()
    {
        WindowUnderTest test;
        const QString path = test.path(u"table.csv"_s);
        test.chosenPath = path;
        write(path, "What;The right\nReads;chat.read\nWrites;chat.write\n");
        const auto choose = [](const QString& name) {
            QTimer::singleShot(0, qApp, [name] {
                QTRY_VERIFY(qobject_cast<QDialog*>(QApplication::activeModalWidget()) != nullptr);
                auto* const dialog = QApplication::activeModalWidget();
                for (auto* const choice : dialog->findChildren<QComboBox*>()) {
                    if (choice->accessibleName() == u"Scope's name"_s)
                        QTest::keyClicks(choice, name);
                    if (choice->accessibleName() == u"Definition"_s)
                        QTest::keyClicks(choice, name == u"2"_s ? u"1"_s : u"2"_s);
                }
                QTest::keyClick(dialog, Qt::Key_Return);
            });
        };
        choose(u"2"_s);
        test.action(ActionId::OpenCatalog).trigger();
        QVERIFY(test.workspace.isDocumented(u"chat.read"_s));
        QCOMPARE(test.workspace.catalog().scopeCount(), 2);

        test.action(ActionId::BuiltInCatalog).trigger();
        test.action(ActionId::OpenCatalog).trigger(); // nobody is asked again
        QVERIFY(test.workspace.isDocumented(u"chat.read"_s));

        choose(u"1"_s);
        QMenu& menu = *test.find<QToolButton>(u"Catalog"_s)->menu();
        Q_EMIT menu.aboutToShow();
        const auto actions = menu.actions();
        const auto columns = std::find_if(
            actions.begin(), actions.end(), [](const QAction* action) { return action->text() == u"&Columns of This Table…"_s; });
        QVERIFY(columns != actions.end());
        (*columns)->trigger();
        QVERIFY(test.workspace.isDocumented(u"Reads"_s));
    }

    void aTableOpensAsWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");

        QTest::newRow("CSV") << u"a.csv"_s << QByteArray("Scope,Description\nchat.read,Reads\n");
        QTest::newRow("TSV") << u"a.tsv"_s << QByteArray("Scope\tTopic\nchat.read\tChat\n");
        QTest::newRow("Markdown") << u"a.md"_s
                                  << QByteArray("# Ours\n\n| Scope | Meaning |\n| --- | --- |\n| `chat.read` | Reads |\n");
        QTest::newRow("HTML") << u"a.html"_s
                              << QByteArray("<table><tr><th>Scope</th><th>Meaning</th></tr>"
                                            "<tr><td>chat.read</td><td>Reads</td></tr></table>");
        QTest::newRow("more than a request may have")
            << u"b.csv"_s << QByteArray("Scope,Description\n") + QByteArray("chat.read,Reads\n").repeated(100'000);
    }

    void aTableOpensAsWhatItIs()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        WindowUnderTest test;
        write(test.path(name), content);
        test.window.openFile(test.path(name));
        QTRY_VERIFY_WITH_TIMEOUT(test.workspace.isDocumented(u"chat.read"_s), 20'000);
    }

    void anOpenedTableAsksForItsColumns()
    {
        WindowUnderTest test;
        write(test.path(u"a.tsv"_s), "Recht\tWas\nchat.read\tLesen\nchat.write\tSchreiben\n");
        bool isAsked = false;
        QTimer::singleShot(0, qApp, [&] {
            QTRY_VERIFY(qobject_cast<QDialog*>(QApplication::activeModalWidget()) != nullptr);
            isAsked = QApplication::activeModalWidget()->windowTitle().contains(u"Columns of the Table");
            QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Return);
        });
        test.window.openFile(test.path(u"a.tsv"_s));
        QVERIFY(isAsked);
        QVERIFY(test.workspace.isDocumented(u"chat.read"_s)); // its first column was offered
    }

    void filesBesideAreReadOnlyWhenTheUserAgrees()
    {
        WindowUnderTest test;
        QVERIFY(QDir(test.folder.path()).mkdir(u"parts"_s));
        write(test.path(u"parts/security.yaml"_s),
            "o: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://x/a', scopes: {'chat:read': Read, 'chat:old': "
            "Old}}}}\n");
        test.chosenPath = test.path(u"chat.yaml"_s);
        write(test.chosenPath,
            "openapi: 3.0.3\n"
            "info: {title: Chat}\n"
            "components: {securitySchemes: {o: {$ref: 'parts/security.yaml#/o'}}}\n"
            "paths: {/chats: {get: {security: [{o: ['chat:read']}]}}}\n");
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s); // it declares nothing itself
        const auto offered = [&] { return offer(test, u"Read Other Files"_s); };
        QVERIFY(offered() != nullptr);
        QTest::mouseClick(offered(), Qt::LeftButton);
        QTRY_VERIFY(test.workspace.isDocumented(u"chat:old"_s));
        QTRY_VERIFY(offered() == nullptr);

        // It is remembered of this file.
        test.action(ActionId::BuiltInCatalog).trigger();
        test.action(ActionId::OpenCatalog).trigger();
        QVERIFY(test.workspace.isDocumented(u"chat:old"_s));

        // One that says something without the others is opened, with the same offer.
        test.chosenPath = test.path(u"both.yaml"_s);
        write(test.chosenPath, QByteArray(description).replace("o: {type", "p: {$ref: 'parts/security.yaml#/o'}, o: {type"));
        test.action(ActionId::OpenCatalog).trigger();
        QVERIFY(test.workspace.isDocumented(u"chat:read"_s));
        QVERIFY(!test.workspace.isDocumented(u"chat:old"_s));
        QVERIFY(offered() != nullptr);
        QTest::mouseClick(offered(), Qt::LeftButton);
        QTRY_VERIFY(test.workspace.isDocumented(u"chat:old"_s));
    }

    void aFileIsTakenForWhatItIsWhereAnotherKindIsAskedFor()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"chat.yaml"_s);
        write(test.chosenPath, description);
        test.action(ActionId::Open).trigger();
        QVERIFY(test.workspace.isDocumented(u"chat:read"_s));
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s}); // nothing to save was asked about

        test.chosenPath = test.path(u"r.scopes.json"_s);
        write(test.chosenPath, R"({"catalog":"chat","format":"space","scopes":["chat:read"],"version":1})");
        Answer answer(u"Discard"_s);
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(answer.boxes, 1);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"chat:read"_s});
        QVERIFY(test.workspace.isDocumented(u"chat:read"_s)); // the catalog stays
    }

    void namesOfUndefinedSchemesAreScopesOnceTheUserSaysSo()
    {
        WindowUnderTest test;
        test.chosenPath = test.path(u"lost.yaml"_s);
        write(test.chosenPath,
            "openapi: 3.0.3\n"
            "info: {title: Lost}\n"
            "paths: {/chats: {get: {security: [{gone: ['chat:read', 'chat:list']}]}, put: {security: [{empty: []}]}}}\n");
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(test.workspace.catalog().scopeCount(), 0);
        const QStringList notices = test.window.notices().texts();
        QVERIFY2(notices.join(u'|').contains(u"lost.yaml list 2 names, such as “chat:list”, under security schemes"_s),
            qPrintable(notices.join(u'|')));
        const auto offered = [&] { return offer(test, u"Take as Scopes"_s); };
        QTest::mouseClick(offered(), Qt::LeftButton);
        QTRY_VERIFY(test.workspace.isDocumented(u"chat:read"_s));
        QTRY_VERIFY(offered() == nullptr);
        const QAbstractItemModel& rows = *test.find<QTreeView>(u"Scopes"_s)->model();
        QCOMPARE(rows.index(0, ScopeTreeModel::DefinitionColumn, rows.index(0, 0)).data(), u"not published"_s);
        QCOMPARE(test.workspace.catalog().endpoints().size(), 1U); // a list without names says nothing of scopes

        // It is remembered of this file, until the user takes it back.
        test.action(ActionId::BuiltInCatalog).trigger();
        test.action(ActionId::OpenCatalog).trigger();
        QVERIFY(test.workspace.isDocumented(u"chat:read"_s));
        QMenu& menu = *test.find<QToolButton>(u"Catalog"_s)->menu();
        Q_EMIT menu.aboutToShow();
        const auto actions = menu.actions();
        const auto taken = std::find_if(actions.begin(), actions.end(),
            [](const QAction* action) { return action->text() == u"Names of &Undefined Schemes Are Scopes"_s; });
        QVERIFY(taken != actions.end() && (*taken)->isChecked());
        (*taken)->trigger();
        QCOMPARE(test.workspace.catalog().scopeCount(), 0);
        QVERIFY(offered() != nullptr);
        test.action(ActionId::BuiltInCatalog).trigger();
        QTRY_VERIFY(offered() == nullptr);
    }

    void aDescriptionOpensAndTheRequestStays()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"chat.yaml"_s);
        write(test.chosenPath, description);
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(test.workspace.catalog().name(), u"Chat"_s);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
        QVERIFY(!test.workspace.isDocumented(u"video.list"_s));
        QVERIFY(test.workspace.isDocumented(u"chat:read"_s));
        QCOMPARE(test.workspace.catalog().separator(), u" "_s);
        const QString notice = test.window.notices().texts().value(0);
        QVERIFY2(notice.contains(u"Imported 3 scopes and 1 call from chat.yaml, with 1 note"_s), qPrintable(notice));

        test.action(ActionId::BuiltInCatalog).trigger();
        QVERIFY(test.workspace.isDocumented(u"video.list"_s));
        QVERIFY(test.window.notices().texts().isEmpty());
    }

    void notesCanBeRead()
    {
        WindowUnderTest test;
        const QString path = test.path(u"chat.yaml"_s);
        write(path, description);
        test.window.openFile(path);
        test.action(ActionId::CatalogNotes).trigger();
        QDialog* const dialog = openDialog();
        QVERIFY(dialog != nullptr);
        auto* const list = dialog->findChild<QTreeWidget*>();
        QVERIFY(list != nullptr);
        QCOMPARE(list->accessibleName(), u"Notes on the catalog"_s);
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), u"5:53"_s);
        QVERIFY(list->topLevelItem(0)->text(1).contains(u"'chat:<b>admin</b>' is used here and declared nowhere"_s));
        QCOMPARE(list->topLevelItem(0)->text(2).remove(u'\u200B'), u"/paths/~1chats/get/security/0/o/1"_s);
        // What does not fit into a line goes on in the next.
        const int line = list->fontMetrics().height();
        dialog->resize(30 * line, 20 * line);
        QTRY_VERIFY(list->visualItemRect(list->topLevelItem(0)).height() >= 2 * line);
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->accessibleName() == u"Copy all notes"_s)
                button->click();
        }
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"chat.yaml:5:53: note: "_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(openDialog() == nullptr);
    }

    void dismissedNotesStayAwayWhileTheyAreTheSame()
    {
        WindowUnderTest test;
        const QString path = test.path(u"chat.yaml"_s);
        QByteArray content = description;
        content.replace("o: {type", "p: {$ref: 'other.yaml#/o'}, o: {type");
        write(path, content);
        test.window.openFile(path);
        QTRY_COMPARE(test.window.notices().texts().size(), 2); // its notes, and that it refers to another file
        const auto dismissAll = [&] {
            while (!test.window.notices().texts().isEmpty()) {
                for (auto* button : test.window.notices().findChildren<QPushButton*>()) {
                    if (withoutMnemonic(button->text()) == u"Dismiss"_s) {
                        QTest::mouseClick(button, Qt::LeftButton);
                        break;
                    }
                }
            }
        };
        dismissAll();

        // Another program adds a scope, which moves the notes to other lines.
        content.replace("Write}", "Write,\n    'chat:new': New}");
        write(path, content);
        QTRY_VERIFY(test.workspace.isDocumented(u"chat:new"_s));
        QCOMPARE(test.window.notices().texts(), QStringList());
        test.action(ActionId::ReloadCatalog).trigger();
        QCOMPARE(test.window.notices().texts(), QStringList());

        // New notes are told, and updated while they are shown.
        content.replace("chat:<b>admin</b>", "chat:<b>guest</b>");
        write(path, content);
        QTRY_COMPARE(test.window.notices().texts().size(), 1);
        QVERIFY(test.window.notices().texts().first().contains(u"Imported 4 scopes"_s));
        content.replace("New}", "New, 'chat:more': More}");
        write(path, content);
        QTRY_VERIFY(test.workspace.isDocumented(u"chat:more"_s));
        QCOMPARE(test.window.notices().texts().size(), 1);
        QVERIFY(test.window.notices().texts().first().contains(u"Imported 5 scopes"_s));

        // Who opens the file is told of everything.
        dismissAll();
        test.window.openFile(path);
        QCOMPARE(test.window.notices().texts().size(), 2);
    }

    void theBuiltInCatalogHasNoNotes()
    {
        WindowUnderTest test;
        test.action(ActionId::CatalogNotes).trigger();
        QDialog* const dialog = openDialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChild<QTreeWidget*>() == nullptr);
        dialog->reject();
    }

    void whatIsNoDescriptionSaysWhatWasExpected_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");

        QTest::newRow("another document") << QByteArray("{\"a\": 1}") << u"openapi"_s;
        QTest::newRow("a letter") << QByteArray("Dear all,\n") << u"openapi"_s;
        QTest::newRow("cut off") << description.left(200) << u"chat.json:"_s;
        QTest::newRow("nothing") << QByteArray() << u"empty"_s;
        QTest::newRow("without scopes") << QByteArray("openapi: 3.0.0\npaths: {}\n") << u"no OAuth scopes"_s;
        QTest::newRow("a broken catalog of ours") << QByteArray("{\"format\": \"scope-explorer-catalog\"}") << u"version"_s;
    }

    void whatIsNoDescriptionSaysWhatWasExpected()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, words);
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"chat.json"_s);
        write(test.chosenPath, content);
        Answer answer(u"OK"_s);
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(answer.boxes, 1);
        QVERIFY2(answer.text.contains(words), qPrintable(answer.text));
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }

    void aRealDescriptionIsExplored()
    {
        const QString path = sharedFolder() + u"corpus/documents/slack/slack_web_openapi_v2.json"_s;
        if (sharedFolder().isEmpty() || !QFile::exists(path))
            QSKIP("../shared/corpus is absent");
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.window.openFile(path); // as when it is dropped
        QCOMPARE(test.workspace.catalog().name(), u"Slack Web API"_s);

        test.action(ActionId::Find).trigger();
        QTest::keyClicks(QApplication::focusWidget(), u"chat:write:bot"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_COMPARE(test.workspace.selection().names(), QStringList({u"video.list"_s, u"chat:write:bot"_s}));

        test.action(ActionId::BuiltInCatalog).trigger();
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        QVERIFY(test.workspace.isDocumented(u"video.list"_s));
        QVERIFY(!test.workspace.isDocumented(u"chat:write:bot"_s));
        test.window.openFile(path);
        QVERIFY(test.workspace.isDocumented(u"chat:write:bot"_s));
        QCOMPARE(test.workspace.selection().names(), QStringList({u"video.list"_s, u"chat:write:bot"_s}));
    }
};

SCOPES_TEST(CatalogFilesTest)
#include "CatalogFilesTest.moc"
