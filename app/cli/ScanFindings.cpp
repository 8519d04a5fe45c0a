#include "cli/ScanFindings.h"

#include "cli/NeedsOutput.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

ReportedFinding findingAt(const ScanPlace& place, const QString& rule, Severity severity, const QString& message)
{
    // A scan tells lines, not columns.
    return {rule, severity, message, place.file, {place.line, 0}, {place.line, 0}, {}, {}};
}

QString missingScopes(const MissingNeed& need, const ScopeCatalog& catalog)
{
    QStringList alternatives;
    for (const auto& scopes : need.missing)
        alternatives += namesOf(scopes, catalog).join(tr(" and "));
    return alternatives.join(tr(" or "));
}

} // namespace

std::vector<ReportedInput> findingsOf(const ScanReport& report, const ScopeCatalog& catalog, const QString& requestName)
{
    QMap<QString, std::vector<ReportedFinding>> byFile;
    std::vector<ReportedFinding> unplaced;
    // A call comes before its fields: where they lack the same, the call says it for them.
    QSet<QString> said;
    for (const MissingNeed& need : report.missing) {
        const QString scopes = missingScopes(need, catalog);
        const QString text = tr("The call %1 needs what is not requested, and will be refused: %2.")
                                 .arg(visibleText(nameOf(need.part, catalog)), visibleText(scopes));
        for (const ScanPlace& place : need.places) {
            const QString key = place.file + u'\0' + QString::number(place.line) + u'\0' + scopes;
            if (!said.contains(key))
                byFile[place.file].push_back(findingAt(place, u"needed-not-requested"_s, Severity::Error, text));
            said.insert(key);
        }
    }
    for (const RequestedScope& scope : report.unused) {
        const QString text = tr("%1 is requested, but no call that was found needs it.").arg(visibleText(scope.name));
        for (const ScanPlace& place : scope.places)
            byFile[place.file].push_back(findingAt(place, u"requested-not-needed"_s, Severity::Warning, text));
        if (scope.places.empty())
            unplaced.push_back({u"requested-not-needed"_s, Severity::Warning, text, {}, {}, {}, {}, {}});
    }
    std::vector<ReportedInput> inputs;
    for (auto file = byFile.begin(); file != byFile.end(); ++file) {
        std::stable_sort(file->begin(), file->end(),
            [](const ReportedFinding& one, const ReportedFinding& other) { return one.start.line < other.start.line; });
        inputs.push_back({visibleText(file.key(), 300), std::move(*file)});
    }
    if (!unplaced.empty() || inputs.empty())
        inputs.push_back({visibleText(requestName, 300), std::move(unplaced)});
    return inputs;
}

} // namespace scopes
