#pragma once

#include "cli/Command.h"

namespace scopes {

Command reviewCommand();

} // namespace scopes
