#include "cli/CheckOutput.h"

#include "cli/JsonOutput.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// What the stretch from the fix's first to its last edit becomes.
QString fixedText(const Inspection& inspection, const Fix& fix)
{
    QString text;
    int at = fix.edits.front().range.start;
    for (const TextEdit& edit : fix.edits) {
        text += inspection.masked({at, edit.range.start - at}) + edit.text;
        at = edit.range.start + edit.range.length;
    }
    return text;
}

TextRange placeOf(const Finding& finding)
{
    return finding.ranges.empty() ? TextRange() : finding.ranges.front();
}

QJsonObject findingJson(const Finding& finding, const Check& check, const TextPlaces& places, const ScopeCatalog& catalog)
{
    QJsonValue fix = QJsonValue::Null;
    if (finding.fix && !finding.fix->edits.empty())
        fix = QJsonObject{{u"title"_s, finding.fix->title}, {u"text"_s, fixedText(check.inspection, *finding.fix)}};
    const TextPlace place = places.at(placeOf(finding).start);
    return {{u"rule"_s, finding.ruleId}, {u"severity"_s, nameOf(finding.severity)},
        {u"scopes"_s, QJsonArray::fromStringList(finding.scopes)}, {u"range"_s, toJson(placeOf(finding))},
        {u"line"_s, place.line}, {u"column"_s, place.column}, {u"message"_s, finding.message}, {u"why"_s, finding.why},
        {u"source"_s, sourceText(finding, catalog)}, {u"fix"_s, fix}};
}

/// The severity's name, in its colour where there are colours (ECMA-48, 8.3.117).
QString shownSeverity(Severity severity, bool hasColours)
{
    if (!hasColours)
        return nameOf(severity);
    const QString colour = severity == Severity::Error ? u"31"_s : severity == Severity::Warning ? u"33"_s : u"36"_s;
    return u"\x1B[1;"_s + colour + u'm' + nameOf(severity) + u"\x1B[0m"_s;
}

} // namespace

QJsonObject toJson(const Check& check, const ScopeCatalog& catalog)
{
    const TextPlaces places(check.input.text);
    QJsonArray findings;
    for (const Finding& finding : check.findings)
        findings.append(findingJson(finding, check, places, catalog));
    return {{u"kind"_s, nameOf(check.inspection.kind)}, {u"scopes"_s, QJsonArray::fromStringList(check.inspection.scopes())},
        {u"findings"_s, findings}, {u"repaired"_s, check.repaired}};
}

void writeText(QTextStream& out, const Check& check, const ScopeCatalog& catalog, bool hasColours)
{
    out << tr("Read as: %1. %2\n").arg(nameOf(check.inspection.kind), check.inspection.evidence);
    QStringList layers;
    for (const Layer layer : check.inspection.layers)
        layers += describe(layer);
    if (!layers.isEmpty())
        out << tr("Seen through: %1.\n").arg(layers.join(u", "_s));
    const QStringList names = check.inspection.scopes();
    if (names.isEmpty())
        out << tr("No scope was found.\n");
    for (const QString& name : names)
        out << "  " << visibleText(name) << '\n';
    const TextPlaces places(check.input.text);
    const QString file = check.input.isFile ? check.input.shownName() + u':' : QString();
    for (const Finding& finding : check.findings) {
        const TextPlace place = places.at(placeOf(finding).start);
        out << '\n'
            << file << place.line << ':' << place.column << ": " << shownSeverity(finding.severity, hasColours) << ": "
            << finding.message << " [" << finding.ruleId << "]\n"
            << "  " << finding.why << '\n'
            << tr("  Source: %1.\n").arg(sourceText(finding, catalog));
        if (finding.fix)
            out << tr("  Fix: %1.\n").arg(finding.fix->title);
    }
    if (check.findings.empty())
        out << tr("Nothing is wrong with it.\n");
    if (check.repaired != check.inspection.masked())
        out << tr("\nWith all safe fixes:\n") << visibleText(check.repaired, largestInput, true) << '\n';
}

ReportedInput reported(const Check& check)
{
    const TextPlaces places(check.input.text);
    ReportedInput input{check.input.shownName(), {}};
    for (const Finding& finding : check.findings) {
        const TextRange range = placeOf(finding);
        ReportedFinding one{finding.ruleId, finding.severity, finding.message + u' ' + finding.why,
            check.input.isFile ? check.input.name : QString(), places.at(range.start), places.at(range.start + range.length), {},
            {}};
        if (finding.fix) {
            one.fixTitle = finding.fix->title;
            for (const TextEdit& edit : finding.fix->edits)
                one.fix.push_back({places.at(edit.range.start), places.at(edit.range.start + edit.range.length), edit.text});
        }
        input.findings.push_back(std::move(one));
    }
    return input;
}

} // namespace scopes
