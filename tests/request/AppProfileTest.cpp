#include "request/AppProfile.h"

#include "support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

AppProfile sandbox()
{
    AppProfile profile;
    profile.name = u"sandbox"_s;
    profile.catalog = u"tiktok"_s;
    profile.platform = u"desktop"_s;
    profile.clientKey = u"aw1234567890"_s;
    profile.approved = {u"user.info.basic"_s, u"video.list"_s};
    profile.appliedFor = {u"video.publish"_s};
    profile.products = {u"Login Kit"_s};
    profile.redirectUris = {u"http://127.0.0.1:*/callback/"_s};
    return profile;
}

} // namespace

class AppProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyMemberComesBack()
    {
        const AppProfile profile = sandbox();
        const auto read = readAppProfile(profile.toBytes());
        QVERIFY(read);
        QCOMPARE(read.value->clientKey, profile.clientKey);
        QVERIFY(*read.value == profile);
        QCOMPARE(read.value->toBytes(), profile.toBytes());
    }

    void aFileComesBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"sandbox.app.json"_s);
        QCOMPARE(writeAppProfile(path, sandbox()), QString());
        const auto read = readAppProfileFile(path);
        QVERIFY(read);
        QVERIFY(*read.value == sandbox());
    }

    void bytesAreSortedOneItemALine()
    {
        const QByteArray bytes = sandbox().toBytes();
        QVERIFY(bytes.endsWith("}\n"));
        QVERIFY(!bytes.contains('\r'));
        QStringList keys;
        for (const QByteArray& line : bytes.split('\n')) {
            if (line.startsWith("    \""))
                keys += QString::fromUtf8(line).section(u'"', 1, 1);
        }
        QStringList sorted = keys;
        sorted.sort();
        QCOMPARE(keys, sorted);
        QVERIFY(keys.contains(u"clientKey"_s));
        QVERIFY(bytes.contains("\n        \"user.info.basic\",\n"));
    }

    void whatIsNotKnownIsKept()
    {
        const auto read = readAppProfile(R"({"approved": [], "version": 1, "colour": {"of": ["the", "badge"]}})");
        QVERIFY(read);
        QCOMPARE(read.value->clientKey, QString());
        QVERIFY(read.value->toBytes().contains("\"colour\""));
        QVERIFY(read.value->toBytes().contains("\"badge\""));
    }

    void brokenProfiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("no profile at all") << QByteArray(R"({"scopes": []})") << u"not an app profile"_s;
        QTest::newRow("a client key that is no string")
            << QByteArray(R"({"approved": [], "version": 1, "clientKey": 7})") << u"Expected a string"_s;
        QTest::newRow("two client keys") << QByteArray(R"({"approved": [], "clientKey": "a", "clientKey": "b", "version": 1})")
                                         << u"twice"_s;
        QTest::newRow("a client secret") << QByteArray(R"({"approved": [], "version": 1, "clientSecret": "s"})")
                                         << u"looks like a secret"_s;
        QTest::newRow("a verifier") << QByteArray(R"({"approved": [], "version": 1, "code_verifier": "s"})")
                                    << u"looks like a secret"_s;
        QTest::newRow("a later version") << QByteArray(R"({"approved": [], "version": 2})") << u"\"version\" 1"_s;
        QTest::newRow("a scope that is no string") << QByteArray(R"({"approved": [1], "version": 1})") << u"not empty"_s;
    }

    void brokenProfiles()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, words);
        const auto read = readAppProfile(content);
        QVERIFY(!read);
        QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
    }
};

} // namespace scopes::tests

using scopes::tests::AppProfileTest;
SCOPES_TEST(AppProfileTest)
#include "AppProfileTest.moc"
