#include "analysis/RequestImpact.h"

#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

using Alternatives = std::vector<QStringList>;

QString tr(const char* text)
{
    return QCoreApplication::translate("RequestImpact", text);
}

QString shown(const QString& text)
{
    return visibleText(text, 1000);
}

/// 'id' of 'id', 'id#field' and 'id?parameter=value'.
QString endpointOf(const QString& call)
{
    const auto isMark = [](QChar unit) { return unit == u'#' || unit == u'?'; };
    return call.left(std::find_if(call.begin(), call.end(), isMark) - call.begin());
}

/// The names of all parts of those endpoints.
QSet<QString> partsOf(const ScopeCatalog& catalog, const QSet<QString>& endpoints)
{
    QSet<QString> parts;
    if (endpoints.isEmpty())
        return parts;
    for (const Endpoint& endpoint : catalog.endpoints()) {
        const QString id = toQString(endpoint.id);
        if (!endpoints.contains(id))
            continue;
        parts.insert(id);
        for (const Field& field : endpoint.fields)
            parts.insert(id + u'#' + toQString(field.name));
        for (const Parameter& parameter : endpoint.parameters) {
            for (const ParameterValue& value : parameter.values)
                parts.insert(id + u'?' + toQString(parameter.name) + u'=' + toQString(value.value));
        }
    }
    return parts;
}

/// Gathers what a change means for one request.
class Impacts
{
public:
    Impacts(
        const RequestFile& request, const ScopeCatalog& before, const ScopeCatalog& after, const CatalogDifference& difference)
        : m_request(request)
        , m_before(before)
        , m_after(after)
        , m_difference(difference)
        , m_requested(request.scopes.begin(), request.scopes.end())
        , m_ticked(request.calls.begin(), request.calls.end())
    {
    }

    std::vector<RequestImpact> find()
    {
        if (!m_request.catalog.isEmpty() && m_request.catalog != m_before.id() && m_request.catalog != m_after.id()) {
            add(ImpactKind::OtherCatalog, Severity::Note, m_request.catalog,
                tr("The request was made with the catalog “%1”, which is neither of the two: nothing is said of it.")
                    .arg(shown(m_request.catalog)));
            return std::move(m_found);
        }
        findScopes();
        findLostCalls();
        for (const bool ticked : {true, false}) {
            for (const RequirementChange& change : m_difference.requirements) {
                if (isTicked(change.call) == ticked)
                    findNeed(change, ticked);
            }
        }
        return std::move(m_found);
    }

private:
    void add(ImpactKind kind, Severity severity, const QString& subject, const QString& message, const QStringList& scopes = {})
    {
        m_found.push_back({kind, severity, subject, message, scopes});
    }

    /// A field or value stands for its call as well.
    bool isTicked(const QString& call) const
    {
        return m_ticked.contains(call) || std::any_of(m_request.calls.begin(), m_request.calls.end(), [&](const QString& ticked) {
            return endpointOf(ticked) == call;
        });
    }

    void findScopes()
    {
        QHash<QString, const Renaming*> renamed;
        for (const Renaming& one : m_difference.renamed) {
            if (m_requested.contains(one.before))
                renamed.insert(one.before, &one);
        }
        QHash<QString, const EntryChange*> changed;
        for (const EntryChange& entry : m_difference.scopes) {
            if (m_requested.contains(entry.name))
                changed.insert(entry.name, &entry);
        }
        for (const QString& name : m_request.scopes) {
            const bool was = m_before.find(name) != noId;
            const bool is = m_after.find(name) != noId;
            if (was && !is && renamed.contains(name))
                addRenamed(*renamed.value(name));
            else if (was && !is)
                add(ImpactKind::ScopeRemoved, Severity::Error, name,
                    tr("%1 is no longer documented. Whether the provider still takes it is not known.").arg(shown(name)));
            else if (is && !was)
                add(ImpactKind::ScopeAppeared, Severity::Note, name, tr("%1 was not documented and now is.").arg(shown(name)));
            else if (const EntryChange* const entry = changed.value(name))
                addChanged(*entry);
        }
    }

    void addRenamed(const Renaming& renaming)
    {
        const QString former = shown(renaming.before);
        const QString now = shown(renaming.after);
        QString text = renaming.isDocumented
            ? tr("%1 is no longer documented: it is %2 now, as the catalog says.").arg(former, now)
            : tr("%1 is no longer documented. Perhaps it is %2 now, which is a guess: %3.").arg(former, now, renaming.why);
        if (m_requested.contains(renaming.after))
            text += u' ' + tr("%1 is requested already.").arg(now);
        add(ImpactKind::ScopeRenamed, Severity::Error, renaming.before, text, {renaming.after});
    }

    void addChanged(const EntryChange& entry)
    {
        // These decide who can ask for a scope and how; the others only describe it.
        static const QStringList weighty{u"product"_s, u"approval"_s, u"obtainedBy"_s, u"status"_s, u"region"_s};
        QStringList others;
        bool isWeighty = false;
        for (const ChangedText& change : entry.texts) {
            if (change.member == "userDisplay"_L1) {
                addUserText(entry.name, change);
            } else {
                others += memberInWords(change.member);
                isWeighty = isWeighty || weighty.contains(change.member);
            }
        }
        if (!others.isEmpty())
            add(ImpactKind::ScopeChanged, isWeighty ? Severity::Warning : Severity::Note, entry.name,
                tr("Of %1, this changed: %2.").arg(shown(entry.name), others.join(u", "_s)));
    }

    void addUserText(const QString& scope, const ChangedText& change)
    {
        const QString name = shown(scope);
        QString text;
        if (!change.before)
            text = tr("What the user reads for %1 was not published and now is: “%2”.").arg(name, shown(*change.after));
        else if (!change.after)
            text = tr("What the user reads for %1 is no longer published; it was: “%2”.").arg(name, shown(*change.before));
        else
            text = tr("The user reads another text for %1 now: “%2”, before: “%3”.")
                       .arg(name, shown(*change.after), shown(*change.before));
        add(ImpactKind::UserTextChanged, Severity::Warning, scope, text);
    }

    /// Ticked calls that only the first catalog has.
    void findLostCalls()
    {
        QSet<QString> endpoints;
        for (const QString& call : m_request.calls)
            endpoints.insert(endpointOf(call));
        const QSet<QString> former = partsOf(m_before, endpoints);
        const QSet<QString> now = partsOf(m_after, endpoints);
        for (const QString& call : m_request.calls) {
            if (former.contains(call) && !now.contains(call)) {
                m_lost.insert(call);
                add(ImpactKind::CallRemoved, Severity::Error, call,
                    tr("%1, which is ticked, is no longer documented.").arg(shown(call)));
            }
        }
    }

    /// What is not requested of the alternative that lacks least; nothing where one is covered, or none is documented.
    QStringList missing(const Alternatives& alternatives) const
    {
        QStringList least;
        bool isFirst = true;
        for (const QStringList& names : alternatives) {
            QStringList lacks;
            std::copy_if(names.begin(), names.end(), std::back_inserter(lacks),
                [this](const QString& name) { return !m_requested.contains(name); });
            if (isFirst || lacks.size() < least.size())
                least = lacks;
            isFirst = false;
        }
        return least;
    }

    bool names(const Alternatives& alternatives) const
    {
        const auto isRequested = [this](const QString& name) { return m_requested.contains(name); };
        return std::any_of(alternatives.begin(), alternatives.end(),
            [&](const QStringList& all) { return std::any_of(all.begin(), all.end(), isRequested); });
    }

    void findNeed(const RequirementChange& change, bool ticked)
    {
        if (m_lost.contains(change.call) || (!ticked && !names(change.before) && !names(change.after)))
            return;
        const bool wasCovered = !change.before.empty() && missing(change.before).isEmpty();
        const QStringList lacks = missing(change.after);
        QString text = ticked ? tr("What %1, which is ticked, needs changed from “%2” to “%3”.")
                              : tr("What %1 needs changed from “%2” to “%3”.");
        text = text.arg(shown(change.call), shown(needInWords(change.before)), shown(needInWords(change.after)));
        if (lacks.isEmpty()) {
            text += u' '
                + (change.after.empty() ? tr("Whether what is requested covers it is not known any more.")
                                        : tr("What is requested covers it."));
            add(ImpactKind::CallNeedsOther, Severity::Note, change.call, text);
        } else if (ticked || wasCovered) {
            text += u' ' + tr("Not requested: %1.").arg(shown(lacks.join(u", "_s)));
            add(ImpactKind::CallNeedsMore, ticked ? Severity::Error : Severity::Warning, change.call, text, lacks);
        } else {
            text += u' ' + tr("What is requested covers it neither way.");
            add(ImpactKind::CallNeedsOther, Severity::Note, change.call, text);
        }
    }

    const RequestFile& m_request; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ScopeCatalog& m_before; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const ScopeCatalog& m_after; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    const CatalogDifference& m_difference; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QSet<QString> m_requested;
    QSet<QString> m_ticked;
    QSet<QString> m_lost; ///< ticked calls that are no longer documented
    std::vector<RequestImpact> m_found;
};

} // namespace

QString nameOf(ImpactKind kind)
{
    switch (kind) {
    case ImpactKind::OtherCatalog:
        return u"other-catalog"_s;
    case ImpactKind::ScopeRemoved:
        return u"scope-removed"_s;
    case ImpactKind::ScopeRenamed:
        return u"scope-renamed"_s;
    case ImpactKind::ScopeAppeared:
        return u"scope-appeared"_s;
    case ImpactKind::UserTextChanged:
        return u"user-text-changed"_s;
    case ImpactKind::ScopeChanged:
        return u"scope-changed"_s;
    case ImpactKind::CallRemoved:
        return u"call-removed"_s;
    case ImpactKind::CallNeedsMore:
        return u"call-needs-more"_s;
    case ImpactKind::CallNeedsOther:
        return u"call-needs-other"_s;
    }
    Q_UNREACHABLE();
}

std::vector<RequestImpact> impactsOn(
    const RequestFile& request, const ScopeCatalog& before, const ScopeCatalog& after, const CatalogDifference& difference)
{
    return Impacts(request, before, after, difference).find();
}

} // namespace scopes
