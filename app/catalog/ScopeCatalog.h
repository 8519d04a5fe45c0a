#pragma once

#include "catalog/CatalogData.h"

#include <QHash>
#include <QString>

#include <array>
#include <memory>
#include <span>

namespace scopes {

/// What exists at one provider: read once, never changed, shared. Ids index the spans.
class ScopeCatalog
{
public:
    /// A field of an endpoint, by its number there.
    struct FieldRef
    {
        EndpointId endpoint = noId;
        int field = 0;
    };

    /// By what scopes are grouped and counted, side by side in memory: counting all scopes for each typed letter reads a sixth
    /// of what it would read from the scopes themselves.
    struct Grouping
    {
        TopicId topic = 0;
        LabelId approval = noId;
        ObtainedBy obtainedBy = ObtainedBy::Unknown;
    };

    /// The same of calls.
    struct CallGrouping
    {
        /// What the call needs by itself. ByFields: nothing that is documented, but some of its fields do.
        enum class Need : std::uint8_t { Unknown, ByFields, Nothing, Scopes };

        LabelId heading = noId;
        TokenKind token = TokenKind::Unknown;
        Need need = Need::Unknown;
    };

    /// Takes @p data, whose ids must all be in range.
    explicit ScopeCatalog(CatalogData data);

    ScopeCatalog(const ScopeCatalog&) = delete;
    ScopeCatalog& operator=(const ScopeCatalog&) = delete;

    QString id() const { return toQString(m_data.id); }

    QString name() const { return toQString(m_data.name); }

    QString about() const { return toQString(m_data.about); }

    QString retrieved() const { return toQString(m_data.retrieved); }

    const Provider& provider() const { return m_data.provider; }

    /// What it is made of: a copy may be changed and made another catalog.
    const CatalogData& data() const { return m_data; }

    /// True if the provider, or who describes it, says that: neither the user nor a standard that it may not keep to.
    bool isDocumented(const SourcedValue& value) const;

    /// True if the user has set that in an overlay.
    bool isOwn(const SourcedValue& value) const;

    /// True if the scope is among those of the catalog itself; false for the user's own.
    bool isDocumented(const QString& name) const;

    /// What separates scopes: the documented separator, else RFC 6749 section 3.3's space.
    QString separator() const;

    std::span<const Source> sources() const { return m_data.sources; }

    std::span<const Topic> topics() const { return m_data.topics; }

    std::span<const Scope> scopes() const { return m_data.scopes; }

    std::span<const Endpoint> endpoints() const { return m_data.endpoints; }

    std::span<const OtherScope> otherScopes() const { return m_data.otherScopes; }

    std::span<const Text> products() const { return m_data.products; }

    /// What calls are listed under: their product or, where that is unknown, the provider's own group.
    std::span<const Text> endpointHeadings() const { return m_data.endpointHeadings; }

    std::span<const Text> approvals() const { return m_data.approvals; }

    int scopeCount() const { return static_cast<int>(m_data.scopes.size()); }

    int topicCount() const { return static_cast<int>(m_data.topics.size()); }

    const Scope& scope(ScopeId id) const { return m_data.scopes[static_cast<std::size_t>(id)]; }

    const Grouping& grouping(ScopeId id) const { return m_groupings[static_cast<std::size_t>(id)]; }

    const CallGrouping& callGrouping(EndpointId id) const { return m_callGroupings[static_cast<std::size_t>(id)]; }

    /// By endpoint, how many calls, fields and parameter values come before it; one more at the end for all.
    std::span<const int> callPartStarts() const { return m_callPartStarts; }

    const Topic& topic(TopicId id) const { return m_data.topics[static_cast<std::size_t>(id)]; }

    const Endpoint& endpoint(EndpointId id) const { return m_data.endpoints[static_cast<std::size_t>(id)]; }

    const Source& source(SourceId id) const { return m_data.sources[static_cast<std::size_t>(id)]; }

    /// The scope's details; empty ones where it has none.
    const ScopeDetails& details(const Scope& scope) const;

    /// The label's text; empty for noId, which means unknown.
    Text product(LabelId id) const { return id == noId ? Text() : m_data.products[static_cast<std::size_t>(id)]; }

    Text endpointHeading(LabelId id) const { return id == noId ? Text() : m_data.endpointHeadings[static_cast<std::size_t>(id)]; }

    /// The provider's own group of a call whose product is unknown; empty if there is none.
    Text group(const Endpoint& call) const { return call.product == noId ? endpointHeading(call.heading) : Text(); }

    Text approval(LabelId id) const { return id == noId ? Text() : m_data.approvals[static_cast<std::size_t>(id)]; }

    /// The scope of exactly that name; noId if it is not documented.
    ScopeId find(QByteArrayView name) const { return m_byName.value(name, noId); }

    ScopeId find(const QString& name) const { return find(QByteArrayView(name.toUtf8())); }

    /// The endpoint of exactly that id; noId if it is not documented.
    EndpointId findEndpoint(QByteArrayView id) const { return m_endpointById.value(id, noId); }

    /// Its entry among the scopes seen elsewhere; null if there is none.
    const OtherScope* findOther(const QString& name) const;

    /// The scopes of a topic, in catalog order.
    std::span<const ScopeId> scopesOf(TopicId topic) const;

    /// All scopes: those of the first topic, of the second and so on.
    std::span<const ScopeId> scopesByTopic() const { return m_topicScopes; }

    /// How many scopes have that approval; noId: of how many it is unknown.
    int countOfApproval(LabelId id) const
    {
        const int number = id + 1;
        return m_approvalCounts[static_cast<std::size_t>(number)];
    }

    /// How many scopes are obtained in that way.
    int countOf(ObtainedBy how) const { return m_obtainedByCounts[static_cast<std::size_t>(how)]; }

    /// The endpoints of which some alternative, field or parameter value names the scope, in catalog order.
    std::span<const EndpointId> endpointsOf(ScopeId scope) const;

    /// The fields whose own requirement names the scope, in catalog order.
    std::span<const FieldRef> fieldsOf(ScopeId scope) const;

private:
    void groupByTopic();
    void groupCalls();
    void indexEndpoints();

    CatalogData m_data;
    ScopeDetails m_noDetails;
    QHash<QByteArrayView, ScopeId> m_byName;
    QHash<QByteArrayView, EndpointId> m_endpointById;
    std::vector<Grouping> m_groupings; ///< by ScopeId
    std::vector<CallGrouping> m_callGroupings; ///< by EndpointId
    std::vector<int> m_callPartStarts;
    std::vector<int> m_approvalCounts; ///< by LabelId + 1
    std::array<int, obtainedByCount> m_obtainedByCounts{}; ///< by ObtainedBy
    // Compressed rows: those of number n stand from starts[n] to starts[n + 1].
    std::vector<int> m_topicStarts;
    std::vector<ScopeId> m_topicScopes;
    std::vector<int> m_endpointStarts;
    std::vector<EndpointId> m_scopeEndpoints;
    std::vector<int> m_fieldStarts;
    std::vector<FieldRef> m_scopeFields;
};

using CatalogPointer = std::shared_ptr<const ScopeCatalog>;

/// As of ScopeCatalog's constructor. A large one is freed in another thread, which takes a tenth of a second, when the last that
/// holds it lets it go.
CatalogPointer shareCatalog(CatalogData data);

} // namespace scopes
