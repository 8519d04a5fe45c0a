#pragma once

#include "analysis/CallPart.h"

#include <span>
#include <vector>

namespace scopes {

/// A set of the parts of a catalog's calls, by their numbers.
using PartSet = ScopeSet;

/// All calls of a catalog with their fields and parameter values, numbered: of each endpoint the call, then its fields, then its
/// values, in catalog order.
class CallParts
{
public:
    /// @p catalog outlives this.
    explicit CallParts(const ScopeCatalog& catalog);

    int count() const { return static_cast<int>(m_parts.size()); }

    const CallPart& at(int number) const { return m_parts[static_cast<std::size_t>(number)]; }

    /// The number of the endpoint's call; for the count of endpoints, count().
    int callOf(EndpointId endpoint) const { return m_firsts[static_cast<std::size_t>(endpoint)]; }

    /// That of the call that the part belongs to; its own if it is one.
    int callOfPart(int number) const { return callOf(at(number).endpoint); }

    /// The number behind the last part of the call.
    int endOf(int call) const { return m_firsts[static_cast<std::size_t>(at(call).endpoint) + 1]; }

    QString name(int number) const { return nameOf(at(number), m_catalog); }

    /// The first part of that name; noId if the catalog has none.
    int find(const QString& name) const;

    /// The parts of these names; with a field or value its call.
    PartSet chosen(const QStringList& names) const;

    /// The same as calls, in catalog order.
    std::vector<Call> calls(const QStringList& names) const;

private:
    template <typename Visitor>
    void forEachNamed(const QString& name, Visitor visit) const;

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<CallPart> m_parts;
    std::span<const int> m_firsts; ///< by endpoint; one more at the end
};

} // namespace scopes
