#include "widgets/ScopesPane.h"

#include "catalog/BuiltInCatalog.h"
#include "models/ScopeTreeModel.h"
#include "support/SyntheticCatalog.h"
#include "support/TestMain.h"
#include "widgets/DetailsPane.h"
#include "widgets/ScopeTreeView.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

CatalogPointer tiktok()
{
    static const CatalogPointer catalog = builtInCatalog().value.value();
    return catalog;
}

/// A pane on the screen, and what a user finds in it by name.
class Desk
{
public:
    explicit Desk(const CatalogPointer& catalog = tiktok())
        : workspace(catalog)
        , pane(workspace)
    {
        pane.resize(870, 420);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
    }

    template <typename T>
    T* named(const QString& name) const
    {
        for (T* widget : pane.findChildren<T*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

    QTreeView& tree() const { return *named<QTreeView>(u"Scopes"_s); }

    QLineEdit& search() const { return *named<QLineEdit>(u"Search scopes"_s); }

    void type(const QString& text) const
    {
        search().setFocus();
        QTest::keyClicks(&search(), text);
    }

    QStringList shownNames() const
    {
        QStringList names;
        for (QModelIndex index = tree().model()->index(0, 0); index.isValid(); index = tree().indexBelow(index)) {
            if (index.parent().isValid())
                names += index.data().toString();
        }
        return names;
    }

    QStringList selectedNames() const
    {
        QStringList names;
        for (const QModelIndex& index : tree().selectionModel()->selectedRows())
            names += index.data().toString();
        names.sort();
        return names;
    }

    bool shows(const QString& text) const
    {
        const auto labels = pane.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }

    QModelIndex row(const QString& name, int column = 0) { return pane.model().indexOf(workspace.catalog().find(name), column); }

    Workspace workspace;
    ScopesPane pane;
};

} // namespace

class ScopesPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensExpandedWithEverythingReadable();
    void typingFiltersAndDownGoesIntoTheResults();
    void escapeClearsThenGoesBackToTheTree();
    void nothingFoundSaysWhatWasSearchedAndOffersClear();
    void aSearchThatWaitsForItsIndexSaysSo();
    void sortingALargeCatalogSaysSo();
    void anUnknownOperatorIsExplained();
    void clickOnABoxTicks();
    void clickOnATopicsBoxTicksItsScopes();
    void spaceTicksAllSelectedRows();
    void shiftSelectsAcrossTopics();
    void moreThanCanBeUsedIsNeitherTickedNorCopied();
    void typeAheadFindsByName();
    void copiesRows();
    void closedTopicsAreRememberedThroughASearch();
    void facetsNarrowWithTheCountsTheyName();
    void columnsComeBack();
    void sortingHasAWayBack();
    void sortingKeepsTheCurrentRowInSight_data();
    void sortingKeepsTheCurrentRowInSight();
    void sortingKeepsWhatIsSelected_data();
    void sortingKeepsWhatIsSelected();
    void closingATopicTakesTheCursorAlong();
    void closingAllTopicsTakesTheCursorAlong();
    void rowsTellAScreenReaderEverything();
    void detailsShowBothTextsAndSources();
    void aMillionScopesOpenNoMoreRowsThanTheBound();
    void expandingMoreTopicsThanTheBoundSaysWhereItEnds();
    void aTopicThatWasOpenedBeyondTheBoundStaysOpen();
};

void ScopesPaneTest::opensExpandedWithEverythingReadable()
{
    Desk desk;
    QCOMPARE(desk.shownNames().size(), 19);
    QVERIFY(desk.shows(u"19 of 19"_s));
    // Each cell is as high as its text, wrapped at the column's width, needs.
    for (const QString& name : desk.shownNames()) {
        for (int column = 0; column < 3; ++column) {
            const QModelIndex index = desk.row(name, column);
            const int width = desk.tree().columnWidth(column) - (column == 0 ? 60 : 12);
            const QRect needed =
                desk.tree().fontMetrics().boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, index.data().toString());
            desk.tree().scrollTo(index);
            QVERIFY2(desk.tree().visualRect(index).height() >= needed.height(), qPrintable(name));
            QVERIFY2(needed.width() <= width, qPrintable(name));
        }
    }
}

void ScopesPaneTest::typingFiltersAndDownGoesIntoTheResults()
{
    Desk desk;
    desk.type(u"video.list"_s);
    QCOMPARE(desk.shownNames(), QStringList{u"video.list"_s});
    QVERIFY(desk.shows(u"1 of 19"_s));
    QTest::keyClick(&desk.search(), Qt::Key_Down);
    QVERIFY(desk.tree().hasFocus());
    QTest::keyClick(&desk.tree(), Qt::Key_Space);
    QCOMPARE(desk.workspace.selection().names(), QStringList{u"video.list"_s});
    QCOMPARE(desk.workspace.undoStack().undoText(), u"Add video.list"_s);
}

void ScopesPaneTest::escapeClearsThenGoesBackToTheTree()
{
    Desk desk;
    desk.type(u"video"_s);
    QVERIFY(desk.pane.stepBack());
    QCOMPARE(desk.search().text(), QString());
    QVERIFY(desk.search().hasFocus());
    QVERIFY(desk.pane.stepBack());
    QVERIFY(desk.tree().hasFocus());
    QVERIFY(!desk.pane.stepBack());
}

void ScopesPaneTest::nothingFoundSaysWhatWasSearchedAndOffersClear()
{
    Desk desk;
    desk.type(u"zebra"_s);
    QVERIFY(desk.shows(u"No scope matches ‘zebra’"_s));
    QVERIFY(desk.shows(u"0 of 19"_s));
    const auto buttons = desk.pane.findChildren<QPushButton*>();
    const auto clear = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton* button) { return button->isVisible() && button->text().contains(u"lear"); });
    QVERIFY(clear != buttons.end());
    QTest::mouseClick(*clear, Qt::LeftButton);
    QCOMPARE(desk.shownNames().size(), 19);
    // Where there are no scopes at all, clearing the search would bring none.
    desk.workspace.setCatalog(std::make_shared<const ScopeCatalog>(CatalogData()));
    QVERIFY(desk.shows(u"This catalog has no scopes."_s));
    QVERIFY(!(*clear)->isVisible());
}

void ScopesPaneTest::aSearchThatWaitsForItsIndexSaysSo()
{
    Desk desk;
    desk.workspace.setCatalog(tests::syntheticCatalog(60'000));
    QVERIFY(!desk.shows(u"Preparing the search"_s));
    desk.type(u"name:calendar"_s);
    QVERIFY(desk.shows(u"Preparing the search…"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.shows(u"Preparing the search"_s), 60'000);
    QVERIFY(desk.pane.model().shownCount() < 60'000);
    QVERIFY(!desk.shownNames().isEmpty() && desk.shownNames().first().contains(u"calendar"_s));
}

void ScopesPaneTest::sortingALargeCatalogSaysSo()
{
    Desk desk(tests::syntheticCatalog(60'000));
    const QStringList before = desk.shownNames();
    QHeaderView& header = *desk.tree().header();
    const QPoint heading(header.sectionViewportPosition(0) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, heading);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, heading);
    QCOMPARE(header.sortIndicatorSection(), 0);
    QVERIFY(desk.shows(u"Sorting…"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.shows(u"Sorting…"_s), 60'000);
    QVERIFY(desk.shownNames() != before);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, heading);
    QCOMPARE(header.sortIndicatorSection(), -1);
    QCOMPARE(desk.shownNames(), before);
}

void ScopesPaneTest::anUnknownOperatorIsExplained()
{
    Desk desk;
    desk.type(u"scop:video"_s);
    QVERIFY(desk.shows(u"topic:"_s));
    desk.search().clear();
    QVERIFY(!desk.shows(u"⚠"_s));
}

void ScopesPaneTest::clickOnABoxTicks()
{
    Desk desk;
    const QModelIndex index = desk.row(u"artist.certification.read"_s);
    // The box stands beside the first line, right of the indentation.
    const QRect row = desk.tree().visualRect(index);
    QTest::mouseClick(desk.tree().viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(10, 10));
    QCOMPARE(desk.workspace.selection().names(), QStringList{u"artist.certification.read"_s});
    QTest::mouseClick(desk.tree().viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(10, 10));
    QVERIFY(desk.workspace.selection().isEmpty());
}

void ScopesPaneTest::clickOnATopicsBoxTicksItsScopes()
{
    Desk desk;
    const QRect row = desk.tree().visualRect(desk.tree().model()->index(0, 0));
    QSignalSpy messages(&desk.pane, &ScopesPane::message);
    QTest::mouseClick(desk.tree().viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(10, 10));
    QCOMPARE(desk.workspace.selection().size(), 2);
    QCOMPARE(messages.last().first().toString(), u"Ticked 2 scopes."_s);
    desk.workspace.undoStack().undo();
    QVERIFY(desk.workspace.selection().isEmpty());
}

void ScopesPaneTest::spaceTicksAllSelectedRows()
{
    Desk desk;
    desk.tree().setFocus();
    desk.tree().setCurrentIndex(desk.row(u"portability.activity.ongoing"_s));
    QTest::keyClick(&desk.tree(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&desk.tree(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&desk.tree(), Qt::Key_Space);
    QCOMPARE(desk.workspace.selection().size(), 3);
    QCOMPARE(desk.workspace.undoStack().count(), 1);
    QTest::keyClick(&desk.tree(), Qt::Key_Space);
    QVERIFY(desk.workspace.selection().isEmpty());
}

void ScopesPaneTest::shiftSelectsAcrossTopics()
{
    Desk desk;
    desk.tree().collapse(desk.tree().model()->index(2, 0));
    QModelIndexList shown;
    for (QModelIndex row = desk.tree().model()->index(0, 0); row.isValid(); row = desk.tree().indexBelow(row))
        shown += row;
    const auto isSelected = [&](const QModelIndex& row) { return desk.tree().selectionModel()->isSelected(row); };
    constexpr qsizetype start = 4;
    desk.tree().setFocus();
    desk.tree().setCurrentIndex(shown[start]);
    QTest::keyClick(&desk.tree(), Qt::Key_End, Qt::ShiftModifier);
    for (qsizetype i = 0; i < shown.size(); ++i)
        QCOMPARE(isSelected(shown[i]), i >= start);
    QTest::keyClick(&desk.tree(), Qt::Key_Home, Qt::ShiftModifier);
    for (qsizetype i = 0; i < shown.size(); ++i)
        QCOMPARE(isSelected(shown[i]), i <= start);
    QCOMPARE(desk.tree().selectionModel()->selectedRows().size(), start + 1);
}

void ScopesPaneTest::moreThanCanBeUsedIsNeitherTickedNorCopied()
{
    Desk desk(tests::syntheticCatalog(ScopeTreeModel::mostTicked + 1));
    const QSignalSpy messages(&desk.pane, &ScopesPane::message);
    const auto said = [&] { return messages.isEmpty() ? QString() : messages.last().first().toString(); };
    QApplication::clipboard()->setText(u"before"_s);
    desk.tree().setFocus();
    QTest::keyClick(&desk.tree(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&desk.tree(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(said().contains(u"more rows than the clipboard takes"_s), qPrintable(said()));
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    QTest::keyClick(&desk.tree(), Qt::Key_Space);
    QVERIFY2(said().startsWith(u"Nothing was ticked: 100,001 scopes are more"_s), qPrintable(said()));
    QVERIFY(desk.workspace.selection().names().isEmpty());
    desk.type(u"name:calendar"_s);
    QTRY_VERIFY_WITH_TIMEOUT(desk.pane.model().shownCount() < ScopeTreeModel::mostTicked, 60'000);
    desk.pane.tickShown();
    QCOMPARE(desk.workspace.selection().names().size(), desk.pane.model().shownCount());
}

void ScopesPaneTest::typeAheadFindsByName()
{
    Desk desk;
    desk.tree().setFocus();
    desk.tree().setCurrentIndex(desk.row(u"artist.certification.read"_s, 1));
    QTest::keyClicks(&desk.tree(), u"user.info.s"_s);
    QCOMPARE(desk.tree().currentIndex().siblingAtColumn(0).data().toString(), u"user.info.stats"_s);
}

void ScopesPaneTest::copiesRows()
{
    Desk desk;
    desk.tree().setFocus();
    desk.tree().setCurrentIndex(desk.row(u"video.list"_s));
    QTest::keyClick(&desk.tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"video.list"_s);
    QVERIFY(QApplication::clipboard()->mimeData()->html().contains(u"<td>video.list</td>"_s));
}

void ScopesPaneTest::closedTopicsAreRememberedThroughASearch()
{
    Desk desk;
    const QModelIndex portability = desk.row(u"portability.all.single"_s).parent();
    desk.tree().collapse(portability);
    QCOMPARE(desk.shownNames().size(), 11);
    desk.type(u"portability"_s);
    QCOMPARE(desk.shownNames().size(), 8);
    desk.search().clear();
    QCOMPARE(desk.shownNames().size(), 11);
    QCOMPARE(desk.pane.collapsedTopics().size(), 1);

    Desk later;
    later.pane.setCollapsedTopics(desk.pane.collapsedTopics());
    QCOMPARE(later.shownNames().size(), 11);
}

void ScopesPaneTest::facetsNarrowWithTheCountsTheyName()
{
    Desk desk;
    for (const QString& name : {u"Topic"_s, u"Show"_s}) {
        auto* const button = desk.named<QToolButton>(name);
        QVERIFY(button != nullptr);
        Q_EMIT button->menu()->aboutToShow();
        const auto choices = button->menu()->actions().size();
        for (qsizetype i = 0; i < choices; ++i) {
            Q_EMIT button->menu()->aboutToShow();
            QAction* const action = button->menu()->actions().at(i);
            if (!action->isCheckable())
                continue;
            const int count = action->text().section(u'\t', 1).toInt();
            action->trigger();
            QCOMPARE(desk.pane.model().shownCount(), count);
            desk.pane.clearFilters();
        }
    }
}

void ScopesPaneTest::columnsComeBack()
{
    Desk desk;
    desk.tree().setColumnHidden(ScopeTreeModel::ProductColumn, false);
    desk.tree().setColumnWidth(ScopeTreeModel::ProductColumn, 123);
    desk.tree().header()->moveSection(1, 2);
    desk.tree().sortByColumn(ScopeTreeModel::ScopeColumn, Qt::DescendingOrder);
    const QStringList names = desk.shownNames();

    Desk later;
    later.pane.restoreHeader(desk.pane.saveHeader());
    QVERIFY(!later.tree().isColumnHidden(ScopeTreeModel::ProductColumn));
    QCOMPARE(later.tree().columnWidth(ScopeTreeModel::ProductColumn), 123);
    QCOMPARE(later.tree().header()->visualIndex(1), 2);
    QCOMPARE(later.shownNames(), names);
    later.pane.restoreHeader("not what was saved");
    QCOMPARE(later.shownNames(), names);
}

void ScopesPaneTest::sortingHasAWayBack()
{
    Desk desk;
    const QStringList names = desk.shownNames();
    desk.tree().sortByColumn(ScopeTreeModel::ScopeColumn, Qt::DescendingOrder);
    QCOMPARE(desk.shownNames().first(), u"video.upload"_s);
    desk.pane.sortAsInCatalog();
    QCOMPARE(desk.shownNames(), names);
}

void ScopesPaneTest::sortingKeepsTheCurrentRowInSight_data()
{
    QTest::addColumn<int>("scopes");
    QTest::newRow("at once") << 200;
    QTest::newRow("in the background") << 60'000;
}

void ScopesPaneTest::sortingKeepsTheCurrentRowInSight()
{
    QFETCH(const int, scopes);
    Desk desk(tests::syntheticCatalog(scopes));
    const auto isCurrentInSight = [&] {
        return desk.tree().viewport()->rect().contains(desk.tree().visualRect(desk.tree().currentIndex()).center());
    };
    desk.tree().setFocus();
    desk.tree().setCurrentIndex(desk.pane.model().indexOf(desk.workspace.catalog().scopesOf(0).front()));
    const QString name = desk.tree().currentIndex().siblingAtColumn(0).data().toString();
    for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
        desk.tree().sortByColumn(ScopeTreeModel::DefinitionColumn, order);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.pane.model().isSorting(), 60'000);
        QCOMPARE(desk.tree().currentIndex().siblingAtColumn(0).data().toString(), name);
        QTRY_VERIFY(isCurrentInSight());
    }
}

void ScopesPaneTest::sortingKeepsWhatIsSelected_data()
{
    sortingKeepsTheCurrentRowInSight_data();
}

void ScopesPaneTest::sortingKeepsWhatIsSelected()
{
    QFETCH(const int, scopes);
    Desk desk(tests::syntheticCatalog(scopes));
    const auto click = [&](const QModelIndex& index, Qt::KeyboardModifiers modifiers) {
        const QRect row = desk.tree().visualRect(index.siblingAtColumn(ScopeTreeModel::DefinitionColumn));
        QTest::mouseClick(desk.tree().viewport(), Qt::LeftButton, modifiers, row.center());
    };
    const QModelIndex topic = desk.tree().model()->index(0, 0);
    click(topic, {});
    for (const int row : {1, 2, 4})
        click(desk.tree().model()->index(row, 0, topic), Qt::ControlModifier);
    const QStringList selected = desk.selectedNames();
    QCOMPARE(selected.size(), 4);
    const QString current = desk.tree().currentIndex().siblingAtColumn(0).data().toString();

    QHeaderView& header = *desk.tree().header();
    const QPoint heading(header.sectionViewportPosition(ScopeTreeModel::DefinitionColumn) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, heading);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.pane.model().isSorting(), 60'000);
    QCOMPARE(header.sortIndicatorSection(), int(ScopeTreeModel::DefinitionColumn));
    QCOMPARE(desk.selectedNames(), selected);
    QCOMPARE(desk.tree().currentIndex().siblingAtColumn(0).data().toString(), current);

    // A search takes out what it hides.
    desk.type(u"name:=\""_s + current + u'"');
    QTRY_COMPARE_WITH_TIMEOUT(desk.pane.model().shownCount(), 1, 60'000);
    QVERIFY2(desk.selectedNames().contains(current), qPrintable(desk.selectedNames().join(u' ')));
    QVERIFY(desk.selectedNames().size() <= 2); // its topic is shown and selected too
}

void ScopesPaneTest::closingATopicTakesTheCursorAlong()
{
    Desk desk;
    QTreeView& tree = desk.tree();
    const QModelIndex topic = tree.model()->index(0, 0);
    const QModelIndex second = tree.model()->index(1, 0);
    QVERIFY(tree.model()->rowCount(topic) > 1);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(tree.model()->index(1, 0, topic)).center());
    QTest::mouseClick(
        tree.viewport(), Qt::LeftButton, Qt::ControlModifier, tree.visualRect(tree.model()->index(0, 1, second)).center());
    QTest::mouseClick(
        tree.viewport(), Qt::LeftButton, Qt::ControlModifier, tree.visualRect(tree.model()->index(0, 1, topic)).center());
    QCOMPARE(desk.selectedNames().size(), 3);
    const QRect name = tree.visualRect(topic);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, QPoint(name.left() - tree.indentation() / 2, name.center().y()));
    QVERIFY(!tree.isExpanded(topic));
    // The topic stands for what it hides; the other row stays selected.
    QCOMPARE(tree.currentIndex().siblingAtColumn(0), topic);
    QCOMPARE(desk.selectedNames(), (QStringList{topic.data().toString(), tree.model()->index(0, 0, second).data().toString()}));
    QTest::keyClick(&tree, Qt::Key_Down);
    QCOMPARE(tree.currentIndex().siblingAtColumn(0), second);
}

void ScopesPaneTest::closingAllTopicsTakesTheCursorAlong()
{
    Desk desk;
    const QModelIndex third = desk.tree().model()->index(2, 0);
    desk.tree().setCurrentIndex(desk.tree().model()->index(0, 0, third));
    desk.pane.collapseAll();
    QCOMPARE(desk.tree().currentIndex(), third);
    QCOMPARE(desk.selectedNames(), QStringList{third.data().toString()});
}

void ScopesPaneTest::rowsTellAScreenReaderEverything()
{
    Desk desk;
    desk.workspace.addScopes({u"artist.certification.read"_s});
    QAccessibleInterface* const tree = QAccessible::queryAccessibleInterface(&desk.tree());
    QVERIFY(tree != nullptr);
    QCOMPARE(tree->text(QAccessible::Name), u"Scopes"_s);
    QAccessibleInterface* const topic = tree->tableInterface()->cellAt(0, 0);
    QVERIFY(topic->text(QAccessible::Name).startsWith(u"Music Certification"));
    QVERIFY(topic->state().expanded);
    QAccessibleInterface* const scope = tree->tableInterface()->cellAt(1, 0);
    QCOMPARE(scope->text(QAccessible::Name), u"artist.certification.read"_s);
    QVERIFY(scope->state().checked);
    const QString description = scope->text(QAccessible::Description);
    QVERIFY(description.contains(u"Level 2"_s));
    QVERIFY(description.contains(u"Read user's basic artist certification"_s));
    QVERIFY(description.contains(u"Read your basic artist certification"_s));
    QVERIFY(!tree->tableInterface()->cellAt(2, 0)->state().checked);
}

void ScopesPaneTest::detailsShowBothTextsAndSources()
{
    Workspace workspace(tiktok());
    DetailsPane details(workspace);
    QVERIFY(details.toPlainText().contains(u"Choose a scope"_s));
    details.showScope(workspace.catalog().find(u"user.info.profile"_s));
    const QString text = details.toPlainText();
    for (const QString& part : {u"user.info.profile"_s, u"For the developer"_s, u"Read access to profile_web_link"_s,
             u"For the user"_s, u"Read your additional profile information"_s, u"Display API"_s, u"review"_s, u"Get User Info"_s,
             u"bio_description"_s, u"third party"_s, u"read 2026-11-23"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    details.showScope(workspace.catalog().find(u"artist.certification.read"_s));
    QVERIFY(details.toPlainText().contains(u"Product: unknown"_s));

    details.showTopic(0);
    QVERIFY(details.toPlainText().contains(u"Topic of 2 scopes"_s));

    // What stood there last, a link, leaves no trace in the words that stand for nothing.
    details.showScope(workspace.catalog().find(u"artist.certification.read"_s));
    details.showNothing();
    QVERIFY(details.toPlainText().startsWith(u"Choose a scope"_s));
    QVERIFY(!details.toHtml().contains(u"href"_s));
}

void ScopesPaneTest::aMillionScopesOpenNoMoreRowsThanTheBound()
{
    Desk desk(tests::syntheticCatalog(150'000));
    int open = 0;
    for (int row = 0; row < desk.tree().model()->rowCount(); ++row) {
        const QModelIndex topic = desk.tree().model()->index(row, 0);
        open += desk.tree().isExpanded(topic) ? desk.tree().model()->rowCount(topic) : 0;
    }
    QCOMPARE(open, ScopeTreeView::mostOpenRows);
    desk.type(u"fleet"_s);
    QVERIFY(desk.pane.model().shownCount() > 0);
    QVERIFY(desk.tree().isExpanded(desk.tree().model()->index(0, 0)));
}

void ScopesPaneTest::expandingMoreTopicsThanTheBoundSaysWhereItEnds()
{
    Desk desk(tests::syntheticCatalog(3'000, 1, 1));
    const auto isOpen = [&](int row) { return desk.tree().isExpanded(desk.tree().model()->index(row, 0)); };
    const QSignalSpy messages(&desk.pane, &ScopesPane::message);
    desk.pane.expandAll();
    QVERIFY(isOpen(ScopeTreeView::mostOpenGroups - 1));
    QVERIFY(!isOpen(ScopeTreeView::mostOpenGroups));
    QCOMPARE(messages.count(), 1);
    QVERIFY(messages.first().first().toString().startsWith(
        u"The first %1 of %2 topics are open"_s.arg(QLocale().toString(2500), QLocale().toString(3000))));
}

void ScopesPaneTest::aTopicThatWasOpenedBeyondTheBoundStaysOpen()
{
    constexpr int far = ScopeTreeView::mostOpenGroups + 100;
    Desk desk(tests::syntheticCatalog(3'000, 1, 1));
    const auto topic = [&](int row) { return desk.tree().model()->index(row, 0); };
    QVERIFY(!desk.tree().isExpanded(topic(far)));
    desk.tree().setCurrentIndex(topic(far));
    QTest::keyClick(&desk.tree(), Qt::Key_Plus);
    QVERIFY(desk.tree().isExpanded(topic(far)));

    desk.type(u"fleet"_s);
    desk.search().selectAll();
    QTest::keyClick(&desk.search(), Qt::Key_Delete);
    QVERIFY(desk.tree().isExpanded(topic(far)));
    QVERIFY(!desk.tree().isExpanded(topic(far + 1)));
    desk.workspace.setCatalog(tests::syntheticCatalog(3'000, 1, 1));
    QVERIFY(desk.tree().isExpanded(topic(far)));

    desk.tree().setCurrentIndex(topic(far));
    QTest::keyClick(&desk.tree(), Qt::Key_Minus);
    desk.type(u"fleet"_s);
    desk.search().selectAll();
    QTest::keyClick(&desk.search(), Qt::Key_Delete);
    QVERIFY(!desk.tree().isExpanded(topic(far)));
}

SCOPES_TEST(ScopesPaneTest)
#include "ScopesPaneTest.moc"
