#include "cli/FormatCommand.h"

#include "cli/CommandTable.h"
#include "cli/JsonOutput.h"
#include "cli/Suggestion.h"
#include "cli/TextTable.h"
#include "request/ScopeFormat.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QStringList formatIds()
{
    QStringList ids{u"list"_s};
    for (const ScopeFormat& format : scopeFormats())
        ids += format.id;
    return ids;
}

ExitStatus listFormats(Invocation& invocation)
{
    if (invocation.isSet(u"json"_s)) {
        QJsonArray formats;
        for (const ScopeFormat& format : scopeFormats())
            formats.append(QJsonObject{{u"format"_s, format.id}, {u"title"_s, format.title()}});
        writeJson(invocation.out(), u"format"_s, {{u"formats"_s, formats}});
        return ExitStatus::Fine;
    }
    std::vector<QStringList> rows;
    for (const ScopeFormat& format : scopeFormats())
        rows.push_back({format.id, format.title()});
    invocation.out() << textTable(rows);
    return ExitStatus::Fine;
}

/// Names the scopes that the catalog does not document: they are formatted all the same.
void noteUndocumented(Invocation& invocation, const ScopeCatalog& catalog, const QStringList& names)
{
    QStringList known;
    for (const QString& name : names) {
        if (catalog.isDocumented(name))
            continue;
        if (catalog.find(name) != noId) {
            invocation.note(tr("'%1' is your own scope: the catalog %2 does not document it.").arg(name, catalog.name()));
            continue;
        }
        if (const OtherScope* const other = catalog.findOther(name)) {
            invocation.note(tr("'%1' is not documented in the catalog %2; it was seen elsewhere: %3")
                                .arg(name, catalog.name(), toQString(other->seen)));
            continue;
        }
        if (known.isEmpty()) {
            for (const Scope& scope : catalog.scopes())
                known += toQString(scope.name);
        }
        invocation.note(tr("'%1' is not documented in the catalog %2.%3").arg(name, catalog.name(), didYouMean(name, known)));
    }
}

ExitStatus run(Invocation& invocation)
{
    const QString id = invocation.option(u"as"_s);
    const QStringList names = invocation.operands();
    if (id.isNull())
        return invocation.fail(tr("--as NAME is missing; '--as list' names the formats."), ExitStatus::WrongUsage);
    if (id == "list"_L1 && names.isEmpty())
        return listFormats(invocation);
    if (scopeFormat(id) == nullptr)
        return invocation.fail(tr("There is no format '%1'.%2 '--as list' alone names all.").arg(id, didYouMean(id, formatIds())),
            ExitStatus::WrongUsage);
    if (names.isEmpty())
        return invocation.fail(tr("There is nothing to format: name at least one scope."), ExitStatus::WrongUsage);

    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    FormatOptions options;
    options.separator = catalog->separator();
    const FormattedText text = format(id, names, options);
    if (!text)
        return invocation.fail(text.problem().message, ExitStatus::NotDone);
    noteUndocumented(invocation, *catalog, names);
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"format"_s,
            {{u"format"_s, id}, {u"scopes"_s, QJsonArray::fromStringList(names)}, {u"text"_s, text.value()}});
    else
        invocation.out() << text.value() << '\n';
    return ExitStatus::Fine;
}

} // namespace

Command formatCommand()
{
    return {u"format"_s, tr("--as NAME SCOPE..."), tr("write scopes as a string or as code"),
        tr("Writes the scopes in a format, exactly as they are named, and nothing else but a line feed. Where the format puts "
           "all\nnames into one string, the provider's own separator stands between them.\n"),
        {{u"as"_s, tr("the format; 'list' names all of them"), u"NAME"_s}, jsonOption()}, run, Operand::Scope,
        {{u"as"_s, formatIds()}}};
}

} // namespace scopes
