#include "analysis/CallPart.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <unordered_map>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CallPart", text);
}

const ParameterValue& valueOf(const CallPart& part, const Endpoint& endpoint)
{
    return endpoint.parameters[static_cast<std::size_t>(part.parameter)].values[static_cast<std::size_t>(part.value)];
}

template <typename T>
void addSorted(std::vector<T>& all, const std::vector<T>& more)
{
    all.insert(all.end(), more.begin(), more.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

/// The texts, or the first of them and how many more there are; one more is named as well.
QString joined(QStringList texts, const QString& between, qsizetype most)
{
    const qsizetype more = texts.size() - most;
    if (more <= 1)
        return texts.join(between);
    texts.resize(most);
    return tr("%1, and %2 more").arg(texts.join(between), QString::number(more));
}

} // namespace

QString nameOf(const CallPart& part, const ScopeCatalog& catalog)
{
    const Endpoint& endpoint = catalog.endpoint(part.endpoint);
    QString id = toQString(endpoint.id);
    if (part.field != noId)
        return id + u'#' + toQString(endpoint.fields[static_cast<std::size_t>(part.field)].name);
    if (part.parameter == noId)
        return id;
    const Text parameter = endpoint.parameters[static_cast<std::size_t>(part.parameter)].name;
    return id + u'?' + toQString(parameter) + u'=' + toQString(valueOf(part, endpoint).value);
}

const Requirement& requirementOf(const CallPart& part, const ScopeCatalog& catalog)
{
    const Endpoint& endpoint = catalog.endpoint(part.endpoint);
    if (part.field != noId)
        return endpoint.fields[static_cast<std::size_t>(part.field)].requirement;
    return part.parameter != noId ? valueOf(part, endpoint).requirement : endpoint.requirement;
}

bool isDecidedByFields(const CallPart& part, const ScopeCatalog& catalog)
{
    const Endpoint& endpoint = catalog.endpoint(part.endpoint);
    const auto isDocumented = [](const Field& field) { return !field.requirement.alternatives.empty(); };
    return part.isCall() && endpoint.requirement.alternatives.empty()
        && std::any_of(endpoint.fields.begin(), endpoint.fields.end(), isDocumented);
}

QString needInWords(const CallPart& part, const ScopeCatalog& catalog, qsizetype most)
{
    const auto& alternatives = requirementOf(part, catalog).alternatives;
    if (alternatives.empty())
        return isDecidedByFields(part, catalog) ? tr("what its fields need") : tr("not documented");
    QStringList texts;
    bool hasSeveral = false;
    for (const auto& all : alternatives) {
        QStringList names;
        for (const ScopeId scope : all)
            names += toQString(catalog.scope(scope).name);
        if (names.isEmpty())
            return tr("no scope");
        hasSeveral = hasSeveral || names.size() > 1;
        texts += joined(names, tr(" and "), most);
    }
    return joined(texts, hasSeveral ? tr(", or ") : tr(" or "), most);
}

std::vector<CallPart> Call::parts() const
{
    std::vector<CallPart> all{{endpoint, noId, noId, noId}};
    for (const int field : fields)
        all.push_back({endpoint, field, noId, noId});
    all.insert(all.end(), values.begin(), values.end());
    return all;
}

std::vector<Call> merged(const std::vector<Call>& calls)
{
    std::vector<Call> result;
    result.reserve(calls.size());
    std::unordered_map<EndpointId, std::size_t> places;
    for (const Call& call : calls) {
        const auto [place, isNew] = places.try_emplace(call.endpoint, result.size());
        if (isNew)
            result.push_back({call.endpoint, {}, {}});
        Call& target = result[place->second];
        addSorted(target.fields, call.fields);
        addSorted(target.values, call.values);
    }
    return result;
}

} // namespace scopes
