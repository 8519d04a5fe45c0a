#include "analysis/HittingSearch.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

int count(const std::vector<std::uint64_t>& bits)
{
    int sum = 0;
    for (const std::uint64_t word : bits)
        sum += std::popcount(word);
    return sum;
}

} // namespace

bool HittingSearch::suits(const CoverInstance& instance)
{
    constexpr std::size_t many = 8;
    const auto alternatives = static_cast<std::size_t>(instance.first(instance.requirementCount()));
    return instance.elements().size() == alternatives
        && alternatives >= many * static_cast<std::size_t>(instance.requirementCount());
}

HittingSearch::HittingSearch(const CoverInstance& instance, const std::vector<RankedSet>& parts, std::function<bool()> hasTime)
    : m_parts(parts)
    , m_hasTime(std::move(hasTime))
    , m_elements(instance.elements())
    , m_words(at(instance.requirementCount() + 63) / 64)
{
    std::sort(m_elements.begin(), m_elements.end());
    m_elements.erase(std::unique(m_elements.begin(), m_elements.end()), m_elements.end());
    m_isExcluded.assign(m_elements.size(), 0);
    m_met.assign(m_elements.size() * m_words, 0);
    for (const int element : m_elements)
        m_weights.push_back(static_cast<int>(parts[at(element)].elements.size()));
    findHolders(instance);
}

void HittingSearch::findHolders(const CoverInstance& instance)
{
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        std::vector<int> holders;
        for (const int element : instance.elementsOf(requirement)) {
            const auto place = std::lower_bound(m_elements.begin(), m_elements.end(), element) - m_elements.begin();
            holders.push_back(static_cast<int>(place));
            m_met[static_cast<std::size_t>(place) * m_words + at(requirement) / 64] |= std::uint64_t{1} << (requirement % 64);
        }
        m_holders.push_back(std::move(holders));
    }
}

SetFamily HittingSearch::run(int limit, int most, bool keepTies)
{
    m_limit = limit;
    m_most = most;
    m_keepTies = keepTies;
    Bits unmet(m_words, 0);
    for (std::size_t requirement = 0; requirement < m_holders.size(); ++requirement)
        unmet[requirement / 64] |= std::uint64_t{1} << (requirement % 64);
    search(unmet, 0);
    return std::move(m_family);
}

void HittingSearch::report()
{
    SetFamily found = SetFamily::ofNothing();
    for (const int place : m_chosen)
        found.join(m_parts[at(m_elements[at(place)])]);
    m_limit = m_keepTies ? found.size : found.size - 1;
    m_family.add(std::move(found), m_most);
}

/// False if even the element that meets the most for its weight would be needed too often.
bool HittingSearch::canBeMet(const Bits& unmet, int left) const
{
    const int wanted = count(unmet);
    for (std::size_t place = 0; place < m_elements.size(); ++place) {
        if (m_isExcluded[place] != 0)
            continue;
        if (metBy(static_cast<int>(place), unmet) * left >= wanted * m_weights[place])
            return true;
    }
    return false;
}

/// The unmet requirement that the fewest elements can meet.
int HittingSearch::rarest(const Bits& unmet) const
{
    int rarest = -1;
    std::ptrdiff_t fewest = 0;
    for (int requirement = 0; requirement < static_cast<int>(m_holders.size()); ++requirement) {
        if ((unmet[at(requirement) / 64] >> (requirement % 64) & 1U) == 0)
            continue;
        const auto& holders = m_holders[at(requirement)];
        const auto open =
            std::count_if(holders.begin(), holders.end(), [this](int place) { return m_isExcluded[at(place)] == 0; });
        if (rarest < 0 || open < fewest) {
            rarest = requirement;
            fewest = open;
        }
    }
    return rarest;
}

int HittingSearch::metBy(int place, const Bits& unmet) const
{
    int shared = 0;
    for (std::size_t word = 0; word < m_words; ++word)
        shared += std::popcount(m_met[at(place) * m_words + word] & unmet[word]);
    return shared;
}

/// The elements that meet the requirement; where one set is enough, those first that meet most, so that it is found soon.
std::vector<int> HittingSearch::holdersOf(int requirement, const Bits& unmet) const
{
    std::vector<int> holders = m_holders[at(requirement)];
    if (m_keepTies)
        return holders;
    std::vector<std::pair<int, int>> ranked;
    ranked.reserve(holders.size());
    for (const int place : holders)
        ranked.emplace_back(-metBy(place, unmet), place);
    std::sort(ranked.begin(), ranked.end());
    std::transform(ranked.begin(), ranked.end(), holders.begin(), [](const auto& one) { return one.second; });
    return holders;
}

void HittingSearch::search(const Bits& unmet, int used)
{
    if (!m_hasTime())
        return;
    if (count(unmet) == 0)
        return report();
    if (used >= m_limit || !canBeMet(unmet, m_limit - used))
        return;
    std::vector<int> tried;
    Bits left = unmet;
    for (const int place : holdersOf(rarest(unmet), unmet)) {
        if (m_isExcluded[at(place)] != 0)
            continue;
        const int weight = m_weights[at(place)];
        for (std::size_t word = 0; word < m_words; ++word)
            left[word] = unmet[word] & ~m_met[at(place) * m_words + word];
        if (used + weight < m_limit || (used + weight == m_limit && count(left) == 0)) {
            m_chosen.push_back(place);
            search(left, used + weight);
            m_chosen.pop_back();
        }
        // What follows is without this element, so that no set is found twice.
        m_isExcluded[at(place)] = 1;
        tried.push_back(place);
    }
    for (const int place : tried)
        m_isExcluded[at(place)] = 0;
}

} // namespace scopes
