#pragma once

#include <QString>

namespace scopes {

/// The scripts that complete the commands, their options and values in a shell. Names of scopes, calls and rules are asked for
/// with 'completion --words' when they are needed.
QString bashCompletion();
QString zshCompletion();
QString fishCompletion();

} // namespace scopes
