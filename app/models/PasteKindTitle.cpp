#include "models/InspectedText.h"

#include <QCoreApplication>

namespace scopes {

QString titleOf(PasteKind kind)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("PasteKind", source); };
    switch (kind) {
    case PasteKind::Nothing:
        return text("Nothing with scopes");
    case PasteKind::ScopeList:
        return text("List of scopes");
    case PasteKind::AuthorizationUrl:
        return text("Authorization URL");
    case PasteKind::CallbackUrl:
        return text("Callback URL");
    case PasteKind::TokenJson:
        return text("Token response");
    case PasteKind::Json:
        return text("JSON");
    case PasteKind::Yaml:
        return text("YAML");
    case PasteKind::EnvLine:
        return text("Environment variable");
    case PasteKind::CodeLiteral:
        return text("Source code");
    case PasteKind::CurlCommand:
        return text("curl command");
    case PasteKind::DocsTable:
        return text("Page or table of documentation");
    case PasteKind::ErrorText:
        return text("Log line or error text");
    }
    return {};
}

} // namespace scopes
