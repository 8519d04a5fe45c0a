#include "cli/ScanCommand.h"

#include "cli/FailOn.h"
#include "cli/JsonOutput.h"
#include "cli/NeedsOutput.h"
#include "cli/ReportOutput.h"
#include "cli/ScanFindings.h"
#include "document/VisibleText.h"
#include "request/RequestFile.h"
#include "scan/Scan.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QJsonArray toJson(const std::vector<ScanPlace>& places)
{
    QJsonArray list;
    for (const ScanPlace& place : places)
        list.append(QJsonObject{{u"file"_s, place.file}, {u"line"_s, place.line}});
    return list;
}

QJsonArray toJson(const std::vector<RequestedScope>& scopes)
{
    QJsonArray list;
    for (const RequestedScope& one : scopes)
        list.append(QJsonObject{{u"scope"_s, one.name}, {u"documented"_s, one.scope != noId}, {u"places"_s, toJson(one.places)}});
    return list;
}

QJsonObject toJson(const ScanReport& report, const ScopeCatalog& catalog)
{
    QJsonArray used;
    for (const UsedPart& one : report.used)
        used.append(QJsonObject{{u"call"_s, nameOf(one.part, catalog)}, {u"places"_s, toJson(one.places)}});
    QJsonArray missing;
    for (const MissingNeed& one : report.missing) {
        QJsonArray alternatives;
        for (const auto& scopes : one.missing)
            alternatives.append(QJsonArray::fromStringList(namesOf(scopes, catalog)));
        missing.append(
            QJsonObject{{u"call"_s, nameOf(one.part, catalog)}, {u"missing"_s, alternatives}, {u"places"_s, toJson(one.places)}});
    }
    return {{u"used"_s, used}, {u"requested"_s, toJson(report.requested)}, {u"unused"_s, toJson(report.unused)},
        {u"missing"_s, missing}, {u"undocumented"_s, QJsonArray::fromStringList(namesOf(report.undocumented, catalog))},
        {u"filesRead"_s, report.filesRead}, {u"filesPassedOver"_s, report.filesPassedOver},
        {u"bytesRead"_s, static_cast<double>(report.bytesRead)}};
}

/// 'FILE:LINE' a line, as compilers write it, so that editors jump there.
void writePlaces(QTextStream& out, const std::vector<ScanPlace>& places)
{
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i)
        out << "    " << visibleText(places[i].file) << ':' << places[i].line << '\n';
    if (places.size() > most)
        out << (places.size() == most + 1 ? tr("    and in 1 more place\n")
                                          : tr("    and in %1 more places\n").arg(places.size() - most));
}

void writeScopes(QTextStream& out, const QString& heading, const std::vector<RequestedScope>& scopes)
{
    if (scopes.empty())
        return;
    out << heading;
    for (const RequestedScope& one : scopes) {
        out << "  " << visibleText(one.name) << (one.scope == noId ? tr(" (not documented)") : QString()) << '\n';
        writePlaces(out, one.places);
    }
}

void writeText(QTextStream& out, const ScanReport& report, const ScopeCatalog& catalog)
{
    out << tr("Files read: %1; binary files passed over: %2.\n").arg(report.filesRead).arg(report.filesPassedOver);
    if (report.used.empty())
        out << tr("No call of the catalog was found.\n");
    else
        out << tr("Used:\n");
    for (const UsedPart& one : report.used) {
        out << "  " << visibleText(nameOf(one.part, catalog)) << tr(" needs ") << visibleText(needInWords(one.part, catalog))
            << '\n';
        writePlaces(out, one.places);
    }
    writeScopes(out, tr("Requested:\n"), report.requested);
    writeScopes(out, tr("Requested, but no call that was found needs them:\n"), report.unused);
    if (!report.missing.empty())
        out << tr("Needed, but not requested:\n");
    for (const MissingNeed& one : report.missing) {
        QStringList missing;
        for (const auto& scopes : one.missing)
            missing += namesOf(scopes, catalog).join(tr(" and "));
        out << tr("  %1, for %2\n").arg(visibleText(missing.join(tr(", or "))), visibleText(nameOf(one.part, catalog)));
        writePlaces(out, one.places);
    }
}

void write(
    Invocation& invocation, ReportOutput output, const FailOn& failOn, const ScanReport& report, const ScopeCatalog& catalog)
{
    const QString file = invocation.option(u"request"_s);
    const QString requestName = file.isNull() ? tr("the request") : file;
    switch (output) {
    case ReportOutput::Words:
        return writeText(invocation.out(), report, catalog);
    case ReportOutput::Json:
        return writeJson(invocation.out(), u"scan"_s, toJson(report, catalog));
    case ReportOutput::Sarif:
        invocation.out() << QString::fromUtf8(sarifReport(findingsOf(report, catalog, requestName)));
        return;
    case ReportOutput::Junit:
        invocation.out() << QString::fromUtf8(junitReport(findingsOf(report, catalog, requestName), failOn, u"scan"_s));
        return;
    }
}

ExitStatus run(Invocation& invocation)
{
    const auto output = reportOutput(invocation);
    const auto failOn = FailOn::from(invocation, Severity::Error);
    if (!output || !failOn)
        return ExitStatus::WrongUsage;
    if (invocation.operands().isEmpty())
        return invocation.fail(tr("Name at least one file or folder to scan."), ExitStatus::WrongUsage);
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    ScanOptions options;
    if (const QString file = invocation.option(u"request"_s); !file.isNull()) {
        const auto request = readRequestFile(file);
        invocation.report(request.problems, visibleText(file, 300));
        if (!request)
            return ExitStatus::UnreadableInput;
        options.requested = request.value->scopes;
    }
    QElapsedTimer timer;
    timer.start();
    options.goOn = [&](const ScanProgress& progress) {
        if (invocation.isSet(u"progress"_s) && timer.elapsed() >= 1'000) {
            timer.restart();
            invocation.note(tr("%1 of %2 files").arg(progress.files).arg(progress.allFiles));
        }
        return true;
    };
    const ScanReport report = scan(invocation.operands(), *catalog, options);
    for (const Problem& problem : report.problems)
        invocation.fail(problem.message, ExitStatus::UnreadableInput);
    write(invocation, *output, *failOn, report, *catalog);
    if (!report.problems.empty())
        return ExitStatus::UnreadableInput;
    const bool isFailure = (!report.missing.empty() && failOn->includes(Severity::Error))
        || (!report.unused.empty() && failOn->includes(Severity::Warning));
    return isFailure ? ExitStatus::NotDone : ExitStatus::Fine;
}

} // namespace

Command scanCommand()
{
    std::vector<QCommandLineOption> options = reportOptions();
    options.insert(options.begin(),
        {{u"request"_s, tr("what the app requests; without it, the scopes that the files name"), u"FILE"_s},
            {u"progress"_s, tr("say on standard error how far it is, each second")}, FailOn::option(Severity::Error)});
    return {u"scan"_s, tr("PATH..."), tr("find the calls and scopes in source code, and what does not fit"),
        tr("Looks through files and folders for the catalog's calls and scopes: source code, settings, HAR archives and Postman\n"
           "collections. Tells what is used, what is requested but not used, and what is needed but not requested, by file and\n"
           "line. In a git work tree it reads what git has or would take; nowhere what is in .git, nor binary files. Nothing\n"
           "leaves the machine, and nothing of the files' text is printed but names of calls and scopes. Calls whose address\n"
           "is put together from pieces are not found.\n"
           "Exit code: 0 all that is needed is requested, 1 it is not, 2 wrong usage, 3 something could not be read.\n"),
        options, run, Operand::File, {{u"fail-on"_s, FailOn::values()}}};
}

} // namespace scopes
