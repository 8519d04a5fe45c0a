#include "cli/ListFormats.h"

#include "catalog/StableNames.h"
#include "cli/TextTable.h"
#include "document/VisibleText.h"
#include "request/Quoting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

/// The whole text, made safe to show.
QString shown(Text text)
{
    const QString all = toQString(text);
    return visibleText(all, all.size());
}

/// Null for what is not known.
QJsonValue orNull(Text text)
{
    return text.data() == nullptr ? QJsonValue(QJsonValue::Null) : QJsonValue(toQString(text));
}

QJsonArray endpointsOf(const ScopeCatalog& catalog, ScopeId scope)
{
    QJsonArray list;
    for (const EndpointId id : catalog.endpointsOf(scope)) {
        const Endpoint& endpoint = catalog.endpoint(id);
        list.append(QJsonObject{{u"id"_s, toQString(endpoint.id)}, {u"name"_s, toQString(endpoint.name)},
            {u"method"_s, toQString(endpoint.method)}, {u"url"_s, toQString(endpoint.url)}});
    }
    return list;
}

QJsonArray fieldsOf(const ScopeCatalog& catalog, ScopeId scope)
{
    QJsonArray list;
    for (const auto& [endpoint, field] : catalog.fieldsOf(scope)) {
        const Endpoint& call = catalog.endpoint(endpoint);
        list.append(QJsonObject{
            {u"endpoint"_s, toQString(call.id)}, {u"name"_s, toQString(call.fields[static_cast<std::size_t>(field)].name)}});
    }
    return list;
}

QJsonArray namesOf(const ScopeCatalog& catalog, const std::vector<ScopeId>& ids)
{
    QJsonArray names;
    for (const ScopeId id : ids)
        names.append(toQString(catalog.scope(id).name));
    return names;
}

/// 'GET https://… ; POST https://…'
QString callsOf(const ScopeCatalog& catalog, ScopeId scope)
{
    QStringList calls;
    for (const EndpointId id : catalog.endpointsOf(scope))
        calls += toQString(catalog.endpoint(id).method) + u' ' + toQString(catalog.endpoint(id).url);
    return calls.join(u"; "_s);
}

QString markdownCell(Text text)
{
    return markdownLine(toQString(text));
}

QString recordsOf(const ScopeCatalog& catalog, QString (*record)(const QStringList&))
{
    QString text = record({u"name"_s, u"topic"_s, u"definition"_s, u"userDisplay"_s, u"product"_s, u"approval"_s, u"obtainedBy"_s,
        u"status"_s, u"region"_s, u"endpoints"_s});
    for (ScopeId id = 0; id < catalog.scopeCount(); ++id) {
        const Scope& scope = catalog.scope(id);
        text += record({toQString(scope.name), toQString(catalog.topic(scope.topic).name), toQString(scope.definition),
            toQString(scope.userDisplay), toQString(catalog.product(scope.product)), toQString(catalog.approval(scope.approval)),
            toQString(nameOf(scope.obtainedBy)), toQString(nameOf(scope.status)), toQString(catalog.details(scope).region),
            callsOf(catalog, id)});
    }
    return text;
}

} // namespace

QString listAsTable(const ScopeCatalog& catalog, int columns)
{
    std::vector<QStringList> rows{{tr("SCOPE"), tr("TOPIC"), tr("DEFINITION"), tr("USER DISPLAY")}};
    rows.reserve(catalog.scopes().size() + 1);
    for (const Scope& scope : catalog.scopes())
        rows.push_back({shown(scope.name), shown(catalog.topic(scope.topic).name),
            scope.definition.empty() ? tr("(not published)") : shown(scope.definition),
            scope.userDisplay.data() == nullptr ? tr("(not published)") : shown(scope.userDisplay)});
    return textTable(rows, columns);
}

QJsonObject scopeAsJson(const ScopeCatalog& catalog, ScopeId id)
{
    const Scope& scope = catalog.scope(id);
    const ScopeDetails& details = catalog.details(scope);
    QJsonObject object{{u"name"_s, toQString(scope.name)}, {u"topic"_s, toQString(catalog.topic(scope.topic).name)},
        {u"definition"_s, toQString(scope.definition)}, {u"userDisplay"_s, orNull(scope.userDisplay)},
        {u"product"_s, orNull(catalog.product(scope.product))}, {u"approval"_s, orNull(catalog.approval(scope.approval))},
        {u"obtainedBy"_s, orNull(nameOf(scope.obtainedBy))}, {u"status"_s, toQString(nameOf(scope.status))},
        {u"region"_s, orNull(details.region)}, {u"replacedBy"_s, namesOf(catalog, details.replacedBy)},
        {u"endpoints"_s, endpointsOf(catalog, id)}, {u"fields"_s, fieldsOf(catalog, id)},
        {u"source"_s, toQString(catalog.source(scope.source).id)}};
    for (const Fact& note : details.ownNotes)
        object.insert(u"ownNote"_s, toQString(note.text));
    return object;
}

QJsonArray scopesAsJson(const ScopeCatalog& catalog)
{
    QJsonArray list;
    for (ScopeId id = 0; id < catalog.scopeCount(); ++id)
        list.append(scopeAsJson(catalog, id));
    return list;
}

QString listAsJson(const ScopeCatalog& catalog)
{
    return QString::fromUtf8(QJsonDocument(scopesAsJson(catalog)).toJson());
}

QString listAsCsv(const ScopeCatalog& catalog)
{
    return recordsOf(catalog, csvRecord);
}

QString listAsTsv(const ScopeCatalog& catalog)
{
    return recordsOf(catalog, tsvRecord);
}

QString listAsHtml(const ScopeCatalog& catalog)
{
    QString body = u"<table>\n<thead><tr><th>"_s
        + QStringList{tr("Scope"), tr("Topic"), tr("Definition"), tr("User display")}.join(u"</th><th>"_s)
        + u"</th></tr></thead>\n<tbody>\n"_s;
    for (const Scope& scope : catalog.scopes())
        body += u"<tr><td><code>"_s + htmlText(toQString(scope.name)) + u"</code></td><td>"_s
            + htmlText(toQString(catalog.topic(scope.topic).name)) + u"</td><td>"_s
            + htmlText(scope.definition.empty() ? tr("(not published)") : toQString(scope.definition)) + u"</td><td>"_s
            + htmlText(scope.userDisplay.data() == nullptr ? tr("(not published)") : toQString(scope.userDisplay))
            + u"</td></tr>\n"_s;
    return htmlPage(tr("Scopes of %1").arg(catalog.name()), body + u"</tbody>\n</table>\n"_s);
}

QString listAsMarkdown(const ScopeCatalog& catalog)
{
    QString text = u"| "_s + QStringList{tr("Scope"), tr("Topic"), tr("Definition"), tr("User display")}.join(u" | "_s)
        + u" |\n| --- | --- | --- | --- |\n"_s;
    for (const Scope& scope : catalog.scopes()) {
        const QString topic = markdownCell(catalog.topic(scope.topic).name);
        text += u"| "_s
            + QStringList{markdownName(toQString(scope.name)), topic, markdownCell(scope.definition),
                markdownCell(scope.userDisplay)}
                  .join(u" | "_s)
            + u" |\n"_s;
    }
    return text;
}

} // namespace scopes
