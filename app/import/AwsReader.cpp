#include "import/AwsReader.h"

#include "import/Members.h"

namespace scopes {

namespace {

/// The text, or the name under which the object stands where it does not say itself.
std::string_view textOrKey(Value object, std::string_view name)
{
    const std::string_view text = textOf(object, name);
    return text.empty() ? object.key() : text;
}

void readService(Value service, DescriptionBuilder& builder)
{
    const std::string_view prefix = textOrKey(service, "prefix");
    const std::string_view title = textOf(service, "service_name");
    const Value privileges = lastMember(service, "privileges");
    if (!isArray(privileges) && !isObject(privileges))
        return;
    for (const Value privilege : privileges.children()) {
        if (!builder.comesTo(privilege))
            return;
        const std::string_view name = textOrKey(privilege, "privilege");
        if (name.empty())
            continue;
        const ImportedScopeId id =
            builder.declare(std::string(prefix) + ':' + std::string(name), textOf(privilege, "description"), prefix);
        builder.scope(id).service = title;
        builder.scope(id).accessLevel = textOf(privilege, "access_level");
    }
}

bool isService(Value value)
{
    const Value privileges = lastMember(value, "privileges");
    return isArray(privileges) || (isObject(privileges) && lastMember(value, "service_name"));
}

} // namespace

bool isAwsDefinition(Value root)
{
    // Some begin with the version of their form.
    constexpr int mostLookedAt = 8;
    int looked = 0;
    for (Value child = root.firstChild(); child && looked < mostLookedAt; child = child.nextSibling(), ++looked) {
        if (isService(child))
            return true;
    }
    return false;
}

void readAwsActions(Value root, DescriptionBuilder& builder)
{
    builder.description().title = "AWS";
    for (const Value service : root.children()) {
        if (isObject(service))
            readService(service, builder);
    }
}

} // namespace scopes
