#include "cli/ShowCommand.h"

#include "analysis/CallRecogniser.h"
#include "cli/CatalogText.h"
#include "cli/CommandTable.h"
#include "cli/JsonOutput.h"
#include "cli/ListFormats.h"
#include "cli/Suggestion.h"
#include "request/TableExports.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// What an operand names.
struct Shown
{
    ScopeId scope = noId;
    std::vector<EndpointId> endpoints;
};

Shown find(const QString& word, const ScopeCatalog& catalog, const CallRecogniser& recogniser)
{
    Shown shown{catalog.find(word), {}};
    for (const Call& call : recogniser.recognise(word).calls())
        shown.endpoints.push_back(call.endpoint);
    return shown;
}

QString complaint(const QString& word, const ScopeCatalog& catalog)
{
    if (const OtherScope* const other = catalog.findOther(word))
        return tr("'%1' is not documented in the catalog %2; it was seen elsewhere: %3")
            .arg(word, catalog.name(), toQString(other->seen));
    QStringList known;
    for (const Scope& scope : catalog.scopes())
        known += toQString(scope.name);
    for (const Endpoint& endpoint : catalog.endpoints())
        known += toQString(endpoint.id);
    return tr("'%1' is neither a scope nor an endpoint of the catalog %2.%3").arg(word, catalog.name(), didYouMean(word, known));
}

QStringList showFormats()
{
    return {u"text"_s, u"csv"_s, u"markdown"_s};
}

/// What is shown as one table: a row a scope or endpoint.
Table emptyTable(const ScopeCatalog& catalog)
{
    return {catalog.name(),
        {{u"kind"_s, u"kind"_s}, {u"name"_s, u"name"_s}, {u"definition"_s, u"definition"_s}, {u"userDisplay"_s, u"userDisplay"_s},
            {u"product"_s, u"product"_s}, {u"approval"_s, u"approval"_s}, {u"address"_s, u"address"_s}, {u"needs"_s, u"needs"_s},
            {u"calls"_s, u"calls"_s}},
        {}};
}

QStringList rowOf(const ScopeCatalog& catalog, ScopeId id)
{
    const Scope& scope = catalog.scope(id);
    QStringList calls;
    for (const EndpointId call : catalog.endpointsOf(id))
        calls += toQString(catalog.endpoint(call).id);
    return {u"scope"_s, toQString(scope.name), toQString(scope.definition), toQString(scope.userDisplay),
        toQString(catalog.product(scope.product)), toQString(catalog.approval(scope.approval)), {}, {}, calls.join(u' ')};
}

QStringList endpointRow(const ScopeCatalog& catalog, EndpointId id)
{
    const Endpoint& endpoint = catalog.endpoint(id);
    return {u"endpoint"_s, toQString(endpoint.id), toQString(endpoint.name), {}, {}, {},
        toQString(endpoint.method) + u' ' + toQString(endpoint.url), needInWords({id, noId, noId, noId}, catalog), {}};
}

/// What is wrong with the options; empty: nothing.
QString wrongOptions(const Invocation& invocation)
{
    const QString asked = invocation.option(u"format"_s);
    if (!asked.isNull() && !showFormats().contains(asked))
        return tr("There is no format '%1' to show things in.%2 There are %3.")
            .arg(asked, didYouMean(asked, showFormats()), showFormats().join(u", "_s));
    if (!asked.isNull() && invocation.isSet(u"json"_s))
        return tr("--json and --format exclude each other.");
    return {};
}

ExitStatus run(Invocation& invocation)
{
    if (const QString wrong = wrongOptions(invocation); !wrong.isEmpty())
        return invocation.fail(wrong, ExitStatus::WrongUsage);
    if (invocation.operands().isEmpty())
        return invocation.fail(tr("Name a scope or an endpoint; 'list' has all scopes."), ExitStatus::WrongUsage);
    const CatalogPointer catalog = invocation.catalog();
    if (catalog == nullptr)
        return ExitStatus::UnreadableInput;
    const CallRecogniser recogniser(*catalog);
    ExitStatus status = ExitStatus::Fine;
    QStringList texts;
    QJsonArray scopes;
    QJsonArray endpoints;
    Table table = emptyTable(*catalog);
    for (const QString& word : invocation.operands()) {
        const Shown shown = find(word, *catalog, recogniser);
        if (shown.scope == noId && shown.endpoints.empty())
            status = invocation.fail(complaint(word, *catalog), ExitStatus::NotDone);
        if (shown.scope != noId) {
            texts += scopeAsText(*catalog, shown.scope);
            scopes.append(scopeAsJson(*catalog, shown.scope));
            table.rows.push_back(rowOf(*catalog, shown.scope));
        }
        for (const EndpointId id : shown.endpoints) {
            texts += endpointAsText(*catalog, id);
            endpoints.append(endpointAsJson(*catalog, id));
            table.rows.push_back(endpointRow(*catalog, id));
        }
    }
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"show"_s, {{u"scopes"_s, scopes}, {u"endpoints"_s, endpoints}});
    else if (const auto format = tableFormat(invocation.option(u"format"_s)))
        invocation.out() << tableAs(*format, table);
    else
        invocation.out() << texts.join(u'\n');
    return status;
}

} // namespace

Command showCommand()
{
    return {u"show"_s, tr("SCOPE | ENDPOINT..."), tr("tell all that the catalog has on a scope or an endpoint"),
        tr("Shows each scope or endpoint that is named: a scope by its name, an endpoint by its id, its URL, its path, a curl\n"
           "command or whatever 'needs' takes. Some names are both a scope's and an endpoint's: both are shown then.\n"),
        {{u"format"_s, tr("text (the default), csv or markdown"), u"FORMAT"_s}, jsonOption()}, run, Operand::ScopeOrCall,
        {{u"format"_s, showFormats()}}};
}

} // namespace scopes
