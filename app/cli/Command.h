#pragma once

#include "catalog/ScopeCatalog.h"
#include "document/Problem.h"

#include <QCommandLineParser>
#include <QString>
#include <QTextStream>

#include <vector>

namespace scopes {

/// How a command ended; the values are the program's exit codes.
enum class ExitStatus {
    Fine = 0,
    NotDone = 1, ///< the message says why
    WrongUsage = 2,
    UnreadableInput = 3 ///< the message names file and place
};

/// Where a command writes.
struct Console
{
    QTextStream& out; ///< results
    QTextStream& err; ///< messages
    int columns = 0; ///< width of the terminal that out is; 0: it is none, so nothing is wrapped
    bool hasColours = false; ///< out is a terminal that may be coloured
};

/// One run of a command: its options, and what all commands share.
class Invocation
{
public:
    Invocation(const QCommandLineParser& options, Console& console)
        : m_options(options)
        , m_console(console)
    {
    }

    /// The value of an option; null where it was not given.
    QString option(const QString& name) const { return m_options.isSet(name) ? m_options.value(name) : QString(); }

    /// Each value of an option that may be given more than once.
    QStringList values(const QString& name) const { return m_options.values(name); }

    /// True if an option was given; for those without a value.
    bool isSet(const QString& name) const { return m_options.isSet(name); }

    QStringList operands() const { return m_options.positionalArguments(); }

    QTextStream& out() { return m_console.out; }

    int columns() const { return m_console.columns; }

    bool hasColours() const { return m_console.hasColours; }

    /// True if only the exit code is wanted: notes are not said then, and out() leads nowhere.
    bool isQuiet() const { return isSet(QStringLiteral("quiet")); }

    /// The catalog of --catalog, else the built-in one, with its overlay: that of --overlay, else the one that lies beside it,
    /// unless --no-overlay is given. Null if one of them cannot be read: why has been said then, and the command ends with
    /// UnreadableInput. Notes are said too.
    CatalogPointer catalog();

    /// Says a sentence on stderr, made safe to show; not where the user wants quiet.
    void note(const QString& sentence);

    /// Says what is wrong with a file, or odd in it: a line each. Where the user wants quiet, only what is wrong.
    void report(const Problems& problems, const QString& file);

    /// Says why the command cannot go on, and gives what it ends with.
    ExitStatus fail(const QString& sentence, ExitStatus outcome);

private:
    CatalogPointer withoutOverlay();
    void say(const QString& sentence);

    const QCommandLineParser& m_options; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Console& m_console; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

/// What a command's operands are: for the completion in shells.
enum class Operand { None, AnyText, File, Scope, Call, ScopeOrCall, Rule, Shell };

/// The values that an option takes: for the completion in shells.
struct OptionChoice
{
    QString option; ///< its long name
    QStringList values;
};

/// A command: one file each, listed in commandTable().
struct Command
{
    QString name;
    QString synopsis; ///< what follows the name
    QString summary; ///< half a line
    QString description; ///< for --help, ends with a line feed
    std::vector<QCommandLineOption> options; ///< but for those that all commands have
    ExitStatus (*run)(Invocation& invocation) = nullptr;
    Operand operand = Operand::AnyText;
    std::vector<OptionChoice> choices = {}; ///< of those options that take one of a few values
};

/// Starts a message on stderr as GNU programs do: 'scope-explorer: '.
QString messagePrefix();

} // namespace scopes
