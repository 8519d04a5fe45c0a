#include "Corpus.h"

#include "import/CanonicalResult.h"
#include "import/DescriptionReader.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace scopes;

/// Real descriptions of other providers give what was agreed that they give.
class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (tests::corpusDocuments().isEmpty())
            QSKIP("../shared/corpus is absent");
    }

    void givesWhatIsExpected_data()
    {
        QTest::addColumn<QString>("path");

        const QStringList paths = tests::corpusDocuments();
        for (const QString& path : paths)
            QTest::newRow(qPrintable(path)) << path;
    }

    void givesWhatIsExpected()
    {
        QFETCH(const QString, path);
        const QByteArray expectedBytes = tests::corpusExpected(path);
        const auto read = readDescription(tests::corpusDocument(path));
        if (expectedBytes.isNull()) {
            QVERIFY(!read);
            QCOMPARE(read.problems.size(), 1U);
            QVERIFY(read.problems.front().line > 0);
            return;
        }
        QVERIFY2(read, qPrintable(toString(read.problems, path)));
        QVERIFY(!hasErrors(read.problems));
        const QJsonObject expected = QJsonDocument::fromJson(expectedBytes).object();
        QJsonParseError error{};
        const QJsonObject found = QJsonDocument::fromJson(canonicalResult(*read.value), &error).object();
        QCOMPARE(error.errorString(), QJsonParseError().errorString());
        for (const QString& member : {u"scopes"_s, u"operations"_s, u"flows"_s, u"unknownSchemeScopes"_s}) {
            QVERIFY2(member == u"unknownSchemeScopes"_s || expected.contains(member), qPrintable(member));
            QVERIFY2(found.value(member) == expected.value(member), qPrintable(member));
        }
    }

    void countsWhatIsOdd_data()
    {
        QTest::addColumn<QString>("oddity"); // as the expected files call it
        QTest::addColumn<QString>("words"); // of the note, behind the number

        QTest::newRow("calls without scopes") << u"oauth-required-without-scopes"_s << u"calls need OAuth"_s;
        QTest::newRow("scopes described in different ways") << u"scope-descriptions-differ"_s << u"scopes are described"_s;
        QTest::newRow("texts that are names") << u"scope-description-is-name"_s << u"scopes only repeat"_s;
        QTest::newRow("calls that differ by case") << u"paths-differ-by-case"_s << u"calls differ"_s;
        QTest::newRow("AWS services without actions") << u"aws-service-without-privileges"_s << u"services list no actions"_s;
        QTest::newRow("AWS actions listed twice") << u"aws-privilege-twice"_s << u"times an action is listed"_s;
        QTest::newRow("calls with empty security") << u"security-empty"_s << u"calls need no token"_s;
        QTest::newRow("calls without a token, too") << u"security-optional"_s << u"calls can be made without any token"_s;
        QTest::newRow("several schemes at a time") << u"security-and-of-schemes"_s << u"calls need several security schemes"_s;
        QTest::newRow("another scheme instead") << u"security-oauth-or-other"_s << u"calls can be made with a scheme"_s;
        QTest::newRow("Graph's further permissions") << u"msgraph-alsoRequires"_s << u"times a path asks for a further"_s;
        QTest::newRow("Graph paths with gaps") << u"msgraph-path-ellipsis"_s << u"calls leave a part out"_s;
    }

    void countsWhatIsOdd()
    {
        QFETCH(const QString, oddity);
        QFETCH(const QString, words);
        int told = 0;
        for (const QString& path : tests::corpusDocuments()) {
            const QJsonObject expected = QJsonDocument::fromJson(tests::corpusExpected(path)).object();
            const int count = expected.value(u"oddities"_s).toObject().value(oddity).toObject().value(u"count"_s).toInt();
            if (count < 2)
                continue;
            const QString notes = toString(readDescription(tests::corpusDocument(path)).problems, path);
            QVERIFY2(notes.contains(u"%1 %2"_s.arg(count).arg(words)), qPrintable(notes));
            ++told;
        }
        QVERIFY(told > 0);
    }
};

SCOPES_TEST(CorpusTest)
#include "CorpusTest.moc"
