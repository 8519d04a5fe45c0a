#pragma once

#include "analysis/Finding.h"
#include "catalog/ScopeCatalog.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace scopes {

/// The sets that are compared; one that is not known has no value, which is not the same as an empty one. Each name as it is
/// spelt; one that stands twice counts once.
struct ComparedSets
{
    std::optional<QStringList> requested; ///< what the application asks for
    std::optional<QStringList> granted; ///< what the user agreed to, as the token response says
    std::optional<QStringList> needed; ///< what the application's calls need
};

/// How a scope's places in the sets do not fit together.
enum class Discrepancy {
    NeededNotRequested,
    NeededNotGranted, ///< where no request is known
    RequestedNotGranted,
    GrantedNotRequested,
    RequestedNotNeeded,
    GrantedNotNeeded, ///< where no request is known
};

/// The stable name, such as 'requested-not-granted'.
QString nameOf(Discrepancy discrepancy);

/// A scope that stands in one of the sets at least.
struct ComparedScope
{
    QString name;
    bool isDocumented = false; ///< the catalog knows it
    std::optional<bool> isRequested; ///< no value: that set is not known
    std::optional<bool> isGranted;
    std::optional<bool> isNeeded;
    std::vector<Discrepancy> discrepancies;
};

/// A documented call, or a part of one, that the request allows and the grant does not.
struct StoppedCall
{
    enum class Part { Call, Field, ParameterValue };

    EndpointId endpoint = noId;
    Part part = Part::Call;
    QString name; ///< of the field, or 'parameter=value'; empty for the whole call
    QStringList missing; ///< the scopes asked for that would let it work and were not granted, in catalog order

    /// 'POST https://…' or 'field bio_description of GET https://…'; translated, safe to show.
    QString describe(const ScopeCatalog& catalog) const;
};

/// What a comparison says of one scope or of the sets as a whole.
struct ComparisonStatement
{
    Discrepancy discrepancy = Discrepancy::RequestedNotGranted;
    Severity severity = Severity::Warning;
    QString scope;
    QString text; ///< whole sentences: what does not fit and what follows; translated, safe to show
    std::vector<StoppedCall> stopped; ///< what stops working for want of this scope
};

struct Comparison
{
    std::vector<ComparedScope> scopes; ///< those requested, then those only granted, then those only needed
    std::vector<StoppedCall> stopped; ///< in catalog order; a call that stops as a whole stands here without its fields
    std::vector<ComparisonStatement> statements; ///< in the order of the scopes; none: the sets fit together
};

/// Compares two or three sets. Nothing is said about a set that is not known. What stops working is what some documented
/// requirement allows with the requested scopes (where no request is known: the needed ones) and none with the granted.
Comparison compare(const ComparedSets& sets, const ScopeCatalog& catalog);

} // namespace scopes
