#include "import/DocumentFiles.h"

#include "import/CanonicalResult.h"
#include "import/DescriptionReader.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

const QByteArray description = "openapi: 3.1.0\n"
                               "components: {securitySchemes: {o: {$ref: 'parts/security.json#/o'}}}\n"
                               "paths:\n"
                               "  /own: {get: {security: [{o: [read]}]}}\n"
                               "  /there: {$ref: 'parts/paths%20more.yaml#/there'}\n"
                               "  /back: {$ref: 'parts/paths%20more.yaml#/back'}\n";

} // namespace

class DocumentFilesTest : public QObject
{
    Q_OBJECT

private:
    void write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS: // NOLINT(readability-redundant-access-specifiers): moc needs the slots in a section of their own

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"api/parts"_s));
        write(u"api/main.yaml"_s, description);
        write(u"api/parts/security.json"_s,
            R"({"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {"$ref": "../../outside.yaml"}}}}})");
        write(u"api/parts/paths more.yaml"_s,
            "there: {$ref: '#/here'}\nhere: {get: {$ref: 'get.yaml'}}\nback: {$ref: '../main.yaml#/paths/~1own'}\n");
        write(u"api/parts/get.yaml"_s, "security: [{o: [read, write]}]\n");
        write(u"outside.yaml"_s, "{read: R, write: W}\n");
    }

    void followsReferences_data()
    {
        QTest::addColumn<bool>("withFiles");
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<QString>("calls");
        QTest::addColumn<QStringList>("notes"); // a part of each

        const QString all = u"GET /back GET /own GET /there"_s;
        QTest::newRow("to nowhere unless the user agrees")
            << false << u""_s << u""_s << QStringList{u"another file"_s, u"another file"_s, u"another file"_s};
        QTest::newRow("not out of the description's folder")
            << true << u""_s << all
            << QStringList{u"outside the description's folder"_s, u"'read' is used here"_s, u"'write' is used here"_s};
        QTest::newRow("to folders that are allowed") << true << u"."_s << all << QStringList{};
    }

    void followsReferences()
    {
        QFETCH(const bool, withFiles);
        QFETCH(const QString, allowed);
        const QString path = m_folder->filePath(u"api/main.yaml"_s);
        DocumentFiles files(path, allowed.isEmpty() ? QStringList{} : QStringList{m_folder->filePath(allowed)});
        const auto read = readDescriptionFile(path, {}, withFiles ? &files : nullptr);
        QFETCH(const QString, calls);
        QFETCH(const QStringList, notes);
        if (withFiles) {
            QVERIFY2(read, qPrintable(toString(read.problems, u"main"_s)));
            QCOMPARE(QJsonDocument::fromJson(canonicalResult(*read.value)).object()[u"operations"_s].toObject().keys().join(u' '),
                calls);
        } else {
            QVERIFY(!read);
            return;
        }
        QCOMPARE(static_cast<qsizetype>(read.problems.size()), notes.size());
        const QString said = toString(read.problems, u"main"_s);
        for (const QString& note : notes)
            QVERIFY2(said.contains(note), qPrintable(said));
    }

    void saysWhyAFileIsNotRead_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("words");

        QTest::newRow("an address") << u"https://example.com/a.yaml"_s << u"on a network"_s;
        QTest::newRow("an address without scheme") << u"//example.com/a.yaml"_s << u"on a network"_s;
        QTest::newRow("a file that is not there") << u"none.yaml"_s << u"no file"_s;
        QTest::newRow("an absolute path outside") << u"/etc/hostname"_s << u"outside"_s;
        QTest::newRow("a link that leads outside") << u"link.yaml"_s << u"outside"_s;
        QTest::newRow("a folder") << u"parts"_s << u"is a directory"_s;
        QTest::newRow("a broken file") << u"broken.json"_s << u"cannot be read"_s;
    }

    void saysWhyAFileIsNotRead()
    {
        QFETCH(const QString, reference);
        QFETCH(const QString, words);
        write(u"api/broken.json"_s, "{\"a\": ");
        QVERIFY(QFile::link(m_folder->filePath(u"outside.yaml"_s), m_folder->filePath(u"api/link.yaml"_s)));
        const QString path = m_folder->filePath(u"api/main.yaml"_s);
        DocumentFiles files(path);
        const auto read =
            readDescription("openapi: 3.1.0\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: "
                            "{read: R}}}}}}\npaths: {/a: {$ref: '"
                    + reference.toUtf8() + "'}}\n",
                {}, &files);
        QVERIFY2(read, qPrintable(toString(read.problems, u"main"_s)));
        QCOMPARE(read.problems.size(), 1U);
        QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
        QCOMPARE(read.problems.front().line, 3);
    }

    void tellsPlacesInOtherFiles()
    {
        write(u"api/parts/get.yaml"_s, "security:\n  - o: [none]\n");
        const QString path = m_folder->filePath(u"api/main.yaml"_s);
        DocumentFiles files(path, {m_folder->path()});
        const auto read = readDescriptionFile(path, {}, &files);
        QVERIFY(read);
        QCOMPARE(read.problems.size(), 1U);
        QVERIFY2(read.problems.front().message.startsWith(u"In get.yaml:2:9: "), qPrintable(read.problems.front().message));
        QCOMPARE(read.problems.front().line, 0);
    }
};

SCOPES_TEST(DocumentFilesTest)
#include "DocumentFilesTest.moc"
