#pragma once

#include "cli/Command.h"

namespace scopes {

Command completionCommand();

} // namespace scopes
