#include "request/RequestFile.h"

#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <random>
#include <sys/stat.h>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/// Any valid Unicode text of 1 to 20 characters, often with what files, terminals and JSON are easily caught by.
QString hostileName(std::mt19937& random)
{
    static const std::u32string favourites = U"\"\\/,\n\r\t\b\x7f{}[]:'&%$`\u0085\u00a0\u2028\u202e\ufeff\ufffe\U0001f600";
    QString name;
    for (auto length = 1 + random() % 20; length > 0; --length) {
        char32_t character =
            random() % 2 == 0 ? favourites[random() % favourites.size()] : static_cast<char32_t>(random() % 0x110000);
        if (QChar::isSurrogate(character))
            character = U'x';
        name += QChar::fromUcs4(character); // QString::fromUcs4() takes U+FEFF for a byte order mark
    }
    return name;
}

struct Broken
{
    const char* title;
    QByteArray content;
    const char* place; ///< LINE:COLUMN POINTER of the first error
    const char* words; ///< of its message
};

const std::vector<Broken> brokenFiles{
    {"nothing at all", "", "1:1 ", "empty"},
    {"no JSON", "user.info.basic,video.list\n", "1:1 ", "JSON"},
    {"JSON that ends too early", "{\n  \"scopes\": [\"a\",\n", nullptr, ""},
    {"a byte order mark", "\xEF\xBB\xBF{\"scopes\": [], \"version\": 1}", "1:1 ", "byte order mark"},
    {"bytes that are no UTF-8", "{\"scopes\": [\"\xff\"], \"version\": 1}", "1:14 ", "UTF-8"},
    {"an array", "[\"a\"]", "1:1 ", "not a request file"},
    {"no scopes", "{\"version\": 1}", "1:1 ", "not a request file"},
    {"no version", "{\"scopes\": []}", "1:1 ", "not a request file"},
    {"a later version", "{\n\"scopes\": [],\n  \"version\": 2}", "3:14 /version", "later version"},
    {"a version in quotes", R"({"scopes": [], "version": "1"})", "1:27 /version", "version"},
    {"scopes as text", R"({"scopes": "a,b", "version": 1})", "1:12 /scopes", "array of scope names; found a string"},
    {"a number among the scopes", "{\"scopes\": [\"a\",\n 7], \"version\": 1}", "2:2 /scopes/1", "found a number"},
    {"an empty name", R"({"scopes": ["a", ""], "version": 1})", "1:18 /scopes/1", "not empty"},
    {"a catalog that is no text", R"({"catalog": null, "scopes": [], "version": 1})", "1:13 /catalog", "a string; found null"},
    {"calls as text", R"({"calls": "user.info", "scopes": [], "version": 1})", "1:11 /calls", "names of calls; found a string"},
    {"an empty name of a call", R"({"calls": [""], "scopes": [], "version": 1})", "1:12 /calls/0", "name of a call"},
    {"a format that is no text", R"({"format": [], "scopes": [], "version": 1})", "1:12 /format", "a string; found an array"},
    {"a member twice", "{\"scopes\": [\"a\"],\n\"scopes\": [], \"version\": 1}", "2:11 /scopes", "stands here twice"},
    {"an unknown member twice", R"({"scopes": [], "x": 1, "version": 1, "x": 2})", "1:43 /x", "stands here twice"},
    {"a number that could not be kept", "{\"scopes\": [], \"version\": 1,\n\"x\": 1e999}", nullptr, "cannot be kept"},
    {"nesting without end", QByteArray(100'000, '['), nullptr, "nested"},
};

} // namespace

class RequestFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void bytes()
    {
        const RequestFile request{
            u"tiktok"_s, u"comma"_s, {u"video.list"_s, u"user.info.basic"_s}, {{u"team"_s, u"video"_s}, {u"$schema"_s, u"s"_s}}};
        QCOMPARE(request.toBytes(), QByteArray(R"({
    "$schema": "s",
    "catalog": "tiktok",
    "format": "comma",
    "scopes": [
        "video.list",
        "user.info.basic"
    ],
    "team": "video",
    "version": 1
}
)"));
        const RequestFile empty;
        QCOMPARE(readRequest(empty.toBytes()).value.value_or(request), empty);
    }

    void callsStandSortedInFrontAndOnlyWhereThereAreSome()
    {
        const auto read = readRequest("{\"calls\": [\"b\", \"a#x\", \"b\"], \"scopes\": [], \"version\": 1}");
        QVERIFY(read);
        QCOMPARE(read.problems.size(), std::size_t(1)); // the note on what stands twice
        QCOMPARE(read.value->calls, (QStringList{u"a#x"_s, u"b"_s}));
        QVERIFY(read.value->others.isEmpty());
        QVERIFY(
            read.value->toBytes().startsWith("{\n    \"calls\": [\n        \"a#x\",\n        \"b\"\n    ],\n    \"catalog\""));
        QVERIFY(!RequestFile().toBytes().contains("calls"));
    }

    void roundTripOfHostileNames()
    {
        std::mt19937 random(seed(20));
        for (int round = 0; round < 500; ++round) {
            RequestFile request{hostileName(random), u"json-array"_s, {}, {}};
            for (auto count = random() % 10; count > 0; --count) {
                if (const QString name = hostileName(random); !request.scopes.contains(name))
                    request.scopes.append(name);
            }
            if (const QString call = hostileName(random); random() % 2 == 0)
                request.calls.append(call);
            // Qt's JSON reader takes U+FEFF off the start of a text; of members that are only kept, that much is known to be
            // lost.
            request.others.insert(u'x' + hostileName(random), u'x' + hostileName(random));
            const QByteArray bytes = request.toBytes();
            const auto read = readRequest(bytes);
            QVERIFY2(read && read.problems.empty(), qPrintable(toString(read.problems, u"round %1"_s.arg(round))));
            QVERIFY2(*read.value == request, bytes.constData());
            QCOMPARE(read.value->toBytes(), bytes);
            QVERIFY(!bytes.contains('\r') && bytes.endsWith("}\n"));
        }
    }

    void halfASurrogatePairStaysReadable()
    {
        // Not valid Unicode, so that no file can hold it: what comes back is marked, and the rest is as it was.
        const RequestFile request{{}, {}, {u"a"_s, u"b"_s + QChar(0xD800)}, {}};
        const auto read = readRequest(request.toBytes());
        QVERIFY(read);
        QCOMPARE(read.value->scopes.size(), 2);
        QCOMPARE(read.value->scopes.first(), u"a"_s);
        QCOMPARE(read.value->scopes.last(), u"b\uFFFD"_s);
    }

    void unknownMembersAreKept()
    {
        const auto read = readRequest(R"({"version": 1, "z": {"b": [1, 2.5, -3e-7, null], "a": true}, "scopes": ["x"],
            "id": 9007199254740993, "note": "é\u0000\n"})");
        QVERIFY(read);
        QCOMPARE(read.value->others.keys(), (QStringList{u"id"_s, u"note"_s, u"z"_s}));
        const QByteArray bytes = read.value->toBytes();
        QVERIFY2(bytes.contains("9007199254740993"), bytes.constData());
        const auto again = readRequest(bytes);
        QVERIFY(again && *again.value == *read.value);
        QCOMPARE(again.value->toBytes(), bytes);
    }

    void located_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("words");
        for (const Broken& broken : brokenFiles)
            QTest::newRow(broken.title) << broken.content << QString::fromUtf8(broken.place) << QString::fromUtf8(broken.words);
    }

    void located()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, place);
        QFETCH(QString, words);
        const auto read = readRequest(content);
        QVERIFY(!read);
        QVERIFY(hasErrors(read.problems));
        const Problem& first = read.problems.front();
        QVERIFY2(first.message.contains(words), qPrintable(first.message));
        QVERIFY2(first.message.endsWith(u'.'), qPrintable(first.message));
        QVERIFY(first.line > 0 && first.column > 0);
        if (!place.isEmpty())
            QCOMPARE(u"%1:%2 %3"_s.arg(first.line).arg(first.column).arg(first.pointer), place);
    }

    void notes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("note");
        QTest::newRow("a scope twice") << QByteArray(R"({"scopes": ["a", "b", "a"], "version": 1})")
                                       << u"1:23 The scope 'a' stands in the list twice; it is taken once."_s;
        QTest::newRow("an unknown format")
            << QByteArray("{\"format\": \"m\u200Borse\", \"scopes\": [\"a\", \"b\"], \"version\": 1}")
            << u"1:12 The output format 'm⟨U+200B⟩orse' is not known; the provider's own is used."_s;
    }

    void notes()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, note);
        const auto read = readRequest(content);
        QVERIFY(read);
        QCOMPARE(read.value->scopes, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(read.value->format, QString());
        QCOMPARE(read.problems.size(), 1);
        const Problem& first = read.problems.front();
        QVERIFY(first.severity == Problem::Severity::Note);
        QCOMPARE(u"%1:%2 %3"_s.arg(first.line).arg(first.column).arg(first.message), note);
    }

    void aHundredProblemsAreEnough()
    {
        const QByteArray content = R"({"version": 1, "scopes": [1)" + QByteArray(",1").repeated(5000) + "]}";
        QCOMPARE(readRequest(content).problems.size(), 100);
    }

    void unreadableFiles()
    {
        const QTemporaryDir folder;
        QVERIFY(!readRequestFile(folder.filePath(u"none"_s)));
        QVERIFY(!readRequestFile(folder.path()));
        QCOMPARE(::mkfifo(qPrintable(folder.filePath(u"pipe"_s)), 0600), 0);
        QVERIFY(!readRequestFile(folder.filePath(u"pipe"_s)));
        QFile large(folder.filePath(u"large"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largestRequestFile + 1));
        const auto read = readRequestFile(large.fileName());
        QVERIFY(!read);
        QVERIFY2(read.problems.front().message.contains(u"at most"_s), qPrintable(read.problems.front().message));
    }

    void writesAsAWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mine.scopes.json"_s);
        const RequestFile request{u"tiktok"_s, u"comma"_s, {u"a"_s}, {}};
        QCOMPARE(writeRequestFile(path, request), QString());
        QCOMPARE(contentOf(path), request.toBytes());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QVERIFY(readRequestFile(path).value.value_or(RequestFile()) == request);
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder") << u"."_s;
        QTest::newRow("a pipe") << u"pipe"_s;
        QTest::newRow("a link to a device") << u"device"_s;
        QTest::newRow("a file as folder") << u"file/mine"_s;
        QTest::newRow("a folder that is gone") << u"gone/mine"_s;
        QTest::newRow("a folder in which the system lets nobody write") << u"/proc/self/mine"_s;
        QTest::newRow("a name longer than names may be") << QString(300, u'x');
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QString, path);
        const QTemporaryDir folder;
        QCOMPARE(::mkfifo(qPrintable(folder.filePath(u"pipe"_s)), 0600), 0);
        QVERIFY(QFile::link(u"/dev/null"_s, folder.filePath(u"device"_s)));
        put(folder.filePath(u"file"_s), "as before");
        const QString reason = writeRequestFile(QDir(folder.path()).absoluteFilePath(path), {});
        QVERIFY(!reason.isEmpty() && reason != u"Unknown error");
        QCOMPARE(contentOf(folder.filePath(u"file"_s)), QByteArray("as before"));
        QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size(), 3);
    }
};

} // namespace scopes::tests

using scopes::tests::RequestFileTest;
SCOPES_TEST(RequestFileTest)
#include "RequestFileTest.moc"
