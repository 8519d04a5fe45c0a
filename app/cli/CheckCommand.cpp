#include "cli/CheckCommand.h"

#include "analysis/Finding.h"
#include "document/BoundedFile.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <optional>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestInput = qint64{64} * 1024 * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// What is checked, and the answers about it.
struct Check
{
    Inspection inspection;
    std::vector<Finding> findings;
    QString repaired; ///< masked
};

Result<QByteArray> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Problem::error(tr("The standard input cannot be read: %1.").arg(input.errorString()));
    QByteArray bytes = input.read(largestInput + 1);
    if (bytes.size() > largestInput)
        return Problem::error(tr("The input is larger than 64 MiB."));
    return bytes;
}

/// True for an operand that can only be meant as a file's path.
bool isPath(const QString& operand)
{
    const bool isOneWord =
        std::none_of(operand.begin(), operand.end(), [](QChar unit) { return unit.isSpace() || unit == u'?'; });
    return isOneWord && (operand.startsWith(u'/') || operand.startsWith(u"./") || operand.startsWith(u"../"));
}

/// The text of the operand: standard input, a file's, or the operand itself.
Result<QString> readText(const QStringList& operands)
{
    const QString operand = operands.isEmpty() ? u"-"_s : operands.constFirst();
    constexpr qsizetype longestPath = 4096;
    const bool isFile = operand != "-"_L1 && operand.size() <= longestPath && !operand.contains(u'\n')
        && (QFileInfo::exists(operand) || isPath(operand));
    if (operand != "-"_L1 && !isFile)
        return operand;
    const auto bytes = isFile ? readBounded(operand, largestInput) : readStandardInput();
    if (!bytes)
        return bytes.problems;
    return QString::fromUtf8(*bytes.value);
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

QJsonObject toJson(const Finding& finding, const Check& check, const ScopeCatalog& catalog)
{
    const TextRange range = finding.ranges.empty() ? TextRange() : finding.ranges.front();
    QJsonValue fix = QJsonValue::Null;
    if (finding.fix && !finding.fix->edits.empty())
        fix = QJsonObject{{u"title"_s, finding.fix->title}, {u"text"_s, fixedText(check.inspection, *finding.fix)}};
    return {{u"rule"_s, finding.ruleId}, {u"severity"_s, nameOf(finding.severity)},
        {u"scopes"_s, QJsonArray::fromStringList(finding.scopes)},
        {u"range"_s, QJsonObject{{u"start"_s, range.start}, {u"end"_s, range.start + range.length}}},
        {u"message"_s, finding.message}, {u"why"_s, finding.why}, {u"source"_s, sourceText(finding, catalog)}, {u"fix"_s, fix}};
}

void writeJson(QTextStream& out, const Check& check, const ScopeCatalog& catalog)
{
    QJsonArray findings;
    for (const Finding& finding : check.findings)
        findings.append(toJson(finding, check, catalog));
    const QJsonObject answer{{u"kind"_s, nameOf(check.inspection.kind)},
        {u"scopes"_s, QJsonArray::fromStringList(check.inspection.scopes())}, {u"findings"_s, findings},
        {u"repaired"_s, check.repaired}};
    out << QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Indented));
}

void writeText(QTextStream& out, const Check& check, const ScopeCatalog& catalog)
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
    for (const Finding& finding : check.findings) {
        const int place = finding.ranges.empty() ? 0 : finding.ranges.front().start;
        out << '\n'
            << nameOf(finding.severity) << ": " << finding.message << " [" << finding.ruleId << tr(", at %1]\n").arg(place)
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

/// The profile of --profile; no value without one. Says why where it cannot be read.
Result<std::optional<AppProfile>> readProfile(const Invocation& invocation)
{
    const QString file = invocation.option(u"profile"_s);
    if (file.isNull())
        return std::optional<AppProfile>();
    auto profile = readAppProfileFile(file);
    if (!profile)
        return profile.problems;
    return {std::optional<AppProfile>(std::move(*profile.value)), std::move(profile.problems)};
}

ExitStatus run(Invocation& invocation)
{
    if (invocation.operands().size() > 1)
        return invocation.fail(tr("'check' takes one operand; put text with spaces into quotes."), ExitStatus::WrongUsage);
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    const auto profile = readProfile(invocation);
    for (const Problem& problem : profile.problems)
        invocation.note(problem.toString(invocation.option(u"profile"_s)));
    const auto text = readText(invocation.operands());
    for (const Problem& problem : text.problems)
        invocation.note(problem.toString(invocation.operands().isEmpty() ? u"-"_s : invocation.operands().constFirst()));
    if (!profile || !text)
        return ExitStatus::UnreadableInput;
    const AppProfile* const chosen = profile.value->has_value() ? &**profile.value : nullptr;
    Check check{inspect(*text.value, *catalog), {}, {}};
    check.findings = findingsOf(check.inspection, *catalog, chosen);
    check.repaired = inspect(repaired(*text.value, *catalog, chosen), *catalog).masked();
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), check, *catalog);
    else
        writeText(invocation.out(), check, *catalog);
    const bool hasError = std::any_of(
        check.findings.begin(), check.findings.end(), [](const Finding& one) { return one.severity == Severity::Error; });
    return hasError ? ExitStatus::NotDone : ExitStatus::Fine;
}

} // namespace

Command checkCommand()
{
    return {u"check"_s, tr("[TEXT | FILE | -]"), tr("find what is wrong with a text that holds scopes"),
        tr("Checks an authorization URL, a scope list, code, configuration or whatever holds scopes, and says what is wrong, who "
           "says\n"
           "so and how to mend it. An operand that names a file is read from there, '-' or none from standard input. Secrets "
           "are\n"
           "masked. Exit code: 0 no error, 1 some, 2 wrong usage, 3 input could not be read.\n"),
        {{u"profile"_s, tr("check against the approved scopes of this app profile"), u"FILE"_s},
            {u"json"_s, tr("print JSON; ranges count UTF-16 units")}},
        run};
}

} // namespace scopes
