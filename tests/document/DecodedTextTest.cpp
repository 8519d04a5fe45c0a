#include "document/DecodedText.h"

#include "document/Document.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

/// Texts in the encodings that programs write.
class DecodedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");

        QTest::newRow("nothing") << QByteArray() << u""_s;
        QTest::newRow("UTF-8") << QByteArray("v\xC3\xAD"
                                             "deo")
                               << u"v\u00EDdeo"_s;
        QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF"
                                                         "video")
                                           << u"video"_s;
        QTest::newRow("UTF-16, little end first") << QByteArray("\xFF\xFEv\0\xED\0", 6) << u"v\u00ED"_s;
        QTest::newRow("UTF-16, big end first") << QByteArray("\xFE\xFF\0v\0\xED", 6) << u"v\u00ED"_s;
        QTest::newRow("UTF-16, cut") << QByteArray("\xFF\xFEv\0x", 5) << u"v\uFFFD"_s;
        QTest::newRow("no UTF-8") << QByteArray("a\xFFz") << u"a\uFFFDz"_s;
    }

    void reads()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(decodedText(bytes), "text");
    }

    void documentsSayHowToMendIt()
    {
        const QByteArray json("\xFF\xFE{\0}\0", 6);
        const auto ofJson = Document::fromJson(json);
        const auto ofYaml = Document::fromYaml(json);
        for (const Problems* problems : {&ofJson.problems, &ofYaml.problems}) {
            QCOMPARE(problems->size(), 1);
            QVERIFY(problems->front().message.contains(u"Save the file as UTF-8."));
        }
    }
};

SCOPES_TEST(DecodedTextTest)
#include "DecodedTextTest.moc"
