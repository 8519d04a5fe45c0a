#include "models/RequestCheck.h"
#include "request/Quoting.h"
#include "ui/WindowUnderTest.h"
#include "widgets/ExportDialog.h"
#include "widgets/LinkDialog.h"
#include "widgets/NamedComboBox.h"
#include "widgets/RequestPane.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

/// The export dialog as its key shows it.
struct ExportUnderTest : WindowUnderTest
{
    ExportDialog* dialog = nullptr;

    explicit ExportUnderTest(const QStringList& scopes)
    {
        workspace.addScopes(scopes);
        auto* const check = window.findChild<RequestCheck*>();
        while (check->isBehind())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    void open()
    {
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        dialog = window.findChild<ExportDialog*>();
        dialog->setSaveChooser([this](QWidget&, const QString& suffix) { return path(u"export."_s + suffix); });
    }

    void choose(const QString& box, const QString& text)
    {
        auto* const combo = find<NamedComboBox>(box);
        combo->setCurrentIndex(combo->findText(text));
        QCOMPARE(combo->currentText(), text);
    }

    QString preview() { return find<QPlainTextEdit>(u"Preview"_s)->toPlainText(); }

    void press(const QString& name)
    {
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->accessibleName() == name)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    QByteArray saved(const QString& suffix)
    {
        press(u"Save As"_s);
        QFile file(path(u"export."_s + suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

/// Answers the dialog that shows a link; what it shows comes back in @p shown.
void answerLink(const QString& button, QString* shown = nullptr)
{
    QTimer::singleShot(0, qApp, [=] {
        auto* const dialog = qobject_cast<LinkDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        if (shown != nullptr)
            *shown = dialog->findChild<QPlainTextEdit*>()->toPlainText();
        for (auto* one : dialog->findChild<QDialogButtonBox*>()->buttons()) {
            if (withoutMnemonic(one->text()) == button)
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        dialog->reject();
    });
}

} // namespace

/// Exports and links, through the window.
class ShareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theRequestIsExported_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("as Markdown") << u"Markdown"_s << u"md"_s << QByteArray("| video.list | Read a user's public videos");
        QTest::newRow("as CSV") << u"CSV, for spreadsheets"_s << u"csv"_s << QByteArray("\r\nvideo.list,Read a user's");
        QTest::newRow("tab separated") << u"Tab separated"_s << u"tsv"_s << QByteArray("\r\nvideo.list\tRead a user's");
        QTest::newRow("as JSON") << u"JSON"_s << u"json"_s << QByteArray("\"scope\": \"video.list\"");
        QTest::newRow("as a web page") << u"Web page"_s << u"html"_s << QByteArray("<td>video.list</td>");
        QTest::newRow("as PDF") << u"PDF document"_s << u"pdf"_s << QByteArray("%PDF-");
    }

    void theRequestIsExported()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, suffix);
        QFETCH(const QByteArray, part);
        ExportUnderTest test({u"user.info.basic"_s, u"video.list"_s, u"=made.up"_s});
        test.open();
        QCOMPARE(test.find<NamedComboBox>(u"What"_s)->currentText(), u"The request"_s);
        test.choose(u"Export format"_s, format);
        const QByteArray bytes = test.saved(suffix);
        QVERIFY2(bytes.contains(part), bytes.left(2000).constData());
        if (suffix != "pdf"_L1) {
            QCOMPARE(test.saved(suffix), bytes);
            test.press(u"Copy"_s);
            QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), bytes);
        }
    }

    void theColumnsAreThoseOfTheView()
    {
        ExportUnderTest test({u"video.list"_s});
        test.open();
        test.choose(u"Export format"_s, u"CSV, for spreadsheets"_s);
        QVERIFY2(test.preview().startsWith(u"Scope,Definition,User display\n"_s), qPrintable(test.preview()));
        auto* const columns = test.find<QListWidget>(u"Columns"_s);
        columns->setFocus();
        columns->setCurrentRow(1);
        QTest::keyClick(columns, Qt::Key_Space);
        QVERIFY(test.preview().startsWith(u"Scope,User display\n"_s));
        QCOMPARE(csvRecords(QString::fromUtf8(test.saved(u"csv"_s)))[0].cells, (QStringList{u"Scope"_s, u"User display"_s}));
        for (int row = 0; row < columns->count(); ++row)
            columns->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY(!test.find<QPushButton>(u"Save As"_s)->isEnabled());
    }

    void eachSourceHasItsRows()
    {
        ExportUnderTest test({u"video.lst"_s});
        QTest::keyClick(&test.window, Qt::Key_F8); // the comparison
        QApplication::setActiveWindow(&test.window);
        test.open();
        test.choose(u"Export format"_s, u"JSON"_s);
        const auto rows = [&](const QString& what) {
            test.choose(u"What"_s, what);
            return QJsonDocument::fromJson(test.saved(u"json"_s))[u"rows"_s].toArray();
        };
        QCOMPARE(rows(u"The catalog"_s).size(), test.workspace.catalog().scopeCount());
        QCOMPARE(rows(u"The scopes that the search shows"_s).size(), test.workspace.catalog().scopeCount());
        const QJsonArray findings = rows(u"The findings on the request"_s);
        QVERIFY(!findings.isEmpty());
        QCOMPARE(findings[0][u"rule"_s].toString(), u"unknown-scope"_s);
        QCOMPARE(rows(u"The comparison"_s)[0][u"scope"_s].toString(), u"video.lst"_s);
    }

    void aFolderThatIsGoneIsTold()
    {
        ExportUnderTest test({u"video.list"_s});
        test.open();
        test.dialog->setSaveChooser([](QWidget&, const QString&) { return u"/nonexistent/a.md"_s; });
        const Answer answer(u"OK"_s);
        test.press(u"Save As"_s);
        QVERIFY2(answer.text.contains(u"/nonexistent/a.md"_s), qPrintable(answer.text));
    }

    void aLinkIsCopiedAndOpened()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"user.info.basic"_s, u"made up"_s});
        test.workspace.setFormat(u"json-array"_s);
        test.action(ActionId::CopyLink).trigger();
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY2(link.startsWith(u"scope-explorer:request?catalog=tiktok"_s), qPrintable(link));

        WindowUnderTest other;
        QString shown;
        answerLink(u"Replace Request"_s, &shown);
        other.window.openFile(link);
        QVERIFY2(shown.contains(u"• user.info.basic\n  • made up (not documented)\n"_s), qPrintable(shown));
        QVERIFY(shown.contains(u"Findings\n  • "_s));
        QCOMPARE(other.workspace.selection().names(), (QStringList{u"user.info.basic"_s, u"made up"_s}));
        QCOMPARE(other.workspace.formatId(), u"json-array"_s);
        QVERIFY(other.session.isModified());
        QCOMPARE(other.session.path(), QString());
    }

    void nothingHappensBeforeItIsSaid()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        QString shown;
        answerLink(u"Cancel"_s, &shown);
        test.window.openFile(u"scope-explorer:request?scope=video.publish&catalog=other&token=act.x"_s);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
        QCOMPARE(test.workspace.undoStack().count(), 1);
        QVERIFY(shown.contains(u"take out\n  • video.list\n"_s));
        QVERIFY(shown.contains(u"the catalog 'other'"_s));
        QVERIFY(shown.contains(u"The link's 'token' is left out"_s));
        QVERIFY(!shown.contains(u"act.x"_s));
    }

    void addingIsOneStep()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        answerLink(u"Add to Request"_s);
        test.window.openFile(u"scope-explorer:request?scope=video.publish&scope=video.list"_s);
        QCOMPARE(test.workspace.selection().names(), (QStringList{u"video.list"_s, u"video.publish"_s}));
        test.workspace.undoStack().undo();
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }

    void aLinkThatIsPastedIsShownFirst()
    {
        WindowUnderTest test;
        QGuiApplication::clipboard()->setText(u"  scope-explorer:request?scope=video.publish\n"_s);
        QString shown;
        answerLink(u"Cancel"_s, &shown);
        test.action(ActionId::Paste).trigger();
        QVERIFY2(shown.contains(u"• video.publish\n"_s), qPrintable(shown));
        QVERIFY(test.workspace.selection().isEmpty());
    }

    void unsavedWorkIsAskedAbout()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        answerLink(u"Replace Request"_s);
        QString asked;
        // The question comes when the dialog has gone.
        QTimer question;
        connect(&question, &QTimer::timeout, qApp, [&] {
            if (auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                asked = box->text();
                box->button(QMessageBox::Cancel)->click();
            }
        });
        question.start(20);
        test.window.openFile(u"scope-explorer:request?scope=video.publish"_s);
        QVERIFY2(asked.contains(u"Save the changes"_s), qPrintable(asked));
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
    }

    void aHostileLinkIsRefused_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("said");
        QTest::newRow("a path for a catalog") << u"scope-explorer:request?scope=a&catalog=../x"_s << u"cannot be one"_s;
        QTest::newRow("another action") << u"scope-explorer:quit"_s << u"no link to a request"_s;
        QTest::newRow("markup") << u"scope-explorer:<img src=x>"_s << u"<img src=x>"_s;
        QTest::newRow("too long") << u"scope-explorer:request?scope="_s + QString(100'000, u'a') << u"at most 65536"_s;
    }

    void aHostileLinkIsRefused()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, said);
        WindowUnderTest test;
        const Answer answer(u"OK"_s);
        test.window.openFile(link);
        QCOMPARE(answer.boxes, 1);
        const QString text = QTextDocumentFragment::fromHtml(answer.text).toPlainText();
        QVERIFY2(answer.text.contains(said) || text.contains(said), qPrintable(answer.text));
        QVERIFY(test.workspace.selection().isEmpty());
    }

    void aNameLikeNoScopeIsAFindingToo()
    {
        WindowUnderTest test;
        QString shown;
        answerLink(u"Cancel"_s, &shown);
        test.window.openFile(u"scope-explorer:request?scope=video.list&scope=%3Cb%3Ex&scope=*"_s);
        QVERIFY2(shown.contains(u"Error: <b>x is not documented"_s), qPrintable(shown));
        QVERIFY2(shown.contains(u"Error: * is not documented"_s), qPrintable(shown));
    }

    void whatALinkHoldsIsPlainText()
    {
        WindowUnderTest test;
        QString shown;
        answerLink(u"Cancel"_s, &shown);
        test.window.openFile(u"scope-explorer:request?scope=%3Cb%3Ex%3C%2Fb%3E&scope=a%E2%80%AEb%0A%0Ac"_s);
        QVERIFY2(shown.contains(u"<b>x</b>"_s), qPrintable(shown));
        QVERIFY(shown.contains(u"a⟨U+202E⟩b⟨U+000A⟩⟨U+000A⟩c"_s));
    }
};

} // namespace scopes::tests

using scopes::tests::ShareTest;
SCOPES_TEST(ShareTest)
#include "ShareTest.moc"
