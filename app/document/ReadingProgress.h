#pragma once

#include <cstddef>
#include <functional>

namespace scopes {

/// Told how much of a file has been read, from 0 to 1, in the thread that reads. Gives false when nobody waits for the file any
/// more, and from then on: the reading then ends soon, with a problem that says so. Empty: nobody asks.
using ReadingProgress = std::function<bool(double share)>;

/// False when nobody waits any more.
inline bool goesOn(const ReadingProgress& progress, double share)
{
    return !progress || progress(share);
}

/// The progress of a part of the reading, which is the whole's from @p start to @p end; empty if that is. @p progress outlives
/// it.
inline ReadingProgress partOf(const ReadingProgress& progress, double start, double end)
{
    if (!progress)
        return {};
    return [&progress, start, end](double share) { return progress(start + (end - start) * share); };
}

/// The progress of work on many things, each of which is quick: it is told and asked only now and then.
class CountedProgress
{
public:
    /// @p progress outlives this. @p all: how many things there are.
    CountedProgress(const ReadingProgress& progress, std::size_t all)
        : m_progress(progress)
        , m_all(all)
    {
    }

    /// One more thing comes; false when nobody waits any more.
    bool next()
    {
        constexpr std::size_t askedEvery = 1024;
        if (m_count++ % askedEvery == 0 && !m_isStopped)
            m_isStopped = !goesOn(m_progress, static_cast<double>(m_count - 1) / static_cast<double>(m_all));
        return !m_isStopped;
    }

    bool isStopped() const { return m_isStopped; }

private:
    const ReadingProgress& m_progress; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::size_t m_all;
    std::size_t m_count = 0;
    bool m_isStopped = false;
};

} // namespace scopes
