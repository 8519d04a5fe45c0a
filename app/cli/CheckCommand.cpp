#include "cli/CheckCommand.h"

#include "cli/CheckOutput.h"
#include "cli/JsonOutput.h"
#include "cli/ReportOutput.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

Check checked(Input input, const ScopeCatalog& catalog, const AppProfile* profile)
{
    Check check{std::move(input), {}, {}, {}};
    check.inspection = inspect(check.input.text, catalog);
    check.findings = findingsOf(check.inspection, catalog, profile);
    // Another look at the text costs as much as the first one.
    const bool isRepairable =
        std::any_of(check.findings.begin(), check.findings.end(), [](const Finding& one) { return one.fix && one.fix->isSafe; });
    check.repaired =
        isRepairable ? inspect(repaired(check.input.text, catalog, profile), catalog).masked() : check.inspection.masked();
    return check;
}

/// One input gives its answer as it is; several are listed, each with the name of its input.
QJsonObject answerOf(const std::vector<Check>& checks, const ScopeCatalog& catalog)
{
    if (checks.size() == 1)
        return toJson(checks.front(), catalog);
    QJsonArray inputs;
    for (const Check& check : checks) {
        QJsonObject answer = toJson(check, catalog);
        answer.insert(u"input"_s, check.input.name);
        inputs.append(answer);
    }
    return {{u"inputs"_s, inputs}};
}

void writeTexts(QTextStream& out, const std::vector<Check>& checks, const ScopeCatalog& catalog, bool hasColours)
{
    for (const Check& check : checks) {
        if (checks.size() > 1)
            out << (&check == &checks.front() ? "" : "\n") << "== " << check.input.shownName() << '\n';
        writeText(out, check, catalog, hasColours);
    }
}

void write(Invocation& invocation, ReportOutput output, const std::vector<Check>& checks, const ScopeCatalog& catalog,
    const FailOn& failOn)
{
    std::vector<ReportedInput> reports;
    if (output == ReportOutput::Sarif || output == ReportOutput::Junit) {
        for (const Check& check : checks)
            reports.push_back(reported(check));
    }
    switch (output) {
    case ReportOutput::Words:
        return writeTexts(invocation.out(), checks, catalog, invocation.hasColours());
    case ReportOutput::Json:
        return writeJson(invocation.out(), u"check"_s, answerOf(checks, catalog));
    case ReportOutput::Sarif:
        invocation.out() << QString::fromUtf8(sarifReport(reports));
        return;
    case ReportOutput::Junit:
        invocation.out() << QString::fromUtf8(junitReport(reports, failOn, u"check"_s));
        return;
    }
}

/// True for a word that is more like the name of a file than like a text to check. Unsaid, a slip in a file's name would pass
/// for a text without faults.
bool looksLikeMissingFile(const Check& check)
{
    static const QRegularExpression fileName(u"^[^\\s?=,:]*[^\\s?=,:./]\\.[A-Za-z]{1,5}$"_s);
    return check.input.name.isEmpty() && check.inspection.occurrences.empty() && fileName.match(check.input.text).hasMatch();
}

/// Says that the last word may be meant as a file. Among other inputs it is taken for that, and its check is taken back.
bool acceptAsText(Invocation& invocation, std::vector<Check>& checks)
{
    const QString name = checks.back().inspection.masked();
    if (invocation.operands().size() == 1) {
        invocation.note(tr("There is no file '%1'; it was checked as a text.").arg(name));
        return true;
    }
    checks.pop_back();
    invocation.fail(tr("There is no file '%1', and as a text it holds no scope.").arg(name), ExitStatus::UnreadableInput);
    return false;
}

bool isFailure(const Check& check, const FailOn& failOn)
{
    return std::any_of(
        check.findings.begin(), check.findings.end(), [&](const Finding& one) { return failOn.includes(one.severity); });
}

ExitStatus run(Invocation& invocation)
{
    const auto output = reportOutput(invocation);
    const auto failOn = FailOn::from(invocation, Severity::Error);
    const QStringList operands = invocation.operands().isEmpty() ? QStringList{u"-"_s} : invocation.operands();
    if (!output || !failOn)
        return ExitStatus::WrongUsage;
    if (operands.count(u"-"_s) > 1)
        return invocation.fail(tr("Standard input can be read once; '-' stands there twice."), ExitStatus::WrongUsage);
    const CatalogPointer catalog = invocation.catalog();
    const auto profile = readProfile(invocation);
    if (catalog == nullptr || !profile)
        return ExitStatus::UnreadableInput;

    ExitStatus status = ExitStatus::Fine;
    std::vector<Check> checks;
    for (const QString& operand : operands) {
        auto input = readInput(operand, invocation);
        if (input)
            checks.push_back(checked(std::move(*input), *catalog, *profile ? &**profile : nullptr));
        if (!input || (looksLikeMissingFile(checks.back()) && !acceptAsText(invocation, checks)))
            status = ExitStatus::UnreadableInput;
    }
    if (status == ExitStatus::Fine
        && std::any_of(checks.begin(), checks.end(), [&](const Check& one) { return isFailure(one, *failOn); }))
        status = ExitStatus::NotDone;
    if (!checks.empty())
        write(invocation, *output, checks, *catalog, *failOn);
    return status;
}

} // namespace

Command checkCommand()
{
    std::vector<QCommandLineOption> options = reportOptions();
    options.insert(options.begin(),
        {{u"profile"_s, tr("check against the approved scopes of this app profile"), u"FILE"_s},
            FailOn::option(Severity::Error)});
    return {u"check"_s, tr("[TEXT | FILE | -]..."), tr("find what is wrong with a text that holds scopes"),
        tr("Checks an authorization URL, a scope list, code, configuration or whatever holds scopes, and says what is wrong, who "
           "says\n"
           "so and how to mend it. An operand that names a file is read from there, '-' or none from standard input. What ends "
           "like\n"
           "a file's name, such as .json, .env or .txt, must be a file. Secrets are masked. Exit code: 0 no error, 1 some, 2 "
           "wrong\n"
           "usage, 3 some input could not be read.\n"),
        options, run, Operand::File, {{u"fail-on"_s, FailOn::values()}}};
}

} // namespace scopes
