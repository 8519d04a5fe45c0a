#pragma once

#include "cli/Command.h"

namespace scopes {

Command diffCommand();

} // namespace scopes
