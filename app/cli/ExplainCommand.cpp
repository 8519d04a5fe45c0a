#include "cli/ExplainCommand.h"

#include "cli/Suggestion.h"
#include "cli/TextTable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QStringList ruleIds()
{
    QStringList ids;
    for (const QString& name : QDir(u":/rules"_s).entryList({u"*.md"_s}, QDir::Files, QDir::Name))
        ids += name.chopped(3);
    return ids;
}

QString pageOf(const QString& rule)
{
    QFile file(u":/rules/"_s + rule + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The rules with their headings, a line each.
ExitStatus listRules(Invocation& invocation)
{
    std::vector<QStringList> rows;
    for (const QString& rule : ruleIds())
        rows.push_back({rule, pageOf(rule).section(u'\n', 0, 0).section(u": "_s, 1)});
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
    invocation.out() << pageOf(rule);
    return ExitStatus::Fine;
}

} // namespace

Command explainCommand()
{
    return {u"explain"_s, tr("RULE"), tr("tell when a rule of 'check' applies, and why"),
        tr("Prints the documentation of a rule.\n"), {{u"list"_s, tr("name the rules")}}, run};
}

} // namespace scopes
