#pragma once

#include "cli/Command.h"

namespace scopes {

/// Every command, in the order of --help.
const std::vector<Command>& commandTable();

QStringList commandNames();

/// The options that every command has.
std::vector<QCommandLineOption> commonOptions();

/// --json, for the commands that have it: the same answer for programs, as resources/output.schema.json describes it.
QCommandLineOption jsonOption();

} // namespace scopes
