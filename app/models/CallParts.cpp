#include "models/CallParts.h"

namespace scopes {

CallParts::CallParts(const ScopeCatalog& catalog)
    : m_catalog(catalog)
{
    const auto count = static_cast<EndpointId>(catalog.endpoints().size());
    for (EndpointId id = 0; id < count; ++id) {
        const Endpoint& endpoint = catalog.endpoint(id);
        m_firsts.push_back(this->count());
        m_parts.push_back({id, noId, noId, noId});
        for (int field = 0; field < static_cast<int>(endpoint.fields.size()); ++field)
            m_parts.push_back({id, field, noId, noId});
        for (int parameter = 0; parameter < static_cast<int>(endpoint.parameters.size()); ++parameter) {
            const auto values = static_cast<int>(endpoint.parameters[static_cast<std::size_t>(parameter)].values.size());
            for (int value = 0; value < values; ++value)
                m_parts.push_back({id, noId, parameter, value});
        }
    }
    m_firsts.push_back(this->count());
    m_byName.reserve(this->count());
    for (int number = this->count() - 1; number >= 0; --number) // what is put in last is found first
        m_byName.insert(name(number), number);
}

PartSet CallParts::chosen(const QStringList& names) const
{
    PartSet parts(count());
    for (const QString& name : names) {
        for (auto found = m_byName.constFind(name); found != m_byName.constEnd() && found.key() == name; ++found) {
            parts.insert(*found);
            parts.insert(callOfPart(*found));
        }
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
