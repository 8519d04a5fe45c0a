#include "import/DiscoveryReader.h"

#include "import/Members.h"

#include <QCoreApplication>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

constexpr std::string_view scheme = "oauth2";

void readMethod(Value method, std::string_view resource, DescriptionBuilder& builder)
{
    const Value scopes = lastMember(method, "scopes");
    if (!isArray(scopes))
        return;
    std::vector<SecurityAlternative> alternatives;
    for (const Value scope : scopes.children()) {
        if (scope.kind() != Kind::String) {
            builder.note(scope, tr("A scope should be a string; found %1. It was left out.").arg(nameOf(scope.kind())));
            continue;
        }
        SchemeNeed need;
        need.scheme = scheme;
        need.scopes.push_back(builder.use(scope.text(), scheme, scope));
        alternatives.push_back({std::move(need)});
    }
    if (alternatives.empty())
        return;
    const std::string_view flatPath = textOf(method, "flatPath");
    const std::string path(flatPath.empty() ? textOf(method, "path") : flatPath);
    const std::string_view verb = textOf(method, "httpMethod");
    ImportedOperation& operation = builder.operation(std::string(verb.empty() ? "GET" : verb) + " /" + path, method);
    operation.id = textOf(method, "id");
    operation.summary = textOf(method, "description");
    operation.group = resource;
    operation.alternatives = std::move(alternatives);
}

void readResource(Value resource, std::string_view name, DescriptionBuilder& builder)
{
    for (const Value method : membersOf(lastMember(resource, "methods"), builder)) {
        if (!builder.comesTo(method))
            return;
        readMethod(method, name, builder);
    }
    for (const Value inner : membersOf(lastMember(resource, "resources"), builder))
        readResource(inner, inner.key(), builder);
}

} // namespace

void readDiscovery(Value root, DescriptionBuilder& builder)
{
    ImportedDescription& description = builder.description();
    description.title = textOf(root, "title");
    description.version = textOf(root, "version");
    description.about = textOf(root, "description");
    const Value scopes = lastMember(lastMember(lastMember(root, "auth"), scheme), "scopes");
    for (const Value scope : membersOf(scopes, builder))
        builder.declare(scope.key(), isObject(scope) ? textOf(scope, "description") : textOf(scope), scheme, scope);
    readResource(root, {}, builder);
}

} // namespace scopes
