#include "models/CallParts.h"

#include <algorithm>

namespace scopes {

CallParts::CallParts(const ScopeCatalog& catalog)
    : m_catalog(catalog)
    , m_firsts(catalog.callPartStarts())
{
    m_parts.reserve(static_cast<std::size_t>(m_firsts.back()));
    const auto count = static_cast<EndpointId>(catalog.endpoints().size());
    for (EndpointId id = 0; id < count; ++id) {
        m_parts.push_back({id, noId, noId, noId});
        // Looking at each of 280,000 calls takes 20 milliseconds; most have no parts.
        if (this->count() == m_firsts[static_cast<std::size_t>(id) + 1])
            continue;
        const Endpoint& endpoint = catalog.endpoint(id);
        for (int field = 0; field < static_cast<int>(endpoint.fields.size()); ++field)
            m_parts.push_back({id, field, noId, noId});
        for (int parameter = 0; parameter < static_cast<int>(endpoint.parameters.size()); ++parameter) {
            const auto values = static_cast<int>(endpoint.parameters[static_cast<std::size_t>(parameter)].values.size());
            for (int value = 0; value < values; ++value)
                m_parts.push_back({id, noId, parameter, value});
        }
    }
}

/// Calls @p visit with the number of each part of that name, those of a call in ascending order: a field that is documented twice
/// has one name.
template <typename Visitor>
void CallParts::forEachNamed(const QString& name, Visitor visit) const
{
    const QByteArray utf8 = name.toUtf8();
    if (const EndpointId endpoint = m_catalog.findEndpoint(utf8); endpoint != noId)
        visit(callOf(endpoint));
    for (qsizetype mark = 0; mark < utf8.size(); ++mark) {
        if (utf8[mark] != '#' && utf8[mark] != '?')
            continue;
        const EndpointId endpoint = m_catalog.findEndpoint(QByteArrayView(utf8).first(mark));
        if (endpoint == noId)
            continue;
        const int call = callOf(endpoint);
        for (int member = call + 1; member < endOf(call); ++member) {
            if (this->name(member) == name)
                visit(member);
        }
    }
}

int CallParts::find(const QString& name) const
{
    int first = noId;
    forEachNamed(name, [&](int number) { first = first == noId ? number : std::min(first, number); });
    return first;
}

PartSet CallParts::chosen(const QStringList& names) const
{
    PartSet parts(count());
    for (const QString& name : names) {
        forEachNamed(name, [&](int number) {
            parts.insert(number);
            parts.insert(callOfPart(number));
        });
    }
    return parts;
}

std::vector<Call> CallParts::calls(const QStringList& names) const
{
    std::vector<Call> calls;
    chosen(names).forEach([&](int number) {
        const CallPart& part = at(number);
        if (part.isCall())
            calls.push_back({part.endpoint, {}, {}});
        else if (part.field != noId)
            calls.back().fields.push_back(part.field);
        else
            calls.back().values.push_back(part);
    });
    return calls;
}

} // namespace scopes
