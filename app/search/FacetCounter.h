#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
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
        m_facets.push_back({chosen, {}});
        m_isAnyChosen |= chosen.has_value();
        m_facets.back().counts.values.resize(valueCount);
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
        for (std::size_t facet = 0; m_isAnyChosen && facet < m_facets.size(); ++facet) {
            if (m_facets[facet].chosen.value_or(values[facet]) != values[facet]) {
                ++failures;
                failing = facet;
            }
        }
        // One that fails a single facet would be a row if that facet asked for its value.
        if (failures == 1)
            m_facets[failing].count(values[failing]);
        for (std::size_t facet = 0; failures == 0 && facet < m_facets.size(); ++facet)
            m_facets[facet].count(values[facet]);
        return failures == 0;
    }

    /// Of the facet that was added as number @p facet; to be asked once.
    FacetCounts take(std::size_t facet) { return std::move(m_facets[facet].counts); }

private:
    struct Facet
    {
        std::optional<int> chosen;
        FacetCounts counts;

        void count(int value)
        {
            ++counts.all;
            ++counts.values[static_cast<std::size_t>(value)];
        }
    };

    std::vector<Facet> m_facets;
    bool m_isAnyChosen = false;
};

} // namespace scopes
