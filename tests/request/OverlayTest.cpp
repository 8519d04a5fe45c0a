#include "request/Overlay.h"

#include "catalog/CatalogReader.h"
#include "request/AppliedOverlay.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

const QByteArray small = R"({"format": "scope-explorer-catalog", "version": 1, "id": "small.openapi", "name": "Small",
    "retrieved": "2026-11-01", "sources": [
        {"id": "document", "title": "small.yaml", "retrieved": "2026-11-01", "kind": "provider"},
        {"id": "rfc6749", "title": "RFC 6749", "retrieved": "2026-11-01", "kind": "specification"}],
    "provider": {"name": "Small",
        "authorizationEndpoints": [{"url": "https://small.example/authorize", "status": "current", "source": "document"}],
        "separator": {"value": " ", "source": "rfc6749"},
        "requestParameters": [{"name": "client_id", "required": "yes", "source": "rfc6749"}]},
    "topics": [{"id": "files", "name": "Files"}],
    "scopes": [{"name": "files.read", "topic": "files", "definition": "Read files", "userDisplay": null,
        "status": "documented", "product": null, "approval": null, "obtainedBy": null, "region": null, "source": "document"}],
    "endpoints": [], "otherScopes": [{"name": "files.admin", "seen": "in a blog", "source": "document"}]})";

CatalogPointer smallCatalog()
{
    auto read = readCatalog(small);
    return read ? *read.value : nullptr;
}

Overlay full()
{
    Overlay overlay;
    overlay.catalog = u"small.openapi"_s;
    overlay.notes[u"files.read"_s] = {u"We ask for it\nat first start."_s, u"2026-11-20"_s, {}};
    overlay.notes[u"files.gone"_s] = {u"Was taken away in May."_s, u"2026-11-21"_s, {}};
    overlay.scopes[u"files.admin"_s] = {u"Files"_s, u"Beta"_s, u"Manage files"_s, u"2026-11-22"_s, {}};
    overlay.scopes[u"a.new"_s] = {u"Ours"_s, u""_s, std::nullopt, u"2026-11-22"_s, {}};
    overlay.scopes[u"files.read"_s] = {u"Files"_s, u"Old"_s, std::nullopt, u"2026-01-01"_s, {}};
    overlay.settings[u"separator"_s] = {u","_s, u"2026-11-23"_s, {}};
    overlay.settings[u"clientParameter"_s] = {u"app_key"_s, u"2026-11-23"_s, {}};
    overlay.settings[u"authorizationEndpoint"_s] = {u"https://eu.small.example/authorize"_s, u"2026-11-23"_s, {}};
    return overlay;
}

} // namespace

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyMemberComesBack()
    {
        const auto read = readOverlay(full().toBytes());
        QVERIFY(read);
        QVERIFY(*read.value == full());
        QCOMPARE(read.value->toBytes(), full().toBytes());
    }

    void membersThatAreNotKnownAreKept()
    {
        const QByteArray bytes = R"({"catalog": "c", "format": "scope-explorer-overlay", "version": 1, "team": "Blue",
            "notes": {"n": {"date": "2026-11-20", "text": "t", "author": "Ada"}},
            "settings": {"colour": {"date": "2026-11-20", "value": "red"}}})";
        const auto read = readOverlay(bytes);
        QVERIFY(read);
        QCOMPARE(read.problems.size(), std::size_t{1});
        QVERIFY(read.problems.front().message.contains(u"colour"));
        const QByteArray written = read.value->toBytes();
        for (const char* const kept : {"\"Blue\"", "\"Ada\"", "\"red\""})
            QVERIFY2(written.contains(kept), kept);
    }

    void bytesAreStableForGit()
    {
        const QByteArray bytes = full().toBytes();
        QVERIFY(bytes.endsWith("}\n") && !bytes.contains('\r'));
        QStringList keys;
        for (const QByteArray& line : bytes.split('\n')) {
            if (line.startsWith("    \""))
                keys += QString::fromUtf8(line).section(u'"', 1, 1);
        }
        QCOMPARE(keys, (QStringList{u"catalog"_s, u"format"_s, u"notes"_s, u"scopes"_s, u"settings"_s, u"version"_s}));
    }

    void brokenFilesAreRefusedWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const QByteArray& member, const char* pointer) {
            QTest::newRow(name) << R"({"catalog": "c", "format": "scope-explorer-overlay", "version": 1, )" + member + '}'
                                << QString::fromLatin1(pointer);
        };
        QTest::newRow("no JSON") << QByteArray(R"({"catalog": )") << QString();
        QTest::newRow("another format") << QByteArray(R"({"format": "scope-explorer-catalog", "version": 1})") << QString();
        QTest::newRow("a later version") << QByteArray(R"({"catalog": "c", "format": "scope-explorer-overlay", "version": 2})")
                                         << u"/version"_s;
        row("notes that are a list", R"("notes": [])", "/notes");
        row("a note without a text", R"("notes": {"n": {"date": "2026-11-20"}})", "/notes/n");
        row("a blank note", R"("notes": {"n": {"date": "2026-11-20", "text": " "}})", "/notes/n/text");
        row("a day that does not exist", R"("notes": {"n": {"date": "2026-02-30", "text": "t"}})", "/notes/n/date");
        row("a note that stands twice",
            R"("notes": {"n": {"date": "2026-11-20", "text": "t"}, "n": {"date": "2026-11-20", "text": "u"}})", "/notes/n");
        row("a scope without a topic", R"("scopes": {"s": {"date": "2026-11-20", "definition": ""}})", "/scopes/s");
        row("a separator of two characters", R"("settings": {"separator": {"date": "2026-11-20", "value": ", "}})",
            "/settings/separator/value");
        row("an address without https", R"("settings": {"tokenEndpoint": {"date": "2026-11-20", "value": "http://a/b"}})",
            "/settings/tokenEndpoint/value");
        row("a parameter's name with a space", R"("settings": {"clientParameter": {"date": "2026-11-20", "value": "a b"}})",
            "/settings/clientParameter/value");
    }

    void brokenFilesAreRefusedWithThePlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, pointer);
        const auto read = readOverlay(bytes);
        QVERIFY(!read);
        QCOMPARE(read.problems.front().pointer, pointer);
        QVERIFY(read.problems.front().line > 0);
    }

    void itSaysNothingInTheProvidersName()
    {
        const CatalogPointer catalog = smallCatalog();
        QVERIFY(catalog);
        const CatalogPointer own = withOverlay(catalog, full());
        QCOMPARE(own->separator(), u","_s);
        QVERIFY(own->isOwn(own->provider().separator));
        QVERIFY(!own->isDocumented(own->provider().separator));
        QCOMPARE(toQString(own->source(own->provider().separator.source).title), u"Set by you"_s);
        QCOMPARE(toQString(own->source(own->provider().separator.source).retrieved), u"2026-11-23"_s);
        QCOMPARE(toQString(own->provider().requestParameters.front().name), u"app_key"_s);
        QCOMPARE(own->provider().requestParameters.front().required, Required::Yes);
        QCOMPARE(toQString(own->provider().authorizationEndpoints.front().url), u"https://eu.small.example/authorize"_s);
        QCOMPARE(own->provider().authorizationEndpoints.size(), std::size_t{2});
        // The catalog that it was made from is as before.
        QCOMPARE(catalog->separator(), u" "_s);
        QVERIFY(!catalog->isDocumented(catalog->provider().separator));
        QCOMPARE(catalog->scopeCount(), 1);
    }

    void ownScopesAreNotDocumented()
    {
        const CatalogPointer own = withOverlay(smallCatalog(), full());
        QCOMPARE(own->scopeCount(), 3);
        const Scope& admin = own->scope(own->find(u"files.admin"_s));
        QCOMPARE(admin.status, Scope::Status::Own);
        QCOMPARE(toQString(admin.userDisplay), u"Manage files"_s);
        QCOMPARE(toQString(own->topic(admin.topic).name), u"Files"_s);
        QCOMPARE(own->scopesOf(admin.topic).size(), std::size_t{2});
        QVERIFY(!own->isDocumented(u"files.admin"_s));
        QVERIFY(own->findOther(u"files.admin"_s) == nullptr);
        const Scope& fresh = own->scope(own->find(u"a.new"_s));
        QCOMPARE(toQString(own->topic(fresh.topic).name), u"Ours"_s);
        QVERIFY(fresh.userDisplay.data() == nullptr);
        // The catalog has it meanwhile, and its word counts.
        QVERIFY(own->isDocumented(u"files.read"_s));
        QCOMPARE(toQString(own->scope(own->find(u"files.read"_s)).definition), u"Read files"_s);
    }

    void notesStandAtTheirScopes()
    {
        const CatalogPointer own = withOverlay(smallCatalog(), full());
        const auto notesOn = [&](const QString& name) { return own->details(own->scope(own->find(name))).ownNotes; };
        QCOMPARE(notesOn(u"files.read"_s).size(), std::size_t{1});
        QCOMPARE(toQString(notesOn(u"files.read"_s).front().text), u"We ask for it\nat first start."_s);
        QVERIFY(notesOn(u"a.new"_s).empty());
    }

    void anEmptyOverlayGivesTheSameCatalog()
    {
        const CatalogPointer catalog = smallCatalog();
        QCOMPARE(withOverlay(catalog, Overlay()), catalog);
    }

    void theResultOutlivesItsCatalog()
    {
        CatalogPointer catalog = smallCatalog();
        const CatalogPointer own = withOverlay(catalog, full());
        catalog.reset();
        QCOMPARE(toQString(own->scope(0).definition), u"Read files"_s);
        QCOMPARE(own->name(), u"Small"_s);
    }

    void mergingKeepsMineWhereTheyDiffer()
    {
        Overlay mine = full();
        Overlay theirs = full();
        theirs.notes[u"files.read"_s].date = u"2025-01-01"_s; // another day is no other word
        theirs.notes[u"files.gone"_s].text = u"Was taken away in June."_s;
        theirs.notes[u"other"_s] = {u"New."_s, u"2026-11-20"_s, {}};
        theirs.settings[u"separator"_s].text = u";"_s;
        const OverlayMerge kept = merge(mine, theirs, false);
        QCOMPARE(kept.added, 1);
        QCOMPARE(kept.conflicts.size(), std::size_t{2});
        QCOMPARE(kept.conflicts[0].name, u"files.gone"_s);
        QVERIFY(kept.conflicts[0].mine.contains(u"May") && kept.conflicts[0].theirs.contains(u"June"));
        QCOMPARE(kept.merged.settings.at(u"separator"_s).text, u","_s);
        QCOMPARE(kept.merged.notes.at(u"other"_s).text, u"New."_s);
        QCOMPARE(merge(mine, theirs, true).merged.settings.at(u"separator"_s).text, u";"_s);
    }

    void itLiesBesideTheCatalog()
    {
        const QTemporaryDir folder;
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", folder.filePath(u"data"_s).toLocal8Bit());
        const QString kept = folder.filePath(u"data/scope-explorer/overlays/small.openapi.overlay.json"_s);
        const QString catalog = folder.filePath(u"small.yaml"_s);
        const QString beside = catalog + u".overlay.json"_s;
        QFile file(catalog);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(overlayPath({}, u"small.openapi"_s), kept);
        QCOMPARE(overlayPath(catalog, u"small.openapi"_s), beside);
        QCOMPARE(writeOverlay(kept, full()), QString());
        QCOMPARE(overlayPath(catalog, u"small.openapi"_s), kept);
        QCOMPARE(writeOverlay(beside, full()), QString());
        QCOMPARE(overlayPath(catalog, u"small.openapi"_s), beside);
        const auto read = readOverlayFile(beside);
        QVERIFY(read);
        QVERIFY(*read.value == full());
        qputenv("XDG_DATA_HOME", before);
    }
};

} // namespace scopes::tests

using scopes::tests::OverlayTest;
SCOPES_TEST(OverlayTest)
#include "OverlayTest.moc"
