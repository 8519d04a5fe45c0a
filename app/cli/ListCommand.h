#pragma once

#include "cli/Command.h"

namespace scopes {

/// list [--format table|json|csv|markdown]: every scope of the catalog.
Command listCommand();

} // namespace scopes
