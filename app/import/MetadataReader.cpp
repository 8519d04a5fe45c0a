#include "import/MetadataReader.h"

#include "import/Members.h"

#include <QCoreApplication>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

} // namespace

bool isServerMetadata(Value root)
{
    const auto has = [&](std::string_view name) { return static_cast<bool>(lastMember(root, name)); };
    return isArray(lastMember(root, "scopes_supported")) || has("authorization_endpoint")
        || (has("issuer") && (has("token_endpoint") || has("jwks_uri"))) || (has("resource") && has("authorization_servers"));
}

void readServerMetadata(Value root, DescriptionBuilder& builder)
{
    constexpr std::string_view scheme = "oauth2";
    ImportedDescription& description = builder.description();
    const std::string_view issuer = textOf(root, "issuer");
    description.title = issuer.empty() ? textOf(root, "resource") : issuer;
    const Value scopes = lastMember(root, "scopes_supported");
    builder.setWithoutScopes(scopes ? scopes : root,
        tr("Metadata lists them as 'scopes_supported', which a provider may leave out: look for them in its documentation."));
    for (Value scope = isArray(scopes) ? scopes.firstChild() : Value(); scope && builder.comesTo(scope);
         scope = scope.nextSibling()) {
        if (scope.kind() == Kind::String)
            builder.declare(scope.text(), {}, scheme, scope);
        else
            builder.note(scope, tr("A scope should be a string; found %1. It was left out.").arg(nameOf(scope.kind())));
    }
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
