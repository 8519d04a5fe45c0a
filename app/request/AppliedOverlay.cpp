#include "request/AppliedOverlay.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Overlay", text);
}

/// Changes a copy of a catalog's data.
class OverlayApplication
{
public:
    explicit OverlayApplication(const ScopeCatalog& catalog)
        : m_catalog(catalog)
        , m_data(catalog.data())
    {
    }

    void apply(const Overlay& overlay)
    {
        for (const auto& [id, setting] : overlay.settings)
            applySetting(id, setting);
        for (const auto& [name, scope] : overlay.scopes) {
            if (m_catalog.find(name) == noId)
                add(name, scope);
        }
        for (const auto& [name, note] : overlay.notes)
            annotate(name, note);
    }

    CatalogPointer catalog() { return shareCatalog(std::move(m_data)); }

private:
    Text keep(const QString& text)
    {
        const QByteArray bytes = text.toUtf8();
        return m_data.texts.keep(Text(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }

    /// One source for all that was said in the same way on the same day.
    SourceId source(const QString& title, const QString& date)
    {
        const auto [known, isNew] = m_sources.try_emplace(std::pair(title, date), static_cast<SourceId>(m_data.sources.size()));
        if (isNew) {
            Source own;
            own.id = keep(u"own-%1"_s.arg(m_sources.size()));
            own.title = keep(title);
            own.retrieved = keep(date);
            own.kind = Source::Kind::Own;
            m_data.sources.push_back(own);
        }
        return known->second;
    }

    void applySetting(const QString& id, const OwnText& setting)
    {
        Provider& provider = m_data.provider;
        const SourcedValue value{keep(setting.text), {}, source(tr("Set by you"), setting.date)};
        if (id == "separator"_L1)
            provider.separator = value;
        else if (id == "clientParameter"_L1)
            rename(provider.clientParameter, value, "client_id", Required::Yes);
        else if (id == "scopeParameter"_L1)
            rename(provider.scopeParameter, value, "scope", Required::Unknown);
        else if (id == "tokenEndpoint"_L1)
            provider.tokenEndpoint = value;
        else if (id == "authorizationEndpoint"_L1)
            provider.authorizationEndpoints.insert(
                provider.authorizationEndpoints.begin(), AuthorizationEndpoint{value.value, {}, value.source, true});
    }

    /// Gives a parameter another name, also where the request's parameters are listed.
    void rename(SourcedValue& parameter, const SourcedValue& value, Text standard, Required required)
    {
        const Text before = parameter.value.empty() ? standard : parameter.value;
        parameter = value;
        auto& listed = m_data.provider.requestParameters;
        const auto named = [](Text name) { return [name](const RequestParameter& one) { return one.name == name; }; };
        if (std::any_of(listed.begin(), listed.end(), named(value.value)))
            return;
        const auto place = std::find_if(listed.begin(), listed.end(), named(before));
        if (place != listed.end()) {
            place->name = value.value;
            place->source = value.source;
            return;
        }
        RequestParameter added;
        added.name = value.value;
        added.required = required;
        added.source = value.source;
        listed.push_back(added);
    }

    TopicId topicOf(const QString& name)
    {
        const Text kept = keep(name);
        const auto known =
            std::find_if(m_data.topics.begin(), m_data.topics.end(), [&](const Topic& topic) { return topic.name == kept; });
        if (known != m_data.topics.end())
            return static_cast<TopicId>(known - m_data.topics.begin());
        m_data.topics.push_back({keep(u"own:"_s + name), kept, keep(tr("You have added this topic."))});
        return static_cast<TopicId>(m_data.topics.size()) - 1;
    }

    void add(const QString& name, const OwnScope& own)
    {
        Scope scope;
        scope.name = keep(name);
        scope.definition = keep(own.definition);
        if (own.userDisplay)
            scope.userDisplay = keep(*own.userDisplay);
        scope.topic = topicOf(own.topic);
        scope.source = source(tr("Added by you"), own.date);
        scope.status = Scope::Status::Own;
        m_added.emplace(name, static_cast<ScopeId>(m_data.scopes.size()));
        m_data.scopes.push_back(scope);
        // What was only seen elsewhere is the user's now.
        std::erase_if(m_data.otherScopes, [&](const OtherScope& other) { return other.name == scope.name; });
    }

    void annotate(const QString& name, const OwnText& note)
    {
        const auto added = m_added.find(name);
        const ScopeId id = added != m_added.end() ? added->second : m_catalog.find(name);
        if (id == noId)
            return;
        Scope& scope = m_data.scopes[static_cast<std::size_t>(id)];
        if (scope.details == noId) {
            scope.details = static_cast<int>(m_data.details.size());
            m_data.details.emplace_back();
        }
        m_data.details[static_cast<std::size_t>(scope.details)].ownNotes = {
            {keep(note.text), source(tr("Written by you"), note.date)}};
    }

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogData m_data;
    std::map<std::pair<QString, QString>, SourceId> m_sources;
    std::map<QString, ScopeId> m_added;
};

} // namespace

CatalogPointer withOverlay(const CatalogPointer& catalog, const Overlay& overlay)
{
    if (overlay.notes.empty() && overlay.scopes.empty() && overlay.settings.empty())
        return catalog;
    OverlayApplication application(*catalog);
    application.apply(overlay);
    return application.catalog();
}

} // namespace scopes
