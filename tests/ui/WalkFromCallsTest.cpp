#include "WindowUnderTest.h"
#include "models/InspectedText.h"
#include "models/NeedsModel.h"
#include "widgets/AuthorizationDialog.h"
#include "widgets/ConsentSheet.h"
#include "widgets/InspectPane.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTreeView>
#include <QUrlQuery>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

void press(const QWidget& parent, const QString& text)
{
    for (auto* button : parent.findChildren<QPushButton*>()) {
        if (withoutMnemonic(button->text()) != text)
            continue;
        QTRY_VERIFY(button->isEnabled());
        return QTest::mouseClick(button, Qt::LeftButton);
    }
    qFatal("there is no button %s", qPrintable(text));
}

/// Closes it as a user does. Keys go to the active window, and offscreen nobody else makes it active.
void close(QWidget& dialog)
{
    QApplication::setActiveWindow(&dialog);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QApplication::setActiveWindow(dialog.parentWidget()->window());
}

/// One window from the calls that an app makes to the request that asks for them.
struct Walk : WindowUnderTest
{
    QTreeView& endpoints() { return *find<QTreeView>(u"Endpoints"_s); }

    QTreeView& needs() { return *find<QTreeView>(u"Needed scopes"_s); }

    /// Finds the call or field by typing and ticks it with the space bar.
    void tick(const QString& query, const QString& row)
    {
        auto* const search = find<QLineEdit>(u"Search endpoints"_s);
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(search, query);
        QTest::keyClick(search, Qt::Key_Down);
        for (int i = 0; i < 20 && endpoints().currentIndex().siblingAtColumn(0).data().toString() != row; ++i)
            QTest::keyClick(&endpoints(), Qt::Key_Down);
        QCOMPARE(endpoints().currentIndex().siblingAtColumn(0).data().toString(), row);
        QTest::keyClick(&endpoints(), Qt::Key_Space);
        QTest::keyClick(&endpoints(), Qt::Key_Escape);
    }

    /// The rows of the smallest sets, once they are found.
    QModelIndexList sets()
    {
        QModelIndexList rows;
        const QAbstractItemModel& model = *needs().model();
        const QModelIndex heading = model.index(0, 0);
        for (int row = 0; row < model.rowCount(heading); ++row) {
            if (model.index(row, 0, heading).data(NeedsModel::KindRole).toInt() == NeedsModel::Set)
                rows += model.index(row, 0, heading);
        }
        return rows;
    }

    void click(const QModelIndex& row)
    {
        needs().scrollTo(row);
        QTest::mouseClick(needs().viewport(), Qt::LeftButton, {}, needs().visualRect(row).center());
    }

    /// True once what was pasted has been looked at.
    bool isInspected() const
    {
        const auto* const pane = window.findChild<InspectPane*>();
        return pane != nullptr && pane->isVisible() && !pane->findChild<InspectedText*>()->isBehind();
    }
};

} // namespace

/// The whole way of an engineer who knows the calls and not the scopes.
class WalkFromCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void fromTwoCallsAndAFieldToADesktopRequestAndBackToTheStart()
    {
        Walk test;
        QTest::keyClick(&test.window, Qt::Key_2, Qt::ControlModifier);
        test.tick(u"photo"_s, u"Photo: post directly or upload"_s);
        test.tick(u"list videos"_s, u"List Videos"_s);
        test.tick(u"field:follower_count"_s, u"follower_count"_s);

        // Both alternatives can be read; the second is taken.
        QTRY_COMPARE(test.sets().size(), 2);
        QCOMPARE(test.sets().first().data().toString(), u"user.info.stats, video.list, video.publish"_s);
        QCOMPARE(test.sets().last().data().toString(), u"user.info.stats, video.list, video.upload"_s);
        test.click(test.sets().last());
        press(test.window, u"Request These"_s);
        const QStringList requested{u"user.info.stats"_s, u"video.list"_s, u"video.upload"_s};
        QCOMPARE(test.workspace.selection().names(), requested);

        // What the user will read.
        QTest::keyClick(&test.window, Qt::Key_P, Qt::ControlModifier);
        auto* const sheet = test.window.findChild<ConsentSheet*>();
        QVERIFY(sheet != nullptr && sheet->isVisible());
        auto* const preview = test.find<QTextEdit>(u"What the user would read"_s);
        const ScopeCatalog& catalog = test.workspace.catalog();
        for (const QString& name : requested) {
            const QString text = toQString(catalog.scope(catalog.find(name)).userDisplay);
            QVERIFY2(!text.isEmpty() && preview->toPlainText().contains(text), qPrintable(name));
        }
        close(*sheet);

        // A desktop request, copied.
        QTest::keyClick(&test.window, Qt::Key_L, Qt::ControlModifier);
        auto* const dialog = test.window.findChild<AuthorizationDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto* const platform = test.find<QComboBox>(u"Platform"_s);
        platform->setFocus();
        QTest::keyClicks(platform, u"Desktop"_s);
        QCOMPARE(platform->currentText(), u"Desktop"_s);
        QTest::keyClicks(test.find<QLineEdit>(u"Client key"_s), u"aw1234"_s);
        QTest::keyClicks(test.find<QLineEdit>(u"Redirect URI"_s), u"http://127.0.0.1:3455/callback/"_s);
        press(*dialog, u"Copy"_s);
        const QUrl address(QApplication::clipboard()->text());
        QCOMPARE(QUrlQuery(address).queryItemValue(u"scope"_s, QUrl::FullyDecoded), requested.join(u','));
        close(*dialog);

        // What was copied is pasted into the pane, and nothing is wrong with it.
        QTest::keyClick(&test.window, Qt::Key_F7);
        auto* const field = test.find<QPlainTextEdit>(u"Text to inspect"_s);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(field->toPlainText().startsWith(address.toString(QUrl::RemoveQuery)));
        QTRY_VERIFY(test.isInspected());
        const auto& findings = *test.find<QListView>(u"Findings of the inspected text"_s)->model();
        QStringList found;
        for (int row = 0; row < findings.rowCount(); ++row)
            found += findings.index(row, 0).data().toString();
        QCOMPARE(found, QStringList());

        // Back to the start.
        QTest::keyClick(&test.window, Qt::Key_Escape);
        for (int i = 0; i < 20 && test.action(ActionId::Undo).isEnabled(); ++i)
            QTest::keyClick(&test.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(test.workspace.selection().isEmpty());
        QVERIFY(test.workspace.calls().isEmpty());
        QVERIFY(test.workspace.undoStack().isClean());
    }
};

} // namespace scopes::tests

using scopes::tests::WalkFromCallsTest;
SCOPES_TEST(WalkFromCallsTest)
#include "WalkFromCallsTest.moc"
