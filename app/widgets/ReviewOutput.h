#pragma once

#include "request/ReviewForms.h"
#include "widgets/DocumentPrint.h"

namespace scopes {

// The review sheet as 'scope-explorer review' prints it: all of it, scope by scope, or with a form of the provider as a table.

/// The sheet for paper. @p form may be null.
PrintedPage reviewPage(const ReviewSheet& sheet, const ReviewForm* form);

/// The sheet as Markdown. @p form may be null.
QString reviewText(const ReviewSheet& sheet, const ReviewForm* form);

/// Writes the sheet to a file in the format that its name ends in: .md, .html, .csv or .pdf, else Markdown. Without a form the
/// CSV can be read back. Gives why it could not; empty: written.
[[nodiscard]] QString saveReview(const QString& path, const ReviewSheet& sheet, const ReviewForm* form);

} // namespace scopes
