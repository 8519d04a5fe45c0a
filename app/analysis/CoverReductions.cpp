#include "analysis/CoverInstance.h"

#include <algorithm>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool contains(std::span<const int> whole, std::span<const int> part)
{
    return part.size() <= whole.size() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

} // namespace

void CoverReducer::reduce(CoverInstance& instance, std::vector<int>& chosen, bool keepTies)
{
    bool hasChanged = true;
    while (hasChanged && !instance.isEmpty()) {
        hasChanged = dropNeedlessAlternatives(instance, keepTies);
        hasChanged = chooseCommon(instance, chosen) || hasChanged;
        hasChanged = dropImplied(instance) || hasChanged;
    }
}

/// True if something else costs less than what only this alternative's requirement uses of it: then it is in no smallest set.
/// Where ties need not be kept, as much is enough.
bool CoverReducer::isReplaceable(const CoverInstance& instance, int number, std::span<const int> live, bool keepTies) const
{
    const auto elements = instance.alternative(number);
    const auto isOwn = [this](int element) { return m_requirementsOf[at(element)] == 1; };
    int own = 0;
    for (const int element : elements)
        own += isOwn(element) ? weightOf(element) : 0;
    if (own == 0)
        return false;
    return std::any_of(live.begin(), live.end(), [&](int other) {
        int cost = 0;
        for (const int element : instance.alternative(other)) {
            if (isOwn(element) || !std::binary_search(elements.begin(), elements.end(), element))
                cost += weightOf(element);
        }
        return other != number && (keepTies ? cost < own : cost <= own);
    });
}

/// The alternatives of a requirement but for those that hold another one, and those that are replaceable.
void CoverReducer::findNeeded(const CoverInstance& instance, int requirement, bool keepTies, std::vector<int>& live)
{
    live.clear();
    std::vector<int> several;
    const auto isSeen = [&](int element) { return m_lastSeen[at(element)] == requirement; };
    for (const int element : instance.elementsOf(requirement))
        m_lastSeen[at(element)] = -1;
    for (int number = instance.first(requirement); number < instance.first(requirement + 1); ++number) {
        const auto elements = instance.alternative(number);
        if (elements.size() > 1)
            several.push_back(number);
        else if (!isSeen(elements.front()))
            live.push_back(number);
        if (elements.size() == 1)
            m_lastSeen[at(elements.front())] = requirement;
    }
    for (const int number : several) {
        const auto elements = instance.alternative(number);
        const bool holdsOne =
            std::any_of(elements.begin(), elements.end(), isSeen) || std::any_of(several.begin(), several.end(), [&](int other) {
                const auto others = instance.alternative(other);
                return other != number && contains(elements, others) && (others.size() < elements.size() || other < number);
            });
        if (!holdsOne)
            live.push_back(number);
    }
    for (std::size_t i = live.size(); i-- > 0;) {
        if (isReplaceable(instance, live[i], live, keepTies))
            live.erase(live.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

bool CoverReducer::dropNeedlessAlternatives(CoverInstance& instance, bool keepTies)
{
    countRequirements(instance);
    CoverInstance result;
    std::vector<int> live;
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        findNeeded(instance, requirement, keepTies, live);
        for (const int number : live) {
            for (const int element : instance.alternative(number))
                result.addElement(element);
            result.closeAlternative();
        }
        result.closeRequirement();
    }
    if (result.elements().size() == instance.elements().size())
        return false;
    instance = std::move(result);
    return true;
}

/// Chooses the elements that all alternatives of some requirement have.
bool CoverReducer::chooseCommon(CoverInstance& instance, std::vector<int>& chosen)
{
    const std::size_t before = chosen.size();
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        const int first = instance.first(requirement);
        for (const int element : instance.alternative(first)) {
            bool isCommon = m_marks[at(element)] == Mark::Open;
            for (int number = first + 1; number < instance.first(requirement + 1) && isCommon; ++number) {
                const auto elements = instance.alternative(number);
                isCommon = std::binary_search(elements.begin(), elements.end(), element);
            }
            if (!isCommon)
                continue;
            m_marks[at(element)] = Mark::In;
            chosen.push_back(element);
        }
    }
    if (chosen.size() == before)
        return false;
    applyMarks(instance);
    for (std::size_t i = before; i < chosen.size(); ++i)
        m_marks[at(chosen[i])] = Mark::Open;
    return true;
}

/// True if whatever meets the first requirement meets the second: each alternative of the first holds one of the second.
bool CoverReducer::implies(const CoverInstance& instance, int first, int second) const
{
    for (int number = instance.first(first); number < instance.first(first + 1); ++number) {
        const auto elements = instance.alternative(number);
        bool holdsOne = false;
        for (int other = instance.first(second); other < instance.first(second + 1) && !holdsOne; ++other)
            holdsOne = contains(elements, instance.alternative(other));
        if (!holdsOne)
            return false;
    }
    return true;
}

/// Leaves requirements out that another one implies.
bool CoverReducer::dropImplied(CoverInstance& instance)
{
    const int count = instance.requirementCount();
    // Only one with an element of the other's first alternative can be implied.
    for (const int element : instance.elements())
        m_holders[at(element)].clear();
    for (int requirement = 0; requirement < count; ++requirement) {
        for (const int element : instance.elementsOf(requirement)) {
            auto& list = m_holders[at(element)];
            if (list.empty() || list.back() != requirement)
                list.push_back(requirement);
        }
    }
    std::vector<bool> isDropped(at(count), false);
    bool hasChanged = false;
    for (int requirement = 0; requirement < count; ++requirement) {
        if (isDropped[at(requirement)])
            continue;
        for (const int element : instance.alternative(instance.first(requirement))) {
            for (const int other : m_holders[at(element)]) {
                if (other == requirement || isDropped[at(other)] || !implies(instance, requirement, other))
                    continue;
                isDropped[at(other)] = true;
                hasChanged = true;
            }
        }
    }
    if (!hasChanged)
        return false;
    CoverInstance result;
    for (int requirement = 0; requirement < count; ++requirement) {
        if (!isDropped[at(requirement)])
            result.append(instance, requirement);
    }
    instance = std::move(result);
    return true;
}

} // namespace scopes
