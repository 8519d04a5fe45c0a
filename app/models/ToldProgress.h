#pragma once

#include "workspace/LatestTask.h"

#include <QElapsedTimer>

#include <functional>

namespace scopes {

/// The progress of a task, as a ReadingProgress: told in the window's thread, twenty times a second at most, and false once the
/// task is no longer wanted. Used in the task's thread; the link outlives it.
class ToldProgress
{
public:
    /// @p tell is called with the share that is done, 0 to 1.
    ToldProgress(const LatestTask::Link& link, std::function<void(double)> tell)
        : m_link(link)
        , m_tell(std::move(tell))
    {
        m_sinceTold.start();
    }

    bool operator()(double share)
    {
        constexpr int toldEvery = 50; // milliseconds
        if (m_sinceTold.elapsed() >= toldEvery) {
            m_sinceTold.start();
            m_link.tell([tell = m_tell, share] { tell(share); });
        }
        return m_link.isWanted();
    }

private:
    const LatestTask::Link& m_link; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::function<void(double)> m_tell;
    QElapsedTimer m_sinceTold;
};

} // namespace scopes
