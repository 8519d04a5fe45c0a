#include "import/CatalogWriter.h"

#include "Corpus.h"
#include "catalog/CatalogReader.h"
#include "import/CatalogOpener.h"
#include "import/DescriptionReader.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

const ImportOrigin origin{u"d.json"_s, u"2026-01-02"_s};

/// Names and sets of names, as both sides have them.
using Names = std::set<QString>;
using Alternatives = std::set<Names>;
using Needs = std::map<QString, Alternatives>;

Needs needsOf(const ScopeCatalog& catalog)
{
    Needs needs;
    for (const Endpoint& endpoint : catalog.endpoints()) {
        Alternatives& alternatives = needs[toQString(endpoint.method) + u' ' + toQString(endpoint.url)];
        for (const std::vector<ScopeId>& scopes : endpoint.requirement.alternatives) {
            Names names;
            for (const ScopeId id : scopes)
                names.insert(toQString(catalog.scope(id).name));
            alternatives.insert(names);
        }
    }
    return needs;
}

/// What the corpus expects: null is a scheme without scopes, such as an API key, and no alternative where it stands alone.
Needs expectedNeeds(const QJsonObject& operations)
{
    Needs needs;
    for (auto call = operations.begin(); call != operations.end(); ++call) {
        const QJsonArray alternatives = call->toObject().value(u"alternatives"_s).toArray();
        for (const QJsonValue& alternative : alternatives) {
            const QJsonObject schemes = alternative.toObject();
            Names names;
            bool isOAuth = schemes.isEmpty();
            for (const QJsonValue& scopes : schemes) {
                isOAuth |= scopes.isArray();
                for (const QJsonValue& scope : scopes.toArray()) {
                    if (!scope.toString().trimmed().isEmpty())
                        names.insert(scope.toString());
                }
            }
            if (isOAuth)
                needs[QString(call.key()).replace(u' ', u"%20"_s).replace(call.key().indexOf(u' '), 3, u" "_s)].insert(names);
        }
    }
    return needs;
}

QJsonObject written(const QByteArray& text, Grouping grouping = Grouping::Automatic)
{
    const auto read = readDescription(text);
    return read ? QJsonDocument::fromJson(*catalogJson(*read.value, origin, grouping).value).object() : QJsonObject();
}

const QByteArray head = "openapi: 3.0.3\n"
                        "info: {title: The *API*, version: 1.2, description: '<p>About</p> it'}\n"
                        "components:\n"
                        "  securitySchemes:\n"
                        "    o: {type: oauth2, flows: {authorizationCode: {authorizationUrl: 'https://x/a', tokenUrl: "
                        "'https://x/t', scopes: {'a:read': '**R** &amp; r', 'a:write': W, b: ''}}}}\n"
                        "    c: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://x/t', scopes: {m: M}}}}\n"
                        "    key: {type: apiKey}\n";

} // namespace

class CatalogWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsBackTheSame_data()
    {
        QTest::addColumn<QString>("path");

        const QStringList paths = tests::corpusDocuments();
        for (const QString& path : paths) {
            if (!tests::corpusExpected(path).isNull())
                QTest::newRow(qPrintable(path)) << path;
        }
        if (paths.isEmpty())
            QTest::newRow("none") << QString();
    }

    void readsBackTheSame()
    {
        QFETCH(const QString, path);
        if (path.isEmpty())
            QSKIP("../shared/corpus is absent");
        const QJsonObject expected = QJsonDocument::fromJson(tests::corpusExpected(path)).object();
        const auto opened = openCatalog(tests::corpusDocument(path), origin);
        QVERIFY2(opened, qPrintable(toString(opened.problems, path)));
        QVERIFY(opened.value->isImported);
        const ScopeCatalog& catalog = *opened.value->catalog;
        QStringList names;
        for (const Scope& scope : catalog.scopes())
            names += toQString(scope.name);
        QStringList wantedNames;
        for (const QJsonValue& scope : expected.value(u"scopes"_s).toArray()) {
            // Which no catalog can have.
            if (const QString name = scope[u"name"_s].toString(); !name.trimmed().isEmpty())
                wantedNames += name;
        }
        QCOMPARE(names, wantedNames);
        const Needs needs = needsOf(catalog);
        const Needs wanted = expectedNeeds(expected.value(u"operations"_s).toObject());
        for (const auto& [call, alternatives] : wanted)
            QVERIFY2(needs.contains(call) && needs.at(call) == alternatives, qPrintable(call));
        // The others are those that need no scope, which is said of each of them in the document.
        for (const auto& [call, alternatives] : needs)
            QVERIFY2(wanted.contains(call) || alternatives == decltype(alternatives){{}}, qPrintable(call));
    }

    void takesTextsOver()
    {
        const QJsonObject catalog = written(head + "paths: {/p: {get: {summary: 'Get `it`', security: [{o: [b]}]}}}");
        QCOMPARE(catalog.value(u"id"_s).toString(), u"the-api.openapi"_s);
        QCOMPARE(catalog.value(u"name"_s).toString(), u"The API"_s);
        QVERIFY(catalog.value(u"about"_s).toString().endsWith(u"Its version: 1.2. About it"_s));
        const QJsonObject scope = catalog.value(u"scopes"_s)[0].toObject();
        QCOMPARE(scope.value(u"name"_s).toString(), u"a:read"_s);
        QCOMPARE(scope.value(u"definition"_s).toString(), u"R & r"_s);
        QVERIFY(scope.value(u"userDisplay"_s).isNull());
        QCOMPARE(scope.value(u"obtainedBy"_s).toString(), u"user authorization"_s);
        QCOMPARE(catalog.value(u"scopes"_s)[3][u"obtainedBy"_s].toString(), u"client credentials"_s);
        QCOMPARE(catalog.value(u"endpoints"_s)[0][u"name"_s].toString(), u"Get it"_s);
    }

    void namesCallsByTheirFirstSentence_data()
    {
        QTest::addColumn<QByteArray>("summary");
        QTest::addColumn<QString>("name");

        const QByteArray more = " It is documented at great length, with much that no list of calls has the room for.";
        QTest::newRow("short texts stay") << QByteArray("Lists. Also counts.") << u"Lists. Also counts."_s;
        QTest::newRow("a sentence") << "Lists the files." + more << u"Lists the files."_s;
        QTest::newRow("an abbreviation") << "Lists files, e.g. of you, in v1.2." + more
                                         << u"Lists files, e.g. of you, in v1.2."_s;
        QTest::newRow("an abbreviation of a name")
            << "Lists the U.S. Treasury's files." + more << u"Lists the U.S. Treasury's files."_s;
        QTest::newRow("an aside") << "Lists the files. (And more.)" + more << u"Lists the files."_s;
        QTest::newRow("a long text, which the notes have whole")
            << "Lists the files." + QByteArray(" It does \xC3\xBC.").repeated(100) << u"Lists the files."_s;
        QTest::newRow("one long sentence") << QByteArray(90, 'x') << QString(90, u'x');
    }

    void namesCallsByTheirFirstSentence()
    {
        QFETCH(const QByteArray, summary);
        const QJsonObject catalog = written(head + "paths: {/p: {get: {summary: \"" + summary + "\", security: [{o: [b]}]}}}");
        const QJsonValue call = catalog.value(u"endpoints"_s)[0];
        QTEST(call[u"name"_s].toString(), "name");
        const bool isWhole = call[u"name"_s].toString() == QString::fromUtf8(summary);
        QCOMPARE(call[u"notes"_s].toString(), isWhole ? QString() : QString::fromUtf8(summary));
    }

    void veryLongTextsOfCallsAreCutBetweenCharacters()
    {
        const QJsonObject catalog = written(
            head + "paths: {/p: {get: {summary: \"" + QByteArray("\xC3\xBC").repeated(9000) + "\", security: [{o: [b]}]}}}");
        const QJsonValue call = catalog.value(u"endpoints"_s)[0];
        for (const auto& [member, bytes] : {std::pair(u"name"_s, 300), std::pair(u"notes"_s, 4000)}) {
            const QString text = call[member].toString();
            QVERIFY2(text.endsWith(u"ü…"_s), qPrintable(text.right(10)));
            QCOMPARE(text.count(u'ü'), text.size() - 1);
            QVERIFY(text.size() > bytes / 2 - 3 && text.size() <= bytes / 2 + 1);
        }
    }

    void saysWhatIsTheStandards()
    {
        const QJsonObject provider = written(head)[u"provider"_s].toObject();
        QCOMPARE(provider[u"separator"_s][u"value"_s].toString(), u" "_s);
        QCOMPARE(provider[u"separator"_s][u"source"_s].toString(), u"rfc-6749"_s);
        QCOMPARE(provider[u"clientParameter"_s][u"value"_s].toString(), u"client_id"_s);
        QCOMPARE(provider[u"authorizationEndpoints"_s][0][u"url"_s].toString(), u"https://x/a"_s);
        QCOMPARE(provider[u"authorizationEndpoints"_s][0][u"source"_s].toString(), u"description"_s);
        QCOMPARE(provider[u"tokenEndpoint"_s][u"value"_s].toString(), u"https://x/t"_s);
        QCOMPARE(provider[u"requestParameters"_s][0][u"value"_s].toString(), u"code"_s);
        const QJsonObject aws = written("{\"s3\": {\"service_name\": \"S\", \"privileges\": {\"Get\": {}}}}");
        QCOMPARE(aws[u"provider"_s].toObject().keys(), QStringList{u"name"_s});
    }

    void writesNeeds_data()
    {
        QTest::addColumn<QByteArray>("security");
        QTest::addColumn<QByteArray>("requires");
        QTest::addColumn<QString>("token");

        QTest::newRow("one scope") << QByteArray("[{o: [b]}]") << QByteArray("[[\"b\"]]") << u"user access token"_s;
        QTest::newRow("alternatives") << QByteArray("[{o: [b]}, {o: ['a:read', b]}]")
                                      << QByteArray("[[\"b\"],[\"a:read\",\"b\"]]") << u"user access token"_s;
        QTest::newRow("schemes together") << QByteArray("[{o: [b], c: [m]}]") << QByteArray("[[\"b\",\"m\"]]") << QString();
        QTest::newRow("schemes apart") << QByteArray("[{o: [b]}, {c: [m]}]") << QByteArray("[[\"b\"],[\"m\"]]") << QString();
        QTest::newRow("the same twice") << QByteArray("[{o: [b]}, {o: [b, b], key: []}]") << QByteArray("[[\"b\"]]")
                                        << u"user access token"_s;
        QTest::newRow("anyone may call") << QByteArray("[{o: [b]}, {}]") << QByteArray("[[\"b\"],[]]") << u"user access token"_s;
        QTest::newRow("a token without scopes")
            << QByteArray("[{c: []}, {c: [m]}]") << QByteArray("[[],[\"m\"]]") << u"client access token"_s;
        QTest::newRow("nothing but a token") << QByteArray("[{c: []}]") << QByteArray("[[]]") << u"client access token"_s;
        QTest::newRow("no token") << QByteArray("[]") << QByteArray("[[]]") << QString();
        QTest::newRow("a key or nothing") << QByteArray("[{key: []}, {}]") << QByteArray("[[]]") << QString();
        QTest::newRow("an API key is no scope")
            << QByteArray("[{key: []}, {o: [b]}]") << QByteArray("[[\"b\"]]") << u"user access token"_s;
    }

    void writesNeeds()
    {
        QFETCH(const QByteArray, security);
        const QJsonObject endpoint =
            written(head + "paths: {/p: {get: {security: " + security + "}}}")[u"endpoints"_s][0].toObject();
        QTEST(QJsonDocument(endpoint[u"requires"_s].toArray()).toJson(QJsonDocument::Compact), "requires");
        QTEST(endpoint[u"token"_s].toString(), "token");
        const QString notes = endpoint[u"notes"_s].toString();
        QCOMPARE(notes.contains(u"further schemes for this call: key."_s), security.contains("key"));
        QCOMPARE(notes.contains(u"without a"_s), security == "[]" || security.contains("{}"));
    }

    void callsWhoseNeedsCannotBeReadAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("security");

        QTest::newRow("a scheme in place of an alternative") << QByteArray("[o]");
        QTest::newRow("nothing in place of an alternative") << QByteArray("[null]");
        QTest::newRow("a scope in place of a list") << QByteArray("[{o: b}]");
        QTest::newRow("a list of no names") << QByteArray("[{o: [{b: B}]}]");
        QTest::newRow("besides no token") << QByteArray("[o, {}]");
    }

    /// As what they need is unknown: not nothing.
    void callsWhoseNeedsCannotBeReadAreLeftOut()
    {
        QFETCH(const QByteArray, security);
        QCOMPARE(written(head + "paths: {/p: {get: {security: " + security + "}}}")[u"endpoints"_s].toArray(), QJsonArray());
    }

    void namesCallsByTheirIdsWhereTheseAreUnique()
    {
        const QJsonArray calls = written(head
            + "security: [{o: [b]}]\npaths: {/p: {get: {operationId: one}, put: {operationId: two}}, /q: {get: {operationId: "
              "two}, put: {}}}")[u"endpoints"_s]
                                     .toArray();
        QStringList ids;
        for (const QJsonValue& call : calls)
            ids += call[u"id"_s].toString();
        QCOMPARE(ids, QStringList({u"one"_s, u"GET /q"_s, u"PUT /p"_s, u"PUT /q"_s}));
    }

    void keepsWhatIsOdd()
    {
        const QByteArray text = head + "paths: {'/a b': {get: {security: [{o: [' ', z], u: [s, b]}]}}}";
        const auto opened = openCatalog(text, origin);
        QVERIFY2(opened, qPrintable(toString(opened.problems, u"f"_s)));
        const ScopeCatalog& catalog = *opened.value->catalog;
        QCOMPARE(catalog.find(u"z"_s), 4);
        QVERIFY(!catalog.details(catalog.scope(4)).notes.empty());
        QCOMPARE(catalog.find(u" "_s), noId);
        QCOMPARE(catalog.otherScopes().size(), 1U);
        QCOMPARE(catalog.otherScopes()[0].name, Text("s"));
        QCOMPARE(catalog.endpoint(0).url, Text("/a%20b"));
        QVERIFY2(toString(opened.problems, u"f"_s).contains(u"left out"_s), qPrintable(toString(opened.problems, u"f"_s)));
    }

    void groups_data()
    {
        QTest::addColumn<Grouping>("grouping");
        QTest::addColumn<QString>("topics");

        QTest::newRow("by the name") << Grouping::Name << u"a: a:read a:write; Other scopes: b m"_s;
        QTest::newRow("by tags") << Grouping::Tags << u"Reading: a:read b; Writing: a:write; Other scopes: m"_s;
        QTest::newRow("automatically") << Grouping::Automatic << u"Reading: a:read b; Writing: a:write; Other scopes: m"_s;
    }

    void groups()
    {
        QFETCH(const Grouping, grouping);
        const QJsonObject catalog = written(head
                + "paths: {/p: {get: {tags: [Reading], security: [{o: ['a:read', b]}]}, put: {tags: [Writing, x], security: "
                  "[{o: ['a:write']}]}}}",
            grouping);
        QStringList topics;
        for (const QJsonValue& topic : catalog[u"topics"_s].toArray()) {
            QString text = topic[u"name"_s].toString() + u':';
            for (const QJsonValue& scope : catalog[u"scopes"_s].toArray()) {
                if (scope[u"topic"_s] == topic[u"id"_s])
                    text += u' ' + scope[u"name"_s].toString();
            }
            topics += text;
        }
        QTEST(topics.join(u"; "_s), "topics");
    }

    void listsCallsUnder_data()
    {
        QTest::addColumn<QByteArray>("paths");
        QTest::addColumn<QString>("headings");

        QTest::newRow("the first tag") << QByteArray("/p: {get: {tags: [Reading, x]}}, /q: {get: {tags: [Writing]}}")
                                       << u"Reading Writing"_s;
        QTest::newRow("where paths begin without tags")
            << QByteArray("/me/drive: {get: {}}, /users: {get: {}}, '/users/{id}': {get: {}}") << u"/me /users /users"_s;
        QTest::newRow("behind what all paths share") << QByteArray("/v1/a/b: {get: {}}, /v1/c: {get: {}}") << u"/a /c"_s;
        QTest::newRow("nothing where a parameter stands") << QByteArray("'/{id}': {get: {}}, /b: {get: {}}") << u"/b -"_s;
        QTest::newRow("a tag although paths begin alike") << QByteArray("/b: {get: {tags: [T]}}, /b/c: {get: {}}") << u"T /b"_s;
    }

    void listsCallsUnder()
    {
        QFETCH(const QByteArray, paths);
        const auto opened = openCatalog(head + "security: [{o: [b]}]\npaths: {" + paths + "}", origin);
        QVERIFY2(opened, qPrintable(toString(opened.problems, u"f"_s)));
        const ScopeCatalog& catalog = *opened.value->catalog;
        QStringList headings;
        for (const Endpoint& call : catalog.endpoints()) {
            QCOMPARE(call.product, noId);
            headings += call.heading == noId ? u"-"_s : toQString(catalog.group(call));
        }
        QTEST(headings.join(u' '), "headings");
    }

    void groupsByTheLastPartOfAddresses()
    {
        const QJsonObject catalog =
            written("{\"scopes_supported\": [\"https://g/auth/drive\", \"https://g/auth/drive.file\", \"https://mail.g/\"]}");
        QCOMPARE(catalog[u"topics"_s][0][u"name"_s].toString(), u"drive"_s);
        QCOMPARE(catalog[u"topics"_s].toArray().size(), 2);
    }

    void keepsUserDisplayOfGraph()
    {
        const QJsonObject catalog = written("{\"permissions\": {\"A\": {\"schemes\": {\"DelegatedWork\": {\"adminDescription\": "
                                            "\"app\", \"userDescription\": \"you\", \"requiresAdminConsent\": true},"
                                            "\"Application\": {\"requiresAdminConsent\": false}}}}}");
        const QJsonObject scope = catalog[u"scopes"_s][0].toObject();
        QCOMPARE(scope[u"userDisplay"_s].toString(), u"you"_s);
        QCOMPARE(scope[u"approval"_s].toString(), u"Admin consent needed for DelegatedWork"_s);
    }

    void opensOurOwnFormatToo()
    {
        const auto read = readDescription(head);
        const QByteArray json = *catalogJson(*read.value, origin).value;
        const auto opened = openCatalog(json, {});
        QVERIFY2(opened, qPrintable(toString(opened.problems, u"f"_s)));
        QVERIFY(!opened.value->isImported);
        QVERIFY(opened.problems.empty());
        QVERIFY(!openCatalog("{\"a\": 1}", {}));
        QVERIFY(!openCatalog("{\"format\": \"scope-explorer-catalog\"}", {}));
    }
};

SCOPES_TEST(CatalogWriterTest)
#include "CatalogWriterTest.moc"
