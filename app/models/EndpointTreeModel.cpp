#include "models/EndpointTreeModel.h"

#include "models/EndpointColumns.h"
#include "models/ScopeSearch.h"
#include "models/TreeId.h"

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr headingId = 0;

/// Rows below heading 0, 1, … have the ids of 1, 3, …; rows below the calls at the places 0, 1, … those of 2, 4, …
quintptr callIdIn(int headingRow)
{
    return treeId(2 * headingRow + 1);
}

quintptr memberIdIn(int callPlace)
{
    return treeId(2 * callPlace + 2);
}

bool isMember(const QModelIndex& index)
{
    return index.internalId() != headingId && numberOfTreeId(index.internalId()) % 2 == 0;
}

int headingRowOf(const QModelIndex& call)
{
    return numberOfTreeId(call.internalId()) / 2;
}

int callPlaceOf(const QModelIndex& member)
{
    return numberOfTreeId(member.internalId()) / 2 - 1;
}

} // namespace

EndpointTreeModel::EndpointTreeModel(Workspace& workspace, QObject* parent)
    : CatalogTreeModel(workspace, parent)
{
    connect(&workspace, &Workspace::callsChanged, this, &EndpointTreeModel::onCallsChanged);
    connect(&m_filter, &EndpointFilter::queryChanged, this, &EndpointTreeModel::findAgain);
    connect(&m_filter, &EndpointFilter::behindChanged, this, &EndpointTreeModel::behindChanged);
    EndpointTreeModel::refresh();
}

EndpointTreeModel::~EndpointTreeModel() = default;

void EndpointTreeModel::refresh()
{
    const CatalogPointer before = std::exchange(m_catalog, m_workspace.catalogPointer()); // what the old parts speak of
    m_parts = std::make_shared<const CallParts>(*m_catalog);
    m_filter.setCatalog(m_catalog, m_parts);
    m_ticked = m_parts->chosen(m_workspace.calls().names());
    m_order = callsByHeading(*m_catalog);
    m_sorting.cancel();
    m_sorted = isSortedLater() ? std::vector<EndpointId>() : sortedNow();
    showRows();
    if (isSortedLater())
        sortInBackground(); // until then they are in the catalog's order
}

void EndpointTreeModel::showRows()
{
    m_filter.update(m_ticked, m_workspace.ticked());
    m_rows.show(m_sorted.empty() ? m_order : m_sorted, m_filter.shown(), *m_parts, *m_catalog);
}

bool EndpointTreeModel::isSortedLater() const
{
    return m_sortColumn >= 0 && ScopeSearch::isLarge(*m_catalog);
}

std::vector<EndpointId> EndpointTreeModel::sortedNow() const
{
    if (m_sortColumn < 0)
        return {};
    return sortedByText(m_order, *m_catalog, m_sortColumn, m_sortOrder == Qt::DescendingOrder, m_workspace.ticked());
}

void EndpointTreeModel::sortInBackground()
{
    m_sorting.start(
        [this, catalog = m_catalog, order = m_order, column = m_sortColumn, descends = m_sortOrder == Qt::DescendingOrder,
            requested = m_workspace.ticked()](const LatestTask::Link& link) -> LatestTask::Finish {
            auto sorted = std::make_shared<std::vector<EndpointId>>(
                sortedByText(order, *catalog, column, descends, requested, [&link] { return link.isWanted(); }));
            return [this, sorted] { showOrder(std::move(*sorted)); };
        });
}

void EndpointTreeModel::showOrder(std::vector<EndpointId> sorted)
{
    beginResetModel();
    m_sorted = std::move(sorted);
    m_rows.show(m_sorted.empty() ? m_order : m_sorted, m_filter.shown(), *m_parts, *m_catalog);
    endResetModel();
    Q_EMIT shownChanged();
}

void EndpointTreeModel::findAgain()
{
    beginResetModel();
    showRows();
    endResetModel();
    Q_EMIT shownChanged();
}

void EndpointTreeModel::setQuery(const QString& typed)
{
    if (m_filter.setQuery(typed))
        findAgain();
}

void EndpointTreeModel::setFacets(const EndpointFacetChoice& choice)
{
    if (m_filter.setFacets(choice))
        findAgain();
}

void EndpointTreeModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    if (isSortedLater()) {
        sortInBackground();
        Q_EMIT behindChanged();
        return;
    }
    m_sorting.cancel();
    showOrder(sortedNow());
}

/// What is ticked when @p names, all that were ticked or unticked since, have been looked at; none: anything may have been.
PartSet EndpointTreeModel::tickedAfter(const QStringList& names) const
{
    const CallSelection& calls = m_workspace.calls();
    if (names.isEmpty())
        return m_parts->chosen(calls.names());
    PartSet ticked = m_ticked;
    m_parts->chosen(names).forEach([&](int number) {
        if (!m_parts->at(number).isCall())
            return;
        bool isTicked = false;
        for (int part = m_parts->endOf(number) - 1; part >= number; --part) {
            const bool isChosen = calls.contains(m_parts->name(part));
            isTicked = isTicked || isChosen;
            ticked.set(part, part == number ? isTicked : isChosen);
        }
    });
    return ticked;
}

void EndpointTreeModel::onCallsChanged(const QStringList& names)
{
    const PartSet before = std::exchange(m_ticked, tickedAfter(names));
    PartSet touched = m_ticked;
    touched -= before;
    PartSet unticked = before;
    unticked -= m_ticked;
    touched |= unticked;
    if (touched.isEmpty())
        return;
    if (m_filter.dependsOnTicks())
        return findAgain();
    m_filter.update(m_ticked, m_workspace.ticked()); // for the facets' counts
    announce(touched, EndpointColumn, {Qt::CheckStateRole, CountTextRole, Qt::AccessibleTextRole});
    Q_EMIT shownChanged();
}

void EndpointTreeModel::onSelectionChanged(const std::vector<ScopeId>& touched)
{
    const bool isSortedByIt = m_sortColumn == CoveredColumn;
    if (isSortedByIt && isSortedLater()) {
        sortInBackground();
        Q_EMIT behindChanged();
    } else if (isSortedByIt) {
        m_sorted = sortedNow();
    }
    if (m_filter.dependsOnRequest() || (isSortedByIt && !isSortedLater()))
        return findAgain();
    m_filter.update(m_ticked, m_workspace.ticked());
    PartSet parts(m_parts->count());
    for (const ScopeId scope : touched) {
        for (const EndpointId endpoint : m_catalog->endpointsOf(scope)) {
            const int call = m_parts->callOf(endpoint);
            for (int part = call; part < m_parts->endOf(call); ++part)
                parts.insert(part);
        }
    }
    announce(parts, CoveredColumn, {Qt::DisplayRole, Qt::AccessibleTextRole});
    Q_EMIT shownChanged();
}

/// One signal for a heading's touched calls, from the first to the last of them, one for the members of each, and one for the
/// heading.
void EndpointTreeModel::announce(const PartSet& touched, int column, const QList<int>& roles)
{
    std::vector<int> places;
    touched.forEach([&](int part) {
        const int place = m_rows.placeOf(m_parts->at(part).endpoint);
        if (place >= 0 && (places.empty() || places.back() != place))
            places.push_back(place);
    });
    std::sort(places.begin(), places.end());
    for (auto from = places.begin(); from != places.end();) {
        const int headingRow = m_rows.call(*from).headingRow;
        const auto to = std::find_if(from, places.end(), [&](int place) { return m_rows.call(place).headingRow != headingRow; });
        Q_EMIT dataChanged(callIndex(*from, column), callIndex(*(to - 1), column), roles);
        if (column == EndpointColumn) {
            const QModelIndex heading = index(headingRow, EndpointColumn);
            Q_EMIT dataChanged(heading, heading, roles);
        }
        for (; from != to; ++from) {
            const int members = m_rows.call(*from).memberCount;
            const QModelIndex call = callIndex(*from);
            if (members > 0)
                Q_EMIT dataChanged(index(0, column, call), index(members - 1, column, call), roles);
        }
    }
}

QModelIndex EndpointTreeModel::callIndex(int place, int column) const
{
    const int heading = m_rows.call(place).headingRow;
    return createIndex(place - m_rows.heading(heading).firstCall, column, callIdIn(heading));
}

QModelIndex EndpointTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, headingId);
    if (parent.internalId() == headingId)
        return createIndex(row, column, callIdIn(parent.row()));
    return createIndex(row, column, memberIdIn(m_rows.heading(headingRowOf(parent)).firstCall + parent.row()));
}

QModelIndex EndpointTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == headingId)
        return {};
    return isMember(child) ? callIndex(callPlaceOf(child)) : createIndex(headingRowOf(child), 0, headingId);
}

int EndpointTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.headings().size());
    if (parent.column() != 0 || isMember(parent))
        return 0;
    if (parent.internalId() == headingId)
        return m_rows.heading(parent.row()).callCount;
    return m_rows.call(m_rows.heading(headingRowOf(parent)).firstCall + parent.row()).memberCount;
}

int EndpointTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

bool EndpointTreeModel::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags EndpointTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == EndpointColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (isMember(index))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

int EndpointTreeModel::keyAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == headingId)
        return noId;
    if (isMember(index))
        return m_rows.member(m_rows.call(callPlaceOf(index)).firstMember + index.row());
    return m_rows.call(m_rows.heading(headingRowOf(index)).firstCall + index.row()).part;
}

QModelIndex EndpointTreeModel::indexOfKey(int key) const
{
    const int place = key >= 0 && key < m_parts->count() ? m_rows.placeOf(m_parts->at(key).endpoint) : -1;
    if (place < 0)
        return {};
    const QModelIndex call = callIndex(place);
    return m_parts->at(key).isCall() ? call : index(m_rows.rowOfMember(m_rows.call(place), key), EndpointColumn, call);
}

QString EndpointTreeModel::groupKey(const QModelIndex& group) const
{
    return toQString(m_catalog->endpointHeading(m_rows.heading(group.row()).label));
}

QModelIndex EndpointTreeModel::indexOfGroup(const QString& key) const
{
    const std::string heading = key.toStdString();
    const auto& shown = m_rows.headings();
    const auto found = std::find_if(
        shown.begin(), shown.end(), [&](const auto& each) { return m_catalog->endpointHeading(each.label) == heading; });
    return found == shown.end() ? QModelIndex() : index(static_cast<int>(found - shown.begin()), 0);
}

} // namespace scopes
