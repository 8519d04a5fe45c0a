#include "widgets/CallIntake.h"

#include "WindowUnderTest.h"
#include "models/EndpointTreeModel.h"
#include "widgets/CallNotes.h"
#include "widgets/EndpointsPane.h"
#include "widgets/RequestPane.h"

#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QTreeView>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

/// A window whose endpoints are shown, and texts that come into it.
struct IntakeUnderTest : WindowUnderTest
{
    IntakeUnderTest() { action(ActionId::ShowEndpoints).trigger(); }

    QLineEdit& search() { return *find<QLineEdit>(u"Search endpoints"_s); }

    QTreeView& tree() { return *find<QTreeView>(u"Endpoints"_s); }

    QString note() { return window.findChild<CallNotes*>()->sentence(); }

    QString unrecognised() { return find<QPlainTextEdit>(u"Not recognised"_s)->toPlainText(); }

    void paste(QWidget& target, const QString& text)
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(&target, Qt::Key_V, Qt::ControlModifier);
    }

    QStringList ticked() { return workspace.calls().names(); }
};

} // namespace

class CallIntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPastedTextTicksItsCallsInOneStep_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");

        QTest::newRow("a URL whose fields tick the fields")
            << u"https://open.tiktokapis.com/v2/user/info/?fields=open_id,username"_s
            << QStringList{u"user.info"_s, u"user.info#open_id"_s, u"user.info#username"_s};
        QTest::newRow("a curl command over several lines")
            << u"curl -X POST 'https://open.tiktokapis.com/v2/post/publish/content/init/' \\\n"
               " -H 'Authorization: Bearer act.abcdefghijklmnopqrstuvwxyz' \\\n -d '{\"post_mode\": \"DIRECT_POST\"}'"_s
            << QStringList{u"post.content.init"_s, u"post.content.init?post_mode=DIRECT_POST"_s};
        QTest::newRow("a method and a path") << u"POST /v2/video/list/"_s << QStringList{u"video.list"_s};
        QTest::newRow("a line of code") << u"const r = await fetch(`${BASE}/v2/video/query/`, {method: 'POST'});"_s
                                        << QStringList{u"video.query"_s};
        QTest::newRow("a log with several calls")
            << u"12:00:01 POST /v2/video/list/ 200 31ms\n12:00:02 GET /v2/user/info/?fields=open_id 200 12ms\n"_s
            << QStringList{u"user.info"_s, u"user.info#open_id"_s, u"video.list"_s};
        QTest::newRow("a name that is a scope's too") << u"video.list"_s << QStringList{u"video.list"_s};
    }

    void aPastedTextTicksItsCallsInOneStep()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        IntakeUnderTest test;
        const int before = test.workspace.undoStack().count();
        test.paste(test.tree(), text);
        QCOMPARE(test.ticked(), names);
        QCOMPARE(test.workspace.undoStack().count(), before + 1);
        QVERIFY(test.workspace.selection().isEmpty());
        QVERIFY2(test.note().startsWith(u"Ticked 1 call") || test.note().startsWith(u"Ticked 2 calls"), qPrintable(test.note()));
        QTest::keyClick(&test.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(test.ticked().isEmpty());
    }

    void whatIsNotRecognisedIsListedWithoutSecrets()
    {
        IntakeUnderTest test;
        test.paste(test.tree(),
            u"POST /v2/video/list/\nGET /v9/nothing/of/that/?access_token=act.QZx8Kf0aP3mVb7TtYw2LrNsE\nGET /v9/other/"_s);
        QCOMPARE(test.ticked(), QStringList{u"video.list"_s});
        QVERIFY2(test.note().contains(u"2 pieces were not recognised"), qPrintable(test.note()));
        const QString list = test.unrecognised();
        QCOMPARE(list.count(u'\n'), 1);
        QVERIFY2(list.contains(u"/v9/nothing/of/that/") && list.contains(u"The catalog has no call with"), qPrintable(list));
        QVERIFY2(!list.contains(u"QZx8"), qPrintable(list));
        QTest::mouseClick(test.find<QToolButton>(u"Dismiss the note on calls"_s), Qt::LeftButton);
        QVERIFY(test.note().isEmpty());
    }

    void whatIsPastedIntoTheSearchIsTickedAndLeavesItEmpty()
    {
        IntakeUnderTest test;
        test.search().setFocus();
        test.paste(test.search(), u"GET https://open.tiktokapis.com/v2/user/info/?fields=open_id\nPOST /v2/video/list/"_s);
        QCOMPARE(test.ticked(), (QStringList{u"user.info"_s, u"user.info#open_id"_s, u"video.list"_s}));
        QVERIFY(test.search().text().isEmpty());
        test.paste(test.search(), u"follower"_s); // a word is searched
        QCOMPARE(test.search().text(), u"follower"_s);
    }

    void aTypedCallIsFoundAndEnterTicksIt()
    {
        IntakeUnderTest test;
        test.search().setFocus();
        QTest::keyClicks(&test.search(), u"https://open.tiktokapis.com/v2/user/info/?fields=open_id,username"_s);
        const auto& model = test.window.findChild<EndpointsPane*>()->model();
        QCOMPARE(model.shownCount(), 1);
        QVERIFY(model.queryProblems().empty());
        QVERIFY2(test.note().contains(u"Get User Info with open_id, username"), qPrintable(test.note()));
        QVERIFY(test.ticked().isEmpty());
        QTest::keyClick(&test.search(), Qt::Key_Return);
        QCOMPARE(test.ticked(), (QStringList{u"user.info"_s, u"user.info#open_id"_s, u"user.info#username"_s}));
        QVERIFY(test.search().text().isEmpty());
        QCOMPARE(model.shownCount(), model.allCount());
    }

    void scopesThatArePastedGoToTheRequest()
    {
        IntakeUnderTest test;
        test.paste(test.tree(), u"user.info.basic,video.list"_s);
        QVERIFY(test.ticked().isEmpty());
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
    }

    void aDroppedTextTicksItsCalls()
    {
        IntakeUnderTest test;
        QMimeData mime;
        mime.setText(u"POST /v2/video/list/"_s);
        const QPoint place = test.tree().mapTo(&test.window, test.tree().rect().center());
        QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&test.window, &enter); // Qt drops only where a drag has entered
        QDropEvent drop(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&test.window, &drop);
        QTRY_COMPARE(test.ticked(), QStringList{u"video.list"_s});
    }

    void aLongTextIsReadBesideAndCanBeStopped()
    {
        IntakeUnderTest test;
        QString log;
        while (log.size() < 1'000'000)
            log += u"12:00:01 worker 7 said that all is well with everything\n"_s;
        log += u"12:00:02 POST /v2/video/list/ 200"_s;
        auto& pane = *test.window.findChild<EndpointsPane*>();
        pane.takeCalls(log);
        QVERIFY2(test.note().startsWith(u"Looking for calls"), qPrintable(test.note()));
        QTest::mouseClick(test.find<QToolButton>(u"Stop reading the text"_s), Qt::LeftButton);
        QVERIFY(test.note().isEmpty());
        QTest::qWait(50);
        QVERIFY(test.ticked().isEmpty());
        pane.takeCalls(log);
        QTRY_COMPARE(test.ticked(), QStringList{u"video.list"_s});
    }
};

} // namespace scopes::tests

using scopes::tests::CallIntakeTest;
SCOPES_TEST(CallIntakeTest)
#include "CallIntakeTest.moc"
