#include "document/LoneSurrogates.h"

#include "support/TestMain.h"

using namespace scopes;

class LoneSurrogatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void replaces_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expected");

        QTest::newRow("a first half") << QByteArray("[\"a\\ud83dz\"]") << QByteArray("[\"a\\ufffdz\"]");
        QTest::newRow("a second half") << QByteArray("[\"\\uDE00\"]") << QByteArray("[\"\\ufffd\"]");
        QTest::newRow("a whole pair stays") << QByteArray("[\"\\ud83d\\ude00\"]") << QByteArray("[\"\\ud83d\\ude00\"]");
        QTest::newRow("halves in the wrong order") << QByteArray("[\"\\ude00\\ud83d\"]") << QByteArray("[\"\\ufffd\\ufffd\"]");
        QTest::newRow("a first half before a pair")
            << QByteArray("[\"\\ud83d\\ud83d\\ude00\"]") << QByteArray("[\"\\ufffd\\ud83d\\ude00\"]");
        QTest::newRow("a backslash that is escaped itself") << QByteArray("[\"\\\\ud83d\"]") << QByteArray("[\"\\\\ud83d\"]");
        QTest::newRow("an escape that is cut off") << QByteArray("[\"\\ud8") << QByteArray("[\"\\ud8");
        QTest::newRow("a backslash at the end") << QByteArray("[\"\\") << QByteArray("[\"\\");
        QTest::newRow("no escapes") << QByteArray("{}") << QByteArray("{}");
    }

    void replaces()
    {
        QFETCH(QByteArray, json);
        QFETCH(const QByteArray, expected);
        const QByteArray before = json;
        const auto place = replaceLoneSurrogates(json);
        QCOMPARE(json, expected);
        QCOMPARE(place.has_value(), json != before);
        if (place) {
            QCOMPARE(before.first(*place + 2), json.first(*place + 2));
            QCOMPARE(before.sliced(*place, 2), QByteArray("\\u"));
            QVERIFY(before.sliced(*place, 6) != json.sliced(*place, 6));
        }
    }
};

SCOPES_TEST(LoneSurrogatesTest)
#include "LoneSurrogatesTest.moc"
