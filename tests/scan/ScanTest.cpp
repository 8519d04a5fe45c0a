#include "scan/Scan.h"

#include "catalog/BuiltInCatalog.h"
#include "scan/FileScanner.h"
#include "scan/SourceFiles.h"
#include "support/TestMain.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

const QByteArray secret = "act.Zk3vQ9xWb7LmN2pR5tYc8HdF4gJsA6eU";

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file cannot be written");
}

void git(const QString& folder, const QStringList& arguments)
{
    QProcess process;
    process.start(u"git"_s, QStringList{u"-C"_s, folder} + arguments);
    QVERIFY(process.waitForFinished() && process.exitCode() == 0);
}

/// 'call:line' for each call's parts, and 'scope:line'.
QStringList described(const FileFindings& findings, const ScopeCatalog& catalog)
{
    QStringList all;
    for (const auto& [call, line] : findings.calls) {
        for (const CallPart& part : call.parts())
            all += nameOf(part, catalog) + u':' + QString::number(line);
    }
    for (const auto& [scope, line] : findings.scopes)
        all += u"scope "_s + toQString(catalog.scope(scope).name) + u':' + QString::number(line);
    return all;
}

QStringList namesOf(const std::vector<RequestedScope>& scopes)
{
    QStringList names;
    for (const RequestedScope& one : scopes)
        names += one.name;
    return names;
}

} // namespace

class ScanTest : public QObject
{
    Q_OBJECT

private:
    CatalogPointer m_catalog;

private Q_SLOTS: // NOLINT(readability-redundant-access-specifiers): moc needs the slots in a section of their own

    void initTestCase() { m_catalog = builtInCatalog().value.value(); }

    void looksIntoFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char* title, const QString& name, const QByteArray& content, const QStringList& found) {
            QTest::newRow(title) << name << content << found;
        };
        row("JavaScript", u"a.js"_s,
            "// login\nconst scope = 'user.info.basic,video.list';\nfetch(`${api}/v2/user/info/?fields=open_id`,\n  {method: "
            "'GET'});\n",
            {u"user.info:3"_s, u"user.info#open_id:3"_s, u"scope user.info.basic:2"_s, u"scope video.list:2"_s});
        row("an attribute is no scope", u"a.js"_s, "for (const v of video.list) use(video.list);\nlet x = video.list\n", {});
        row("a name on a line of its own", u"a.py"_s, "scopes = \"\"\"\n  video.list\n\"\"\"\n", {u"scope video.list:2"_s});
        row("Python with its fields in an argument", u"a.py"_s,
            "r = requests.post(BASE + '/v2/video/list/',\n    params={'fields': 'id,title'})\n",
            {u"video.list:1"_s, u"video.list#id:1"_s, u"video.list#title:1"_s});
        row("a path behind a variable", u"Post.kt"_s,
            "client.post(\"$base/v2/post/publish/content/init/\") {\n  setBody(mapOf(\"post_mode\" to \"DIRECT_POST\"))\n}\n",
            {u"post.content.init:1"_s});
        row("the rest of a path whose base is in the file", u"a.ts"_s,
            "const base = 'https://open.tiktokapis.com/v2';\nget(`${base}/video/list/`);\napi.post('/video/query/');\n",
            {u"video.list:2"_s, u"video.query:3"_s});
        row("the rest of a path without its base", u"a.ts"_s, "app.get('/video/list/', show);\n", {});
        row("the rest of a path at another's base", u"a.ts"_s,
            "const base = 'https://api.example.com/v2';\nget(`${base}/video/list/`);\n", {});
        row("one segment is no rest of a path", u"a.ts"_s,
            "const base = 'https://open.tiktokapis.com/v2/video';\nget('/list/');\nget('/video/');\n", {});
        row("fields in a variable", u"a.ts"_s,
            "const wanted = ['open_id', 'username'];\nconst other = "
            "['union_id'];\nget(`/v2/user/info/?fields=${wanted.join()}`);\n",
            {u"user.info:3"_s, u"user.info#open_id:3"_s, u"user.info#username:3"_s});
        row("fields in a variable that is added", u"a.py"_s,
            "FIELDS = \"open_id,username\"\nr = get(BASE + \"/v2/user/info/?fields=\" + FIELDS)\n",
            {u"user.info:2"_s, u"user.info#open_id:2"_s, u"user.info#username:2"_s});
        row("an encoded scope list", u"a.php"_s,
            "$url = \"https://www.tiktok.com/v2/auth/authorize/?scope=user.info.basic%2Cvideo.list\";\n",
            {u"scope user.info.basic:1"_s, u"scope video.list:1"_s});
        row("settings need no quotes", u".env.local"_s, "\nTIKTOK_SCOPES=user.info.basic,video.upload # both\n",
            {u"scope user.info.basic:2"_s, u"scope video.upload:2"_s});
        row("YAML", u"a.yml"_s, "scopes:\n- video.list\n- video.lists\n", {u"scope video.list:2"_s});
        row("Windows line ends", u"a.ts"_s, "\r\n\r\nget('/v2/video/query/')\r\n", {u"video.query:3"_s});
        row("an empty file", u"a.ts"_s, "", {});
        row("HAR", u"a.har"_s,
            "{\"log\": {\"version\": \"1.2\", \"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\":\n "
            "\"https://open.tiktokapis.com/v2/user/info/?fields=username\", \"headers\": [{\"name\": \"Authorization\", "
            "\"value\": \"Bearer x\"}]},\n \"response\": {\"content\": {\"text\": \"/v2/video/list/ 'video.list'\"}}},\n"
            "{\"request\": {\"method\": \"POST\", \"url\": \"https://open.tiktokapis.com/v2/post/publish/content/init/\", "
            "\"postData\": {\"text\": \"{\\\"post_mode\\\":\\\"MEDIA_UPLOAD\\\"}\"}}}]}}",
            {u"user.info:3"_s, u"user.info#username:3"_s, u"post.content.init:5"_s,
                u"post.content.init?post_mode=MEDIA_UPLOAD:5"_s});
        row("a Postman collection", u"a.json"_s,
            "{\"info\": {\"name\": \"x\", \"schema\": "
            "\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\n"
            "\"item\": [{\"name\": \"folder\", \"item\": [\n{\"request\": {\"method\": \"POST\", \"url\": {\"raw\":\n"
            "\"{{base}}/v2/user/data/add/\"}, \"body\": {\"mode\": \"urlencoded\", \"urlencoded\": [{\"key\": "
            "\"category_selection_list\", \"value\": \"activity\"}]}}}]},\n{\"request\": "
            "\"https://open.tiktokapis.com/v2/user/info/?fields=open_id\"}]}",
            {u"data.add:4"_s, u"data.add?category_selection_list=activity:4"_s, u"user.info:5"_s, u"user.info#open_id:5"_s});
        row("an authorization request in a HAR", u"a.har"_s,
            "{\"log\": {\"entries\": [\n{\"request\": {\"method\": \"GET\", \"url\": "
            "\"https://www.tiktok.com/v2/auth/authorize/?scope=user.info.basic%2Cvideo.list&state=x\"}}]}}",
            {u"scope user.info.basic:2"_s, u"scope video.list:2"_s});
        row("a broken HAR is read as text", u"a.har"_s,
            "{\"log\": {\"entries\": [\n\"https://open.tiktokapis.com/v2/video/list/\"", {u"video.list:2"_s});
        row("JSON of another kind", u"a.json"_s, "{\"entries\": [],\n\"scope\": \"video.list\"}", {u"scope video.list:2"_s});
    }

    void looksIntoFiles()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        QTEST(described(FileScanner(*m_catalog).look(name, content), *m_catalog), "found");
    }

    void readsWhatGitWouldTake()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("There is no git.");
        const QTemporaryDir folder;
        const auto path = [&](const QString& name) { return folder.filePath(name); };
        for (const QString& name : {u"kept.js"_s, u"new.js"_s, u"ignored.js"_s, u"build/out.js"_s, u"sub/own.js"_s,
                 u"sub/x.log"_s, u"deleted.js"_s, u"inner/a.js"_s, u"inner/skip.js"_s})
            write(path(name), "x");
        write(path(u".gitignore"_s), "ignored.js\nbuild/\n*.log\n");
        QFile::link(path(u"kept.js"_s), path(u"link.js"_s));
        git(folder.path(), {u"init"_s, u"-q"_s});
        git(folder.path(), {u"add"_s, u"kept.js"_s, u"deleted.js"_s});
        git(path(u"inner"_s), {u"init"_s, u"-q"_s});
        write(path(u"inner/.gitignore"_s), "skip.js\n");
        QVERIFY(QFile::remove(path(u"deleted.js"_s)));
        QStringList names;
        for (const QString& file : sourceFiles({folder.path()}).files)
            names += QDir(folder.path()).relativeFilePath(file);
        QCOMPARE(names,
            (QStringList{u".gitignore"_s, u"inner/.gitignore"_s, u"inner/a.js"_s, u"kept.js"_s, u"new.js"_s, u"sub/own.js"_s}));
        QCOMPARE(sourceFiles({path(u"ignored.js"_s)}).files, QStringList{path(u"ignored.js"_s)});
    }

    void startsNoProgramOfAWorkTree()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("There is no git.");
        const QTemporaryDir folder;
        write(folder.filePath(u"a.js"_s), "x");
        write(folder.filePath(u"hook.sh"_s), "#!/bin/sh\ntouch \"" + folder.filePath(u"started"_s).toUtf8() + "\"\n");
        QFile(folder.filePath(u"hook.sh"_s)).setPermissions(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
        git(folder.path(), {u"init"_s, u"-q"_s});
        git(folder.path(), {u"config"_s, u"core.fsmonitor"_s, folder.filePath(u"hook.sh"_s)});
        QCOMPARE(sourceFiles({folder.path()}).files.size(), qsizetype(2));
        QVERIFY(!QFile::exists(folder.filePath(u"started"_s)));
    }

    void readsAFolderWithoutGit()
    {
        const QTemporaryDir folder;
        for (const QString& name : {u"b/.hidden"_s, u"a.js"_s, u"b/c/d.js"_s, u".git"_s})
            write(folder.filePath(name), "x");
        QFile::remove(folder.filePath(u".git"_s));
        write(folder.filePath(u".git/config"_s), "x");
        QFile::link(folder.path(), folder.filePath(u"loop"_s));
        QStringList names;
        const SourceFiles found = sourceFiles({folder.path(), folder.filePath(u"a.js"_s), folder.filePath(u"none"_s)});
        for (const QString& file : found.files)
            names += QDir(folder.path()).relativeFilePath(file);
        QCOMPARE(names, (QStringList{u"a.js"_s, u"b/.hidden"_s, u"b/c/d.js"_s}));
        QCOMPARE(found.problems.size(), std::size_t(1));
        QVERIFY(found.problems.front().message.contains(u"There is no such file or folder."_s));
    }

    void reportsWhatDoesNotFit()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"a.js"_s),
            "const scope = 'user.info.basic,research.data.basic';\nget('/v2/user/info/?fields=open_id,username');\n");
        write(folder.filePath(u"b.js"_s), "get('/v2/user/info/?fields=open_id');\n// " + secret + "\n");
        write(folder.filePath(u"c.bin"_s), QByteArray("\0/v2/video/list/", 16));
        ScanOptions options;
        ScanReport report = scan({folder.path()}, *m_catalog, options);
        QCOMPARE(report.filesRead, 2);
        QCOMPARE(report.filesPassedOver, 1);
        QCOMPARE(report.used.size(), std::size_t(3));
        QCOMPARE(nameOf(report.used[1].part, *m_catalog), u"user.info#open_id"_s);
        QCOMPARE(
            report.used[1].places, (std::vector<ScanPlace>{{folder.filePath(u"a.js"_s), 2}, {folder.filePath(u"b.js"_s), 1}}));
        QCOMPARE(namesOf(report.requested), (QStringList{u"research.data.basic"_s, u"user.info.basic"_s}));
        QCOMPARE(namesOf(report.unused), QStringList{u"research.data.basic"_s});
        QCOMPARE(report.missing.size(), std::size_t(1));
        QCOMPARE(nameOf(report.missing[0].part, *m_catalog), u"user.info#username"_s);
        QCOMPARE(report.missing[0].missing, (std::vector<std::vector<ScopeId>>{{m_catalog->find(u"user.info.profile"_s)}}));
        QVERIFY(report.undocumented.empty());
        QCOMPARE(report.calls().size(), std::size_t(1));
        options.requested = QStringList{u"user.info.profile"_s, u"not.documented"_s};
        report = scan({folder.path()}, *m_catalog, options);
        QCOMPARE(namesOf(report.requested), *options.requested);
        QCOMPARE(namesOf(report.unused), QStringList{u"not.documented"_s});
        QCOMPARE(nameOf(report.missing[0].part, *m_catalog), u"user.info#open_id"_s);
    }

    void canBeStopped()
    {
        const QTemporaryDir folder;
        for (int number = 0; number < 50; ++number)
            write(folder.filePath(QString::number(number) + u".js"_s), "get('/v2/video/list/')");
        ScanOptions options;
        int last = 0;
        options.goOn = [&](const ScanProgress& progress) {
            last = progress.files;
            return progress.files < 10;
        };
        const ScanReport report = scan({folder.path()}, *m_catalog, options);
        QVERIFY(report.isStopped);
        QCOMPARE(report.filesRead, 10);
        QCOMPARE(last, 10);
        QCOMPARE(report.used[0].places.size(), std::size_t(10));
    }

    void saysWhatCannotBeRead()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"a.js"_s), "x");
        QFile(folder.filePath(u"a.js"_s)).setPermissions({});
        if (QFile probe(folder.filePath(u"a.js"_s)); probe.open(QIODevice::ReadOnly))
            QSKIP("This user may read every file.");
        const ScanReport report = scan({folder.path()}, *m_catalog);
        QCOMPARE(report.problems.size(), std::size_t(1));
        QVERIFY(report.problems.front().message.contains(u"a.js"_s));
    }
};

SCOPES_TEST(ScanTest)
#include "ScanTest.moc"
