#include "analysis/SmallestSets.h"

#include "analysis/CoverImprovement.h"
#include "analysis/CoverRelaxation.h"
#include "analysis/HittingSearch.h"

#include <algorithm>
#include <map>

namespace scopes {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// One call of smallestSets().
class SetSearch
{
public:
    SetSearch(const SetProblem& problem, int mostSets, const SetGoOn& goOn)
        : m_problem(problem)
        , m_mostSets(std::max(mostSets, 1))
        , m_goOn(goOn)
    {
    }

    SetAnswer run()
    {
        buildInstance();
        if (!m_answer.unmet.empty())
            return std::move(m_answer);
        mergeTwins();
        RankedSet kept;
        for (int element = 0; element < m_problem.elementCount; ++element) {
            if (isKept(element))
                kept.elements.push_back(element);
        }
        m_found = m_lowerBound = static_cast<int>(kept.elements.size());
        CoverSearch search(m_parts, [this] { return mayGoOn(); });
        SetFamily family = searchAll(search);
        family.join(kept);
        tell(family);
        return std::move(m_answer);
    }

private:
    bool isKept(int element) const { return m_isKept[at(element)]; }

    bool isExcluded(int element) const { return !m_problem.excluded.empty() && m_problem.excluded[at(element)]; }

    RankedSet ranked(int element) const
    {
        if (m_problem.preferences.empty())
            return {{}, {element}};
        const SetProblem::Preference& preference = m_problem.preferences[at(element)];
        return {{preference.isRequested ? -1 : 0, preference.isApproved ? -1 : 0, preference.isDisplayed ? 1 : 0}, {element}};
    }

    /// The requirements without what is kept or excluded, and which of them cannot be met.
    void buildInstance()
    {
        m_isKept.assign(at(m_problem.elementCount), false);
        for (const int element : m_problem.kept)
            m_isKept[at(element)] = true;
        for (std::size_t i = 0; i < m_problem.requirements.size(); ++i) {
            if (!addRequirement(m_problem.requirements[i]))
                m_answer.unmet.push_back(static_cast<int>(i));
        }
    }

    /// False if it cannot be met.
    bool addRequirement(const SetProblem::Alternatives& alternatives)
    {
        bool hasAlternative = false;
        for (std::vector<int> elements : alternatives) {
            elements.erase(
                std::remove_if(elements.begin(), elements.end(), [this](int one) { return isKept(one); }), elements.end());
            if (elements.empty()) {
                m_instance.dropOpenRequirement();
                return true;
            }
            if (std::any_of(elements.begin(), elements.end(), [this](int one) { return isExcluded(one); }))
                continue;
            std::sort(elements.begin(), elements.end());
            elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
            for (const int element : elements)
                m_instance.addElement(element);
            m_instance.closeAlternative();
            hasAlternative = true;
        }
        if (hasAlternative)
            m_instance.closeRequirement();
        return hasAlternative;
    }

    /// Makes one of elements that stand in the same alternatives throughout: a smallest set has all of them or none.
    void mergeTwins()
    {
        std::vector<std::vector<int>> places(at(m_problem.elementCount));
        const int alternatives = m_instance.first(m_instance.requirementCount());
        for (int number = 0; number < alternatives; ++number) {
            for (const int element : m_instance.alternative(number))
                places[at(element)].push_back(number);
        }
        std::map<std::vector<int>, int> groups;
        std::vector<int> groupOf(places.size(), -1);
        for (std::size_t element = 0; element < places.size(); ++element) {
            if (places[element].empty())
                continue;
            const auto [group, isNew] = groups.emplace(places[element], static_cast<int>(m_parts.size()));
            groupOf[element] = group->second;
            const RankedSet one = ranked(static_cast<int>(element));
            if (isNew) {
                m_parts.push_back(one);
                continue;
            }
            RankedSet& part = m_parts[at(group->second)];
            part.elements.push_back(one.elements.front());
            for (std::size_t i = 0; i < part.rank.size(); ++i)
                part.rank[i] += one.rank[i];
        }
        renumber(groupOf);
    }

    void renumber(const std::vector<int>& groupOf)
    {
        CoverInstance merged;
        for (int requirement = 0; requirement < m_instance.requirementCount(); ++requirement) {
            for (int number = m_instance.first(requirement); number < m_instance.first(requirement + 1); ++number) {
                std::vector<int> elements;
                for (const int element : m_instance.alternative(number))
                    elements.push_back(groupOf[at(element)]);
                std::sort(elements.begin(), elements.end());
                elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
                for (const int element : elements)
                    merged.addElement(element);
                merged.closeAlternative();
            }
            merged.closeRequirement();
        }
        m_instance = std::move(merged);
    }

    /// All smallest sets of the instance; after a stop, the best that was found.
    SetFamily searchAll(CoverSearch& search)
    {
        std::vector<int> chosen;
        search.reducer().reduce(m_instance, chosen, true);
        const RankedSet common = search.partOf(chosen);
        const auto parts = search.reducer().split(m_instance);
        std::vector<SetFamily> families;
        m_found += static_cast<int>(common.elements.size());
        m_lowerBound += static_cast<int>(common.elements.size());
        for (const CoverInstance& part : parts) {
            families.push_back(search.anySet(part));
            m_found += families.back().size;
            m_lowerBound += search.reducer().lowerBound(part);
        }
        for (std::size_t i = 0; i < parts.size(); ++i)
            prove(search, parts[i], families[i]);
        m_isProven = !search.isStopped();
        for (std::size_t i = 0; i < parts.size() && !search.isStopped(); ++i) {
            SetFamily all = search.allSmallest(parts[i], families[i].size, m_mostSets);
            if (!search.isStopped() || !all.isEmpty())
                families[i] = std::move(all);
        }
        m_areAllFound = !search.isStopped();
        SetFamily whole = SetFamily::ofNothing();
        for (const SetFamily& family : families)
            whole.multiply(family, m_mostSets);
        whole.join(common);
        return whole;
    }

    void take(SetFamily& family, SetFamily smaller)
    {
        if (smaller.size >= family.size)
            return;
        m_found += smaller.size - family.size;
        family = std::move(smaller);
    }

    /// Makes the family of one set that of one smallest set. Where that takes long, a set that is small already makes it
    /// shorter, and is the better answer if the search is stopped.
    void prove(CoverSearch& search, const CoverInstance& part, SetFamily& family)
    {
        constexpr int stepsAtFirst = 2'000;
        constexpr int places = 400;
        int bound = search.reducer().lowerBound(part);
        if (family.size > bound && HittingSearch::suits(part)) {
            take(family, search.oneSmallest(part, family.size - 1));
        } else if (family.size > bound) {
            take(family, search.oneSmallestWithin(part, family.size - 1, stepsAtFirst));
            if (search.wasExhausted() && !search.isStopped() && family.size > bound) {
                CoverImprovement improvement(search, part, family.best.front());
                improvement.run(places);
                take(family, improvement.family());
                const int better = relaxedBound(search, part);
                m_lowerBound += std::max(better - bound, 0);
                bound = std::max(better, bound);
                if (family.size > bound)
                    take(family, search.oneSmallest(part, family.size - 1));
            }
        }
        if (!search.isStopped())
            m_lowerBound += family.size - bound;
    }

    /// Where a search will take long, at least tells well how much smaller a set could be.
    static int relaxedBound(CoverSearch& search, const CoverInstance& part)
    {
        constexpr int rounds = 1'000;
        constexpr int roundsBetweenCalls = 16;
        std::vector<int> weights;
        for (const RankedSet& each : search.parts())
            weights.push_back(static_cast<int>(each.elements.size()));
        int round = 0;
        return CoverRelaxation(part, weights).bound(rounds, [&] {
            return ++round % roundsBetweenCalls != 0 || search.mayGoOn();
        });
    }

    void tell(SetFamily& family)
    {
        m_answer.size = family.size;
        m_answer.lowerBound = m_isProven ? family.size : std::min(family.size, m_lowerBound);
        m_answer.isProven = m_answer.lowerBound == m_answer.size;
        m_answer.count = family.count;
        m_answer.isCountExact = m_answer.isProven && m_areAllFound && family.isCountExact;
        for (RankedSet& set : family.best)
            m_answer.sets.push_back(std::move(set.elements));
    }

    bool mayGoOn() const { return !m_goOn || m_goOn({m_found, m_lowerBound}); }

    const SetProblem& m_problem; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    int m_mostSets;
    const SetGoOn& m_goOn; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::vector<bool> m_isKept;
    std::vector<RankedSet> m_parts;
    CoverInstance m_instance;
    SetAnswer m_answer;
    int m_found = 0;
    int m_lowerBound = 0;
    bool m_isProven = true;
    bool m_areAllFound = true;
};

} // namespace

SetAnswer smallestSets(const SetProblem& problem, int mostSets, const SetGoOn& goOn)
{
    return SetSearch(problem, mostSets, goOn).run();
}

} // namespace scopes
