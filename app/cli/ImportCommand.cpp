#include "cli/ImportCommand.h"

#include "import/CanonicalResult.h"
#include "import/DescriptionReader.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

ExitStatus run(Invocation& invocation)
{
    const QStringList files = invocation.operands();
    if (files.size() != 1)
        return invocation.fail(tr("'import' takes one file; found %1.").arg(files.size()), ExitStatus::WrongUsage);
    if (!invocation.isSet(u"canonical"_s))
        return invocation.fail(tr("Say with --canonical what to make of the file."), ExitStatus::WrongUsage);
    const auto read = readDescriptionFile(files.constFirst());
    invocation.report(read.problems, files.constFirst());
    if (!read)
        return ExitStatus::UnreadableInput;
    invocation.out() << QString::fromUtf8(canonicalResult(*read.value));
    return ExitStatus::Fine;
}

} // namespace

Command importCommand()
{
    return {u"import"_s, tr("--canonical FILE"), tr("read another provider's API description"),
        tr("Reads what a provider publishes about its API: OpenAPI 3, Swagger 2.0, Google API Discovery, Microsoft Graph\n"
           "permissions, an AWS IAM definition or server metadata; in JSON or YAML, recognised by its content.\n"),
        {{u"canonical"_s, tr("print scopes, operations and flows as JSON, always in the same order")}}, run, Operand::File};
}

} // namespace scopes
