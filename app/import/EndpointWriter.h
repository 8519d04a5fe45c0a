#pragma once

#include "document/Problem.h"
#include "import/ImportedDescription.h"
#include "import/JsonWriter.h"

namespace scopes {

/// Writes the catalog's member "endpoints". Gives notes on the calls that were left out.
Problems writeEndpoints(JsonWriter& json, const ImportedDescription& description);

} // namespace scopes
