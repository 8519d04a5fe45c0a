#include "catalog/ScopeSet.h"

#include "catalog/Requirement.h"
#include "support/TestMain.h"

#include <algorithm>
#include <random>
#include <set>

using namespace scopes;

namespace {

std::set<ScopeId> membersOf(const ScopeSet& set)
{
    std::set<ScopeId> members;
    int last = -1;
    set.forEach([&](ScopeId id) {
        if (id <= last)
            qFatal("members come in ascending order");
        last = id;
        members.insert(id);
    });
    return members;
}

} // namespace

class ScopeSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void doesWhatAStandardSetDoes()
    {
        std::mt19937 random(tests::seed(42));
        for (const int size : {0, 1, 63, 64, 65, 128, 1000}) {
            ScopeSet set(size);
            std::set<ScopeId> model;
            for (int round = 0; size > 0 && round < 2'000; ++round) {
                const auto id = static_cast<ScopeId>(random() % static_cast<unsigned>(size));
                if (const bool member = random() % 2 == 0; random() % 2 == 0)
                    set.set(id, member), member ? (void)model.insert(id) : (void)model.erase(id);
                else if (member)
                    set.insert(id), model.insert(id);
                else
                    set.remove(id), model.erase(id);
                QCOMPARE(set.contains(id), model.contains(id));
                QCOMPARE(set.count(), static_cast<int>(model.size()));
                QCOMPARE(set.isEmpty(), model.empty());
            }
            QVERIFY(membersOf(set) == model);
        }
    }

    void combinesAsStandardSetsDo()
    {
        std::mt19937 random(tests::seed(43));
        for (int round = 0; round < 300; ++round) {
            const int size = 1 + static_cast<int>(random() % 200);
            ScopeSet left(size);
            ScopeSet right(size);
            for (int i = 0; i < size; ++i) {
                left.set(i, random() % 3 == 0);
                right.set(i, random() % 3 == 0);
            }
            const auto a = membersOf(left);
            const auto b = membersOf(right);
            std::set<ScopeId> both;
            std::set<ScopeId> either;
            std::set<ScopeId> rest;
            std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
            std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::inserter(either, either.end()));
            std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(rest, rest.end()));
            QVERIFY(membersOf(ScopeSet(left) &= right) == both);
            QVERIFY(membersOf(ScopeSet(left) |= right) == either);
            QVERIFY(membersOf(ScopeSet(left) -= right) == rest);
            QCOMPARE(left == right, a == b);
        }
    }

    void isFullWithoutBitsBeyond()
    {
        for (const int size : {0, 1, 63, 64, 65, 130}) {
            const ScopeSet full(size, true);
            QCOMPARE(full.count(), size);
            QVERIFY(!full.contains(size));
            QVERIFY(!full.contains(-1));
            QVERIFY(!full.contains(size + 1000));
            ScopeSet emptied = full;
            QVERIFY((emptied -= full).isEmpty());
            QVERIFY(emptied == ScopeSet(size));
        }
    }

    void isMetBy_data()
    {
        QTest::addColumn<std::vector<std::vector<int>>>("alternatives");
        QTest::addColumn<std::vector<int>>("granted");
        QTest::addColumn<bool>("met");
        using Alternatives = std::vector<std::vector<int>>;
        using Ids = std::vector<int>;
        const Alternatives twoOrOne{{1, 2}, {3}};

        QTest::newRow("nothing documented is met by nothing") << Alternatives{} << Ids{} << false;
        QTest::newRow("nothing documented is not met by all") << Alternatives{} << Ids{0, 1, 2, 3} << false;
        QTest::newRow("no scope needed is met by nothing") << Alternatives{{}} << Ids{} << true;
        QTest::newRow("no scope or one") << Alternatives{{1}, {}} << Ids{} << true;
        QTest::newRow("nothing granted") << twoOrOne << Ids{} << false;
        QTest::newRow("half of the first alternative") << twoOrOne << Ids{1} << false;
        QTest::newRow("the other half") << twoOrOne << Ids{2} << false;
        QTest::newRow("all of the first alternative") << twoOrOne << Ids{1, 2} << true;
        QTest::newRow("the second alternative") << twoOrOne << Ids{3} << true;
        QTest::newRow("more than is needed") << twoOrOne << Ids{0, 2, 3} << true;
        QTest::newRow("only others") << twoOrOne << Ids{0} << false;
        QTest::newRow("a scope outside the set") << Alternatives{{99}} << Ids{0} << false;
    }

    void isMetBy()
    {
        QFETCH(const std::vector<std::vector<int>>, alternatives);
        QFETCH(const std::vector<int>, granted);
        ScopeSet set(4);
        for (const int id : granted)
            set.insert(id);
        QTEST(Requirement{alternatives}.isMetBy(set), "met");
        QCOMPARE(Requirement{alternatives}.isDocumented(), !alternatives.empty());
    }

    void mentionsEachScopeOnce()
    {
        QCOMPARE((Requirement{{{3, 1}, {1}, {}, {2, 3}}}.mentioned()), (std::vector<ScopeId>{1, 2, 3}));
        QVERIFY(Requirement{}.mentioned().empty());
    }
};

SCOPES_TEST(ScopeSetTest)
#include "ScopeSetTest.moc"
