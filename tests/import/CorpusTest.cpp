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
};

SCOPES_TEST(CorpusTest)
#include "CorpusTest.moc"
