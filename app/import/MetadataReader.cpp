#include "import/MetadataReader.h"

#include "import/Members.h"

namespace scopes {

void readServerMetadata(Value root, DescriptionBuilder& builder)
{
    constexpr std::string_view scheme = "oauth2";
    ImportedDescription& description = builder.description();
    const std::string_view issuer = textOf(root, "issuer");
    description.title = issuer.empty() ? textOf(root, "resource") : issuer;
    const Value scopes = lastMember(root, "scopes_supported");
    for (Value scope = isArray(scopes) ? scopes.firstChild() : Value(); scope; scope = scope.nextSibling())
        builder.declare(textOf(scope), {}, scheme);
    if (const std::string_view address = textOf(root, "authorization_endpoint"); !address.empty()) {
        ImportedFlow& flow = description.flows.emplace_back();
        flow.scheme = scheme;
        flow.type = scheme;
        flow.flow = "authorizationCode";
        flow.authorizationUrl = address;
        flow.tokenUrl = textOf(root, "token_endpoint");
        flow.scopeCount = isArray(scopes) ? scopes.size() : 0;
    }
}

} // namespace scopes
