#include "cli/CommandLine.h"

#include "cli/CommandTable.h"
#include "cli/Help.h"
#include "cli/ManPage.h"
#include "cli/OptionNames.h"
#include "cli/Suggestion.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

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

/// True if the argument is one of the options, or the beginning of its name.
bool isShortFor(const QString& argument, const QStringList& options)
{
    return argument.size() > 2
        && std::any_of(options.begin(), options.end(), [&](const QString& option) { return option.startsWith(argument); });
}

/// Takes the command's name, the first operand, out of the arguments; null if there is none. Only --catalog and
/// --overlay have a value that can stand before it.
QString takeCommandName(QStringList& arguments)
{
    bool haveOptionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString argument = arguments[i];
        if (!haveOptionsEnded && argument == "--"_L1)
            haveOptionsEnded = true;
        else if (!haveOptionsEnded && isShortFor(argument, {u"--catalog"_s, u"--overlay"_s}))
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

void addOptions(QCommandLineParser& parser, const std::vector<QCommandLineOption>& own)
{
    for (const auto& options : {own, commonOptions()}) {
        for (const QCommandLineOption& option : options)
            parser.addOption(option);
    }
    // Not for users, who have the page: it keeps the page and --help the same.
    QCommandLineOption man(u"man"_s);
    man.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(man);
}

/// Answers --help and --version, or runs @p command; null: the arguments named none.
ExitStatus runWith(const QStringList& arguments, const Command* command, Console& console)
{
    QCommandLineParser parser;
    const std::vector<QCommandLineOption> own = command != nullptr ? command->options : std::vector<QCommandLineOption>();
    addOptions(parser, own);
    const QString program = QCoreApplication::applicationName();
    std::vector<QCommandLineOption> all = own;
    const std::vector<QCommandLineOption> common = commonOptions();
    all.insert(all.end(), common.begin(), common.end());
    const bool isParsed = parser.parse(QStringList{program} + withWholeOptionNames(arguments, all));
    if (parser.isSet(u"help"_s)) {
        console.out << (command != nullptr ? helpOf(*command) : generalHelp());
        return ExitStatus::Fine;
    }
    if (command == nullptr && parser.isSet(u"man"_s)) {
        console.out << manPage();
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
    if (!parser.isSet(u"quiet"_s)) {
        Invocation invocation(parser, console);
        return command->run(invocation);
    }
    QString unread;
    QTextStream nowhere(&unread);
    Console quiet{nowhere, console.err};
    Invocation invocation(parser, quiet);
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

/// https://no-color.org: any value but the empty one says no.
bool wantsColours()
{
    return qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

} // namespace

bool isCommand(const QString& word)
{
    return commandNames().contains(word);
}

int runCommand(const QStringList& arguments, Console& console)
{
    QStringList rest = arguments;
    const QString name = takeCommandName(rest);
    const std::vector<Command>& known = commandTable();
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
    // Qt 6's text streams write UTF-8, whatever the locale is; numbers must not follow it either.
    QLocale::setDefault(QLocale::c());
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    const int columns = terminalColumns();
    Console console{outStream, errStream, columns, columns > 0 && wantsColours()};
    return runCommand(arguments, console);
}

} // namespace scopes
