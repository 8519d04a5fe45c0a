#include "import/DescriptionReader.h"

#include "document/BoundedFile.h"
#include "document/Document.h"
#include "import/AwsReader.h"
#include "import/DiscoveryReader.h"
#include "import/DocumentReader.h"
#include "import/GraphReader.h"
#include "import/Members.h"
#include "import/MetadataReader.h"
#include "import/OpenApiReader.h"
#include "import/ScopeTableReader.h"

#include <QCoreApplication>

namespace scopes {

namespace {

/// How much of the reading is done, about, when the document has been parsed.
constexpr double parsedShare = 0.5;

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

Problem noteOf(QString message)
{
    return {Problem::Severity::Note, std::move(message), {}, 0, 0};
}

using Reader = void (*)(Value root, DescriptionBuilder& builder);

struct Recognised
{
    DescriptionFormat format;
    Reader read;
};

std::optional<Recognised> recognisedObject(Value root)
{
    if (const Value version = lastMember(root, "openapi"); version && !textOf(version).empty())
        return Recognised{DescriptionFormat::OpenApi, readOpenApi};
    if (textOf(root, "swagger").starts_with('2'))
        return Recognised{DescriptionFormat::Swagger, readOpenApi};
    if (textOf(root, "kind") == "discovery#restDescription" || lastMember(root, "discoveryVersion"))
        return Recognised{DescriptionFormat::GoogleDiscovery, readDiscovery};
    if (isObject(lastMember(root, "permissions")))
        return Recognised{DescriptionFormat::GraphPermissions, readGraphPermissions};
    if (isObject(lastMember(root, "ApiPermissions")))
        return Recognised{DescriptionFormat::GraphPermissions, readGraphCalls};
    if (isArray(lastMember(root, "delegatedScopesList")) || isArray(lastMember(root, "applicationScopesList")))
        return Recognised{DescriptionFormat::GraphTexts, readGraphTexts};
    if (isServerMetadata(root))
        return Recognised{DescriptionFormat::ServerMetadata, readServerMetadata};
    if (isAwsDefinition(root))
        return Recognised{DescriptionFormat::AwsActions, readAwsActions};
    return {};
}

std::optional<Recognised> recognised(Value root)
{
    if (isObject(root))
        return recognisedObject(root);
    if (isAwsDefinition(root))
        return Recognised{DescriptionFormat::AwsActions, readAwsActions};
    return {};
}

/// What a document is that is well known, and not read; empty: that is not known.
QString knownOtherKind(Value root)
{
    if (lastMember(root, "asyncapi"))
        return tr("This is an AsyncAPI document.");
    if (lastMember(root, "arazzo"))
        return tr("This is an Arazzo document.");
    if (lastMember(root, "overlay"))
        return tr("This is an OpenAPI Overlay, which changes a description and is none.");
    if (lastMember(root, "openrpc"))
        return tr("This is an OpenRPC document.");
    if (textOf(root, "$schema").find("json-schema.org/") != std::string_view::npos)
        return tr("This is a JSON Schema.");
    if (textOf(lastMember(root, "info"), "schema").find("getpostman.com/") != std::string_view::npos)
        return tr("This is a Postman collection. Postman can export an OpenAPI description.");
    return {};
}

Problem notRecognised(Value root)
{
    if (root.size() == 0)
        return root.problem(isObject(root) ? tr("The object is empty. An API description was expected.")
                                           : tr("The list is empty. An API description was expected."));
    if (const Value version = lastMember(root, "swagger"); version || lastMember(root, "swaggerVersion"))
        return root.problem(tr("This is an older Swagger description. Swagger 2.0 and OpenAPI 3 are read; convert it first."));
    if (const QString kind = knownOtherKind(root); !kind.isEmpty())
        return root.problem(tr("%1 What can be imported are descriptions: OpenAPI 3, Swagger 2.0, Google API Discovery, "
                               "Microsoft Graph permissions, "
                               "an AWS IAM definition or server metadata; and tables of scopes.")
                                .arg(kind));
    return root.problem(
        tr("This is neither a catalog ('scope-explorer-catalog') nor a description that can be imported: OpenAPI "
           "3 ('openapi'), Swagger 2.0 "
           "('swagger'), Google API Discovery ('discoveryVersion'), Microsoft Graph permissions "
           "('permissions'), an AWS IAM definition ('privileges') or server metadata ('scopes_supported'). Nor is "
           "it a table of scopes (CSV, TSV, Markdown or HTML)."));
}

/// True if a line begins a YAML description: the tables in its texts are not meant then.
bool namesDescription(const QByteArray& text)
{
    const auto startsLine = [&](const char* words) { return text.startsWith(words) || text.contains(QByteArray("\n") + words); };
    return startsLine("openapi:") || startsLine("swagger:");
}

/// Reads the tables of a text that is no document of ours; nothing if it has none, whose columns may still be unclear.
std::optional<Result<ImportedDescription>> readAsTable(const QByteArray& text)
{
    if (looksLikeJson(text) || namesDescription(text))
        return {};
    const auto tables = readTables(text);
    if (!tables || tables.value->tables.empty() || tables.value->form == TableForm::Delimited)
        return {};
    return readScopeTable(text);
}

} // namespace

bool isDescription(Value root)
{
    return recognised(root).has_value();
}

bool isDescription(const QByteArray& text)
{
    const auto document = readDocument(text.startsWith("\xEF\xBB\xBF") ? text.sliced(3) : text);
    return document && isDescription(document.value->root());
}

bool refersToFiles(const QByteArray& text)
{
    const auto document = readDocument(text);
    if (!document)
        return false;
    std::vector<Value> open{document.value->root()};
    while (!open.empty()) {
        const Value value = open.back();
        open.pop_back();
        const bool isFile = value.key() == "$ref" && value.kind() == Kind::String && !value.text().starts_with('#')
            && value.text().find("://") == std::string_view::npos;
        if (isFile)
            return true;
        if (value.kind() == Kind::Object || value.kind() == Kind::Array) {
            for (const Value child : value.children())
                open.push_back(child);
        }
    }
    return false;
}

Result<ImportedDescription> readDescription(
    QByteArray text, const DescriptionChoices& choices, DocumentFiles* files, const ReadingProgress& progress)
{
    if (!choices.columns.isEmpty() || isScopeTable(text))
        return readScopeTable(text, choices.columns, progress);
    const bool hasMark = text.startsWith("\xEF\xBB\xBF");
    if (hasMark)
        text = text.sliced(3);
    const ReadingProgress parsing = partOf(progress, 0, parsedShare);
    const ReadingProgress walking = partOf(progress, parsedShare, 1);
    auto document = readDocument(text, parsing);
    if (!goesOn(walking, 0))
        return stoppedReading();
    if (!document) {
        if (auto table = readAsTable(text))
            return *std::move(table);
        for (Problem& problem : document.problems)
            problem.message += tr(" What was expected is a catalog, an API description (openapi, swagger...) in JSON or YAML, or "
                                  "a table of scopes.");
        return document.problems;
    }
    const Value root = document.value->root();
    const auto kind = recognised(root);
    if (!kind) {
        auto table = readAsTable(text);
        return table ? *std::move(table) : notRecognised(root);
    }
    DescriptionBuilder builder(kind->format, files, walking);
    builder.setTakesUndefinedSchemes(choices.undefinedSchemes);
    kind->read(root, builder);
    if (builder.isStopped())
        return stoppedReading();
    if (builder.isTooLarge())
        return root.problem(tr("The description asks for more alternatives and scopes than can be kept."));
    ImportedDescription description = builder.finish();
    if (builder.isStopped())
        return stoppedReading();
    if (description.scopes.empty() && description.unknownSchemes.empty())
        return builder.withoutScopes(root, description);
    Problems notes = std::move(document.problems);
    if (hasMark)
        notes.push_back(noteOf(tr("The text begins with a byte order mark, which was passed over.")));
    for (Problem& note : builder.takeNotes(text))
        notes.push_back(std::move(note));
    return {std::move(description), std::move(notes)};
}

Result<ImportedDescription> readDescriptionFile(const QString& path, const DescriptionChoices& choices, DocumentFiles* files)
{
    auto text = readBounded(path);
    if (!text)
        return text.problems;
    return readDescription(*std::move(text.value), choices, files);
}

} // namespace scopes
