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
    , m_search(workspace)
{
    connect(&m_search, &ScopeSearch::resultChanged, this, &ScopeTreeModel::findAgain);
    connect(&m_search, &ScopeSearch::behindChanged, this, &ScopeTreeModel::behindChanged);
    connect(&workspace, &Workspace::profileChanged, this, &ScopeTreeModel::onProfileChanged);
    ScopeTreeModel::refresh();
}

ScopeTreeModel::~ScopeTreeModel() = default;

void ScopeTreeModel::refresh()
{
    const CatalogPointer before = std::exchange(m_catalog, m_workspace.catalogPointer());
    if (before != nullptr)
        keepFacets(*before);
    if (m_workspace.approved() == nullptr)
        m_choice.approved = Membership::All;
    m_search.takeCatalog();
    putInOrder();
    showRows();
}

std::vector<ScopeId> ScopeTreeModel::shownScopes()
{
    m_search.catchUp();
    const auto shown = m_rows.all();
    return {shown.begin(), shown.end()};
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
    m_facets = applyFacets(*m_catalog, m_search.result().hits, m_workspace.ticked(), m_choice, m_workspace.approved());
}

void ScopeTreeModel::showRows()
{
    updateFacets();
    m_rows.show(m_facets.rows);
}

void ScopeTreeModel::findAgain()
{
    beginResetModel();
    showRows();
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
    m_search.setQuery(typed);
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
    if (column >= 0 && ScopeSearch::isLarge(*m_catalog)) {
        sortInBackground();
        Q_EMIT behindChanged();
        return;
    }
    beginResetModel();
    putInOrder();
    m_rows.show(m_facets.rows);
    endResetModel();
    Q_EMIT shownChanged();
}

/// Puts the rows, none of which are shown then, into the chosen order. Those of a large catalog stay in the catalog's until they
/// are sorted.
void ScopeTreeModel::putInOrder()
{
    m_sorting.cancel();
    const bool isSorted = m_sortColumn >= 0;
    const bool isLater = isSorted && ScopeSearch::isLarge(*m_catalog);
    if (isSorted && !isLater)
        m_rows.setOrder(orderedScopes(*m_catalog, m_sortColumn, m_sortOrder == Qt::DescendingOrder), *m_catalog);
    else
        m_rows.setOrder(*m_catalog);
    if (isLater)
        sortInBackground();
}

void ScopeTreeModel::sortInBackground()
{
    m_sorting.start([this, catalog = m_catalog, column = m_sortColumn, descends = m_sortOrder == Qt::DescendingOrder](
                        const LatestTask::Link& link) -> LatestTask::Finish {
        const auto order = std::make_shared<std::vector<ScopeId>>(
            orderedScopes(*catalog, column, descends, [&link] { return link.isWanted(); }));
        return [this, order] { takeOrder(std::move(*order)); };
    });
}

void ScopeTreeModel::takeOrder(std::vector<ScopeId> order)
{
    beginResetModel();
    m_rows.setOrder(std::move(order), *m_catalog);
    m_rows.show(m_facets.rows);
    endResetModel();
    Q_EMIT shownChanged();
}

void ScopeTreeModel::onSelectionChanged(const std::vector<ScopeId>& touched)
{
    if (touched.empty())
        return;
    m_search.followTicks();
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

QModelIndex ScopeTreeModel::indexOfGroup(const QString& key) const
{
    const std::string id = key.toStdString();
    const auto topics = m_catalog->topics();
    const auto found = std::find_if(topics.begin(), topics.end(), [&](const Topic& topic) { return topic.id == id; });
    return found == topics.end() ? QModelIndex() : indexOfTopic(static_cast<TopicId>(found - topics.begin()));
}

void ScopeTreeModel::setDifferencesMarked(bool marked)
{
    if (marked == m_differencesMarked)
        return;
    m_differencesMarked = marked;
    Q_EMIT layoutChanged();
}

} // namespace scopes
