#include "widgets/FileKind.h"

#include "support/TestMain.h"

#include <QTemporaryDir>

using namespace scopes;
using namespace Qt::StringLiterals;

namespace {

/// With " where @p text has '.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

/// The same with so much between that not all of it is read to know its kind, where that is said at the beginning.
QByteArray large(const QByteArray& before, const QByteArray& after)
{
    constexpr qsizetype much = 1'600'000;
    return quoted(before) + QByteArray(much, 'x') + quoted(after);
}

} // namespace

/// What a file is, by its content.
class FileKindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void kinds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<FileKind>("kind");
        QTest::newRow("a description")
            << u"a.json"_s
            << quoted("{'openapi':'3.0.0','paths':{},'components':{'securitySchemes':{'o':{'type':'oauth2','flows':{'implicit':"
                      "{'scopes':{'a':'A'}}}}}}}")
            << FileKind::Catalog;
        QTest::newRow("a request") << u"a.json"_s << quoted("{'version':1,'scopes':['a']}") << FileKind::Request;
        QTest::newRow("a profile") << u"a.json"_s << quoted("{'version':1,'approved':['a']}") << FileKind::Profile;
        QTest::newRow("a text") << u"a.txt"_s << QByteArray("video.list, user.info.basic") << FileKind::PlainText;
        QTest::newRow("a table of scopes") << u"a.txt"_s << QByteArray("Scope,Meaning\na,A\n") << FileKind::Table;
        QTest::newRow("a table with other headings") << u"a.txt"_s << QByteArray("Recht\tWas\na\tA\n") << FileKind::Table;
        QTest::newRow("a large table of scopes")
            << u"a.csv"_s << QByteArray("Scope,Meaning\n") + QByteArray("a,A\n").repeated(400'000) << FileKind::Catalog;
        QTest::newRow("an overlay") << u"a.json"_s
                                    << quoted("{'format':'scope-explorer-overlay','version':1,'catalog':'a','scopes':{}}")
                                    << FileKind::Overlay;
        QTest::newRow("bytes") << u"a.bin"_s << QByteArray("a\0b", 3) << FileKind::Other;

        QTest::newRow("a large description")
            << u"a.json"_s << large("{ 'openapi' : '3.0.0', 'info':{'title':'", "'}}") << FileKind::Catalog;
        QTest::newRow("a large description that is known by its end")
            << u"a.json"_s << large("{'info':{'title':'", "'},'openapi':'3.0.0'}") << FileKind::Catalog;
        QTest::newRow("a large description in YAML")
            << u"a.yaml"_s << large("# made\nswagger: '2.0'\ninfo: {title: ", "}\n") << FileKind::Catalog;
        QTest::newRow("a large Discovery document")
            << u"a.json"_s << large("{'kind':'discovery#restDescription','discoveryVersion':'v1','description':'", "'}")
            << FileKind::Catalog;
        QTest::newRow("a large catalog of ours, broken")
            << u"a.json"_s << large("{'format':'scope-explorer-catalog','about':'", "") << FileKind::Catalog;
        QTest::newRow("a large request") << u"a.json"_s << large("{'version':1,'notes':'", "','scopes':['a']}")
                                         << FileKind::Request;
        QTest::newRow("a large recording of a description")
            << u"a.json"_s
            << large("{'log':{'entries':[{'request':{'method':'GET','url':'https://a.example/'},'response':{'content':"
                     "{'text':'{\\'openapi\\':\\'3.0.0\\'}','comment':'",
                   "'}}}]}}")
            << FileKind::Recording;
        QTest::newRow("a large text that speaks of one")
            << u"a.txt"_s << large("Our openapi: 3.0.0 description has scopes. ", "\n") << FileKind::PlainText;
    }

    void kinds()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush());
        QTEST(fileKind(file.fileName()), "kind");
    }

    void whatIsNoFileIsNoCatalog()
    {
        const QTemporaryDir folder;
        QCOMPARE(fileKind(folder.path()), FileKind::Other);
        QCOMPARE(fileKind(folder.filePath(u"none"_s)), FileKind::Other);
    }
};

SCOPES_TEST(FileKindTest)
#include "FileKindTest.moc"
