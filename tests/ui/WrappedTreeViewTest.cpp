#include "widgets/WrappedTreeView.h"

#include "support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSet>
#include <QStandardItemModel>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// A list of texts that knows which of its rows were asked for theirs.
class AskedModel : public QAbstractListModel
{
public:
    static constexpr int count = 2'000;

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count; }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        m_asked.insert(index.row());
        return u"Row %1 with a text that is long enough to be wrapped"_s.arg(index.row());
    }

    /// How many different rows since the last call.
    qsizetype takeAsked() { return std::exchange(m_asked, {}).size(); }

private:
    mutable QSet<int> m_asked;
};

class View : public WrappedTreeView
{
public:
    explicit View(QAbstractItemModel& model)
        : WrappedTreeView(nullptr)
    {
        setModel(&model);
        resize(300, 400);
        show();
        QVERIFY(QTest::qWaitForWindowExposed(this));
    }

    QModelIndex row(int number) const { return model()->index(number, 0); }

    QModelIndex rowIn(int group, int number) const { return model()->index(number, 0, row(group)); }

    int selectedCount() const { return static_cast<int>(selectionModel()->selectedRows().size()); }

    void drag(const QModelIndex& to)
    {
        const QPointF place = visualRect(to).center();
        QMouseEvent move(QEvent::MouseMove, place, viewport()->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport(), &move);
    }
};

/// Groups of so many rows.
class GroupedModel : public QStandardItemModel
{
public:
    static constexpr int groups = 4;
    static constexpr int rowsInGroup = 3;

    GroupedModel()
    {
        for (int group = 0; group < groups; ++group) {
            auto* const item = new QStandardItem(u"Group %1"_s.arg(group));
            for (int row = 0; row < rowsInGroup; ++row)
                item->appendRow({new QStandardItem(u"Row %1"_s.arg(row)), new QStandardItem(u"Text"_s)});
            appendRow({item, new QStandardItem});
        }
    }
};

/// Where a widget was painted.
class Painted : public QObject
{
public:
    explicit Painted(QWidget& widget) { widget.installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            region |= static_cast<QPaintEvent*>(event)->region();
        return false;
    }

    QRegion region;
};

constexpr int aWindowful = 100; // rows, generously

} // namespace

/// Rows that nobody sees are not laid out, and what is selected and painted is right all the same.
class WrappedTreeViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_model.takeAsked(); }

    void goingFarAsksNoRowBetween()
    {
        View view(m_model);
        QTest::keyClick(&view, Qt::Key_End);
        QTRY_COMPARE(view.currentIndex(), view.row(AskedModel::count - 1));
        QVERIFY(view.viewport()->rect().contains(view.visualRect(view.currentIndex()).center()));
        QTest::keyClick(&view, Qt::Key_Home);
        QTRY_COMPARE(view.currentIndex(), view.row(0));
        QCoreApplication::processEvents();
        QVERIFY2(m_model.takeAsked() < aWindowful, "rows were laid out that nobody has seen");
    }

    void selectingAllAsksNoRow()
    {
        View view(m_model);
        QCoreApplication::processEvents();
        m_model.takeAsked();
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedCount(), AskedModel::count);
        QCoreApplication::processEvents();
        QVERIFY(m_model.takeAsked() < aWindowful);
    }

    void aRowThatIsSelectedByCodeFarAwayIsPaintedWhenItIsSeen()
    {
        View view(m_model);
        view.selectionModel()->select(view.row(1'500), QItemSelectionModel::ClearAndSelect);
        QCoreApplication::processEvents();
        QVERIFY(m_model.takeAsked() < aWindowful);
        view.scrollTo(view.row(1'500));
        const QRect seen = view.visualRect(view.row(1'500));
        QVERIFY(view.viewport()->rect().contains(seen.center()));
        const QColor highlight = view.palette().color(QPalette::Highlight);
        const QImage picture = view.viewport()->grab(seen).toImage();
        QCOMPARE(picture.pixelColor(picture.width() - 2, picture.height() / 2).name(), highlight.name());
    }

    void shiftSelectsAcrossRowsThatWereNeverSeen()
    {
        View view(m_model);
        view.setCurrentIndex(view.row(10));
        QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(view.selectedCount(), AskedModel::count - 10);
        QCOMPARE(view.currentIndex(), view.row(AskedModel::count - 1));
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(view.selectedCount(), AskedModel::count - 11);
        QTest::keyClick(&view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(view.selectedCount(), 11);
        QCoreApplication::processEvents();
        QVERIFY(m_model.takeAsked() < 3 * aWindowful);
        // What the pointer selects begins where the keys did, and the other way round.
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, view.visualRect(view.row(4)).center());
        QCOMPARE(view.selectedCount(), 7);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selectedCount(), 6);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.row(2)).center());
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.selectedCount(), 2);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selectedCount(), 1);
    }

    void aClickWithShiftFarAwayAsksNoRowBetween()
    {
        View view(m_model);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.row(3)).center());
        view.verticalScrollBar()->setValue(1'500);
        QCoreApplication::processEvents();
        m_model.takeAsked();
        const QModelIndex seen = view.indexAt({10, 100});
        QVERIFY(seen.row() >= 1'500);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(10, 100));
        QCOMPARE(view.currentIndex(), seen);
        QCOMPARE(view.selectedCount(), seen.row() - 3 + 1);
        QVERIFY(m_model.takeAsked() < aWindowful);
        // The other way from the same row, then one more.
        view.verticalScrollBar()->setValue(0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, view.visualRect(view.row(1)).center());
        QCOMPARE(view.selectedCount(), 3);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, view.visualRect(view.row(6)).center());
        QCOMPARE(view.selectedCount(), 4);
    }

    void shiftSelectsOnFromWhereDraggingBegan()
    {
        View view(m_model);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.row(2)).center());
        view.drag(view.row(4));
        view.drag(view.row(5));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.row(5)).center());
        QCOMPARE(view.selectedCount(), 4);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view.currentIndex(), view.row(6));
        QCOMPARE(view.selectedCount(), 5);
    }

    void draggingOverMoreThanIsSeenSelectsAll_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("scrolledTo");
        QTest::newRow("downwards") << 1'000 << 1'010;
        QTest::newRow("upwards") << 1'000 << 990;
    }

    void draggingOverMoreThanIsSeenSelectsAll()
    {
        QFETCH(const int, first);
        QFETCH(const int, scrolledTo);
        View view(m_model);
        QScrollBar& bar = *view.verticalScrollBar();
        bar.setValue(first);
        QCoreApplication::processEvents();
        m_model.takeAsked();
        const int begun = first + 2;
        const QPoint place = view.visualRect(view.row(begun)).center();
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, place);
        view.drag(view.row(begun + 1));
        bar.setValue(scrolledTo);
        view.drag(view.row(scrolledTo + 4));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.row(scrolledTo + 4)).center());
        QCOMPARE(view.selectedCount(), std::abs(scrolledTo + 4 - begun) + 1);
        QVERIFY(view.selectionModel()->isSelected(view.row(begun)));
        QVERIFY(m_model.takeAsked() < aWindowful);
    }

    void shiftSelectsAcrossGroups_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("in the first column") << 0 << Qt::LeftToRight;
        QTest::newRow("in another column") << 1 << Qt::LeftToRight;
        QTest::newRow("from right to left") << 1 << Qt::RightToLeft;
    }

    void shiftSelectsAcrossGroups()
    {
        QFETCH(const int, column);
        QFETCH(const Qt::LayoutDirection, direction);
        GroupedModel model;
        View view(model);
        view.setLayoutDirection(direction);
        view.expandAll();
        view.setCurrentIndex(view.rowIn(1, 1).siblingAtColumn(column));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
        // The rest of its group, the next group's heading and that one's first row.
        QCOMPARE(view.currentIndex().siblingAtColumn(0), view.rowIn(2, 0));
        QCOMPARE(view.selectedCount(), 4);
        const QModelIndexList rows = view.selectedRows();
        QCOMPARE(QSet<QModelIndex>(rows.begin(), rows.end()),
            (QSet<QModelIndex>{view.rowIn(1, 1), view.rowIn(1, 2), view.row(2), view.rowIn(2, 0)}));
        QTest::keyClick(&view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(view.selectedCount(), 1 + GroupedModel::rowsInGroup + 1 + 2);
    }

    void shiftSelectsOnFromTheClosedGroupThatHidesTheFirstRow()
    {
        GroupedModel model;
        View view(model);
        view.expandAll();
        view.setCurrentIndex(view.rowIn(2, 1));
        view.collapse(view.row(2));
        QTest::keyClick(&view, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(view.currentIndex(), view.row(0));
        QCOMPARE(view.selectedCount(), 2 * (1 + GroupedModel::rowsInGroup) + 1);
    }

    void theFormerCurrentRowIsPaintedAgain()
    {
        View view(m_model);
        view.setCurrentIndex(view.row(3));
        QCoreApplication::processEvents();
        const QRect former = view.visualRect(view.row(3));
        QVERIFY(former.isValid());
        const Painted painted(*view.viewport());
        view.selectionModel()->setCurrentIndex(view.row(4), QItemSelectionModel::NoUpdate);
        QTRY_VERIFY(painted.region.contains(view.visualRect(view.row(4))));
        QVERIFY(painted.region.contains(former));
        QVERIFY(!painted.region.contains(view.visualRect(view.row(7))));
    }

private:
    AskedModel m_model;
    const QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

SCOPES_TEST(WrappedTreeViewTest)
#include "WrappedTreeViewTest.moc"
