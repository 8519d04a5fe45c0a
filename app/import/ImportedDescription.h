#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scopes {

/// What kind of document something was imported from.
enum class DescriptionFormat : std::uint8_t {
    OpenApi, ///< OpenAPI 3.x
    Swagger, ///< Swagger 2.0
    GoogleDiscovery, ///< Google API Discovery document
    GraphPermissions, ///< Microsoft Graph permissions.json
    GraphTexts, ///< Microsoft Graph permissions-descriptions, which name no calls
    AwsActions, ///< AWS iam_definition.json
    ServerMetadata, ///< RFC 8414, OpenID Connect discovery, RFC 9728
    Table ///< a CSV, TSV, Markdown or HTML table of scopes
};

/// Numbers of an ImportedDescription's scopes, which stand in code point order of their names.
using ImportedScopeId = std::uint32_t;
using OperationId = std::uint32_t;

/// One kind of a Microsoft Graph permission (DelegatedWork, Application...).
struct PermissionKind
{
    std::string name;
    std::optional<bool> needsAdminConsent;
    std::string privilegeLevel; ///< a number as written; empty: not said
};

/// A scope as a provider's document has it. Texts are as written there: Markdown or HTML perhaps.
struct ImportedScope
{
    std::string name; ///< exact: neither trimmed nor folded
    std::string description; ///< the first that is not blank; empty: none
    std::vector<std::string> otherDescriptions; ///< the further ones, each once, in document order
    std::vector<std::string> schemes; ///< that declare or use it, in code point order
    std::string userDisplay; ///< what the end user reads, where the source has it
    std::string topic; ///< tables: what the source groups it under; may be empty
    std::string service; ///< AWS: the service's name; tables: the product
    std::string approval; ///< tables: what it says of approval, as plain words; may be empty
    std::string accessLevel; ///< AWS
    std::vector<PermissionKind> kinds; ///< Microsoft Graph
    std::vector<OperationId> operations; ///< that list it in some alternative
    std::vector<OperationId> required; ///< that list it in every alternative
    bool isDeclared = true; ///< false: operations use it and nothing declares it
};

/// What a scheme contributes to an alternative.
struct SchemeNeed
{
    std::string scheme;
    std::vector<ImportedScopeId> scopes; ///< all needed, in code point order of names
    bool hasScopes = true; ///< false: not an OAuth scheme, so what it lists are no scopes
};

/// The schemes that are needed together; none: anyone may call.
using SecurityAlternative = std::vector<SchemeNeed>;

/// An operation that lists a scope, or says that none is needed: see listsScopes().
struct ImportedOperation
{
    std::string call; ///< 'METHOD path'
    std::string id; ///< the provider's name for it, may be empty
    std::string summary; ///< may be empty
    std::string group; ///< the provider's own grouping: first tag, resource; may be empty
    std::vector<SecurityAlternative> alternatives; ///< any one is enough; none: anyone may call
    bool isInherited = false; ///< the alternatives are the document's, not its own
};

/// False of an operation that needs OAuth without any scope, or may be called by anyone.
bool listsScopes(const ImportedOperation& operation);

/// A way to get a token, in document order.
struct ImportedFlow
{
    std::string scheme;
    std::string type; ///< oauth2 or openIdConnect
    std::optional<std::string> flow; ///< as OpenAPI 3 calls it
    std::string originalFlow; ///< as Swagger 2 calls it, where that differs
    std::string authorizationUrl;
    std::string tokenUrl;
    std::string refreshUrl;
    std::string openIdConnectUrl;
    std::size_t scopeCount = 0;
};

/// Calls that use a scope, by scope.
using ScopeUses = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What one document of a provider says of scopes (scopes, calls, flows): the common ground of all importers.
struct ImportedDescription
{
    DescriptionFormat format = DescriptionFormat::OpenApi;
    std::string title;
    std::string version;
    std::string about;
    std::vector<ImportedScope> scopes; ///< in code point order of names
    std::vector<ImportedOperation> operations; ///< in code point order of calls
    std::vector<ImportedFlow> flows;
    std::map<std::string, ScopeUses, std::less<>> unknownSchemes; ///< what operations ask of schemes that nothing defines
    bool leadsToFiles = false; ///< there are references to other files, which were not followed
};

} // namespace scopes
