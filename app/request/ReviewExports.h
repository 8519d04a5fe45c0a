#pragma once

#include "request/ReviewSheet.h"

#include <vector>

namespace scopes {

/// The review sheet for people and other programs: the same sheet gives the same bytes. Every text is quoted for its target.

/// GitHub Flavored Markdown: a table of all scopes, then a section each.
QString reviewAsMarkdown(const ReviewSheet& sheet);

/// One HTML file that needs no other, opens offline and prints well. Only http and https addresses become links.
QString reviewAsHtml(const ReviewSheet& sheet);

/// A heading line and a line a scope, for a spreadsheet; readReviewCsv() takes it back.
QString reviewAsCsv(const ReviewSheet& sheet);

/// A scope whose note was changed here and in the sheet.
struct ReviewConflict
{
    QString scope;
    ReviewNote ours;
    ReviewNote theirs; ///< the sheet's
};

/// What an edited sheet says.
struct ReviewEdits
{
    ReviewNotes changed; ///< the notes that only the sheet changed, with the sheet's texts
    std::vector<ReviewConflict> conflicts;
    QStringList unknown; ///< scopes of the sheet that are neither requested nor noted; nothing is taken over for them
};

/// Reads an edited sheet. Columns are found by the heading, in any order; missing ones change nothing, and those that are ours
/// to know (definition, calls of the catalog...) are not read. A scope that is missing in the sheet stays as it is.
/// @return a problem where the text has no heading with the column 'scope', or a scope stands twice
Result<ReviewEdits> readReviewCsv(const QString& csv, const QStringList& requested, const ReviewNotes& notes);

} // namespace scopes
