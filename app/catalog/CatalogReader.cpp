#include "catalog/CatalogReader.h"

#include "catalog/ProviderReader.h"
#include "document/BoundedFile.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogReader", text);
}

constexpr auto Wanted = Member::Presence::Wanted;
constexpr auto Optional = Member::Presence::Optional;

/// Reads a whole catalog in two passes: what is referred to (sources, topics, names of scopes and endpoints) comes first, so
/// that the order of the members does not matter.
class CatalogReader
{
public:
    explicit CatalogReader(CatalogData& data)
        : m_context(data)
        , m_data(data)
    {
    }

    Problems read(Value root)
    {
        if (!checkFormat(root))
            return std::move(m_context.problems);
        Value scopes;
        Value endpoints;
        Value provider;
        Value otherScopes;
        const auto later = [](Value& target) { return [&target](Value value) { target = value; }; };
        readObject(m_context, root,
            {{"$schema", Optional, [](Value) {}}, {"format", Wanted, [](Value) {}}, {"version", Wanted, [](Value) {}},
                {"id", Wanted, into(m_data.id)}, {"name", Wanted, into(m_data.name)}, {"about", Optional, into(m_data.about)},
                {"retrieved", Wanted, [&](Value value) { m_data.retrieved = date(value); }},
                {"sources", Wanted, [&](Value value) { readSources(value); }},
                {"topics", Wanted, [&](Value value) { readTopics(value); }}, {"scopes", Wanted, later(scopes)},
                {"endpoints", Optional, later(endpoints)}, {"provider", Wanted, later(provider)},
                {"otherScopes", Optional, later(otherScopes)}});
        if (scopes)
            collectNames(scopes, "name", m_context.scopes, tr("scope"));
        if (endpoints)
            collectNames(endpoints, "id", m_context.endpoints, tr("endpoint"));
        if (scopes)
            readScopes(scopes);
        if (endpoints)
            readArray(m_context, endpoints, [&](Value value) { m_data.endpoints.push_back(endpoint(value)); });
        if (otherScopes)
            readArray(m_context, otherScopes, [&](Value value) { m_data.otherScopes.push_back(otherScope(value)); });
        if (provider)
            readProvider(m_context, provider);
        return std::move(m_context.problems);
    }

private:
    using Reader = std::function<void(Value)>;

    Reader into(Text& text)
    {
        return [this, &text](Value value) { text = m_context.text(value); };
    }

    Reader intoSource(SourceId& source)
    {
        return [this, &source](Value value) { source = m_context.reference(value, m_context.sources, tr("the id of a source")); };
    }

    Reader into(Requirement& requirement)
    {
        return [this, &requirement](Value value) { requirement = m_context.requirement(value); };
    }

    /// False with one error if this is no catalog of ours: then nothing else in it is worth a message.
    bool checkFormat(Value root)
    {
        const Value format = root.member("format");
        if (!format || format.kind() != Kind::String || format.text() != "scope-explorer-catalog") {
            m_context.error(format ? format : root,
                tr("This is not a Scope Explorer catalog: expected the member \"format\" with the value "
                   "\"scope-explorer-catalog\"."));
            return false;
        }
        const Value version = root.member("version");
        if (!version || version.text() != "1") {
            m_context.error(version ? version : root,
                tr("Expected \"version\" 1, which this program reads. A catalog of a later version needs a later program."));
            return false;
        }
        return true;
    }

    Text date(Value value)
    {
        const Text text = m_context.text(value);
        if (!text.empty() && !QDate::fromString(toQString(text), QStringLiteral("yyyy-MM-dd")).isValid())
            m_context.error(value, tr("Expected a date as YYYY-MM-DD; found '%1'.").arg(visibleText(toQString(text), 40)));
        return text;
    }

    /// An address that may be opened: https only.
    Reader intoAddress(Text& text)
    {
        return [this, &text](Value value) {
            text = m_context.text(value);
            if (!text.empty() && !text.starts_with("https://"))
                m_context.error(value, tr("Expected an address that begins with https://."));
        };
    }

    /// Notes under which number each element's name can be referred to; a name that stands twice is an error.
    void collectNames(Value list, std::string_view member, QHash<QByteArrayView, int>& names, const QString& what)
    {
        names.reserve(list.size());
        int number = 0;
        readArray(m_context, list, [&](Value element) {
            const Value name = element.member(member);
            if (name && name.kind() == Kind::String) {
                const auto key = bytes(name.text());
                if (const auto first = names.constFind(key); first != names.constEnd())
                    m_context.error(name,
                        tr("The %1 '%2' stands twice: it is also number %3 of the list.")
                            .arg(what, visibleText(toQString(name.text()), 80), QString::number(*first + 1)));
                else
                    names.insert(key, number);
            }
            ++number;
        });
    }

    void readSources(Value value)
    {
        collectNames(value, "id", m_context.sources, tr("source"));
        readArray(m_context, value, [&](Value element) {
            Source source;
            readObject(m_context, element,
                {{"id", Wanted, into(source.id)}, {"title", Optional, into(source.title)},
                    {"url", Optional, intoAddress(source.url)},
                    {"retrieved", Wanted, [&](Value member) { source.retrieved = date(member); }},
                    {"note", Optional, into(source.note)},
                    {"kind", Wanted, [&](Value member) { source.kind = sourceKind(member); }}});
            m_data.sources.push_back(source);
        });
    }

    Source::Kind sourceKind(Value value)
    {
        return oneOf<Source::Kind>(value,
            {{"provider", Source::Kind::Provider}, {"specification", Source::Kind::Specification},
                {"third party", Source::Kind::ThirdParty}});
    }

    template <typename T>
    T oneOf(Value value, std::initializer_list<std::pair<std::string_view, T>> words)
    {
        QStringList known;
        for (const auto& [word, meaning] : words) {
            if (value.kind() == Kind::String && value.text() == word)
                return meaning;
            known += u'"' + toQString(word) + u'"';
        }
        const QString found =
            value.kind() == Kind::String ? u'\'' + visibleText(toQString(value.text()), 80) + u'\'' : nameOf(value.kind());
        m_context.error(value, tr("Expected one of %1; found %2.").arg(known.join(QStringLiteral(", ")), found));
        return T{};
    }

    void readTopics(Value value)
    {
        collectNames(value, "id", m_context.topics, tr("topic"));
        readArray(m_context, value, [&](Value element) {
            Topic topic;
            readObject(m_context, element,
                {{"id", Wanted, into(topic.id)}, {"name", Wanted, into(topic.name)}, {"note", Optional, into(topic.note)}});
            m_data.topics.push_back(topic);
        });
    }

    void readScopes(Value value)
    {
        m_data.scopes.reserve(value.size());
        readArray(m_context, value, [&](Value element) {
            ScopeDetails details;
            Scope scope = readScope(element, details);
            if (hasContent(details)) {
                scope.details = static_cast<int>(m_data.details.size());
                m_data.details.push_back(std::move(details));
            }
            m_data.scopes.push_back(scope);
        });
    }

    static bool hasContent(const ScopeDetails& details)
    {
        return !details.region.empty() || !details.notes.empty() || !details.facts.empty() || !details.targetApis.empty()
            || !details.implies.empty() || !details.replacedBy.empty();
    }

    Scope readScope(Value element, ScopeDetails& details)
    {
        Scope scope;
        readObject(m_context, element,
            {{"name", Wanted, into(scope.name)},
                {"topic", Wanted,
                    [&](Value v) { scope.topic = m_context.reference(v, m_context.topics, tr("the id of a topic")); }},
                {"definition", Wanted, [&](Value v) { scope.definition = m_context.text(v, ReadingContext::Blank::Allowed); }},
                {"userDisplay", Wanted, into(scope.userDisplay), true},
                {"status", Wanted,
                    [&](Value v) {
                        scope.status = oneOf<Scope::Status>(
                            v, {{"documented", Scope::Status::Documented}, {"deprecated", Scope::Status::Deprecated}});
                    }},
                {"replacedBy", Optional, [&](Value v) { details.replacedBy = m_context.scopeNames(v); }},
                {"implies", Optional,
                    [&](Value v) { readArray(m_context, v, [&](Value e) { details.implies.push_back(implication(e)); }); }},
                {"product", Wanted, [&](Value v) { scope.product = m_data.productId(m_context.text(v)); }, true},
                {"approval", Wanted, [&](Value v) { scope.approval = m_data.approvalId(m_context.text(v)); }, true},
                {"obtainedBy", Wanted,
                    [&](Value v) {
                        scope.obtainedBy = oneOf<ObtainedBy>(v,
                            {{"user authorization", ObtainedBy::UserAuthorization},
                                {"client credentials", ObtainedBy::ClientCredentials}});
                    },
                    true},
                {"region", Wanted, into(details.region), true}, {"source", Wanted, intoSource(scope.source)},
                {"targetApis", Optional,
                    [&](Value v) { readArray(m_context, v, [&](Value e) { details.targetApis.push_back(targetApi(e)); }); }},
                {"facts", Optional, [&](Value v) { details.facts = m_context.facts(v); }},
                {"notes", Optional, into(details.notes)}});
        return scope;
    }

    Implication implication(Value value)
    {
        Implication implication;
        readObject(m_context, value,
            {{"scopes", Wanted, [&](Value member) { implication.scopes = m_context.scopeNames(member); }},
                {"source", Wanted, intoSource(implication.source)}, {"caution", Optional, into(implication.caution)}});
        return implication;
    }

    TargetApi targetApi(Value value)
    {
        TargetApi api;
        readObject(m_context, value,
            {{"name", Wanted, into(api.name)}, {"documentation", Optional, intoAddress(api.documentation)},
                {"endpoint", Optional,
                    [&](Value member) {
                        api.endpoint = m_context.reference(member, m_context.endpoints, tr("the id of an endpoint"));
                    },
                    true},
                {"source", Wanted, intoSource(api.source)}});
        return api;
    }

    Endpoint endpoint(Value value)
    {
        Endpoint call;
        readObject(m_context, value,
            {{"id", Wanted, into(call.id)}, {"name", Wanted, into(call.name)}, {"method", Wanted, into(call.method)},
                {"url", Wanted, into(call.url)},
                {"product", Wanted, [&](Value v) { call.product = m_data.productId(m_context.text(v)); }, true},
                {"token", Wanted, [&](Value v) { call.token = tokenKind(v); }, true},
                {"requires", Wanted, into(call.requirement)},
                {"parameters", Optional,
                    [&](Value v) { readArray(m_context, v, [&](Value e) { call.parameters.push_back(parameter(e)); }); }},
                {"fields", Optional,
                    [&](Value v) { readArray(m_context, v, [&](Value e) { call.fields.push_back(field(e)); }); }},
                {"documentation", Optional, intoAddress(call.documentation)}, {"source", Wanted, intoSource(call.source)},
                {"confidence", Optional, into(call.confidence)}, {"limits", Optional, into(call.limits)},
                {"notes", Optional, into(call.notes)}});
        return call;
    }

    TokenKind tokenKind(Value value)
    {
        return oneOf<TokenKind>(value,
            {{"none", TokenKind::None}, {"user access token", TokenKind::UserAccessToken},
                {"client access token", TokenKind::ClientAccessToken}});
    }

    Field field(Value value)
    {
        Field field;
        readObject(m_context, value,
            {{"name", Wanted, into(field.name)}, {"meaning", Optional, into(field.meaning)},
                {"requires", Wanted, into(field.requirement)}, {"source", Optional, intoSource(field.source)}});
        return field;
    }

    Parameter parameter(Value value)
    {
        Parameter parameter;
        readObject(m_context, value,
            {{"name", Wanted, into(parameter.name)}, {"values", Wanted, [&](Value list) {
                                                          readArray(m_context, list, [&](Value element) {
                                                              ParameterValue known;
                                                              readObject(m_context, element,
                                                                  {{"value", Wanted, into(known.value)},
                                                                      {"requires", Wanted, into(known.requirement)},
                                                                      {"source", Optional, intoSource(known.source)}});
                                                              parameter.values.push_back(std::move(known));
                                                          });
                                                      }}});
        return parameter;
    }

    OtherScope otherScope(Value value)
    {
        OtherScope other;
        readObject(m_context, value,
            {{"name", Wanted, into(other.name)}, {"seen", Wanted, into(other.seen)},
                {"source", Wanted, intoSource(other.source)}});
        if (m_context.scopes.contains(bytes(other.name)))
            m_context.error(value,
                tr("The scope '%1' is documented in this catalog, so it cannot be one that is only seen elsewhere.")
                    .arg(visibleText(toQString(other.name), 80)));
        return other;
    }

    ReadingContext m_context;
    CatalogData& m_data; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace

Result<CatalogPointer> readCatalog(QByteArray json)
{
    auto document = Document::fromJson(std::move(json));
    if (!document)
        return std::move(document.problems);
    CatalogData data;
    Problems problems = CatalogReader(data).read(document.value->root());
    if (hasErrors(problems)) {
        // Errors come first, each kind in document order: they are what must be mended.
        std::stable_partition(
            problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Problem::Severity::Error; });
        return problems;
    }
    return {std::make_shared<const ScopeCatalog>(std::move(data)), std::move(problems)};
}

Result<CatalogPointer> readCatalogFile(const QString& path)
{
    auto content = readBounded(path);
    if (!content)
        return std::move(content.problems);
    return readCatalog(std::move(*content.value));
}

} // namespace scopes
