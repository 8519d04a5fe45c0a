#include "analysis/NameNumbers.h"

#include "support/TestMain.h"

#include <QHash>
#include <QRandomGenerator>

using namespace scopes;
using namespace Qt::StringLiterals;

class NameNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void noNames()
    {
        const std::vector<ScopeOccurrence> none;
        const NameNumbers numbers(none);
        QCOMPARE(numbers.count(), 0);
        QCOMPARE(numbers.find(u"video.list"), -1);
    }

    /// Against a hash of strings, with names that repeat and few different letters, so that many share a place of the table.
    void numbersAsAHashDoes()
    {
        QRandomGenerator random(20261128);
        std::vector<ScopeOccurrence> occurrences(20'000);
        for (ScopeOccurrence& one : occurrences)
            one.name = u"s%1.%2"_s.arg(random.bounded(300)).arg(random.bounded(30));
        const NameNumbers numbers(occurrences);
        QHash<QString, int> expected;
        for (int index = 0; index < static_cast<int>(occurrences.size()); ++index) {
            const QString& name = occurrences[static_cast<std::size_t>(index)].name;
            if (!expected.contains(name))
                expected.insert(name, static_cast<int>(expected.size()));
            QCOMPARE(numbers.of(index), expected.value(name));
            QCOMPARE(numbers.name(numbers.of(index)), name);
        }
        QCOMPARE(numbers.count(), expected.size());
        for (auto one = expected.cbegin(); one != expected.cend(); ++one)
            QCOMPARE(numbers.find(one.key()), one.value());
        QCOMPARE(numbers.find(u"s300.0"), -1);
    }
};

SCOPES_TEST(NameNumbersTest)
#include "NameNumbersTest.moc"
