#include "WindowUnderTest.h"
#include "request/Overlay.h"
#include "widgets/DetailsPane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QScreen>
#include <QStatusBar>
#include <QTreeView>
#include <QTreeWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace scopes::tests {

namespace {

const QByteArray description =
    "openapi: 3.0.3\ninfo: {title: Small}\ncomponents:\n  securitySchemes:\n    o:\n      type: oauth2\n      flows:\n"
    "        authorizationCode:\n          authorizationUrl: https://small.example/a\n          tokenUrl: "
    "https://small.example/t\n"
    "          scopes: {files.read: Read files, files.write: Write files}\npaths: {}\n";

QString today()
{
    return QDate::currentDate().toString(Qt::ISODate);
}

struct OverlayUnderTest : WindowUnderTest
{
    QString catalogFile = path(u"small.yaml"_s);
    QString overlayFile = catalogFile + u".overlay.json"_s;

    OverlayUnderTest()
    {
        write(catalogFile, description);
        // The window has started when it shows its first scope.
        QTRY_VERIFY(!window.findChild<DetailsPane*>()->scopeName().isEmpty());
        window.openFile(catalogFile);
    }

    static void write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    Overlay saved() const
    {
        const auto read = readOverlayFile(overlayFile);
        return read ? *read.value : Overlay();
    }

    /// Presses the dialog's button of that text, without mnemonic.
    void press(const QString& text)
    {
        for (auto* button : window.findChildren<QPushButton*>()) {
            if (button->isVisible() && withoutMnemonic(button->text()) == text) {
                QVERIFY2(button->isEnabled(), qPrintable(text));
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }

    QString details() { return window.findChild<DetailsPane*>()->toPlainText(); }

    QString undoText() { return workspace.undoStack().undoText(); }

    void showScope(const QString& name)
    {
        auto& search = *find<QLineEdit>(u"Search scopes"_s);
        search.setFocus();
        search.selectAll();
        QTest::keyClicks(&search, u"name:="_s + name);
        QTest::keyClick(&search, Qt::Key_Down);
        QTRY_COMPARE(window.findChild<DetailsPane*>()->scopeName(), name);
    }

    /// Makes an overlay with one note, which cannot be replaced whoever runs this: no file can be written next to it and renamed,
    /// so long is its name.
    void protectOverlay(const QString& note)
    {
        Overlay overlay;
        overlay.catalog = workspace.catalog().id();
        overlay.notes[u"files.write"_s] = {note, u"2026-11-01"_s, {}};
        QFile::remove(overlayFile);
        QVERIFY(QFile::link(path(QString(250, u'x')), overlayFile));
        write(overlayFile, overlay.toBytes());
        action(ActionId::ReloadCatalog).trigger();
        QTRY_COMPARE(saved().notes.size(), std::size_t{1});
    }

    /// Writes the overlay as another program does, where it can be written again.
    void release(const QString& note)
    {
        const QByteArray content = saved().toBytes();
        QVERIFY(QFile::remove(overlayFile));
        write(overlayFile, QByteArray(content).replace("First", note.toUtf8()));
    }

    void typeNote(const QString& scope, const QString& text)
    {
        showScope(scope);
        action(ActionId::EditOwnNote).trigger();
        auto* const note = find<QPlainTextEdit>(u"Your note"_s);
        QVERIFY(note != nullptr);
        note->selectAll();
        QTest::keyClicks(note, text);
        QApplication::setActiveWindow(note->window());
        QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(details().contains(text));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the dialog is gone
    }

    QTreeWidget& list() { return *find<QTreeWidget>(u"Own notes, scopes and settings"_s); }
};

} // namespace

class OverlayFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aSeparatorIsSetAndTakenBack()
    {
        OverlayUnderTest test;
        test.workspace.addScopes({u"files.read"_s, u"files.write"_s});
        test.workspace.setFormat(test.workspace.providersFormatId());
        test.workspace.undoStack().setClean();
        QCOMPARE(test.workspace.scopeString().value(), u"files.read files.write"_s);
        test.action(ActionId::CatalogSettings).trigger();
        auto* const separator = test.find<QComboBox>(u"Separator of scopes"_s);
        QTRY_VERIFY(separator != nullptr && separator->isVisible());
        QCOMPARE(separator->currentText(), u"Space"_s);
        auto noteOf = [&](const QString& name) {
            for (const auto* label : test.window.findChildren<QLabel*>()) {
                if (label->accessibleDescription() == u"Source: "_s + name)
                    return label->text().remove(QChar(0x200B));
            }
            return QString();
        };
        QVERIFY2(
            noteOf(u"Separator of scopes"_s).contains(u"RFC 6749, section 3.3"), qPrintable(noteOf(u"Separator of scopes"_s)));
        QVERIFY(noteOf(u"Authorization endpoint"_s).startsWith(u"Documented: "));
        QTest::mouseClick(test.find<QCheckBox>(u"Set myself: Separator of scopes"_s), Qt::LeftButton, {},
            QPoint(8, test.find<QCheckBox>(u"Set myself: Separator of scopes"_s)->height() / 2));
        separator->setFocus();
        QTest::keyClicks(separator, u"Comma"_s);
        QCOMPARE(separator->currentText(), u"Comma"_s);
        QVERIFY(noteOf(u"Separator of scopes"_s).contains(u"Set by you, "_s + today()));
        test.press(u"Save"_s);
        QTRY_COMPARE(test.workspace.scopeString().value(), u"files.read,files.write"_s);
        QCOMPARE(test.saved().settings.at(u"separator"_s).text, u","_s);
        QCOMPARE(test.saved().settings.at(u"separator"_s).date, today());
        QCOMPARE(test.undoText(), u"Change the Catalog Settings"_s);
        test.action(ActionId::Undo).trigger();
        QCOMPARE(test.workspace.scopeString().value(), u"files.read files.write"_s);
        QVERIFY(test.saved().settings.empty());
        QVERIFY(!test.session.isModified());
    }

    void aWrongAddressIsNotTaken()
    {
        OverlayUnderTest test;
        test.action(ActionId::CatalogSettings).trigger();
        QTRY_VERIFY(test.find<QLineEdit>(u"Token endpoint"_s) != nullptr);
        auto& edit = *test.find<QLineEdit>(u"Token endpoint"_s);
        auto& own = *test.find<QCheckBox>(u"Set myself: Token endpoint"_s);
        own.setFocus();
        QTest::keyClick(&own, Qt::Key_Space);
        edit.selectAll();
        QTest::keyClicks(&edit, u"http://a.example/token"_s);
        auto saveButton = [&]() -> QPushButton* {
            for (auto* button : test.window.findChildren<QPushButton*>()) {
                if (button->isVisible() && withoutMnemonic(button->text()) == u"Save")
                    return button;
            }
            return nullptr;
        };
        QVERIFY(saveButton() != nullptr && !saveButton()->isEnabled());
        edit.selectAll();
        QTest::keyClicks(&edit, u"https://a.example/token"_s);
        QVERIFY(saveButton()->isEnabled());
        test.press(u"Save"_s);
        QTRY_COMPARE(toQString(test.workspace.catalog().provider().tokenEndpoint.value), u"https://a.example/token"_s);
    }

    void whatIsTypedOrChosenIsTheUsersOwn()
    {
        OverlayUnderTest test;
        test.action(ActionId::CatalogSettings).trigger();
        auto* const parameter = test.find<QLineEdit>(u"Parameter of the scopes"_s);
        QTRY_VERIFY(parameter != nullptr && parameter->isVisible());
        auto& isOwn = *test.find<QCheckBox>(u"Set myself: Parameter of the scopes"_s);
        QVERIFY(!isOwn.isChecked());
        QTest::keyClick(parameter, Qt::Key_End);
        QTest::keyClicks(parameter, u"s"_s);
        QCOMPARE(parameter->text(), u"scopes"_s);
        QVERIFY(isOwn.isChecked());
        isOwn.setFocus();
        QTest::keyClick(&isOwn, Qt::Key_Space); // as it was
        QCOMPARE(parameter->text(), u"scope"_s);
        QVERIFY(!isOwn.isChecked());

        auto& separator = *test.find<QComboBox>(u"Separator of scopes"_s);
        QWheelEvent wheel(separator.rect().center(), separator.mapToGlobal(separator.rect().center()), {}, {0, -120},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&separator, &wheel); // which scrolls the rows
        QCOMPARE(separator.currentText(), u"Space"_s);
        separator.setFocus();
        QTest::keyClicks(&separator, u"Comma"_s);
        QVERIFY(test.find<QCheckBox>(u"Set myself: Separator of scopes"_s)->isChecked());
        test.press(u"Save"_s);
        QTRY_COMPARE(test.saved().settings.size(), std::size_t{1});
        QCOMPARE(test.saved().settings.at(u"separator"_s).text, u","_s);
    }

    void aNoteIsWrittenFoundAndSurvivesAnUpdate()
    {
        OverlayUnderTest test;
        test.showScope(u"files.read"_s);
        test.action(ActionId::EditOwnNote).trigger();
        QTRY_VERIFY(test.find<QPlainTextEdit>(u"Your note"_s) != nullptr);
        QTest::keyClicks(test.find<QPlainTextEdit>(u"Your note"_s), u"Asked for at onboarding"_s);
        QApplication::setActiveWindow(test.find<QPlainTextEdit>(u"Your note"_s)->window());
        QTest::keyClick(test.find<QPlainTextEdit>(u"Your note"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(test.details().contains(u"Asked for at onboarding"), qPrintable(test.details()));
        QVERIFY(test.details().contains(u"Written by you, "_s + today()));
        QCOMPARE(test.undoText(), u"Change the Note on files.read"_s);
        QVERIFY(!test.session.isModified());

        auto& search = *test.find<QLineEdit>(u"Search scopes"_s);
        search.setFocus();
        search.selectAll();
        QTest::keyClicks(&search, u"onboarding"_s);
        const auto& tree = *test.find<QTreeView>(u"Scopes"_s);
        QTRY_COMPARE(tree.model()->rowCount(tree.model()->index(0, 0)), 1);

        // The provider takes the scope away: the note stays, and is listed.
        OverlayUnderTest::write(test.catalogFile, QByteArray(description).replace("files.read: Read files, ", ""));
        test.action(ActionId::ReloadCatalog).trigger();
        QCOMPARE(test.workspace.catalog().scopeCount(), 1);
        QCOMPARE(test.saved().notes.at(u"files.read"_s).text, u"Asked for at onboarding"_s);
        test.action(ActionId::OwnThings).trigger();
        QCOMPARE(test.list().topLevelItemCount(), 1);
        QCOMPARE(test.list().topLevelItem(0)->text(4), u"not there"_s);
        OverlayUnderTest::write(test.catalogFile, description);
        test.action(ActionId::ReloadCatalog).trigger();
        const ScopeCatalog& catalog = test.workspace.catalog();
        QCOMPARE(catalog.details(catalog.scope(catalog.find(u"files.read"_s))).ownNotes.size(), std::size_t{1});
    }

    void aSettingThatLeavesTheStringLeavesTheRequest()
    {
        OverlayUnderTest test;
        test.action(ActionId::CatalogSettings).trigger();
        auto* const own = test.find<QCheckBox>(u"Set myself: Separator of scopes"_s);
        QTRY_VERIFY(own != nullptr && own->isVisible());
        own->setFocus();
        QTest::keyClick(own, Qt::Key_Space);
        test.press(u"Save"_s); // a space, as before, but the user's word now
        QTRY_COMPARE(test.saved().settings.at(u"separator"_s).text, u" "_s);
        QVERIFY(!test.session.isModified());
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"saved in small.yaml.overlay.json"));
        test.action(ActionId::OwnThings).trigger();
        QCOMPARE(test.list().topLevelItem(0)->text(2), u"space"_s);
    }

    void aSettingIsToldWithItsSource()
    {
        OverlayUnderTest test;
        test.action(ActionId::CatalogSettings).trigger();
        QTRY_VERIFY(test.find<QLineEdit>(u"Authorization endpoint"_s) != nullptr);
        const auto told = [&](const QString& name) {
            return QAccessible::queryAccessibleInterface(test.find<QLineEdit>(name))->text(QAccessible::Description);
        };
        QVERIFY2(told(u"Authorization endpoint"_s).startsWith(u"Documented: "), qPrintable(told(u"Authorization endpoint"_s)));
        QVERIFY(told(u"Parameter of the scopes"_s).contains(u"RFC 6749, section 3.3"));
    }

    void whatIsTypedFirstIsInTheFirstField_data()
    {
        QTest::addColumn<int>("dialog");
        QTest::addColumn<QString>("field");

        QTest::newRow("an own scope") << static_cast<int>(ActionId::AddOwnScope) << u"Name"_s;
        QTest::newRow("a note") << static_cast<int>(ActionId::EditOwnNote) << u"Your note"_s;
        QTest::newRow("settings, of which none is the user's")
            << static_cast<int>(ActionId::CatalogSettings) << u"Separator of scopes"_s;
    }

    /// Not on Cancel, which a space would press.
    void whatIsTypedFirstIsInTheFirstField()
    {
        QFETCH(const int, dialog);
        QFETCH(const QString, field);
        OverlayUnderTest test;
        test.showScope(u"files.read"_s);
        test.action(static_cast<ActionId>(dialog)).trigger();
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        const QWidget* const first = QApplication::activeModalWidget()->focusWidget();
        QCOMPARE(first != nullptr ? first->accessibleName() : QString(), field);
        QApplication::activeModalWidget()->close();
    }

    void aDialogFitsTheScreenInALargeFont_data()
    {
        QTest::addColumn<int>("dialog");

        QTest::newRow("an own scope") << static_cast<int>(ActionId::AddOwnScope);
        QTest::newRow("settings") << static_cast<int>(ActionId::CatalogSettings);
    }

    void aDialogFitsTheScreenInALargeFont()
    {
        QFETCH(const int, dialog);
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSize(24);
        QApplication::setFont(large);
        const auto back = qScopeGuard([&] { QApplication::setFont(before); });
        OverlayUnderTest test;
        test.action(static_cast<ActionId>(dialog)).trigger();
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        QWidget& shown = *QApplication::activeModalWidget();
        QTRY_VERIFY(shown.isVisible());
        const QSize room = shown.screen()->availableSize();
        QVERIFY2(shown.width() <= room.width() && shown.height() <= room.height(),
            qPrintable(u"%1 x %2"_s.arg(shown.width()).arg(shown.height())));
        shown.close();
    }

    void anOwnScopeIsAddedAndMarked()
    {
        OverlayUnderTest test;
        test.action(ActionId::AddOwnScope).trigger();
        QTRY_VERIFY(test.find<QLineEdit>(u"Name"_s) != nullptr);
        QTest::keyClicks(test.find<QLineEdit>(u"Name"_s), u"files.admin"_s);
        QTest::keyClicks(test.find<QPlainTextEdit>(u"Definition"_s), u"Beta"_s);
        test.press(u"Save"_s);
        QTRY_COMPARE(test.window.findChild<DetailsPane*>()->scopeName(), u"files.admin"_s);
        QVERIFY(test.details().contains(u"own, not documented"));
        QVERIFY(!test.workspace.isDocumented(u"files.admin"_s));
        const auto& tree = *test.find<QTreeView>(u"Scopes"_s);
        QVERIFY(tree.currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"your own, not documented"));
        QCOMPARE(test.undoText(), u"Add Own Scope files.admin"_s);
        QTest::keyClick(const_cast<QTreeView*>(&tree), Qt::Key_Space);
        QVERIFY(test.workspace.selection().contains(u"files.admin"_s));
        // The request keeps it, unknown, when the scope is taken out.
        test.action(ActionId::OwnThings).trigger();
        test.press(u"Take Out"_s);
        QVERIFY(test.saved().scopes.empty());
        QVERIFY(test.workspace.selection().contains(u"files.admin"_s));
        QCOMPARE(test.workspace.catalog().find(u"files.admin"_s), noId);
        test.action(ActionId::Undo).trigger();
        QCOMPARE(test.saved().scopes.size(), std::size_t{1});
    }

    void aBrokenOverlayStaysAndIsTold()
    {
        OverlayUnderTest test;
        const QByteArray broken = "{\"format\": \"scope-explorer-overlay\", \"version\": 1, \"catalog\": 7}\n";
        OverlayUnderTest::write(test.overlayFile, broken);
        test.action(ActionId::ReloadCatalog).trigger();
        QVERIFY2(test.window.notices().texts().join(u'\n').contains(u"cannot be read"),
            qPrintable(test.window.notices().texts().join(u'\n')));
        Answer answer(u"OK"_s);
        test.action(ActionId::AddOwnScope).trigger();
        QVERIFY(answer.text.contains(u"Nothing can be added"));
        QFile file(test.overlayFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), broken);
    }

    void whatAnotherProgramWritesIsReadInPlace_data()
    {
        QTest::addColumn<bool>("wasThere");
        QTest::addColumn<bool>("isLate");

        QTest::newRow("a new file, at once") << false << false;
        QTest::newRow("a new file, later") << false << true;
        QTest::newRow("a file that was there, at once") << true << false;
        QTest::newRow("a file that was there, later") << true << true;
    }

    void whatAnotherProgramWritesIsReadInPlace()
    {
        QFETCH(const bool, wasThere);
        QFETCH(const bool, isLate);
        OverlayUnderTest test;
        Overlay overlay;
        overlay.catalog = u"small.openapi"_s;
        if (wasThere) {
            overlay.notes[u"files.read"_s] = {u"Mine."_s, u"2026-11-01"_s, {}};
            QCOMPARE(writeOverlay(test.overlayFile, overlay), QString());
            test.window.openFile(test.catalogFile);
        }
        if (isLate)
            QTest::qWait(900); // until the file is watched: not before would be another row
        test.showScope(u"files.write"_s);
        test.workspace.addScopes({u"files.read"_s});
        auto& tree = *test.find<QTreeView>(u"Scopes"_s);
        const QString current = tree.currentIndex().data().toString();
        QVERIFY(!current.isEmpty());

        overlay.notes[u"files.write"_s] = {u"From a colleague."_s, u"2026-11-02"_s, {}};
        QCOMPARE(writeOverlay(test.overlayFile, overlay), QString());
        QTRY_VERIFY2_WITH_TIMEOUT(test.details().contains(u"From a colleague."), qPrintable(test.details()), 30'000);
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"changed by another program"_s));
        QCOMPARE(tree.currentIndex().data().toString(), current);
        QCOMPARE(test.find<QLineEdit>(u"Search scopes"_s)->text(), u"name:=files.write"_s);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"files.read"_s});

        QVERIFY(QFile::remove(test.overlayFile));
        QTRY_VERIFY_WITH_TIMEOUT(!test.details().contains(u"From a colleague."), 30'000);
        QCOMPARE(tree.currentIndex().data().toString(), current);
    }

    void whatAnotherProgramWritesWhileADialogIsOpenStays()
    {
        OverlayUnderTest test;
        test.showScope(u"files.write"_s);
        test.action(ActionId::EditOwnNote).trigger();
        QTRY_VERIFY(
            test.find<QPlainTextEdit>(u"Your note"_s) != nullptr && test.find<QPlainTextEdit>(u"Your note"_s)->isVisible());
        Overlay theirs;
        theirs.catalog = u"small.openapi"_s;
        theirs.notes[u"files.read"_s] = {u"Theirs."_s, u"2026-11-02"_s, {}};
        QCOMPARE(writeOverlay(test.overlayFile, theirs), QString());
        QTRY_VERIFY_WITH_TIMEOUT(test.window.statusBar()->currentMessage().contains(u"changed by another program"_s), 30'000);
        test.find<QPlainTextEdit>(u"Your note"_s)->setFocus();
        QTest::keyClicks(test.find<QPlainTextEdit>(u"Your note"_s), u"Mine."_s);
        test.press(u"Save"_s);
        QTRY_COMPARE(test.saved().notes.size(), std::size_t{2});
        QCOMPARE(test.saved().notes.at(u"files.read"_s).text, u"Theirs."_s);
        QCOMPARE(test.saved().notes.at(u"files.write"_s).text, u"Mine."_s);
    }

    void aChangeGoesToTheCatalogThatItWasBegunIn()
    {
        OverlayUnderTest test;
        test.showScope(u"files.write"_s);
        test.action(ActionId::EditOwnNote).trigger();
        auto* const text = test.find<QPlainTextEdit>(u"Your note"_s);
        QTRY_VERIFY(text != nullptr && text->isVisible());
        // As a large catalog does that was being read behind the dialog.
        const QString other = test.path(u"other.yaml"_s);
        OverlayUnderTest::write(other, QByteArray(description).replace("Small", "Other"));
        test.window.openFile(other);
        text->setFocus();
        QTest::keyClicks(text, u"Of the small one."_s);
        test.press(u"Save"_s);
        QTRY_COMPARE(test.saved().notes.size(), std::size_t{1});
        QCOMPARE(test.saved().notes.at(u"files.write"_s).text, u"Of the small one."_s);
        QCOMPARE(test.saved().catalog, u"small.openapi"_s);
        QVERIFY(!QFile::exists(other + u".overlay.json"_s));
        QVERIFY2(test.window.statusBar()->currentMessage().contains(u"small.yaml.overlay.json"),
            qPrintable(test.window.statusBar()->currentMessage()));
        test.action(ActionId::Undo).trigger();
        QVERIFY(test.saved().notes.empty());
    }

    void theListIsThatOfTheOpenCatalog()
    {
        OverlayUnderTest test;
        Overlay mine;
        mine.catalog = u"small.openapi"_s;
        mine.notes[u"files.read"_s] = {u"Mine."_s, u"2026-11-01"_s, {}};
        QCOMPARE(writeOverlay(test.overlayFile, mine), QString());
        test.action(ActionId::ReloadCatalog).trigger();
        test.action(ActionId::OwnThings).trigger();
        QCOMPARE(test.list().topLevelItemCount(), 1);
        const QString other = test.path(u"other.yaml"_s);
        OverlayUnderTest::write(other, QByteArray(description).replace("Small", "Other"));
        test.window.openFile(other);
        QCOMPARE(test.list().topLevelItemCount(), 0);
        test.window.openFile(test.catalogFile);
        QCOMPARE(test.list().topLevelItemCount(), 1);
    }

    void whatCouldNotBeSavedIsOfferedAtTheNextStart_data()
    {
        QTest::addColumn<QString>("theirs"); // what the other note is by then
        QTest::addColumn<QString>("answer"); // to the question that this leads to
        QTest::addColumn<QString>("note");

        QTest::newRow("the file is as it was") << u"First"_s << QString() << u"Mine"_s;
        QTest::newRow("the file has another note, which goes") << u"Theirs"_s << u"Keep Mine"_s << u"Mine"_s;
        QTest::newRow("the file has another note, which stays") << u"Theirs"_s << u"Take Theirs"_s << u"Theirs"_s;
    }

    void whatCouldNotBeSavedIsOfferedAtTheNextStart()
    {
        QFETCH(const QString, theirs);
        QFETCH(const QString, answer);
        OverlayUnderTest test;
        test.protectOverlay(u"First"_s);
        test.typeNote(u"files.write"_s, u"Mine"_s);
        test.typeNote(u"files.read"_s, u"Also mine"_s);
        const QString told = test.window.notices().texts().value(0);
        QVERIFY2(told.contains(u"could not be written"_s) && told.contains(u"offered when that catalog is opened again. Make"),
            qPrintable(told));
        QCOMPARE(test.saved().notes.size(), std::size_t{1});
        test.window.close();
        test.release(theirs);

        const auto start = [&](Workspace& workspace, RequestSession& session) {
            auto window = std::make_unique<MainWindow>(workspace, session, test.settings);
            window->show();
            window->openFile(test.catalogFile);
            return window;
        };
        const auto press = [](MainWindow& window, const QString& text) {
            for (auto* button : window.notices().findChildren<QPushButton*>()) {
                if (withoutMnemonic(button->text()) == text) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return true;
                }
            }
            return false;
        };
        Workspace workspace{*builtInCatalog().value};
        RequestSession session(workspace);
        const auto later = start(workspace, session);
        QCOMPARE(later->notices().texts().size(), 1);
        const QString offer = later->notices().texts().first();
        QVERIFY2(offer.contains(u"the note on files.read, the note on files.write"_s), qPrintable(offer));
        QCOMPARE(test.saved().notes.size(), std::size_t{1}); // nobody was asked yet
        {
            Answer question(answer);
            QVERIFY(press(*later, u"Put Back"_s));
            QCOMPARE(question.boxes, answer.isEmpty() ? 0 : 1);
        }
        QTEST(test.saved().notes.at(u"files.write"_s).text, "note");
        QCOMPARE(test.saved().notes.at(u"files.read"_s).text, u"Also mine"_s);
        QCOMPARE(workspace.undoStack().undoText(), u"Put Back Unsaved Changes"_s);
        QCOMPARE(later->notices().texts(), QStringList());

        Workspace another{*builtInCatalog().value};
        RequestSession anothers(another);
        QCOMPARE(start(another, anothers)->notices().texts(), QStringList()); // it is offered once
    }

    void whatIsPutBackAndCannotBeSavedIsKeptAgain()
    {
        OverlayUnderTest test;
        test.protectOverlay(u"First"_s);
        test.typeNote(u"files.read"_s, u"Mine"_s);
        for (const bool isWritable : {false, true}) {
            Workspace workspace{*builtInCatalog().value};
            RequestSession session(workspace);
            MainWindow later(workspace, session, test.settings);
            later.show();
            later.openFile(test.catalogFile);
            const auto button = [&](const QString& text) {
                for (auto* one : later.notices().findChildren<QPushButton*>()) {
                    if (withoutMnemonic(one->text()) == text)
                        return one;
                }
                return static_cast<QPushButton*>(nullptr);
            };
            QVERIFY(button(u"Put Back"_s) != nullptr);
            QTest::mouseClick(button(u"Put Back"_s), Qt::LeftButton);
            QVERIFY(button(u"Put Back"_s) == nullptr);
            QVERIFY(button(u"Try Again"_s) != nullptr);
            QVERIFY(!test.saved().notes.contains(u"files.read"_s));
            if (!isWritable)
                continue;
            test.release(u"First"_s);
            QTest::mouseClick(button(u"Try Again"_s), Qt::LeftButton);
            QCOMPARE(test.saved().notes.at(u"files.read"_s).text, u"Mine"_s);
            QCOMPARE(later.notices().texts(), QStringList());
        }
        QVERIFY(QDir(test.path(u"state/scope-explorer/overlays"_s)).entryList(QDir::Files).size() <= 1); // the first window's
    }

    void whatCanBeNeitherSavedNorKeptIsAskedAbout_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isClosed");

        QTest::newRow("staying") << u"Cancel"_s << false;
        QTest::newRow("losing it") << u"Discard"_s << true;
        QTest::newRow("a copy") << u"Save Elsewhere…"_s << true;
    }

    void whatCanBeNeitherSavedNorKeptIsAskedAbout()
    {
        QFETCH(const QString, answer);
        OverlayUnderTest test;
        test.protectOverlay(u"First"_s);
        OverlayUnderTest::write(test.path(u"state"_s), "no folder can be made here");
        test.typeNote(u"files.read"_s, u"Mine"_s);
        const QString told = test.window.notices().texts().value(0);
        QVERIFY2(told.contains(u"cannot be kept for the next start either"_s), qPrintable(told));
        test.chosenPath = test.path(u"copy.overlay.json"_s);
        Answer question(answer);
        test.window.close();
        QCOMPARE(question.boxes, 1);
        QTEST(!test.window.isVisible(), "isClosed");
        const auto copy = readOverlayFile(test.chosenPath);
        QCOMPARE(copy ? copy.value->notes.size() : 0, answer.startsWith(u"Save") ? std::size_t{2} : std::size_t{0});
    }

    void whatIsTypedStaysWhenTheOverlayBreaksMeanwhile_data()
    {
        QTest::addColumn<int>("dialog");

        QTest::newRow("a note") << static_cast<int>(ActionId::EditOwnNote);
        QTest::newRow("an own scope") << static_cast<int>(ActionId::AddOwnScope);
        QTest::newRow("a separator") << static_cast<int>(ActionId::CatalogSettings);
    }

    void whatIsTypedStaysWhenTheOverlayBreaksMeanwhile()
    {
        QFETCH(const int, dialog);
        OverlayUnderTest test;
        test.workspace.addScopes({u"files.read"_s, u"files.write"_s});
        test.workspace.setFormat(test.workspace.providersFormatId());
        const int steps = test.workspace.undoStack().count();
        test.showScope(u"files.read"_s);
        test.action(static_cast<ActionId>(dialog)).trigger();
        if (auto* const note = test.find<QPlainTextEdit>(u"Your note"_s)) {
            QTest::keyClicks(note, u"Mine"_s);
        } else if (auto* const name = test.find<QLineEdit>(u"Name"_s)) {
            QTest::keyClicks(name, u"files.admin"_s);
        } else {
            auto* const own = test.find<QCheckBox>(u"Set myself: Separator of scopes"_s);
            QTRY_VERIFY(own != nullptr && own->isVisible());
            own->setFocus();
            QTest::keyClick(own, Qt::Key_Space);
            QTest::keyClicks(test.find<QComboBox>(u"Separator of scopes"_s), u"Comma"_s);
        }
        OverlayUnderTest::write(test.overlayFile, "{\"format\": ");
        {
            Answer answer(u"OK"_s);
            test.press(u"Save"_s);
            QVERIFY2(answer.text.contains(u"Nothing was changed"), qPrintable(answer.text));
        }
        QCOMPARE(test.window.findChild<DetailsPane*>()->scopeName(), u"files.read"_s);
        QCOMPARE(test.workspace.scopeString().value(), u"files.read files.write"_s);
        QCOMPARE(test.workspace.undoStack().count(), steps);
        QVERIFY(QFile::remove(test.overlayFile));
        test.press(u"Save"_s); // the dialog is there still
        QTRY_VERIFY(!test.saved().isEmpty());
        const Overlay saved = test.saved();
        QCOMPARE(saved.notes.size() + saved.scopes.size() + saved.settings.size(), std::size_t{1});
        QCOMPARE(test.workspace.undoStack().count(), steps + 1);
    }

    void anothersOverlayIsAddedAfterAQuestion()
    {
        OverlayUnderTest test;
        Overlay mine;
        mine.catalog = u"small.openapi"_s;
        mine.notes[u"files.read"_s] = {u"Mine."_s, u"2026-11-01"_s, {}};
        QCOMPARE(writeOverlay(test.overlayFile, mine), QString());
        test.action(ActionId::ReloadCatalog).trigger();
        Overlay theirs = mine;
        theirs.notes[u"files.read"_s].text = u"Theirs."_s;
        theirs.notes[u"files.write"_s] = {u"Also theirs."_s, u"2026-11-01"_s, {}};
        test.chosenPath = test.path(u"theirs.overlay.json"_s);
        QCOMPARE(writeOverlay(test.chosenPath, theirs), QString());
        test.action(ActionId::OwnThings).trigger();
        {
            Answer answer(u"Cancel"_s);
            test.press(u"Add Another’s…"_s);
            QVERIFY(answer.text.contains(u"Mine.") && answer.text.contains(u"Theirs."));
        }
        QVERIFY(test.saved() == mine);
        {
            Answer answer(u"Keep Mine"_s);
            test.press(u"Add Another’s…"_s);
        }
        QCOMPARE(test.saved().notes.at(u"files.read"_s).text, u"Mine."_s);
        QCOMPARE(test.saved().notes.at(u"files.write"_s).text, u"Also theirs."_s);
        QCOMPARE(test.undoText(), u"Add the Overlay theirs.overlay.json"_s);
        test.chosenPath = test.path(u"copy.overlay.json"_s);
        test.press(u"Save a Copy…"_s);
        const auto copy = readOverlayFile(test.chosenPath);
        QVERIFY(copy);
        QVERIFY(*copy.value == test.saved());
    }

    void anOverlayThatIsOpenedIsAdded()
    {
        OverlayUnderTest test;
        Overlay theirs;
        theirs.catalog = u"small.openapi"_s;
        theirs.notes[u"files.read"_s] = {u"Theirs."_s, u"2026-11-01"_s, {}};
        const QString path = test.path(u"theirs.overlay.json"_s);
        QCOMPARE(writeOverlay(path, theirs), QString());
        test.action(ActionId::BuiltInCatalog).trigger();
        {
            Answer answer(u"Cancel"_s);
            test.window.openFile(path);
            QVERIFY2(answer.text.contains(u"“small.openapi”") && answer.text.contains(u"“tiktok”"), qPrintable(answer.text));
        }
        QCOMPARE(test.workspace.undoStack().count(), 0);

        test.window.openFile(test.catalogFile);
        test.window.openFile(path, true);
        QCOMPARE(test.saved().notes.at(u"files.read"_s).text, u"Theirs."_s);
        QVERIFY(test.window.statusBar()->currentMessage().startsWith(u"Added 1 item from "));
        test.window.openFile(test.overlayFile);
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"in effect already"));
    }

    void undoReachesACatalogThatIsNoLongerOpen()
    {
        OverlayUnderTest test;
        test.showScope(u"files.read"_s);
        test.action(ActionId::EditOwnNote).trigger();
        QTest::keyClicks(test.find<QPlainTextEdit>(u"Your note"_s), u"First"_s);
        test.press(u"Save"_s);
        test.action(ActionId::BuiltInCatalog).trigger();
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
        test.action(ActionId::Undo).trigger();
        QVERIFY(test.saved().notes.empty());
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
    }
};

} // namespace scopes::tests

using scopes::tests::OverlayFilesTest;
SCOPES_TEST(OverlayFilesTest)
#include "OverlayFilesTest.moc"
