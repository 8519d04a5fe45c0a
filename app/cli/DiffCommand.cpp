#include "cli/DiffCommand.h"

#include "analysis/DifferenceMarkdown.h"
#include "analysis/StatedScopes.h"
#include "catalog/BuiltInCatalog.h"
#include "cli/CommandTable.h"
#include "cli/DiffOutput.h"
#include "cli/Input.h"
#include "cli/JsonOutput.h"
#include "cli/Suggestion.h"
#include "document/VisibleText.h"
#include "import/CatalogOpener.h"
#include "import/DescriptionReader.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// One side: a catalog, or the scopes of a request.
struct Side
{
    CatalogPointer catalog; ///< null: it is a request
    QStringList scopes;
};

/// Our own catalogs name their format near their beginning; nothing else does.
bool isCatalog(const QString& text)
{
    return text.trimmed().startsWith(u'{') && text.contains(u"\"scope-explorer-catalog\""_s);
}

std::optional<Side> readSide(const QString& operand, const ScopeCatalog& known, Invocation& invocation)
{
    if (operand == "built-in"_L1) {
        auto catalog = builtInCatalog();
        invocation.report(catalog.problems, u"tiktok.json"_s);
        return catalog ? std::optional<Side>(Side{*catalog.value, {}}) : std::nullopt;
    }
    const auto input = readInput(operand, invocation);
    if (!input)
        return std::nullopt;
    const QByteArray bytes = input->text.toUtf8();
    if (!isCatalog(input->text) && !readDescription(bytes)) {
        const QStringList scopes = statedScopes(input->text, known);
        if (scopes.isEmpty())
            invocation.note(tr("In %1 no scope was found.").arg(input->shownName()));
        return Side{nullptr, scopes};
    }
    auto opened = openCatalog(bytes, originOf(operand));
    invocation.report(opened.problems, input->shownName());
    return opened ? std::optional<Side>(Side{opened.value->catalog, {}}) : std::nullopt;
}

QStringList formats()
{
    return {u"text"_s, u"markdown"_s};
}

/// What is wrong with options and operands; empty: nothing.
QString complaint(const Invocation& invocation)
{
    const QStringList operands = invocation.operands();
    const QString format = invocation.option(u"as"_s);
    if (operands.size() != 2)
        return tr("'diff' takes two operands, the old and the new; found %1.").arg(operands.size());
    if (operands.count(u"-"_s) + invocation.values(u"request"_s).count(u"-"_s) > 1)
        return tr("Standard input can be read once; '-' stands there twice.");
    if (!format.isNull() && !formats().contains(format))
        return tr("There is no format '%1' of a difference.%2 There are %3.")
            .arg(format, didYouMean(format, formats()), formats().join(u", "_s));
    if (!format.isNull() && invocation.isSet(u"json"_s))
        return tr("--json and --as exclude each other.");
    return {};
}

/// What the difference means for a request file; one that cannot be read is named as such.
RequestReport reportOn(
    const QString& file, const CatalogDifference& difference, const Side& before, const Side& after, Invocation& invocation)
{
    RequestReport report{file, {}, {}};
    const auto bytes = readBytes(file);
    const auto request = bytes ? readRequest(*bytes.value) : Result<RequestFile>(bytes.problems);
    invocation.report(request.problems, visibleText(file, 300));
    if (request)
        report.impacts = impactsOn(*request.value, *before.catalog, *after.catalog, difference);
    else
        report.problem = tr("It could not be read: %1").arg(toString(request.problems, visibleText(file, 300), 1).trimmed());
    return report;
}

/// What the options ask for; written for people where they ask for nothing.
void write(Invocation& invocation, const std::function<QJsonObject()>& json, const std::function<QString()>& markdown,
    const std::function<QString()>& text)
{
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"diff"_s, json());
    else
        invocation.out() << (invocation.option(u"as"_s) == "markdown"_L1 ? markdown() : text());
}

ExitStatus compareCatalogs(Invocation& invocation, const Side& before, const Side& after)
{
    const CatalogDifference difference = differenceOf(*before.catalog, *after.catalog);
    std::vector<RequestReport> reports;
    bool areReadable = true;
    for (const QString& file : invocation.values(u"request"_s)) {
        reports.push_back(reportOn(file, difference, before, after, invocation));
        areReadable = areReadable && reports.back().problem.isEmpty();
    }
    write(
        invocation, [&] { return toJson(difference, reports); },
        [&] { return differenceAsMarkdown(*before.catalog, *after.catalog, difference, reports); },
        [&] { return toText(difference, reports); });
    if (!areReadable)
        return ExitStatus::UnreadableInput;
    return difference.isEmpty() ? ExitStatus::Fine : ExitStatus::NotDone;
}

ExitStatus run(Invocation& invocation)
{
    if (const QString wrong = complaint(invocation); !wrong.isEmpty())
        return invocation.fail(wrong, ExitStatus::WrongUsage);
    const QStringList operands = invocation.operands();
    const CatalogPointer known = invocation.catalog();
    if (known == nullptr)
        return ExitStatus::UnreadableInput;
    const auto before = readSide(operands[0], *known, invocation);
    const auto after = before ? readSide(operands[1], *known, invocation) : std::nullopt;
    if (!before || !after)
        return ExitStatus::UnreadableInput;
    if ((before->catalog == nullptr) != (after->catalog == nullptr))
        return invocation.fail(
            tr("One of the two is a catalog and the other is not: name two catalogs or two requests."), ExitStatus::WrongUsage);
    if (before->catalog != nullptr)
        return compareCatalogs(invocation, *before, *after);
    if (invocation.isSet(u"request"_s))
        return invocation.fail(
            tr("--request asks what a change of a catalog means for a request: name two catalogs."), ExitStatus::WrongUsage);
    const RequestDifference difference = differenceOf(before->scopes, after->scopes, *known);
    write(
        invocation, [&] { return toJson(difference); }, [&] { return differenceAsMarkdown(difference); },
        [&] { return toText(difference); });
    return difference.isEmpty() ? ExitStatus::Fine : ExitStatus::NotDone;
}

} // namespace

Command diffCommand()
{
    return {u"diff"_s, tr("OLD NEW"), tr("tell what differs between two requests or two catalogs"),
        tr("Compares two requests (files, '-' for standard input, or texts that hold scopes) or two catalogs (files, or "
           "'built-in'\n"
           "for the one in the program). Tells what was added, removed and perhaps renamed; of catalogs, texts word by word and\n"
           "what calls need. With --request it tells what the change of a catalog means for request files: for their scopes,\n"
           "for what the user reads, and for the calls that are ticked in them.\n"
           "Exit code: 0 no difference, 1 some, 2 wrong usage, 3 input could not be read.\n"),
        {{u"as"_s, tr("text (the default) or markdown"), u"FORMAT"_s},
            {u"request"_s, tr("tell what it means for this request file; may be repeated"), u"FILE"_s}, jsonOption()},
        run, Operand::File, {{u"as"_s, formats()}}};
}

} // namespace scopes
