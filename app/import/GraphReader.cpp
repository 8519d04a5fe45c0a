#include "import/GraphReader.h"

#include "import/Members.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

/// The order in which a permission's kinds are asked for its description.
constexpr std::array<std::string_view, 3> kindOrder{"DelegatedWork", "DelegatedPersonal", "Application"};

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(start);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t size = std::min(text.find(separator), text.size());
        parts.push_back(trimmed(text.substr(0, size)));
        if (size == text.size())
            return parts;
        text.remove_prefix(size + 1);
    }
}

/// The first text that is not blank.
std::string_view firstText(Value object, std::string_view name, std::string_view otherName)
{
    const std::string_view text = textOf(object, name);
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos ? text : textOf(object, otherName);
}

/// The permissions of which one is needed beside the path's own: those of 'AlsoRequires=A,B', in 'least=X;AlsoRequires=A,B'.
std::vector<std::string_view> alsoRequired(std::string_view qualifiers)
{
    constexpr std::string_view name = "AlsoRequires=";
    std::vector<std::string_view> permissions;
    for (const std::string_view qualifier : split(qualifiers, ';')) {
        if (!qualifier.starts_with(name))
            continue;
        for (const std::string_view permission : split(qualifier.substr(name.size()), ',')) {
            if (!permission.empty())
                permissions.push_back(permission);
        }
    }
    return permissions;
}

class GraphReader
{
public:
    explicit GraphReader(DescriptionBuilder& builder)
        : m_builder(builder)
    {
    }

    void readPermission(Value permission)
    {
        const Value schemes = lastMember(permission, "schemes");
        for (const std::string_view kind : kindOrder) {
            if (const Value scheme = lastMember(schemes, kind); isObject(scheme))
                readKind(permission.key(), scheme);
        }
        for (const Value scheme : membersOf(schemes, m_builder)) {
            const bool isKnown = std::find(kindOrder.begin(), kindOrder.end(), scheme.key()) != kindOrder.end();
            if (!isKnown && isObject(scheme))
                readKind(permission.key(), scheme);
        }
        const Value sets = lastMember(permission, "pathSets");
        m_hasCalls = false;
        for (Value set = isArray(sets) ? sets.firstChild() : Value(); set; set = set.nextSibling())
            readPathSet(permission, set);
        if (!m_hasCalls)
            m_withoutCalls.add(permission, permission.key());
    }

    /// What is odd in many permissions.
    void tell()
    {
        m_builder.noteOnce(m_withoutCalls, tr("The permission '%1' names no call."),
            tr("%1 permissions name no call. The first of them is '%2'."));
        m_builder.noteOnce(m_withFurther,
            tr("The path '%1' asks for a further permission (AlsoRequires): each that it names makes an alternative of its own."),
            tr("%1 times a path asks for a further permission (AlsoRequires): each that it names makes an alternative of its "
               "own. "
               "The first of them is '%2'."));
    }

private:
    void readKind(std::string_view name, Value scheme)
    {
        const ImportedScopeId id =
            m_builder.declare(name, firstText(scheme, "adminDescription", "userDescription"), scheme.key(), scheme);
        ImportedScope& scope = m_builder.scope(id);
        if (scope.userDisplay.empty())
            scope.userDisplay = textOf(scheme, "userDescription");
        PermissionKind kind;
        kind.name = scheme.key();
        if (const Value consent = lastMember(scheme, "requiresAdminConsent"); consent && consent.kind() == Kind::Boolean)
            kind.needsAdminConsent = consent.text() == "true";
        if (const Value level = lastMember(scheme, "privilegeLevel"); level && level.kind() == Kind::Number)
            kind.privilegeLevel = level.text();
        scope.kinds.push_back(std::move(kind));
    }

    void readPathSet(Value permission, Value set)
    {
        const Value methods = lastMember(set, "methods");
        const Value schemes = lastMember(set, "schemeKeys");
        if (!isArray(methods) || !isArray(schemes))
            return;
        for (const Value path : membersOf(lastMember(set, "paths"), m_builder)) {
            if (!m_builder.comesTo(path))
                return;
            const std::vector<std::string_view> others = alsoRequired(textOf(path));
            if (!others.empty())
                m_withFurther.add(path, path.key());
            for (const Value method : methods.children()) {
                const std::string call = std::string(textOf(method)) + ' ' + std::string(path.key());
                for (const Value scheme : schemes.children())
                    readAlternatives(permission.key(), call, textOf(scheme), others, path);
            }
        }
    }

    void readAlternatives(std::string_view permission, const std::string& call, std::string_view scheme,
        const std::vector<std::string_view>& others, Value where)
    {
        m_hasCalls = true;
        const ImportedScopeId own = m_builder.use(permission, scheme, where);
        ImportedOperation& operation = m_builder.operation(call, where);
        // With each of the others it is an alternative of its own; without others it is one by itself.
        for (std::size_t i = 0; i < std::max<std::size_t>(others.size(), 1) && m_builder.mayKeep(1); ++i) {
            const ImportedScopeId other = others.empty() ? own : m_builder.use(others[i], scheme, where);
            const auto scopes = std::minmax(own, other);
            if (!m_known.emplace(call, scheme, scopes.first, scopes.second).second)
                continue;
            SchemeNeed need;
            need.scheme = scheme;
            need.scopes.push_back(own);
            if (other != own)
                need.scopes.push_back(other);
            operation.alternatives.push_back({std::move(need)});
        }
    }

    DescriptionBuilder& m_builder; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Oddity m_withoutCalls;
    Oddity m_withFurther; ///< paths
    bool m_hasCalls = false; ///< of the permission at hand
    /// The alternatives so far: several path sets may have the same.
    std::set<std::tuple<std::string, std::string_view, ImportedScopeId, ImportedScopeId>> m_known;
};

/// Permissions that are listed for a call exist; nothing else declares them in the older form.
void declareOfKind(ImportedScopeId id, std::string_view kind, DescriptionBuilder& builder)
{
    ImportedScope& scope = builder.scope(id);
    scope.isDeclared = true;
    const bool isKnown =
        std::any_of(scope.kinds.begin(), scope.kinds.end(), [&](const PermissionKind& known) { return known.name == kind; });
    if (!isKnown)
        scope.kinds.push_back({std::string(kind), {}, {}});
}

void readGraphCall(std::string_view path, Value call, DescriptionBuilder& builder)
{
    const std::string name = std::string(textOf(call, "HttpVerb")) + ' ' + std::string(path);
    for (const std::string_view kind : kindOrder) {
        const Value permissions = lastMember(call, kind);
        std::set<ImportedScopeId> known;
        for (Value each = isArray(permissions) ? permissions.firstChild() : Value(); each && builder.mayKeep(1);
             each = each.nextSibling()) {
            // 'Not supported.' stands in the list where there is no permission.
            const std::string_view permission = trimmed(textOf(each));
            if (permission.empty() || permission.find(' ') != std::string_view::npos)
                continue;
            const ImportedScopeId id = builder.use(permission, kind, each);
            declareOfKind(id, kind, builder);
            if (!known.insert(id).second)
                continue;
            SchemeNeed need;
            need.scheme = kind;
            need.scopes.push_back(id);
            builder.operation(name, call).alternatives.push_back({std::move(need)});
        }
    }
}

} // namespace

void readGraphPermissions(Value root, DescriptionBuilder& builder)
{
    builder.description().title = "Microsoft Graph";
    GraphReader reader(builder);
    for (const Value permission : membersOf(lastMember(root, "permissions"), builder)) {
        if (!builder.comesTo(permission))
            return;
        if (isObject(permission))
            reader.readPermission(permission);
    }
    reader.tell();
}

void readGraphCalls(Value root, DescriptionBuilder& builder)
{
    builder.description().title = "Microsoft Graph";
    for (const Value path : membersOf(lastMember(root, "ApiPermissions"), builder)) {
        for (Value call = isArray(path) ? path.firstChild() : Value(); call && builder.comesTo(call); call = call.nextSibling())
            readGraphCall(path.key(), call, builder);
    }
}

void readGraphTexts(Value root, DescriptionBuilder& builder)
{
    builder.description().title = "Microsoft Graph";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> lists{
        {{"delegatedScopesList", "Delegated"}, {"applicationScopesList", "Application"}}};
    for (const auto& [name, scheme] : lists) {
        const Value list = lastMember(root, name);
        for (Value entry = isArray(list) ? list.firstChild() : Value(); entry && builder.comesTo(entry);
             entry = entry.nextSibling()) {
            const std::string_view scope = textOf(entry, "value");
            if (scope.empty())
                continue;
            const ImportedScopeId id =
                builder.declare(scope, firstText(entry, "consentDescription", "adminConsentDescription"), scheme, entry);
            if (scheme == "Delegated" && builder.scope(id).userDisplay.empty())
                builder.scope(id).userDisplay = textOf(entry, "consentDescription");
        }
    }
}

} // namespace scopes
