#include "request/Selection.h"

#include "support/TestMain.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace scopes;
using namespace Qt::StringLiterals;

class SelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendAddsWhatIsNew();
    void removeTellsWhereNamesStood();
    void insertPutsNamesAtTheirPositions_data();
    void insertPutsNamesAtTheirPositions();
    void moveTakesABlock_data();
    void moveTakesABlock();
    void moveOutOfRangeChangesNothing_data();
    void moveOutOfRangeChangesNothing();
    void replaceGivesTheOldNames();
    void namesAreKeptExactly();
    void randomChangesAreUndone();
    void millionNamesAreFast();
};

void SelectionTest::appendAddsWhatIsNew()
{
    Selection selection({u"b"_s, u"a"_s});
    QCOMPARE(selection.append({u"c"_s, u"a"_s, u"c"_s, u"d"_s}), (QStringList{u"c"_s, u"d"_s}));
    QCOMPARE(selection.names(), (QStringList{u"b"_s, u"a"_s, u"c"_s, u"d"_s}));
    QVERIFY(selection.append({u"a"_s}).isEmpty());
    QVERIFY(selection.contains(u"d"_s));
    QVERIFY(!selection.contains(u"e"_s));
}

void SelectionTest::removeTellsWhereNamesStood()
{
    Selection selection({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    const auto removed = selection.remove({u"d"_s, u"x"_s, u"b"_s, u"b"_s});
    const std::vector<PlacedName> expected{{1, u"b"_s}, {3, u"d"_s}};
    QVERIFY(removed == expected);
    QCOMPARE(selection.names(), (QStringList{u"a"_s, u"c"_s}));
    QVERIFY(!selection.contains(u"b"_s));
    QVERIFY(selection.remove({u"b"_s}).empty());
    selection.insert(removed);
    QCOMPARE(selection.names(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

void SelectionTest::insertPutsNamesAtTheirPositions_data()
{
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("after");

    QTest::newRow("at the beginning") << qsizetype(0) << u"x"_s << QStringList{u"x"_s, u"a"_s, u"b"_s};
    QTest::newRow("between") << qsizetype(1) << u"x"_s << QStringList{u"a"_s, u"x"_s, u"b"_s};
    QTest::newRow("at the end") << qsizetype(2) << u"x"_s << QStringList{u"a"_s, u"b"_s, u"x"_s};
    QTest::newRow("past the end") << qsizetype(9) << u"x"_s << QStringList{u"a"_s, u"b"_s, u"x"_s};
    QTest::newRow("before the beginning") << qsizetype(-3) << u"x"_s << QStringList{u"x"_s, u"a"_s, u"b"_s};
    QTest::newRow("one that is here stays") << qsizetype(0) << u"b"_s << QStringList{u"a"_s, u"b"_s};
}

void SelectionTest::insertPutsNamesAtTheirPositions()
{
    QFETCH(const qsizetype, position);
    QFETCH(const QString, name);
    QFETCH(const QStringList, after);
    Selection selection({u"a"_s, u"b"_s});
    selection.insert({{position, name}});
    QCOMPARE(selection.names(), after);
    QVERIFY(selection.contains(name));
}

void SelectionTest::moveTakesABlock_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("after");

    QTest::newRow("one up") << 2 << 1 << 1 << u"acbde"_s;
    QTest::newRow("one down") << 1 << 2 << 1 << u"acbde"_s;
    QTest::newRow("two to the end") << 0 << 3 << 2 << u"cdeab"_s;
    QTest::newRow("two to the beginning") << 3 << 0 << 2 << u"deabc"_s;
    QTest::newRow("nowhere") << 2 << 2 << 2 << u"abcde"_s;
    QTest::newRow("nothing") << 2 << 4 << 0 << u"abcde"_s;
}

void SelectionTest::moveTakesABlock()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const int, count);
    QFETCH(const QString, after);
    Selection selection(u"a b c d e"_s.split(u' '));
    const Selection before = selection;
    QVERIFY(selection.move(from, to, count));
    QCOMPARE(selection.names().join(QString()), after);
    QVERIFY(selection.move(to, from, count));
    QVERIFY(selection == before);
}

void SelectionTest::moveOutOfRangeChangesNothing_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("count");

    QTest::newRow("from below") << -1 << 0 << 1;
    QTest::newRow("to below") << 0 << -1 << 1;
    QTest::newRow("from above") << 3 << 0 << 1;
    QTest::newRow("to above") << 0 << 2 << 2;
    QTest::newRow("count below") << 0 << 0 << -1;
    QTest::newRow("count above") << 0 << 0 << 4;
}

void SelectionTest::moveOutOfRangeChangesNothing()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const int, count);
    Selection selection({u"a"_s, u"b"_s, u"c"_s});
    const Selection before = selection;
    QVERIFY(!selection.move(from, to, count));
    QVERIFY(selection == before);
}

void SelectionTest::replaceGivesTheOldNames()
{
    Selection selection({u"a"_s, u"b"_s});
    QCOMPARE(selection.replace({u"c"_s, u"a"_s, u"c"_s}), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(selection.names(), (QStringList{u"c"_s, u"a"_s}));
    QVERIFY(!selection.contains(u"b"_s));
    QVERIFY(!(selection == Selection({u"a"_s, u"c"_s})));
}

void SelectionTest::namesAreKeptExactly()
{
    const QStringList odd{u" a"_s, u"a"_s, u"A"_s, QString(), u"a\u200b"_s, u"not,documented"_s};
    QCOMPARE(Selection(odd).names(), odd);
}

void SelectionTest::randomChangesAreUndone()
{
    QRandomGenerator random(tests::seed(7));
    Selection selection;
    for (int round = 0; round < 3'000; ++round) {
        QStringList some;
        for (int i = random.bounded(6); i >= 0; --i)
            some.append(QString::number(random.bounded(40)));
        const Selection before = selection;
        const int kind = random.bounded(4);
        if (kind == 0) {
            selection.remove(selection.append(some));
        } else if (kind == 1) {
            selection.insert(selection.remove(some));
        } else if (kind == 2) {
            selection.replace(selection.replace(some));
        } else if (!selection.isEmpty()) {
            const auto from = random.bounded(static_cast<int>(selection.size()));
            const auto to = random.bounded(static_cast<int>(selection.size()));
            QVERIFY(selection.move(from, to) && selection.move(to, from));
        }
        QVERIFY(selection == before);
        random.bounded(2) == 0 ? void(selection.append(some)) : void(selection.remove(some.mid(0, 2)));
        const QString any = QString::number(random.bounded(40));
        QCOMPARE(selection.contains(any), selection.names().contains(any));
    }
}

void SelectionTest::millionNamesAreFast()
{
    const auto named = [](int count) {
        QStringList names;
        for (int i = 0; i < count; ++i)
            names.append(u"topic.scope."_s + QString::number(i));
        return names;
    };
    const auto nanosecondsAName = [](const QStringList& names) {
        QElapsedTimer timer;
        timer.start();
        Selection selection;
        selection.append(names);
        QStringList half;
        for (qsizetype row = 0; row < names.size(); row += 2)
            half.append(names.at(row));
        selection.insert(selection.remove(half));
        if (selection.names() != names)
            qFatal("The names did not come back.");
        return double(timer.nsecsElapsed()) / double(names.size());
    };
    const double few = nanosecondsAName(named(10'000));
    const double many = nanosecondsAName(named(1'000'000));
    qInfo("%.0f ns a name among 10,000, %.0f ns among 1,000,000", few, many);
    QVERIFY2(many < few * 20, "The time for a bulk change must grow with the names, not with their square.");
}

SCOPES_TEST(SelectionTest)
#include "SelectionTest.moc"
