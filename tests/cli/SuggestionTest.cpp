#include "cli/Suggestion.h"

#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

class SuggestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void findsTheNearest_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("meant");

        QTest::newRow("the word itself") << u"video.list"_s << u"video.list"_s;
        QTest::newRow("a letter missing") << u"video.lst"_s << u"video.list"_s;
        QTest::newRow("a letter too many") << u"video.liist"_s << u"video.list"_s;
        QTest::newRow("a wrong letter") << u"video.lost"_s << u"video.list"_s;
        QTest::newRow("two letters turned round") << u"video.lsit"_s << u"video.list"_s;
        QTest::newRow("another separator") << u"video_list"_s << u"video.list"_s;
        QTest::newRow("the beginning only") << u"vid"_s << u"video.upload"_s;
        QTest::newRow("like none") << u"calendar.events"_s << QString();
        QTest::newRow("one letter") << u"v"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("far too long") << QString(100'000, u'v') << QString();
    }

    void findsTheNearest()
    {
        QFETCH(const QString, word);
        QTEST(nearest(word, {u"video.upload"_s, u"video.list"_s, u"user.info.basic"_s}), "meant");
    }

    void asks()
    {
        QCOMPARE(didYouMean(u"jsn"_s, {u"csv"_s, u"json"_s}), u" Did you mean 'json'?"_s);
        QCOMPARE(didYouMean(u"xml"_s, {u"csv"_s, u"json"_s}), QString());
    }
};

SCOPES_TEST(SuggestionTest)
#include "SuggestionTest.moc"
