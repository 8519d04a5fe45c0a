#include "widgets/ReviewDialog.h"

#include "request/Quoting.h"
#include "ui/WindowUnderTest.h"
#include "widgets/ReviewReadDialog.h"
#include "widgets/ReviewTable.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableWidget>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

/// The dialog as F9 shows it in a window.
struct ReviewUnderTest : WindowUnderTest
{
    ReviewDialog* dialog = nullptr;
    QTableView* table = nullptr;
    QString path; ///< what its file dialogs give

    explicit ReviewUnderTest(const QStringList& scopes)
    {
        workspace.addScopes(scopes);
        QTest::keyClick(&window, Qt::Key_F9);
        dialog = window.findChild<ReviewDialog*>();
        table = find<QTableView>(u"Review sheet"_s);
        const auto choose = [this](QWidget&) { return path; };
        dialog->setChooser({choose, choose});
        QApplication::setActiveWindow(dialog);
        table->setFocus();
    }

    QModelIndex cell(int row, int column) const { return table->model()->index(row, column); }

    QString text(int row, int column) const { return cell(row, column).data().toString(); }

    /// The editor that is open, as a user sees it.
    QPlainTextEdit* editor() const
    {
        const auto all = table->viewport()->findChildren<QPlainTextEdit*>();
        const auto open = std::find_if(all.begin(), all.end(), [](QWidget* one) { return one->isVisible(); });
        return open == all.end() ? nullptr : *open;
    }

    void startTyping(int row, int column) const
    {
        table->setCurrentIndex(cell(row, column));
        QTest::keyClick(table, Qt::Key_Return);
    }

    QString hint() const
    {
        QStringList texts;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            texts += label->accessibleName();
        return texts.join(u'\n');
    }

    void press(const QString& name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    QString saved(const QString& name)
    {
        path = this->WindowUnderTest::path(name);
        press(u"Export"_s);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

/// Answers the dialog that shows what an edited sheet would change.
void answerReading(const QString& button, const QStringList& ticked, QStringList* seen = nullptr)
{
    QTimer::singleShot(0, qApp, [=] {
        auto* const dialog = qobject_cast<ReviewReadDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        auto* const table = dialog->findChild<QTableWidget*>();
        for (int row = 0; row < table->rowCount(); ++row) {
            if (seen != nullptr)
                *seen += table->item(row, 0)->text() + u'|' + table->item(row, 1)->text() + u'|' + table->item(row, 2)->text();
            if (ticked.contains(table->item(row, 0)->text()))
                table->item(row, 0)->setCheckState(Qt::Checked);
        }
        for (auto* one : dialog->findChild<QDialogButtonBox*>()->buttons()) {
            if (QString(one->text()).remove(u'&') == button)
                return one->click();
        }
        dialog->reject();
    });
}

} // namespace

/// The review sheet, filled in by typing.
class ReviewDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void textsAreTypedOneAfterTheOther()
    {
        ReviewUnderTest test({u"video.list"_s, u"user.info.basic"_s});
        QVERIFY(test.hint().contains(u"0 of 2 scopes complete."_s));
        test.startTyping(0, ReviewModel::FeatureColumn);
        QVERIFY(test.editor() != nullptr);
        QCOMPARE(test.editor()->accessibleName(), u"Feature"_s);
        QTest::keyClicks(test.editor(), u"Gallery"_s);
        QTest::keyClick(test.editor(), Qt::Key_Return);
        QTest::keyClicks(test.editor(), u"of videos"_s);
        QTest::keyClick(test.editor(), Qt::Key_Tab);
        QCOMPARE(test.editor()->accessibleName(), u"Why it is needed"_s);
        QTest::keyClicks(test.editor(), u"Lists them."_s);
        QTest::keyClick(test.editor(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(test.editor()->toPlainText(), u"Gallery\nof videos"_s);
        QTest::keyClick(test.editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(test.editor() == nullptr);
        QCOMPARE(test.text(0, ReviewModel::FeatureColumn), u"Gallery\nof videos"_s);
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), u"Lists them."_s);
        QVERIFY(test.hint().contains(u"1 of 2 scopes complete. user.info.basic: Nothing says why it is needed."_s));
        QVERIFY(test.session.isModified());
        QTest::keySequence(test.dialog, QKeySequence::Undo);
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), QString());
        QCOMPARE(test.text(0, ReviewModel::FeatureColumn), u"Gallery\nof videos"_s);
        QTest::keySequence(test.dialog, QKeySequence::Redo);
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), u"Lists them."_s);
    }

    void tabGoesOnInTheNextRow()
    {
        const ReviewUnderTest test({u"video.list"_s, u"user.info.basic"_s});
        test.startTyping(0, ReviewModel::CallsColumn);
        QTest::keyClick(test.editor(), Qt::Key_Tab);
        QCOMPARE(test.table->currentIndex(), test.cell(1, ReviewModel::FeatureColumn));
        QVERIFY(test.editor() != nullptr);
        QCOMPARE(test.workspace.undoStack().count(), 1); // nothing was typed
    }

    void aTextThatIsBeingTypedIsNotLostAtTheEnd()
    {
        Workspace workspace(*builtInCatalog().value);
        workspace.addScopes({u"video.list"_s});
        auto dialog = std::make_unique<ReviewDialog>(workspace);
        dialog->show();
        QApplication::setActiveWindow(dialog.get());
        auto* const table = dialog->findChild<QTableView*>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, ReviewModel::ReasonColumn));
        QTest::keyClick(table, Qt::Key_Return);
        QTest::keyClicks(table->viewport()->findChild<QPlainTextEdit*>(), u"Lists them."_s);
        dialog.reset();
        QCOMPARE(workspace.reviewNotes().value(u"video.list"_s).reason, u"Lists them."_s);
    }

    void theWindowMayEndWhileATextIsTyped()
    {
        const ReviewUnderTest test({u"video.list"_s});
        test.startTyping(0, ReviewModel::ReasonColumn);
        QTest::keyClicks(test.editor(), u"x"_s);
    }

    void escapeGivesUp()
    {
        const ReviewUnderTest test({u"video.list"_s});
        test.startTyping(0, ReviewModel::ReasonColumn);
        QTest::keyClicks(test.editor(), u"x"_s);
        QTest::keyClick(test.editor(), Qt::Key_Escape);
        QTRY_VERIFY(test.editor() == nullptr);
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), QString());
        QVERIFY(test.dialog->isVisible());
    }

    void theSheetIsSavedWithTheRequestAndComesBack()
    {
        ReviewUnderTest test({u"video.list"_s});
        test.startTyping(0, ReviewModel::ReasonColumn);
        QTest::keyClicks(test.editor(), u"Lists them."_s);
        QTest::keyClick(test.editor(), Qt::Key_Return, Qt::ControlModifier);
        test.chosenPath = test.WindowUnderTest::path(u"mine.scopes.json"_s);
        QTest::keySequence(test.dialog, QKeySequence::Save);
        QVERIFY(!test.session.isModified());
        test.session.newRequest();
        QCOMPARE(test.table->model()->rowCount(), 0);
        QVERIFY(test.session.open(test.chosenPath).empty());
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), u"Lists them."_s);
    }

    void itIsExported()
    {
        ReviewUnderTest test({u"video.list"_s});
        test.workspace.setReviewNote(u"video.list"_s, {{}, u"<b> | =1"_s, {}, {}, {}}, u"Edit"_s);
        QVERIFY(test.saved(u"a.md"_s).contains(u"\\<b\\> \\| =1"_s));
        QVERIFY(test.saved(u"a.html"_s).contains(u"&lt;b&gt; | =1"_s));
        QVERIFY(test.saved(u"a.csv"_s).contains(u"<b> | =1"_s));
        QVERIFY(test.saved(u"a.pdf"_s).startsWith(u"%PDF-"_s));
        QVERIFY(test.hint().contains(u"Saved the sheet to a.pdf."_s));
        test.press(u"Copy as Markdown"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), test.saved(u"b.md"_s));
    }

    void aFormOfTheProviderGivesTheColumns()
    {
        ReviewUnderTest test({u"portability.all.single"_s});
        test.workspace.setReviewNote(u"portability.all.single"_s, {{}, u"Moves it."_s, {}, {}, {}}, u"Edit"_s);
        auto* const forms = test.find<QComboBox>(u"Columns"_s);
        forms->setCurrentIndex(forms->findText(u"Data Portability API application"_s));
        QCOMPARE(test.table->isColumnHidden(ReviewModel::FeatureColumn), true);
        QVERIFY(test.hint().contains(u"mock-ups of the steps the user sees. (Source: Data Portability API"_s));
        const auto records = csvRecords(test.saved(u"form.csv"_s));
        QVERIFY(test.saved(u"form.md"_s).startsWith(u"# Data Portability API application\n\n| Data scope | Use case |"_s));
        QCOMPARE(records[0].cells,
            (QStringList{u"Data scope"_s, u"Use case"_s, u"Steps the user sees"_s, u"Mock-ups of the steps"_s}));
        QCOMPARE(records[1].cells, (QStringList{u"portability.all.single"_s, u"Moves it."_s, {}, {}}));
    }

    void anEditedTableIsReadBackInOneStep()
    {
        ReviewUnderTest test({u"video.list"_s, u"user.info.basic"_s});
        test.workspace.setReviewNote(u"video.list"_s, {{}, u"Lists them."_s, {}, {}, {}}, u"Edit"_s);
        QString csv = test.saved(u"sheet.csv"_s);
        QVERIFY(!csv.isEmpty());
        // Edited here meanwhile, and elsewhere both scopes.
        test.workspace.setReviewNote(u"video.list"_s, {{}, u"Ours."_s, {}, {}, {}}, u"Edit"_s);
        csv.replace(u"Lists them."_s, u"Theirs."_s).replace(u"user.info.basic,"_s, u"user.info.basic,Sign-in"_s);
        QFile file(test.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(csv.toUtf8());
        file.close();
        const QByteArray before = test.workspace.request().toBytes();

        QStringList seen;
        answerReading(u"Take Over"_s, {}, &seen);
        test.press(u"Read Back"_s);
        QCOMPARE(seen,
            (QStringList{u"video.list|Why it is needed: Ours.|Why it is needed: Theirs."_s,
                u"user.info.basic|Feature: (empty)|Feature: Sign-in"_s}));
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), u"Ours."_s);
        QCOMPARE(test.text(1, ReviewModel::FeatureColumn), u"Sign-in"_s);
        QCOMPARE(test.workspace.undoStack().undoText(), u"Read Back the Review Sheet"_s);
        test.workspace.undoStack().undo();
        QCOMPARE(test.workspace.request().toBytes(), before);

        answerReading(u"Take Over"_s, {u"video.list"_s});
        test.press(u"Read Back"_s);
        QCOMPARE(test.text(0, ReviewModel::ReasonColumn), u"Theirs."_s);
        QVERIFY(test.hint().contains(u"Took over the sheet's words on 2 scopes"_s));
        test.workspace.undoStack().undo();

        answerReading(u"Cancel"_s, {u"video.list"_s});
        test.press(u"Read Back"_s);
        QCOMPARE(test.workspace.request().toBytes(), before);
    }

    void whatIsNoSheetIsRefused()
    {
        ReviewUnderTest test({u"video.list"_s});
        test.path = test.WindowUnderTest::path(u"none.csv"_s);
        QFile file(test.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a,b\n1,2\n");
        file.close();
        Answer answer(u"OK"_s);
        test.press(u"Read Back"_s);
        QVERIFY2(answer.text.contains(u"no column 'scope'"_s), qPrintable(answer.text));
    }
};

} // namespace scopes::tests

using scopes::tests::ReviewDialogTest;
SCOPES_TEST(ReviewDialogTest)
#include "ReviewDialogTest.moc"
