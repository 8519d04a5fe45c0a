#pragma once

#include "cli/Command.h"

namespace scopes {

/// 'scan': the calls that files make, and the scopes that they name, need or lack.
Command scanCommand();

} // namespace scopes
