#include "cli/CompareCommand.h"

#include "analysis/Comparison.h"
#include "analysis/StatedScopes.h"
#include "cli/CommandTable.h"
#include "cli/FailOn.h"
#include "cli/Input.h"
#include "cli/JsonOutput.h"
#include "cli/TextTable.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QJsonValue orNull(const std::optional<bool>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonArray toJson(const std::vector<StoppedCall>& calls, const ScopeCatalog& catalog)
{
    QJsonArray list;
    for (const StoppedCall& call : calls) {
        const bool isField = call.part == StoppedCall::Part::Field;
        const bool isValue = call.part == StoppedCall::Part::ParameterValue;
        list.append(QJsonObject{{u"endpoint"_s, toQString(catalog.endpoint(call.endpoint).id)},
            {u"field"_s, isField ? QJsonValue(call.name) : QJsonValue(QJsonValue::Null)},
            {u"parameter"_s, isValue ? QJsonValue(call.name) : QJsonValue(QJsonValue::Null)},
            {u"missing"_s, QJsonArray::fromStringList(call.missing)}});
    }
    return list;
}

QJsonObject toJson(const Comparison& comparison, const ScopeCatalog& catalog)
{
    QJsonArray scopes;
    for (const ComparedScope& scope : comparison.scopes)
        scopes.append(QJsonObject{{u"name"_s, scope.name}, {u"documented"_s, scope.isDocumented},
            {u"requested"_s, orNull(scope.isRequested)}, {u"granted"_s, orNull(scope.isGranted)},
            {u"needed"_s, orNull(scope.isNeeded)}});
    QJsonArray statements;
    for (const ComparisonStatement& statement : comparison.statements)
        statements.append(QJsonObject{{u"what"_s, nameOf(statement.discrepancy)}, {u"severity"_s, nameOf(statement.severity)},
            {u"scope"_s, statement.scope}, {u"message"_s, statement.text}});
    return {{u"scopes"_s, scopes}, {u"statements"_s, statements}, {u"stopped"_s, toJson(comparison.stopped, catalog)}};
}

QString mark(const std::optional<bool>& member)
{
    return !member ? u"?"_s : *member ? tr("yes") : tr("no");
}

void writeText(Invocation& invocation, const Comparison& comparison)
{
    std::vector<QStringList> rows{{tr("SCOPE"), tr("REQUESTED"), tr("GRANTED"), tr("NEEDED")}};
    for (const ComparedScope& scope : comparison.scopes)
        rows.push_back({visibleText(scope.name), mark(scope.isRequested), mark(scope.isGranted), mark(scope.isNeeded)});
    if (rows.size() > 1)
        invocation.out() << textTable(rows, invocation.columns()) << '\n';
    for (const ComparisonStatement& statement : comparison.statements)
        invocation.out() << nameOf(statement.severity) << ": " << statement.text << " [" << nameOf(statement.discrepancy)
                         << "]\n";
    if (comparison.statements.empty())
        invocation.out() << tr("The sets fit together.\n");
}

/// Reads a set where its option was given; false if it cannot be read, which has been said then.
bool readSet(Invocation& invocation, const QString& option, const ScopeCatalog& catalog, std::optional<QStringList>& set)
{
    if (!invocation.isSet(option))
        return true;
    const auto input = readInput(invocation.option(option), invocation);
    if (!input)
        return false;
    set = statedScopes(input->text, catalog);
    if (set->isEmpty() && !input->text.trimmed().isEmpty())
        invocation.note(tr("In what --%1 names no scope was found; it is taken as an empty set.").arg(option));
    return true;
}

ExitStatus run(Invocation& invocation)
{
    const QStringList options{u"requested"_s, u"granted"_s, u"needed"_s};
    const auto given = std::count_if(options.begin(), options.end(), [&](const QString& one) { return invocation.isSet(one); });
    const auto dashes =
        std::count_if(options.begin(), options.end(), [&](const QString& one) { return invocation.option(one) == "-"_L1; });
    if (!invocation.operands().isEmpty())
        return invocation.fail(
            tr("'compare' takes no operand; found '%1'. Say with --requested, --granted or --needed what it is.")
                .arg(invocation.operands().constFirst()),
            ExitStatus::WrongUsage);
    if (given < 2)
        return invocation.fail(tr("Name two sets at least: --requested, --granted, --needed."), ExitStatus::WrongUsage);
    if (dashes > 1)
        return invocation.fail(tr("Standard input can be read once; '-' stands there twice."), ExitStatus::WrongUsage);
    const auto failOn = FailOn::from(invocation, Severity::Warning);
    if (!failOn)
        return ExitStatus::WrongUsage;
    const CatalogPointer catalog = invocation.catalog();
    ComparedSets sets;
    if (catalog == nullptr || !readSet(invocation, u"requested"_s, *catalog, sets.requested)
        || !readSet(invocation, u"granted"_s, *catalog, sets.granted) || !readSet(invocation, u"needed"_s, *catalog, sets.needed))
        return ExitStatus::UnreadableInput;
    const Comparison comparison = compare(sets, *catalog);
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"compare"_s, toJson(comparison, *catalog));
    else
        writeText(invocation, comparison);
    const bool isFailure = std::any_of(comparison.statements.begin(), comparison.statements.end(),
        [&](const ComparisonStatement& one) { return failOn->includes(one.severity); });
    return isFailure ? ExitStatus::NotDone : ExitStatus::Fine;
}

} // namespace

Command compareCommand()
{
    return {u"compare"_s, tr("[--requested SET] [--granted SET] [--needed SET]"),
        tr("tell what follows from requested, granted and needed scopes"),
        tr("Compares two or three sets of scopes and says what does not fit, and which calls and fields stop working. A SET is "
           "a\n"
           "file, '-' for standard input, or the text itself: a token response, a callback URL, a request file, any list.\n"
           "Exit code: 0 they fit, 1 they do not, 2 wrong usage, 3 input could not be read.\n"),
        {{u"requested"_s, tr("what the app asks for"), u"SET"_s}, {u"granted"_s, tr("what the user agreed to"), u"SET"_s},
            {u"needed"_s, tr("what the app's calls need"), u"SET"_s}, FailOn::option(Severity::Warning), jsonOption()},
        run, Operand::None, {{u"fail-on"_s, FailOn::values()}}};
}

} // namespace scopes
