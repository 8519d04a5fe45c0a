#include "BuiltIn.h"
#include "analysis/Finding.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace scopes;
using namespace Qt::StringLiterals;

/// What is found in pasted text, and as what the text is recognised.
class InspectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_catalog = tests::builtIn();
        QVERIFY(m_catalog != nullptr);
    }

    void goldenStrings_data();
    void goldenStrings();
    void pastedStrings_data();
    void pastedStrings();

private:
    CatalogPointer m_catalog;
};

namespace {

/// A row for each line of a file of strings with what a careful reader finds in them.
void addRows(const QString& path)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<QString>("kind");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (int line = 1; !file.atEnd(); ++line) {
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        const QString kind = entry.value("kind"_L1).toString();
        const QString row = u"%1 %2 %3"_s.arg(entry.value("id"_L1).toInt(line)).arg(entry.value("provider"_L1).toString(), kind);
        QTest::newRow(qPrintable(row)) << entry.value("text"_L1).toString() << entry.value("scopes"_L1).toVariant().toStringList()
                                       << entry.value("faults"_L1).toVariant().toStringList() << kind;
    }
}

} // namespace

void InspectionTest::goldenStrings_data()
{
    addRows(tests::sharedFolder() + u"tiktok/golden-strings.jsonl"_s);
}

void InspectionTest::goldenStrings()
{
    if (tests::sharedFolder().isEmpty())
        QSKIP("The folder with the golden strings is not there.");
    QFETCH(QString, text);
    QFETCH(QStringList, scopes);
    QFETCH(QString, kind);
    const Inspection inspection = inspect(text, *m_catalog);
    QCOMPARE(inspection.scopes(), scopes);
    QCOMPARE(nameOf(inspection.kind), kind);
    QVERIFY(!inspection.evidence.isEmpty());
}

void InspectionTest::pastedStrings_data()
{
    addRows(tests::dataFolder() + u"pasted-strings.jsonl"_s);
}

void InspectionTest::pastedStrings()
{
    QFETCH(QString, text);
    QFETCH(QStringList, scopes);
    QFETCH(QStringList, faults);
    const Inspection inspection = inspect(text, *m_catalog);
    QCOMPARE(inspection.scopes(), scopes);
    QStringList rules;
    for (const Finding& finding : findingsOf(inspection, *m_catalog))
        rules += finding.ruleId;
    for (const QString& fault : faults)
        QVERIFY2(rules.contains(fault), qPrintable(u"%1 is not among %2"_s.arg(fault, rules.join(u' '))));
    const QString once = repaired(text, *m_catalog);
    QCOMPARE(repaired(once, *m_catalog), once);
}

SCOPES_TEST(InspectionTest)
#include "InspectionTest.moc"
