#include "analysis/CoverSearch.h"

#include "analysis/HittingSearch.h"

#include <algorithm>

namespace scopes {

namespace {

std::vector<int> weightsOf(const std::vector<RankedSet>& parts)
{
    std::vector<int> weights;
    weights.reserve(parts.size());
    for (const RankedSet& part : parts)
        weights.push_back(static_cast<int>(part.elements.size()));
    return weights;
}

} // namespace

CoverSearch::CoverSearch(std::vector<RankedSet> parts, GoOn goOn)
    : m_parts(std::move(parts))
    , m_reducer(weightsOf(m_parts))
    , m_goOn(std::move(goOn))
{
}

RankedSet CoverSearch::partOf(const std::vector<int>& elements) const
{
    RankedSet whole;
    for (const int element : elements) {
        const RankedSet& part = m_parts[static_cast<std::size_t>(element)];
        for (std::size_t i = 0; i < whole.rank.size(); ++i)
            whole.rank[i] += part.rank[i];
        whole.elements.insert(whole.elements.end(), part.elements.begin(), part.elements.end());
    }
    std::sort(whole.elements.begin(), whole.elements.end());
    return whole;
}

bool CoverSearch::mayGoOn()
{
    if (!m_isStopped && m_goOn)
        m_isStopped = !m_goOn();
    return !m_isStopped;
}

bool CoverSearch::hasTime()
{
    constexpr int stepsBetweenCalls = 16;
    if (++m_steps % stepsBetweenCalls == 0)
        mayGoOn();
    m_wasExhausted = m_stepsLeft == 0;
    if (m_stepsLeft > 0)
        --m_stepsLeft;
    return !m_isStopped && !m_wasExhausted;
}

SetFamily CoverSearch::oneSmallestWithin(const CoverInstance& instance, int limit, int steps)
{
    m_stepsLeft = steps;
    m_wasExhausted = false;
    SetFamily family = search(instance, limit, 1, false);
    m_stepsLeft = -1;
    return family;
}

SetFamily CoverSearch::anySet(const CoverInstance& instance)
{
    CoverInstance rest = instance;
    std::vector<int> chosen;
    while (!rest.isEmpty()) {
        m_reducer.reduce(rest, chosen, false);
        if (rest.isEmpty())
            break;
        const int element = m_reducer.branchElement(rest);
        chosen.push_back(element);
        m_reducer.include(rest, element);
    }
    SetFamily family = SetFamily::ofNothing();
    family.join(partOf(chosen));
    return family;
}

SetFamily CoverSearch::search(CoverInstance instance, int limit, int most, bool keepTies)
{
    if (!hasTime())
        return {};
    std::vector<int> chosen;
    m_reducer.reduce(instance, chosen, keepTies);
    const RankedSet part = partOf(chosen);
    const int left = limit - static_cast<int>(part.elements.size());
    if (left < 0)
        return {};
    SetFamily family = SetFamily::ofNothing();
    if (!instance.isEmpty()) {
        const auto parts = m_reducer.split(instance);
        family =
            parts.size() > 1 ? searchParts(parts, left, most, keepTies) : searchPart(std::move(instance), left, most, keepTies);
    }
    family.join(part);
    return family;
}

/// Parts that share no element: each may cost what the others leave.
SetFamily CoverSearch::searchParts(const std::vector<CoverInstance>& parts, int limit, int most, bool keepTies)
{
    std::vector<int> bounds;
    int total = 0;
    for (const CoverInstance& part : parts) {
        bounds.push_back(m_reducer.lowerBound(part));
        total += bounds.back();
    }
    SetFamily product = SetFamily::ofNothing();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (total > limit)
            return {};
        const SetFamily family = search(parts[i], limit - total + bounds[i], most, keepTies);
        if (family.isEmpty())
            return {};
        total += family.size - bounds[i];
        product.multiply(family, most);
    }
    return product;
}

std::size_t CoverSearch::Hash::operator()(const std::vector<int>& key) const
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const int number : key)
        hash = (hash ^ static_cast<std::uint32_t>(number)) * 0x100000001b3;
    return hash;
}

/// An instance in one part. Where all sets are wanted the same instance comes up in many ways: it is searched once.
SetFamily CoverSearch::searchPart(CoverInstance instance, int limit, int most, bool keepTies)
{
    if (!keepTies)
        return branch(std::move(instance), limit, most, keepTies);
    std::vector<int> key = instance.key();
    if (const auto found = m_known.find(key); found != m_known.end()) {
        const Known& known = found->second;
        if (!known.family.isEmpty())
            return known.family.size <= limit ? known.family : SetFamily();
        if (limit <= known.limit)
            return {};
    }
    SetFamily family = branch(std::move(instance), limit, most, keepTies);
    constexpr std::size_t largest = std::size_t{4} << 20; // numbers: some tens of megabytes
    if (m_isStopped || m_knownSize > largest)
        return family;
    m_knownSize += key.size() + family.best.size() * (8 + static_cast<std::size_t>(family.isEmpty() ? 0 : family.size));
    m_known.insert_or_assign(std::move(key), Known{family, limit});
    return family;
}

SetFamily CoverSearch::branch(CoverInstance instance, int limit, int most, bool keepTies)
{
    if (m_reducer.lowerBound(instance) > limit)
        return {};
    if (HittingSearch::suits(instance))
        return HittingSearch(instance, m_parts, [this] { return hasTime(); }).run(limit, most, keepTies);
    const int element = m_reducer.branchElement(instance);
    CoverInstance without = instance;
    m_reducer.include(instance, element);
    SetFamily family = search(std::move(instance), limit - m_reducer.weightOf(element), most, keepTies);
    family.join(m_parts[static_cast<std::size_t>(element)]);
    if (!family.isEmpty())
        limit = keepTies ? std::min(limit, family.size) : family.size - 1;
    if (m_reducer.exclude(without, element))
        family.add(search(std::move(without), limit, most, keepTies), most);
    return family;
}

} // namespace scopes
