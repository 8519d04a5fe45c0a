#pragma once

#include "models/ReviewModel.h"
#include "request/TableExports.h"
#include "widgets/DocumentPrint.h"

namespace scopes {

/// The columns of the review sheet as a table for exports, headed as the model heads them.
Table reviewTable(const ReviewModel& model, const std::vector<int>& columns);

/// The sheet for paper: with @p columns empty all of it, scope by scope; else a table of these.
PrintedPage reviewPage(const ReviewModel& model, const std::vector<int>& columns);

/// Writes the sheet to a file in the format that its name ends in: .md, .html, .csv or .pdf, else Markdown. With @p columns
/// empty all of it, and a CSV that can be read back; else a table of these. Gives why it could not; empty: written.
[[nodiscard]] QString saveReview(const QString& path, const ReviewModel& model, const std::vector<int>& columns);

} // namespace scopes
