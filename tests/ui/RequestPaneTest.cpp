#include "widgets/RequestPane.h"

#include "catalog/BuiltInCatalog.h"
#include "models/RowExport.h"
#include "support/TestMain.h"
#include "widgets/PasteDialog.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace scopes;

/// The right side of the window, clicked and typed as a user does.
class RequestPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void anEmptyRequestSaysWhatToDoAndCopiesNothing();
    void theScopeStringIsCopiedExactly_data();
    void theScopeStringIsCopiedExactly();
    void aFormatThatCannotSayANameTellsWhy();
    void aChosenFormatCanBeUndone();
    void anotherSeparatorIsExplained();
    void aTypedNameIsAdded_data();
    void aTypedNameIsAdded();
    void whatCannotBeAddedSaysWhy_data();
    void whatCannotBeAddedSaysWhy();
    void aCompletionIsChosenByKeys();
    void delRemovesTheSelectedRows();
    void theCrossRemovesItsRow();
    void altAndArrowsMoveTheSelectedRows();
    void enterAndDoubleClickShowTheScope();
    void f2RenamesInPlace();
    void anUndocumentedScopeIsMarkedInWords();
    void aPasteIntoAnEmptyRequestAsksNothing();
    void aPasteIsAddedOrReplaces_data();
    void aPasteIsAddedOrReplaces();
    void aPasteWithoutAScopeSaysWhy();
    void droppedScopesLandAtTheirRow();
    void filesAreLeftToTheWindow();
    void aSelectedPartIsCopiedExactly();
    void veryManyScopesAreShownInPart();
    void tabFollowsTheLayout();
    void keysThatATextCannotUseAreLeftToTheWindow();

private: // NOLINT(readability-redundant-access-specifiers): what follows are no slots
    template <typename Widget>
    Widget* find(const QString& accessibleName) const
    {
        for (Widget* const widget : m_pane->findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }

    /// Every text that the pane shows in labels.
    QString labels() const
    {
        QStringList texts;
        for (const QLabel* const label : m_pane->findChildren<QLabel*>()) {
            if (label->isVisible())
                texts.append(label->text().remove(u'\u200B'));
        }
        return texts.join(u'\n');
    }

    QString lastMessage() const { return m_messages->isEmpty() ? QString() : m_messages->last().first().toString(); }

    const QStringList& names() const { return m_workspace->selection().names(); }

    QListView* list() const { return find<QListView>(u"Request"_s); }

    void click(const QString& button) const { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    void select(const QList<int>& rows) const;

    CatalogPointer m_catalog;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RequestPane> m_pane;
    std::unique_ptr<QSignalSpy> m_messages;
};

void RequestPaneTest::initTestCase()
{
    const auto catalog = builtInCatalog();
    QVERIFY(catalog.value.has_value());
    m_catalog = *catalog.value;
}

void RequestPaneTest::init()
{
    m_workspace = std::make_unique<Workspace>(m_catalog);
    m_pane = std::make_unique<RequestPane>(*m_workspace);
    m_messages = std::make_unique<QSignalSpy>(m_pane.get(), &RequestPane::message);
    m_pane->resize(300, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    QApplication::clipboard()->setText(u"before"_s);
}

void RequestPaneTest::cleanup()
{
    m_messages.reset();
    m_pane.reset();
    m_workspace.reset();
}

void RequestPaneTest::select(const QList<int>& rows) const
{
    QListView* const view = list();
    view->setFocus();
    bool isFirst = true;
    for (const int row : rows) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, isFirst ? Qt::NoModifier : Qt::ControlModifier,
            view->visualRect(view->model()->index(row, 0)).center());
        isFirst = false;
    }
}

void RequestPaneTest::anEmptyRequestSaysWhatToDoAndCopiesNothing()
{
    QVERIFY(labels().contains(u"Nothing is requested yet. Tick scopes at the left, type a name below, or paste a scope string."));
    QVERIFY(labels().contains(u"0 scopes"));
    click(u"Copy"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(lastMessage(), u"Nothing is requested yet, so nothing was copied."_s);
    m_workspace->addScopes({u"video.list"_s});
    QTRY_VERIFY(!labels().contains(u"Nothing is requested yet"));
    QVERIFY(labels().contains(u"1 scope"));
}

void RequestPaneTest::theScopeStringIsCopiedExactly_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("copied");
    QTest::addColumn<QString>("message");

    QTest::newRow("the provider's own") << QString() << u"video.list,user.info.basic,x"_s
                                        << u"Copied 3 scopes, comma separated."_s;
    QTest::newRow("lines") << u"newline"_s << u"video.list\nuser.info.basic\nx"_s << u"Copied 3 scopes, one name a line."_s;
    QTest::newRow("data") << u"json-array"_s << u"[\"video.list\", \"user.info.basic\", \"x\"]"_s
                          << u"Copied 3 scopes as JSON array."_s;
}

void RequestPaneTest::theScopeStringIsCopiedExactly()
{
    QFETCH(QString, format);
    QFETCH(QString, copied);
    m_workspace->addScopes({u"video.list"_s, u"user.info.basic"_s, u"x"_s});
    m_workspace->setFormat(format);
    QTRY_COMPARE(find<QPlainTextEdit>(u"Scope string"_s)->toPlainText(), copied);
    click(u"Copy"_s);
    QCOMPARE(QApplication::clipboard()->text(), copied);
    QTEST(lastMessage(), "message");
}

void RequestPaneTest::aFormatThatCannotSayANameTellsWhy()
{
    m_workspace->addScopes({u"a,b"_s});
    auto* const copy = find<QPushButton>(u"Copy"_s);
    QTRY_VERIFY(!copy->isEnabled());
    QVERIFY(copy->toolTip().contains(u"contains U+002C"));
    QVERIFY2(labels().contains(u"“a,b” contains U+002C"), qPrintable(labels()));
    QVERIFY(!find<QPlainTextEdit>(u"Scope string"_s)->isVisible());
    m_pane->copyString();
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    m_workspace->undoStack().undo();
    QTRY_VERIFY(copy->isEnabled());
}

void RequestPaneTest::aChosenFormatCanBeUndone()
{
    m_workspace->addScopes({u"a"_s, u"b"_s});
    auto* const formats = find<QComboBox>(u"Format"_s);
    QCOMPARE(formats->currentText(), u"Comma separated (TikTok)"_s);
    const QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(formats);
    QCOMPARE(spoken->text(QAccessible::Name), u"Format"_s);
    QCOMPARE(spoken->text(QAccessible::Value), u"Comma separated (TikTok)"_s);
    formats->setFocus();
    QTest::keyClick(formats, Qt::Key_Down);
    QCOMPARE(m_workspace->formatId(), u"space"_s);
    QTRY_COMPARE(find<QPlainTextEdit>(u"Scope string"_s)->toPlainText(), u"a b"_s);
    m_workspace->undoStack().undo();
    QCOMPARE(formats->currentText(), u"Comma separated (TikTok)"_s);
    for (int row = 0; row < formats->count(); ++row) {
        const bool isHeading = !formats->itemData(row).isValid();
        QCOMPARE(formats->model()->flags(formats->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled), !isHeading);
    }
}

void RequestPaneTest::anotherSeparatorIsExplained()
{
    QVERIFY(labels().contains(u"TikTok separates scopes with a comma.\nSource: Login Kit for the web"));
    m_workspace->setFormat(u"space"_s);
    QVERIFY2(labels().contains(u"TikTok separates scopes with a comma, not with a space."), qPrintable(labels()));
    QVERIFY(labels().contains(u"answered with invalid_scope"));
}

void RequestPaneTest::aTypedNameIsAdded_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("added");

    QTest::newRow("a documented scope") << u"video.list"_s << QStringList{u"video.list"_s};
    QTest::newRow("an unknown one is kept") << u" video.lst "_s << QStringList{u"video.lst"_s};
    QTest::newRow("a beginning is no completion") << u"video.lis"_s << QStringList{u"video.lis"_s};
    QTest::newRow("several") << u"a, b c"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("another format") << u"scope=x%2Cy"_s << QStringList{u"x"_s, u"y"_s};
}

void RequestPaneTest::aTypedNameIsAdded()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, added);
    auto* const edit = find<QLineEdit>(u"Add a scope"_s);
    m_pane->focusAdd();
    QTest::keyClicks(edit, typed);
    QWidget* const popup = edit->completer()->popup();
    QTest::keyClick(popup->isVisible() ? popup : edit, Qt::Key_Return);
    QTRY_COMPARE(names(), added);
    QTRY_COMPARE(edit->text(), QString());
    QVERIFY(lastMessage().startsWith(u"Added "));
    m_workspace->undoStack().undo();
    QVERIFY(names().isEmpty());
}

void RequestPaneTest::whatCannotBeAddedSaysWhy_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reason");

    QTest::newRow("nothing") << u""_s << u"Nothing was added: the name of a scope must be typed first."_s;
    QTest::newRow("blanks") << u"  "_s << u"Nothing was added: the name of a scope must be typed first."_s;
    QTest::newRow("requested already") << u"video.list"_s << u"“video.list” is requested already."_s;
    QTest::newRow("no scope name") << u"k\u00E4se"_s << u"Nothing was added. No scope was found"_s;
}

void RequestPaneTest::whatCannotBeAddedSaysWhy()
{
    QFETCH(QString, typed);
    QFETCH(QString, reason);
    m_workspace->addScopes({u"video.list"_s});
    auto* const edit = find<QLineEdit>(u"Add a scope"_s);
    edit->setFocus();
    edit->insert(typed);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY2(lastMessage().startsWith(reason), qPrintable(lastMessage()));
    QVERIFY2(labels().contains(reason), qPrintable(labels()));
    QCOMPARE(names(), QStringList{u"video.list"_s});
    QTest::keyClicks(edit, u"v"_s);
    QVERIFY(!labels().contains(reason));
}

void RequestPaneTest::aCompletionIsChosenByKeys()
{
    auto* const edit = find<QLineEdit>(u"Add a scope"_s);
    m_pane->activateWindow();
    edit->setFocus();
    QTest::keyClicks(edit, u"publish"_s);
    QAbstractItemView* const popup = edit->completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QVERIFY(popup->model()->rowCount() > 0);
    const QString first = popup->model()->index(0, 0).data().toString();
    QVERIFY(first.contains(u"publish"));
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_COMPARE(names(), QStringList{first});
    QTRY_COMPARE(edit->text(), QString());
    QCOMPARE(lastMessage(), u"Added %1."_s.arg(first));
    QVERIFY(!popup->isVisible());
}

void RequestPaneTest::delRemovesTheSelectedRows()
{
    m_workspace->addScopes(u"a b c d"_s.split(u' '));
    select({1, 3});
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(names().join(u' '), u"a c"_s);
    QCOMPARE(list()->currentIndex().row(), 1);
    m_workspace->undoStack().undo();
    QCOMPARE(names().join(u' '), u"a b c d"_s);
}

void RequestPaneTest::theCrossRemovesItsRow()
{
    m_workspace->addScopes(u"a b c"_s.split(u' '));
    const QRect row = list()->visualRect(list()->model()->index(1, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, {row.right() - row.height() / 2, row.center().y()});
    QTRY_COMPARE(names().join(u' '), u"a c"_s);
    m_workspace->undoStack().undo();
    QCOMPARE(names().join(u' '), u"a b c"_s);
}

void RequestPaneTest::altAndArrowsMoveTheSelectedRows()
{
    m_workspace->addScopes(u"a b c d e"_s.split(u' '));
    select({1, 2, 4});
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names().join(u' '), u"b c a e d"_s);
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names().join(u' '), u"b c e a d"_s);
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names().join(u' '), u"a b c e d"_s);
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 3);
    for (int step = 0; step < 3; ++step)
        m_workspace->undoStack().undo();
    QCOMPARE(names().join(u' '), u"a b c d e"_s);
}

void RequestPaneTest::enterAndDoubleClickShowTheScope()
{
    m_workspace->addScopes({u"a"_s, u"b"_s});
    const QSignalSpy activated(m_pane.get(), &RequestPane::scopeActivated);
    select({1});
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.last().first().toString(), u"b"_s);
    const QPoint place = list()->visualRect(list()->model()->index(0, 0)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(activated.count(), 2);
    QCOMPARE(activated.last().first().toString(), u"a"_s);
}

void RequestPaneTest::f2RenamesInPlace()
{
    m_workspace->addScopes({u"a"_s, u"video.lst"_s, u"c"_s});
    select({1});
    QTest::keyClick(list(), Qt::Key_F2);
    auto* const editor = find<QLineEdit>(u"Scope name"_s);
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, u"video.list"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(names(), (QStringList{u"a"_s, u"video.list"_s, u"c"_s}));
    QCOMPARE(m_workspace->undoStack().undoText(), u"Rename video.lst to video.list"_s);
    QCOMPARE(list()->currentIndex().row(), 1);
    m_workspace->undoStack().undo();
    QCOMPARE(names().at(1), u"video.lst"_s);
}

void RequestPaneTest::anUndocumentedScopeIsMarkedInWords()
{
    m_workspace->addScopes({u"user.insights"_s, u"research.data.basic"_s, u"research.date.basic"_s});
    const QModelIndex row = list()->model()->index(0, 0);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"user.insights, not documented"_s);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"Seen elsewhere"));
    // Where there is no room beside the name, the words stand below it.
    m_pane->resize(220, 700);
    const auto height = [this](int number) { return list()->visualRect(list()->model()->index(number, 0)).height(); };
    QTRY_VERIFY(height(2) > height(1));
}

void RequestPaneTest::aPasteIntoAnEmptyRequestAsksNothing()
{
    QApplication::clipboard()->setText(u"https://www.tiktok.com/v2/auth/authorize/?client_key=k&scope=video.list%2Cx.y"_s);
    click(u"Paste"_s);
    QCOMPARE(names(), (QStringList{u"video.list"_s, u"x.y"_s}));
    QVERIFY(m_pane->findChild<QDialog*>() == nullptr);
    QVERIFY2(lastMessage().startsWith(u"Added 2 scopes. Read as the query parameter"), qPrintable(lastMessage()));
    m_workspace->undoStack().undo();
    QVERIFY(names().isEmpty());
}

void RequestPaneTest::aPasteIsAddedOrReplaces_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("after");

    QTest::newRow("Add") << u"Add"_s << u"a b c"_s;
    QTest::newRow("Replace") << u"Replace"_s << u"b c"_s;
    QTest::newRow("Cancel") << u"Cancel"_s << u"a b"_s;
}

void RequestPaneTest::aPasteIsAddedOrReplaces()
{
    QFETCH(QString, button);
    QFETCH(QString, after);
    m_workspace->addScopes({u"a"_s, u"b"_s});
    const int steps = m_workspace->undoStack().index();
    QApplication::clipboard()->setText(u"[\"b\", \"c\"]"_s);
    m_pane->paste();
    auto* const dialog = m_pane->findChild<PasteDialog*>();
    QVERIFY(dialog != nullptr);
    auto* const pasted = dialog->findChild<QListView*>();
    QCOMPARE(pasted->model()->rowCount(), 2);
    QCOMPARE(pasted->model()->index(0, 0).data(Mark).toString(), u"requested, not documented"_s);
    QCOMPARE(pasted->model()->index(1, 0).data(Mark).toString(), u"not documented"_s);
    QPushButton* chosen = nullptr;
    for (QPushButton* const one : dialog->findChildren<QPushButton*>()) {
        if (one->text().remove(u'&') == button)
            chosen = one;
        if (one->text().remove(u'&') == u"Add")
            QVERIFY(one->isDefault());
    }
    QVERIFY(chosen != nullptr);
    QTest::mouseClick(chosen, Qt::LeftButton);
    QCOMPARE(names().join(u' '), after);
    QCOMPARE(m_workspace->undoStack().index(), steps + (button == u"Cancel" ? 0 : 1));
    m_workspace->undoStack().setIndex(steps);
    QCOMPARE(names().join(u' '), u"a b"_s);
}

void RequestPaneTest::aPasteWithoutAScopeSaysWhy()
{
    m_workspace->addScopes({u"a"_s});
    m_pane->pasteText(u" \n "_s);
    QVERIFY(lastMessage().startsWith(u"Nothing was pasted. No scope was found"));
    QVERIFY(labels().contains(u"Nothing was pasted. No scope was found"));
    QApplication::clipboard()->clear();
    m_pane->paste();
    QCOMPARE(lastMessage(), u"Nothing was pasted: the clipboard holds no text."_s);
    QCOMPARE(names(), QStringList{u"a"_s});
}

void RequestPaneTest::droppedScopesLandAtTheirRow()
{
    m_workspace->addScopes({u"a"_s, u"b"_s});
    QMimeData mime;
    mime.setData(QLatin1StringView(scopeNamesMimeType), "video.list\nb");
    const QRect second = list()->visualRect(list()->model()->index(1, 0));
    QDragEnterEvent enter(second.topLeft(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(second.topLeft(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list()->viewport(), &drop);
    QCOMPARE(names(), (QStringList{u"a"_s, u"video.list"_s, u"b"_s}));
    QCOMPARE(lastMessage(), u"Added 1 scope."_s);
    m_workspace->undoStack().undo();
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
}

void RequestPaneTest::filesAreLeftToTheWindow()
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(u"/tmp/x.scopes.json"_s)});
    file.setText(u"/tmp/x.scopes.json"_s);
    QVERIFY(!m_pane->canPaste(&file));
    QVERIFY(!m_pane->canPaste(nullptr));
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list()->viewport(), &enter);
    QVERIFY(!enter.isAccepted());
}

void RequestPaneTest::aSelectedPartIsCopiedExactly()
{
    // A document would make spaces of the no-break spaces.
    m_workspace->addScopes({u"a\u00A0b"_s, u"c"_s});
    m_workspace->setFormat(u"newline"_s);
    auto* const string = find<QPlainTextEdit>(u"Scope string"_s);
    QTRY_VERIFY(!string->toPlainText().isEmpty());
    string->setFocus();
    string->selectAll();
    QTest::keyClick(string, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"a\u00A0b\nc"_s);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), u"a⟨U+00A0⟩b"_s);
}

void RequestPaneTest::veryManyScopesAreShownInPart()
{
    constexpr int many = 200'000;
    QStringList scopes;
    for (int number = 0; number < many; ++number)
        scopes.append(u"scope.%1"_s.arg(number));
    m_workspace->addScopes(scopes);
    auto* const string = find<QPlainTextEdit>(u"Scope string"_s);
    QTRY_COMPARE(string->toPlainText().size(), 20'000);
    QVERIFY(labels().contains(u"Only the beginning is shown; Copy takes all of it."));
    click(u"Copy"_s);
    QCOMPARE(QApplication::clipboard()->text().size(), scopes.join(u',').size());
}

void RequestPaneTest::tabFollowsTheLayout()
{
    m_workspace->addScopes({u"a"_s});
    list()->setFocus();
    QStringList order;
    for (int step = 0; step < 6; ++step) {
        order.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order, (QStringList{u"Request"_s, u"Add a scope"_s, u"Format"_s, u"Scope string"_s, u"Copy"_s, u"Paste"_s}));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"App profile: none"_s);
}

void RequestPaneTest::keysThatATextCannotUseAreLeftToTheWindow()
{
    auto* const string = find<QPlainTextEdit>(u"Scope string"_s);
    string->setFocus();
    for (const Qt::Key key : {Qt::Key_V, Qt::Key_Z}) {
        QKeyEvent asked(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        asked.ignore();
        QApplication::sendEvent(string, &asked);
        QVERIFY(!asked.isAccepted());
    }
}

SCOPES_TEST(RequestPaneTest)
#include "RequestPaneTest.moc"
