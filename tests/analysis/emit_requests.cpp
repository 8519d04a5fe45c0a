#include "PlainCatalog.h"
#include "analysis/RequestSnippets.h"
#include "catalog/BuiltInCatalog.h"
#include "request/SystemRandom.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <random>

using namespace scopes;
using namespace Qt::StringLiterals;

/// Writes random requests for requests_test.py, a JSON object a line: {"url", "values": {parameter: value}, "snippets"}. What is
/// random are the values: any Unicode text, often with what URLs, shells and languages are easily caught by.
/// Arguments: how many, the seed, how many of them with snippets.
namespace {

QString hostileText(std::mt19937& random, const QString& without)
{
    static const std::u32string favourites =
        U"&=+%#?/;: \"'\\$`{}()*!,\n\r\t\x01\x7f\u0085\u00a0\u2028\u202e\ufeff\ufffe\U0001f600";
    QString text;
    for (auto length = 1 + random() % 12; length > 0; --length) {
        const auto choice = random() % 4;
        char32_t character = choice == 0 ? char32_t(random() % 0x110000)
            : choice == 1                ? favourites[random() % favourites.size()]
                                         : char32_t(0x20 + random() % 0x5f);
        if (character == 0 || QChar::isSurrogate(character) || (character < 0x80 && without.contains(QChar(char16_t(character)))))
            character = U'x';
        text += QChar::fromUcs4(character);
    }
    return text;
}

QJsonObject emitted(const AuthorizationRequest& request, bool withSnippets)
{
    QJsonObject values;
    for (const AuthorizationParameter& parameter : request.parameters)
        values.insert(parameter.name, parameter.value);
    QJsonObject object{{u"url"_s, request.url}, {u"values"_s, values}, {u"client"_s, request.clientParameter}};
    QJsonObject snippets;
    for (const SnippetKind& kind : withSnippets ? snippetKindsFor(request) : std::vector<SnippetKind>()) {
        if (const auto text = snippet(kind.id, request))
            snippets.insert(kind.id, *text.value);
    }
    object.insert(u"snippets"_s, snippets);
    object.insert(u"call"_s, request.call);
    return object;
}

} // namespace

int main(int argc, char** argv)
{
    const auto argument = [&](int index, int fallback) {
        return argc > index ? QString::fromLocal8Bit(argv[index]).toInt() : fallback;
    };
    const int count = argument(1, 100);
    std::mt19937 random(static_cast<std::mt19937::result_type>(argument(2, 1)));
    const int withSnippets = argument(3, 0);
    const auto builtIn = builtInCatalog();
    // One that documents nothing but its page, whose address has a query: the standard's parameters are put behind it.
    const CatalogPointer plain = tests::catalogWith(tests::providerWithPage("https://id.example.com/authorize?v=2", true));
    QFile out;
    if (!builtIn || plain == nullptr || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QStringList platforms{u"web"_s, u"desktop"_s, u"android"_s, u"ios"_s, u"qr-code"_s};
    for (int i = 0; i < count; ++i) {
        const bool isPlain = random() % 3 == 0;
        const ScopeCatalog& catalog = isPlain ? *plain : **builtIn.value;
        AuthorizationInput input;
        input.platform = isPlain ? QString() : platforms[static_cast<qsizetype>(i < withSnippets ? random() % 5 : random() % 2)];
        input.clientKey = hostileText(random, {});
        input.redirectUri = hostileText(random, {});
        for (auto scopes = 1 + random() % 3; scopes > 0; --scopes)
            input.scopes += hostileText(random, catalog.separator());
        const auto request = authorizationRequest(catalog, input, systemRandomBytes);
        if (!request)
            return 1;
        out.write(QJsonDocument(emitted(*request.value, i < withSnippets)).toJson(QJsonDocument::Compact) + '\n');
    }
    return 0;
}
