#pragma once

#include "cli/Command.h"

namespace scopes {

/// explain RULE: the documentation of a rule of 'check'.
Command explainCommand();

} // namespace scopes
