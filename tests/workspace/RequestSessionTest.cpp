#include "workspace/RequestSession.h"

#include "support/TestMain.h"
#include "workspace/SmallCatalog.h"
#include "workspace/TestFiles.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace scopes::tests {

namespace {

QByteArray fileWith(const QStringList& scopes)
{
    return RequestFile{u"small"_s, u"comma"_s, scopes, {}}.toBytes();
}

/// A session in a folder of its own.
struct Desk
{
    QTemporaryDir folder;
    Workspace workspace{smallCatalog({u"a"_s, u"b"_s, u"c"_s})};
    RequestSession session{workspace};
    QSignalSpy titles{&session, &RequestSession::titleChanged};
    QSignalSpy modifications{&session, &RequestSession::modifiedChanged};
    QSignalSpy changes{&session, &RequestSession::changedOutside};
    QSignalSpy ends{&session, &RequestSession::vanishedOutside};
    QSignalSpy returns{&session, &RequestSession::cameBackOutside};

    QString path(const QString& name) const { return folder.filePath(name); }

    /// Writes a request with the scope 'a' and opens it.
    void open(const QString& name)
    {
        put(path(name), fileWith({u"a"_s}));
        QVERIFY(session.open(path(name)).empty());
    }
};

} // namespace

class RequestSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aSavedRequestStaysAsItsFileWhenTheCatalogChanges_data()
    {
        QTest::addColumn<QByteArray>("file"); // empty: it is saved here
        QTest::addColumn<QString>("format");

        QTest::newRow("opened without scopes") << fileWith({}) << u"comma"_s;
        QTest::newRow("saved without scopes") << QByteArray() << u"comma"_s;
        QTest::newRow("opened without a format") << RequestFile{u"small"_s, {}, {}, {}}.toBytes() << u"space"_s;
    }

    void aSavedRequestStaysAsItsFileWhenTheCatalogChanges()
    {
        QFETCH(const QByteArray, file);
        Desk desk;
        const QString path = desk.path(u"login.scopes.json"_s);
        if (file.isEmpty()) {
            QCOMPARE(desk.session.saveAs(path), QString());
        } else {
            put(path, file);
            QVERIFY(desk.session.open(path).empty());
        }
        QCOMPARE(desk.workspace.formatId(), u"comma"_s);
        desk.workspace.setCatalog(smallCatalog({u"a"_s}, "other", " "));
        QTEST(desk.workspace.formatId(), "format");
        QCOMPARE(desk.workspace.request().catalog, u"small"_s);
        QVERIFY(!desk.session.isModified());
        desk.session.newRequest(); // which nobody has chosen a format for
        QCOMPARE(desk.workspace.formatId(), u"space"_s);
    }

    void fromNewToSavedAndBack()
    {
        Desk desk;
        RequestSession& session = desk.session;
        QCOMPARE(session.title(), u"untitled.scopes.json"_s);
        QVERIFY(!session.isModified());
        QVERIFY(session.save().contains(u"Save As"_s));
        QVERIFY(!session.reload().empty());

        desk.workspace.addScopes({u"a"_s, u"x"_s});
        QVERIFY(session.isModified());
        QCOMPARE(desk.modifications.count(), 1);
        QCOMPARE(session.saveAs(desk.path(u"mine"_s)), QString());
        QCOMPARE(session.path(), desk.path(u"mine.scopes.json"_s));
        QCOMPARE(session.title(), u"mine.scopes.json"_s);
        QCOMPARE(desk.titles.count(), 1);
        QVERIFY(!session.isModified());
        QCOMPARE(contentOf(session.path()), fileWith({u"a"_s, u"x"_s}));

        desk.workspace.removeScopes({u"a"_s});
        QVERIFY(session.isModified());
        QCOMPARE(session.save(), QString());
        QCOMPARE(contentOf(session.path()), fileWith({u"x"_s}));
        desk.workspace.undoStack().undo();
        QVERIFY(session.isModified());
        desk.workspace.undoStack().redo();
        QVERIFY(!session.isModified());

        desk.workspace.addScopes({u"b"_s});
        QVERIFY(session.reload().empty());
        QVERIFY(!session.isModified());
        QCOMPARE(desk.workspace.selection().names(), QStringList{u"x"_s});

        session.newRequest();
        QVERIFY(session.path().isEmpty() && !session.isModified() && desk.workspace.selection().isEmpty());
        QCOMPARE(session.title(), u"untitled.scopes.json"_s);
        QTest::qWait(400);
        QCOMPARE(desk.changes.count() + desk.ends.count() + desk.returns.count(), 0); // own saves are no outside changes
    }

    void signalsComeWhenAllIsDone()
    {
        Desk desk;
        put(desk.path(u"other.scopes.json"_s), fileWith({u"b"_s}));
        desk.workspace.addScopes({u"a"_s});
        int checked = 0;
        const auto check = [&] {
            QCOMPARE(desk.session.title(), u"other.scopes.json"_s);
            QCOMPARE(desk.workspace.selection().names(), QStringList{u"b"_s});
            QVERIFY(!desk.session.isModified());
            ++checked;
        };
        connect(&desk.session, &RequestSession::titleChanged, this, check);
        connect(&desk.session, &RequestSession::modifiedChanged, this, check);
        QVERIFY(desk.session.open(desk.path(u"other.scopes.json"_s)).empty());
        QCOMPARE(checked, 2);
    }

    void openFailsWithoutLoss_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no such file") << u"none.scopes.json"_s << QByteArray();
        QTest::newRow("a folder") << u"."_s << QByteArray();
        QTest::newRow("not JSON") << u"bad.scopes.json"_s << QByteArray("user.info.basic");
        QTest::newRow("another JSON") << u"bad.scopes.json"_s << QByteArray("{\"a\": 1}");
        QTest::newRow("a wrong type") << u"bad.scopes.json"_s << QByteArray(R"({"version": 1, "scopes": [1]})");
    }

    void openFailsWithoutLoss()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        Desk desk;
        desk.open(u"mine.scopes.json"_s);
        desk.workspace.addScopes({u"b"_s});
        if (!content.isEmpty())
            put(desk.path(name), content);
        const Problems problems = desk.session.open(desk.path(name));
        QVERIFY(hasErrors(problems));
        QCOMPARE(desk.session.title(), u"mine.scopes.json"_s);
        QCOMPARE(desk.workspace.selection().names(), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(desk.session.isModified());
        QCOMPARE(desk.workspace.undoStack().count(), 1);
        // The watch is still on the open file.
        put(desk.path(u"mine.scopes.json"_s), fileWith({u"c"_s}));
        QVERIFY(desk.session.isChangedOutside());
    }

    void notesAreHandedOn()
    {
        Desk desk;
        put(desk.path(u"n.scopes.json"_s),
            R"({"catalog": "other", "format": "nonsense", "scopes": ["a", "a"], "version": 1, "team": "video"})");
        const Problems notes = desk.session.open(desk.path(u"n.scopes.json"_s));
        QVERIFY(!hasErrors(notes));
        QCOMPARE(notes.size(), 2);
        QCOMPARE(desk.workspace.selection().names(), QStringList{u"a"_s});
        QCOMPARE(desk.session.save(), QString());
        const QByteArray saved = contentOf(desk.session.path());
        QVERIFY2(saved.contains("\"team\": \"video\"") && saved.contains("\"catalog\": \"other\""), saved.constData());
    }

    void relativePathBecomesAbsolute()
    {
        Desk desk;
        desk.open(u"mine.scopes.json"_s);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(desk.folder.path()));
        const Problems problems = desk.session.open(u"mine.scopes.json"_s);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(problems.empty());
        QVERIFY(QDir::isAbsolutePath(desk.session.path()));
        QCOMPARE(desk.session.save(), QString());
    }

    void withSuffix_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("saved");
        QTest::newRow("none") << u"mine"_s << u"mine.scopes.json"_s;
        QTest::newRow("the whole") << u"mine.scopes.json"_s << u"mine.scopes.json"_s;
        QTest::newRow("another") << u"mine.json"_s << u"mine.json"_s;
        QTest::newRow("half of it") << u"mine.scopes"_s << u"mine.scopes.json"_s;
        QTest::newRow("a folder with one") << u"v1.2/mine"_s << u"v1.2/mine.scopes.json"_s;
        QTest::newRow("an existing file of just that name") << u"existing"_s << u"existing"_s;
    }

    void withSuffix()
    {
        QFETCH(QString, name);
        QFETCH(QString, saved);
        const QTemporaryDir folder;
        put(folder.filePath(u"existing"_s), "x");
        QCOMPARE(RequestSession::withSuffix(folder.filePath(name)), folder.filePath(saved));
    }

    void saveFailsWithoutLoss_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a folder that is a file") << u"file/mine.scopes.json"_s << u"is a file, not a folder"_s;
        QTest::newRow("a folder that is gone") << u"gone/mine.scopes.json"_s << u"does not exist"_s;
        QTest::newRow("a folder") << u"folder.json"_s << u"directory"_s;
        QTest::newRow("a pipe") << u"pipe.json"_s << u"special file"_s;
        QTest::newRow("a device") << u"/dev/full"_s << u"special file"_s;
        QTest::newRow("a folder where nobody may write") << u"/proc/mine.scopes.json"_s << u"mine.scopes.json”: "_s;
    }

    void saveFailsWithoutLoss()
    {
        QFETCH(QString, path);
        QFETCH(QString, reason);
        Desk desk;
        desk.open(u"mine.scopes.json"_s);
        const QByteArray before = contentOf(desk.session.path());
        put(desk.path(u"file"_s), "no folder");
        QVERIFY(QDir(desk.folder.path()).mkdir(u"folder.json"_s));
        QCOMPARE(::mkfifo(qPrintable(desk.path(u"pipe.json"_s)), 0600), 0);
        desk.workspace.addScopes({u"b"_s});

        const QString full = QDir::isAbsolutePath(path) ? path : desk.path(path);
        const QString message = desk.session.saveAs(full);
        QVERIFY2(message.contains(full) && message.contains(reason) && message.endsWith(u'.'), qPrintable(message));
        QVERIFY2(!message.contains(u".."_s), qPrintable(message));
        QCOMPARE(desk.session.title(), u"mine.scopes.json"_s);
        QVERIFY(desk.session.isModified());
        QCOMPARE(contentOf(desk.session.path()), before);
        QCOMPARE(contentOf(desk.path(u"file"_s)), QByteArray("no folder"));
        QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
    }

    void fullDisk()
    {
        const QTemporaryDir folder;
        const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {u"-q"_s, folder.path()}); });
        QProcess mount;
        mount.start(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=64k"_s, u"tmpfs"_s, folder.path()});
        if (!mount.waitForFinished() || mount.exitStatus() != QProcess::NormalExit || mount.exitCode() != 0)
            QSKIP("no file system can be mounted here, so no disk can be filled");
        Desk desk;
        const QString path = folder.filePath(u"mine.scopes.json"_s);
        put(path, fileWith({u"a"_s}));
        QVERIFY(desk.session.open(path).empty());
        QStringList many;
        for (int number = 0; number < 10'000; ++number)
            many.append(u"a.scope.with.a.long.name.%1"_s.arg(number));
        desk.workspace.addScopes(many);
        const QString message = desk.session.save();
        QVERIFY2(message.contains(path) && message.contains(u"No space left"_s), qPrintable(message));
        QCOMPARE(contentOf(path), fileWith({u"a"_s}));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(desk.session.isModified());
    }

    void linkAndModeStay()
    {
        Desk desk;
        const QTemporaryDir elsewhere;
        const QString target = elsewhere.filePath(u"target.scopes.json"_s);
        put(target, fileWith({u"a"_s}));
        QCOMPARE(::chmod(qPrintable(target), 0640), 0);
        QVERIFY(QFile::link(target, desk.path(u"link.scopes.json"_s)));
        QVERIFY(desk.session.open(desk.path(u"link.scopes.json"_s)).empty());
        desk.workspace.addScopes({u"b"_s});
        QCOMPARE(desk.session.save(), QString());
        QVERIFY(QFileInfo(desk.path(u"link.scopes.json"_s)).isSymLink());
        QCOMPARE(contentOf(target), fileWith({u"a"_s, u"b"_s}));
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(target), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0640U);
        QTest::qWait(400);
        QVERIFY(!desk.session.isChangedOutside());
        put(target, fileWith({u"c"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(desk.changes.count(), 1, 5000);
    }

    void titleIsSafeToShow()
    {
        Desk desk;
        desk.open(u"a\u202Egpj.scopes.json"_s);
        QCOMPARE(desk.session.title(), u"a⟨U+202E⟩gpj.scopes.json"_s);
    }
};

} // namespace scopes::tests

using scopes::tests::RequestSessionTest;
SCOPES_TEST(RequestSessionTest)
#include "RequestSessionTest.moc"
