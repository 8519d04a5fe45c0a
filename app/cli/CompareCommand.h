#pragma once

#include "cli/Command.h"

namespace scopes {

Command compareCommand();

} // namespace scopes
