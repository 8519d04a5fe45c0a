#include "workspace/Autosave.h"

#include "support/TestMain.h"
#include "workspace/SmallCatalog.h"
#include "workspace/TestFiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUuid>

namespace scopes::tests {

using namespace std::chrono_literals;

namespace {

constexpr Autosave::Pace quick{20ms, 100ms};

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

QByteArray fileWith(const QStringList& scopes)
{
    return RequestFile{u"small"_s, u"comma"_s, scopes, {{u"team"_s, u"video"_s}}}.toBytes();
}

/// One instance of the program.
struct Instance
{
    explicit Instance(const QString& folder, Autosave::Pace pace = quick)
        : autosave(session, folder, pace)
    {
    }

    Workspace workspace{smallCatalog({u"a"_s, u"b"_s, u"c"_s})};
    RequestSession session{workspace};
    Autosave autosave;
    QSignalSpy writes{&autosave, &Autosave::written};
    QSignalSpy failures{&autosave, &Autosave::failed};
};

/// Starts a process that works on a request in that folder, and waits until it is autosaved.
void startVictim(QProcess& victim, const QString& folder, const QString& path, const QStringList& scopes)
{
    victim.start(QStringLiteral(SCOPES_AUTOSAVE_VICTIM), QStringList{folder, path} + scopes);
    // The second time is for a machine that paused all of us for longer than the first.
    QVERIFY(victim.waitForReadyRead(20'000) || victim.waitForReadyRead(20'000));
    QCOMPARE(victim.readAllStandardOutput().trimmed(), QByteArray("kept"));
}

/// Another process that works on a request in that folder and is killed once it is autosaved.
void leaveBehind(const QString& folder, const QString& path, const QStringList& scopes)
{
    QProcess victim;
    startVictim(victim, folder, path, scopes);
    victim.kill(); // SIGKILL
    QVERIFY(victim.waitForFinished());
    QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
}

} // namespace

class AutosaveTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_base;
    QString m_folder;

private Q_SLOTS:

    void init()
    {
        m_base = std::make_unique<QTemporaryDir>();
        m_folder = m_base->filePath(u"state/scope-explorer/autosave"_s);
    }

    void standardFolder()
    {
        const auto restore = qScopeGuard([before = qgetenv("XDG_STATE_HOME")] {
            before.isNull() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", before);
        });
        qputenv("XDG_STATE_HOME", "/srv/state/");
        QCOMPARE(Autosave::standardFolder(), u"/srv/state/scope-explorer/autosave"_s);
        for (const char* unusable : {"", "not/absolute"}) {
            qputenv("XDG_STATE_HOME", unusable);
            QCOMPARE(Autosave::standardFolder(), QDir::homePath() + u"/.local/state/scope-explorer/autosave"_s);
        }
    }

    void writtenWhileModified()
    {
        Instance one(m_folder);
        QTest::qWait(100);
        QVERIFY(!QDir(m_folder).exists());
        one.workspace.addScopes({u"b"_s, u"x"_s});
        QTRY_COMPARE_WITH_TIMEOUT(one.writes.count(), 1, 5000);
        QCOMPARE(namesIn(m_folder).size(), 2); // the request and its lock
        const QString file = m_folder + u'/' + namesIn(m_folder).filter(u".scopes.json"_s).value(0);
        QCOMPARE(readRequestFile(file).value.value_or(RequestFile()).scopes, (QStringList{u"b"_s, u"x"_s}));
        QCOMPARE(QFile::permissions(m_folder) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        one.workspace.setFormat(u"json-array"_s);
        QTRY_COMPARE_WITH_TIMEOUT(one.writes.count(), 2, 5000);
        QCOMPARE(readRequestFile(file).value.value_or(RequestFile()).format, u"json-array"_s);
        one.workspace.setCallsTicked({u"user.info#open_id"_s}, true);
        QTRY_COMPARE_WITH_TIMEOUT(one.writes.count(), 3, 5000);
        QCOMPARE(readRequestFile(file).value.value_or(RequestFile()).calls, QStringList{u"user.info#open_id"_s});

        one.workspace.undoStack().setIndex(0);
        QCOMPARE(namesIn(m_folder), QStringList()); // clean
        one.workspace.addScopes({u"a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(one.writes.count(), 4, 5000);
        QCOMPARE(one.session.saveAs(m_base->filePath(u"mine"_s)), QString());
        QCOMPARE(namesIn(m_folder), QStringList()); // saved
        QTest::qWait(200);
        QCOMPARE(one.writes.count(), 4);
        QCOMPARE(namesIn(m_folder), QStringList());
        QCOMPARE(one.failures.count(), 0);
    }

    void removedAtTheEnd()
    {
        {
            Instance one(m_folder);
            one.workspace.addScopes({u"b"_s});
            one.autosave.flush();
            QCOMPARE(namesIn(m_folder).size(), 2);
        }
        QCOMPARE(namesIn(m_folder), QStringList());
    }

    void continuousChangesAreWrittenNowAndThen()
    {
        Instance one(m_folder, {100ms, 400ms});
        QElapsedTimer timer;
        timer.start();
        for (int number = 0; timer.elapsed() < 2000; ++number) {
            one.workspace.addScopes({u"x.%1"_s.arg(number)});
            QTest::qWait(10);
        }
        const auto writes = one.writes.count();
        QVERIFY2(writes >= 2 && writes <= timer.elapsed() / 400, qPrintable(QString::number(writes)));
    }

    void holdsOnlyTheRequest()
    {
        const QString path = m_base->filePath(u"mine.scopes.json"_s);
        put(path, fileWith({u"a"_s}));
        Instance one(m_folder);
        QVERIFY(one.session.open(path).empty());
        one.workspace.addScopes({u"b"_s});
        one.autosave.flush();
        const QString file = m_folder + u'/' + namesIn(m_folder).filter(u".scopes.json"_s).value(0);
        const RequestFile expected{u"small"_s, u"comma"_s, {u"a"_s, u"b"_s}, {{u"autosavedFrom"_s, path}}};
        QCOMPARE(contentOf(file), expected.toBytes());
    }

    void recoveredAfterKill_data()
    {
        QTest::addColumn<bool>("hasFile");
        QTest::newRow("a request that had a file") << true;
        QTest::newRow("a request that never had one") << false;
    }

    void recoveredAfterKill()
    {
        QFETCH(bool, hasFile);
        const QString path = hasFile ? m_base->filePath(u"mine.scopes.json"_s) : QString();
        if (hasFile)
            put(path, fileWith({u"a"_s}));
        leaveBehind(m_folder, hasFile ? path : u"-"_s, {u"b"_s, u"x\u202Ey"_s});
        QCOMPARE(namesIn(m_folder).size(), 2);

        Instance next(m_folder);
        const auto left = next.autosave.recoverable();
        QCOMPARE(left.messages, QStringList());
        QCOMPARE(left.requests.size(), 1);
        QCOMPARE(left.requests.front().path, path);
        QVERIFY(qAbs(left.requests.front().time.secsTo(QDateTime::currentDateTime())) < 60);
        next.autosave.recover(left.requests.front());

        const QStringList names = (hasFile ? QStringList{u"a"_s} : QStringList()) + QStringList{u"b"_s, u"x\u202Ey"_s};
        QCOMPARE(next.workspace.selection().names(), names);
        QVERIFY(next.session.isModified());
        QCOMPARE(next.session.path(), path);
        QCOMPARE(namesIn(m_folder).size(), 2); // now this instance's own
        QCOMPARE(next.autosave.recoverable().requests.size(), 0);
        if (hasFile) {
            QCOMPARE(contentOf(path), fileWith({u"a"_s})); // until the user saves
            QCOMPARE(next.session.save(), QString());
            QCOMPARE(contentOf(path), fileWith(names));
            QCOMPARE(namesIn(m_folder), QStringList());
        }
    }

    void discarded()
    {
        leaveBehind(m_folder, u"-"_s, {u"b"_s});
        Instance next(m_folder);
        const auto left = next.autosave.recoverable();
        QCOMPARE(left.requests.size(), 1);
        next.autosave.discard(left.requests.front());
        QCOMPARE(namesIn(m_folder), QStringList());
        QVERIFY(!next.session.isModified());
    }

    void undecidedIsOfferedAgain()
    {
        leaveBehind(m_folder, u"-"_s, {u"b"_s});
        leaveBehind(m_folder, u"-"_s, {u"c"_s});
        {
            Instance next(m_folder);
            QCOMPARE(next.autosave.recoverable().requests.size(), 2);
            QCOMPARE(next.autosave.recoverable().requests.size(), 2);
            Instance third(m_folder);
            QCOMPARE(third.autosave.recoverable().requests.size(), 0); // the other one offers them
        }
        Instance later(m_folder);
        const auto left = later.autosave.recoverable();
        QCOMPARE(left.requests.size(), 2);
        QVERIFY(left.requests.front().time >= left.requests.back().time);
    }

    void runningInstancesKeepTheirs()
    {
        Instance one(m_folder);
        Instance two(m_folder);
        one.workspace.addScopes({u"a"_s});
        two.workspace.addScopes({u"b"_s});
        one.autosave.flush();
        two.autosave.flush();
        QCOMPARE(namesIn(m_folder).size(), 4);
        QCOMPARE(one.autosave.recoverable().requests.size(), 0);
        QCOMPARE(two.autosave.recoverable().requests.size(), 0);

        QProcess running;
        startVictim(running, m_folder, u"-"_s, {u"c"_s});
        QCOMPARE(one.autosave.recoverable().requests.size(), 0);
        running.kill();
        QVERIFY(running.waitForFinished());
        QCOMPARE(one.autosave.recoverable().requests.size(), 1);
    }

    void lockOfAnotherProcessNumber()
    {
        // A dead instance's number is that of a living process now, of the same name: this one.
        leaveBehind(m_folder, u"-"_s, {u"b"_s});
        const QString lock = m_folder + u'/' + namesIn(m_folder).filter(u".lock"_s).value(0);
        QLockFile own(m_base->filePath(u"own.lock"_s));
        QVERIFY(own.tryLock());
        put(lock, contentOf(m_base->filePath(u"own.lock"_s)));
        Instance next(m_folder);
        QCOMPARE(next.autosave.recoverable().requests.size(), 1);
    }

    void unreadableIsSetAside()
    {
        QVERIFY(QDir().mkpath(m_folder));
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        put(m_folder + u'/' + id + u".scopes.json"_s, "{ \"scopes\": [");
        put(m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".scopes.json.AbCdEf"_s, "cut short");
        put(m_folder + u"/notes.txt"_s, "not ours");
        Instance next(m_folder);
        const auto left = next.autosave.recoverable();
        QCOMPARE(left.requests.size(), 0);
        QCOMPARE(left.messages.size(), 1);
        QVERIFY2(left.messages.front().contains(id), qPrintable(left.messages.front()));
        QCOMPARE(namesIn(m_folder), (QStringList{id + u".scopes.json.damaged"_s, u"notes.txt"_s}));
        QCOMPARE(next.autosave.recoverable().messages, QStringList());
    }

    void failureIsToldOnce()
    {
        put(m_base->filePath(u"state"_s), "a file where a folder is needed");
        Instance one(m_folder);
        one.workspace.addScopes({u"a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(one.failures.count(), 1, 5000);
        const QString message = one.failures.front().front().toString();
        QVERIFY2(message.contains(m_folder) && message.endsWith(u'.'), qPrintable(message));
        one.workspace.addScopes({u"b"_s});
        QTest::qWait(200);
        QCOMPARE(one.failures.count(), 1);
        QCOMPARE(one.writes.count(), 0);
        QCOMPARE(one.autosave.recoverable().requests.size(), 0);
    }
};

} // namespace scopes::tests

using scopes::tests::AutosaveTest;
SCOPES_TEST(AutosaveTest)
#include "AutosaveTest.moc"
