#include "widgets/InspectPane.h"

#include "WindowUnderTest.h"
#include "widgets/FileKind.h"
#include "widgets/NoteLabel.h"
#include "widgets/RuleDialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStatusBar>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace scopes;
using namespace scopes::tests;

namespace {

const QString brokenUrl =
    u"https://www.tiktok.com/v2/auth/authorize/?client_key=aw12&response_type=code&scope=user.info.basic%20video.lst&redirect_uri=https%3A%2F%2Fexample.com%2Fcb&state=x"_s;

/// A window, and what a user does in it.
struct Inspecting : WindowUnderTest
{
    void paste(const QString& text)
    {
        QApplication::clipboard()->setText(text);
        action(ActionId::Paste).trigger();
        settle();
    }

    /// Until what was asked for is there.
    void settle() const
    {
        QTest::qWait(20);
        const auto* const pane = window.findChild<InspectPane*>();
        const auto* const text = pane == nullptr ? nullptr : pane->findChild<InspectedText*>();
        QTRY_VERIFY(text == nullptr || !text->isBehind());
        QCoreApplication::processEvents();
    }

    bool isInspecting() const
    {
        const auto* const pane = window.findChild<InspectPane*>();
        return pane != nullptr && pane->isVisible();
    }

    QPlainTextEdit* field() { return find<QPlainTextEdit>(u"Text to inspect"_s); }

    QListView* findings() { return find<QListView>(u"Findings of the inspected text"_s); }

    QStringList messages()
    {
        QStringList texts;
        for (int row = 0; row < findings()->model()->rowCount(); ++row)
            texts += findings()->model()->index(row, 0).data().toString();
        return texts;
    }

    /// Goes to the finding that speaks of something.
    void choose(const QString& words)
    {
        for (int row = 0; row < messages().size(); ++row) {
            if (!messages().at(row).contains(words))
                continue;
            const QModelIndex index = findings()->model()->index(row, 0);
            findings()->scrollTo(index);
            QTest::mouseClick(findings()->viewport(), Qt::LeftButton, {}, findings()->visualRect(index).center());
            return;
        }
        QFAIL(qPrintable(u"no finding speaks of "_s + words));
    }

    /// The button in the pane.
    void click(const QString& name)
    {
        for (auto* const button : window.findChild<InspectPane*>()->findChildren<QPushButton*>()) {
            if (button->accessibleName() == name) {
                QTest::mouseClick(button, Qt::LeftButton);
                return settle();
            }
        }
        QFAIL(qPrintable(name));
    }
};

} // namespace

/// Paste, read, mend, take over.
class InspectPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aBrokenUrlIsReadMendedAndTakenOver()
    {
        Inspecting test;
        test.paste(brokenUrl);
        QVERIFY(test.isInspecting());
        QCOMPARE(test.field()->toPlainText(), brokenUrl);
        QCOMPARE(test.find<QComboBox>(u"Read as"_s)->currentText(), u"Authorization URL"_s);
        QVERIFY(test.workspace.selection().isEmpty());

        test.choose(u"video.lst is not documented"_s);
        const auto notes = test.window.findChildren<NoteLabel*>();
        QVERIFY(std::any_of(notes.begin(), notes.end(), [](const NoteLabel* label) {
            return label->isVisible() && label->note().contains(u"Source: OAuth error handling"_s);
        }));
        test.click(u"Fix"_s);
        QVERIFY(test.field()->toPlainText().contains(u"video.list"_s));
        QVERIFY(test.messages().filter(u"video.lst"_s).isEmpty());

        test.field()->setFocus();
        QTest::keyClick(test.field(), Qt::Key_Z, Qt::ControlModifier);
        test.settle();
        QCOMPARE(test.field()->toPlainText(), brokenUrl);
        QTest::keyClick(test.field(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        test.settle();
        QVERIFY(test.field()->toPlainText().contains(u"video.list"_s));

        test.click(u"Add to Request"_s);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
        test.action(ActionId::Undo).trigger();
        QVERIFY(test.workspace.selection().isEmpty());
    }

    void allPartsOfALongTextAreSeenAndEdited()
    {
        Inspecting test;
        const QString text = u"user.info.basic, video.list\n"_s.repeated(6'000) + u"the end: video.list"_s;
        test.action(ActionId::ShowInspect).trigger();
        test.window.findChild<InspectPane*>()->inspect(text);
        test.settle();
        QVERIFY(!test.field()->toPlainText().contains(u"the end"_s));
        test.click(u"Later Part"_s);
        test.click(u"Later Part"_s);
        QVERIFY(test.field()->toPlainText().endsWith(u"the end: video.list"_s));
        test.field()->setFocus();
        test.field()->moveCursor(QTextCursor::End);
        QTest::keyClicks(test.field(), u" video.upload"_s);
        test.settle();
        QVERIFY(test.field()->toPlainText().endsWith(u"the end: video.list video.upload"_s));
        test.click(u"Add to Request"_s);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s, u"video.upload"_s}));
        test.click(u"Earlier Part"_s);
        QVERIFY(!test.field()->toPlainText().contains(u"the end"_s));
    }

    void aCleanListIsTakenAtOnce()
    {
        Inspecting test;
        test.paste(u"user.info.basic,video.list"_s);
        QVERIFY(!test.isInspecting());
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
    }

    void whileTheFieldIsOpenEveryPasteGoesThere()
    {
        Inspecting test;
        test.action(ActionId::ShowInspect).trigger();
        QVERIFY(test.isInspecting());
        test.paste(u"user.info.basic,video.list"_s);
        QCOMPARE(test.field()->toPlainText(), u"user.info.basic,video.list"_s);
        QVERIFY(test.workspace.selection().isEmpty());
        test.click(u"Replace Request"_s);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
    }

    void typingIsInspectedToo()
    {
        Inspecting test;
        test.action(ActionId::ShowInspect).trigger();
        QTest::keyClicks(test.field(), u"user.info.basic,video.lst"_s);
        test.settle();
        QCOMPARE(test.messages().size(), 1);
        QTest::keyClick(test.field(), Qt::Key_Backspace);
        QTest::keyClicks(test.field(), u"x"_s);
        QTest::keyClick(test.field(), Qt::Key_Backspace);
        QTest::keyClicks(test.field(), u"t"_s);
        QTest::keyClick(test.field(), Qt::Key_Left);
        QTest::keyClicks(test.field(), u"i"_s);
        test.settle();
        QCOMPARE(test.field()->toPlainText(), u"user.info.basic,video.list"_s.replace(u"list"_s, u"lsit"_s));
        QVERIFY(test.messages().first().contains(u"video.lsit"_s));
    }

    void aTokenIsMaskedEverywhere()
    {
        const QString secret = u"act.Kq8sZ3pXwV7yB2nM5tR9uJ4hL6gF1dC0"_s;
        Inspecting test;
        test.paste(u"{\"access_token\":\"%1\",\"scope\":\"user.info.basic,video.list\"}"_s.arg(secret));
        QVERIFY(test.isInspecting());
        QVERIFY(!test.messages().filter(u"looks secret"_s).isEmpty());
        QVERIFY(!test.field()->toPlainText().contains(secret));
        for (const auto* const label : test.window.findChildren<QLabel*>())
            QVERIFY(!label->text().remove(u'\u200B').contains(secret));
        test.click(u"Copy Repaired"_s);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(u"user.info.basic"_s) && !copied.contains(secret));
        test.window.remember();
        test.settings.save();
        QFile settings(test.settings.path());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains(secret.toUtf8()));
    }

    void anotherKindIsChosenByKeys()
    {
        Inspecting test;
        test.paste(u"foo bar"_s);
        QVERIFY(test.isInspecting());
        auto* const kinds = test.find<QComboBox>(u"Read as"_s);
        kinds->setFocus();
        QTest::keyClicks(kinds, u"List"_s);
        QTest::keyClick(kinds, Qt::Key_Enter);
        test.settle();
        QCOMPARE(kinds->currentText(), u"List of scopes"_s);
        test.click(u"Add to Request"_s);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"foo"_s, u"bar"_s}));
    }

    void theRuleOfAFindingIsShown()
    {
        Inspecting test;
        test.paste(brokenUrl);
        test.choose(u"video.lst is not documented"_s);
        test.click(u"Why?"_s);
        auto* const dialog = test.window.findChild<RuleDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(dialog->windowTitle(), u"Rule unknown-scope"_s);
        QVERIFY(dialog->findChild<QTextBrowser*>()->toPlainText().contains(u"Why it matters"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void escapeAndFindGoBackToTheScopes()
    {
        Inspecting test;
        test.action(ActionId::ShowInspect).trigger();
        QVERIFY(test.isInspecting());
        test.action(ActionId::StepBack).trigger();
        QVERIFY(!test.isInspecting());
        test.action(ActionId::ShowInspect).trigger();
        test.action(ActionId::Find).trigger();
        QVERIFY(!test.isInspecting());
        QCOMPARE(test.window.focusWidget()->accessibleName(), u"Search scopes"_s);
    }

    void aLargePasteShowsProgressAndCanBeCancelled()
    {
        Inspecting test;
        const QString large =
            u"GET /v2/user/info/ scope_not_authorized user.info.basic video.list 200\n"_s.repeated(150'000); // 10 MiB
        QApplication::clipboard()->setText(large);
        QElapsedTimer timer;
        timer.start();
        test.action(ActionId::Paste).trigger();
        QVERIFY2(timer.elapsed() < 500, "the window waits for the inspection");
        auto* const progress = test.find<QProgressBar>(u"Progress of the inspection"_s);
        QTRY_VERIFY(progress->isVisible());
        test.click(u"Cancel Inspection"_s);
        QVERIFY(!progress->isVisible());
        QVERIFY(test.field()->toPlainText().isEmpty());
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"cancelled"_s));
    }

    void findingsOfTheRequestAreMendedInItsPane()
    {
        Inspecting test;
        test.workspace.addScopes({u"user.info.basic"_s, u"video.lst"_s});
        auto* const list = test.find<QListView>(u"Findings of the request"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_VERIFY(list->isVisible());
        QTest::mouseClick(test.find<QPushButton>(u"Fix"_s), Qt::LeftButton);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
        QTRY_VERIFY(!list->isVisible());
        test.action(ActionId::Undo).trigger();
        QTRY_VERIFY(list->isVisible());
    }

    void theFieldsTextFollowsAnyKeys()
    {
        Inspecting test;
        test.action(ActionId::ShowInspect).trigger();
        QRandomGenerator random(seed(11));
        for (int round = 0; round < 300; ++round) {
            const int what = random.bounded(12);
            if (what == 0)
                QTest::keyClick(test.field(), Qt::Key_Return);
            else if (what == 1)
                QTest::keyClick(test.field(), Qt::Key_Backspace, random.bounded(2) == 0 ? Qt::NoModifier : Qt::ControlModifier);
            else if (what == 2)
                QTest::keyClick(test.field(), Qt::Key_Left, random.bounded(2) == 0 ? Qt::NoModifier : Qt::ShiftModifier);
            else if (what == 3)
                QTest::keyClick(test.field(), Qt::Key_Home);
            else
                QTest::keyClicks(test.field(), QString(QChar(u"abv.,_ "[random.bounded(7)])));
            if (round % 50 == 0)
                test.settle();
        }
        test.settle();
        const auto* const text = test.window.findChild<InspectedText*>();
        QCOMPARE(text->checked()->inspection.text, test.field()->toPlainText());
    }
};

SCOPES_TEST(InspectPaneTest)
#include "InspectPaneTest.moc"
#include "widgets/NoteLabel.h"
