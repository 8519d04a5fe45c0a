#include "analysis/CoverImprovement.h"

#include <algorithm>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

CoverImprovement::CoverImprovement(CoverSearch& search, const CoverInstance& instance, const RankedSet& set)
    : m_search(search)
    , m_instance(instance)
    , m_isChosen(search.parts().size(), 0)
    , m_holders(search.parts().size())
    , m_isNeighbour(at(instance.requirementCount()), 0)
{
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        for (const int element : instance.elementsOf(requirement)) {
            auto& holders = m_holders[at(element)];
            if (holders.empty() || holders.back() != requirement)
                holders.push_back(requirement);
        }
    }
    choose(set);
}

/// A linear congruential generator (Knuth's MMIX): the same on every platform.
int CoverImprovement::random(int limit)
{
    m_state = m_state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<int>((m_state >> 33U) % static_cast<std::uint64_t>(limit));
}

/// Chooses those elements whose part is in the set.
void CoverImprovement::choose(const RankedSet& set)
{
    for (std::size_t element = 0; element < m_isChosen.size(); ++element) {
        const int first = m_search.parts()[element].elements.front();
        if (!m_holders[element].empty() && std::binary_search(set.elements.begin(), set.elements.end(), first))
            m_isChosen[element] = 1;
    }
}

bool CoverImprovement::isMet(int requirement) const
{
    for (int number = m_instance.first(requirement); number < m_instance.first(requirement + 1); ++number) {
        const auto elements = m_instance.alternative(number);
        if (std::all_of(elements.begin(), elements.end(), [this](int element) { return m_isChosen[at(element)] != 0; }))
            return true;
    }
    return false;
}

/// Some requirement and those around it.
void CoverImprovement::chooseNeighbours()
{
    for (const int requirement : m_neighbours)
        m_isNeighbour[at(requirement)] = 0;
    m_neighbours = {random(m_instance.requirementCount())};
    m_isNeighbour[at(m_neighbours.front())] = 1;
    const std::size_t wanted = at(10 + random(15));
    for (std::size_t next = 0; next < m_neighbours.size(); ++next) {
        for (const int element : m_instance.elementsOf(m_neighbours[next])) {
            for (const int requirement : m_holders[at(element)]) {
                if (m_isNeighbour[at(requirement)] != 0 || m_neighbours.size() >= wanted)
                    continue;
                m_isNeighbour[at(requirement)] = 1;
                m_neighbours.push_back(requirement);
            }
        }
    }
}

/// Takes back the choice of what only the neighbours need; gives what that was.
std::vector<int> CoverImprovement::release()
{
    std::vector<int> released;
    for (const int neighbour : m_neighbours) {
        for (const int element : m_instance.elementsOf(neighbour)) {
            if (m_isChosen[at(element)] == 0)
                continue;
            m_isChosen[at(element)] = 0;
            const auto& holders = m_holders[at(element)];
            const bool isNeeded = std::any_of(holders.begin(), holders.end(),
                [this](int requirement) { return m_isNeighbour[at(requirement)] == 0 && !isMet(requirement); });
            if (isNeeded)
                m_isChosen[at(element)] = 1;
            else
                released.push_back(element);
        }
    }
    return released;
}

CoverInstance CoverImprovement::unmetNeighbours() const
{
    CoverInstance rest;
    for (const int requirement : m_neighbours) {
        if (isMet(requirement))
            continue;
        for (int number = m_instance.first(requirement); number < m_instance.first(requirement + 1); ++number) {
            for (const int element : m_instance.alternative(number)) {
                if (m_isChosen[at(element)] == 0)
                    rest.addElement(element);
            }
            rest.closeAlternative();
        }
        rest.closeRequirement();
    }
    return rest;
}

void CoverImprovement::run(int places)
{
    constexpr int stepsForAPlace = 300;
    for (int place = 0; place < places && !m_search.isStopped(); ++place) {
        chooseNeighbours();
        const std::vector<int> released = release();
        const CoverInstance rest = unmetNeighbours();
        // As many elements are taken too: another set of the same size may lead on.
        const int limit = m_search.reducer().weightOf(released);
        const SetFamily found = m_search.oneSmallestWithin(rest, limit, stepsForAPlace);
        if (!found.isEmpty()) {
            choose(found.best.front());
            continue;
        }
        for (const int element : released)
            m_isChosen[at(element)] = 1;
    }
}

SetFamily CoverImprovement::family() const
{
    std::vector<int> chosen;
    for (std::size_t element = 0; element < m_isChosen.size(); ++element) {
        if (m_isChosen[element] != 0)
            chosen.push_back(static_cast<int>(element));
    }
    SetFamily family = SetFamily::ofNothing();
    family.join(m_search.partOf(chosen));
    return family;
}

} // namespace scopes
