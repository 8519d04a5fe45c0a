#include "WindowUnderTest.h"
#include "models/ComparisonModel.h"
#include "models/InspectedText.h"
#include "widgets/ComparisonDialog.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace scopes;
using namespace scopes::tests;

namespace {

const QString secret = u"act.Kq8sZ3pXwV7yB2nM5tR9uJ4hL6gF1dC0"_s;

/// The dialog, opened from the menu over a request.
struct Comparing : WindowUnderTest
{
    Comparing()
    {
        workspace.addScopes({u"user.info.basic"_s, u"video.list"_s});
        action(ActionId::Compare).trigger();
    }

    void paste(const QString& field, const QString& text)
    {
        QApplication::clipboard()->setText(text);
        auto* const edit = find<QPlainTextEdit>(field);
        edit->setFocus();
        edit->paste();
        for (const auto* const inspected : window.findChildren<InspectedText*>())
            QTRY_VERIFY(!inspected->isBehind());
        QCoreApplication::processEvents();
    }

    QTableView* table() { return find<QTableView>(u"Compared scopes"_s); }

    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }

    bool says(const QString& words)
    {
        for (const auto* const label : window.findChild<ComparisonDialog*>()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().remove(u'\u200B').contains(words))
                return true;
        }
        return false;
    }

    void click(const QString& name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    void select(int row)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(row, 0)).center());
    }
};

} // namespace

/// Requested, granted and needed, compared with clicks and keys.
class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPartialGrantTellsWhatStops()
    {
        Comparing test;
        QVERIFY(test.says(u"Two sets are needed"_s));
        test.paste(u"Granted"_s, u"{\"access_token\":\"%1\",\"scope\":\"user.info.basic\",\"open_id\":\"1\"}"_s.arg(secret));
        QVERIFY(test.says(u"that is no error"_s));
        QCOMPARE(test.cell(1, ComparisonModel::ScopeColumn), u"video.list"_s);
        QCOMPARE(test.cell(1, ComparisonModel::GrantedColumn), u"no"_s);
        test.select(1);
        QVERIFY(test.says(u"Without video.list these stop working"_s));
        QVERIFY(!test.find<QPlainTextEdit>(u"Granted"_s)->toPlainText().contains(secret));
        QVERIFY(!test.says(secret));
    }

    void aMissingScopeIsTakenOver()
    {
        Comparing test;
        test.paste(u"Needed"_s, u"user.info.basic, video.upload"_s);
        int row = 0;
        while (row < test.table()->model()->rowCount() && test.cell(row, 0) != u"video.upload"_s)
            ++row;
        QCOMPARE(test.cell(row, ComparisonModel::RequestedColumn), u"no"_s);
        test.select(row);
        test.click(u"Add Selected to Request"_s);
        QCOMPARE(test.workspace.selection().names().last(), u"video.upload"_s);
        QTRY_VERIFY(!test.find<QPushButton>(u"Add Selected to Request"_s)->isEnabled());
        test.workspace.undoStack().undo();
        QCOMPARE(test.workspace.selection().size(), 2);
    }

    void whatNothingNeedsIsTakenOut()
    {
        Comparing test;
        test.paste(u"Needed"_s, u"user.info.basic"_s);
        test.select(1);
        QVERIFY(!test.cell(1, ComparisonModel::FollowsColumn).isEmpty());
        test.click(u"Take Selected Out of Request"_s);
        QCOMPARE(test.workspace.selection().names(), {u"user.info.basic"_s});
    }

    void aTextWithoutScopesIsNoEmptySet()
    {
        Comparing test;
        test.paste(u"Granted"_s, u"Hello, world."_s);
        QVERIFY(test.says(u"no scope was found, so this set is not known"_s));
        QVERIFY(test.says(u"Two sets are needed"_s));
    }

    void whatTheTickedCallsNeedIsComparedUntilSomethingIsPasted()
    {
        Comparing test;
        test.workspace.setCallsTicked({u"video.list"_s, u"post.video.init"_s}, true);
        QTRY_VERIFY(test.says(u"From the calls ticked in Endpoints: 2 scopes."_s));
        QTRY_COMPARE(test.table()->model()->rowCount(), 3);
        const QModelIndexList rows =
            test.table()->model()->match(test.table()->model()->index(0, 0), Qt::DisplayRole, u"video.publish"_s, 1);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(test.cell(rows.first().row(), ComparisonModel::RequestedColumn), u"no"_s);
        test.paste(u"Needed"_s, u"user.info.basic"_s);
        QTRY_COMPARE(test.table()->model()->rowCount(), 2);
        QVERIFY(!test.says(u"From the calls ticked"_s));
    }

    void theRequestIsFollowed()
    {
        Comparing test;
        test.paste(u"Granted"_s, u"user.info.basic"_s);
        QCOMPARE(test.table()->model()->rowCount(), 2);
        test.workspace.removeScopes({u"video.list"_s});
        QTRY_COMPARE(test.table()->model()->rowCount(), 1);
        QVERIFY(test.says(u"The sets fit together."_s));
    }
};

SCOPES_TEST(ComparisonTest)
#include "ComparisonTest.moc"
