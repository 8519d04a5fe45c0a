#include "widgets/DifferencePane.h"

#include "WindowUnderTest.h"
#include "analysis/DifferenceMarkdown.h"
#include "catalog/CatalogReader.h"
#include "models/DifferenceModel.h"
#include "models/FindingsModel.h"
#include "widgets/CatalogBox.h"
#include "widgets/CatalogTabs.h"
#include "widgets/EndpointsPane.h"
#include "widgets/NeedsPane.h"
#include "widgets/ScopeTreeView.h"
#include "widgets/ScopesPane.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace scopes;
using namespace scopes::tests;

namespace {

/// The built-in catalog with one scope under another name and two words more in a text.
QByteArray otherCatalog()
{
    QFile file(u":/tiktok.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no built-in catalog");
    return file.readAll()
        .replace("\"video.upload\"", "\"video.draft\"")
        .replace("\"artist.certification.read\"", "\"songs\"")
        .replace("Read user's basic artist certification information", "Knows songs")
        .replace("\"Read a user's public videos", "\"Read all of a user's public videos");
}

/// A window that compares, opened by its keys, over a request.
struct ComparingCatalogs : WindowUnderTest
{
    QString other = path(u"other.json"_s);

    explicit ComparingCatalogs(const QByteArray& catalog = otherCatalog())
    {
        write(other, catalog);
        workspace.addScopes({u"video.upload"_s, u"user.info.basic"_s});
        QTest::keyClick(&window, Qt::Key_F8, Qt::ShiftModifier);
        QCoreApplication::processEvents();
    }

    static void write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test's file cannot be written");
    }

    /// Chooses in the box by keys: the first row, or the last, which asks for a file and gets this one.
    void choose(const QString& box, const QString& path)
    {
        chosenPath = path;
        chooseRow(box, Qt::Key_End);
    }

    void chooseRow(const QString& box, Qt::Key key)
    {
        auto* const field = find<QComboBox>(box);
        QVERIFY(field != nullptr);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down);
        QTRY_VERIFY(field->view()->isVisible());
        QTest::keyClick(field->view(), key);
        QTest::keyClick(field->view(), Qt::Key_Return);
        QTRY_VERIFY(!field->view()->isVisible());
    }

    DifferencePane* pane() { return window.findChild<DifferencePane*>(); }

    QTreeView* tree() { return find<QTreeView>(u"Differences"_s); }

    QAbstractItemModel* model() { return tree()->model(); }

    void click(const QString& name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    bool says(const QString& words)
    {
        for (const auto* const label : pane()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().remove(u'\u200B').contains(words))
                return true;
        }
        return false;
    }

    QModelIndex group(const QString& title)
    {
        const QModelIndexList found = model()->match(model()->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchStartsWith);
        return found.value(0);
    }

    QStringList row(int number, const QModelIndex& parent)
    {
        QStringList texts;
        for (int column = 0; column < model()->columnCount(); ++column)
            texts += model()->index(number, column, parent).data().toString();
        return texts;
    }

    /// As a user does: to the row, and Enter.
    void enter(const QModelIndex& index)
    {
        tree()->setFocus();
        tree()->scrollTo(index);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(index).center());
        QTest::keyClick(tree(), Qt::Key_Return);
    }

    QString currentScope() { return window.findChild<ScopesPane*>()->tree().currentIndex().data().toString(); }
};

} // namespace

/// Comparing two catalogs in the window, with keys and clicks.
class DifferencePaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void itOpensEmptyAndSaysWhatToDo()
    {
        ComparingCatalogs test;
        QVERIFY(test.action(ActionId::CompareCatalogs).isChecked());
        QVERIFY(test.pane()->isVisible());
        QVERIFY(test.says(u"Choose the catalog to compare with"_s));
        QCOMPARE(QApplication::focusWidget(), test.find<QComboBox>(u"Catalog before"_s));
        QVERIFY(!test.tree()->isVisible());
        QVERIFY(!test.find<QPushButton>(u"Copy as Markdown"_s)->isEnabled());
        QVERIFY(test.find<QComboBox>(u"Catalog now"_s)->currentText().endsWith(u"(open)"_s));
    }

    void detailsAndNeedsComeBackWhenItIsClosed()
    {
        ComparingCatalogs test;
        QVERIFY(!test.action(ActionId::ShowDetails).isChecked());
        test.action(ActionId::ShowEndpoints).trigger();
        auto* const needs = test.window.findChild<NeedsPane*>();
        QVERIFY(!needs->isVisible());
        test.action(ActionId::ShowDetails).trigger();
        QVERIFY(needs->isVisible());
        test.action(ActionId::ShowDetails).trigger();
        test.click(u"Close Comparison"_s);
        QVERIFY(!test.pane()->isVisible());
        QVERIFY(!test.action(ActionId::CompareCatalogs).isChecked());
        QVERIFY(test.action(ActionId::ShowDetails).isChecked());
        QVERIFY(needs->isVisible());
    }

    void theNextStartHasTheDetailsAgain()
    {
        ComparingCatalogs test;
        test.click(u"Close Comparison"_s);
        test.window.remember();
        const QByteArray rows = test.settings.splitterState(u"rows"_s);
        test.action(ActionId::CompareCatalogs).trigger();
        test.window.remember();
        QVERIFY(!test.settings.windowState().split(' ').contains("details"));
        QCOMPARE(test.settings.splitterState(u"rows"_s), rows);
    }

    void whatChangedIsListed()
    {
        ComparingCatalogs test;
        test.choose(u"Catalog now"_s, test.other);
        test.choose(u"Catalog before"_s, {}); // thought better of it
        QVERIFY(!test.tree()->isVisible());
        test.chooseRow(u"Catalog before"_s, Qt::Key_Home);
        QTRY_VERIFY(test.tree()->isVisible());
        QCOMPARE(test.row(0, test.group(u"Scopes removed"_s)).value(0), u"artist.certification.read"_s);
        QCOMPARE(test.row(0, test.group(u"Scopes added"_s)).value(0), u"songs"_s);
        const QStringList renamed = test.row(0, test.group(u"Scopes renamed"_s));
        QVERIFY2(renamed.value(2).startsWith(u"video.draft (a guess: "_s), qPrintable(renamed.join(u'|')));
        const QModelIndex scope = test.model()->index(0, 0, test.group(u"Scopes with other texts"_s));
        QCOMPARE(scope.data().toString(), u"video.list"_s);
        QVERIFY(test.row(0, scope).value(2).startsWith(u"Read all of a user's"_s));
        QVERIFY(test.tree()->isExpanded(scope));
    }

    void whatItMeansForTheOpenRequestIsFollowed()
    {
        ComparingCatalogs test;
        const RequestFile recent{u"tiktok"_s, {}, {u"video.list"_s}, {}};
        ComparingCatalogs::write(test.path(u"recent.scopes.json"_s), recent.toBytes());
        test.settings.addRecentFile(test.path(u"recent.scopes.json"_s));
        test.choose(u"Catalog before"_s, test.other);
        test.click(u"Swap"_s);
        QTRY_VERIFY(test.group(u"What it means"_s).isValid());
        const auto request = [&test](int row) { return test.model()->index(row, 0, test.group(u"What it means"_s)); };
        QVERIFY(request(0).data().toString().startsWith(u"The open request, untitled.scopes.json: "_s));
        const QString first = test.row(0, request(0)).value(0);
        QVERIFY2(
            first.startsWith(u"Error: video.upload is no longer documented. Perhaps it is video.draft"_s), qPrintable(first));
        QVERIFY2(request(1).data().toString().contains(u"recent.scopes.json: 1 consequence"_s),
            qPrintable(request(1).data().toString()));
        test.workspace.replaceScopes({});
        QTRY_VERIFY(request(0).data().toString().contains(u"It is empty"_s));
        QCOMPARE(test.row(0, test.group(u"Scopes renamed"_s)).value(0), u"video.upload"_s);
    }

    void aRowIsLookedUpInTheOpenCatalog()
    {
        ComparingCatalogs test;
        test.choose(u"Catalog before"_s, test.other);
        QTRY_VERIFY(test.tree()->isVisible());
        test.enter(test.model()->index(0, 0, test.group(u"Scopes renamed"_s)));
        QCOMPARE(test.currentScope(), u"video.upload"_s);
        test.enter(test.model()->index(0, 0, test.group(u"Scopes added"_s)));
        QCOMPARE(test.currentScope(), u"artist.certification.read"_s);
        test.enter(test.model()->index(0, 0, test.group(u"Scopes removed"_s)));
        QVERIFY(test.window.statusBar()->currentMessage().contains(u"songs is not in the catalog that is open"_s));
        test.enter(test.model()->index(0, 0, test.group(u"Calls that need"_s)));
        auto* const tabs = test.window.findChild<CatalogTabs*>();
        QCOMPARE(tabs->tab(), CatalogTabs::EndpointsTab);
        const QModelIndex call = tabs->endpoints().treeView().currentIndex();
        QVERIFY2(call.isValid() && call.parent().isValid(), qPrintable(call.data().toString()));
    }

    void aFilterFindsAndEscTakesItAway()
    {
        ComparingCatalogs test;
        test.choose(u"Catalog before"_s, test.other);
        QTRY_VERIFY(test.tree()->isVisible());
        const int groups = test.model()->rowCount();
        // Offscreen, the list of the box stays the active window.
        QApplication::setActiveWindow(&test.window);
        auto* const filter = test.find<QLineEdit>(u"Filter the differences"_s);
        filter->setFocus();
        QTest::keyClicks(filter, u"ALL OF"_s);
        QTRY_COMPARE(test.model()->rowCount(), 1);
        QVERIFY(test.group(u"Scopes with other texts"_s).isValid());
        QVERIFY(test.says(u"1 of "_s));
        QTest::keyClicks(filter, u"x"_s);
        QTRY_VERIFY(test.says(u"Nothing that changed holds “ALL OFx”"_s));
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_COMPARE(test.model()->rowCount(), groups);
        QVERIFY(filter->text().isEmpty());
        QTest::keyClick(filter, Qt::Key_Escape); // now back to the scopes
        QVERIFY(!test.pane()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(test.pane()->isVisible());
    }

    void rowsAndMarkdownAreCopied()
    {
        ComparingCatalogs test;
        test.choose(u"Catalog before"_s, test.other);
        QTRY_VERIFY(test.tree()->isVisible());
        const QModelIndex added = test.model()->index(0, 0, test.group(u"Scopes added"_s));
        test.tree()->setFocus();
        test.tree()->scrollTo(added);
        QTest::mouseClick(test.tree()->viewport(), Qt::LeftButton, {}, test.tree()->visualRect(added).center());
        test.action(ActionId::Copy).trigger();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"artist.certification.read\t\t"_s));
        QVERIFY(QApplication::clipboard()->mimeData()->html().contains(u"<td>artist.certification.read</td>"_s));

        const CatalogPointer before = *readCatalog(otherCatalog()).value;
        const CatalogPointer after = *builtInCatalog().value;
        const CatalogDifference difference = differenceOf(*before, *after);
        const QString expected = differenceAsMarkdown(*before, *after, difference,
            {{u"The open request, untitled.scopes.json"_s, {},
                impactsOn(test.workspace.request(), *before, *after, difference)}});
        test.click(u"Copy as Markdown"_s);
        QTRY_COMPARE(QApplication::clipboard()->text(), expected);

        const QString saved = test.path(u"changed.md"_s);
        test.pane()->setSaveChooser([saved](QWidget&) { return saved; });
        test.click(u"Save Markdown…"_s);
        QTRY_VERIFY(test.window.statusBar()->currentMessage().contains(u"Saved what changed to changed.md"_s));
        QFile file(saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), expected);
    }

    void equalCatalogsAreSaidToBe()
    {
        ComparingCatalogs test;
        test.chooseRow(u"Catalog before"_s, Qt::Key_Home);
        QTRY_VERIFY(test.says(u"The two catalogs are equal"_s));
    }

    void anUnreadableFileSaysWhereAndCanBeMended()
    {
        ComparingCatalogs test("{\n  \"openapi\": ");
        test.choose(u"Catalog before"_s, test.other);
        QTRY_VERIFY(test.says(u"other.json cannot be compared. other.json:2:"_s));
        QVERIFY(test.says(u"Mend the file and compare again, or choose another one."_s));
        ComparingCatalogs::write(test.other, otherCatalog());
        test.click(u"Compare Again"_s);
        QTRY_VERIFY(test.tree()->isVisible());
        QVERIFY(!test.find<QPushButton>(u"Compare Again"_s)->isVisible());
    }

    void aFileOfTheSameProviderIsComparedAtOnce()
    {
        ComparingCatalogs test;
        test.click(u"Close Comparison"_s);
        test.window.openFile(test.other);
        test.action(ActionId::CompareCatalogs).trigger();
        QTRY_VERIFY(test.tree()->isVisible());
        QVERIFY(test.find<QComboBox>(u"Catalog before"_s)->currentText().endsWith(u"(built in)"_s));
        QCOMPARE(test.row(0, test.group(u"Scopes added"_s)).value(0), u"songs"_s);
        test.action(ActionId::BuiltInCatalog).trigger(); // the open one is followed
        QTRY_VERIFY(test.says(u"The two catalogs are equal"_s));
    }

    void inspectingTakesItsPlace()
    {
        ComparingCatalogs test;
        test.action(ActionId::ShowInspect).trigger();
        QVERIFY(!test.action(ActionId::CompareCatalogs).isChecked());
        test.action(ActionId::CompareCatalogs).trigger();
        QVERIFY(!test.action(ActionId::ShowInspect).isChecked());
        QVERIFY(test.pane()->isVisible());
    }

    void sentencesStandAtTheRightFromRightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        ComparingCatalogs test;
        test.chooseRow(u"Catalog now"_s, Qt::Key_Home);
        test.choose(u"Catalog before"_s, test.other);
        test.click(u"Swap"_s);
        QTRY_VERIFY(test.group(u"What it means"_s).isValid());
        const QModelIndex request = test.model()->index(0, 0, test.group(u"What it means"_s));
        test.tree()->scrollTo(request);
        const QRect row = test.tree()->visualRect(request);
        const auto [first, last] = drawnColumns(*test.tree()->viewport(), row);
        QVERIFY2(row.width() - last < first, qPrintable(u"%1 to %2 of %3"_s.arg(first).arg(last).arg(row.width())));
    }

    void wordsOfAFindingStandBesideEachOtherFromRightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        WindowUnderTest test;
        test.workspace.addScopes({u"video.lst"_s});
        auto& list = *test.find<QListView>(u"Findings of the request"_s);
        QTRY_VERIFY(list.model()->rowCount() > 0 && list.isVisible());
        list.clearSelection();
        const QModelIndex finding = list.model()->index(0, 0);
        const int line = list.fontMetrics().height();
        QRect words = list.visualRect(finding);
        words.setHeight(line);
        words.setWidth(words.width() - 2 * line); // without the picture at the right
        const auto [first, last] = drawnColumns(*list.viewport(), words);
        const int width = list.fontMetrics().horizontalAdvance(
            finding.data(FindingsModel::SeverityTextRole).toString() + finding.data(FindingsModel::RuleRole).toString());
        QVERIFY2(last - first >= width, qPrintable(u"%1 to %2, but %3 wide"_s.arg(first).arg(last).arg(width)));
        QVERIFY(words.width() - last < first);
    }

    void everyControlHasAName()
    {
        ComparingCatalogs test;
        for (const auto* const widget : test.pane()->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->window() != &test.window)
                continue;
            QAccessibleInterface* const seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY2(seen != nullptr && !seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
};

SCOPES_TEST(DifferencePaneTest)
#include "DifferencePaneTest.moc"
