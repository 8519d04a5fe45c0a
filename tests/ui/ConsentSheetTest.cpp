#include "widgets/ConsentSheet.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"
#include "widgets/ConsentDocument.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QTimer>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

struct SheetUnderTest
{
    Workspace workspace{*builtInCatalog().value};
    ConsentSheet sheet{workspace};

    explicit SheetUnderTest(const QStringList& scopes)
    {
        workspace.addScopes(scopes);
        sheet.show();
    }

    template <typename Widget>
    Widget* find(const QString& accessibleName) const
    {
        for (auto* widget : sheet.findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        qFatal("there is no %s", qPrintable(accessibleName));
    }

    QPushButton* button(const QString& text) const
    {
        for (auto* one : sheet.findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        qFatal("there is no button %s", qPrintable(text));
    }

    QString shown() const { return find<QTextEdit>(u"What the user would read"_s)->toPlainText(); }

    /// True if some label of the sheet says that.
    bool says(const QString& text) const
    {
        const auto labels = sheet.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->accessibleName().contains(text); });
    }
};

/// Chooses as a user does: with keys, down from the first row.
void choose(QComboBox& box, const QString& text)
{
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Home);
    for (int i = 0; i < box.count() && box.currentText() != text; ++i)
        QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(box.currentText(), text);
}

} // namespace

class ConsentSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theSheetFollowsTheRequest()
    {
        SheetUnderTest test({u"video.list"_s});
        QVERIFY(test.shown().contains(u"approximation"_s));
        QVERIFY(test.shown().contains(u"Read your public videos on TikTok"_s));
        test.workspace.addScopes({u"video.publish"_s});
        QTRY_VERIFY(test.shown().contains(u"Post content to TikTok."_s));
        QVERIFY(test.shown().contains(u"The developer's definition says something else: Directly post"_s));
        test.workspace.undoStack().undo();
        QTRY_VERIFY(!test.shown().contains(u"Post content to TikTok."_s));
    }

    void anEmptyRequestSaysWhatToDo()
    {
        const SheetUnderTest test({});
        QVERIFY(test.shown().contains(u"Tick scopes in the window."_s));
    }

    void refusingSaysWhatStops()
    {
        const SheetUnderTest test({u"user.info.basic"_s, u"video.list"_s});
        choose(*test.find<QComboBox>(u"If the user refuses"_s), u"video.list"_s);
        QVERIFY(test.says(u"This stops working: POST https://open.tiktokapis.com/v2/video/list/"_s));
        QVERIFY(test.says(u"Which scopes those are is not documented."_s));
    }

    void oneMoreScopeSaysWhatItAdds()
    {
        SheetUnderTest test({u"video.list"_s});
        auto* const more = test.find<QComboBox>(u"With one more scope"_s);
        QCOMPARE(more->findText(u"video.list"_s), -1);
        choose(*more, u"user.info.basic"_s);
        QVERIFY(test.says(u"The user would also read: “Read your profile info (avatar, display name)”"_s));
        choose(*more, u"research.data.basic"_s);
        QVERIFY(test.says(u"no other line than now"_s));
        // One that is requested meanwhile is no longer offered.
        choose(*more, u"user.info.basic"_s);
        test.workspace.addScopes({u"user.info.basic"_s});
        QTRY_COMPARE(more->findText(u"user.info.basic"_s), -1);
        QVERIFY(!test.says(u"The user would also read"_s));
    }

    void theTextIsCopied()
    {
        const SheetUnderTest test({u"video.list"_s});
        QTest::mouseClick(test.button(u"&Copy as Text"_s), Qt::LeftButton);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(u"\nvideo\n  - Read your public videos on TikTok\n"_s));
        QVERIFY(test.says(u"Copied the preview as text."_s));
    }

    void itIsSaved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("as a PDF document") << u"preview.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("as a picture") << u"preview.png"_s << QByteArray("\x89PNG");
        QTest::newRow("as a picture, in capitals") << u"PREVIEW.PNG"_s << QByteArray("\x89PNG");
    }

    void itIsSaved()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, magic);
        const QTemporaryDir folder;
        SheetUnderTest test({u"video.list"_s});
        test.sheet.setSaveChooser([&](QWidget&) { return folder.filePath(name); });
        QTest::mouseClick(test.button(u"&Save As…"_s), Qt::LeftButton);
        QVERIFY(test.says(u"Saved the preview to "_s + name));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(magic));
    }

    void aFolderThatIsGoneIsTold()
    {
        SheetUnderTest test({u"video.list"_s});
        test.sheet.setSaveChooser([](QWidget&) { return u"/nonexistent/preview.pdf"_s; });
        QString said;
        QTimer::singleShot(0, &test.sheet, [&] {
            auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box == nullptr)
                return;
            said = box->text() + box->informativeText();
            box->reject();
        });
        QTest::mouseClick(test.button(u"&Save As…"_s), Qt::LeftButton);
        QVERIFY2(said.contains(u"/nonexistent/preview.pdf"_s), qPrintable(said));
    }

    void thePictureIsBlackOnWhite()
    {
        const auto catalog = *builtInCatalog().value;
        const ConsentPreview preview = consentPreview(*catalog, {u"video.list"_s});
        const QImage picture = consentPicture(preview, *catalog, QGuiApplication::font(), 2);
        QCOMPARE(picture.pixelColor(0, 0), QColor(Qt::white));
        int dark = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                dark += picture.pixelColor(x, y).lightness() < 80 ? 1 : 0;
        }
        QVERIFY2(dark > 500, qPrintable(QString::number(dark)));
    }

    void textFromOutsideIsPlain()
    {
        SheetUnderTest test({u"<b>bold</b>"_s, u"a\u202Eb"_s});
        QVERIFY(test.shown().contains(u"<b>bold</b>"_s));
        QVERIFY(test.shown().contains(u"a⟨U+202E⟩b"_s));
    }
};

} // namespace scopes::tests

using scopes::tests::ConsentSheetTest;
SCOPES_TEST(ConsentSheetTest)
#include "ConsentSheetTest.moc"
