#include "models/FoundWhere.h"

#include "document/VisibleText.h"
#include "search/Folding.h"
#include "search/SearchIndex.h"

#include <QCoreApplication>

#include <initializer_list>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FoundWhere", text);
}

bool holds(Text text, const QueryTerm& term)
{
    const std::string folded = fold(text);
    return term.whole ? folded == term.text : folded.find(term.text) != std::string::npos;
}

bool anyHolds(std::initializer_list<Text> texts, const QueryTerm& term)
{
    for (const Text text : texts) {
        if (holds(text, term))
            return true;
    }
    return false;
}

bool showsItself(const ScopeCatalog& catalog, const Scope& scope, const QueryTerm& term)
{
    return (term.covers(SearchColumn::Name) && holds(scope.name, term))
        || (!term.column && anyHolds({scope.definition, scope.userDisplay}, term))
        || (term.covers(SearchColumn::Topic) && holds(catalog.topic(scope.topic).name, term));
}

QString shown(Text text)
{
    return visibleText(toQString(text), 100);
}

QString whereElse(const ScopeCatalog& catalog, ScopeId id, const QueryTerm& term)
{
    if (term.covers(SearchColumn::Field)) {
        for (const auto& [number, field] : catalog.fieldsOf(id)) {
            const Endpoint& endpoint = catalog.endpoint(number);
            const Text name = endpoint.fields[static_cast<std::size_t>(field)].name;
            if (holds(name, term))
                return tr("Field: %1 of %2").arg(shown(name), shown(endpoint.name.empty() ? endpoint.id : endpoint.name));
        }
    }
    if (term.covers(SearchColumn::Endpoint)) {
        for (const EndpointId number : catalog.endpointsOf(id)) {
            const Endpoint& endpoint = catalog.endpoint(number);
            const std::string method = std::string(endpoint.method) + ' ';
            const bool isByCall = term.column
                && anyHolds({endpoint.id, method + std::string(endpoint.url), method + std::string(pathOf(endpoint.url))}, term);
            if (isByCall || anyHolds({endpoint.name, endpoint.url}, term))
                return tr("Endpoint: %1").arg(shown(endpoint.name.empty() ? endpoint.id : endpoint.name));
        }
    }
    const LabelId product = catalog.scope(id).product;
    if (term.covers(SearchColumn::Product) && product != noId && holds(catalog.product(product), term))
        return tr("Product: %1").arg(shown(catalog.product(product)));
    for (const Fact& note : catalog.details(catalog.scope(id)).ownNotes) {
        if (!term.column && holds(note.text, term))
            return tr("Your note: %1").arg(shown(note.text));
    }
    return {};
}

} // namespace

QString foundWhere(const ScopeCatalog& catalog, ScopeId scope, const Query& query)
{
    for (const QueryTerm& term : query.terms()) {
        if (term.negated || showsItself(catalog, catalog.scope(scope), term))
            continue;
        if (QString where = whereElse(catalog, scope, term); !where.isEmpty())
            return where;
    }
    return {};
}

} // namespace scopes
