#pragma once

#include "catalog/MemberReader.h"

namespace scopes {

/// One element of the catalog's member "endpoints". Sources and scopes must be known to the context.
Endpoint readEndpoint(ReadingContext& context, Value value);

} // namespace scopes
