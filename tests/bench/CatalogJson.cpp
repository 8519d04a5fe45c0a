#include "CatalogJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace scopes::tests {

using namespace Qt::StringLiterals;

namespace {

/// The text, or null for one that has no memory: unknown.
QJsonValue orNull(Text text)
{
    return text.data() == nullptr ? QJsonValue(QJsonValue::Null) : QJsonValue(toQString(text));
}

QJsonValue word(ObtainedBy obtainedBy)
{
    switch (obtainedBy) {
    case ObtainedBy::Unknown:
        return QJsonValue::Null;
    case ObtainedBy::UserAuthorization:
        return u"user authorization"_s;
    case ObtainedBy::ClientCredentials:
        return u"client credentials"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray alternatives(const ScopeCatalog& catalog, const Requirement& requirement)
{
    QJsonArray list;
    for (const auto& all : requirement.alternatives) {
        QJsonArray names;
        for (const ScopeId scope : all)
            names.append(toQString(catalog.scope(scope).name));
        list.append(names);
    }
    return list;
}

QJsonObject scopeObject(const ScopeCatalog& catalog, const Scope& scope)
{
    return {{u"name"_s, toQString(scope.name)}, {u"topic"_s, toQString(catalog.topic(scope.topic).id)},
        {u"definition"_s, toQString(scope.definition)}, {u"userDisplay"_s, orNull(scope.userDisplay)},
        {u"status"_s, u"documented"_s}, {u"product"_s, orNull(catalog.product(scope.product))},
        {u"approval"_s, orNull(catalog.approval(scope.approval))}, {u"obtainedBy"_s, word(scope.obtainedBy)},
        {u"region"_s, QJsonValue::Null}, {u"targetApis"_s, QJsonArray()}, {u"facts"_s, QJsonArray()},
        {u"source"_s, toQString(catalog.source(scope.source).id)}};
}

QJsonObject endpointObject(const ScopeCatalog& catalog, const Endpoint& endpoint)
{
    QJsonArray fields;
    for (const Field& field : endpoint.fields)
        fields.append(QJsonObject{{u"name"_s, toQString(field.name)}, {u"requires"_s, alternatives(catalog, field.requirement)}});
    return {{u"id"_s, toQString(endpoint.id)}, {u"name"_s, toQString(endpoint.name)}, {u"method"_s, toQString(endpoint.method)},
        {u"url"_s, toQString(endpoint.url)}, {u"product"_s, QJsonValue::Null}, {u"token"_s, u"user access token"_s},
        {u"requires"_s, alternatives(catalog, endpoint.requirement)}, {u"fields"_s, fields},
        {u"source"_s, toQString(catalog.source(endpoint.source).id)}};
}

} // namespace

QByteArray toJson(const ScopeCatalog& catalog)
{
    QJsonArray sources;
    for (const Source& source : catalog.sources())
        sources.append(QJsonObject{{u"id"_s, toQString(source.id)}, {u"title"_s, toQString(source.title)},
            {u"retrieved"_s, toQString(source.retrieved)}, {u"kind"_s, u"provider"_s}});
    QJsonArray topics;
    for (const Topic& topic : catalog.topics())
        topics.append(QJsonObject{{u"id"_s, toQString(topic.id)}, {u"name"_s, toQString(topic.name)}});
    QJsonArray scopeList;
    for (const Scope& scope : catalog.scopes())
        scopeList.append(scopeObject(catalog, scope));
    QJsonArray endpoints;
    for (const Endpoint& endpoint : catalog.endpoints())
        endpoints.append(endpointObject(catalog, endpoint));
    // In the order in which our files have them, which QJsonObject does not keep.
    QByteArray json = "{";
    const auto add = [&](const QString& name, const QJsonValue& value) {
        const QByteArray object = QJsonDocument(QJsonObject{{name, value}}).toJson(QJsonDocument::Compact);
        json += (json.size() > 1 ? "," : "") + object.sliced(1, object.size() - 2);
    };
    add(u"format"_s, u"scope-explorer-catalog"_s);
    add(u"version"_s, 1);
    add(u"id"_s, catalog.id());
    add(u"name"_s, catalog.name());
    add(u"retrieved"_s, catalog.retrieved());
    add(u"sources"_s, sources);
    add(u"provider"_s, QJsonObject{{u"name"_s, toQString(catalog.provider().name)}});
    add(u"topics"_s, topics);
    add(u"scopes"_s, scopeList);
    add(u"endpoints"_s, endpoints);
    add(u"otherScopes"_s, QJsonArray());
    return json + '}';
}

} // namespace scopes::tests
