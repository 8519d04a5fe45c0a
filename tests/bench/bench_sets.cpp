// How long the smallest sets of scopes take for many calls, each as a ratio to the 50 ms within which a window answers.
#include "Timing.h"
#include "analysis/SmallestSets.h"

#include <QElapsedTimer>

#include <cstdio>
#include <random>
#include <vector>

using namespace scopes;
using tests::median;

namespace {

constexpr double promptly = 50; ///< milliseconds

class Problems
{
public:
    explicit Problems(std::uint32_t seed)
        : m_engine(seed)
    {
    }

    /// 200 endpoints over 500 scopes, each with 3 alternatives of 2, in products that have @p scopes scopes of their own.
    SetProblem ofProducts(int scopes)
    {
        SetProblem problem;
        problem.elementCount = 500;
        for (int endpoint = 0; endpoint < 200; ++endpoint) {
            const int first = endpoint % (500 / scopes) * scopes;
            const auto any = [&] { return first + below(scopes); };
            problem.requirements.push_back({{any(), any()}, {any(), any()}, {any(), any()}});
        }
        return problem;
    }

    /// 50 calls, each with 220 alternatives of one among 500 scopes: 11,000 edges.
    SetProblem ofManyEdges()
    {
        SetProblem problem;
        problem.elementCount = 500;
        problem.requirements.resize(50);
        for (auto& alternatives : problem.requirements) {
            for (int number = 0; number < 220; ++number)
                alternatives.push_back({below(500)});
        }
        return problem;
    }

    /// 50 calls of an API of 600 scopes, with one to eight alternatives, some of two scopes.
    SetProblem ofManyScopes()
    {
        SetProblem problem;
        problem.elementCount = 600;
        problem.requirements.resize(50);
        for (auto& alternatives : problem.requirements) {
            for (int number = 1 + below(8); number > 0; --number)
                alternatives.push_back(below(4) == 0 ? std::vector{below(600), below(600)} : std::vector{below(600)});
        }
        return problem;
    }

private:
    int below(int limit)
    {
        return static_cast<int>((static_cast<std::uint64_t>(m_engine()) * static_cast<std::uint64_t>(limit)) >> 32);
    }

    std::mt19937 m_engine;
};

/// The median of several problems: until the smallest size is proven, and until all ties are counted and the best of them told,
/// which is given up after a second.
template <typename Make>
void measure(const char* figure, Make make)
{
    std::vector<double> proven;
    std::vector<double> whole;
    int stopped = 0;
    constexpr int problemCount = 9;
    for (std::uint32_t seed = 1; seed <= problemCount; ++seed) {
        Problems problems(seed);
        const SetProblem problem = make(problems);
        QElapsedTimer timer;
        timer.start();
        const auto milliseconds = [&] { return static_cast<double>(timer.nsecsElapsed()) / 1e6; };
        double provenAfter = 0;
        const SetAnswer answer = smallestSets(problem, 64, [&](const SetProgress& progress) {
            if (provenAfter == 0 && progress.size == progress.lowerBound)
                provenAfter = milliseconds();
            return milliseconds() < 1'000;
        });
        whole.push_back(milliseconds());
        proven.push_back(provenAfter > 0 ? provenAfter : whole.back());
        stopped += whole.back() >= 1'000 ? 1 : 0;
    }
    std::printf("smallest set, proven, %s / 50 ms: %.2f (goal <= 1.0) [%.1f ms / %.1f ms]\n", figure, median(proven) / promptly,
        median(proven), promptly);
    std::printf("all ties of the same / 50 ms: %.2f [%.1f ms / %.1f ms, %d of %d stopped after 1 s]\n", median(whole) / promptly,
        median(whole), promptly, stopped, problemCount);
    std::fflush(stdout);
}

/// No goal: any two of all scopes in each alternative is hard for every exact method. Tells how far a second gets.
void measureHard()
{
    const SetProblem problem = Problems(1).ofProducts(500);
    QElapsedTimer timer;
    timer.start();
    const SetAnswer answer = smallestSets(problem, 64, [&](const SetProgress&) { return timer.elapsed() < 1'000; });
    std::printf(
        "worst case, 200 endpoints at random over 500 scopes, stopped after 1 s: set / lower bound: %.2f [%d / %d scopes]%s\n",
        static_cast<double>(answer.size) / answer.lowerBound, answer.size, answer.lowerBound,
        answer.isProven ? "" : " not proven smallest");
}

} // namespace

int main()
{
    measure("200 endpoints over 500 scopes, 50 products of 10", [](Problems& all) { return all.ofProducts(10); });
    measure("200 endpoints over 500 scopes, 25 products of 20", [](Problems& all) { return all.ofProducts(20); });
    measure("200 endpoints over 500 scopes, 10 products of 50", [](Problems& all) { return all.ofProducts(50); });
    measure("50 calls with 11,000 alternatives over 500 scopes", [](Problems& all) { return all.ofManyEdges(); });
    measure("50 calls among 600 scopes", [](Problems& all) { return all.ofManyScopes(); });
    measureHard();
    return 0;
}
