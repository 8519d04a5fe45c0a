#include "models/NeedsSearch.h"

#include "models/CallParts.h"

#include <QElapsedTimer>

namespace scopes {

namespace {

constexpr int progressEvery = 100; // milliseconds

} // namespace

NeedsSearch::NeedsSearch(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NeedsSearch::start);
    const auto soon = [this] { m_timer.start(0); };
    connect(&workspace, &Workspace::callsChanged, this, soon);
    connect(&workspace, &Workspace::selectionChanged, this, soon);
    connect(&workspace, &Workspace::profileChanged, this, soon);
    connect(&workspace, &Workspace::catalogAboutToChange, this, [this] {
        m_task.cancel();
        take(nullptr);
    });
    connect(&workspace, &Workspace::catalogChanged, this, soon);
    soon();
}

NeedsSearch::~NeedsSearch() = default;

void NeedsSearch::setWish(Wish wish)
{
    if (std::exchange(m_wish, wish) != wish)
        m_timer.start(0);
}

void NeedsSearch::stop()
{
    if (m_isEnough != nullptr)
        *m_isEnough = true;
}

void NeedsSearch::start()
{
    m_isEnough = std::make_shared<std::atomic_bool>(false);
    NeedsOptions options;
    options.requested = m_workspace.selection().names();
    options.keepRequested = m_wish == Wish::KeepRequested;
    options.onlyApproved = m_wish == Wish::OnlyApproved;
    m_task.start([this, options, catalog = m_workspace.catalogPointer(), profile = m_workspace.profile(),
                     names = m_workspace.calls().names(), isEnough = m_isEnough](const LatestTask::Link& link) {
        NeedsOptions own = options;
        own.profile = profile.get();
        QElapsedTimer sinceProgress;
        sinceProgress.start();
        own.goOn = [&](const SetProgress& progress) {
            if (sinceProgress.elapsed() > progressEvery) {
                sinceProgress.start();
                link.tell([this, progress] { Q_EMIT progressed(progress.size, progress.lowerBound); });
            }
            return link.isWanted() && !*isEnough;
        };
        auto found = std::make_shared<FoundNeeds>();
        found->catalog = catalog;
        found->needs = neededScopes(CallParts(*catalog).calls(names), *catalog, own);
        return [this, found] { take(found); };
    });
    Q_EMIT searching();
}

void NeedsSearch::take(const FoundNeedsPointer& found)
{
    m_found = found;
    Q_EMIT changed();
}

} // namespace scopes
