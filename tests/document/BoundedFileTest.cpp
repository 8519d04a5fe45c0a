#include "document/BoundedFile.h"

#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace scopes;

class BoundedFileTest : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString written(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test's file cannot be written");
        return path(name);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:

    void readsAFile()
    {
        const QByteArray content = QByteArray("ä\0\n", 4).repeated(100'000);
        const auto read = readBounded(written(u"good.json"_s, content));
        QVERIFY(read);
        QCOMPARE(*read.value, content);
    }

    void readsUpToTheLimit()
    {
        QCOMPARE(*readBounded(written(u"four"_s, "1234"), 4).value, "1234");
        QVERIFY(!readBounded(path(u"four"_s), 3));
        QVERIFY(readBounded(path(u"four"_s), 3).problems.front().message.contains(u"has 4 bytes; at most 3"_s));
    }

    void readsThroughALink()
    {
        written(u"target"_s, "there");
        QVERIFY(QFile::link(path(u"target"_s), path(u"link"_s)));
        QCOMPARE(*readBounded(path(u"link"_s)).value, "there");
    }

    void readsABuiltInFile()
    {
        QVERIFY(readBounded(u":/no/such"_s).problems.front().message.contains(u"no such built-in file"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("part");

        QTest::newRow("a missing file") << path(u"none"_s) << u"no such file"_s;
        QTest::newRow("a file in a missing folder") << path(u"no/where"_s) << u"no such file"_s;
        QTest::newRow("no name") << u""_s << u"no such file"_s;
        QTest::newRow("a directory") << m_folder.path() << u"a directory, not a file"_s;
        QTest::newRow("an empty file") << written(u"empty"_s, {}) << u"file is empty"_s;
        QFile::link(path(u"gone"_s), path(u"dangling"_s));
        QTest::newRow("a dangling link") << path(u"dangling"_s) << u"link points to nothing"_s;
#ifdef Q_OS_UNIX
        QTest::newRow("a device") << u"/dev/null"_s << u"a special file"_s;
        mkfifo(path(u"pipe"_s).toLocal8Bit().constData(), 0600);
        QTest::newRow("a pipe without a writer") << path(u"pipe"_s) << u"a special file"_s;
#endif
    }

    void refuses()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, part);
        QElapsedTimer timer;
        timer.start();
        const auto read = readBounded(file);
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(!read);
        QCOMPARE(read.problems.size(), std::size_t(1));
        QVERIFY2(read.problems.front().message.contains(part), qPrintable(read.problems.front().message));
        QCOMPARE(read.problems.front().line, 0);
    }

    void refusesWhatMayNotBeRead()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("root may read everything: this is tried only by other users");
#endif
        const QString file = written(u"secret"_s, "x");
        QVERIFY(QFile::setPermissions(file, QFileDevice::WriteOwner));
        const auto read = readBounded(file);
        QVERIFY(!read);
        QVERIFY(read.problems.front().message.contains(u"cannot be opened"_s));
    }

    void readsAFileThatSaysItHasNoSize()
    {
#ifdef Q_OS_LINUX
        const auto read = readBounded(u"/proc/self/status"_s);
        QVERIFY(read);
        QVERIFY(read.value->contains("Pid:"));
#else
        QSKIP("only Linux has /proc");
#endif
    }
};

SCOPES_TEST(BoundedFileTest)
#include "BoundedFileTest.moc"
