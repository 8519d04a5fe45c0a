#include "cli/CatalogText.h"

#include "analysis/CallPart.h"
#include "catalog/StableNames.h"
#include "document/VisibleText.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

QString shown(Text text)
{
    const QString all = toQString(text);
    return visibleText(all, all.size());
}

/// Lines such as '  Product: Login Kit'.
class Lines
{
public:
    explicit Lines(const QString& heading)
        : m_text(heading + u'\n')
    {
    }

    void add(const QString& label, const QString& value)
    {
        if (!value.isEmpty())
            m_text += u"  "_s + label + u": "_s + value + u'\n';
    }

    void add(const QString& label, Text value) { add(label, shown(value)); }

    void addOrUnknown(const QString& label, Text value) { add(label, value.empty() ? tr("not documented") : shown(value)); }

    void addItem(const QString& value) { m_text += u"    "_s + value + u'\n'; }

    void addHeading(const QString& label) { m_text += u"  "_s + label + u":\n"_s; }

    QString text() const { return m_text; }

private:
    QString m_text;
};

QString callInWords(const Endpoint& call)
{
    return shown(call.method) + u' ' + shown(call.url) + u" ("_s + shown(call.id) + u')';
}

QString shownNeed(const CallPart& part, const ScopeCatalog& catalog)
{
    const QString need = needInWords(part, catalog);
    return visibleText(need, need.size());
}

QStringList namesOf(const ScopeCatalog& catalog, const std::vector<ScopeId>& ids)
{
    QStringList names;
    for (const ScopeId id : ids)
        names += toQString(catalog.scope(id).name);
    return names;
}

void addCalls(Lines& lines, const ScopeCatalog& catalog, ScopeId id)
{
    if (!catalog.endpointsOf(id).empty())
        lines.addHeading(tr("Calls that name it"));
    for (const EndpointId call : catalog.endpointsOf(id))
        lines.addItem(callInWords(catalog.endpoint(call)));
    if (!catalog.fieldsOf(id).empty())
        lines.addHeading(tr("Fields that name it"));
    for (const auto& [call, field] : catalog.fieldsOf(id)) {
        const Endpoint& endpoint = catalog.endpoint(call);
        lines.addItem(shown(endpoint.id) + u'#' + shown(endpoint.fields[static_cast<std::size_t>(field)].name));
    }
}

void addFacts(Lines& lines, const ScopeCatalog& catalog, const Facts& facts)
{
    if (!facts.empty())
        lines.addHeading(tr("Facts"));
    for (const Fact& fact : facts)
        lines.addItem(shown(fact.text) + u" ["_s + sourceInWords(catalog, fact.source) + u']');
}

QJsonArray toJson(const ScopeCatalog& catalog, const Requirement& requirement)
{
    QJsonArray alternatives;
    for (const auto& alternative : requirement.alternatives)
        alternatives.append(QJsonArray::fromStringList(namesOf(catalog, alternative)));
    return alternatives;
}

} // namespace

QString sourceInWords(const ScopeCatalog& catalog, SourceId id)
{
    if (id == noId)
        return {};
    const Source& source = catalog.source(id);
    if (source.kind == Source::Kind::Own)
        return shown(source.title) + u", "_s + shown(source.retrieved);
    QStringList parts;
    for (const Text part : {source.title, source.url}) {
        if (!part.empty())
            parts += shown(part);
    }
    if (!source.retrieved.empty())
        parts += tr("read %1").arg(shown(source.retrieved));
    return parts.join(u", "_s);
}

QString scopeAsText(const ScopeCatalog& catalog, ScopeId id)
{
    const Scope& scope = catalog.scope(id);
    const ScopeDetails& details = catalog.details(scope);
    Lines lines(shown(scope.name));
    lines.add(tr("Topic"), catalog.topic(scope.topic).name);
    lines.add(tr("For the developer"), scope.definition.empty() ? tr("not published") : shown(scope.definition));
    lines.add(tr("For the user"), scope.userDisplay.data() == nullptr ? tr("not published") : shown(scope.userDisplay));
    lines.addOrUnknown(tr("Product"), catalog.product(scope.product));
    lines.addOrUnknown(tr("Approval"), catalog.approval(scope.approval));
    lines.addOrUnknown(tr("Obtained by"), nameOf(scope.obtainedBy));
    lines.add(tr("Status"), nameOf(scope.status));
    lines.add(tr("Replaced by"), namesOf(catalog, details.replacedBy).join(u", "_s));
    lines.add(tr("Region"), details.region);
    lines.add(tr("Notes"), details.notes);
    addCalls(lines, catalog, id);
    addFacts(lines, catalog, details.facts);
    for (const Fact& note : details.ownNotes)
        lines.add(tr("Your note"), shown(note.text) + u" ["_s + sourceInWords(catalog, note.source) + u']');
    lines.add(tr("Source"), sourceInWords(catalog, scope.source));
    return lines.text();
}

QString endpointAsText(const ScopeCatalog& catalog, EndpointId id)
{
    const Endpoint& call = catalog.endpoint(id);
    Lines lines(callInWords(call));
    lines.add(tr("Name"), call.name);
    lines.addOrUnknown(tr("Product"), catalog.product(call.product));
    lines.add(tr("Group"), catalog.group(call));
    lines.addOrUnknown(tr("Token"), nameOf(call.token));
    lines.add(tr("Needs"), shownNeed({id}, catalog));
    if (!call.fields.empty())
        lines.addHeading(tr("Fields, and what each needs"));
    for (int field = 0; field < static_cast<int>(call.fields.size()); ++field)
        lines.addItem(shown(call.fields[static_cast<std::size_t>(field)].name) + u": "_s + shownNeed({id, field}, catalog));
    for (int i = 0; i < static_cast<int>(call.parameters.size()); ++i) {
        const Parameter& parameter = call.parameters[static_cast<std::size_t>(i)];
        lines.addHeading(tr("Values of %1, and what each needs").arg(shown(parameter.name)));
        for (int value = 0; value < static_cast<int>(parameter.values.size()); ++value)
            lines.addItem(shown(parameter.values[static_cast<std::size_t>(value)].value) + u": "_s
                + shownNeed({id, noId, i, value}, catalog));
    }
    lines.add(tr("Limits"), call.limits);
    lines.add(tr("Notes"), call.notes);
    lines.add(tr("How sure this is"), call.confidence);
    lines.add(tr("Documentation"), call.documentation);
    lines.add(tr("Source"), sourceInWords(catalog, call.source));
    return lines.text();
}

QJsonObject endpointAsJson(const ScopeCatalog& catalog, EndpointId id)
{
    const Endpoint& call = catalog.endpoint(id);
    QJsonArray fields;
    for (const Field& field : call.fields)
        fields.append(QJsonObject{{u"name"_s, toQString(field.name)}, {u"requires"_s, toJson(catalog, field.requirement)}});
    QJsonArray parameters;
    for (const Parameter& parameter : call.parameters) {
        for (const ParameterValue& value : parameter.values)
            parameters.append(QJsonObject{{u"name"_s, toQString(parameter.name)}, {u"value"_s, toQString(value.value)},
                {u"requires"_s, toJson(catalog, value.requirement)}});
    }
    const Text token = nameOf(call.token);
    return {{u"id"_s, toQString(call.id)}, {u"name"_s, toQString(call.name)}, {u"method"_s, toQString(call.method)},
        {u"url"_s, toQString(call.url)}, {u"requires"_s, toJson(catalog, call.requirement)},
        {u"token"_s, token.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(toQString(token))}, {u"fields"_s, fields},
        {u"parameters"_s, parameters},
        {u"source"_s,
            call.source == noId ? QJsonValue(QJsonValue::Null) : QJsonValue(toQString(catalog.source(call.source).id))}};
}

} // namespace scopes
