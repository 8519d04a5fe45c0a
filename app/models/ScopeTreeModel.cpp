#include "models/ScopeTreeModel.h"

#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/FoundWhere.h"
#include "models/RowExport.h"
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

Qt::CheckState checkState(int ticked, int all)
{
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked == all ? Qt::Checked : Qt::PartiallyChecked;
}

std::optional<SearchColumn> searchColumn(int column)
{
    switch (column) {
    case ScopeTreeModel::ScopeColumn:
        return SearchColumn::Name;
    case ScopeTreeModel::DefinitionColumn:
        return SearchColumn::Definition;
    case ScopeTreeModel::UserDisplayColumn:
        return SearchColumn::UserDisplay;
    case ScopeTreeModel::ProductColumn:
        return SearchColumn::Product;
    case ScopeTreeModel::EndpointsColumn:
        return SearchColumn::Endpoint;
    case ScopeTreeModel::FieldsColumn:
        return SearchColumn::Field;
    default:
        return {};
    }
}

QVariant toVariant(const std::vector<TextRange>& ranges)
{
    return QVariant::fromValue(QList<TextRange>(ranges.begin(), ranges.end()));
}

} // namespace

ScopeTreeModel::ScopeTreeModel(Workspace& workspace, QObject* parent)
    : CatalogTreeModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::catalogAboutToChange, this, [this] { beginResetModel(); });
    connect(&workspace, &Workspace::catalogChanged, this, [this] {
        refresh();
        endResetModel();
        Q_EMIT shownChanged();
    });
    connect(&workspace, &Workspace::selectionChanged, this,
        [this](const SelectionChange&, const std::vector<ScopeId>& touched) { onSelectionChanged(touched); });
    connect(&workspace, &Workspace::profileChanged, this, &ScopeTreeModel::onProfileChanged);
    refresh();
}

ScopeTreeModel::~ScopeTreeModel() = default;

void ScopeTreeModel::refresh()
{
    m_catalog = m_workspace.catalogPointer();
    m_index.reset();
    m_choice.topic.reset();
    m_choice.approval.reset();
    if (m_workspace.approved() == nullptr)
        m_choice.approved = Membership::All;
    m_rows.setOrder(orderedScopes(*m_catalog, m_sortColumn, m_sortOrder == Qt::DescendingOrder), *m_catalog);
    const Query query = m_found.query;
    m_found = {};
    if (query.isEmpty()) {
        m_found.hits = ScopeSet(m_catalog->scopeCount(), true);
        m_found.textHits = m_found.hits;
    } else {
        m_index = std::make_unique<SearchIndex>(m_catalog);
        m_found = m_index->search(query, m_workspace.ticked());
    }
    updateFacets();
    m_rows.show(m_facets.rows, *m_catalog);
}

void ScopeTreeModel::updateFacets()
{
    m_facets = applyFacets(*m_catalog, m_found.hits, m_workspace.ticked(), m_choice, m_workspace.approved());
}

void ScopeTreeModel::findAgain()
{
    beginResetModel();
    updateFacets();
    m_rows.show(m_facets.rows, *m_catalog);
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

/// What the chosen app profile says of the scope; empty: there is none for this provider.
QString ScopeTreeModel::approvalText(ScopeId scope) const
{
    if (m_workspace.approved() == nullptr)
        return {};
    const AppProfile& profile = *m_workspace.profile();
    const QString app = visibleText(profile.name, 80);
    if (m_workspace.approved()->contains(scope))
        return tr("approved for %1").arg(app);
    if (profile.appliedFor.contains(toQString(m_catalog->scope(scope).name)))
        return tr("applied for, not yet approved for %1").arg(app);
    return tr("not approved for %1").arg(app);
}

void ScopeTreeModel::setQuery(const QString& typed)
{
    const Query query(typed);
    if (query == m_found.query)
        return;
    if (!m_index)
        m_index = std::make_unique<SearchIndex>(m_catalog);
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
    m_rows.show(m_facets.rows, *m_catalog);
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
        m_rows.show(m_facets.rows, *m_catalog);
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

QVariant ScopeTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScopeId scope = scopeAt(index);
    switch (role) {
    case ScopeIdRole:
        return scope;
    case TopicIdRole:
        return topicAt(index);
    default:
        return scope == noId ? topicData(m_rows.topicAt(index.row()), index.column(), role)
                             : scopeData(scope, index.column(), role);
    }
}

QVariant ScopeTreeModel::topicData(TopicId topic, int column, int role) const
{
    if (column != ScopeColumn)
        return {};
    const QString name = visibleText(toQString(m_catalog->topic(topic).name), 200);
    const auto all = static_cast<qsizetype>(m_catalog->scopesOf(topic).size());
    const QString count = partOf(m_workspace.tickedIn(topic), all);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return name;
    case Qt::CheckStateRole:
        return tickState(topic);
    case CountTextRole:
        return count;
    case MatchesRole:
        return toVariant(matchRanges(name, m_found.query, SearchColumn::Topic));
    case Qt::AccessibleTextRole:
        return tr("%1, topic, %2 requested").arg(name, count);
    case Qt::ToolTipRole: {
        const auto shown = static_cast<qsizetype>(m_rows.scopesAt(m_rows.rowOfTopic(topic)).size());
        const QString hidden =
            shown == all ? QString() : tr("\n%1 shown, the others are hidden by the search.").arg(partOf(shown, all));
        return tr("Topic %1: %2 requested.").arg(name, count) + hidden;
    }
    default:
        return {};
    }
}

QVariant ScopeTreeModel::tickState(TopicId topic) const
{
    return checkState(m_workspace.tickedIn(topic), static_cast<int>(m_catalog->scopesOf(topic).size()));
}

QVariant ScopeTreeModel::scopeData(ScopeId scope, int column, int role) const
{
    const Scope& row = m_catalog->scope(scope);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return visibleText(columnText(*m_catalog, scope, column));
    case Qt::CheckStateRole:
        if (column == ScopeColumn)
            return m_workspace.ticked().contains(scope) ? Qt::Checked : Qt::Unchecked;
        return {};
    case MatchesRole:
        if (const auto searched = searchColumn(column))
            return toVariant(matchRanges(scopeData(scope, column, Qt::DisplayRole).toString(), m_found.query, *searched));
        return {};
    case FoundWhereRole:
        return column == ScopeColumn ? foundWhere(*m_catalog, scope, m_found.query) : QString();
    case DifferencesRole:
        return QVariant::fromValue(differences(row, column));
    case CountTextRole:
        return column == ScopeColumn && m_workspace.approved() != nullptr && m_workspace.approved()->contains(scope) ? u"✓"_s
                                                                                                                     : QString();
    case Qt::ToolTipRole:
        return column == ScopeColumn && m_workspace.approved() != nullptr
            ? tr("%1: %2").arg(scopeData(scope, column, Qt::DisplayRole).toString(), approvalText(scope))
            : QString();
    case IsSameTextRole:
        return column == UserDisplayColumn && row.userDisplay.data() != nullptr && row.userDisplay == row.definition;
    case Qt::AccessibleTextRole: {
        const QString text = visibleText(columnText(*m_catalog, scope, column));
        if (column == UserDisplayColumn && scopeData(scope, column, IsSameTextRole).toBool())
            return tr("%1 (same as the definition)").arg(text);
        if (column == ScopeColumn && m_workspace.approved() != nullptr)
            return tr("%1, %2").arg(text, approvalText(scope));
        return text;
    }
    case Qt::AccessibleDescriptionRole:
        return column == ScopeColumn ? descriptionOf(scope) : QString();
    default:
        return {};
    }
}

/// What a screen reader says of the row besides its name.
QString ScopeTreeModel::descriptionOf(ScopeId scope) const
{
    const QString text = tr("Level 2. Definition: %1 User display: %2")
                             .arg(visibleText(columnText(*m_catalog, scope, DefinitionColumn)),
                                 visibleText(columnText(*m_catalog, scope, UserDisplayColumn)));
    const QString where = foundWhere(*m_catalog, scope, m_found.query);
    return where.isEmpty() ? text : tr("Found in %1. %2").arg(where, text);
}

QList<TextRange> ScopeTreeModel::differences(const Scope& scope, int column) const
{
    if (!m_differencesMarked || scope.userDisplay.data() == nullptr
        || (column != DefinitionColumn && column != UserDisplayColumn))
        return {};
    const auto difference = differenceOf(visibleText(toQString(scope.definition)), visibleText(toQString(scope.userDisplay)));
    const auto& ranges = column == DefinitionColumn ? difference.onlyInFirst : difference.onlyInSecond;
    return {ranges.begin(), ranges.end()};
}

bool ScopeTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != ScopeColumn)
        return false;
    const auto scopes = scopesAt({index});
    bool ticked = value.toInt() == Qt::Checked;
    // With a part of the topic hidden its box never gets full: a second click on it takes back what the first one ticked.
    const bool isTopic = scopeAt(index) == noId;
    if (isTopic && ticked
        && std::all_of(scopes.begin(), scopes.end(), [&](ScopeId id) { return m_workspace.ticked().contains(id); }))
        ticked = false;
    setTicked(scopes, ticked);
    return true;
}

void ScopeTreeModel::setTicked(const std::vector<ScopeId>& scopes, bool ticked)
{
    const auto changed = std::count_if(
        scopes.begin(), scopes.end(), [&](ScopeId scope) { return m_workspace.ticked().contains(scope) != ticked; });
    m_workspace.setTicked(scopes, ticked);
    if (scopes.size() == 1 || changed == 0)
        return;
    QString text = ticked ? tr("Ticked %1.").arg(scopeCount(changed)) : tr("Unticked %1.").arg(scopeCount(changed));
    const int hidden = m_catalog->scopeCount() - shownCount();
    if (hidden > 0)
        text += u' ' + tr("The %1 that the search hides stay as they were.").arg(scopeCount(hidden));
    Q_EMIT message(text);
}

QVariant ScopeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(section);
    return role == Qt::ToolTipRole || role == Qt::WhatsThisRole ? columnHelp(section) : QVariant();
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

std::vector<ScopeId> ScopeTreeModel::scopesAt(const QModelIndexList& indexes) const
{
    ScopeSet wanted(m_catalog->scopeCount());
    for (const QModelIndex& index : indexes) {
        const ScopeId scope = scopeAt(index);
        if (scope != noId) {
            wanted.insert(scope);
        } else if (index.isValid()) {
            for (const ScopeId child : m_rows.scopesAt(index.row()))
                wanted.insert(child);
        }
    }
    // Walking the few topics concerned beats walking all rows: a selection is small, a catalog may not be.
    std::vector<int> topicRows;
    wanted.forEach([&](ScopeId scope) { topicRows.push_back(m_rows.rowOfTopic(m_catalog->scope(scope).topic)); });
    std::sort(topicRows.begin(), topicRows.end());
    topicRows.erase(std::unique(topicRows.begin(), topicRows.end()), topicRows.end());
    std::vector<ScopeId> scopes;
    for (const int row : topicRows) {
        for (const ScopeId scope : m_rows.scopesAt(row)) {
            if (wanted.contains(scope))
                scopes.push_back(scope);
        }
    }
    return scopes;
}

QString ScopeTreeModel::groupKey(const QModelIndex& group) const
{
    return toQString(m_catalog->topic(topicAt(group)).id);
}

void ScopeTreeModel::toggle(const QModelIndexList& rows)
{
    const auto scopes = scopesAt(rows);
    const auto& ticked = m_workspace.ticked();
    if (!scopes.empty())
        setTicked(scopes, !std::all_of(scopes.begin(), scopes.end(), [&](ScopeId scope) { return ticked.contains(scope); }));
}

QString ScopeTreeModel::copiedText(const QModelIndexList& rows) const
{
    const auto count = static_cast<qsizetype>(scopesAt(rows).size());
    return count == 0 ? QString() : tr("Copied the rows of %1, as text and as a table.").arg(scopeCount(count));
}

void ScopeTreeModel::setDifferencesMarked(bool marked)
{
    if (marked == m_differencesMarked)
        return;
    m_differencesMarked = marked;
    Q_EMIT layoutChanged();
}

QStringList ScopeTreeModel::mimeTypes() const
{
    return rowMimeTypes();
}

QMimeData* ScopeTreeModel::mimeData(const QModelIndexList& indexes) const
{
    return rowsToMime(*m_catalog, scopesAt(indexes), {ScopeColumn, DefinitionColumn, UserDisplayColumn});
}

} // namespace scopes
