#include "cli/CommandLine.h"

#include <QCoreApplication>

/// scope-explorer-cli: the commands alone, without the libraries that a window needs.
int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("scope-explorer-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SCOPE_EXPLORER_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return scopes::runCommand(arguments);
}
