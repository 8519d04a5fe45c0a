#include "document/WholeFile.h"

#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace scopes::tests {

using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX
namespace {

/// As long as it lives no file grows beyond that size: a write fails as it does on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t mostBytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{mostBytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

} // namespace
#endif

class WholeFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFullDiskIsToldAndLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("size");

        QTest::newRow("no room for a small file") << 0 << 100;
        QTest::newRow("room for a part of a small file") << 40 << 100;
        QTest::newRow("no room for a file beyond any buffer") << 0 << 100'000;
        QTest::newRow("room for all but the last byte") << 99'999 << 100'000;
    }

    void aFullDiskIsToldAndLeavesTheFileAsItWas()
    {
#ifdef Q_OS_UNIX
        QFETCH(const int, room);
        QFETCH(const int, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.scopes.json"_s);
        QCOMPARE(writeWholeFile(path, "before"), QString());
        QString why;
        {
            const FullDisk disk(static_cast<rlim_t>(room));
            why = writeWholeFile(path, QByteArray(size, 'x'));
        }
        QVERIFY(!why.isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.scopes.json"_s});
#else
        QSKIP("Only Unix limits what a program may write.");
#endif
    }
};

SCOPES_TEST(WholeFileTest)

} // namespace scopes::tests

#include "WholeFileTest.moc"
