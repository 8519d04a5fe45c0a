#pragma once

#include "analysis/Inspection.h"

#include <cstdint>
#include <vector>

namespace scopes {

/// Gives each different name of an inspection a number from 0, in the order in which the names first stand in the text, so that
/// rules look at half a million names by their numbers and none of them hashes all names again. The occurrences must outlive it.
class NameNumbers
{
public:
    explicit NameNumbers(const std::vector<ScopeOccurrence>& occurrences);

    /// How many different names there are.
    int count() const { return static_cast<int>(m_firsts.size()); }

    /// The number of the name of an occurrence.
    int of(int occurrence) const { return m_numbers[static_cast<std::size_t>(occurrence)]; }

    const QString& name(int number) const { return nameAt(m_firsts[static_cast<std::size_t>(number)]); }

    /// -1 if the name is not among them.
    int find(QStringView name) const;

private:
    /// A place of the table; the hash is kept so that other names are told apart without being read.
    struct Slot
    {
        std::uint32_t hash = 0;
        int number = -1;
    };

    const QString& nameAt(int occurrence) const { return m_occurrences[static_cast<std::size_t>(occurrence)].name; }

    std::size_t slotOf(QStringView name, std::uint32_t hash) const;

    const std::vector<ScopeOccurrence>& m_occurrences; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<int> m_numbers; ///< by occurrence
    std::vector<int> m_firsts; ///< by number: the first occurrence
    std::vector<Slot> m_slots; ///< a power of two, at most half full
};

} // namespace scopes
