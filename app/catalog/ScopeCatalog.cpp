#include "catalog/ScopeCatalog.h"

#include "catalog/FreeElsewhere.h"

#include <algorithm>
#include <utility>

namespace scopes {

namespace {

/// Turns (row, value) pairs, which stand in the order wanted within a row, into compressed rows.
template <typename T>
void compress(const std::vector<std::pair<int, T>>& pairs, int rows, std::vector<int>& starts, std::vector<T>& values)
{
    starts.assign(static_cast<std::size_t>(rows) + 1, 0);
    for (const auto& [row, value] : pairs)
        ++starts[static_cast<std::size_t>(row) + 1];
    for (std::size_t row = 1; row < starts.size(); ++row)
        starts[row] += starts[row - 1];
    values.resize(pairs.size());
    std::vector<int> next(starts.begin(), starts.end() - 1);
    for (const auto& [row, value] : pairs)
        values[static_cast<std::size_t>(next[static_cast<std::size_t>(row)]++)] = value;
}

template <typename T>
std::span<const T> rowOf(const std::vector<int>& starts, const std::vector<T>& values, int row)
{
    const auto index = static_cast<std::size_t>(row);
    const auto first = static_cast<std::size_t>(starts[index]);
    return std::span<const T>(values).subspan(first, static_cast<std::size_t>(starts[index + 1]) - first);
}

ScopeCatalog::CallGrouping::Need needOf(const Endpoint& call)
{
    using Need = ScopeCatalog::CallGrouping::Need;
    if (call.requirement.isDocumented())
        return call.requirement.isMetBy(ScopeSet()) ? Need::Nothing : Need::Scopes;
    const auto isDocumented = [](const Field& field) { return field.requirement.isDocumented(); };
    return std::any_of(call.fields.begin(), call.fields.end(), isDocumented) ? Need::ByFields : Need::Unknown;
}

QByteArrayView bytesOf(Text text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

ScopeCatalog::ScopeCatalog(CatalogData data)
    : m_data(std::move(data))
{
    m_byName.reserve(static_cast<qsizetype>(m_data.scopes.size()));
    for (ScopeId id = 0; id < scopeCount(); ++id)
        m_byName.insert(bytesOf(scope(id).name), id);
    m_endpointById.reserve(static_cast<qsizetype>(m_data.endpoints.size()));
    for (EndpointId id = 0; id < static_cast<int>(m_data.endpoints.size()); ++id)
        m_endpointById.insert(bytesOf(endpoint(id).id), id);
    groupByTopic();
    groupCalls();
    indexEndpoints();
}

void ScopeCatalog::groupByTopic()
{
    std::vector<std::pair<int, ScopeId>> pairs;
    pairs.reserve(m_data.scopes.size());
    m_groupings.reserve(m_data.scopes.size());
    m_approvalCounts.assign(m_data.approvals.size() + 1, 0);
    for (ScopeId id = 0; id < scopeCount(); ++id) {
        const Scope& one = scope(id);
        pairs.emplace_back(one.topic, id);
        m_groupings.push_back({one.topic, one.approval, one.obtainedBy});
        const int approvalNumber = one.approval + 1;
        ++m_approvalCounts[static_cast<std::size_t>(approvalNumber)];
        ++m_obtainedByCounts[static_cast<std::size_t>(one.obtainedBy)];
    }
    compress(pairs, topicCount(), m_topicStarts, m_topicScopes);
}

void ScopeCatalog::groupCalls()
{
    m_callGroupings.reserve(m_data.endpoints.size());
    m_callPartStarts.reserve(m_data.endpoints.size() + 1);
    std::size_t parts = 0;
    for (const Endpoint& call : m_data.endpoints) {
        m_callGroupings.push_back({call.heading, call.token, needOf(call)});
        m_callPartStarts.push_back(static_cast<int>(parts));
        parts += 1 + call.fields.size();
        for (const Parameter& parameter : call.parameters)
            parts += parameter.values.size();
    }
    m_callPartStarts.push_back(static_cast<int>(parts));
}

void ScopeCatalog::indexEndpoints()
{
    std::vector<std::pair<int, EndpointId>> endpoints;
    std::vector<std::pair<int, FieldRef>> fields;
    std::vector<ScopeId> mentioned;
    const auto mention = [&](const Requirement& requirement) {
        const auto scopes = requirement.mentioned();
        mentioned.insert(mentioned.end(), scopes.begin(), scopes.end());
    };
    for (EndpointId id = 0; id < static_cast<int>(m_data.endpoints.size()); ++id) {
        const Endpoint& call = endpoint(id);
        mentioned.clear();
        mention(call.requirement);
        for (int field = 0; field < static_cast<int>(call.fields.size()); ++field) {
            const Requirement& own = call.fields[static_cast<std::size_t>(field)].requirement;
            mention(own);
            for (const ScopeId scope : own.mentioned())
                fields.emplace_back(scope, FieldRef{id, field});
        }
        for (const Parameter& parameter : call.parameters) {
            for (const ParameterValue& value : parameter.values)
                mention(value.requirement);
        }
        std::sort(mentioned.begin(), mentioned.end());
        mentioned.erase(std::unique(mentioned.begin(), mentioned.end()), mentioned.end());
        for (const ScopeId scope : mentioned)
            endpoints.emplace_back(scope, id);
    }
    compress(endpoints, scopeCount(), m_endpointStarts, m_scopeEndpoints);
    compress(fields, scopeCount(), m_fieldStarts, m_scopeFields);
}

bool ScopeCatalog::isDocumented(const SourcedValue& value) const
{
    if (value.value.empty() || value.source == noId)
        return !value.value.empty();
    const Source::Kind kind = source(value.source).kind;
    return kind == Source::Kind::Provider || kind == Source::Kind::ThirdParty;
}

bool ScopeCatalog::isOwn(const SourcedValue& value) const
{
    return value.source != noId && source(value.source).kind == Source::Kind::Own;
}

bool ScopeCatalog::isDocumented(const QString& name) const
{
    const ScopeId id = find(name);
    return id != noId && scope(id).status != Scope::Status::Own;
}

QString ScopeCatalog::separator() const
{
    const Text documented = m_data.provider.separator.value;
    return documented.empty() ? QStringLiteral(" ") : toQString(documented);
}

const ScopeDetails& ScopeCatalog::details(const Scope& scope) const
{
    return scope.details == noId ? m_noDetails : m_data.details[static_cast<std::size_t>(scope.details)];
}

const OtherScope* ScopeCatalog::findOther(const QString& name) const
{
    const QByteArray wanted = name.toUtf8();
    const auto found = std::find_if(m_data.otherScopes.begin(), m_data.otherScopes.end(),
        [&](const OtherScope& other) { return other.name == Text(wanted.data(), static_cast<std::size_t>(wanted.size())); });
    return found == m_data.otherScopes.end() ? nullptr : &*found;
}

std::span<const ScopeId> ScopeCatalog::scopesOf(TopicId topic) const
{
    return rowOf(m_topicStarts, m_topicScopes, topic);
}

std::span<const EndpointId> ScopeCatalog::endpointsOf(ScopeId scope) const
{
    return rowOf(m_endpointStarts, m_scopeEndpoints, scope);
}

std::span<const ScopeCatalog::FieldRef> ScopeCatalog::fieldsOf(ScopeId scope) const
{
    return rowOf(m_fieldStarts, m_scopeFields, scope);
}

CatalogPointer shareCatalog(CatalogData data)
{
    auto catalog = std::make_unique<const ScopeCatalog>(std::move(data));
    constexpr std::size_t quicklyFreed = 20'000;
    if (catalog->scopes().size() + catalog->endpoints().size() <= quicklyFreed)
        return catalog;
    return {catalog.release(), [](const ScopeCatalog* unused) { freeElsewhere(std::shared_ptr<const ScopeCatalog>(unused)); }};
}

} // namespace scopes
