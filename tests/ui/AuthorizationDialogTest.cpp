#include "widgets/AuthorizationDialog.h"

#include "analysis/Finding.h"
#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QUrlQuery>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

struct DialogUnderTest
{
    Workspace workspace{*builtInCatalog().value};
    AuthorizationDialog dialog{workspace};
    QList<QUrl> opened;

    explicit DialogUnderTest(const QStringList& scopes = {u"user.info.basic"_s, u"video.list"_s})
    {
        workspace.addScopes(scopes);
        dialog.setOpener([this](const QUrl& address) {
            opened.append(address);
            return true;
        });
        dialog.show();
    }

    template <typename Widget>
    Widget* find(const QString& accessibleName) const
    {
        for (auto* widget : dialog.findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }

    QPushButton* button(const QString& text) const
    {
        for (auto* one : dialog.findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        qFatal("there is no button %s", qPrintable(text));
    }

    QString shown() const { return find<QPlainTextEdit>(u"Authorization request"_s)->toPlainText(); }

    /// What stands where the request would stand.
    QString complaint() const { return find<QPlainTextEdit>(u"Authorization request"_s)->placeholderText(); }

    QString ofAddress(const QString& parameter) const
    {
        return QUrlQuery(QUrl(shown()).query()).queryItemValue(parameter, QUrl::FullyDecoded);
    }

    bool says(const QString& text) const
    {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->accessibleName().contains(text); });
    }

    void type(const QString& field, const QString& text) const
    {
        auto* const edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QCoreApplication::processEvents();
    }

    void choose(const QString& name, const QString& text) const
    {
        auto* const box = find<QComboBox>(name);
        QVERIFY(box != nullptr);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < box->count() && box->currentText() != text; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentText(), text);
        QCoreApplication::processEvents();
    }
};

const QString desktopUri = u"http://127.0.0.1:3455/callback/"_s;

} // namespace

class AuthorizationDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aDesktopRequestThatInspectsWithoutAFinding()
    {
        DialogUnderTest test;
        test.choose(u"Platform"_s, u"Desktop"_s);
        test.type(u"Client key"_s, u"aw1234"_s);
        test.type(u"Redirect URI"_s, desktopUri);
        QCOMPARE(test.ofAddress(u"client_key"_s), u"aw1234"_s);
        QCOMPARE(test.ofAddress(u"redirect_uri"_s), desktopUri);
        QCOMPARE(test.ofAddress(u"scope"_s), u"user.info.basic,video.list"_s);
        QCOMPARE(test.ofAddress(u"code_challenge"_s).size(), 64);
        AppProfile profile;
        profile.platform = u"desktop"_s;
        profile.approved = test.workspace.selection().names();
        const ScopeCatalog& catalog = test.workspace.catalog();
        QVERIFY(findingsOf(inspect(test.shown(), catalog), catalog, &profile).empty());
        // It follows the request, and back.
        test.workspace.addScopes({u"video.upload"_s});
        QTRY_COMPARE(test.ofAddress(u"scope"_s), u"user.info.basic,video.list,video.upload"_s);
        test.workspace.undoStack().undo();
        QTRY_COMPARE(test.ofAddress(u"scope"_s), u"user.info.basic,video.list"_s);
    }

    void theRedirectUriIsCheckedWhileItIsTyped()
    {
        const DialogUnderTest test;
        QVERIFY(test.says(u"The rules for it: "_s));
        test.type(u"Redirect URI"_s, u"http://example.com/cb?a"_s);
        QVERIFY(test.says(u"✗ Not met: It begins with https. (Source: Login Kit for the web"_s));
        QVERIFY(test.says(u"It is static: it has no query."_s));
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        QVERIFY(!test.says(u"✗"_s));
        QVERIFY(test.says(u"✓ Meets every rule that can be checked here."_s));
        QVERIFY(test.says(u"Not checked: "_s));
        test.choose(u"Platform"_s, u"Desktop"_s);
        QVERIFY(test.says(u"Its host is localhost or 127.0.0.1"_s));
        QVERIFY(test.find<QLineEdit>(u"Redirect URI"_s)->accessibleDescription().contains(u"A port is required."_s));
    }

    void withoutARedirectUriItSaysWhatIsMissing()
    {
        const DialogUnderTest test;
        QVERIFY(test.complaint().contains(u"The redirect URI is missing"_s));
        QVERIFY(!test.button(u"C&opy"_s)->isEnabled());
        QVERIFY(!test.button(u"Open in &Browser"_s)->isEnabled());
    }

    void nothingRequestedSaysWhatToDo()
    {
        const DialogUnderTest test{QStringList()};
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        QVERIFY2(test.complaint().contains(u"Nothing is requested yet."_s), qPrintable(test.complaint()));
    }

    void stateAndVerifierAreNewForEachUse()
    {
        const DialogUnderTest test;
        test.choose(u"Platform"_s, u"Desktop"_s);
        test.type(u"Redirect URI"_s, desktopUri);
        QSet<QString> states;
        QSet<QString> challenges;
        for (int i = 0; i < 5; ++i) {
            QTest::mouseClick(test.button(u"C&opy"_s), Qt::LeftButton);
            QCOMPARE(QGuiApplication::clipboard()->text(), test.shown());
            states.insert(test.ofAddress(u"state"_s));
            challenges.insert(test.ofAddress(u"code_challenge"_s));
            const QString verifier = test.find<QLineEdit>(u"Code verifier"_s)->text();
            QCOMPARE(codeChallenge(verifier, ChallengeEncoding::Hex), test.ofAddress(u"code_challenge"_s));
        }
        QCOMPARE(states.size(), 5);
        QCOMPARE(challenges.size(), 5);
        QVERIFY(test.says(u"Copied: URL."_s));
    }

    void theBrowserOpensOnlyACompleteAddress()
    {
        const DialogUnderTest test;
        auto* const open = test.button(u"Open in &Browser"_s);
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        QVERIFY(!open->isEnabled());
        QVERIFY(open->accessibleDescription().contains(u"placeholder"_s));
        test.type(u"Client key"_s, u"aw1"_s);
        QVERIFY(open->isEnabled());
        QVERIFY(open->accessibleDescription().contains(u"Opens the address in your browser"_s));
        QTest::mouseClick(open, Qt::LeftButton);
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(test.opened.size(), 2);
        QVERIFY(test.opened[0] != test.opened[1]); // another state
        QCOMPARE(test.opened[1].toString(QUrl::FullyEncoded), test.shown());
        QCOMPARE(test.opened[1].scheme(), u"https"_s);
    }

    void optionalParametersCanBeChosen()
    {
        const DialogUnderTest test;
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        QVERIFY(!test.shown().contains(u"disable_auto_auth"_s));
        test.choose(u"disable_auto_auth"_s, u"1: always shows the page"_s);
        QCOMPARE(test.ofAddress(u"disable_auto_auth"_s), u"1"_s);
        test.choose(u"Platform"_s, u"Desktop"_s);
        QVERIFY(test.find<QComboBox>(u"disable_auto_auth"_s) == nullptr);
    }

    void codeIsShownAndCopied()
    {
        const DialogUnderTest test;
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        test.choose(u"Show as"_s, u"Python"_s);
        QVERIFY(test.shown().contains(u"from urllib.parse import urlencode"_s));
        QVERIFY(!test.find<QLineEdit>(u"Code verifier"_s)->isVisible());
        QTest::mouseClick(test.button(u"C&opy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"import secrets\n"_s));
        // The choice stays where the platform has it, else the first one is taken.
        test.choose(u"Platform"_s, u"Android"_s);
        QVERIFY2(test.shown().contains(u"AuthRequest("_s), qPrintable(test.shown()));
        QVERIFY(!test.button(u"Open in &Browser"_s)->isEnabled());
        test.choose(u"Platform"_s, u"QR code"_s);
        QVERIFY(!test.find<QLineEdit>(u"Redirect URI"_s)->isEnabled());
        QVERIFY(test.says(u"take no redirect URI"_s));
    }

    void parametersAreExplained()
    {
        const DialogUnderTest test;
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        test.dialog.findChild<QTabWidget*>()->setCurrentIndex(1);
        auto* const list = test.find<QTreeWidget>(u"Parameters"_s);
        QCOMPARE(list->topLevelItemCount(), 6);
        QCOMPARE(list->topLevelItem(0)->text(0), u"client_key"_s);
        QCOMPARE(list->topLevelItem(0)->text(2), u"Yes"_s);
        QVERIFY(test.says(u"The value here is a placeholder."_s));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentItem()->text(2), u"Not documented"_s);
        QVERIFY(test.says(u"The scopes asked for, one string, separated by commas."_s));
        QVERIFY(test.says(u"(Source: "_s));
        // What the platform's pages say besides stands in the last row.
        QTest::keyClick(list, Qt::Key_End);
        QVERIFY(test.says(u"has neither code_challenge nor code_challenge_method. (Source: "_s));
    }

    void aProfileFillsInWhatItKnows()
    {
        DialogUnderTest test;
        AppProfile profile;
        profile.platform = u"desktop"_s;
        profile.clientKey = u"aw9"_s;
        profile.redirectUris = {desktopUri};
        profile.approved = {u"user.info.basic"_s};
        test.workspace.setProfile(std::make_shared<const AppProfile>(profile));
        QTRY_COMPARE(test.ofAddress(u"client_key"_s), u"aw9"_s);
        QCOMPARE(test.ofAddress(u"redirect_uri"_s), desktopUri);
        // What 'check' calls an error is told here too.
        QVERIFY(test.says(u"video.list is not among the approved scopes"_s) || test.says(u"'video.list' is not among"_s));
        test.type(u"Redirect URI"_s, u"http://127.0.0.1:1/other"_s);
        QVERIFY(test.says(u"The port is registered as a number"_s));
    }

    void scopesWithoutAUserAreWarnedOf()
    {
        const DialogUnderTest test({u"research.data.basic"_s});
        test.type(u"Redirect URI"_s, u"https://example.com/cb"_s);
        QVERIFY(test.says(u"obtained with client credentials"_s));
    }
};

} // namespace scopes::tests

using scopes::tests::AuthorizationDialogTest;
SCOPES_TEST(AuthorizationDialogTest)
#include "AuthorizationDialogTest.moc"
