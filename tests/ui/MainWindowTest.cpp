#include "WindowUnderTest.h"
#include "models/CatalogTreeModel.h"
#include "models/PaletteModel.h"
#include "models/ScopeTreeModel.h"
#include "support/SyntheticCatalog.h"
#include "widgets/AboutDialog.h"
#include "widgets/CommandPalette.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ShortcutSheet.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace scopes;
using namespace scopes::tests;
using namespace Qt::StringLiterals;

namespace {

void drop(QWidget& target, const QMimeData& data)
{
    // Qt drops only where a drag has entered.
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
}

QByteArray smallCatalog()
{
    QFile file(u":/tiktok.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("\"TikTok for Developers\"", "\"Another Platform\"").replace("\"video.list\"", "\"film.list\"");
}

QString writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

} // namespace

/// What a user does in the window, with keys, clicks and drops.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theFirstWindowFitsASmallScreen()
    {
        const WindowUnderTest test;
        QVERIFY(test.window.frameGeometry().width() <= 1280);
        QVERIFY(test.window.frameGeometry().height() <= 720);
        QVERIFY(!test.window.windowIcon().isNull() || QGuiApplication::windowIcon().isNull());
    }

    void everythingThatScriptsNeedHasItsName()
    {
        WindowUnderTest test;
        QVERIFY(test.find<QLineEdit>(u"Search scopes"_s) != nullptr);
        QVERIFY(test.find<QTreeView>(u"Scopes"_s) != nullptr);
        QVERIFY(test.find<QWidget>(u"Details"_s) != nullptr);
        QVERIFY(test.find<QListView>(u"Request"_s) != nullptr);
        QVERIFY(test.find<QWidget>(u"Format"_s) != nullptr);
        QVERIFY(test.find<QWidget>(u"Scope string"_s) != nullptr);
    }

    void searchTickCopyAndUndoByKeysAlone()
    {
        WindowUnderTest test;
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        auto* search = test.find<QLineEdit>(u"Search scopes"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"video.list"_s);
        QTest::keyClick(search, Qt::Key_Down);
        auto* tree = test.find<QTreeView>(u"Scopes"_s);
        QVERIFY(tree->hasFocus());
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
        QCOMPARE(withoutMnemonic(test.action(ActionId::Undo).text()), u"Undo Add video.list"_s);

        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"video.list"_s);

        QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(test.workspace.selection().isEmpty());
        QVERIFY(!test.action(ActionId::Undo).isEnabled());
        QCOMPARE(withoutMnemonic(test.action(ActionId::Redo).text()), u"Redo Add video.list"_s);

        QTest::keyClick(tree, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
    }

    void tabVisitsEverythingOnceInTheOrderOfTheWindow_data()
    {
        QTest::addColumn<ActionId>("side");
        QTest::addColumn<QStringList>("left");

        QTest::newRow("scopes") << ActionId::ShowScopes
                                << QStringList{u"Search scopes"_s, u"Topic"_s, u"Show"_s, u"What exists"_s, u"Catalog"_s,
                                       u"Scopes"_s, u"Details"_s};
        QTest::newRow("endpoints") << ActionId::ShowEndpoints
                                   << QStringList{u"Search endpoints"_s, u"Product"_s, u"Show Calls"_s, u"What exists"_s,
                                          u"Catalog"_s, u"Endpoints"_s, u"Details"_s, u"Which sets"_s};
    }

    void tabVisitsEverythingOnceInTheOrderOfTheWindow()
    {
        QFETCH(const ActionId, side);
        QFETCH(const QStringList, left);
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.action(side).trigger();
        QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
        const QWidget* const first = QApplication::focusWidget();
        QStringList visited;
        constexpr int more = 100; // than there are stops
        int stops = 0;
        do {
            const QString name = QApplication::focusWidget()->accessibleName();
            if (visited.isEmpty() || visited.last() != name) // links within the details are stops too
                visited += name;
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        } while (QApplication::focusWidget() != first && ++stops < more);
        const QStringList right{
            u"App profile: none"_s, u"Request"_s, u"Add a scope"_s, u"Format"_s, u"Scope string"_s, u"Copy"_s, u"Paste"_s};
        QVERIFY2(visited == left + right, qPrintable(visited.join(u" > ")));
    }

    void copyTakesTheRowsOfThePartThatHasTheFocus()
    {
        WindowUnderTest test;
        auto* tree = test.find<QTreeView>(u"Scopes"_s);
        tree->setFocus();
        QTRY_VERIFY(tree->selectionModel()->hasSelection());
        test.action(ActionId::Copy).trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"artist.certification.read"_s);
    }

    void thePaletteTicksAScope()
    {
        WindowUnderTest test;
        QTest::keyClick(&test.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* palette = test.window.findChild<CommandPalette*>();
        QVERIFY(palette != nullptr);
        QVERIFY(palette->isVisible());
        auto* edit = palette->findChild<QLineEdit*>();
        QTest::keyClicks(edit, u"vidl"_s);
        QCOMPARE(edit->accessibleDescription(), u"video.list"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
        QCOMPARE(test.find<QTreeView>(u"Scopes"_s)->currentIndex().siblingAtColumn(0).data().toString(), u"video.list"_s);
    }

    /// In a large catalog, whose scopes are looked through while letters are typed.
    void enterRightAfterTypingTakesWhatThePaletteFinds()
    {
        WindowUnderTest test;
        test.workspace.setCatalog(syntheticCatalog(60'000));
        for (const bool goesBack : {true, false}) {
            QApplication::setActiveWindow(&test.window);
            QTest::keyClick(&test.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            auto* palette = test.window.findChild<CommandPalette*>();
            const auto* model = palette->findChild<PaletteModel*>();
            auto* edit = palette->findChild<QLineEdit*>();
            pressAtOnce(*edit, u"crmcontwrite"_s, Qt::Key_Return);
            QVERIFY(palette->isVisible());
            QVERIFY(test.workspace.selection().isEmpty());
            if (goesBack)
                palette->close();
            QTRY_VERIFY_WITH_TIMEOUT(!model->isBehind(), 60'000);
            QVERIFY(!palette->isVisible());
            QCOMPARE(test.workspace.selection().names(), goesBack ? QStringList() : QStringList{u"crm.contacts.write"_s});
        }
    }

    void thePaletteTriggersAnAction()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        QTest::keyClick(&test.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* edit = test.window.findChild<CommandPalette*>()->findChild<QLineEdit*>();
        QTest::keyClicks(edit, u"clear req"_s);
        QCOMPARE(edit->accessibleDescription(), u"Clear Request, Ctrl+Shift+Del"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(test.workspace.selection().isEmpty());
    }

    void thePaletteFindsWhatSubmenusHold()
    {
        WindowUnderTest test;
        auto& tree = *test.find<QTreeView>(u"Scopes"_s);
        for (int time = 0; time < 2; ++time) {
            QApplication::setActiveWindow(&test.window);
            QTest::keyClick(&test.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            auto* edit = test.window.findChild<CommandPalette*>()->findChild<QLineEdit*>();
            QTest::keyClicks(edit, u"columns appr"_s);
            QCOMPARE(edit->accessibleDescription(), time == 0 ? u"Columns: Approval"_s : u"Columns: Approval, on"_s);
            const bool before = tree.isColumnHidden(ScopeTreeModel::ApprovalColumn);
            QTest::keyClick(edit, Qt::Key_Return);
            QTRY_COMPARE(tree.isColumnHidden(ScopeTreeModel::ApprovalColumn), !before);
        }
    }

    void theShortcutSheetListsEveryAction()
    {
        WindowUnderTest test;
        test.action(ActionId::Shortcuts).trigger();
        auto* sheet = test.window.findChild<ShortcutSheet*>();
        QVERIFY(sheet != nullptr);
        QHash<QString, QString> listed;
        for (QTreeWidgetItemIterator row(sheet->findChild<QTreeWidget*>()); *row != nullptr; ++row) {
            if ((*row)->childCount() == 0) // else it heads a menu, which may be called like an action
                listed.insert((*row)->text(0), (*row)->text(1));
        }
        for (const ActionSpec& spec : actionSpecs()) {
            const QString name = withoutMnemonic(spec.text());
            QVERIFY2(listed.contains(name), qPrintable(name));
            QCOMPARE(listed.value(name), test.action(spec.id).shortcut().toString(QKeySequence::NativeText));
        }
        QVERIFY(listed.contains(u"Tick or untick the selected scopes"_s));
    }

    void aboutTellsVersionsDateAndLicence()
    {
        WindowUnderTest test;
        test.action(ActionId::About).trigger();
        const auto* about = test.window.findChild<AboutDialog*>();
        QVERIFY(about != nullptr);
        QString all;
        for (const auto* label : about->findChildren<QLabel*>())
            all += label->text();
        QVERIFY2(all.contains(u"Qt "_s + QString::fromLatin1(qVersion())), qPrintable(all));
        QVERIFY(all.contains(QStringLiteral(SCOPE_EXPLORER_VERSION)));
        QVERIFY(all.contains(test.workspace.catalog().retrieved()));
        QVERIFY(about->findChild<QPlainTextEdit*>()->toPlainText().contains(u"Permission is hereby granted"_s));
    }

    void aDroppedRequestOpens()
    {
        WindowUnderTest test;
        const RequestFile request{.catalog = u"tiktok"_s, .format = {}, .scopes = {u"user.info.basic"_s}, .others = {}};
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(writeFile(test.path(u"any name.txt"_s), request.toBytes()))});
        drop(test.window, data);
        QTRY_COMPARE(test.workspace.selection().names(), QStringList{u"user.info.basic"_s});
        QVERIFY(test.window.windowTitle().startsWith(u"any name.txt"_s));
    }

    void droppedTextIsAdded()
    {
        WindowUnderTest test;
        QMimeData data;
        data.setText(u"user.info.basic,video.list"_s);
        drop(test.window, data);
        QTRY_COMPARE(test.workspace.selection().names(), QStringList({u"user.info.basic"_s, u"video.list"_s}));
    }

    void aDroppedFileThatCannotBeUsedSaysWhy()
    {
        WindowUnderTest test;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(writeFile(test.path(u"picture.png"_s), QByteArray("\x89PNG\0\0", 6)))});
        Answer ok(u"OK"_s);
        drop(test.window, data);
        QTRY_COMPARE(ok.boxes, 1);
        QVERIFY2(ok.text.contains(u"picture.png"_s), qPrintable(ok.text));
    }

    void anotherCatalogKeepsTheRequest()
    {
        WindowUnderTest test;
        test.workspace.addScopes({u"video.list"_s});
        test.chosenPath = writeFile(test.path(u"other.json"_s), smallCatalog());
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(test.workspace.catalog().name(), u"Another Platform"_s);
        QVERIFY(test.window.windowTitle().contains(u"Another Platform"_s));
        QCOMPARE(test.workspace.selection().names(), QStringList{u"video.list"_s});
        QVERIFY(!test.workspace.isDocumented(u"video.list"_s));
        test.action(ActionId::BuiltInCatalog).trigger();
        QVERIFY(test.workspace.isDocumented(u"video.list"_s));
    }

    void aBrokenCatalogChangesNothing()
    {
        WindowUnderTest test;
        test.chosenPath = writeFile(test.path(u"broken.json"_s), "{\"format\": \"scope-explorer-catalog\", \"version\": 1}");
        Answer ok(u"OK"_s);
        test.action(ActionId::OpenCatalog).trigger();
        QCOMPARE(ok.boxes, 1);
        QVERIFY2(ok.text.contains(u"broken.json"_s), qPrintable(ok.text));
        QCOMPARE(test.workspace.catalog().id(), u"tiktok"_s);
    }

    void damagedSettingsAreToldQuietly()
    {
        const QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(u"settings.ini"_s), QByteArray("\0\x01\x02[[[=\xff\xfe", 10).repeated(50));
        Settings settings(path);
        Workspace workspace(*builtInCatalog().value);
        RequestSession session(workspace);
        MainWindow window(workspace, session, settings);
        QCOMPARE(window.notices().texts().size(), 1);
        QVERIFY2(window.notices().texts().first().contains(u"settings"_s), qPrintable(window.notices().texts().first()));
    }

    void panesComeBackAsTheyWereLeft()
    {
        const QTemporaryDir folder;
        Workspace workspace(*builtInCatalog().value);
        RequestSession session(workspace);
        Settings settings(folder.filePath(u"settings.ini"_s));
        {
            MainWindow window(workspace, session, settings);
            window.resize(900, 500);
            window.actions()[ActionId::ShowDetails].setChecked(false);
            window.actions()[ActionId::MarkDifferences].setChecked(false);
            window.remember();
        }
        MainWindow window(workspace, session, settings);
        QCOMPARE(window.size(), QSize(900, 500));
        QVERIFY(!window.actions()[ActionId::ShowDetails].isChecked());
        QVERIFY(window.actions()[ActionId::ShowRequest].isChecked());
        QVERIFY(!window.actions()[ActionId::MarkDifferences].isChecked());
    }

    /// A scroll bar, which comes after the columns, is not to narrow them each time.
    void columnsFillTheTreeAfterEachStart()
    {
        const QTemporaryDir folder;
        Workspace workspace(*builtInCatalog().value);
        RequestSession session(workspace);
        Settings settings(folder.filePath(u"settings.ini"_s));
        QList<int> widths;
        for (int start = 0; start < 4; ++start) {
            MainWindow window(workspace, session, settings);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            auto* const tree = window.findChild<ScopeTreeView*>();
            QTRY_VERIFY(tree->currentIndex().isValid()); // the start is complete
            QTRY_VERIFY(tree->verticalScrollBar()->isVisible());
            widths += tree->header()->length();
            QCOMPARE(widths.last(), tree->viewport()->width());
            window.remember();
        }
        QCOMPARE(widths.last(), widths.first());
    }

    void iconsFollowThePalette()
    {
        WindowUnderTest test;
        test.window.actions().loadIcons();
        const QPalette before = QApplication::palette();
        const QImage light = test.action(ActionId::Save).icon().pixmap(16).toImage();
        QApplication::setPalette(QPalette(QColor(40, 40, 40)));
        QCoreApplication::processEvents();
        const QImage dark = test.action(ActionId::Save).icon().pixmap(16).toImage();
        QApplication::setPalette(before);
        QVERIFY(light != dark);
    }

    void aRowTellsWhichCallOrFieldTheSearchFound()
    {
        WindowUnderTest test;
        auto* const search = test.find<QLineEdit>(u"Search scopes"_s);
        auto* const tree = test.find<QTreeView>(u"Scopes"_s);
        QTest::keyClicks(search, u"/v2/video/query/"_s);
        const QModelIndex row = tree->model()->index(0, 0, tree->model()->index(0, 0));
        QCOMPARE(row.data().toString(), u"video.list"_s);
        QCOMPARE(row.data(CatalogTreeModel::FoundWhereRole).toString(), u"Endpoint: Query Videos"_s);
        QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().startsWith(u"Found in Endpoint: Query Videos. Level 2"));
        const int withNote = tree->itemDelegate()->sizeHint({}, row).height();
        search->setText(u"name:video.list"_s);
        const QModelIndex same = tree->model()->index(0, 0, tree->model()->index(0, 0));
        QVERIFY(same.data(CatalogTreeModel::FoundWhereRole).toString().isEmpty());
        QVERIFY(tree->itemDelegate()->sizeHint({}, same).height() < withNote);
        search->setText(u"field:follower_count"_s);
        const QModelIndex stats = tree->model()->index(0, 0, tree->model()->index(0, 0));
        QCOMPARE(stats.data(CatalogTreeModel::FoundWhereRole).toString(), u"Field: follower_count of Get User Info"_s);
    }

    void takingOutRowsApartKeepsTheSelectionAndThePlace()
    {
        WindowUnderTest test;
        QStringList names;
        for (int i = 0; i < 100; ++i)
            names += u"scope.%1"_s.arg(i);
        test.workspace.addScopes(names);
        auto* const list = test.find<QListView>(u"Request"_s);
        list->setCurrentIndex(list->model()->index(60, 0));
        list->scrollTo(list->model()->index(60, 0), QAbstractItemView::PositionAtTop);
        const int scrolled = list->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        test.workspace.removeScopes({u"scope.80"_s, u"scope.90"_s});
        QCOMPARE(list->currentIndex().data().toString(), u"scope.60"_s);
        QVERIFY(list->selectionModel()->isSelected(list->currentIndex()));
        QCOMPARE(list->verticalScrollBar()->value(), scrolled);
        test.workspace.removeScopes({u"scope.60"_s, u"scope.70"_s});
        QCOMPARE(list->currentIndex().data().toString(), u"scope.61"_s);
    }
};

SCOPES_TEST(MainWindowTest)

#include "MainWindowTest.moc"
