#include "cli/CompletionCommand.h"

#include "cli/CompletionScripts.h"
#include "cli/RulePages.h"
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

QStringList scopeNames(const ScopeCatalog& catalog)
{
    QStringList names;
    for (const Scope& scope : catalog.scopes())
        names += toQString(scope.name);
    return names;
}

QStringList callNames(const ScopeCatalog& catalog)
{
    QStringList names;
    for (const Endpoint& endpoint : catalog.endpoints())
        names += toQString(endpoint.id);
    return names;
}

/// True if no shell finds anything in the name to act on: a catalog may come from anywhere.
bool isPlain(const QString& name)
{
    return !name.startsWith(u'-') && std::all_of(name.begin(), name.end(), [](QChar unit) {
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9')
            || u"._:/-"_s.contains(unit);
    });
}

ExitStatus listWords(Invocation& invocation, const QString& kind)
{
    const QStringList kinds{u"scopes"_s, u"calls"_s, u"names"_s, u"rules"_s};
    if (!kinds.contains(kind))
        return invocation.fail(
            tr("There are no words '%1'.%2 There are %3.").arg(kind, didYouMean(kind, kinds), kinds.join(u", "_s)),
            ExitStatus::WrongUsage);
    QStringList words;
    if (kind == "rules"_L1) {
        words = ruleIds();
    } else {
        const CatalogPointer catalog = invocation.catalog();
        if (catalog == nullptr)
            return ExitStatus::UnreadableInput;
        if (kind != "calls"_L1)
            words += scopeNames(*catalog);
        if (kind != "scopes"_L1)
            words += callNames(*catalog);
    }
    words.removeDuplicates();
    for (const QString& word : words) {
        if (isPlain(word))
            invocation.out() << word << '\n';
    }
    return ExitStatus::Fine;
}

ExitStatus run(Invocation& invocation)
{
    const QStringList operands = invocation.operands();
    if (invocation.isSet(u"words"_s) && operands.isEmpty())
        return listWords(invocation, invocation.option(u"words"_s));
    const QStringList shells{u"bash"_s, u"zsh"_s, u"fish"_s};
    if (operands.size() != 1 || invocation.isSet(u"words"_s))
        return invocation.fail(tr("Name one shell: %1.").arg(shells.join(u", "_s)), ExitStatus::WrongUsage);
    switch (shells.indexOf(operands.constFirst())) {
    case 0:
        invocation.out() << bashCompletion();
        return ExitStatus::Fine;
    case 1:
        invocation.out() << zshCompletion();
        return ExitStatus::Fine;
    case 2:
        invocation.out() << fishCompletion();
        return ExitStatus::Fine;
    default:
        return invocation.fail(tr("There is no completion for the shell '%1'.%2 There are %3.")
                                   .arg(operands.constFirst(), didYouMean(operands.constFirst(), shells), shells.join(u", "_s)),
            ExitStatus::WrongUsage);
    }
}

} // namespace

Command completionCommand()
{
    return {u"completion"_s, tr("bash | zsh | fish"), tr("print a script that completes commands in a shell"),
        tr("Prints a script for the shell; its first line says where it belongs. Names of scopes are those of the built-in\n"
           "catalog.\n"),
        {{u"words"_s, tr("print what the scripts offer: scopes, calls, names (both) or rules"), u"KIND"_s}}, run, Operand::Shell,
        {{u"words"_s, {u"scopes"_s, u"calls"_s, u"names"_s, u"rules"_s}}}};
}

} // namespace scopes
