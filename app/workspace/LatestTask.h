#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace scopes {

/// Runs work in a thread of its own, so that the window answers meanwhile. Of several works that are started the last one counts.
class LatestTask : public QObject
{
    Q_OBJECT

public:
    /// What is done with the result, in this object's thread.
    using Finish = std::function<void()>;

    /// What a work knows of whether it is still wanted, and how it says how far it is.
    class Link
    {
    public:
        bool isWanted() const { return !*m_stop; }

        /// Has @p tell called in the task's thread, if the work is still wanted then.
        void tell(const Finish& tell) const;

    private:
        friend class LatestTask;

        LatestTask* m_task = nullptr;
        std::shared_ptr<std::atomic_bool> m_stop;
    };

    /// Runs in the other thread and touches nothing of this one; gives what to do with the result.
    using Work = std::function<Finish(const Link& link)>;

    explicit LatestTask(QObject* parent = nullptr);

    /// Waits for what is under way, which should look at Link::isWanted().
    ~LatestTask() override;

    /// Gives up what is under way.
    void start(const Work& work);
    void cancel();

    bool isRunning() const { return m_running != nullptr; }

private:
    QThreadPool m_pool;
    std::shared_ptr<std::atomic_bool> m_running; ///< of the work that counts; null: none is under way
};

} // namespace scopes
