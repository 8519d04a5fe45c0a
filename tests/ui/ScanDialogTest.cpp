#include "widgets/ScanDialog.h"

#include "WindowUnderTest.h"
#include "models/ReviewModel.h"
#include "models/ScanModel.h"
#include "widgets/EndpointsPane.h"
#include "widgets/NoteLabel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QProgressBar>
#include <QTreeView>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

/// A window and a folder of source code to scan.
struct ScanUnderTest : WindowUnderTest
{
    ScanUnderTest()
    {
        write(u"code/app.py"_s,
            "scopes = ['user.info.basic', 'video.upload']\n"
            "requests.post('https://open.tiktokapis.com/v2/video/list/')\n"
            "requests.get('https://open.tiktokapis.com/v2/user/info/?fields=open_id')\n"
            "token = 'act.QZx8Kf0aP3mVb7TtYw2LrNsE'\n");
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    }

    ScanDialog& dialog() { return *window.findChild<ScanDialog*>(); }

    QString summary() { return dialog().findChild<NoteLabel*>()->note(); }

    void write(const QString& name, const QByteArray& content)
    {
        QDir(folder.path()).mkpath(QFileInfo(name).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QPushButton* button(const QString& text)
    {
        for (auto* const one : dialog().findChildren<QPushButton*>()) {
            if (withoutMnemonic(one->text()) == text)
                return one;
        }
        return nullptr;
    }

    /// All rows as 'what | needs', those below others with a dash for each level.
    QStringList rows()
    {
        QStringList texts;
        addRows({}, texts);
        return texts;
    }

    void addRows(const QModelIndex& parent, QStringList& texts, const QString& indent = {})
    {
        const QAbstractItemModel& model = *find<QTreeView>(u"Found calls and scopes"_s)->model();
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            const QString needs = index.siblingAtColumn(1).data().toString();
            texts += indent + index.data().toString() + (needs.isEmpty() ? QString() : u" | "_s + needs);
            addRows(index, texts, indent + u"- "_s);
        }
    }
};

} // namespace

class ScanDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFolderTellsWhatIsUsedUnusedAndMissingByFileAndLine()
    {
        ScanUnderTest test;
        QVERIFY(test.dialog().isVisible());
        QVERIFY(test.summary().contains(u"Choose a folder"));
        QVERIFY(!test.button(u"Tick These Calls"_s)->isEnabled());
        test.dialog().scan({test.path(u"code"_s)});
        QTRY_VERIFY2(test.summary().startsWith(u"Read 1 file"), qPrintable(test.summary()));
        QCOMPARE(test.rows(),
            (QStringList{u"Needed, but not requested | 1"_s, u"- video.list | video.list"_s, u"- - app.py:2"_s,
                u"Requested, but no call that was found needs it | 1"_s, u"- video.upload"_s, u"- - app.py:1"_s, u"Used | 3"_s,
                u"- user.info | what its fields need"_s, u"- - app.py:3"_s, u"- user.info#open_id | user.info.basic"_s,
                u"- - app.py:3"_s, u"- video.list | video.list"_s, u"- - app.py:2"_s, u"Requested | 2"_s, u"- user.info.basic"_s,
                u"- - app.py:1"_s, u"- video.upload"_s, u"- - app.py:1"_s}));
        QVERIFY(test.summary().contains(u"the scopes that the files name"));
        QVERIFY(!test.rows().join(u'\n').contains(u"act."));

        QTest::mouseClick(test.button(u"Tick These Calls"_s), Qt::LeftButton);
        QCOMPARE(test.workspace.calls().names(), (QStringList{u"user.info"_s, u"user.info#open_id"_s, u"video.list"_s}));
        QVERIFY(!test.dialog().isVisible());
        QVERIFY(test.find<QTreeView>(u"Endpoints"_s)->isVisible());
        test.action(ActionId::Undo).trigger();
        QVERIFY(test.workspace.calls().isEmpty());
    }

    /// A call that the code made once, and a note of the review sheet still names.
    void callsThatWereNotFoundMayLoseTheirTicks()
    {
        ScanUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.workspace.setCallsTicked({u"video.query"_s, u"video.list"_s}, true);
        test.workspace.setReviewNote(u"video.list"_s, {{}, u"To show them."_s, {}, {}, {u"video.query"_s}}, u"Edit"_s);
        ReviewModel sheet(test.workspace);
        QVERIFY(sheet.sheet().isComplete());
        QVERIFY(!test.button(u"Tick Only These"_s)->isEnabled());
        test.dialog().scan({test.path(u"code"_s)});
        QTRY_VERIFY(test.button(u"Tick Only These"_s)->isEnabled());
        QTest::mouseClick(test.button(u"Tick Only These"_s), Qt::LeftButton);
        QCOMPARE(test.workspace.calls().names(), (QStringList{u"user.info"_s, u"user.info#open_id"_s, u"video.list"_s}));
        QCOMPARE(sheet.sheet().rows[0].callsGone, QStringList{u"video.query"_s});
        QVERIFY(!test.dialog().isVisible());
        test.action(ActionId::Undo).trigger();
        QCOMPARE(test.workspace.calls().names(), (QStringList{u"video.list"_s, u"video.query"_s}));
        QVERIFY(sheet.sheet().isComplete());
    }

    void whatCouldNotBeReadTakesNoTicks()
    {
        ScanUnderTest test;
        test.dialog().scan({test.path(u"code"_s), test.path(u"gone"_s)});
        QTRY_VERIFY(test.button(u"Tick These Calls"_s)->isEnabled());
        QVERIFY(!test.button(u"Tick Only These"_s)->isEnabled());
    }

    void itComparesWithTheRequestIfThereIsOne()
    {
        ScanUnderTest test;
        test.workspace.addScopes({u"video.list"_s, u"user.info.basic"_s, u"video.publish"_s});
        test.dialog().scan({test.path(u"code"_s)});
        QTRY_VERIFY2(test.summary().contains(u"your request"), qPrintable(test.summary()));
        QVERIFY(test.rows().contains(u"- video.publish"_s));
        QVERIFY(!test.rows().join(u'\n').contains(u"Needed, but"));
        QTest::mouseClick(test.dialog().findChild<QCheckBox*>(), Qt::LeftButton, {}, {8, 8});
        QTRY_VERIFY2(test.summary().contains(u"the scopes that the files name"), qPrintable(test.summary()));
    }

    void aHarArchiveThatIsDroppedOnTheWindowIsScanned()
    {
        WindowUnderTest test;
        const QString har = test.path(u"a.har"_s);
        QFile file(har);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{'log': {'version': '1.2', 'entries': [{'request': {'method': 'POST', "
                   "'url': 'https://open.tiktokapis.com/v2/video/query/?fields=id', 'headers': [{'name': 'Authorization', "
                   "'value': 'Bearer act.QZx8Kf0aP3mVb7TtYw2LrNsE'}]}}]}}"_ba.replace('\'', '"'));
        file.close();
        test.window.openFile(har, true);
        auto* const dialog = test.window.findChild<ScanDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QTRY_VERIFY2(dialog->findChild<NoteLabel*>()->note().startsWith(u"Read 1 file"),
            qPrintable(dialog->findChild<NoteLabel*>()->note()));
        QVERIFY(test.workspace.selection().isEmpty());
    }

    void aLongScanShowsProgressAndStops()
    {
        ScanUnderTest test;
        for (int i = 0; i < 300; ++i)
            test.write(u"many/%1/f.py"_s.arg(i), QByteArray("x = 'nothing'\n").repeated(40'000));
        test.dialog().scan({test.path(u"many"_s)});
        auto* const progress = test.find<QProgressBar>(u"Progress of the scan"_s);
        QVERIFY(progress->isVisible());
        QTRY_VERIFY(progress->maximum() == 300 && progress->value() > 0);
        QTest::mouseClick(test.button(u"Stop"_s), Qt::LeftButton);
        QTRY_VERIFY2(test.summary().startsWith(u"Stopped"), qPrintable(test.summary()));
        QVERIFY(!progress->isVisible());
    }

    void anotherCatalogTakesTheResultsAway()
    {
        ScanUnderTest test;
        const QAbstractItemModelTester tester(
            test.find<QTreeView>(u"Found calls and scopes"_s)->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        test.dialog().scan({test.path(u"code"_s)});
        QTRY_VERIFY(!test.rows().isEmpty());
        test.workspace.setCatalog(std::make_shared<const ScopeCatalog>(CatalogData()));
        QVERIFY(test.rows().isEmpty());
        QVERIFY(!test.button(u"Tick These Calls"_s)->isEnabled());
        QVERIFY(test.summary().contains(u"The catalog has changed"));
    }
};

} // namespace scopes::tests

using scopes::tests::ScanDialogTest;
SCOPES_TEST(ScanDialogTest)
#include "ScanDialogTest.moc"
