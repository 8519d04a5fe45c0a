#include "document/Problem.h"

#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

class ProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void writesWhatIsKnown_data()
    {
        QTest::addColumn<Problem>("problem");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        const auto error = Problem::Severity::Error;

        QTest::newRow("all") << Problem{error, u"Wrong."_s, u"/a/0"_s, 3, 7} << u"c.json"_s
                             << u"c.json:3:7: error: Wrong. (at /a/0)"_s;
        QTest::newRow("a note") << Problem{Problem::Severity::Note, u"Odd."_s, {}, 3, 7} << u"c.json"_s
                                << u"c.json:3:7: note: Odd."_s;
        QTest::newRow("no place") << Problem::error(u"Gone."_s) << u"c.json"_s << u"c.json: error: Gone."_s;
        QTest::newRow("no file") << Problem::error(u"Wrong."_s, 1, 2) << QString() << u"1:2: error: Wrong."_s;
        QTest::newRow("neither") << Problem::error(u"Wrong."_s) << QString() << u"error: Wrong."_s;
        QTest::newRow("a file name that would move the cursor")
            << Problem::error(u"Gone."_s) << u"a\x1B[2Jb"_s << u"a⟨U+001B⟩[2Jb: error: Gone."_s;
        QTest::newRow("a pointer with a bidirectional override")
            << Problem{error, u"Wrong."_s, u"/a\u202Eb"_s, 1, 1} << u"c"_s << u"c:1:1: error: Wrong. (at /a⟨U+202E⟩b)"_s;
    }

    void writesWhatIsKnown()
    {
        QFETCH(const Problem, problem);
        QFETCH(const QString, file);
        QTEST(problem.toString(file), "text");
    }

    void boundsThePointer()
    {
        const Problem problem{Problem::Severity::Error, u"Wrong."_s, u'/' + QString(100'000, u'x'), 1, 1};
        QVERIFY(problem.toString(u"c"_s).size() < 3000);
    }

    void countsWhatIsLeftOut()
    {
        const Problems problems(5, Problem::error(u"Wrong."_s));
        QCOMPARE(toString(problems, u"c"_s, 2), u"c: error: Wrong.\nc: error: Wrong.\n… and 3 more.\n"_s);
        QCOMPARE(toString(problems, u"c"_s, 5).count(u'\n'), 5);
        QCOMPARE(toString({}, u"c"_s), QString());
    }

    void tellsErrorsFromNotes()
    {
        const Problem note{Problem::Severity::Note, u"Odd."_s, {}, 0, 0};
        QVERIFY(!hasErrors({}));
        QVERIFY(!hasErrors({note, note}));
        QVERIFY(hasErrors({note, Problem::error(u"Wrong."_s)}));
    }
};

SCOPES_TEST(ProblemTest)
#include "ProblemTest.moc"
