#pragma once

#include <QString>
#include <QStringList>

namespace scopes {

/// What the command line asks of the program.
struct ProgramOptions
{
    QString error; ///< a sentence where the rest cannot be used; empty: none
    bool wantsHelp = false;
    bool wantsVersion = false;
    bool isCommand = false; ///< a command without a window: its own room reads the arguments
    QString catalog; ///< path; empty: the built-in one
    QString screenshot; ///< path of the picture; empty: none is wanted
    QString file; ///< request, catalog or link to a request to open; empty: none
};

/// Reads the arguments behind the program's name, as GNU programs do: '--option VALUE' and '--option=VALUE', '--' ends the
/// options, and '-' alone is a file. Options of Qt's own, such as -style, are passed over. Options may stand anywhere.
ProgramOptions programOptions(const QStringList& arguments);

/// What --help prints.
QString usage();

} // namespace scopes
