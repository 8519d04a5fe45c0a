#include "cli/ExplainCommand.h"

#include "cli/CommandTable.h"
#include "cli/JsonOutput.h"
#include "cli/RulePages.h"
#include "cli/Suggestion.h"
#include "cli/TextTable.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// The rules with their headings, a line each.
ExitStatus listRules(Invocation& invocation)
{
    if (invocation.isSet(u"json"_s)) {
        QJsonArray rules;
        for (const QString& rule : ruleIds())
            rules.append(QJsonObject{{u"rule"_s, rule}, {u"title"_s, ruleTitle(rule)}});
        writeJson(invocation.out(), u"explain"_s, {{u"rules"_s, rules}});
        return ExitStatus::Fine;
    }
    std::vector<QStringList> rows;
    for (const QString& rule : ruleIds())
        rows.push_back({rule, ruleTitle(rule)});
    invocation.out() << textTable(rows);
    return ExitStatus::Fine;
}

ExitStatus run(Invocation& invocation)
{
    const QStringList operands = invocation.operands();
    if (invocation.isSet(u"list"_s) && operands.isEmpty())
        return listRules(invocation);
    if (operands.size() != 1 || invocation.isSet(u"list"_s))
        return invocation.fail(tr("Name one rule; '--list' alone names them all."), ExitStatus::WrongUsage);
    const QString& rule = operands.constFirst();
    if (!ruleIds().contains(rule))
        return invocation.fail(
            tr("There is no rule '%1'.%2 '--list' alone names them all.").arg(rule, didYouMean(rule, ruleIds())),
            ExitStatus::WrongUsage);
    if (invocation.isSet(u"json"_s))
        writeJson(
            invocation.out(), u"explain"_s, {{u"rule"_s, rule}, {u"title"_s, ruleTitle(rule)}, {u"markdown"_s, rulePage(rule)}});
    else
        invocation.out() << rulePage(rule);
    return ExitStatus::Fine;
}

} // namespace

Command explainCommand()
{
    return {u"explain"_s, tr("RULE"), tr("tell when a rule of 'check' applies, and why"),
        tr("Prints the documentation of a rule.\n"), {{u"list"_s, tr("name the rules")}, jsonOption()}, run, Operand::Rule};
}

} // namespace scopes
