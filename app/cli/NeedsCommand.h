#pragma once

#include "cli/Command.h"

namespace scopes {

/// 'needs': the smallest sets of scopes that calls need.
Command needsCommand();

} // namespace scopes
