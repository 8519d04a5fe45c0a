#include "LargeDescription.h"

namespace scopes::tests {

QByteArray largeDescription(qsizetype size, bool isYaml)
{
    QByteArray text =
        "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"Large\"}, \"components\": {\"securitySchemes\": {\"o\": "
        "{\"type\": \"oauth2\", \"flows\": {\"implicit\": {\"scopes\": {\"s0\": \"S\", \"s1\": \"T\"}}}}}},\n\"paths\": {";
    QByteArray yaml = "openapi: 3.0.3\ninfo: {title: Large}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: "
                      "{scopes: {s0: S, s1: T}}}}}}\npaths:\n";
    QByteArray& made = isYaml ? yaml : text;
    for (int i = 0; made.size() < size; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (isYaml)
            made += "  /items/" + number + ":\n    get:\n      operationId: get" + number + "\n      summary: Reads the item "
                + number
                + "\n      parameters:\n        - {name: page, in: query, schema: {type: integer, minimum: 1}}\n      "
                  "responses:\n"
                  "        '200':\n          description: What was asked for\n      security:\n        - o: [s"
                + QByteArray::number(i % 2) + "]\n";
        else
            made += (i == 0 ? "\n\"/items/" : ",\n\"/items/") + number + "\": {\"get\": {\"operationId\": \"get" + number
                + "\", \"summary\": \"Reads the item " + number
                + "\", \"parameters\": [{\"name\": \"page\", \"in\": \"query\", \"schema\": {\"type\": \"integer\", \"minimum\": "
                  "1}}], "
                  "\"responses\": {\"200\": {\"description\": \"What was asked for\"}}, \"security\": [{\"o\": [\"s"
                + QByteArray::number(i % 2) + "\"]}]}}";
    }
    return isYaml ? made : made + "}}\n";
}

} // namespace scopes::tests
