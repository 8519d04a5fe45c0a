#include "analysis/StatedScopes.h"

#include "catalog/BuiltInCatalog.h"
#include "support/TestMain.h"

using namespace scopes;
using namespace Qt::StringLiterals;

/// Texts of which the user says that they are sets of scopes.
class StatedScopesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("scopes");

        QTest::newRow("documented ones") << u"user.info.basic,video.list"_s << QStringList{u"user.info.basic"_s, u"video.list"_s};
        QTest::newRow("a token response") << u"{\"scope\": \"repo,gist\", \"token_type\": \"bearer\"}"_s
                                          << QStringList{u"repo"_s, u"gist"_s};
        QTest::newRow("plain words with commas") << u"repo,gist"_s << QStringList{u"repo"_s, u"gist"_s};
        QTest::newRow("plain words with spaces") << u" repo  gist\n"_s << QStringList{u"repo"_s, u"gist"_s};
        QTest::newRow("lines") << u"activity\nheartrate\nsleep\n"_s << QStringList{u"activity"_s, u"heartrate"_s, u"sleep"_s};
        QTest::newRow("one word") << u"repo"_s << QStringList{u"repo"_s};
        QTest::newRow("one twice") << u"repo repo"_s << QStringList{u"repo"_s};
        QTest::newRow("nothing") << u" \n"_s << QStringList();
        QTest::newRow("a sentence") << u"The user has denied it."_s << QStringList();
        QTest::newRow("an address") << u"https://example.com/cb"_s << QStringList();
        QTest::newRow("an answer without scopes") << u"{\"error\": \"access_denied\"}"_s << QStringList();
    }

    void reads()
    {
        QFETCH(const QString, text);
        QTEST(statedScopes(text, **builtInCatalog().value), "scopes");
    }
};

SCOPES_TEST(StatedScopesTest)
#include "StatedScopesTest.moc"
