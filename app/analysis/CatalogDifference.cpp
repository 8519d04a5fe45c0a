#include "analysis/CatalogDifference.h"

#include "analysis/Renamings.h"
#include "catalog/StableNames.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const ScopeCatalog& catalog)
{
    QStringList names;
    for (const Scope& scope : catalog.scopes())
        names += toQString(scope.name);
    return names;
}

QStringList withoutThese(const QStringList& names, const QStringList& others)
{
    const QSet<QString> known(others.begin(), others.end());
    QStringList rest;
    std::copy_if(
        names.begin(), names.end(), std::back_inserter(rest), [&](const QString& name) { return !known.contains(name); });
    return rest;
}

std::optional<QString> orNone(Text text)
{
    return text.data() == nullptr ? std::nullopt : std::optional<QString>(toQString(text));
}

/// An empty text says as little as none.
std::optional<QString> orNoneIfEmpty(Text text)
{
    return text.empty() ? std::nullopt : std::optional<QString>(toQString(text));
}

/// Gathers what differs between the texts of two entries.
class TextChanges
{
public:
    void compare(const QString& member, const std::optional<QString>& before, const std::optional<QString>& after)
    {
        if (before == after)
            return;
        TextChange change{member, before, after, {}};
        if (before && after)
            change.words = differenceOf(*before, *after);
        m_changes.push_back(std::move(change));
    }

    std::vector<TextChange> take() { return std::move(m_changes); }

private:
    std::vector<TextChange> m_changes;
};

std::vector<TextChange> changesOf(const ScopeCatalog& before, const Scope& old, const ScopeCatalog& after, const Scope& now)
{
    TextChanges changes;
    changes.compare(u"definition"_s, orNone(old.definition), orNone(now.definition));
    changes.compare(u"userDisplay"_s, orNone(old.userDisplay), orNone(now.userDisplay));
    changes.compare(u"topic"_s, orNone(before.topic(old.topic).name), orNone(after.topic(now.topic).name));
    changes.compare(u"product"_s, orNoneIfEmpty(before.product(old.product)), orNoneIfEmpty(after.product(now.product)));
    changes.compare(u"approval"_s, orNoneIfEmpty(before.approval(old.approval)), orNoneIfEmpty(after.approval(now.approval)));
    changes.compare(u"obtainedBy"_s, orNoneIfEmpty(nameOf(old.obtainedBy)), orNoneIfEmpty(nameOf(now.obtainedBy)));
    changes.compare(u"status"_s, orNone(nameOf(old.status)), orNone(nameOf(now.status)));
    changes.compare(u"region"_s, orNoneIfEmpty(before.details(old).region), orNoneIfEmpty(after.details(now).region));
    changes.compare(u"notes"_s, orNoneIfEmpty(before.details(old).notes), orNoneIfEmpty(after.details(now).notes));
    return changes.take();
}

std::vector<TextChange> changesOf(const Endpoint& old, const Endpoint& now)
{
    TextChanges changes;
    changes.compare(u"name"_s, orNoneIfEmpty(old.name), orNoneIfEmpty(now.name));
    changes.compare(u"method"_s, orNoneIfEmpty(old.method), orNoneIfEmpty(now.method));
    changes.compare(u"url"_s, orNoneIfEmpty(old.url), orNoneIfEmpty(now.url));
    changes.compare(u"token"_s, orNoneIfEmpty(nameOf(old.token)), orNoneIfEmpty(nameOf(now.token)));
    changes.compare(u"limits"_s, orNoneIfEmpty(old.limits), orNoneIfEmpty(now.limits));
    changes.compare(u"notes"_s, orNoneIfEmpty(old.notes), orNoneIfEmpty(now.notes));
    return changes.take();
}

/// The requirement by names, in an order that does not depend on the catalog's.
std::vector<QStringList> named(const ScopeCatalog& catalog, const Requirement& requirement)
{
    std::vector<QStringList> alternatives;
    for (const auto& alternative : requirement.alternatives) {
        QStringList names;
        for (const ScopeId id : alternative)
            names += toQString(catalog.scope(id).name);
        names.sort();
        alternatives.push_back(std::move(names));
    }
    std::sort(alternatives.begin(), alternatives.end());
    return alternatives;
}

/// What each part of a call needs: the call itself under "", its fields, its parameters' values.
std::vector<std::pair<QString, std::vector<QStringList>>> requirementsOf(const ScopeCatalog& catalog, const Endpoint& endpoint)
{
    const QString id = toQString(endpoint.id);
    std::vector<std::pair<QString, std::vector<QStringList>>> all{{id, named(catalog, endpoint.requirement)}};
    for (const Field& field : endpoint.fields)
        all.emplace_back(id + u'#' + toQString(field.name), named(catalog, field.requirement));
    for (const Parameter& parameter : endpoint.parameters) {
        for (const ParameterValue& value : parameter.values)
            all.emplace_back(
                id + u'?' + toQString(parameter.name) + u'=' + toQString(value.value), named(catalog, value.requirement));
    }
    return all;
}

void compareRequirements(const ScopeCatalog& before, const Endpoint& old, const ScopeCatalog& after, const Endpoint& now,
    std::vector<RequirementChange>& changes)
{
    QHash<QString, std::vector<QStringList>> then;
    const auto former = requirementsOf(before, old);
    for (const auto& [call, alternatives] : former)
        then.insert(call, alternatives);
    QSet<QString> kept;
    for (const auto& [call, alternatives] : requirementsOf(after, now)) {
        kept.insert(call);
        if (const auto previous = then.value(call); previous != alternatives)
            changes.push_back({call, previous, alternatives});
    }
    for (const auto& [call, alternatives] : former) {
        if (!kept.contains(call) && !alternatives.empty())
            changes.push_back({call, alternatives, {}});
    }
}

void compareEndpoints(const ScopeCatalog& before, const ScopeCatalog& after, CatalogDifference& difference)
{
    QHash<QString, EndpointId> then;
    QStringList formerIds;
    for (EndpointId id = 0; id < static_cast<EndpointId>(before.endpoints().size()); ++id) {
        formerIds += toQString(before.endpoint(id).id);
        then.insert(formerIds.constLast(), id);
    }
    QStringList ids;
    for (const Endpoint& now : after.endpoints()) {
        ids += toQString(now.id);
        const EndpointId former = then.value(ids.constLast(), noId);
        if (former == noId)
            continue;
        const Endpoint& old = before.endpoint(former);
        if (auto texts = changesOf(old, now); !texts.empty())
            difference.endpoints.push_back({ids.constLast(), std::move(texts)});
        compareRequirements(before, old, after, now, difference.requirements);
    }
    difference.addedEndpoints = withoutThese(ids, formerIds);
    difference.removedEndpoints = withoutThese(formerIds, ids);
}

QStringList onlyThese(const QStringList& names, const QStringList& others)
{
    return withoutThese(names, withoutThese(names, others));
}

QStringList eachOnce(QStringList names)
{
    names.removeDuplicates();
    return names;
}

} // namespace

bool CatalogDifference::isEmpty() const
{
    return added.isEmpty() && removed.isEmpty() && scopes.empty() && addedEndpoints.isEmpty() && removedEndpoints.isEmpty()
        && endpoints.empty() && requirements.empty();
}

CatalogDifference differenceOf(const ScopeCatalog& before, const ScopeCatalog& after)
{
    CatalogDifference difference;
    const QStringList former = namesOf(before);
    const QStringList names = namesOf(after);
    difference.added = withoutThese(names, former);
    difference.removed = withoutThese(former, names);
    difference.renamed = renamingsBetween(before, difference.removed, after, difference.added);
    for (const Scope& now : after.scopes()) {
        const ScopeId old = before.find(QByteArrayView(now.name.data(), static_cast<qsizetype>(now.name.size())));
        if (old == noId)
            continue;
        if (auto texts = changesOf(before, before.scope(old), after, now); !texts.empty())
            difference.scopes.push_back({toQString(now.name), std::move(texts)});
    }
    compareEndpoints(before, after, difference);
    return difference;
}

RequestDifference differenceOf(const QStringList& before, const QStringList& after, const ScopeCatalog& catalog)
{
    const QStringList former = eachOnce(before);
    const QStringList now = eachOnce(after);
    RequestDifference difference;
    difference.added = withoutThese(now, former);
    difference.removed = withoutThese(former, now);
    difference.renamed = renamingsBetween(catalog, difference.removed, catalog, difference.added);
    difference.isReordered = onlyThese(former, now) != onlyThese(now, former);
    return difference;
}

} // namespace scopes
