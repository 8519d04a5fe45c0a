#pragma once

#include "analysis/CallNeeds.h"
#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

#include <QTimer>

#include <memory>

namespace scopes {

/// The answer for the ticked calls, and the catalog that its numbers are of.
struct FoundNeeds
{
    CatalogPointer catalog;
    CallNeeds needs;
};

using FoundNeedsPointer = std::shared_ptr<const FoundNeeds>;

/// Keeps the smallest sets of scopes for the workspace's ticked calls up to date. It searches in a thread of its own.
class NeedsSearch : public QObject
{
    Q_OBJECT

public:
    /// Which sets are looked for.
    enum class Wish { FewestScopes, KeepRequested, OnlyApproved };

    /// Lives no longer than the workspace. Searches soon.
    explicit NeedsSearch(Workspace& workspace, QObject* parent = nullptr);

    ~NeedsSearch() override;

    Wish wish() const { return m_wish; }

    void setWish(Wish wish);

    /// What was found last; null before the first answer and while the catalog changes.
    const FoundNeedsPointer& found() const { return m_found; }

    bool isSearching() const { return m_task.isRunning() || m_timer.isActive(); }

    /// Ends the search with the best that it has found so far, which then may not be the smallest.
    void stop();

    Workspace& workspace() const { return m_workspace; }

Q_SIGNALS:
    void searching();
    /// Now and then in a long search: the smallest set so far and how small one could be at best.
    void progressed(int size, int lowerBound);
    void changed();

private:
    void start();
    void take(const FoundNeedsPointer& found);

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    Wish m_wish = Wish::FewestScopes;
    FoundNeedsPointer m_found;
    std::shared_ptr<std::atomic_bool> m_isEnough; ///< true: the running search is to give what it has
    QTimer m_timer; ///< several changes at once are answered once
    LatestTask m_task;
};

} // namespace scopes
