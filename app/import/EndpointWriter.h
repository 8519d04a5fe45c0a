#pragma once

#include "document/Problem.h"
#include "document/ReadingProgress.h"
#include "import/ImportedDescription.h"
#include "import/JsonWriter.h"

namespace scopes {

/// Writes the catalog's member "endpoints". Gives notes on the calls that were left out. Stops, and leaves the member cut short,
/// when nobody waits any more.
Problems writeEndpoints(JsonWriter& json, const ImportedDescription& description, CountedProgress& progress);

} // namespace scopes
