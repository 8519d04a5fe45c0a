#include "import/DescriptionReader.h"
#include "support/TestMain.h"

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

/// OpenAPI in which nothing is odd, but for what is put in.
QByteArray openApi(const QByteArray& scopes, const QByteArray& calls, const QByteArray& more = {})
{
    return "openapi: 3.1.0\ncomponents:\n  securitySchemes:\n    o: {type: oauth2, flows: {implicit: {\n"
           "      authorizationUrl: https://a.example/, scopes: {"
        + scopes + "}}}}\n" + more + "paths: {" + calls + "}\n";
}

QByteArray withFlow(const QByteArray& flow)
{
    return "swagger: '2.0'\nsecurityDefinitions: {o: {type: oauth2, scopes: {r: R},\n" + flow + "}}\n";
}

const QByteArray call = "/a: {get: {security: [{o: [r]}]}}";

} // namespace

class OdditiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tellsWhatIsOdd_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("notes"); // 'line:column: ' and the first words of each

        const auto row = [](const char* name, const QByteArray& text, const QStringList& notes) {
            QTest::newRow(name) << text << notes;
        };
        row("nothing", openApi("r: R", call), {});
        row("a scope that holds a space", openApi("r: R, r w: RW", call),
            {u"5:65: The name of the scope 'r w' holds a space, which stands between scopes"_s});
        row("a scope whose name is blank", openApi("r: R, ' ': B", call), {u"5:65: The name of this scope is blank"_s});
        row("a scope in another script", openApi("r: R, \xC3\xA9: E", call),
            {u"5:63: The name of the scope 'é' holds characters that RFC 6749, section 3.3, does not let it hold."_s});
        row("scopes that differ by case", openApi("r: R, R: S", call),
            {u"5:63: The scope 'R' differs from 'r' only in upper and lower case"_s});
        row("a use that differs by case", openApi("r: R", "/a: {get: {security: [{o: [R]}]}}"),
            {u"6:36: The scope 'R' is used here and declared nowhere."_s,
                u"6:36: The scope 'R' differs from 'r' only in upper and lower case"_s});
        row("many uses of what is not declared", openApi("r: R", "/a: {get: {security: [{o: [a, b, c, d, e, f]}]}}"),
            {u"6:36: 6 scopes are used and declared nowhere. The first of them is 'a'."_s});
        row("a scope without a text", openApi("r: R, w: ' '", call), {u"5:63: The scope 'w' has no description."_s});
        row("scopes without a text", openApi("r: R, w: '', x: ''", call),
            {u"5:63: 2 scopes have no description. The first of them is 'w'."_s});
        row("a scope whose text is its name", openApi("r: r", call),
            {u"5:57: The description of the scope 'r' only repeats its name."_s});
        row("a scope with two texts", openApi("r: R", call, "    p: {type: oauth2, flows: {implicit: {scopes: {r: R2}}}}\n"),
            {u"6:8: There are 2 OAuth schemes ('o' first)."_s,
                u"6:54: The scope 'r' is described in more than one way. Its first description counts."_s});
        row("a call without scopes", openApi("r: R", call + ", /b: {put: {security: [{o: []}]}}"),
            {u"6:54: The call 'PUT /b' needs OAuth and lists no scope."_s});
        row("calls without scopes", openApi("r: R", "/a: {get: {security: [{o: []}]}, put: {security: [{}, {o: []}]}}"),
            {u"6:19: 2 calls need OAuth and list no scope. The first of them is 'GET /a'."_s,
                u"6:47: The call 'PUT /a' can be made without any token, too."_s});
        row("calls that need no token", openApi("r: R", call + ", /b: {put: {security: []}, get: {security: []}}"),
            {u"6:54: 2 calls need no token: their own security is empty"_s});
        row("a scheme in place of an alternative", openApi("r: R", call + ", /b: {put: {security: [o]}}"),
            {u"6:66: A security alternative should be an object; found a string."_s});
        row("a scope in place of a list",
            openApi("r: R", call + ", /b: {put: {security: [{o: r}]}, get: {security: [{o: [{}]}]}}"),
            {u"6:70: What stands under a scheme should be a list of scopes and is none, 2 times. The first of these schemes is 'o'."_s});
        row("a call of several schemes",
            openApi("r: R", "/a: {get: {security: [{o: [r], k: []}, {k: []}]}}", "    k: {type: apiKey, name: k, in: query}\n"),
            {u"7:19: The call 'GET /a' needs several security schemes at a time."_s,
                u"7:19: The call 'GET /a' can be made with a scheme that is not of OAuth instead."_s});
        row("no call with security", openApi("r: R", "/a: {get: {}}"), {u"6:8: No call lists a scope"_s});
        row("no calls at all", openApi("r: R", ""), {});
        row("a path with a space", openApi("r: R", "'/a b': {get: {security: [{o: [r]}]}}"),
            {u"6:23: The path of the call 'GET /a b' holds a space."_s});
        row("calls that differ by case", openApi("r: R", call + ", /A: {get: {security: [{o: [r]}]}}"),
            {u"6:54: The call 'GET /A' differs from an earlier one only in upper and lower case."_s});
        row("webhooks", openApi("r: R", call, "webhooks: {w: {post: {}}}\n"),
            {u"6:11: Webhooks are not calls to the API. They were left out."_s});
        row("OpenID Connect", openApi("r: R", call, "    oidc: {type: openIdConnect, openIdConnectUrl: 'https://b.example/x'}\n"),
            {u"6:11: The scheme 'oidc' is of OpenID Connect: its scopes are listed at https://b.example/x, which was not read."_s,
                u"6:11: There are 2 OAuth schemes ('o' first)."_s});
        row("a type in other letters",
            openApi("r: R", "/a: {get: {security: [{o: [r], p: [w]}]}}", "    p: {type: OAuth2, flows: {}}\n"),
            {u"6:8: The security scheme 'p' is of the type 'OAuth2', which is unknown, so it counts as none of OAuth."_s,
                u"7:19: The call 'GET /a' needs several security schemes at a time."_s,
                u"7:44: What calls list under the scheme 'p' ('w' first) are no scopes of OAuth, as it is of the type 'OAuth2'."_s});
        row("a scheme without a type", openApi("r: R", call, "    p: {in: header}\n"),
            {u"6:8: The security scheme 'p' has no type"_s});
        row("schemes that are defined nowhere",
            openApi("r: R", call + ", /b: {get: {security: [{u: []}, {v: [s]}]}, put: {security: [{u: []}]}}"),
            {u"6:70: The security scheme 'u', which is asked for 2 times, is defined nowhere."_s,
                u"6:79: The security scheme 'v' is defined nowhere. What is listed under it is not counted among the scopes."_s});
        row("a flow without a name", withFlow("tokenUrl: 'https://a.example/'"),
            {u"2:26: The OAuth scheme 'o' does not say its flow."_s});
        row("a flow of another version", withFlow("flow: authorizationCode"),
            {u"2:26: The flow 'authorizationCode' is unknown."_s});
        row("a tokenUrl that nobody asks", withFlow("flow: implicit, tokenUrl: 'https://a.example/'"),
            {u"3:27: The flow 'implicit' has no use for a tokenUrl."_s});
        row("an address that is not encrypted", withFlow("flow: password, tokenUrl: 'http://a.example/'"),
            {u"3:27: The address 'http://a.example/' is not encrypted"_s});
        row("an address on this machine", withFlow("flow: password, tokenUrl: 'http://localhost:80/'"), {});
        row("half an address", withFlow("flow: password, tokenUrl: '/token'"),
            {u"3:27: '/token' is not a whole address: its scheme or host is missing."_s});
        row("an address to be filled in", withFlow("flow: password, tokenUrl: 'https://{you}.example/'"),
            {u"3:27: The address 'https://{you}.example/' has parts in braces, to be filled in."_s});
        row("an address with parameters", withFlow("flow: implicit, authorizationUrl: 'https://a.example/?x=1'"),
            {u"3:35: The address 'https://a.example/?x=1' comes with parameters of its own."_s});
        row("Graph: no calls and a path with a gap",
            "{permissions: {A: {schemes: {App: {adminDescription: a}}},\n"
            "B: {schemes: {App: {adminDescription: b}}, pathSets: [{schemeKeys: [App],\n"
            "methods: [GET], paths: {'/b/.../c': ''}}]}}}",
            {u"1:19: The permission 'A' names no call."_s,
                u"3:37: The path of the call 'GET /b/.../c' leaves a part out ('...')."_s});
        row("Graph: a further permission",
            "{permissions: {A: {schemes: {App: {adminDescription: a}}, pathSets: [{schemeKeys: [App],\n"
            "methods: [GET], paths: {/a: 'AlsoRequires=A'}}]}}}",
            {u"2:29: The path '/a' asks for a further permission (AlsoRequires)"_s});
        row("AWS: services and actions",
            "- {prefix: s3, service_name: S, privileges: [{privilege: G, description: g},\n"
            "  {privilege: G, description: h}]}\n"
            "- {prefix: s3, service_name: T, privileges: []}\n",
            {u"2:3: The action 's3:G' is listed more than once."_s, u"2:3: The scope 's3:G' is described in more than one way."_s,
                u"3:3: The service 's3' lists no actions."_s, u"3:3: The service 'T' has the prefix of an earlier one."_s});
        row("server metadata never has texts", "{issuer: 'https://a.example', scopes_supported: [a, b c]}",
            {u"1:53: The name of the scope 'b c' holds a space"_s});
    }

    void tellsWhatIsOdd()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, notes);
        const auto read = readDescription(text);
        QVERIFY2(read, qPrintable(toString(read.problems, u"f"_s)));
        QStringList found;
        for (const Problem& note : read.problems) {
            QCOMPARE(note.severity, Problem::Severity::Note);
            found += u"%1:%2: %3"_s.arg(QString::number(note.line), QString::number(note.column), note.message);
        }
        QVERIFY2(found.size() == notes.size(), qPrintable(found.join(u'\n')));
        for (const QString& note : notes) {
            const auto begins = [&](const QString& each) { return each.startsWith(note); };
            QVERIFY2(std::any_of(found.begin(), found.end(), begins), qPrintable(note + u"\nis not in\n"_s + found.join(u'\n')));
        }
    }

    void tellsWhyThereAreNoScopes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");

        QTest::newRow("no schemes") << QByteArray("openapi: 3.0.0\npaths: {}\n") << u"1:1: It has no security schemes."_s;
        QTest::newRow("other schemes") << QByteArray(
            "openapi: 3.0.0\ncomponents: {securitySchemes: {k: {type: apiKey}, b: {type: http}, n: {}}}\n")
                                       << u"1:1: Its security schemes are not of OAuth: 'b' (http), 'k' (apiKey), 'n'."_s;
        QTest::newRow("an OAuth scheme") << QByteArray("swagger: '2.0'\nsecurityDefinitions: {o: {type: oauth2, flow: x}}\n")
                                         << u"2:26: Its OAuth scheme 'o' lists none."_s;
        QTest::newRow("metadata of a server")
            << QByteArray("{issuer: 'https://a.example', token_endpoint: 'https://a.example/t'}\n")
            << u"1:1: Metadata lists them as 'scopes_supported', which a provider may leave out: look for them in its documentation."_s;
        QTest::newRow("metadata of a resource")
            << QByteArray("{resource: 'https://a.example', authorization_servers: [], scopes_supported: []}\n")
            << u"1:78: Metadata lists them as 'scopes_supported', which a provider may leave out: look for them in its documentation."_s;
        QTest::newRow("several OAuth schemes")
            << QByteArray("openapi: 3.0.0\ncomponents:\n  securitySchemes:\n"
                          "    o: {type: oauth2, flows: {implicit: {scopes: {}}}}\n    i: {type: openIdConnect}\n")
            << u"4:8: Its 2 OAuth schemes ('o' first) list none."_s;
    }

    void tellsWhyThereAreNoScopes()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, words);
        const auto read = readDescription(text);
        QVERIFY(!read);
        QCOMPARE(read.problems.size(), 1U);
        const Problem& problem = read.problems.front();
        const QString told = u"%1:%2: "_s.arg(problem.line).arg(problem.column)
            + QString(problem.message).remove(u"The description was read to its end and declares no OAuth scopes. "_s);
        QCOMPARE(told, words);
    }

    void tellsWhatElseItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");

        QTest::newRow("AsyncAPI") << QByteArray("asyncapi: 3.0.0\n") << u"AsyncAPI"_s;
        QTest::newRow("Arazzo") << QByteArray("arazzo: 1.0.1\n") << u"Arazzo"_s;
        QTest::newRow("an overlay") << QByteArray("overlay: 1.0.0\n") << u"Overlay"_s;
        QTest::newRow("OpenRPC") << QByteArray("{openrpc: 1.2.6}") << u"OpenRPC"_s;
        QTest::newRow("a schema") << QByteArray("{$schema: 'http://json-schema.org/draft-04/schema#'}") << u"JSON Schema"_s;
        QTest::newRow("Postman") << QByteArray(
            "{info: {schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'}}")
                                 << u"Postman collection"_s;
    }

    void tellsWhatElseItIs()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, words);
        const auto read = readDescription(text);
        QVERIFY(!read);
        QVERIFY2(read.problems.front().message.startsWith(u"This is a"_s), qPrintable(read.problems.front().message));
        QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
        QVERIFY(read.problems.front().message.contains(u"OpenAPI 3"_s));
    }
};

SCOPES_TEST(OdditiesTest)
#include "OdditiesTest.moc"
