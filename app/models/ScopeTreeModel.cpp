#include "models/ScopeTreeModel.h"

#include "models/ScopeColumns.h"
#include "models/TreeId.h"

#include <algorithm>

namespace scopes {

namespace {

constexpr quintptr topicId = 0;

quintptr scopeIdIn(int topicRow)
{
    return treeId(topicRow + 1);
}

int topicRowOf(quintptr id)
{
    return numberOfTreeId(id) - 1;
}

} // namespace

ScopeTreeModel::ScopeTreeModel(Workspace& workspace, QObject* parent)
    : CatalogTreeModel(workspace, parent)
{
    connect(&workspace, &Workspace::profileChanged, this, &ScopeTreeModel::onProfileChanged);
    ScopeTreeModel::refresh();
}

ScopeTreeModel::~ScopeTreeModel() = default;

void ScopeTreeModel::refresh()
{
    const CatalogPointer before = std::exchange(m_catalog, m_workspace.catalogPointer());
    m_index.reset();
    m_indexing.cancel();
    m_awaited.reset();
    if (before != nullptr)
        keepFacets(*before);
    if (m_workspace.approved() == nullptr)
        m_choice.approved = Membership::All;
    m_rows.setOrder(orderedScopes(*m_catalog, m_sortColumn, m_sortOrder == Qt::DescendingOrder), *m_catalog);
    constexpr int mostIndexedAtOnce = 50'000;
    const bool isLarge = m_catalog->scopeCount() > mostIndexedAtOnce;
    const Query query = m_found.query;
    m_found = {};
    if (query.isEmpty() || isLarge) {
        m_found.hits = ScopeSet(m_catalog->scopeCount(), true);
        m_found.textHits = m_found.hits;
    } else {
        m_index = std::make_shared<const SearchIndex>(m_catalog);
        m_found = m_index->search(query, m_workspace.ticked());
    }
    if (isLarge)
        indexInBackground(m_typed);
    updateFacets();
    m_rows.show(m_facets.rows);
}

/// A search that is asked for meanwhile waits for the index, the window does not.
void ScopeTreeModel::indexInBackground(const QString& typed)
{
    m_awaited = typed;
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

void ScopeTreeModel::takeIndex(std::shared_ptr<const SearchIndex> index)
{
    m_index = std::move(index);
    const bool wasBehind = isBehind();
    if (m_awaited)
        setQuery(*std::exchange(m_awaited, std::nullopt));
    if (wasBehind)
        Q_EMIT behindChanged();
}

bool ScopeTreeModel::isBehind() const
{
    return m_awaited && !Query(*m_awaited).isEmpty();
}

std::vector<ScopeId> ScopeTreeModel::shownScopes()
{
    if (isBehind()) {
        m_indexing.cancel();
        takeIndex(std::make_shared<const SearchIndex>(m_catalog));
    }
    return m_rows.all();
}

/// What is chosen stays chosen where the new catalog has it too.
void ScopeTreeModel::keepFacets(const ScopeCatalog& before)
{
    if (m_choice.topic) {
        const auto isSame = [&](const Topic& topic) { return topic.id == before.topic(*m_choice.topic).id; };
        const auto found = std::find_if(m_catalog->topics().begin(), m_catalog->topics().end(), isSame);
        m_choice.topic.reset();
        if (found != m_catalog->topics().end())
            m_choice.topic = static_cast<TopicId>(found - m_catalog->topics().begin());
    }
    if (m_choice.approval && *m_choice.approval != noId) {
        const auto approvals = m_catalog->approvals();
        const auto found = std::find(approvals.begin(), approvals.end(), before.approval(*m_choice.approval));
        m_choice.approval.reset();
        if (found != approvals.end())
            m_choice.approval = static_cast<LabelId>(found - approvals.begin());
    }
}

void ScopeTreeModel::updateFacets()
{
    m_facets = applyFacets(*m_catalog, m_found.hits, m_workspace.ticked(), m_choice, m_workspace.approved());
}

void ScopeTreeModel::findAgain()
{
    beginResetModel();
    updateFacets();
    m_rows.show(m_facets.rows);
    endResetModel();
    Q_EMIT shownChanged();
}

void ScopeTreeModel::onProfileChanged()
{
    const bool mayChangeRows = m_choice.approved != Membership::All;
    if (m_workspace.approved() == nullptr)
        m_choice.approved = Membership::All;
    if (mayChangeRows)
        return findAgain();
    updateFacets();
    for (int topic = 0; topic < rowCount(); ++topic) {
        const QModelIndex parent = index(topic, ScopeColumn);
        Q_EMIT dataChanged(index(0, ScopeColumn, parent), index(rowCount(parent) - 1, ScopeColumn, parent),
            {CountTextRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
    Q_EMIT shownChanged();
}

void ScopeTreeModel::setQuery(const QString& typed)
{
    m_typed = typed;
    if (m_awaited) {
        const bool wasBehind = isBehind();
        m_awaited = typed;
        if (isBehind() != wasBehind)
            Q_EMIT behindChanged();
        return;
    }
    const Query query(typed);
    if (query == m_found.query)
        return;
    if (!m_index)
        m_index = std::make_shared<const SearchIndex>(m_catalog);
    m_found = m_index->search(query, m_workspace.ticked(), &m_found);
    findAgain();
}

void ScopeTreeModel::setFacets(const FacetChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    findAgain();
}

void ScopeTreeModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    beginResetModel();
    m_rows.setOrder(orderedScopes(*m_catalog, column, order == Qt::DescendingOrder), *m_catalog);
    m_rows.show(m_facets.rows);
    endResetModel();
    Q_EMIT shownChanged();
}

void ScopeTreeModel::onSelectionChanged(const std::vector<ScopeId>& touched)
{
    if (touched.empty())
        return;
    const Query& query = m_found.query;
    if (query.wantsTicked() || query.wantsUnticked())
        m_found = m_index->search(Query(query), m_workspace.ticked(), &m_found);
    const ScopeSet shownBefore = m_facets.rows;
    updateFacets();
    if (m_facets.rows != shownBefore) {
        // What was ticked is what decides which rows there are.
        beginResetModel();
        m_rows.show(m_facets.rows);
        endResetModel();
    } else {
        announceRows(touched);
    }
    Q_EMIT shownChanged();
}

void ScopeTreeModel::announceRows(const std::vector<ScopeId>& touched)
{
    // One signal for the touched rows of a topic, from the first to the last of them.
    std::vector<std::pair<int, int>> rows;
    rows.reserve(touched.size());
    for (const ScopeId scope : touched) {
        const int topicRow = m_rows.rowOfTopic(m_catalog->scope(scope).topic);
        if (topicRow >= 0)
            rows.emplace_back(topicRow, m_rows.rowOfScope(scope, topicRow));
    }
    std::sort(rows.begin(), rows.end());
    for (auto from = rows.begin(); from != rows.end();) {
        const auto to = std::find_if(from, rows.end(), [&](const auto& row) { return row.first != from->first; });
        const QModelIndex topic = index(from->first, ScopeColumn);
        Q_EMIT dataChanged(topic, topic, {Qt::CheckStateRole, CountTextRole, Qt::AccessibleTextRole});
        const auto firstShown = std::find_if(from, to, [](const auto& row) { return row.second >= 0; });
        if (firstShown != to)
            Q_EMIT dataChanged(index(firstShown->second, ScopeColumn, topic), index((to - 1)->second, ScopeColumn, topic),
                {Qt::CheckStateRole, Qt::AccessibleTextRole});
        from = to;
    }
}

QModelIndex ScopeTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return parent.isValid() ? createIndex(row, column, scopeIdIn(parent.row())) : createIndex(row, column, topicId);
}

QModelIndex ScopeTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == topicId)
        return {};
    return createIndex(topicRowOf(child.internalId()), 0, topicId);
}

int ScopeTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_rows.topicCount();
    if (parent.internalId() != topicId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rows.scopesAt(parent.row()).size());
}

int ScopeTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

bool ScopeTreeModel::hasChildren(const QModelIndex& parent) const
{
    // Topics without shown scopes are not shown themselves.
    return !parent.isValid() ? m_rows.topicCount() > 0 : parent.internalId() == topicId && parent.column() == 0;
}

Qt::ItemFlags ScopeTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (index.column() == ScopeColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.internalId() != topicId)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QModelIndex ScopeTreeModel::indexOf(ScopeId scope, int column) const
{
    if (scope < 0 || scope >= m_catalog->scopeCount())
        return {};
    const QModelIndex topic = indexOfTopic(m_catalog->scope(scope).topic);
    return topic.isValid() ? index(m_rows.rowOfScope(scope, topic.row()), column, topic) : QModelIndex();
}

QModelIndex ScopeTreeModel::indexOfTopic(TopicId topic) const
{
    const bool known = topic >= 0 && topic < m_catalog->topicCount();
    return known ? index(m_rows.rowOfTopic(topic), ScopeColumn) : QModelIndex();
}

ScopeId ScopeTreeModel::scopeAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topicId)
        return noId;
    return m_rows.scopesAt(topicRowOf(index.internalId()))[static_cast<std::size_t>(index.row())];
}

TopicId ScopeTreeModel::topicAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return noId;
    return m_rows.topicAt(index.internalId() == topicId ? index.row() : topicRowOf(index.internalId()));
}

QString ScopeTreeModel::groupKey(const QModelIndex& group) const
{
    return toQString(m_catalog->topic(topicAt(group)).id);
}

void ScopeTreeModel::setDifferencesMarked(bool marked)
{
    if (marked == m_differencesMarked)
        return;
    m_differencesMarked = marked;
    Q_EMIT layoutChanged();
}

} // namespace scopes
