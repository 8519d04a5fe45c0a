#include "WindowUnderTest.h"

#include <QCloseEvent>
#include <QFile>
#include <QMenu>

using namespace scopes;
using namespace scopes::tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

/// New, Open, Save, Save As, Revert, recent files and the questions before something is lost.
class RequestFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aSavedRequestComesBack()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s, u"user.info.basic"_s});
        QVERIFY(test.window.isWindowModified());
        test.chosenPath = test.path(u"login.scopes.json"_s);
        test.action(ActionId::Save).trigger();
        QVERIFY(!test.window.isWindowModified());
        QVERIFY2(test.window.windowTitle().startsWith(u"login.scopes.json[*] – TikTok"_s), qPrintable(test.window.windowTitle()));
        const QByteArray saved = contentOf(test.chosenPath);
        QVERIFY(saved.contains("video.list"));

        test.action(ActionId::New).trigger();
        QVERIFY(test.workspace.selection().isEmpty());
        QVERIFY(test.window.windowTitle().startsWith(u"untitled"_s));

        test.action(ActionId::Open).trigger();
        QCOMPARE(test.workspace.selection().names(), QStringList({u"video.list"_s, u"user.info.basic"_s}));
        QVERIFY(!test.window.isWindowModified());
    }

    void whatCannotBeSavedCanBeSavedElsewhere()
    {
        WindowUnderTest test;
        // A name so long that no file can be written next to it and renamed: whoever runs this, the file is not replaced.
        const QString path = test.path(u"login.scopes.json"_s);
        QVERIFY(QFile::link(test.path(QString(250, u'x')), path));
        const QByteArray before = RequestFile{u"tiktok"_s, {}, {u"user.info.basic"_s}, {}}.toBytes();
        write(path, before);
        test.window.openFile(path);
        test.workspace.addScopes({u"video.list"_s});
        {
            Answer stay(u"Cancel"_s);
            test.action(ActionId::Save).trigger();
            QCOMPARE(stay.boxes, 1);
            QVERIFY2(stay.text.contains(u"could not be saved as “%1”"_s.arg(path)), qPrintable(stay.text));
        }
        QVERIFY(test.window.isWindowModified());
        test.chosenPath = test.path(u"elsewhere.scopes.json"_s);
        Answer elsewhere(u"Save As…"_s);
        test.action(ActionId::Save).trigger();
        QVERIFY(!test.window.isWindowModified());
        QVERIFY(contentOf(test.chosenPath).contains("video.list"));
        QCOMPARE(contentOf(path), before);
    }

    void aModifiedRequestIsAskedForOnce_data()
    {
        QTest::addColumn<int>("action");
        QTest::newRow("before a new one") << static_cast<int>(ActionId::New);
        QTest::newRow("before another is opened") << static_cast<int>(ActionId::Open);
    }

    void aModifiedRequestIsAskedForOnce()
    {
        QFETCH(int, action);
        WindowUnderTest test;
        write(test.path(u"other.scopes.json"_s),
            RequestFile{.catalog = u"tiktok"_s, .format = {}, .scopes = {}, .others = {}}.toBytes());
        test.chosenPath = test.path(u"other.scopes.json"_s);
        test.workspace.addScopes({u"video.list"_s});

        {
            Answer cancel(u"Cancel"_s);
            test.action(static_cast<ActionId>(action)).trigger();
            QCOMPARE(cancel.boxes, 1);
            QVERIFY(cancel.text.contains(u"untitled.scopes.json"_s));
            QVERIFY(test.workspace.selection().contains(u"video.list"_s));
        }
        Answer discard(u"Discard"_s);
        test.action(static_cast<ActionId>(action)).trigger();
        QCOMPARE(discard.boxes, 1);
        QVERIFY(test.workspace.selection().isEmpty());
    }

    void closingAsksAndCanSave()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        {
            Answer cancel(u"Cancel"_s);
            QVERIFY(!test.window.close());
            QCOMPARE(cancel.boxes, 1);
        }
        test.chosenPath = test.path(u"kept.scopes.json"_s);
        Answer save(u"Save"_s);
        QVERIFY(test.window.close());
        QCOMPARE(save.boxes, 1);
        QVERIFY(contentOf(test.chosenPath).contains("video.list"));
    }

    void aFileThatCannotBeReadLeavesTheRequest()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.workspace.undoStack().setClean();
        write(test.path(u"broken.scopes.json"_s), "{\"version\": 1, \"scopes\": [\"a\", 7]}");
        test.chosenPath = test.path(u"broken.scopes.json"_s);
        Answer ok(u"OK"_s);
        test.action(ActionId::Open).trigger();
        QCOMPARE(ok.boxes, 1);
        QVERIFY2(ok.text.contains(u"broken.scopes.json:1:"_s), qPrintable(ok.text));
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }

    void aFolderThatCannotBeWrittenSaysWhy()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"missing/login.scopes.json"_s);
        Answer ok(u"OK"_s);
        test.action(ActionId::Save).trigger();
        QCOMPARE(ok.boxes, 1);
        QVERIFY2(ok.text.contains(u"missing"_s), qPrintable(ok.text));
        QVERIFY(test.window.isWindowModified());
    }

    void revertReadsTheFileAgain()
    {
        WindowUnderTest test;
        QVERIFY(!test.action(ActionId::Revert).isEnabled());
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"login.scopes.json"_s);
        test.action(ActionId::Save).trigger();
        test.workspace.addScopes({u"user.info.basic"_s});
        Answer revert(u"Revert"_s);
        test.action(ActionId::Revert).trigger();
        QCOMPARE(revert.boxes, 1);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }

    void aFileThatWasTakenAwayIsSavedAgainWithoutAQuestion()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"login.scopes.json"_s);
        test.action(ActionId::Save).trigger();
        QVERIFY(QFile::remove(test.chosenPath));
        const Answer save(u"Cancel"_s);
        test.action(ActionId::Save).trigger();
        QCOMPARE(save.boxes, 0);
        QVERIFY(QFile::exists(test.chosenPath));
        QVERIFY(!test.window.isWindowModified());
    }

    void aFileChangedOutsideIsNoticedAndCanBeReloaded()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"login.scopes.json"_s);
        test.action(ActionId::Save).trigger();
        write(test.chosenPath,
            RequestFile{.catalog = u"tiktok"_s, .format = {}, .scopes = {u"user.info.basic"_s}, .others = {}}.toBytes());
        QTRY_COMPARE_WITH_TIMEOUT(
            test.window.notices().texts(), QStringList{u"login.scopes.json was changed by another program."_s}, 10'000);
        for (auto* button : test.window.notices().findChildren<QPushButton*>()) {
            if (withoutMnemonic(button->text()) == u"Reload"_s) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        QCOMPARE(test.workspace.selection().names(), QStringList{u"user.info.basic"_s});
        QVERIFY(test.window.notices().texts().isEmpty());
        QVERIFY(!test.window.isWindowModified());
    }

    void recentFilesOpen()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = test.path(u"a & b.scopes.json"_s);
        test.action(ActionId::Save).trigger();
        test.action(ActionId::New).trigger();
        QMenu& recent = test.window.actions().submenu(ActionId::OpenRecent);
        Q_EMIT recent.aboutToShow();
        QCOMPARE(recent.actions().size(), 1);
        QVERIFY2(
            recent.actions().first()->text().endsWith(u"a && b.scopes.json"_s), qPrintable(recent.actions().first()->text()));
        recent.actions().first()->trigger();
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }
};

SCOPES_TEST(RequestFilesTest)

#include "RequestFilesTest.moc"
