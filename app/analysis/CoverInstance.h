#pragma once

#include <span>
#include <vector>

namespace scopes {

/// What is left to be met in the midst of a search: requirements as ranges of alternatives, alternatives as ranges of elements,
/// all in three arrays, because an instance is copied at every step.
class CoverInstance
{
public:
    int requirementCount() const { return static_cast<int>(m_requirements.size()) - 1; }

    /// The alternatives of a requirement are those of numbers first(r) … first(r + 1) - 1.
    int first(int requirement) const { return m_requirements[static_cast<std::size_t>(requirement)]; }

    /// Ascending elements.
    std::span<const int> alternative(int number) const
    {
        const auto at = static_cast<std::size_t>(number);
        return std::span(m_elements)
            .subspan(static_cast<std::size_t>(m_alternatives[at]),
                static_cast<std::size_t>(m_alternatives[at + 1] - m_alternatives[at]));
    }

    /// All elements of all alternatives, an element as often as it stands there.
    const std::vector<int>& elements() const { return m_elements; }

    /// The elements of a requirement, as often as they stand in its alternatives.
    std::span<const int> elementsOf(int requirement) const;

    bool isEmpty() const { return requirementCount() == 0; }

    /// The same numbers for the same instance, and for no other.
    std::vector<int> key() const;

    void addElement(int element) { m_elements.push_back(element); }

    void closeAlternative() { m_alternatives.push_back(static_cast<int>(m_elements.size())); }

    void closeRequirement() { m_requirements.push_back(static_cast<int>(m_alternatives.size()) - 1); }

    /// Takes out what was added since the last closed requirement.
    void dropOpenRequirement();

    /// Copies requirement @p number of @p other to the end.
    void append(const CoverInstance& other, int number);

private:
    std::vector<int> m_requirements{0};
    std::vector<int> m_alternatives{0};
    std::vector<int> m_elements;
};

/// Makes instances smaller without losing a smallest set, splits them, and bounds what they cost. Holds scratch memory, so one
/// for each search.
class CoverReducer
{
public:
    /// @p weights: what each element costs, at least 1.
    explicit CoverReducer(std::vector<int> weights);

    int weightOf(int element) const { return m_weights[static_cast<std::size_t>(element)]; }

    int weightOf(std::span<const int> elements) const;

    /// Without @p element: its alternatives go. False if some requirement is left without any.
    [[nodiscard]] bool exclude(CoverInstance& instance, int element);

    /// With @p element: it costs nothing any more.
    void include(CoverInstance& instance, int element);

    /// Takes out what is met, implied or cannot be in a smallest set; adds to @p chosen what every smallest set has.
    /// @p keepTies: false keeps at least one smallest set instead of all.
    void reduce(CoverInstance& instance, std::vector<int>& chosen, bool keepTies);

    /// The parts that share no element; the instance itself where there is one part.
    std::vector<CoverInstance> split(const CoverInstance& instance);

    /// No set that meets the instance weighs less. From a feasible solution of the linear program's dual: each element shares
    /// its weight out among the requirements, and each of these takes the cheapest alternative.
    int lowerBound(const CoverInstance& instance);

    /// The element to decide next: the one that takes part in the most and the shortest alternatives.
    int branchElement(const CoverInstance& instance);

private:
    bool applyMarks(CoverInstance& instance);
    bool dropNeedlessAlternatives(CoverInstance& instance, bool keepTies);
    void findNeeded(const CoverInstance& instance, int requirement, bool keepTies, std::vector<int>& live);
    bool isReplaceable(const CoverInstance& instance, int number, std::span<const int> live, bool keepTies) const;
    bool chooseCommon(CoverInstance& instance, std::vector<int>& chosen);
    bool dropImplied(CoverInstance& instance);
    bool implies(const CoverInstance& instance, int first, int second) const;
    void countRequirements(const CoverInstance& instance);
    double pass(const CoverInstance& instance);
    double cheapest(const CoverInstance& instance, int requirement) const;

    enum class Mark : char { Open, In, Out };

    std::vector<int> m_weights;
    std::vector<Mark> m_marks;
    std::vector<int> m_requirementsOf; ///< by element: in how many requirements it stands
    std::vector<int> m_lastSeen;
    std::vector<std::vector<int>> m_holders; ///< by element: the requirements that it stands in
    std::vector<double> m_left; ///< by element: the weight not shared out yet
    std::vector<double> m_scores;
};

} // namespace scopes
