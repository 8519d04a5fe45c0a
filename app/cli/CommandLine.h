#pragma once

#include <QString>
#include <QStringList>

namespace scopes {

struct Console;

/// True if the word names a command, such as 'list'.
bool isCommand(const QString& word);

/// The commands with what each does, a line each: for a program's --help.
QString commandsHelp();

/// What the exit codes mean, and where there is more help: the end of a program's --help.
QString exitCodesHelp();

/// Runs the command that is in the arguments, which are those behind the program's name, options included; options may stand
/// before the command's name too. Results go to stdout and messages to stderr, both in UTF-8. QCoreApplication's name and
/// version must be set; there need be no QCoreApplication.
/// @return the exit code: 0 fine, 1 could not be done, 2 wrong usage, 3 input could not be read
int runCommand(const QStringList& arguments);

/// The same with other streams.
int runCommand(const QStringList& arguments, Console& console);

} // namespace scopes
