#include "cli/CommandTable.h"

#include "cli/AuthorizeCommand.h"
#include "cli/CheckCommand.h"
#include "cli/CompareCommand.h"
#include "cli/CompletionCommand.h"
#include "cli/DiffCommand.h"
#include "cli/ExplainCommand.h"
#include "cli/FormatCommand.h"
#include "cli/ImportCommand.h"
#include "cli/ListCommand.h"
#include "cli/NeedsCommand.h"
#include "cli/ReviewCommand.h"
#include "cli/ScanCommand.h"
#include "cli/ShowCommand.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace

const std::vector<Command>& commandTable()
{
    static const std::vector<Command> commands{
        listCommand(),
        showCommand(),
        checkCommand(),
        compareCommand(),
        diffCommand(),
        explainCommand(),
        formatCommand(),
        importCommand(),
        needsCommand(),
        scanCommand(),
        authorizeCommand(),
        reviewCommand(),
        completionCommand(),
    };
    return commands;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command& command : commandTable())
        names += command.name;
    return names;
}

std::vector<QCommandLineOption> commonOptions()
{
    return {{u"catalog"_s, tr("read this catalog instead of the built-in one"), u"FILE"_s},
        {u"overlay"_s, tr("add this overlay to the catalog instead of the one beside it"), u"FILE"_s},
        {u"no-overlay"_s, tr("take the catalog without an overlay")},
        {{u"q"_s, u"quiet"_s}, tr("print no results and no notes; the exit code answers")},
        {{u"h"_s, u"help"_s}, tr("print this text and end")}, {{u"V"_s, u"version"_s}, tr("print the version and end")}};
}

QCommandLineOption jsonOption()
{
    return {u"json"_s, tr("print JSON, as the file output.schema.json describes it")};
}

} // namespace scopes
