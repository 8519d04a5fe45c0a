#pragma once

#include "cli/Command.h"

namespace scopes {

/// check [--profile FILE] [--json] [TEXT | FILE | -]: what is wrong with a text that holds scopes.
Command checkCommand();

} // namespace scopes
