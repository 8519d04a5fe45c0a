#include "cli/ShowCommand.h"

#include "analysis/CallRecogniser.h"
#include "cli/CatalogText.h"
#include "cli/CommandTable.h"
#include "cli/JsonOutput.h"
#include "cli/ListFormats.h"
#include "cli/Suggestion.h"

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

ExitStatus run(Invocation& invocation)
{
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
    for (const QString& word : invocation.operands()) {
        const Shown shown = find(word, *catalog, recogniser);
        if (shown.scope == noId && shown.endpoints.empty())
            status = invocation.fail(complaint(word, *catalog), ExitStatus::NotDone);
        if (shown.scope != noId) {
            texts += scopeAsText(*catalog, shown.scope);
            scopes.append(scopeAsJson(*catalog, shown.scope));
        }
        for (const EndpointId id : shown.endpoints) {
            texts += endpointAsText(*catalog, id);
            endpoints.append(endpointAsJson(*catalog, id));
        }
    }
    if (invocation.isSet(u"json"_s))
        writeJson(invocation.out(), u"show"_s, {{u"scopes"_s, scopes}, {u"endpoints"_s, endpoints}});
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
        {jsonOption()}, run, Operand::ScopeOrCall};
}

} // namespace scopes
