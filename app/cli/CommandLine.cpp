#include "cli/CommandLine.h"

#include "cli/CheckCommand.h"
#include "cli/Command.h"
#include "cli/ExplainCommand.h"
#include "cli/FormatCommand.h"
#include "cli/ImportCommand.h"
#include "cli/ListCommand.h"
#include "cli/Suggestion.h"
#include "cli/TextTable.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

std::vector<Command> commands()
{
    return {listCommand(), checkCommand(), explainCommand(), formatCommand(), importCommand()};
}

QStringList commandNames()
{
    QStringList names;
    for (const Command& command : commands())
        names += command.name;
    return names;
}

/// The options that every command has.
std::vector<QCommandLineOption> commonOptions()
{
    return {{u"catalog"_s, tr("read this catalog instead of the built-in one"), u"FILE"_s},
        {{u"h"_s, u"help"_s}, tr("print this text and end")}, {{u"V"_s, u"version"_s}, tr("print the version and end")}};
}

/// '-h, --help' or '--catalog FILE'.
QString spelled(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names())
        names += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    return names.join(u", "_s) + (option.valueName().isEmpty() ? QString() : u' ' + option.valueName());
}

QString optionsHelp(const std::vector<QCommandLineOption>& own)
{
    std::vector<QStringList> rows;
    for (const auto& options : {own, commonOptions()}) {
        for (const QCommandLineOption& option : options)
            rows.push_back({u"  "_s + spelled(option), option.description()});
    }
    return textTable(rows);
}

QString helpOf(const Command& command)
{
    return tr("Usage: %1 %2 [OPTION]... %3\n").arg(QCoreApplication::applicationName(), command.name, command.synopsis)
        + command.description + u'\n' + optionsHelp(command.options);
}

QString generalHelp()
{
    return tr("Usage: %1 COMMAND [OPTION]...\nAnswers about OAuth 2 scopes, without a window.\n\n")
               .arg(QCoreApplication::applicationName())
        + commandsHelp() + u'\n' + optionsHelp({})
        + tr("\nWith 'COMMAND --help', tells more of a command.\n"
             "Exit code: 0 fine, 1 could not be done, 2 wrong usage, 3 input could not be read.\n");
}

/// Takes the command's name, the first operand, out of the arguments; null if there is none. Only --catalog has a value that
/// can stand before it.
QString takeCommandName(QStringList& arguments)
{
    bool haveOptionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString argument = arguments[i];
        if (!haveOptionsEnded && argument == "--"_L1)
            haveOptionsEnded = true;
        else if (!haveOptionsEnded && argument == "--catalog"_L1)
            ++i;
        else if (haveOptionsEnded || argument.size() < 2 || !argument.startsWith(u'-'))
            return arguments.takeAt(i);
    }
    return {};
}

/// What is wrong with the options, or nothing.
QString complaint(const QCommandLineParser& parser, const std::vector<QCommandLineOption>& own)
{
    if (parser.unknownOptionNames().isEmpty())
        return parser.errorText();
    QStringList known;
    for (const auto& options : {own, commonOptions()}) {
        for (const QCommandLineOption& option : options)
            known += option.names().constLast();
    }
    const QString unknown = parser.unknownOptionNames().constFirst();
    const QString meant = nearest(unknown, known);
    const QString dashes = unknown.size() == 1 ? u"-"_s : u"--"_s;
    return tr("There is no option '%1'.").arg(dashes + unknown)
        + (meant.isNull() ? QString() : tr(" Did you mean '%1'?").arg(u"--"_s + meant));
}

ExitStatus failUsage(Console& console, const QString& sentence, const QString& helped)
{
    console.err << messagePrefix() << visibleText(sentence) << '\n' << tr("'%1 --help' tells what there is.").arg(helped) << '\n';
    return ExitStatus::WrongUsage;
}

/// Answers --help and --version, or runs @p command; null: the arguments named none.
ExitStatus runWith(const QStringList& arguments, const Command* command, Console& console)
{
    QCommandLineParser parser;
    const std::vector<QCommandLineOption> own = command != nullptr ? command->options : std::vector<QCommandLineOption>();
    for (const auto& options : {own, commonOptions()}) {
        for (const QCommandLineOption& option : options)
            parser.addOption(option);
    }
    const QString program = QCoreApplication::applicationName();
    const bool isParsed = parser.parse(QStringList{program} + arguments);
    if (parser.isSet(u"help"_s)) {
        console.out << (command != nullptr ? helpOf(*command) : generalHelp());
        return ExitStatus::Fine;
    }
    if (parser.isSet(u"version"_s)) {
        console.out << program << ' ' << QCoreApplication::applicationVersion() << '\n';
        return ExitStatus::Fine;
    }
    if (!isParsed)
        return failUsage(console, complaint(parser, own), command != nullptr ? program + u' ' + command->name : program);
    if (command == nullptr)
        return failUsage(console, tr("A command is missing."), program);
    Invocation invocation(parser, console);
    return command->run(invocation);
}

/// The width of the terminal that stdout is; 0 if it is none.
int terminalColumns()
{
#ifdef Q_OS_UNIX
    constexpr int usual = 80;
    if (isatty(STDOUT_FILENO) == 0)
        return 0;
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual;
#else
    return 0;
#endif
}

} // namespace

bool isCommand(const QString& word)
{
    return commandNames().contains(word);
}

QString commandsHelp()
{
    std::vector<QStringList> rows;
    for (const Command& command : commands())
        rows.push_back({u"  "_s + command.name, command.summary});
    return tr("Commands:\n") + textTable(rows);
}

int runCommand(const QStringList& arguments, Console& console)
{
    QStringList rest = arguments;
    const QString name = takeCommandName(rest);
    const std::vector<Command> known = commands();
    const auto command = std::find_if(known.begin(), known.end(), [&](const Command& one) { return one.name == name; });
    ExitStatus status = ExitStatus::Fine;
    if (!name.isNull() && command == known.end())
        status = failUsage(console, tr("There is no command '%1'.%2").arg(name, didYouMean(name, commandNames())),
            QCoreApplication::applicationName());
    else
        status = runWith(rest, command == known.end() ? nullptr : &*command, console);
    console.err.flush();
    console.out.flush();
    if (console.out.status() != QTextStream::Ok) {
        const QIODevice* const device = console.out.device();
        console.err << messagePrefix()
                    << tr("The output could not be written: %1.").arg(device != nullptr ? device->errorString() : QString())
                    << '\n';
        console.err.flush();
        return static_cast<int>(ExitStatus::NotDone);
    }
    return static_cast<int>(status);
}

int runCommand(const QStringList& arguments)
{
#ifdef SIGPIPE
    // A reader that has enough, such as head, ends the program without a word, even where the parent ignored the signal.
    std::signal(SIGPIPE, SIG_DFL);
#endif
    QFile out;
    QFile err;
    if (!out.open(stdout, QIODevice::WriteOnly) || !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return static_cast<int>(ExitStatus::NotDone);
    // Qt 6's text streams write UTF-8, whatever the locale is.
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    Console console{outStream, errStream, terminalColumns()};
    return runCommand(arguments, console);
}

} // namespace scopes
