#include "cli/Help.h"

#include "cli/CommandLine.h"
#include "cli/CommandTable.h"
#include "cli/TextTable.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// '-h, --help' or '--catalog FILE'.
QString spelled(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names())
        names += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    return names.join(u", "_s) + (option.valueName().isEmpty() ? QString() : u' ' + option.valueName());
}

} // namespace

QString optionsHelp(const std::vector<QCommandLineOption>& options)
{
    std::vector<QStringList> rows;
    rows.reserve(options.size());
    for (const QCommandLineOption& option : options)
        rows.push_back({u"  "_s + spelled(option), option.description()});
    return textTable(rows);
}

QString commandsHelp()
{
    std::vector<QStringList> rows;
    rows.reserve(commandTable().size());
    for (const Command& command : commandTable())
        rows.push_back({u"  "_s + command.name, command.summary});
    return tr("Commands:\n") + textTable(rows);
}

QString exitCodesHelp()
{
    return tr("With 'COMMAND --help', tells more of a command.\n"
              "Exit code: 0 fine, 1 could not be done, 2 wrong usage, 3 input could not be read.\n");
}

QString helpOf(const Command& command)
{
    std::vector<QCommandLineOption> options = command.options;
    const auto common = commonOptions();
    options.insert(options.end(), common.begin(), common.end());
    return tr("Usage: %1 %2 [OPTION]... %3\n").arg(QCoreApplication::applicationName(), command.name, command.synopsis)
        + command.description + u'\n' + optionsHelp(options);
}

QString generalHelp()
{
    return tr("Usage: %1 COMMAND [OPTION]...\nAnswers about OAuth 2 scopes, without a window.\n\n")
               .arg(QCoreApplication::applicationName())
        + commandsHelp() + u'\n' + optionsHelp(commonOptions()) + u'\n' + exitCodesHelp();
}

} // namespace scopes
