#pragma once

#include "request/ReviewSheet.h"
#include "request/TableExports.h"

namespace scopes {

/// The review sheet as the provider asks for it: a row a scope, a column a question of the form, headed in the provider's words.
/// Questions whose column the sheet does not have are left out.
Table reviewFormTable(const ReviewSheet& sheet, const ReviewForm& form);

/// The form of that id; null: the provider documents none.
const ReviewForm* findReviewForm(const ScopeCatalog& catalog, const QString& id);

} // namespace scopes
