#include "import/OpenApiReader.h"

#include "import/Members.h"
#include "import/OpenApiOddities.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

namespace scopes {

namespace {

constexpr std::array<std::string_view, 8> methods{"get", "put", "post", "delete", "options", "head", "patch", "trace"};

QString tr(const char* text)
{
    return QCoreApplication::translate("import", text);
}

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char& letter : upper)
        letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    return upper;
}

bool isExtension(std::string_view name)
{
    return name.starts_with("x-");
}

/// True if the scopes are said to stand in a file. Among others, or with a text that names no file, '$ref' is a scope's name.
bool isFileReference(Value scopes)
{
    const std::string_view text = isObject(scopes) && scopes.size() == 1 ? textOf(scopes, "$ref") : std::string_view();
    constexpr std::array<std::string_view, 3> endings{".json", ".yaml", ".yml"};
    return std::any_of(
        endings.begin(), endings.end(), [&](std::string_view ending) { return text.find(ending) != std::string_view::npos; });
}

/// What OpenAPI 3 calls a flow of Swagger 2.
std::string_view modernFlow(std::string_view flow)
{
    if (flow == "application")
        return "clientCredentials";
    return flow == "accessCode" ? "authorizationCode" : flow;
}

class OpenApiReader
{
public:
    OpenApiReader(Value root, DescriptionBuilder& builder)
        : m_root(root)
        , m_builder(builder)
        , m_references(root)
        , m_isSwagger(builder.description().format == DescriptionFormat::Swagger)
        , m_oddities(builder, m_isSwagger)
    {
    }

    void read()
    {
        const Value info = lastMember(m_root, "info");
        ImportedDescription& description = m_builder.description();
        description.title = textOf(info, "title");
        description.version = textOf(info, "version");
        description.about = textOf(info, "description");
        const Value schemes =
            m_isSwagger ? part(m_root, "securityDefinitions") : part(part(m_root, "components"), "securitySchemes");
        for (const Value scheme : membersOf(schemes, m_builder))
            readScheme(scheme, m_references.resolve(scheme, m_builder));
        m_security = lastMember(m_root, "security");
        const std::vector<Value> paths = membersOf(part(m_root, "paths"), m_builder);
        m_builder.expectOperations(paths.size());
        for (const Value path : paths) {
            if (!m_builder.comesTo(path))
                return;
            if (!isExtension(path.key()))
                readPath(path);
        }
        m_oddities.tell(m_root);
    }

private:
    struct PathItem
    {
        /// By method.
        std::vector<std::pair<std::string_view, Value>> operations;
        Value reference; ///< absent: none
    };

    /// A member, which may stand in another file.
    Value part(Value object, std::string_view name) { return m_references.withFile(lastMember(object, name), m_builder); }

    void readScheme(Value place, Value scheme)
    {
        const std::string_view name = place.key();
        m_schemes.insert(name);
        const std::string_view type = textOf(scheme, "type");
        m_oddities.comesToScheme(place, scheme, type);
        // Swagger 2.0 has no such type, but documents that are called so have schemes of it.
        if (type == "openIdConnect") {
            m_oauthSchemes.insert(name);
            ImportedFlow& flow = addFlow(name, type);
            flow.flow = type;
            flow.openIdConnectUrl = textOf(scheme, "openIdConnectUrl");
        } else if (type == "oauth2") {
            m_oauthSchemes.insert(name);
            if (m_isSwagger) {
                readFlow(name, scheme, textOf(scheme, "flow"));
                return;
            }
            for (const Value flow : membersOf(part(scheme, "flows"), m_builder)) {
                if (isObject(flow) && !isExtension(flow.key()))
                    readFlow(name, flow, flow.key());
            }
        }
    }

    ImportedFlow& addFlow(std::string_view scheme, std::string_view type)
    {
        ImportedFlow& flow = m_builder.description().flows.emplace_back();
        flow.scheme = scheme;
        flow.type = type;
        return flow;
    }

    void readFlow(std::string_view scheme, Value value, std::string_view name)
    {
        m_oddities.comesToFlow(value, name);
        ImportedFlow& flow = addFlow(scheme, "oauth2");
        const std::string_view modern = m_isSwagger ? modernFlow(name) : name;
        if (!name.empty())
            flow.flow = modern;
        if (modern != name)
            flow.originalFlow = name;
        flow.authorizationUrl = textOf(value, "authorizationUrl");
        flow.tokenUrl = textOf(value, "tokenUrl");
        flow.refreshUrl = textOf(value, "refreshUrl");
        Value scopes = lastMember(value, "scopes");
        if (isFileReference(scopes))
            scopes = m_references.withFile(scopes, m_builder);
        if (isArray(scopes)) {
            m_builder.note(scopes, tr("Scopes should be an object of names and texts; this is a list of names."));
            for (const Value scope : scopes.children())
                isObject(scope) ? readScopes(scheme, scope, flow) : readListedScope(scheme, scope, flow);
        }
        readScopes(scheme, scopes, flow);
    }

    /// Null and lists name no scope.
    void readListedScope(std::string_view scheme, Value scope, ImportedFlow& flow)
    {
        if (scope.kind() == Kind::Null || scope.kind() == Kind::Array)
            return;
        flow.scopeCount += 1;
        m_builder.declare(scope.text(), {}, scheme, scope);
    }

    void readScopes(std::string_view scheme, Value scopes, ImportedFlow& flow)
    {
        for (const Value scope : membersOf(scopes, m_builder)) {
            if (!m_builder.comesTo(scope))
                return;
            const bool isText = scope.kind() != Kind::Array && scope.kind() != Kind::Object;
            if (isExtension(scope.key()) && !isText)
                continue;
            flow.scopeCount += 1;
            m_builder.declare(scope.key(), isText ? textOf(scope) : textOf(scope, "description"), scheme, scope);
        }
    }

    /// A path item stands under `paths` itself, or elsewhere in the document behind `$ref`s; its own operations come first.
    void readPath(Value path)
    {
        constexpr int mostHops = 50;
        std::vector<std::string_view> seen;
        Value item = path;
        for (int hop = 0; hop < mostHops; ++hop) {
            const PathItem& parts = partsOf(item);
            for (const auto& [method, operation] : parts.operations) {
                const bool isNew = std::find(seen.begin(), seen.end(), method) == seen.end();
                if (!isNew || !m_builder.mayKeep(1))
                    continue;
                seen.push_back(method);
                readOperation(upperCase(method) + ' ' + std::string(path.key()), operation);
            }
            if (!parts.reference)
                return;
            item = m_references.find(parts.reference, m_builder);
            if (!item)
                return;
        }
        m_builder.note(path, tr("The references from here lead in a circle."));
    }

    /// Many paths may refer to one item: it is looked through once.
    const PathItem& partsOf(Value item)
    {
        const auto [place, isNew] = m_pathItems.try_emplace(placeOf(item));
        PathItem& parts = place->second;
        if (!isNew)
            return parts;
        for (const Value member : membersOf(item, m_builder)) {
            const bool isMethod = std::find(methods.begin(), methods.end(), member.key()) != methods.end();
            const Value operation = isMethod ? m_references.withFile(member, m_builder) : Value();
            if (isObject(operation))
                parts.operations.emplace_back(member.key(), operation);
            else if (member.key() == "$ref" && member.kind() == Kind::String)
                parts.reference = member;
        }
        return parts;
    }

    void readOperation(const std::string& call, Value operation)
    {
        m_oddities.comesToCall();
        Value security = lastMember(operation, "security");
        const bool isInherited = !security || security.kind() == Kind::Null;
        if (isInherited)
            security = m_security;
        if (!isArray(security))
            return;
        std::vector<SecurityAlternative> alternatives;
        bool listsScopes = false;
        bool needsOAuth = false;
        bool isUnclear = false;
        for (Value alternative = security.firstChild(); alternative && m_builder.mayKeep(1);
             alternative = alternative.nextSibling()) {
            if (!isObject(alternative)) {
                m_builder.note(
                    alternative, tr("A security alternative should be an object; found %1.").arg(nameOf(alternative.kind())));
                isUnclear = true;
                continue;
            }
            isUnclear |= !readAlternative(call, alternative, alternatives.emplace_back());
            for (const SchemeNeed& need : alternatives.back()) {
                listsScopes |= !need.scopes.empty();
                needsOAuth |= need.hasScopes;
            }
        }
        if (isUnclear && !listsScopes)
            return; // a scope may be meant: what the call needs is unknown
        m_oddities.comesToSecurity(operation, call, alternatives, isInherited);
        if (!listsScopes && needsOAuth)
            m_oddities.comesToCallWithoutScopes(operation, call);
        const bool isOpen = alternatives.empty()
            || std::any_of(alternatives.begin(), alternatives.end(), [](const auto& needs) { return needs.empty(); });
        if (!listsScopes && !needsOAuth && !isOpen)
            return; // a key or another scheme, of which there is nothing to tell here
        ImportedOperation& imported = m_builder.operation(call, operation);
        imported.id = textOf(operation, "operationId");
        imported.summary = textOf(operation, "summary");
        const Value tags = lastMember(operation, "tags");
        imported.group = isArray(tags) ? textOf(tags.firstChild()) : std::string_view();
        imported.alternatives = std::move(alternatives);
        imported.isInherited = isInherited;
    }

    /// False if what it lists under a scheme of OAuth is no list of names.
    bool readAlternative(const std::string& call, Value value, SecurityAlternative& alternative)
    {
        bool isClear = true;
        for (const Value listed : membersOf(value, m_builder)) {
            SchemeNeed need;
            need.scheme = listed.key();
            const bool isUnknown = !m_schemes.contains(listed.key());
            const bool isTaken = isUnknown && m_builder.takesUndefinedSchemes() && isArray(listed) && listed.firstChild();
            need.hasScopes = m_oauthSchemes.contains(listed.key()) || isTaken;
            if (isUnknown)
                m_oddities.comesToUnknownScheme(listed);
            for (Value scope = isArray(listed) ? listed.firstChild() : Value(); scope; scope = scope.nextSibling()) {
                if (scope.kind() == Kind::Null || scope.kind() == Kind::Array || scope.kind() == Kind::Object)
                    continue;
                if (need.hasScopes)
                    need.scopes.push_back(m_builder.use(scope.text(), listed.key(), scope));
                else if (isUnknown)
                    m_builder.useUnknownScheme(listed.key(), scope.text(), call);
                else
                    m_oddities.comesToRole(scope, listed.key());
            }
            const bool isEmpty = listed.kind() == Kind::Null || (isArray(listed) && !listed.firstChild());
            if (need.hasScopes && need.scopes.empty() && !isEmpty) {
                m_oddities.comesToUnclearNeed(listed);
                isClear = false;
            }
            m_builder.mayKeep(1 + (isArray(listed) ? listed.size() : 0));
            alternative.push_back(std::move(need));
        }
        return isClear;
    }

    Value m_root;
    DescriptionBuilder& m_builder; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    References m_references;
    bool m_isSwagger;
    Value m_security; ///< the document's; may be absent
    std::map<ValuePlace, PathItem> m_pathItems;
    std::unordered_set<std::string_view> m_schemes;
    std::unordered_set<std::string_view> m_oauthSchemes;
    OpenApiOddities m_oddities;
};

} // namespace

void readOpenApi(Value root, DescriptionBuilder& builder)
{
    OpenApiReader(root, builder).read();
}

} // namespace scopes
