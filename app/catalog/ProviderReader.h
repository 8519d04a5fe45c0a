#pragma once

#include "catalog/MemberReader.h"

namespace scopes {

/// Fills the context's provider from the catalog's member "provider". Sources and scopes must have been read before.
void readProvider(ReadingContext& context, Value value);

} // namespace scopes
