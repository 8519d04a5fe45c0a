#include "cli/ListCommand.h"

#include "cli/CommandTable.h"
#include "cli/JsonOutput.h"
#include "cli/ListFormats.h"
#include "cli/Suggestion.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QStringList listFormats()
{
    return {u"table"_s, u"json"_s, u"csv"_s, u"tsv"_s, u"markdown"_s, u"html"_s};
}

ExitStatus run(Invocation& invocation)
{
    if (!invocation.operands().isEmpty())
        return invocation.fail(
            tr("'list' takes no operand; found '%1'.").arg(invocation.operands().constFirst()), ExitStatus::WrongUsage);
    const QStringList formats = listFormats();
    const QString asked = invocation.option(u"format"_s);
    const auto format = asked.isNull() ? 0 : formats.indexOf(asked);
    if (format < 0)
        return invocation.fail(tr("There is no format '%1' of a list.%2 There are %3.")
                                   .arg(asked, didYouMean(asked, formats), formats.join(u", "_s)),
            ExitStatus::WrongUsage);
    if (!asked.isNull() && invocation.isSet(u"json"_s))
        return invocation.fail(
            tr("--json and --format exclude each other: '--format json' prints the scopes alone."), ExitStatus::WrongUsage);
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    if (invocation.isSet(u"json"_s)) {
        writeJson(invocation.out(), u"list"_s, {{u"catalog"_s, catalog->id()}, {u"scopes"_s, scopesAsJson(*catalog)}});
        return ExitStatus::Fine;
    }
    switch (format) {
    case 0:
        invocation.out() << listAsTable(*catalog, invocation.columns());
        break;
    case 1:
        invocation.out() << listAsJson(*catalog);
        break;
    case 2:
        invocation.out() << listAsCsv(*catalog);
        break;
    case 3:
        invocation.out() << listAsTsv(*catalog);
        break;
    case 4:
        invocation.out() << listAsMarkdown(*catalog);
        break;
    default:
        invocation.out() << listAsHtml(*catalog);
    }
    return ExitStatus::Fine;
}

} // namespace

Command listCommand()
{
    return {u"list"_s, tr("[--format FORMAT]"), tr("list the catalog's scopes"),
        tr("Lists every scope of the catalog, in its order, with what the developer and the user are told of it.\n"),
        {{u"format"_s, tr("table (the default), json, csv, tsv, markdown or html"), u"FORMAT"_s}, jsonOption()}, run,
        Operand::None, {{u"format"_s, listFormats()}}};
}

} // namespace scopes
