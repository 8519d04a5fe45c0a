#include "cli/ReportOutput.h"

#include "cli/CommandTable.h"

#include <QCoreApplication>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace

std::vector<QCommandLineOption> reportOptions()
{
    return {jsonOption(), {u"sarif"_s, tr("print SARIF 2.1.0, which code reviews show beside the lines")},
        {u"junit"_s, tr("print JUnit XML, which build servers show as tests")}};
}

std::optional<ReportOutput> reportOutput(Invocation& invocation)
{
    std::vector<ReportOutput> asked;
    if (invocation.isSet(u"json"_s))
        asked.push_back(ReportOutput::Json);
    if (invocation.isSet(u"sarif"_s))
        asked.push_back(ReportOutput::Sarif);
    if (invocation.isSet(u"junit"_s))
        asked.push_back(ReportOutput::Junit);
    if (asked.size() > 1) {
        invocation.fail(tr("Only one of --json, --sarif and --junit can be printed at a time."), ExitStatus::WrongUsage);
        return std::nullopt;
    }
    return asked.empty() ? ReportOutput::Words : asked.front();
}

} // namespace scopes
