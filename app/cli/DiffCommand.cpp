#include "cli/DiffCommand.h"

#include "catalog/BuiltInCatalog.h"
#include "cli/CommandTable.h"
#include "cli/DiffOutput.h"
#include "cli/Input.h"
#include "cli/JsonOutput.h"
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
        const QStringList scopes = inspect(input->text, known).scopes();
        if (scopes.isEmpty())
            invocation.note(tr("In %1 no scope was found.").arg(input->shownName()));
        return Side{nullptr, scopes};
    }
    auto opened = openCatalog(bytes, originOf(operand));
    invocation.report(opened.problems, input->shownName());
    return opened ? std::optional<Side>(Side{opened.value->catalog, {}}) : std::nullopt;
}

ExitStatus run(Invocation& invocation)
{
    const QStringList operands = invocation.operands();
    if (operands.size() != 2)
        return invocation.fail(
            tr("'diff' takes two operands, the old and the new; found %1.").arg(operands.size()), ExitStatus::WrongUsage);
    if (operands.count(u"-"_s) > 1)
        return invocation.fail(tr("Standard input can be read once; '-' stands there twice."), ExitStatus::WrongUsage);
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

    const bool wantsJson = invocation.isSet(u"json"_s);
    if (before->catalog != nullptr) {
        const CatalogDifference difference = differenceOf(*before->catalog, *after->catalog);
        if (wantsJson)
            writeJson(invocation.out(), u"diff"_s, toJson(difference));
        else
            invocation.out() << toText(difference);
        return difference.isEmpty() ? ExitStatus::Fine : ExitStatus::NotDone;
    }
    const RequestDifference difference = differenceOf(before->scopes, after->scopes, *known);
    if (wantsJson)
        writeJson(invocation.out(), u"diff"_s, toJson(difference));
    else
        invocation.out() << toText(difference);
    return difference.isEmpty() ? ExitStatus::Fine : ExitStatus::NotDone;
}

} // namespace

Command diffCommand()
{
    return {u"diff"_s, tr("OLD NEW"), tr("tell what differs between two requests or two catalogs"),
        tr("Compares two requests (files, '-' for standard input, or texts that hold scopes) or two catalogs (files, or "
           "'built-in'\n"
           "for the one in the program). Tells what was added, removed and perhaps renamed; of catalogs, texts word by word and\n"
           "what calls need. Exit code: 0 no difference, 1 some, 2 wrong usage, 3 input could not be read.\n"),
        {jsonOption()}, run, Operand::File};
}

} // namespace scopes
