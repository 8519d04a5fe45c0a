#pragma once

#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

namespace scopes {

/// What a facet about a set of things asks for.
enum class Membership { All, In, Out };

/// How many rows each choice in one facet would leave, the other facets as they are.
struct FacetCounts
{
    int all = 0; ///< with no choice in this facet
    std::vector<int> values; ///< by the value's number
};

/// Lets through what fits the choice in every facet, and counts what each other choice would let through.
class FacetCounter
{
public:
    /// Adds a facet whose values have the numbers 0 to @p valueCount - 1. @p chosen is the only one that passes; none: each.
    void addFacet(std::size_t valueCount, std::optional<int> chosen)
    {
        m_chosen.push_back(chosen.value_or(any));
        m_isAnyChosen |= chosen.has_value();
        m_starts.push_back(m_counts.size());
        m_counts.resize(m_counts.size() + valueCount);
    }

    /// A facet of two values: 0 is not in the set, 1 is in it.
    void addFacet(Membership choice)
    {
        addFacet(2, choice == Membership::All ? std::nullopt : std::optional(choice == Membership::In ? 1 : 0));
    }

    /// True if a thing with these values, one for each facet, passes all of them.
    bool add(std::span<const int> values)
    {
        int failures = 0;
        std::size_t failing = 0;
        for (std::size_t facet = 0; m_isAnyChosen && facet < m_chosen.size(); ++facet) {
            if (m_chosen[facet] != any && m_chosen[facet] != values[facet]) {
                ++failures;
                failing = facet;
            }
        }
        // One that fails a single facet would be a row if that facet asked for its value.
        if (failures == 1)
            ++count(failing, values[failing]);
        for (std::size_t facet = 0; failures == 0 && facet < m_chosen.size(); ++facet)
            ++count(facet, values[facet]);
        return failures == 0;
    }

    /// Of the facet that was added as number @p facet.
    FacetCounts take(std::size_t facet) const
    {
        const std::size_t end = facet + 1 < m_starts.size() ? m_starts[facet + 1] : m_counts.size();
        const auto values = std::span(m_counts).subspan(m_starts[facet], end - m_starts[facet]);
        return {std::accumulate(values.begin(), values.end(), 0), {values.begin(), values.end()}};
    }

private:
    static constexpr int any = -1; ///< no choice

    int& count(std::size_t facet, int value) { return m_counts[m_starts[facet] + static_cast<std::size_t>(value)]; }

    bool m_isAnyChosen = false;
    std::vector<int> m_chosen; ///< by facet
    std::vector<std::size_t> m_starts; ///< by facet: where its values stand in m_counts
    std::vector<int> m_counts;
};

} // namespace scopes
