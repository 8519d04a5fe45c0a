#include "analysis/CoverInstance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

/// Counts for each element of the instance the requirements that it stands in.
void CoverReducer::countRequirements(const CoverInstance& instance)
{
    for (const int element : instance.elements()) {
        m_requirementsOf[at(element)] = 0;
        m_lastSeen[at(element)] = -1;
    }
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        for (const int element : instance.elementsOf(requirement)) {
            if (m_lastSeen[at(element)] != requirement)
                ++m_requirementsOf[at(element)];
            m_lastSeen[at(element)] = requirement;
        }
    }
}

/// What the cheapest alternative takes of the weights that are left.
double CoverReducer::cheapest(const CoverInstance& instance, int requirement) const
{
    double least = std::numeric_limits<double>::max();
    for (int number = instance.first(requirement); number < instance.first(requirement + 1); ++number) {
        double sum = 0;
        for (const int element : instance.alternative(number))
            sum += m_left[at(element)];
        least = std::min(least, sum);
    }
    return least;
}

/// Lets each requirement in turn take as much as its cheapest alternative has left, from every alternative alike, and first
/// from elements that few others want. What was taken altogether.
double CoverReducer::pass(const CoverInstance& instance)
{
    double sum = 0;
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement) {
        const double price = cheapest(instance, requirement);
        if (price <= 0)
            continue;
        sum += price;
        // m_scores holds what this requirement has taken of an element already: alternatives that share one take it once.
        for (const int element : instance.elementsOf(requirement))
            m_scores[at(element)] = 0;
        for (int number = instance.first(requirement); number < instance.first(requirement + 1); ++number) {
            const auto elements = instance.alternative(number);
            double wanted = price;
            for (const int element : elements)
                wanted -= m_scores[at(element)];
            for (int popularity = 0; popularity < 2 && wanted > 0; ++popularity) {
                for (const int element : elements) {
                    if ((m_requirementsOf[at(element)] > 1) != (popularity > 0) || wanted <= 0)
                        continue;
                    const double taken = std::min(wanted, m_left[at(element)]);
                    m_left[at(element)] -= taken;
                    m_scores[at(element)] += taken;
                    wanted -= taken;
                }
            }
        }
    }
    return sum;
}

int CoverReducer::lowerBound(const CoverInstance& instance)
{
    countRequirements(instance);
    for (const int element : instance.elements())
        m_left[at(element)] = weightOf(element);
    const double inTurns = pass(instance);

    // Elements that many want are shared out evenly at first, which bounds much better where requirements overlap widely.
    double evenly = 0;
    for (const int element : instance.elements())
        m_left[at(element)] = static_cast<double>(weightOf(element)) / m_requirementsOf[at(element)];
    for (int requirement = 0; requirement < instance.requirementCount(); ++requirement)
        evenly += cheapest(instance, requirement);
    constexpr double rounding = 1e-6;
    return static_cast<int>(std::ceil(std::max(inTurns, evenly) - rounding));
}

} // namespace scopes
