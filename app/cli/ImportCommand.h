#pragma once

#include "cli/Command.h"

namespace scopes {

/// import --canonical FILE: what a provider's API description says of scopes.
Command importCommand();

} // namespace scopes
