#pragma once

#include "cli/Command.h"

namespace scopes {

Command showCommand();

} // namespace scopes
