#include "import/CanonicalResult.h"

#include "import/JsonWriter.h"

namespace scopes {

namespace {

/// Leaves out what is empty.
void writeText(JsonWriter& json, std::string_view name, std::string_view text)
{
    if (!text.empty())
        json.name(name).text(text);
}

template <typename Texts>
void writeTexts(JsonWriter& json, std::string_view name, const Texts& texts)
{
    json.name(name).beginArray();
    for (const auto& text : texts)
        json.text(text);
    json.end();
}

void writeCalls(JsonWriter& json, std::string_view name, const std::vector<OperationId>& ids,
    const std::vector<ImportedOperation>& operations)
{
    json.name(name).beginArray();
    for (const OperationId id : ids)
        json.text(operations[id].call);
    json.end();
}

void writeKinds(JsonWriter& json, const std::vector<PermissionKind>& kinds)
{
    if (kinds.empty())
        return;
    json.name("kinds").beginObject();
    for (const PermissionKind& kind : kinds) {
        json.name(kind.name).beginObject();
        json.name("adminConsent");
        if (kind.needsAdminConsent)
            json.boolean(*kind.needsAdminConsent);
        else
            json.null();
        json.name("privilegeLevel");
        if (!kind.privilegeLevel.empty())
            json.literal(kind.privilegeLevel);
        else
            json.null();
        json.end();
    }
    json.end();
}

void writeScope(JsonWriter& json, const ImportedScope& scope, const ImportedDescription& description)
{
    json.beginObject();
    if (description.format == DescriptionFormat::AwsActions)
        json.name("accessLevel").text(scope.accessLevel);
    json.name("declared").boolean(scope.isDeclared);
    json.name("description").text(scope.description);
    writeKinds(json, scope.kinds);
    json.name("name").text(scope.name);
    writeCalls(json, "operations", scope.operations, description.operations);
    if (!scope.otherDescriptions.empty())
        writeTexts(json, "otherDescriptions", scope.otherDescriptions);
    writeCalls(json, "required", scope.required, description.operations);
    writeTexts(json, "schemes", scope.schemes);
    if (description.format == DescriptionFormat::AwsActions)
        json.name("service").text(scope.service);
    json.end();
}

void writeOperation(JsonWriter& json, const ImportedOperation& operation, const ImportedDescription& description)
{
    json.name(operation.call).beginObject();
    json.name("alternatives").beginArray();
    for (const SecurityAlternative& alternative : operation.alternatives) {
        json.beginObject();
        for (const SchemeNeed& need : alternative) {
            json.name(need.scheme);
            if (!need.hasScopes) {
                json.null();
                continue;
            }
            json.beginArray();
            for (const ImportedScopeId id : need.scopes)
                json.text(description.scopes[id].name);
            json.end();
        }
        json.end();
    }
    json.end();
    writeText(json, "id", operation.id);
    if (operation.isInherited)
        json.name("inherited").boolean(true);
    json.end();
}

void writeFlow(JsonWriter& json, const ImportedFlow& flow)
{
    json.beginObject();
    writeText(json, "authorizationUrl", flow.authorizationUrl);
    json.name("flow");
    if (flow.flow)
        json.text(*flow.flow);
    else
        json.null();
    writeText(json, "openIdConnectUrl", flow.openIdConnectUrl);
    writeText(json, "originalFlow", flow.originalFlow);
    writeText(json, "refreshUrl", flow.refreshUrl);
    json.name("scheme").text(flow.scheme);
    json.name("scopeCount").literal(std::to_string(flow.scopeCount));
    writeText(json, "tokenUrl", flow.tokenUrl);
    json.name("type").text(flow.type);
    json.end();
}

} // namespace

QByteArray canonicalResult(const ImportedDescription& description)
{
    JsonWriter json;
    json.beginObject();
    json.name("flows").beginArray();
    for (const ImportedFlow& flow : description.flows)
        writeFlow(json, flow);
    json.end();
    json.name("operations").beginObject();
    for (const ImportedOperation& operation : description.operations) {
        if (listsScopes(operation))
            writeOperation(json, operation, description);
    }
    json.end();
    json.name("scopes").beginArray();
    for (const ImportedScope& scope : description.scopes)
        writeScope(json, scope, description);
    json.end();
    if (!description.unknownSchemes.empty()) {
        json.name("unknownSchemeScopes").beginObject();
        for (const auto& [scheme, uses] : description.unknownSchemes) {
            json.name(scheme).beginObject();
            for (const auto& [scope, calls] : uses)
                writeTexts(json, scope, calls);
            json.end();
        }
        json.end();
    }
    json.end();
    return json.take();
}

} // namespace scopes
