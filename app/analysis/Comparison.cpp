#include "analysis/Comparison.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Comparison", text);
}

using Names = std::optional<QSet<QString>>;

Names setOf(const std::optional<QStringList>& names)
{
    return names ? Names(QSet<QString>(names->begin(), names->end())) : Names();
}

std::optional<bool> isIn(const Names& names, const QString& name)
{
    return names ? std::optional<bool>(names->contains(name)) : std::nullopt;
}

ScopeSet documentedOf(const QStringList& names, const ScopeCatalog& catalog)
{
    ScopeSet set(catalog.scopeCount());
    for (const QString& name : names) {
        if (const ScopeId id = catalog.find(name); id != noId)
            set.insert(id);
    }
    return set;
}

/// Finds what works with the one set and not with the other.
class StoppedCalls
{
public:
    StoppedCalls(const ScopeCatalog& catalog, ScopeSet before, ScopeSet after)
        : m_catalog(catalog)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    std::vector<StoppedCall> find()
    {
        for (EndpointId id = 0; id < static_cast<EndpointId>(m_catalog.endpoints().size()); ++id) {
            const Endpoint& endpoint = m_catalog.endpoint(id);
            if (add(id, endpoint.requirement, StoppedCall::Part::Call, {}))
                continue;
            // What does not work with the request either does not stop.
            if (endpoint.requirement.isDocumented() && !endpoint.requirement.isMetBy(m_after))
                continue;
            for (const Field& field : endpoint.fields)
                add(id, field.requirement, StoppedCall::Part::Field, toQString(field.name));
            for (const Parameter& parameter : endpoint.parameters) {
                for (const ParameterValue& value : parameter.values)
                    add(id, value.requirement, StoppedCall::Part::ParameterValue,
                        toQString(parameter.name) + u'=' + toQString(value.value));
            }
        }
        return std::move(m_found);
    }

private:
    bool add(EndpointId endpoint, const Requirement& requirement, StoppedCall::Part part, const QString& name)
    {
        if (!requirement.isMetBy(m_before) || requirement.isMetBy(m_after))
            return false;
        StoppedCall stopped{endpoint, part, name, {}};
        for (const ScopeId scope : requirement.mentioned()) {
            if (m_before.contains(scope) && !m_after.contains(scope))
                stopped.missing += toQString(m_catalog.scope(scope).name);
        }
        m_found.push_back(std::move(stopped));
        return true;
    }

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ScopeSet m_before;
    ScopeSet m_after;
    std::vector<StoppedCall> m_found;
};

std::vector<Discrepancy> discrepanciesOf(const ComparedScope& scope)
{
    std::vector<Discrepancy> found;
    const bool isNeeded = scope.isNeeded.value_or(false);
    if (isNeeded && scope.isRequested == false)
        found.push_back(Discrepancy::NeededNotRequested);
    if (isNeeded && !scope.isRequested && scope.isGranted == false)
        found.push_back(Discrepancy::NeededNotGranted);
    if (scope.isRequested == true && scope.isGranted == false)
        found.push_back(Discrepancy::RequestedNotGranted);
    if (scope.isRequested == false && scope.isGranted == true)
        found.push_back(Discrepancy::GrantedNotRequested);
    if (scope.isRequested == true && scope.isNeeded == false)
        found.push_back(Discrepancy::RequestedNotNeeded);
    if (!scope.isRequested && scope.isGranted == true && scope.isNeeded == false)
        found.push_back(Discrepancy::GrantedNotNeeded);
    return found;
}

/// 'GET https://…' where it stops as a whole, else 'the fields a, b of GET https://…' for all of one call's parts.
QString describeCall(const std::vector<StoppedCall>& parts, const ScopeCatalog& catalog)
{
    if (parts.size() == 1)
        return parts.front().describe(catalog);
    QStringList names;
    for (const StoppedCall& part : parts)
        names += visibleText(part.name, 100);
    const QString call = StoppedCall{parts.front().endpoint, StoppedCall::Part::Call, {}, {}}.describe(catalog);
    return (parts.front().part == StoppedCall::Part::Field ? tr("the fields %1 of %2") : tr("%1 at %2"))
        .arg(names.join(u", "_s), call);
}

/// What stops, call by call: the first few.
QString listed(const std::vector<StoppedCall>& stopped, const ScopeCatalog& catalog)
{
    constexpr qsizetype most = 8;
    QStringList calls;
    for (auto begin = stopped.begin(); begin != stopped.end();) {
        const auto end = std::find_if(begin, stopped.end(),
            [&](const StoppedCall& one) { return one.endpoint != begin->endpoint || one.part != begin->part; });
        calls += describeCall({begin, end}, catalog);
        begin = end;
    }
    const qsizetype more = calls.size() - most;
    if (more > 0)
        calls = calls.first(most) + QStringList{more == 1 ? tr("1 more call") : tr("%L1 more calls").arg(more)};
    return calls.join(u"; "_s);
}

QString consequence(const std::vector<StoppedCall>& stopped, const ScopeCatalog& catalog, bool isDocumented)
{
    if (!stopped.empty())
        return tr(" What stops working: %1.").arg(listed(stopped, catalog));
    return isDocumented ? tr(" No documented call depends on it alone.")
                        : tr(" The catalog does not document it, so what stops working is not known.");
}

Severity severityOf(Discrepancy discrepancy, const ComparedScope& scope)
{
    switch (discrepancy) {
    case Discrepancy::NeededNotRequested:
        return scope.isGranted == true ? Severity::Warning : Severity::Error;
    case Discrepancy::NeededNotGranted:
        return Severity::Error;
    case Discrepancy::RequestedNotGranted:
        return scope.isNeeded == true ? Severity::Error : Severity::Warning;
    case Discrepancy::GrantedNotRequested:
    case Discrepancy::RequestedNotNeeded:
    case Discrepancy::GrantedNotNeeded:
        return Severity::Warning;
    }
    Q_UNREACHABLE();
}

QString sentence(Discrepancy discrepancy, const ComparedScope& scope)
{
    switch (discrepancy) {
    case Discrepancy::NeededNotRequested:
        return scope.isGranted == true
            ? tr("'%1' is needed and was granted, but is not requested: the next sign-in may leave it out.")
            : tr("'%1' is needed but not requested: the user is never asked for it.");
    case Discrepancy::NeededNotGranted:
        return tr("'%1' is needed but was not granted.");
    case Discrepancy::RequestedNotGranted:
        return scope.isNeeded == true ? tr("'%1' is needed and was requested, but was not granted.")
                                      : tr("'%1' was requested but not granted.");
    case Discrepancy::GrantedNotRequested:
        return tr("'%1' was granted but is not requested: an earlier grant, or another part of the app, may have asked for it.");
    case Discrepancy::RequestedNotNeeded:
        return tr("'%1' is requested but needed by nothing: the user is asked for more than the app uses.");
    case Discrepancy::GrantedNotNeeded:
        return tr("'%1' was granted but is needed by nothing.");
    }
    Q_UNREACHABLE();
}

bool stopsSomething(Discrepancy discrepancy)
{
    return discrepancy == Discrepancy::RequestedNotGranted || discrepancy == Discrepancy::NeededNotGranted;
}

ComparisonStatement statement(
    Discrepancy discrepancy, const ComparedScope& scope, const std::vector<StoppedCall>& stopped, const ScopeCatalog& catalog)
{
    ComparisonStatement said{discrepancy, severityOf(discrepancy, scope), scope.name, {}, {}};
    said.text = sentence(discrepancy, scope).arg(visibleText(scope.name, 200));
    if (!stopsSomething(discrepancy))
        return said;
    std::copy_if(stopped.begin(), stopped.end(), std::back_inserter(said.stopped),
        [&](const StoppedCall& one) { return one.missing.contains(scope.name); });
    said.text += consequence(said.stopped, catalog, scope.isDocumented);
    return said;
}

} // namespace

QString nameOf(Discrepancy discrepancy)
{
    switch (discrepancy) {
    case Discrepancy::NeededNotRequested:
        return u"needed-not-requested"_s;
    case Discrepancy::NeededNotGranted:
        return u"needed-not-granted"_s;
    case Discrepancy::RequestedNotGranted:
        return u"requested-not-granted"_s;
    case Discrepancy::GrantedNotRequested:
        return u"granted-not-requested"_s;
    case Discrepancy::RequestedNotNeeded:
        return u"requested-not-needed"_s;
    case Discrepancy::GrantedNotNeeded:
        return u"granted-not-needed"_s;
    }
    Q_UNREACHABLE();
}

QString StoppedCall::describe(const ScopeCatalog& catalog) const
{
    const Endpoint& call = catalog.endpoint(endpoint);
    QString shown = visibleText(toQString(call.method) + u' ' + toQString(call.url), 300);
    switch (part) {
    case Part::Call:
        return shown;
    case Part::Field:
        return tr("the field %1 of %2").arg(visibleText(name, 100), shown);
    case Part::ParameterValue:
        return tr("%1 at %2").arg(visibleText(name, 100), shown);
    }
    Q_UNREACHABLE();
}

Comparison compare(const ComparedSets& sets, const ScopeCatalog& catalog)
{
    Comparison comparison;
    if (const auto& before = sets.requested ? sets.requested : sets.needed; before && sets.granted)
        comparison.stopped = StoppedCalls(catalog, documentedOf(*before, catalog), documentedOf(*sets.granted, catalog)).find();
    const Names requested = setOf(sets.requested);
    const Names granted = setOf(sets.granted);
    const Names needed = setOf(sets.needed);
    QSet<QString> seen;
    for (const auto& names : {sets.requested, sets.granted, sets.needed}) {
        for (const QString& name : names.value_or(QStringList())) {
            if (seen.contains(name))
                continue;
            seen.insert(name);
            ComparedScope scope{
                name, catalog.isDocumented(name), isIn(requested, name), isIn(granted, name), isIn(needed, name), {}};
            scope.discrepancies = discrepanciesOf(scope);
            for (const Discrepancy one : scope.discrepancies)
                comparison.statements.push_back(statement(one, scope, comparison.stopped, catalog));
            comparison.scopes.push_back(std::move(scope));
        }
    }
    return comparison;
}

} // namespace scopes
