#include "cli/FailOn.h"

#include "cli/Suggestion.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace

QCommandLineOption FailOn::option(Severity usual)
{
    return {u"fail-on"_s, tr("exit with 1 from this severity on: error, warning, note or never (usual: %1)").arg(nameOf(usual)),
        u"SEVERITY"_s};
}

QStringList FailOn::values()
{
    return {u"error"_s, u"warning"_s, u"note"_s, u"never"_s};
}

std::optional<FailOn> FailOn::from(Invocation& invocation, Severity usual)
{
    const QString asked = invocation.option(u"fail-on"_s);
    FailOn failOn;
    if (asked.isNull()) {
        failOn.m_weakest = usual;
        return failOn;
    }
    // 'error,warning' says the same as 'warning': what is worse than what fails, fails too.
    for (const QString& name : asked.split(u',')) {
        const auto index = values().indexOf(name);
        if (index < 0) {
            invocation.fail(
                tr("There is no severity '%1'.%2 There are %3.").arg(name, didYouMean(name, values()), values().join(u", "_s)),
                ExitStatus::WrongUsage);
            return std::nullopt;
        }
        if (name != "never"_L1)
            failOn.m_weakest = std::max(failOn.m_weakest.value_or(Severity::Error), static_cast<Severity>(index));
    }
    return failOn;
}

} // namespace scopes
