#include "models/EndpointColumns.h"

#include "document/VisibleText.h"
#include "models/EndpointFacets.h"
#include "models/EndpointTreeModel.h"
#include "search/SearchIndex.h"

#include <QCoreApplication>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

/// A cell names so many alternatives, and of each so many scopes; the tooltip and the details have them all.
constexpr qsizetype mostNamed = 4;

QString tr(const char* text)
{
    return QCoreApplication::translate("EndpointColumns", text);
}

QString title(const ScopeCatalog& catalog, const CallPart& part)
{
    const Endpoint& endpoint = catalog.endpoint(part.endpoint);
    if (part.field != noId)
        return toQString(endpoint.fields[static_cast<std::size_t>(part.field)].name);
    if (part.parameter == noId)
        return toQString(endpoint.name.empty() ? endpoint.id : endpoint.name);
    const Parameter& parameter = endpoint.parameters[static_cast<std::size_t>(part.parameter)];
    return u"%1 = %2"_s.arg(toQString(parameter.name), toQString(parameter.values[static_cast<std::size_t>(part.value)].value));
}

QString address(const ScopeCatalog& catalog, const CallPart& part)
{
    const Endpoint& endpoint = catalog.endpoint(part.endpoint);
    if (part.isCall())
        return u"%1 %2"_s.arg(toQString(endpoint.method), toQString(pathOf(endpoint.url)));
    return part.field == noId ? QString() : toQString(endpoint.fields[static_cast<std::size_t>(part.field)].meaning);
}

} // namespace

QString endpointText(const ScopeCatalog& catalog, const CallPart& part, int column)
{
    switch (column) {
    case EndpointTreeModel::EndpointColumn:
        return title(catalog, part);
    case EndpointTreeModel::AddressColumn:
        return address(catalog, part);
    case EndpointTreeModel::NeedsColumn:
        return needInWords(part, catalog);
    default:
        return {};
    }
}

QString coverageText(const ScopeCatalog& catalog, const CallPart& part, const ScopeSet& requested)
{
    switch (coverageOf(part, catalog, requested)) {
    case Coverage::Unknown:
        return tr("unknown");
    case Coverage::ByFields:
        return tr("by field");
    case Coverage::No:
        return tr("no");
    case Coverage::Yes:
        break;
    }
    const auto& alternatives = requirementOf(part, catalog).alternatives;
    if (alternatives.size() == 1)
        return tr("yes");
    const auto met = std::find_if(alternatives.begin(), alternatives.end(), [&](const auto& all) {
        return std::all_of(all.begin(), all.end(), [&](ScopeId scope) { return requested.contains(scope); });
    });
    QStringList names;
    for (const ScopeId scope : *met)
        names += toQString(catalog.scope(scope).name);
    return names.isEmpty() ? tr("yes") : tr("yes, by %1").arg(names.join(tr(" and ")));
}

QString shownEndpointText(const ScopeCatalog& catalog, const CallPart& part, int column, const ScopeSet& requested)
{
    switch (column) {
    case EndpointTreeModel::CoveredColumn:
        return visibleText(coverageText(catalog, part, requested));
    case EndpointTreeModel::NeedsColumn:
        return visibleText(needInWords(part, catalog, mostNamed));
    default:
        return visibleText(endpointText(catalog, part, column));
    }
}

std::vector<EndpointId> sortedByText(std::vector<EndpointId> calls, const ScopeCatalog& catalog, int column, bool descending,
    const ScopeSet& requested, const std::function<bool()>& isWanted)
{
    constexpr std::size_t askedEvery = 1000;
    std::vector<std::pair<QString, EndpointId>> keys;
    for (auto from = calls.begin(); from != calls.end();) {
        const LabelId heading = catalog.callGrouping(*from).heading;
        keys.clear();
        auto to = from;
        for (; to != calls.end() && catalog.callGrouping(*to).heading == heading; ++to) {
            if (isWanted && keys.size() % askedEvery == 0 && !isWanted())
                return calls;
            keys.emplace_back(shownEndpointText(catalog, {*to, noId, noId, noId}, column, requested).toCaseFolded(), *to);
        }
        std::stable_sort(keys.begin(), keys.end(),
            [descending](const auto& a, const auto& b) { return descending ? b.first < a.first : a.first < b.first; });
        std::transform(keys.begin(), keys.end(), from, [](const auto& key) { return key.second; });
        from = to;
    }
    return calls;
}

QString endpointColumnTitle(int column)
{
    switch (column) {
    case EndpointTreeModel::EndpointColumn:
        return tr("Endpoint");
    case EndpointTreeModel::AddressColumn:
        return tr("Method and path");
    case EndpointTreeModel::NeedsColumn:
        return tr("Needs");
    case EndpointTreeModel::CoveredColumn:
        return tr("Covered by the request");
    default:
        return {};
    }
}

QString endpointColumnHelp(int column)
{
    switch (column) {
    case EndpointTreeModel::EndpointColumn:
        return tr("The call as its documentation names it, and below it its fields and parameter values. Tick what you use.");
    case EndpointTreeModel::AddressColumn:
        return tr("How the call is made; of a field, what it means.");
    case EndpointTreeModel::NeedsColumn:
        return tr("The scopes that are documented to be needed. A field's and a value's come on top of the call's.");
    case EndpointTreeModel::CoveredColumn:
        return tr("Whether the requested scopes are enough, and where there are alternatives, which one they are.");
    default:
        return {};
    }
}

QString tokenText(TokenKind token)
{
    switch (token) {
    case TokenKind::UserAccessToken:
        return tr("user access token");
    case TokenKind::ClientAccessToken:
        return tr("client access token");
    case TokenKind::None:
        return tr("no token");
    case TokenKind::Unknown:
        break;
    }
    return tr("unknown");
}

} // namespace scopes
