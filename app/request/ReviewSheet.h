#pragma once

#include "catalog/ScopeCatalog.h"
#include "request/ReviewNotes.h"

#include <optional>
#include <vector>

namespace scopes {

/// What is missing in a row of a review sheet, or no longer fits.
enum class ReviewGap {
    NoReason, ///< the scope is requested, and nothing says why
    ScopeGone, ///< something is said of a scope that is no longer requested
    CallGone, ///< a call of the note is none that the app makes
};

/// The stable name, such as 'no-reason'.
QString nameOf(ReviewGap gap);

/// One scope for the reviewer.
struct ReviewRow
{
    QString scope;
    bool isRequested = false;
    bool isDocumented = false;
    QString definition; ///< empty where the scope is not documented
    std::optional<QString> userDisplay; ///< no value: not published
    QStringList calls; ///< documented calls that name it: 'GET https://…'
    QStringList fields; ///< documented fields that name it: 'endpoint#field'
    ReviewNote note;
    std::vector<ReviewGap> gaps;
    QStringList callsGone; ///< the calls of the note that the app no longer makes

    /// What is missing, in whole sentences; empty if nothing is. Translated.
    QString gapsInWords() const;
};

struct ReviewSheet
{
    QString catalog; ///< the catalog's name
    std::vector<ReviewRow> rows; ///< requested ones in request order, then those only noted, by name

    bool isComplete() const;

    /// How many rows miss nothing.
    int completeCount() const;
};

/// The sheet for the reviewer. @p madeCalls are the calls that the app makes, as the request file names calls; without a value
/// it is not known, and no call is said to be gone. A call counts as made also where only a field or a value of it is; a note may
/// name it by its id or by its address, with or without the method: 'GET https://host/path'.
ReviewSheet reviewSheet(const QStringList& requested, const ReviewNotes& notes, const ScopeCatalog& catalog,
    const std::optional<QStringList>& madeCalls = std::nullopt);

} // namespace scopes
