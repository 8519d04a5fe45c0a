#include "workspace/LatestTask.h"

namespace scopes {

void LatestTask::Link::tell(const Finish& tell) const
{
    // By queued calls alone does the thread speak to the task, which waits for the thread before it goes.
    QMetaObject::invokeMethod(
        m_task,
        [task = m_task, stop = m_stop, tell] {
            if (stop == task->m_running)
                tell();
        },
        Qt::QueuedConnection);
}

LatestTask::LatestTask(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LatestTask::~LatestTask()
{
    cancel();
    m_pool.waitForDone();
}

void LatestTask::start(const Work& work)
{
    cancel();
    m_running = std::make_shared<std::atomic_bool>(false);
    Link link;
    link.m_task = this;
    link.m_stop = m_running;
    m_pool.start([this, work, link] {
        const Finish finish = work(link);
        link.tell([this, finish] {
            m_running = nullptr;
            finish();
        });
    });
}

void LatestTask::cancel()
{
    if (m_running != nullptr)
        *m_running = true;
    m_running = nullptr;
}

} // namespace scopes
