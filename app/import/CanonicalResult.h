#pragma once

#include "import/ImportedDescription.h"

#include <QByteArray>

namespace scopes {

/// What was imported as JSON, for programs: `scopes`, `operations`, `flows` and, where there is one, `unknownSchemeScopes`.
/// Lists are in code point order, flows in document order, so that equal documents give equal bytes. Ends with a line feed.
QByteArray canonicalResult(const ImportedDescription& description);

} // namespace scopes
