#include "import/AwsReader.h"

#include "import/Members.h"

#include <QCoreApplication>

#include <map>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// The text, or the name under which the object stands where it does not say itself.
std::string_view textOrKey(Value object, std::string_view name)
{
    const std::string_view text = textOf(object, name);
    return text.empty() ? object.key() : text;
}

/// What is odd in many services or actions.
struct AwsOddities
{
    std::map<std::string_view, std::string_view> services; ///< the first one of each prefix
    Oddity sharedPrefixes;
    Oddity withoutActions;
    Oddity repeatedActions;

    void tell(DescriptionBuilder& builder) const
    {
        builder.noteOnce(withoutActions, tr("The service '%1' lists no actions."),
            tr("%1 services list no actions. The first of them is '%2'."));
        builder.noteOnce(repeatedActions, tr("The action '%1' is listed more than once."),
            tr("%1 times an action is listed that has been before. The first one is '%2'."));
        builder.noteOnce(sharedPrefixes, tr("The service '%1' has the prefix of an earlier one."),
            tr("%1 services have the prefix of an earlier one. The first of them is '%2'."));
    }
};

void readService(Value service, AwsOddities& oddities, DescriptionBuilder& builder)
{
    const std::string_view prefix = textOrKey(service, "prefix");
    const std::string_view title = textOf(service, "service_name");
    const Value privileges = lastMember(service, "privileges");
    if (const auto [known, isNew] = oddities.services.try_emplace(prefix, title); !isNew && known->second != title)
        oddities.sharedPrefixes.add(service, title);
    if (isArray(privileges) && privileges.size() == 0)
        oddities.withoutActions.add(service, prefix);
    if (!isArray(privileges) && !isObject(privileges))
        return;
    for (const Value privilege : privileges.children()) {
        if (!builder.comesTo(privilege))
            return;
        const std::string_view name = textOrKey(privilege, "privilege");
        if (name.empty())
            continue;
        const std::string action = std::string(prefix) + ':' + std::string(name);
        const std::size_t known = builder.description().scopes.size();
        const ImportedScopeId id = builder.declare(action, textOf(privilege, "description"), prefix, privilege);
        if (id < known)
            oddities.repeatedActions.add(privilege, action);
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
    AwsOddities oddities;
    for (const Value service : root.children()) {
        if (isObject(service))
            readService(service, oddities, builder);
    }
    oddities.tell(builder);
}

} // namespace scopes
