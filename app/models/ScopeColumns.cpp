#include "models/ScopeColumns.h"

#include "models/ScopeTreeModel.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace scopes {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ScopeColumns", text);
}

QString knownOr(Text text, const char* unknown)
{
    return text.empty() ? tr(unknown) : toQString(text);
}

QString endpointNames(const ScopeCatalog& catalog, ScopeId scope)
{
    QStringList names;
    for (const EndpointId id : catalog.endpointsOf(scope))
        names += toQString(catalog.endpoint(id).name);
    return names.isEmpty() ? tr("none documented") : names.join(u", "_s);
}

QString fieldNames(const ScopeCatalog& catalog, ScopeId scope)
{
    QStringList names;
    for (const auto& ref : catalog.fieldsOf(scope)) {
        const QString name = toQString(catalog.endpoint(ref.endpoint).fields[static_cast<std::size_t>(ref.field)].name);
        // Two calls may answer with the same fields.
        if (!names.contains(name))
            names += name;
    }
    return names.join(u", "_s);
}

/// Sorts ids by their texts without regard to case, stably.
template <typename TextOf>
void sortByText(std::span<int> ids, bool descending, TextOf textOf)
{
    std::vector<std::pair<QString, int>> keys;
    keys.reserve(ids.size());
    for (const int id : ids)
        keys.emplace_back(textOf(id).toCaseFolded(), id);
    std::stable_sort(keys.begin(), keys.end(),
        [descending](const auto& a, const auto& b) { return descending ? b.first < a.first : a.first < b.first; });
    std::transform(keys.begin(), keys.end(), ids.begin(), [](const auto& key) { return key.second; });
}

/// Of an own scope nobody knows what the provider says.
QString notPublished(const Scope& scope)
{
    return scope.status == Scope::Status::Own ? tr("unknown") : tr("not published");
}

} // namespace

QString columnText(const ScopeCatalog& catalog, ScopeId scope, int column)
{
    const Scope& row = catalog.scope(scope);
    switch (column) {
    case ScopeTreeModel::ScopeColumn:
        return toQString(row.name);
    case ScopeTreeModel::DefinitionColumn:
        return row.definition.empty() ? notPublished(row) : toQString(row.definition);
    case ScopeTreeModel::UserDisplayColumn:
        return row.userDisplay.data() == nullptr ? notPublished(row) : toQString(row.userDisplay);
    case ScopeTreeModel::ProductColumn:
        return knownOr(catalog.product(row.product), "unknown");
    case ScopeTreeModel::ApprovalColumn:
        return knownOr(catalog.approval(row.approval), "unknown");
    case ScopeTreeModel::ObtainedByColumn:
        return obtainedByText(row.obtainedBy);
    case ScopeTreeModel::EndpointsColumn:
        return endpointNames(catalog, scope);
    case ScopeTreeModel::FieldsColumn:
        return fieldNames(catalog, scope);
    default:
        return {};
    }
}

QString columnTitle(int column)
{
    switch (column) {
    case ScopeTreeModel::ScopeColumn:
        return tr("Scope");
    case ScopeTreeModel::DefinitionColumn:
        return tr("Definition");
    case ScopeTreeModel::UserDisplayColumn:
        return tr("User display");
    case ScopeTreeModel::ProductColumn:
        return tr("Product");
    case ScopeTreeModel::ApprovalColumn:
        return tr("Approval");
    case ScopeTreeModel::ObtainedByColumn:
        return tr("Obtained by");
    case ScopeTreeModel::EndpointsColumn:
        return tr("Endpoints");
    case ScopeTreeModel::FieldsColumn:
        return tr("Fields");
    default:
        return {};
    }
}

QString columnHelp(int column)
{
    switch (column) {
    case ScopeTreeModel::ScopeColumn:
        return tr("The scope's name. Tick it to request it.");
    case ScopeTreeModel::DefinitionColumn:
        return tr("What the provider tells the developer.");
    case ScopeTreeModel::UserDisplayColumn:
        return tr(
            "What the end user reads. Words that the definition does not have are underlined; = marks a text that is the same.");
    case ScopeTreeModel::ProductColumn:
        return tr("The provider's product that the scope belongs to.");
    case ScopeTreeModel::ApprovalColumn:
        return tr("What the provider must approve before an app may ask for the scope.");
    case ScopeTreeModel::ObtainedByColumn:
        return tr("Whether the end user grants it or the client gets it by itself.");
    case ScopeTreeModel::EndpointsColumn:
        return tr("The calls that are documented to need it.");
    case ScopeTreeModel::FieldsColumn:
        return tr("The fields of an answer that are documented to need it.");
    default:
        return {};
    }
}

QString obtainedByText(ObtainedBy obtainedBy)
{
    switch (obtainedBy) {
    case ObtainedBy::UserAuthorization:
        return tr("user authorization");
    case ObtainedBy::ClientCredentials:
        return tr("client credentials");
    case ObtainedBy::Unknown:
        break;
    }
    return tr("unknown");
}

std::vector<ScopeId> orderedScopes(
    const ScopeCatalog& catalog, int column, bool descending, const std::function<bool()>& isWanted)
{
    std::vector<int> topics(static_cast<std::size_t>(catalog.topicCount()));
    std::iota(topics.begin(), topics.end(), 0);
    if (column == ScopeTreeModel::ScopeColumn)
        sortByText(topics, descending, [&](TopicId topic) { return toQString(catalog.topic(topic).name); });
    std::vector<ScopeId> order;
    order.reserve(static_cast<std::size_t>(catalog.scopeCount()));
    for (const TopicId topic : topics) {
        if (isWanted && !isWanted())
            break;
        const auto scopes = catalog.scopesOf(topic);
        order.insert(order.end(), scopes.begin(), scopes.end());
        if (column >= 0)
            sortByText(std::span(order).last(scopes.size()), descending,
                [&](ScopeId scope) { return columnText(catalog, scope, column); });
    }
    return order;
}

} // namespace scopes
