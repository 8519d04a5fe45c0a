#include "models/ScopeSearch.h"

#include "catalog/FreeElsewhere.h"

namespace scopes {

ScopeSearch::ScopeSearch(const Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

bool ScopeSearch::isLarge(const ScopeCatalog& catalog)
{
    constexpr std::size_t mostAtOnce = 50'000;
    return catalog.scopes().size() + catalog.endpoints().size() > mostAtOnce;
}

void ScopeSearch::takeCatalog()
{
    m_catalog = m_workspace.catalogPointer();
    if (m_index && isLarge(*m_index->catalog()))
        freeElsewhere(std::move(m_index));
    m_index.reset();
    m_indexing.cancel();
    m_awaitsIndex = isLarge(*m_catalog);
    // What was typed last, which the former catalog's index may not have been there for.
    const Query query(m_typed);
    if (query.isEmpty() || m_awaitsIndex) {
        const ScopeSet all(m_catalog->scopeCount(), true);
        m_result = {{}, all, all, {}};
    } else {
        m_index = std::make_shared<const SearchIndex>(m_catalog);
        m_result = m_index->search(query, m_workspace.ticked());
    }
    if (m_awaitsIndex)
        indexInBackground();
}

/// A search that is asked for meanwhile waits for the index, the window does not.
void ScopeSearch::indexInBackground()
{
    // Later, so that the first rows are painted before.
    QMetaObject::invokeMethod(
        this,
        [this, catalog = m_catalog] {
            if (catalog != m_catalog || m_index)
                return;
            m_indexing.start([this, catalog](const LatestTask::Link&) -> LatestTask::Finish {
                return [this, index = std::make_shared<const SearchIndex>(catalog)] { takeIndex(index); };
            });
        },
        Qt::QueuedConnection);
}

void ScopeSearch::takeIndex(std::shared_ptr<const SearchIndex> index)
{
    m_index = std::move(index);
    const bool wasBehind = isBehind();
    if (std::exchange(m_awaitsIndex, false))
        searchNow(m_typed);
    if (wasBehind)
        Q_EMIT behindChanged();
}

bool ScopeSearch::isBehind() const
{
    return m_awaitsIndex && !Query(m_typed).isEmpty();
}

void ScopeSearch::catchUp()
{
    if (!isBehind())
        return;
    m_indexing.cancel();
    takeIndex(std::make_shared<const SearchIndex>(m_catalog));
}

void ScopeSearch::setQuery(const QString& typed)
{
    const bool wasBehind = isBehind();
    m_typed = typed;
    if (!m_awaitsIndex)
        searchNow(typed);
    else if (isBehind() != wasBehind)
        Q_EMIT behindChanged();
}

void ScopeSearch::searchNow(const QString& typed)
{
    const Query query(typed);
    if (query == m_result.query)
        return;
    if (!m_index)
        m_index = std::make_shared<const SearchIndex>(m_catalog);
    m_result = m_index->search(query, m_workspace.ticked(), &m_result);
    Q_EMIT resultChanged();
}

void ScopeSearch::followTicks()
{
    const Query& query = m_result.query;
    if (query.wantsTicked() || query.wantsUnticked())
        m_result = m_index->search(Query(query), m_workspace.ticked(), &m_result);
}

} // namespace scopes
