#include "analysis/CoverRelaxation.h"

#include <algorithm>
#include <cmath>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

CoverRelaxation::CoverRelaxation(const CoverInstance& instance, const std::vector<int>& weights)
    : m_instance(instance)
    , m_weights(weights)
    , m_shares(instance.elements().size())
    , m_places(weights.size())
{
    for (std::size_t place = 0; place < instance.elements().size(); ++place)
        m_places[at(instance.elements()[place])].push_back(place);
    for (const int element : instance.elements()) {
        const auto& places = m_places[at(element)];
        for (const std::size_t place : places)
            m_shares[place] = static_cast<double>(weights[at(element)]) / static_cast<double>(places.size());
    }
    int first = 0;
    for (int number = 0; number < instance.first(instance.requirementCount()); ++number) {
        m_firsts.push_back(first);
        first += static_cast<int>(instance.alternative(number).size());
    }
}

int CoverRelaxation::bound(int rounds, const std::function<bool()>& goOn)
{
    // Blurred minima pull weight to all alternatives that are nearly the cheapest, and ever more sharply.
    constexpr double blurAtFirst = 0.1;
    constexpr double blurAtLast = 0.002;
    constexpr double rounding = 1e-6;
    double best = 0;
    for (int round = 0; round < rounds && (!goOn || goOn()); ++round) {
        const double left = 1.0 - static_cast<double>(round) / rounds;
        best = std::max(best, climb(std::max(blurAtLast, blurAtFirst * left * left)));
    }
    return static_cast<int>(std::ceil(best - rounding));
}

/// One step; what the shares before it are worth.
double CoverRelaxation::climb(double blur)
{
    double sum = 0;
    for (int requirement = 0; requirement < m_instance.requirementCount(); ++requirement) {
        const int first = m_instance.first(requirement);
        const int end = m_instance.first(requirement + 1);
        m_prices.clear();
        for (int number = first; number < end; ++number) {
            double price = 0;
            for (std::size_t i = 0; i < m_instance.alternative(number).size(); ++i)
                price += m_shares[at(m_firsts[at(number)]) + i];
            m_prices.push_back(price);
        }
        const double least = *std::min_element(m_prices.begin(), m_prices.end());
        sum += least;
        double total = 0;
        for (double& price : m_prices) {
            price = std::exp((least - price) / blur);
            total += price;
        }
        for (int number = first; number < end; ++number) {
            const double more = blur * m_prices[at(number - first)] / total;
            for (std::size_t i = 0; i < m_instance.alternative(number).size(); ++i)
                m_shares[at(m_firsts[at(number)]) + i] += more;
        }
    }
    for (std::size_t element = 0; element < m_places.size(); ++element)
        project(static_cast<int>(element));
    return sum;
}

/// Takes the same from all shares of an element, but none below nothing, so that they sum up to its weight.
void CoverRelaxation::project(int element)
{
    const auto& places = m_places[at(element)];
    const double weight = m_weights[at(element)];
    m_prices.clear();
    double sum = 0;
    for (const std::size_t place : places) {
        m_prices.push_back(m_shares[place]);
        sum += m_shares[place];
    }
    if (sum <= weight)
        return;
    std::sort(m_prices.begin(), m_prices.end(), std::greater<>());
    double taken = 0;
    double cumulated = 0;
    for (std::size_t i = 0; i < m_prices.size(); ++i) {
        cumulated += m_prices[i];
        taken = (cumulated - weight) / static_cast<double>(i + 1);
        if (i + 1 == m_prices.size() || m_prices[i + 1] <= taken)
            break;
    }
    for (const std::size_t place : places)
        m_shares[place] = std::max(0.0, m_shares[place] - taken);
}

} // namespace scopes
