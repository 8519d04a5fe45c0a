#include "workspace/Settings.h"

#include "support/TestMain.h"
#include "workspace/TestFiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

namespace scopes::tests {

using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

    static QStringList namesIn(const QTemporaryDir& folder)
    {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System | QDir::Hidden);
    }

private Q_SLOTS:

    void comesBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"new folder/settings.ini"_s);
        QByteArray state(256, '\0');
        for (int byte = 0; byte < 256; ++byte)
            state[byte] = static_cast<char>(byte);
        const Settings::Sorting sorting{2, Qt::DescendingOrder};
        const QStringList topics{u"user"_s, u"video, list"_s, u"größe=\"1\""_s};
        {
            Settings settings(path);
            QVERIFY(!QFile::exists(path));
            settings.setWindowGeometry(state);
            settings.setWindowState(state.mid(1));
            settings.setHeaderState(u"scopes"_s, state.mid(2));
            settings.setSplitterState(u"main/right"_s, state.mid(3));
            settings.setSplitterState(u"main"_s, state.mid(4));
            settings.setSorting(sorting);
            settings.setCollapsedTopics(u"tiktok"_s, topics);
            settings.setCollapsedTopics(u"one"_s, {u"only"_s});
            settings.setCollapsedTopics(u"none"_s, {});
            settings.setFormatId(u"json-array"_s);
            settings.setDifferenceMarks(false);
            settings.setLastFolder(u"/srv/ein Ordner"_s);
            settings.addRecentFile(u"/a.scopes.json"_s);
            settings.addRecentFile(u"/b\n,;.scopes.json"_s);
            settings.save();
            QCOMPARE(settings.takeMessage(), QString());
        }
        Settings settings(path);
        QCOMPARE(settings.takeMessage(), QString());
        QCOMPARE(settings.windowGeometry(), state);
        QCOMPARE(settings.windowState(), state.mid(1));
        QCOMPARE(settings.headerState(u"scopes"_s), state.mid(2));
        QCOMPARE(settings.splitterState(u"main/right"_s), state.mid(3));
        QCOMPARE(settings.splitterState(u"main"_s), state.mid(4));
        QVERIFY(settings.sorting() == sorting);
        QCOMPARE(settings.collapsedTopics(u"tiktok"_s), topics);
        QCOMPARE(settings.collapsedTopics(u"one"_s), QStringList{u"only"_s});
        QCOMPARE(settings.collapsedTopics(u"none"_s), QStringList());
        QCOMPARE(settings.collapsedTopics(u"another"_s), QStringList());
        QCOMPARE(settings.formatId(), u"json-array"_s);
        QVERIFY(!settings.differenceMarks());
        QCOMPARE(settings.lastFolder(), u"/srv/ein Ordner"_s);
        QCOMPARE(settings.recentFiles(), (QStringList{u"/b\n,;.scopes.json"_s, u"/a.scopes.json"_s}));
    }

    void damagedIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("reason");

        QTest::newRow("bytes that are no UTF-8") << QByteArray("[window]\nstate=\xff\xfe\n") << u"UTF-8"_s;
        QTest::newRow("zero bytes, as a crash of the machine leaves") << QByteArray(512, '\0') << u"control characters"_s;
        QTest::newRow("an ELF header") << QByteArray("\x7f"
                                                     "ELF\x02\x01\x01\x00\x00",
            9) << u"control characters"_s;
        QTest::newRow("words that are not INI") << QByteArray("this is a letter\nto you\n") << u"INI"_s;
        QTest::newRow("a group that does not end") << QByteArray("[window\nstate=1\n") << u"INI"_s;
        QTest::newRow("a value of any type")
            << QByteArray("[request]\nformat=@Variant(\\0\\0\\0\\t\\xff\\xff\\xff\\xff)\n") << u"never written"_s;
        QTest::newRow("a value of any type in a list")
            << QByteArray("[files]\nrecent=a, \"@Variant(\\0\\0\\0\\t\\xff\\xff\\xff\\xff)\"\n") << u"never written"_s;
        QTest::newRow("a file of 5 MB") << QByteArray(5'000'000, '\n') << u"5000000 bytes"_s;
    }

    void damagedIsSetAside()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, reason);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        put(folder.filePath(u"settings.ini.damaged"_s), "an older one");
        put(path, content);
        Settings settings(path);
        const QString message = settings.takeMessage();
        const QString aside = path + u".damaged-2"_s;
        QVERIFY2(message.contains(reason), qPrintable(message));
        QVERIFY2(message.contains(path + u'”') && message.contains(aside) && message.endsWith(u'.'), qPrintable(message));
        QCOMPARE(settings.takeMessage(), QString());
        QCOMPARE(contentOf(aside), content);
        QCOMPARE(contentOf(folder.filePath(u"settings.ini.damaged"_s)), QByteArray("an older one"));

        QCOMPARE(settings.formatId(), QString());
        QVERIFY(settings.recentFiles().isEmpty());
        settings.setFormatId(u"space"_s);
        settings.save();
        QCOMPARE(settings.takeMessage(), QString());
        QCOMPARE(Settings(path).formatId(), u"space"_s);
    }

    void notAFileIsSetAside()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        QVERIFY(QDir().mkpath(path + u"/inside"_s));
        Settings settings(path);
        QVERIFY(settings.takeMessage().contains(u"folder"_s));
        QVERIFY(QFileInfo(path + u".damaged/inside"_s).isDir());
        settings.setFormatId(u"space"_s);
        settings.save();
        QVERIFY(QFileInfo(path).isFile());
    }

    void pipeIsNotOpened()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        QCOMPARE(QProcess::execute(u"mkfifo"_s, {path}), 0);
        Settings settings(path); // would wait for ever if it opened the pipe
        QVERIFY(settings.takeMessage().contains(u"special file"_s));
        QCOMPARE(settings.formatId(), QString());
    }

    void unreadableIsSetAside()
    {
        if (geteuid() == 0)
            QSKIP("root may read every file");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        put(path, "[request]\nformat=space\n");
        QVERIFY(QFile::setPermissions(path, {}));
        Settings settings(path);
        QVERIFY(settings.takeMessage().contains(u"cannot be read"_s));
    }

    void emptyIsFine()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        put(path, "");
        Settings settings(path);
        QCOMPARE(settings.takeMessage(), QString());
        QCOMPARE(namesIn(folder), QStringList{u"settings.ini"_s});
    }

    void folderThatCannotBeWritten()
    {
        const QTemporaryDir folder;
        put(folder.filePath(u"file"_s), "no folder");
        const QString path = folder.filePath(u"file/scope-explorer/settings.ini"_s);
        {
            Settings settings(path);
            const QString message = settings.takeMessage();
            QVERIFY2(message.contains(path) && message.endsWith(u'.'), qPrintable(message));
            settings.setFormatId(u"space"_s);
            settings.save();
            QCOMPARE(settings.formatId(), u"space"_s);
            settings.setDifferenceMarks(false);
            settings.save();
            QCOMPARE(settings.takeMessage(), QString()); // said once
            QVERIFY(!settings.differenceMarks());
        }
        QCOMPARE(contentOf(folder.filePath(u"file"_s)), QByteArray("no folder"));
    }

    void oddValuesCountAsNone_data()
    {
        QTest::addColumn<QByteArray>("content");

        QTest::newRow("bytes for texts, texts for bytes") << QByteArray(
            "[window]\ngeometry=left\nstate=1, 2\n[request]\nformat=@ByteArray(x)\n[scopes]\nsortColumn=@Size(1 2)\n"
            "[files]\nrecent=@Rect(1 2 3 4)\nlastFolder=@Point(1 2)\n[headers]\nscopes=@Invalid()\n");
        QTest::newRow("numbers out of range") << QByteArray("[scopes]\nsortColumn=99999999999999999999\n");
        QTest::newRow("a negative column") << QByteArray("[scopes]\nsortColumn=-7\n");
        QTest::newRow("paths that are not absolute") << QByteArray("[files]\nrecent=a.scopes.json, ../b\nlastFolder=.\n");
        QTest::newRow("texts of absurd size") << "[request]\nformat=" + QByteArray(100'000, 'x') + "\n[files]\nrecent=/"
                + QByteArray(100'000, 'y') + "\nlastFolder=/" + QByteArray(100'000, 'z') + '\n';
        QTest::newRow("bytes of absurd size") << "[window]\ngeometry=@ByteArray(" + QByteArray(3'000'000, 'x') + ")\n";
        QTest::newRow("broken escapes") << QByteArray("[window]\ngeometry=@ByteArray(\\x\\xq\n[%zz]\n%1=2\n");
    }

    void oddValuesCountAsNone()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"settings.ini"_s);
        put(path, content);
        Settings settings(path);
        QCOMPARE(settings.takeMessage(), QString());
        QCOMPARE(settings.windowGeometry(), QByteArray());
        QCOMPARE(settings.windowState(), QByteArray());
        QCOMPARE(settings.headerState(u"scopes"_s), QByteArray());
        QVERIFY(settings.sorting() == Settings::Sorting());
        QCOMPARE(settings.formatId(), QString());
        QCOMPARE(settings.lastFolder(), QString());
        QCOMPARE(settings.recentFiles(), QStringList());
        QVERIFY(settings.differenceMarks());
    }

    void recentFiles()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        for (int number = 0; number < 15; ++number)
            settings.addRecentFile(u"/%1"_s.arg(number));
        QCOMPARE(settings.recentFiles().size(), Settings::mostRecentFiles);
        QCOMPARE(settings.recentFiles().first(), u"/14"_s);
        settings.addRecentFile(u"/9"_s);
        QCOMPARE(settings.recentFiles().mid(0, 2), (QStringList{u"/9"_s, u"/14"_s}));
        QCOMPARE(settings.recentFiles().count(u"/9"_s), 1);
        settings.removeRecentFile(u"/9"_s);
        QVERIFY(!settings.recentFiles().contains(u"/9"_s));
        settings.addRecentFile(folder.path());
        settings.removeVanishedRecentFiles();
        QCOMPARE(settings.recentFiles(), QStringList{folder.path()});
    }
};

} // namespace scopes::tests

using scopes::tests::SettingsTest;
SCOPES_TEST(SettingsTest)
#include "SettingsTest.moc"
