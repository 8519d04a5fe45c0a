#pragma once

#include "cli/Command.h"

namespace scopes {

/// 'authorize': the authorization request as an address or as code.
Command authorizeCommand();

} // namespace scopes
