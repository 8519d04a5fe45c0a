#pragma once

#include "document/Problem.h"
#include "document/ReadingProgress.h"
#include "import/ImportedDescription.h"
#include "import/ScopeTopics.h"

#include <QByteArray>
#include <QString>

namespace scopes {

/// Where a description is from, as the catalog will say.
struct ImportOrigin
{
    QString file; ///< its name without folders; may be empty
    QString date; ///< YYYY-MM-DD, of the file
};

/// The description in our catalog format (resources/catalog.schema.json), always the same bytes for the same arguments.
/// Operations become endpoints and their security the alternatives of what they need. An alternative without OAuth (an API
/// key) is no scope and stands in the endpoint's notes. Texts become plain text. What the document does not say of the
/// authorization request is RFC 6749's, with it as the source. The problems are notes on what was left out.
Result<QByteArray> catalogJson(const ImportedDescription& description, const ImportOrigin& origin,
    Grouping grouping = Grouping::Automatic, const ReadingProgress& progress = {});

} // namespace scopes
