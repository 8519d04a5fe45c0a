#include "cli/CommandLine.h"

#include "cli/Command.h"
#include "request/ScopeFormat.h"
#include "support/TestMain.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

struct Run
{
    int code = -1;
    QString out;
    QString err;
};

Run run(const QStringList& arguments, int columns = 0)
{
    Run result;
    QTextStream out(&result.out);
    QTextStream err(&result.err);
    Console console{out, err, columns};
    result.code = runCommand(arguments, console);
    return result;
}

/// Takes some bytes and then none, as a full disk does.
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char*, qint64) override { return -1; }

    qint64 writeData(const char*, qint64) override
    {
        setErrorString(u"The disk is full"_s);
        return -1;
    }
};

/// A catalog whose texts have in them what output formats must mind.
const QByteArray awkward = "{\"format\": \"scope-explorer-catalog\", \"version\": 1, \"id\": \"a\", \"name\": \"Awkward\", "
                           "\"retrieved\": \"2024-01-01\", \"sources\": [{\"id\": \"s\", \"title\": \"S\", \"retrieved\": "
                           "\"2024-01-01\", \"kind\": \"provider\"}], \"provider\": {\"name\": \"P\"}, \"topics\": [{\"id\": "
                           "\"t\", \"name\": \"Ä|B\"}], \"scopes\": [{\"name\": \"a|b\", \"topic\": \"t\", \"definition\": "
                           "\"say \\\"hi\\\", <b>twice</b>\\nand \\u001b[31mred\", \"userDisplay\": null, \"status\": "
                           "\"deprecated\", \"product\": null, \"approval\": null, \"obtainedBy\": null, \"region\": null, "
                           "\"targetApis\": [], \"source\": \"s\", \"facts\": []}], \"endpoints\": [], \"otherScopes\": "
                           "[{\"name\": \"seen\", \"seen\": \"in a forum\", \"source\": \"s\"}], \"extra\": 1}";

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_catalog;

private Q_SLOTS:

    void initTestCase()
    {
        QCoreApplication::setApplicationName(u"scope-explorer"_s);
        QCoreApplication::setApplicationVersion(u"1.2.3"_s);
        m_catalog = m_folder.filePath(u"awkward.json"_s);
        QFile file(m_catalog);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(awkward) > 0);
    }

    void knowsItsCommands()
    {
        QVERIFY(isCommand(u"list"_s));
        QVERIFY(isCommand(u"format"_s));
        QVERIFY(!isCommand(u"lis"_s));
        QVERIFY(!isCommand(u""_s));
        QVERIFY(commandsHelp().contains(u"  list    "_s));
    }

    void ends_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("part");
        const QString none = m_folder.filePath(u"none.json"_s);

        QTest::newRow("no command") << QStringList{} << 2 << u"A command is missing."_s;
        QTest::newRow("an unknown command") << QStringList{u"lits"_s} << 2 << u"no command 'lits'. Did you mean 'list'?"_s;
        QTest::newRow("a command like nothing") << QStringList{u"xyzzy"_s} << 2 << u"no command 'xyzzy'.\n"_s;
        QTest::newRow("an unknown option") << QStringList{u"list"_s, u"--fromat"_s, u"json"_s} << 2
                                           << u"no option '--fromat'. Did you mean '--format'?"_s;
        QTest::newRow("an unknown option before the command")
            << QStringList{u"--catalgo=x"_s, u"list"_s} << 2 << u"Did you mean '--catalog'?"_s;
        QTest::newRow("an unknown letter") << QStringList{u"list"_s, u"-x"_s} << 2 << u"no option '-x'"_s;
        QTest::newRow("an option of another command")
            << QStringList{u"list"_s, u"--as"_s, u"json"_s} << 2 << u"no option '--as'"_s;
        QTest::newRow("an option without its value") << QStringList{u"list"_s, u"--format"_s} << 2 << u"'--format'"_s;
        QTest::newRow("--catalog without its value") << QStringList{u"list"_s, u"--catalog"_s} << 2 << u"'--catalog'"_s;
        QTest::newRow("an unknown list format") << QStringList{u"list"_s, u"--format=tabel"_s} << 2 << u"Did you mean 'table'?"_s;
        QTest::newRow("an operand too many") << QStringList{u"list"_s, u"user"_s} << 2 << u"takes no operand; found 'user'"_s;
        QTest::newRow("format without a name") << QStringList{u"format"_s, u"a"_s} << 2 << u"--as NAME is missing"_s;
        QTest::newRow("an unknown format") << QStringList{u"format"_s, u"--as"_s, u"javscript"_s, u"a"_s} << 2
                                           << u"Did you mean 'javascript'?"_s;
        QTest::newRow("nothing to format") << QStringList{u"format"_s, u"--as"_s, u"comma"_s} << 2 << u"at least one scope"_s;
        QTest::newRow("a name that holds the separator")
            << QStringList{u"format"_s, u"--as"_s, u"comma"_s, u"a,b"_s} << 1 << u"a,b"_s;
        QTest::newRow("a missing catalog") << QStringList{u"list"_s, u"--catalog"_s, none} << 3
                                           << none + u": error: There is no such file"_s;
        QTest::newRow("a missing catalog, named first")
            << QStringList{u"--catalog="_s + none, u"list"_s} << 3 << none + u": error: "_s;
        QTest::newRow("a missing catalog, for format")
            << QStringList{u"format"_s, u"--as"_s, u"comma"_s, u"a"_s, u"--catalog"_s, none} << 3 << none;
        QTest::newRow("a folder as catalog") << QStringList{u"list"_s, u"--catalog"_s, m_folder.path()} << 3 << u"a directory"_s;
        QTest::newRow("a terminal escape in a message") << QStringList{u"\x1B[31m"_s} << 2 << u"⟨U+001B⟩[31m"_s;
    }

    void ends()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, part);
        const Run result = run(arguments);
        QTEST(result.code, "code");
        QVERIFY2(result.err.contains(part), qPrintable(result.err));
        QCOMPARE(result.out, QString());
    }

    void namesThePlaceInABrokenCatalog()
    {
        QFile file(m_folder.filePath(u"broken.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\n  \"format\": oops\n}") > 0);
        file.close();
        const Run result = run({u"list"_s, u"--catalog"_s, file.fileName()});
        QCOMPARE(result.code, 3);
        QVERIFY2(result.err.startsWith(file.fileName() + u":2:13: error: "_s), qPrintable(result.err));
    }

    void helpsAndTellsItsVersion_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("part");

        QTest::newRow("general help") << QStringList{u"--help"_s} << u"Exit code: 0 fine"_s;
        QTest::newRow("short help") << QStringList{u"-h"_s} << u"--catalog FILE"_s;
        QTest::newRow("help of a command") << QStringList{u"list"_s, u"--help"_s} << u"--format FORMAT"_s;
        QTest::newRow("help before a command") << QStringList{u"--help"_s, u"format"_s} << u"--as NAME"_s;
        QTest::newRow("help beside nonsense") << QStringList{u"format"_s, u"--help"_s, u"--odd"_s} << u"--as NAME"_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << u"scope-explorer 1.2.3\n"_s;
        QTest::newRow("version of a command") << QStringList{u"list"_s, u"-V"_s} << u"scope-explorer 1.2.3\n"_s;
    }

    void helpsAndTellsItsVersion()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, part);
        const Run result = run(arguments);
        QCOMPARE(result.code, 0);
        QVERIFY2(result.out.contains(part), qPrintable(result.out));
        QCOMPARE(result.err, QString());
    }

    void listsTheBuiltInCatalog()
    {
        const Run result = run({u"list"_s, u"--format"_s, u"json"_s});
        QCOMPARE(result.code, 0);
        QCOMPARE(result.err, QString());
        const QJsonArray list = QJsonDocument::fromJson(result.out.toUtf8()).array();
        QCOMPARE(list.size(), 19);
        QCOMPARE(list.first()[u"name"], u"artist.certification.read"_s);
        QCOMPARE(list.first()[u"topic"], u"Music Certification"_s);
        QVERIFY(list.first().toObject().contains(u"approval"_s) && list.first()[u"approval"].isNull());
        QCOMPARE(run({u"list"_s}).out.count(u'\n'), 20);
        QVERIFY(run({u"list"_s}).out.contains(u"Read your basic artist certification information like status"_s));
    }

    void listsAwkwardTexts_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("text");

        QTest::newRow("table") << u"table"_s
                               << u"SCOPE  TOPIC  DEFINITION                                         USER DISPLAY\n"
                                  "a|b    Ä|B    say \"hi\", <b>twice</b>⟨U+000A⟩and ⟨U+001B⟩[31mred  (not published)\n"_s;
        QTest::newRow("csv") << u"csv"_s
                             << u"name,topic,definition,userDisplay,product,approval,obtainedBy,status,region,endpoints\r\n"
                                "a|b,Ä|B,\"say \"\"hi\"\", <b>twice</b>\nand \x1B[31mred\",,,,,deprecated,,\r\n"_s;
        QTest::newRow("markdown") << u"markdown"_s
                                  << u"| Scope | Topic | Definition | User display |\n| --- | --- | --- | --- |\n"
                                     "| a\\|b | Ä\\|B | say \"hi\", \\<b\\>twice\\</b\\>⟨U\\+000A⟩and "
                                     "⟨U\\+001B⟩\\[31mred |  |\n"_s;
    }

    void listsAwkwardTexts()
    {
        QFETCH(const QString, format);
        const Run result = run({u"--catalog"_s, m_catalog, u"list"_s, u"--format"_s, format});
        QCOMPARE(result.code, 0);
        QTEST(result.out, "text");
        QVERIFY2(result.err.startsWith(m_catalog + u":1:"_s) && result.err.contains(u"note: The member 'extra'"_s),
            qPrintable(result.err));
    }

    void fitsATerminalButNothingElse()
    {
        const QString wide = run({u"list"_s}).out;
        const QString fitted = run({u"list"_s}, 110).out;
        for (const QString& line : fitted.split(u'\n'))
            QVERIFY2(line.size() <= 110, qPrintable(line));
        QVERIFY(fitted.count(u'\n') > wide.count(u'\n'));
        for (const QString& name : {u"artist.certification.update"_s, u"portability.directmessages.ongoing"_s})
            QVERIFY(fitted.contains(name));
        QCOMPARE(run({u"list"_s, u"--format=csv"_s}, 40).out, run({u"list"_s, u"--format=csv"_s}).out);
    }

    void formats_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("out");
        QTest::addColumn<QString>("err");
        const auto row = [](const char* name, const QStringList& arguments, const QString& out, const QString& err = {}) {
            QTest::newRow(name) << QStringList{u"format"_s} + arguments << out << err;
        };
        row("in the order given", {u"--as"_s, u"comma"_s, u"video.list"_s, u"user.info.basic"_s},
            u"video.list,user.info.basic\n"_s);
        row("the option last", {u"video.list"_s, u"--as=space"_s}, u"video.list\n"_s);
        row("the provider's separator", {u"--as"_s, u"query"_s, u"video.list"_s, u"video.upload"_s},
            u"scope=video.list%2Cvideo.upload\n"_s);
        row("one not documented", {u"--as"_s, u"comma"_s, u"video.lsit"_s}, u"video.lsit\n"_s,
            u"'video.lsit' is not documented in the catalog TikTok for Developers. Did you mean 'video.list'?"_s);
        row("a name like an option", {u"--as"_s, u"comma"_s, u"--"_s, u"--odd"_s}, u"--odd\n"_s, u"'--odd' is not documented"_s);
        row("a scope named list", {u"--as"_s, u"comma"_s, u"list"_s}, u"list\n"_s, u"'list' is not documented"_s);
        row("with another catalog", {u"--catalog"_s, m_catalog, u"--as"_s, u"query"_s, u"a|b"_s, u"seen"_s},
            u"scope=a%7Cb%20seen\n"_s, u"'seen' is not documented in the catalog Awkward; it was seen elsewhere: in a forum"_s);
    }

    void formats()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, err);
        const Run result = run(arguments);
        QCOMPARE(result.code, 0);
        QTEST(result.out, "out");
        QVERIFY2(err.isEmpty() && !arguments.contains(m_catalog) ? result.err.isEmpty() : result.err.contains(err),
            qPrintable(result.err));
    }

    void everyFormatGivesWhatTheLibraryGives()
    {
        const Run names = run({u"format"_s, u"--as"_s, u"list"_s});
        QCOMPARE(names.code, 0);
        QCOMPARE(names.out.count(u'\n'), static_cast<qsizetype>(scopeFormats().size()));
        const QStringList scopeNames{u"video.list"_s, u"user.info.basic"_s};
        for (const ScopeFormat& format : scopeFormats()) {
            QVERIFY(names.out.contains(
                QRegularExpression(u"(^|\n)%1 +%2\n"_s.arg(format.id, QRegularExpression::escape(format.title())))));
            const Run result = run(QStringList{u"format"_s, u"--as"_s, format.id} + scopeNames);
            QCOMPARE(result.code, 0);
            QCOMPARE(result.out, scopes::format(format.id, scopeNames).value() + u'\n');
        }
    }

    void saysWhenTheOutputCannotBeWritten()
    {
        FullDevice device;
        QVERIFY(device.open(QIODevice::WriteOnly));
        QString messages;
        QTextStream out(&device);
        QTextStream err(&messages);
        Console console{out, err};
        QCOMPARE(runCommand({u"list"_s}, console), 1);
        QVERIFY2(messages.contains(u"could not be written: The disk is full"_s), qPrintable(messages));
    }
};

SCOPES_TEST(CommandLineTest)
#include "CommandLineTest.moc"
