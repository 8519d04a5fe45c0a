#include "MinimalCatalog.h"

#include "document/Document.h"

#include <QStringList>

namespace scopes::tests {

namespace {

void collect(Value value, QStringList& pointers)
{
    pointers += value.pointer();
    for (const Value child : value.children())
        collect(child, pointers);
}

Value find(Value value, const QString& pointer)
{
    if (value.pointer() == pointer)
        return value;
    for (const Value child : value.children()) {
        const QString here = child.pointer();
        if (pointer == here || pointer.startsWith(here + u'/'))
            return find(child, pointer);
    }
    return {};
}

/// Where the value that begins at @p start ends.
qsizetype endOf(const QByteArray& json, qsizetype start)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = start; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString) {
            isInString = c != '"';
            if (!isInString && depth == 0)
                return i + 1;
        } else if (c == '"') {
            isInString = true;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            if (depth == 0)
                return i;
            if (--depth == 0)
                return i + 1;
        } else if (depth == 0 && (c == ',' || c == '\n')) {
            return i;
        }
    }
    return json.size();
}

} // namespace

QByteArray minimalCatalog()
{
    // The sample has no escape in a string, and no bracket: see endOf().
    return "{\n"
           "\"$schema\": \"catalog.schema.json\",\n"
           "\"format\": \"scope-explorer-catalog\",\n"
           "\"version\": 1,\n"
           "\"id\": \"mini\",\n"
           "\"name\": \"Minimal\",\n"
           "\"retrieved\": \"2024-02-29\",\n"
           "\"about\": \"All members once.\",\n"
           "\"sources\": [\n"
           "{\"id\": \"page\", \"title\": \"Page\", \"url\": \"https://example.com/page\", \"retrieved\": \"2024-01-01\", "
           "\"kind\": \"provider\", \"note\": \"n\"},\n"
           "{\"id\": \"rfc\", \"title\": \"RFC\", \"retrieved\": \"2024-01-01\", \"kind\": \"specification\"}\n"
           "],\n"
           "\"provider\": {\n"
           "\"name\": \"Provider\",\n"
           "\"authorizationEndpoints\": [{\"url\": \"https://example.com/auth\", \"status\": \"current\", \"source\": \"page\", "
           "\"note\": \"n\"}],\n"
           "\"separator\": {\"value\": \",\", \"source\": \"page\", \"note\": \"n\"},\n"
           "\"clientParameter\": {\"value\": \"client_key\", \"source\": \"page\"},\n"
           "\"requestParameters\": [{\"name\": \"scope\", \"meaning\": \"m\", \"required\": \"yes\", \"value\": \"\", "
           "\"values\": [{\"value\": \"\", \"meaning\": \"m\"}], \"platforms\": [\"web\"], \"note\": \"n\", \"source\": "
           "\"page\"}],\n"
           "\"platforms\": [{\"id\": \"web\", \"name\": \"Web\", \"redirectRules\": [\n"
           "{\"rule\": \"maximum-count\", \"value\": 10, \"text\": \"t\", \"source\": \"page\"},\n"
           "{\"rule\": \"scheme\", \"value\": [\"https\"], \"text\": \"t\", \"source\": \"page\"},\n"
           "{\"rule\": \"registered-port-wildcard\", \"value\": \"*\", \"text\": \"t\", \"source\": \"page\"}],\n"
           "\"pkce\": {\"required\": \"no\", \"challengeEncoding\": \"hex-sha256\", \"methods\": [\"S256\"], "
           "\"verifierLength\": {\"min\": 43, \"max\": 128}, \"verifierCharacters\": \"abc\", \"text\": \"t\", \"source\": "
           "\"page\"},\n"
           "\"call\": {\"language\": \"kotlin\", \"text\": \"t\", \"source\": \"page\"}, "
           "\"facts\": [{\"text\": \"t\", \"source\": \"page\"}]}],\n"
           "\"refusal\": [{\"text\": \"t\", \"source\": \"page\"}],\n"
           "\"partialGrant\": [{\"text\": \"t\", \"source\": \"page\"}],\n"
           "\"callbackParameters\": [{\"name\": \"code\", \"meaning\": \"m\", \"source\": \"page\"}],\n"
           "\"tokenEndpoint\": {\"value\": \"https://example.com/token\", \"source\": \"page\"},\n"
           "\"tokenFacts\": [{\"text\": \"t\", \"source\": \"page\"}],\n"
           "\"tokenPrefixes\": [{\"prefix\": \"act.\", \"meaning\": \"m\", \"source\": \"page\"}],\n"
           "\"errors\": [{\"where\": \"w\", \"error\": \"e\", \"meaning\": \"m\", \"source\": \"page\"}],\n"
           "\"requiredScopes\": [{\"scope\": \"a.read\", \"severity\": \"error\", \"text\": \"t\", \"source\": \"page\"}],\n"
           "\"appFacts\": [{\"text\": \"t\", \"source\": \"page\"}],\n"
           "\"commonMistakes\": [{\"text\": \"t\", \"source\": \"page\"}], \"reviewForms\": [{\"id\": \"form\", \"name\": "
           "\"Form\", \"text\": \"t\", \"questions\": [{\"column\": \"reason\", \"title\": \"Use case\"}], \"source\": "
           "\"page\"}],\n"
           "\"tokenKinds\": {\"text\": \"t\", \"source\": \"page\"}\n"
           "},\n"
           "\"topics\": [\n"
           "{\"id\": \"a\", \"name\": \"Ä\", \"note\": \"n\"},\n"
           "{\"id\": \"b\", \"name\": \"B\"}\n"
           "],\n"
           "\"scopes\": [\n"
           "{\"name\": \"a.read\", \"topic\": \"a\", \"definition\": \"d\", \"userDisplay\": \"u\", \"status\": \"documented\", "
           "\"implies\": [{\"scopes\": [\"b.write\"], \"source\": \"page\", \"caution\": \"c\"}], \"product\": \"Kit\", "
           "\"approval\": \"none\", \"obtainedBy\": \"user authorization\", \"region\": \"EU\", \"targetApis\": [{\"name\": "
           "\"Call\", \"documentation\": \"https://example.com/doc\", \"endpoint\": \"call\", \"source\": \"page\"}], "
           "\"source\": "
           "\"page\", \"facts\": [{\"text\": \"t\", \"source\": \"rfc\"}], \"notes\": \"n\"},\n"
           "{\"name\": \"b.write\", \"topic\": \"b\", \"definition\": \"\", \"userDisplay\": null, \"status\": \"deprecated\", "
           "\"replacedBy\": [\"a.read\"], \"product\": null, \"approval\": null, \"obtainedBy\": null, \"region\": null, "
           "\"targetApis\": [{\"name\": \"Else\", \"endpoint\": null, \"source\": \"page\"}], \"source\": \"page\", \"facts\": "
           "[]},\n"
           "{\"name\": \"a.write\", \"topic\": \"a\", \"definition\": \"d\", \"userDisplay\": \"\", \"status\": \"documented\", "
           "\"product\": \"Kit\", \"approval\": null, \"obtainedBy\": \"client credentials\", \"region\": null, \"targetApis\": "
           "[], \"source\": \"page\", \"facts\": []}\n"
           "],\n"
           "\"endpoints\": [\n"
           "{\"id\": \"call\", \"name\": \"Call\", \"method\": \"GET\", \"url\": \"/v2/call/\", \"product\": \"Kit\", \"token\": "
           "\"user access token\", \"requires\": [[\"a.read\", \"a.write\"], [\"b.write\"]], \"parameters\": [{\"name\": \"p\", "
           "\"values\": [{\"value\": \"v\", \"requires\": [[\"a.write\"]], \"source\": \"page\"}]}], \"fields\": [{\"name\": "
           "\"f\", \"meaning\": \"m\", \"requires\": [[\"a.read\"]], \"source\": \"page\"}], \"documentation\": "
           "\"https://example.com/doc\", \"source\": \"page\", \"confidence\": \"c\", \"limits\": \"l\", \"notes\": \"n\"},\n"
           "{\"id\": \"free\", \"name\": \"Free\", \"method\": \"POST\", \"url\": \"/v2/free/\", \"product\": null, \"token\": "
           "null, \"requires\": [[]], \"source\": \"page\"}\n"
           "],\n"
           "\"otherScopes\": [{\"name\": \"c.seen\", \"seen\": \"somewhere\", \"source\": \"rfc\"}]\n"
           "}\n";
}

QByteArray minimalCatalogWith(const QString& pointer, const QByteArray& replacement)
{
    QByteArray json = minimalCatalog();
    const auto document = Document::fromJson(json);
    const Value value = document ? find(document.value->root(), pointer) : Value();
    if (!value)
        qFatal("the minimal catalog has no value at %s", qPrintable(pointer));
    auto start = static_cast<qsizetype>(value.offset());
    qsizetype end = endOf(json, start);
    if (replacement.isNull()) {
        if (!value.key().empty())
            start = json.lastIndexOf('"', json.lastIndexOf('"', start - 1) - 1);
        if (json[end] == ',')
            ++end;
        else
            start = qMax(json.lastIndexOf(',', start - 1), json.lastIndexOf(value.key().empty() ? '[' : '{', start - 1) + 1);
    }
    return json.replace(start, end - start, replacement);
}

QStringList pointersOf(const QByteArray& json)
{
    QStringList pointers;
    const auto document = Document::fromJson(json);
    if (document)
        collect(document.value->root(), pointers);
    return pointers;
}

} // namespace scopes::tests
