#include "WindowUnderTest.h"
#include "models/ScopeTreeModel.h"
#include "request/AppProfile.h"
#include "widgets/ProfileDialog.h"
#include "widgets/ScopesPane.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace scopes;
using namespace scopes::tests;

namespace {

/// A window with the request that most apps begin with.
struct Profiles : WindowUnderTest
{
    Profiles() { workspace.addScopes({u"user.info.basic"_s, u"video.list"_s}); }

    QToolButton* button()
    {
        for (auto* const one : window.findChildren<QToolButton*>()) {
            if (one->accessibleName().startsWith(u"App profile: "_s))
                return one;
        }
        return nullptr;
    }

    /// Chooses from the menu as if it had been opened.
    void choose(const QString& text)
    {
        QMenu& menu = *button()->menu();
        Q_EMIT menu.aboutToShow();
        for (QAction* const one : menu.actions()) {
            if (withoutMnemonic(one->text()) == text) {
                QVERIFY(one->isEnabled());
                return one->trigger();
            }
        }
        QFAIL(qPrintable(u"no entry "_s + text));
    }

    ProfileDialog* dialog() { return window.findChild<ProfileDialog*>(); }

    template <typename Widget>
    Widget* inDialog(const QString& name)
    {
        for (auto* const widget : dialog()->findChildren<Widget*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    void open(const QStringList& approved, const QStringList& appliedFor = {})
    {
        AppProfile profile;
        profile.name = u"Sandbox"_s;
        profile.catalog = workspace.catalog().id();
        profile.approved = approved;
        profile.appliedFor = appliedFor;
        chosenPath = path(u"sandbox.app.json"_s);
        QVERIFY(writeAppProfile(chosenPath, profile).isEmpty());
        choose(u"Open Profile…"_s);
    }

    AppProfile onDisk() { return *readAppProfileFile(path(u"sandbox.app.json"_s)).value; }

    QListView* findings() { return find<QListView>(u"Findings of the request"_s); }

    QListView* request() { return find<QListView>(u"Request"_s); }
};

} // namespace

/// An app profile is made, chosen and checked against, with clicks and keys.
class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aProfileIsMadeFromTheTicksAndSaved()
    {
        Profiles test;
        QCOMPARE(test.button()->text(), u"Profile: none"_s);
        test.chosenPath = test.path(u"sandbox.app.json"_s);
        test.choose(u"New Profile From Request…"_s);
        auto* const name = test.inDialog<QLineEdit>(u"Name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Sandbox"_s);
        QTest::keyClicks(test.inDialog<QPlainTextEdit>(u"Redirect URIs"_s), u"https://example.com/cb"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(test.button()->text(), u"Profile: Sandbox"_s);
        const AppProfile saved = test.onDisk();
        QCOMPARE(saved.approved, (QStringList{u"user.info.basic"_s, u"video.list"_s}));
        QCOMPARE(saved.redirectUris, {u"https://example.com/cb"_s});
        QCOMPARE(saved.catalog, u"tiktok"_s);
        // It is a file of its own: the request has not changed by it.
        QCOMPARE(test.workspace.undoStack().count(), 1);
    }

    void theListOfThePortalIsPasted()
    {
        Profiles test;
        test.workspace.replaceScopes({});
        test.choose(u"New Profile From Request…"_s);
        auto* const approved = test.inDialog<QPlainTextEdit>(u"Approved scopes"_s);
        QApplication::clipboard()->setText(
            u"Scopes\nuser.info.basic\tRead a user's profile info\nvideo.upload\tUpload videos\n"_s);
        approved->paste();
        QCOMPARE(approved->toPlainText(), u"user.info.basic\nvideo.upload"_s);
        QTest::keyClick(test.dialog(), Qt::Key_Escape);
        QCOMPARE(test.workspace.profile(), nullptr);
    }

    void aProfileThatIsOpenedAsAFileIsChosen()
    {
        Profiles test;
        AppProfile profile;
        profile.name = u"Sandbox"_s;
        profile.catalog = u"tiktok"_s;
        profile.approved = {u"video.list"_s};
        QVERIFY(writeAppProfile(test.path(u"sandbox.app.json"_s), profile).isEmpty());
        const QStringList before = test.workspace.selection().names();
        test.window.openFile(test.path(u"sandbox.app.json"_s), true);
        QTRY_COMPARE(test.button()->text(), u"Profile: Sandbox"_s);
        QCOMPARE(test.workspace.selection().names(), before);
        QVERIFY(!test.action(ActionId::ShowInspect).isChecked());
    }

    void anEditIsTakenBackInTheFileToo()
    {
        Profiles test;
        test.open({u"user.info.basic"_s});
        test.choose(u"Edit Profile…"_s);
        auto* const name = test.inDialog<QLineEdit>(u"Name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Production"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(test.onDisk().name, u"Production"_s);
        test.choose(u"Take Back Last Edit"_s);
        QCOMPARE(test.onDisk().name, u"Sandbox"_s);
        QCOMPARE(test.workspace.profile()->name, u"Sandbox"_s);
        QCOMPARE(test.onDisk().approved, QStringList{u"user.info.basic"_s});
    }

    void aBlockedScopeIsTakenOut()
    {
        Profiles test;
        test.open({u"user.info.basic"_s});
        QTRY_COMPARE(test.findings()->model()->rowCount(), 1);
        QVERIFY(test.findings()->model()->index(0, 0).data().toString().contains(u"video.list is not among the approved"_s));
        QCOMPARE(test.request()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"video.list, not approved"_s);
        auto* const takeOut = test.find<QPushButton>(u"Take Out"_s);
        QTRY_VERIFY(takeOut->isVisible());
        QTest::mouseClick(takeOut, Qt::LeftButton);
        QCOMPARE(test.workspace.selection().names(), {u"user.info.basic"_s});
        QTRY_VERIFY(!takeOut->isVisible());
        test.action(ActionId::Undo).trigger();
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"video.list"_s}));
    }

    void anApplicationForApprovalIsNotedInTheFile()
    {
        Profiles test;
        test.open({u"user.info.basic"_s});
        auto* const note = test.find<QPushButton>(u"Note as Applied For"_s);
        QTRY_VERIFY(note->isVisible());
        QTest::mouseClick(note, Qt::LeftButton);
        QCOMPARE(test.onDisk().appliedFor, {u"video.list"_s});
        QCOMPARE(test.request()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"video.list, applied for"_s);
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"applied for"_s));
        QTRY_VERIFY(test.findings()->model()->index(0, 0).data().toString().contains(u"has been applied for"_s));
        QTRY_VERIFY(!note->isEnabled());
        QVERIFY(note->toolTip().contains(u"noted in the app profile already"));
    }

    void theTreeMarksWhatIsApproved()
    {
        Profiles test;
        auto& model = test.window.findChild<ScopesPane*>()->model();
        const auto row = [&](const QString& name) { return model.indexOf(test.workspace.catalog().find(name)); };
        QVERIFY(row(u"video.list"_s).data(ScopeTreeModel::CountTextRole).toString().isEmpty());
        test.open({u"user.info.basic"_s}, {u"video.list"_s});
        QCOMPARE(row(u"user.info.basic"_s).data(ScopeTreeModel::CountTextRole).toString(), u"✓"_s);
        QVERIFY(row(u"video.list"_s).data(ScopeTreeModel::CountTextRole).toString().isEmpty());
        const auto spoken = [&](const QString& name) { return row(name).data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(spoken(u"user.info.basic"_s), u"user.info.basic, approved for Sandbox"_s);
        QCOMPARE(spoken(u"video.list"_s), u"video.list, applied for, not yet approved for Sandbox"_s);
        QCOMPARE(spoken(u"video.upload"_s), u"video.upload, not approved for Sandbox"_s);
    }

    void theFacetCountsWhatItShows()
    {
        Profiles test;
        test.open({u"user.info.basic"_s, u"video.upload"_s, u"not.documented"_s});
        auto& model = test.window.findChild<ScopesPane*>()->model();
        QCOMPARE(model.facetResult().ofApproved(true), 2);
        QMenu& menu = *test.find<QToolButton>(u"Show"_s)->menu();
        Q_EMIT menu.aboutToShow();
        QAction* approved = nullptr;
        for (QAction* const one : menu.actions()) {
            if (one->text() == u"Approved\t2"_s)
                approved = one;
        }
        QVERIFY(approved != nullptr);
        approved->trigger();
        QCOMPARE(model.shownCount(), 2);
        test.choose(u"No profile"_s);
        QCOMPARE(model.shownCount(), test.workspace.catalog().scopeCount());
    }

    void theProfileIsRemembered()
    {
        Profiles test;
        test.open({u"user.info.basic"_s});
        Workspace workspace(test.workspace.catalogPointer());
        RequestSession session(workspace);
        const MainWindow second(workspace, session, test.settings);
        QVERIFY(workspace.profile() != nullptr);
        QCOMPARE(workspace.profile()->name, u"Sandbox"_s);
    }

    void aProfileThatIsGoneIsToldOfAndNothingIsChecked()
    {
        Profiles test;
        test.open({u"user.info.basic"_s});
        QVERIFY(QFile::remove(test.chosenPath));
        Workspace workspace(test.workspace.catalogPointer());
        RequestSession session(workspace);
        MainWindow second(workspace, session, test.settings);
        QVERIFY(workspace.profile() == nullptr);
        QVERIFY(second.notices().texts().join(u' ').contains(u"sandbox.app.json cannot be read"_s));
    }

    void aFileThatIsNoProfileSaysWhy()
    {
        Profiles test;
        test.chosenPath = test.path(u"other.json"_s);
        QFile file(test.chosenPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"approved\": [], \"version\": 1, \"client_secret\": \"x\"}");
        file.close();
        Answer ok(u"OK"_s);
        test.choose(u"Open Profile…"_s);
        QCOMPARE(ok.boxes, 1);
        QVERIFY2(ok.text.contains(u"looks like a secret"_s), qPrintable(ok.text));
        QVERIFY(test.workspace.profile() == nullptr);
    }

    void withoutAProfileItIsSaidOnceThatApprovalIsNotChecked()
    {
        Profiles test;
        const auto notes = [&] {
            int count = 0;
            for (const auto* const label : test.window.findChildren<QLabel*>())
                count += label->isVisible() && label->text().remove(u'\u200B').contains(u"Approval is not checked"_s) ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(notes(), 1);
        test.open({u"user.info.basic"_s, u"video.list"_s});
        QTRY_COMPARE(notes(), 0);
    }
};

SCOPES_TEST(ProfilesTest)
#include "ProfilesTest.moc"
