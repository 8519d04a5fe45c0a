#include "analysis/CoverInstance.h"

#include <algorithm>
#include <numeric>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

std::span<const int> CoverInstance::elementsOf(int requirement) const
{
    const auto begin = at(m_alternatives[at(first(requirement))]);
    const auto end = at(m_alternatives[at(first(requirement + 1))]);
    return std::span(m_elements).subspan(begin, end - begin);
}

std::vector<int> CoverInstance::key() const
{
    std::vector<int> numbers;
    numbers.reserve(m_elements.size() + m_alternatives.size() + m_requirements.size());
    for (int requirement = 0; requirement < requirementCount(); ++requirement) {
        for (int number = first(requirement); number < first(requirement + 1); ++number) {
            const auto elements = alternative(number);
            numbers.insert(numbers.end(), elements.begin(), elements.end());
            numbers.push_back(-1);
        }
        numbers.push_back(-2);
    }
    return numbers;
}

void CoverInstance::dropOpenRequirement()
{
    m_alternatives.resize(at(m_requirements.back()) + 1);
    m_elements.resize(at(m_alternatives.back()));
}

void CoverInstance::append(const CoverInstance& other, int number)
{
    for (int alternative = other.first(number); alternative < other.first(number + 1); ++alternative) {
        const auto elements = other.alternative(alternative);
        m_elements.insert(m_elements.end(), elements.begin(), elements.end());
        closeAlternative();
    }
    closeRequirement();
}

CoverReducer::CoverReducer(std::vector<int> weights)
    : m_weights(std::move(weights))
    , m_marks(m_weights.size(), Mark::Open)
    , m_requirementsOf(m_weights.size(), 0)
    , m_lastSeen(m_weights.size(), -1)
    , m_holders(m_weights.size())
    , m_left(m_weights.size(), 0)
    , m_scores(m_weights.size(), 0)
{
}

int CoverReducer::weightOf(std::span<const int> elements) const
{
    return std::accumulate(elements.begin(), elements.end(), 0, [this](int sum, int element) { return sum + weightOf(element); });
}

bool CoverReducer::exclude(CoverInstance& instance, int element)
{
    m_marks[at(element)] = Mark::Out;
    const bool isFeasible = applyMarks(instance);
    m_marks[at(element)] = Mark::Open;
    return isFeasible;
}

void CoverReducer::include(CoverInstance& instance, int element)
{
    m_marks[at(element)] = Mark::In;
    applyMarks(instance);
    m_marks[at(element)] = Mark::Open;
}

/// Takes alternatives with an element that is out, elements that are in, and requirements that these meet away. False if a
/// requirement is left without an alternative.
bool CoverReducer::applyMarks(CoverInstance& instance)
{
    CoverInstance result;
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        bool isMet = false;
        bool hasAlternative = false;
        for (int number = instance.first(requirement); number < instance.first(requirement + 1) && !isMet; ++number) {
            const auto elements = instance.alternative(number);
            if (std::any_of(elements.begin(), elements.end(), [this](int one) { return m_marks[at(one)] == Mark::Out; }))
                continue;
            isMet = true;
            for (const int element : elements) {
                if (m_marks[at(element)] == Mark::In)
                    continue;
                result.addElement(element);
                isMet = false;
            }
            result.closeAlternative();
            hasAlternative = true;
        }
        if (isMet)
            result.dropOpenRequirement();
        else if (!hasAlternative)
            return false;
        else
            result.closeRequirement();
    }
    instance = std::move(result);
    return true;
}

std::vector<CoverInstance> CoverReducer::split(const CoverInstance& instance)
{
    // The part of a requirement is found by joining it with the one that an element was seen in before.
    const int count = instance.requirementCount();
    std::vector<int> parents(at(count));
    std::iota(parents.begin(), parents.end(), 0);
    const auto root = [&](int one) {
        while (parents[at(one)] != one)
            one = parents[at(one)] = parents[at(parents[at(one)])];
        return one;
    };
    for (const int element : instance.elements())
        m_lastSeen[at(element)] = -1;
    for (int requirement = 0; requirement < count; ++requirement) {
        for (const int element : instance.elementsOf(requirement)) {
            int& last = m_lastSeen[at(element)];
            if (last >= 0)
                parents[at(root(requirement))] = root(last);
            last = requirement;
        }
    }
    std::vector<int> parts(at(count), -1);
    std::vector<CoverInstance> result;
    for (int requirement = 0; requirement < count; ++requirement) {
        int& part = parts[at(root(requirement))];
        if (part < 0) {
            part = static_cast<int>(result.size());
            result.emplace_back();
        }
        result[at(part)].append(instance, requirement);
    }
    return result;
}

int CoverReducer::branchElement(const CoverInstance& instance)
{
    for (const int element : instance.elements())
        m_scores[at(element)] = 0;
    int best = instance.elements().front();
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        const int alternatives = instance.first(requirement + 1) - instance.first(requirement);
        for (int number = instance.first(requirement); number < instance.first(requirement + 1); ++number) {
            const auto elements = instance.alternative(number);
            const double share = 1.0 / (alternatives * static_cast<double>(elements.size() * elements.size()));
            for (const int element : elements) {
                m_scores[at(element)] += share / weightOf(element);
                if (m_scores[at(element)] > m_scores[at(best)])
                    best = element;
            }
        }
    }
    return best;
}

} // namespace scopes
