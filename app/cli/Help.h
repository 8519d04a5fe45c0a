#pragma once

#include "cli/Command.h"

namespace scopes {

/// A line for each option: how it is spelt, and what it does.
QString optionsHelp(const std::vector<QCommandLineOption>& options);

/// --help of a command.
QString helpOf(const Command& command);

/// --help of the program of commands.
QString generalHelp();

} // namespace scopes
