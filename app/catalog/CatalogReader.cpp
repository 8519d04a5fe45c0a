#include "catalog/CatalogReader.h"

#include "catalog/EndpointReader.h"
#include "catalog/ProviderReader.h"
#include "document/BoundedFile.h"

#include <QCoreApplication>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CatalogReader", text);
}

/// How much of the whole reading is done, about, when the document has been parsed.
constexpr double parsedShare = 0.5;

/// Reads a whole catalog in two passes: what is referred to (sources, topics, names of scopes and endpoints) comes first, so
/// that the order of the members does not matter.
class CatalogReader
{
public:
    CatalogReader(CatalogData& data, const ReadingProgress& progress)
        : m_context(data)
        , m_data(data)
        , m_progress(progress)
    {
    }

    Problems read(Value root)
    {
        if (checkFormat(root))
            readParts(root);
        return m_isStopped ? Problems{stoppedReading()} : m_context.takeProblems();
    }

private:
    /// False with one error if this is no catalog of ours: then nothing else in it is worth a message.
    bool checkFormat(Value root)
    {
        constexpr std::string_view ours = "scope-explorer-catalog";
        const Value format = root.member("format");
        if (!format || format.kind() != Kind::String || format.text() != ours) {
            const QString what = tr("the member 'format' with the value 'scope-explorer-catalog'");
            m_context.error(format ? format : root,
                tr("This is not a Scope Explorer catalog. Expected %1; found %2.")
                    .arg(what, format ? shown(format) : tr("%1 without it").arg(nameOf(root.kind()))));
            return false;
        }
        const Value version = root.member("version");
        if (!version || version.kind() != Kind::Number || version.text() != "1") {
            m_context.error(version ? version : root,
                tr("Expected the member 'version' with the number 1, which this program reads; found %1. A catalog of a "
                   "later version needs a later program.")
                    .arg(version ? shown(version) : tr("%1 without it").arg(nameOf(root.kind()))));
            return false;
        }
        return true;
    }

    void readParts(Value root)
    {
        Value scopes;
        Value endpoints;
        Value provider;
        Value otherScopes;
        const auto later = [](Value& target) { return [&target](Value value) { target = value; }; };
        const auto checked = [](Value) {};
        readObject(m_context, root, optional("$schema", checked), wanted("format", checked), wanted("version", checked),
            wanted("id", [&](Value value) { m_data.id = m_context.identifier(value); }),
            wanted("name", m_context.into(m_data.name)), optional("about", m_context.into(m_data.about)),
            wanted("retrieved", [&](Value value) { m_data.retrieved = m_context.date(value); }),
            wanted("sources", [&](Value value) { readSources(value); }),
            wanted("topics", [&](Value value) { readTopics(value); }), wanted("scopes", later(scopes)),
            optional("endpoints", later(endpoints)), wanted("provider", later(provider)),
            optional("otherScopes", later(otherScopes)));
        constexpr double scopesShare = 0.15;
        constexpr double namesShare = 0.2;
        const ReadingProgress ofScopes = partOf(m_progress, 0, scopesShare);
        const ReadingProgress ofEndpoints = partOf(m_progress, scopesShare, namesShare);
        const ReadingProgress ofRest = partOf(m_progress, namesShare, 1);
        m_isStopped =
            !m_context.collectNames(scopes, "name", m_context.scopes, QT_TRANSLATE_NOOP("CatalogReader", "scope"), ofScopes)
            || !m_context.collectNames(
                endpoints, "id", m_context.endpoints, QT_TRANSLATE_NOOP("CatalogReader", "endpoint"), ofEndpoints);
        if (m_isStopped)
            return;
        CountedProgress progress(ofRest, sizeOf(scopes) + sizeOf(endpoints));
        if (scopes)
            readScopes(scopes, progress);
        m_data.endpoints.reserve(sizeOf(endpoints));
        if (endpoints)
            readArray(m_context, endpoints, [&](Value value) {
                if (progress.next())
                    m_data.endpoints.push_back(readEndpoint(m_context, value));
            });
        m_isStopped = progress.isStopped();
        if (otherScopes)
            readOtherScopes(otherScopes);
        if (provider)
            readProvider(m_context, provider);
    }

    void readSources(Value value)
    {
        m_context.collectNames(value, "id", m_context.sources, QT_TRANSLATE_NOOP("CatalogReader", "source"));
        readArray(m_context, value, [&](Value element) {
            Source source;
            readObject(m_context, element, wanted("id", [&](Value id) { source.id = m_context.identifier(id); }),
                optional("title", m_context.into(source.title)), optional("url", m_context.intoAddress(source.url)),
                wanted("retrieved", [&](Value day) { source.retrieved = m_context.date(day); }),
                optional("note", m_context.into(source.note)),
                wanted("kind", [&](Value word) { source.kind = sourceKind(word); }));
            if (element.kind() == Kind::Object && !element.member("title") && !element.member("url"))
                m_context.error(element, tr("Expected the member 'url' or, where there is no address, 'title'; found neither."));
            m_data.sources.push_back(source);
        });
    }

    Source::Kind sourceKind(Value value)
    {
        return m_context.oneOf<Source::Kind>(value,
            {{"provider", Source::Kind::Provider}, {"specification", Source::Kind::Specification},
                {"third party", Source::Kind::ThirdParty}});
    }

    void readTopics(Value value)
    {
        m_context.collectNames(value, "id", m_context.topics, QT_TRANSLATE_NOOP("CatalogReader", "topic"));
        readArray(m_context, value, [&](Value element) {
            Topic topic;
            readObject(m_context, element, wanted("id", [&](Value id) { topic.id = m_context.identifier(id); }),
                wanted("name", m_context.into(topic.name)), optional("note", m_context.into(topic.note)));
            m_data.topics.push_back(topic);
        });
    }

    static std::size_t sizeOf(Value list) { return list ? list.size() : 0; }

    void readScopes(Value value, CountedProgress& progress)
    {
        m_data.scopes.reserve(value.size());
        ScopeDetails details;
        readArray(m_context, value, [&](Value element) {
            if (!progress.next())
                return;
            Scope scope = readScope(element, details);
            if (hasContent(details)) {
                scope.details = static_cast<int>(m_data.details.size());
                m_data.details.push_back(std::exchange(details, {}));
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
        const auto wording = [this](Text& target) {
            return [this, &target](Value value) { target = m_context.text(value, ReadingContext::Blank::Allowed); };
        };
        readObject(m_context, element, wanted("name", m_context.into(scope.name)),
            wanted("topic", [&](Value value) { scope.topic = m_context.topic(value); }),
            wanted("definition", wording(scope.definition)), wantedOrNull("userDisplay", wording(scope.userDisplay)),
            wanted("status", [&](Value value) { scope.status = status(value); }),
            optional("replacedBy", [&](Value value) { details.replacedBy = m_context.scopeNames(value); }),
            optional("implies", eachInto(m_context, details.implies, [&](Value value) { return implication(value); })),
            wantedOrNull("product", [&](Value value) { scope.product = m_data.productId(m_context.text(value)); }),
            wantedOrNull("approval", [&](Value value) { scope.approval = m_data.approvalId(m_context.text(value)); }),
            wantedOrNull("obtainedBy", [&](Value value) { scope.obtainedBy = obtainedBy(value); }),
            wantedOrNull("region", m_context.into(details.region)), wanted("source", m_context.intoSource(scope.source)),
            optional("targetApis", eachInto(m_context, details.targetApis, [&](Value value) { return targetApi(value); })),
            optional("facts", m_context.into(details.facts)), optional("notes", m_context.into(details.notes)));
        return scope;
    }

    Scope::Status status(Value value)
    {
        return m_context.oneOf<Scope::Status>(
            value, {{"documented", Scope::Status::Documented}, {"deprecated", Scope::Status::Deprecated}});
    }

    ObtainedBy obtainedBy(Value value)
    {
        return m_context.oneOf<ObtainedBy>(value,
            {{"user authorization", ObtainedBy::UserAuthorization}, {"client credentials", ObtainedBy::ClientCredentials}});
    }

    Implication implication(Value value)
    {
        Implication implication;
        readObject(m_context, value, wanted("scopes", [&](Value names) { implication.scopes = m_context.scopeNames(names); }),
            wanted("source", m_context.intoSource(implication.source)), optional("caution", m_context.into(implication.caution)));
        return implication;
    }

    TargetApi targetApi(Value value)
    {
        TargetApi api;
        readObject(m_context, value, wanted("name", m_context.into(api.name)),
            optional("documentation", m_context.intoAddress(api.documentation)),
            optionalOrNull("endpoint", [&](Value id) { api.endpoint = m_context.endpoint(id); }),
            wanted("source", m_context.intoSource(api.source)));
        return api;
    }

    void readOtherScopes(Value value)
    {
        Names names;
        m_context.collectNames(value, "name", names, QT_TRANSLATE_NOOP("CatalogReader", "scope"));
        readArray(m_context, value, [&](Value element) {
            OtherScope other;
            readObject(m_context, element, wanted("name", m_context.into(other.name)), wanted("seen", m_context.into(other.seen)),
                wanted("source", m_context.intoSource(other.source)));
            if (m_context.scopes.contains(other.name))
                m_context.error(element.member("name"),
                    tr("Expected a scope that is not documented; found %1, which stands among the scopes of this catalog.")
                        .arg(shown(element.member("name"))));
            m_data.otherScopes.push_back(other);
        });
    }

    ReadingContext m_context;
    CatalogData& m_data; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ReadingProgress& m_progress; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    bool m_isStopped = false;
};

} // namespace

Result<CatalogPointer> readCatalog(QByteArray json, const ReadingProgress& progress)
{
    const ReadingProgress parsing = partOf(progress, 0, parsedShare);
    const ReadingProgress taking = partOf(progress, parsedShare, 1);
    auto document = Document::fromJson(std::move(json), parsing);
    if (!document)
        return std::move(document.problems);
    CatalogData data;
    Problems problems = CatalogReader(data, taking).read(document.value->root());
    if (hasErrors(problems))
        return problems;
    return {shareCatalog(std::move(data)), std::move(problems)};
}

Result<CatalogPointer> readCatalogFile(const QString& path)
{
    auto content = readBounded(path);
    if (!content)
        return std::move(content.problems);
    return readCatalog(std::move(*content.value));
}

} // namespace scopes
