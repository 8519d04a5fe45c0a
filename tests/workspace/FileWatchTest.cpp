#include "workspace/FileWatch.h"

#include "support/TestMain.h"
#include "workspace/TestFiles.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace scopes::tests {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray original = "the first content";
const QByteArray sameSize = "the other content";

/// As editors and version control do.
void replaceByRename(const QString& path, const QByteArray& content)
{
    put(path + u".new"_s, content);
    QCOMPARE(::rename(qPrintable(path + u".new"_s), qPrintable(path)), 0);
}

using Deed = std::function<void(const QString& path)>;

void dropFolder(const QString& path)
{
    QVERIFY(QDir(QFileInfo(path).absolutePath()).removeRecursively());
}

struct Case
{
    const char* title;
    Deed deed;
    int changed;
    int vanished;
};

const std::vector<Case> cases{
    {"other content is written into it", [](const QString& path) { put(path, "more than was there before"); }, 1, 0},
    {"content of the same size is written into it", [](const QString& path) { put(path, sameSize); }, 1, 0},
    {"the same content is written into it", [](const QString& path) { put(path, original); }, 0, 0},
    {"it becomes empty", [](const QString& path) { put(path, ""); }, 1, 0},
    {"another file is renamed over it", [](const QString& path) { replaceByRename(path, sameSize); }, 1, 0},
    {"a copy is renamed over it", [](const QString& path) { replaceByRename(path, original); }, 0, 0},
    {"it is deleted", [](const QString& path) { QVERIFY(QFile::remove(path)); }, 0, 1},
    {"it is renamed away", [](const QString& path) { QVERIFY(QFile::rename(path, path + u".away"_s)); }, 0, 1},
    {"its folder goes", dropFolder, 0, 1},
    {"a folder takes its place",
        [](const QString& path) {
            QVERIFY(QFile::remove(path));
            QVERIFY(QDir().mkdir(path));
        },
        0, 1},
    {"it is deleted and written anew at once",
        [](const QString& path) {
            QVERIFY(QFile::remove(path));
            put(path, original);
        },
        0, 0},
    {"another file appears beside it", [](const QString& path) { put(path + u".beside"_s, "x"); }, 0, 0},
};

} // namespace

class FileWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void notices_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<int>("changed");
        QTest::addColumn<int>("vanished");
        for (const Case& one : cases)
            QTest::newRow(one.title) << one.deed << one.changed << one.vanished;
    }

    void notices()
    {
        QFETCH(Deed, deed);
        QFETCH(int, changed);
        QFETCH(int, vanished);
        const QTemporaryDir base;
        const QString path = base.filePath(u"a folder/a file"_s);
        QVERIFY(QDir().mkpath(base.filePath(u"a folder"_s)));
        put(path, original);
        FileWatch watch(nullptr, 40ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        const QSignalSpy ends(&watch, &FileWatch::vanished);
        const QSignalSpy returns(&watch, &FileWatch::cameBack);
        watch.watch(path, original);
        QTest::qWait(100);

        deed(path);
        if (changed + vanished > 0)
            QTRY_COMPARE_WITH_TIMEOUT(changes.count() + ends.count(), changed + vanished, 5000);
        QTest::qWait(250); // nothing more comes
        QCOMPARE(changes.count(), changed);
        QCOMPARE(ends.count(), vanished);
        QCOMPARE(returns.count(), 0);
    }

    void keepsWatchingAfterReplace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        put(path, original);
        FileWatch watch(nullptr, 20ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        watch.watch(path);
        for (qsizetype round = 1; round <= 5; ++round) {
            replaceByRename(path, "renamed " + QByteArray::number(round));
            QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 2 * round - 1, 5000);
            put(path, "written " + QByteArray::number(round));
            QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 2 * round, 5000);
        }
    }

    void comesBack_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("withFolder");
        QTest::addColumn<int>("returns");
        QTest::newRow("with its content") << original << false << 1;
        QTest::newRow("with other content") << sameSize << false << 0;
        QTest::newRow("with its folder and content") << original << true << 1;
        QTest::newRow("with its folder and other content") << sameSize << true << 0;
    }

    void comesBack()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, withFolder);
        QFETCH(int, returns);
        const QTemporaryDir base;
        const QString path = base.filePath(u"one/two/file"_s);
        QVERIFY(QDir(base.path()).mkpath(u"one/two"_s));
        put(path, original);
        FileWatch watch(nullptr, 20ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        const QSignalSpy ends(&watch, &FileWatch::vanished);
        const QSignalSpy comebacks(&watch, &FileWatch::cameBack);
        watch.watch(path, original);
        if (withFolder)
            QVERIFY(QDir(base.filePath(u"one"_s)).removeRecursively());
        else
            QVERIFY(QFile::remove(path));
        QTRY_COMPARE_WITH_TIMEOUT(ends.count(), 1, 5000);
        if (withFolder) {
            QVERIFY(QDir(base.path()).mkdir(u"one"_s));
            QTest::qWait(100);
            QVERIFY(QDir(base.path()).mkdir(u"one/two"_s));
            QTest::qWait(100);
        }
        put(path, content);
        QTRY_COMPARE_WITH_TIMEOUT(comebacks.count() + changes.count(), 1, 5000);
        QTest::qWait(100);
        QCOMPARE(comebacks.count(), returns);
        QCOMPARE(changes.count(), 1 - returns);
    }

    void throughALink()
    {
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        const QString target = elsewhere.filePath(u"target"_s);
        const QString link = folder.filePath(u"link"_s);
        put(target, original);
        QVERIFY(QFile::link(target, link));
        FileWatch watch(nullptr, 20ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        const QSignalSpy ends(&watch, &FileWatch::vanished);
        const QSignalSpy returns(&watch, &FileWatch::cameBack);
        watch.watch(link, original);
        replaceByRename(target, sameSize);
        QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, 5000);
        QVERIFY(QFile::remove(target));
        QTRY_COMPARE_WITH_TIMEOUT(ends.count(), 1, 5000);
        put(target, sameSize);
        QTRY_COMPARE_WITH_TIMEOUT(returns.count(), 1, 5000);
    }

    void changeBeforeTheWatch()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        put(path, sameSize);
        FileWatch watch(nullptr, 20ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        watch.watch(path, original); // what was read before another program wrote
        QTRY_COMPARE_WITH_TIMEOUT(changes.count(), 1, 5000);
    }

    void streamOfEventsIsBundled()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        put(path, original);
        FileWatch watch(nullptr, 100ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        watch.watch(path, original);
        QElapsedTimer timer;
        timer.start();
        for (int number = 0; timer.elapsed() < 1600; ++number) {
            put(path, QByteArray::number(number));
            QTest::qWait(10);
        }
        const auto seen = changes.count();
        QVERIFY2(seen >= 1 && seen <= timer.elapsed() / 400, qPrintable(QString::number(seen)));
        QTest::qWait(400);
        QVERIFY(changes.count() <= seen + 1);
    }

    void stops()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        put(path, original);
        FileWatch watch(nullptr, 20ms);
        const QSignalSpy changes(&watch, &FileWatch::changed);
        watch.watch(path, original);
        watch.stop();
        put(path, sameSize);
        QTest::qWait(200);
        watch.check();
        QCOMPARE(changes.count(), 0);
    }
};

} // namespace scopes::tests

using scopes::tests::FileWatchTest;
SCOPES_TEST(FileWatchTest)
#include "FileWatchTest.moc"
