#include "analysis/Inspection.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
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
        const auto read = builtInCatalog();
        QVERIFY(read);
        m_catalog = *read.value;
    }

    void goldenStrings_data();
    void goldenStrings();

private:
    CatalogPointer m_catalog;
};

void InspectionTest::goldenStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("scopes");
    QFile file(tests::sharedFolder() + u"tiktok/golden-strings.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        QStringList names;
        for (const auto& name : entry.value("scopes"_L1).toArray())
            names += name.toString();
        const QString kind = entry.value("kind"_L1).toString();
        const QString row = u"%1 %2 %3"_s.arg(entry.value("id"_L1).toInt()).arg(entry.value("provider"_L1).toString(), kind);
        QTest::newRow(qPrintable(row)) << entry.value("text"_L1).toString() << names;
    }
}

void InspectionTest::goldenStrings()
{
    if (tests::sharedFolder().isEmpty())
        QSKIP("The folder with the golden strings is not there.");
    QFETCH(QString, text);
    QFETCH(QStringList, scopes);
    const Inspection inspection = inspect(text, *m_catalog);
    QCOMPARE(inspection.scopes(), scopes);
}

SCOPES_TEST(InspectionTest)
#include "InspectionTest.moc"
