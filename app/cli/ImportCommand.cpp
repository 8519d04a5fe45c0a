#include "cli/ImportCommand.h"

#include "cli/Suggestion.h"
#include "document/BoundedFile.h"
#include "document/VisibleText.h"
#include "document/WholeFile.h"
#include "import/CanonicalResult.h"
#include "import/CatalogOpener.h"
#include "import/DescriptionReader.h"
#include "import/DocumentFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

const QStringList& groupingNames()
{
    static const QStringList names{u"automatic"_s, u"tags"_s, u"service"_s, u"name"_s};
    return names;
}

std::optional<Grouping> groupingOf(const QString& name)
{
    constexpr std::array groupings{Grouping::Automatic, Grouping::Tags, Grouping::Service, Grouping::Name};
    const qsizetype place = name.isNull() ? 0 : groupingNames().indexOf(name);
    return place < 0 ? std::nullopt : std::optional(groupings[static_cast<std::size_t>(place)]);
}

bool isSameFile(const QString& one, const QString& other)
{
    const QString path = QFileInfo(one).canonicalFilePath();
    return !path.isEmpty() && path == QFileInfo(other).canonicalFilePath();
}

/// Writes the whole file, or leaves what was there.
ExitStatus write(const QByteArray& json, const QString& path, Invocation& invocation)
{
    if (path == "-"_L1) {
        invocation.out() << QString::fromUtf8(json);
        return ExitStatus::Fine;
    }
    if (const QString why = writeWholeFile(path, json); !why.isEmpty())
        return invocation.fail(tr("The catalog was not written to %1: %2").arg(visibleText(path, 300), why), ExitStatus::NotDone);
    return ExitStatus::Fine;
}

ExitStatus writeCatalog(const ImportedDescription& description, const QString& source, Grouping grouping, Invocation& invocation)
{
    const QString target = invocation.option(u"to"_s);
    if (isSameFile(source, target))
        return invocation.fail(
            tr("%1 is the description itself. Name another file for the catalog.").arg(visibleText(target, 300)),
            ExitStatus::WrongUsage);
    const auto json = catalogJson(description, originOf(source), grouping);
    invocation.report(json.problems, source);
    return write(*json.value, target, invocation);
}

/// References to other files are followed only where the user says so.
Result<ImportedDescription> readInput(const QString& path, const DescriptionChoices& choices, const Invocation& invocation)
{
    const bool withFiles = invocation.isSet(u"with-files"_s) || invocation.isSet(u"files-from"_s);
    DocumentFiles files(path, invocation.values(u"files-from"_s));
    return readDescriptionFile(path, choices, withFiles ? &files : nullptr);
}

ExitStatus run(Invocation& invocation)
{
    const QStringList files = invocation.operands();
    if (files.size() != 1)
        return invocation.fail(tr("'import' takes one file; found %1.").arg(files.size()), ExitStatus::WrongUsage);
    const bool isCanonical = invocation.isSet(u"canonical"_s);
    if (isCanonical == invocation.isSet(u"to"_s))
        return invocation.fail(tr("Say what to make of the file: --canonical prints it, --to CATALOG.json writes a catalog."),
            ExitStatus::WrongUsage);
    const QString group = invocation.option(u"group"_s);
    const auto grouping = groupingOf(group);
    if (!grouping)
        return invocation.fail(tr("There is no grouping '%1'. There are: %2.%3")
                                   .arg(group, groupingNames().join(u", "_s), didYouMean(group, groupingNames())),
            ExitStatus::WrongUsage);
    DescriptionChoices choices;
    choices.undefinedSchemes = invocation.isSet(u"undefined-schemes"_s);
    if (invocation.isSet(u"columns"_s)) {
        auto chosen = TableColumns::fromText(invocation.option(u"columns"_s));
        if (!chosen)
            return invocation.fail(chosen.problems.front().message, ExitStatus::WrongUsage);
        choices.columns = *std::move(chosen.value);
    }
    const QString& file = files.constFirst();
    const auto read = readInput(file, choices, invocation);
    invocation.report(read.problems, file);
    if (!read)
        return ExitStatus::UnreadableInput;
    if (!isCanonical)
        return writeCatalog(*read.value, file, *grouping, invocation);
    invocation.out() << QString::fromUtf8(canonicalResult(*read.value));
    return ExitStatus::Fine;
}

} // namespace

Command importCommand()
{
    return {u"import"_s, tr("(--canonical | --to CATALOG.json) FILE"), tr("make a catalog of another provider's API description"),
        tr("Reads what a provider publishes about its API: OpenAPI 3, Swagger 2.0, Google API Discovery, Microsoft Graph\n"
           "permissions, an AWS IAM definition or server metadata; in JSON or YAML, recognised by its content. Notes on what\n"
           "is odd in it go to standard error. --catalog takes such a file too, wherever it takes a catalog.\n"
           "A table of scopes is read as well: CSV, TSV, Markdown or HTML. Its columns are guessed from the headings, or\n"
           "chosen by number or heading: --columns name=1,definition=3,user-display=4,topic=Group,product=5,approval=6.\n"
           "References to other files become notes, unless --with-files lets them be read; nothing is ever fetched.\n"),
        {{u"canonical"_s, tr("print scopes, operations and flows as JSON, always in the same order")},
            {u"to"_s, tr("write a catalog to FILE; '-' is standard output"), tr("FILE")},
            {u"group"_s, tr("make topics by tags, service or name; automatic chooses"), tr("GROUPING")},
            {u"with-files"_s, tr("follow references to files in the description's folder and below; never over a network")},
            {u"files-from"_s, tr("follow references to files in FOLDER too; may be repeated"), tr("FOLDER")},
            {u"undefined-schemes"_s, tr("take for scopes what calls list under schemes that the description does not define")},
            {u"columns"_s, tr("take the file for a table and say what its columns hold"), tr("COLUMNS")}},
        run, Operand::File, {{u"group"_s, groupingNames()}}};
}

} // namespace scopes
