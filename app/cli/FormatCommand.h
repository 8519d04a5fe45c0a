#pragma once

#include "cli/Command.h"

namespace scopes {

/// format --as NAME SCOPE…: the string or code for a request with these scopes.
Command formatCommand();

} // namespace scopes
