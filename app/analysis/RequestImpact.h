#pragma once

#include "analysis/CatalogDifference.h"
#include "analysis/Finding.h"
#include "request/RequestFile.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// What a change of the catalog may mean for a request.
enum class ImpactKind {
    OtherCatalog, ///< the request was made with neither of the two, so nothing else is said of it
    ScopeRemoved, ///< a requested scope is no longer documented
    ScopeRenamed, ///< the same, and it has another name now: so the catalog says, or it is a guess
    ScopeAppeared, ///< a requested scope was not documented before
    UserTextChanged, ///< what the user reads for a requested scope
    ScopeChanged, ///< anything else that is said of a requested scope
    CallRemoved, ///< a ticked call, field or value is no longer documented
    CallNeedsMore, ///< what is requested does not cover a call any more, or not what is now documented
    CallNeedsOther, ///< a call needs other scopes, and what is requested covers it as it did before
};

/// The stable name, such as 'scope-removed'.
QString nameOf(ImpactKind kind);

/// One thing that a change of the catalog means for a request.
struct RequestImpact
{
    ImpactKind kind = ImpactKind::ScopeRemoved;
    Severity severity = Severity::Note;
    QString subject; ///< the scope, the call ('id', 'id#field', 'id?parameter=value') or the catalog's id, as it is spelt
    QString message; ///< whole sentences, translated, safe to show
    QStringList scopes; ///< ScopeRenamed: the new name; CallNeedsMore: what is not requested of what is needed with least

    bool operator==(const RequestImpact&) const = default;
};

/// What the change from @p before to @p after, which differ by @p difference, means for a request: its scopes in request order,
/// then its ticked calls, then other calls that can be made with what is requested, or name a scope of it.
std::vector<RequestImpact> impactsOn(
    const RequestFile& request, const ScopeCatalog& before, const ScopeCatalog& after, const CatalogDifference& difference);

/// What is said of one request.
struct RequestReport
{
    QString name; ///< of its file, or what it is called; as it is
    QString problem; ///< why it could not be read: a whole sentence, translated, safe to show; empty: it could
    std::vector<RequestImpact> impacts;

    bool operator==(const RequestReport&) const = default;
};

} // namespace scopes
