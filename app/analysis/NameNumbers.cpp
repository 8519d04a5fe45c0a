#include "analysis/NameNumbers.h"

#include <QHashFunctions>

#include <bit>

namespace scopes {

namespace {

std::uint32_t hashOf(QStringView name)
{
    return static_cast<std::uint32_t>(qHash(name));
}

} // namespace

NameNumbers::NameNumbers(const std::vector<ScopeOccurrence>& occurrences)
    : m_occurrences(occurrences)
    , m_slots(std::bit_ceil(occurrences.size() * 2 + 1))
{
    m_numbers.reserve(occurrences.size());
    for (int occurrence = 0; occurrence < static_cast<int>(occurrences.size()); ++occurrence) {
        const std::uint32_t hash = hashOf(nameAt(occurrence));
        Slot& slot = m_slots[slotOf(nameAt(occurrence), hash)];
        if (slot.number < 0) {
            slot = {hash, count()};
            m_firsts.push_back(occurrence);
        }
        m_numbers.push_back(slot.number);
    }
}

int NameNumbers::find(QStringView name) const
{
    return m_slots[slotOf(name, hashOf(name))].number;
}

/// Where the name stands, or the free place where it would.
std::size_t NameNumbers::slotOf(QStringView name, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].number >= 0 && (m_slots[at].hash != hash || this->name(m_slots[at].number) != name))
        at = (at + 1) & mask;
    return at;
}

} // namespace scopes
