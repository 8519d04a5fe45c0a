#include "models/DifferenceModel.h"

#include "models/TreeId.h"

#include <QLocale>

#include <memory>

namespace scopes {

namespace {

constexpr int groupPlaces = 16; ///< more than there are groups
static_assert(groupPlaces >= DifferenceRows::GroupCount);

const DifferenceRows::Found& at(const std::vector<DifferenceRows::Found>& groups, int number)
{
    return groups[static_cast<std::size_t>(number)];
}

} // namespace

DifferenceModel::DifferenceModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void DifferenceModel::setCompared(ComparedCatalogsPointer compared, std::vector<RequestReport> reports)
{
    m_task.cancel();
    beginResetModel();
    m_shown.clear();
    m_rows = DifferenceRows(std::move(compared), std::move(reports));
    if (!isSlow())
        m_shown = m_rows.find(m_filter);
    endResetModel();
    if (isSlow())
        findSoon();
}

void DifferenceModel::setReports(std::vector<RequestReport> reports)
{
    if (reports == m_rows.reports())
        return;
    DifferenceRows rows(m_rows.compared(), std::move(reports));
    DifferenceRows::Found now = rows.find(DifferenceRows::Requests, m_filter);
    if (m_task.isRunning() || now.count == 0 || !isAboutRequests(index(0, 0)))
        return setCompared(m_rows.compared(), rows.reports());
    // The group's row stays, and so does all that is open, chosen and scrolled to in the others.
    const QModelIndex group = index(0, 0);
    beginRemoveRows(group, 0, rowCount(group) - 1);
    m_shown.front().entries.clear();
    endRemoveRows();
    beginInsertRows(group, 0, static_cast<int>(now.entries.size()) - 1);
    m_rows = std::move(rows);
    m_shown.front() = std::move(now);
    endInsertRows();
    Q_EMIT dataChanged(group, group);
}

void DifferenceModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    m_task.cancel();
    m_filter = text;
    if (isSlow())
        return findSoon();
    beginResetModel();
    m_shown = m_rows.find(m_filter);
    endResetModel();
}

/// True if the filter looks into more texts than can be looked into between two keystrokes.
bool DifferenceModel::isSlow() const
{
    constexpr int mostAtOnce = 2'000;
    return !m_filter.isEmpty() && m_rows.changeCount() > mostAtOnce;
}

void DifferenceModel::findSoon()
{
    m_task.start([this, rows = m_rows, filter = m_filter](const LatestTask::Link& link) {
        const auto found =
            std::make_shared<std::vector<DifferenceRows::Found>>(rows.find(filter, [&link] { return link.isWanted(); }));
        return [this, found] {
            beginResetModel();
            m_shown = std::move(*found);
            endResetModel();
        };
    });
}

int DifferenceModel::shownCount() const
{
    int count = 0;
    for (const DifferenceRows::Found& group : m_shown)
        count += group.group == DifferenceRows::Requests ? 0 : group.count;
    return count;
}

int DifferenceModel::allCount() const
{
    return m_rows.changeCount();
}

DifferenceRows::Row DifferenceModel::rowOf(const QModelIndex& index) const
{
    const int number = numberOfTreeId(index.internalId());
    if (number == 0)
        return {at(m_shown, index.row()).group, -1, -1};
    const DifferenceRows::Found& group = at(m_shown, (number - 1) % groupPlaces);
    const int place = (number - 1) / groupPlaces;
    return place == 0 ? DifferenceRows::Row{group.group, group.entries[static_cast<std::size_t>(index.row())], -1}
                      : DifferenceRows::Row{group.group, group.entries[static_cast<std::size_t>(place - 1)], index.row()};
}

bool DifferenceModel::isAboutRequests(const QModelIndex& group) const
{
    return group.isValid() && !group.parent().isValid() && at(m_shown, group.row()).group == DifferenceRows::Requests;
}

/// A group's id is 0, an entry's that of its group's row, a change's that of the rows of both.
QModelIndex DifferenceModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, treeId(0));
    const int number = numberOfTreeId(parent.internalId());
    return createIndex(row, column, number == 0 ? treeId(1 + parent.row()) : treeId(number + groupPlaces * (parent.row() + 1)));
}

QModelIndex DifferenceModel::parent(const QModelIndex& child) const
{
    const int number = child.isValid() ? numberOfTreeId(child.internalId()) : 0;
    if (number == 0)
        return {};
    const int group = (number - 1) % groupPlaces;
    const int place = (number - 1) / groupPlaces;
    return place == 0 ? createIndex(group, 0, treeId(0)) : createIndex(place - 1, 0, treeId(1 + group));
}

int DifferenceModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_shown.size());
    if (parent.column() != 0)
        return 0;
    const DifferenceRows::Row row = rowOf(parent);
    if (row.entry < 0)
        return static_cast<int>(at(m_shown, parent.row()).entries.size());
    return row.part < 0 ? m_rows.partCount(row.group, row.entry) : 0;
}

int DifferenceModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString DifferenceModel::countText(const DifferenceRows::Found& group)
{
    const QString count = QLocale().toString(group.count);
    return group.count > DifferenceRows::mostListed
        ? tr("%1, the first %2 listed").arg(count, QLocale().toString(DifferenceRows::mostListed))
        : count;
}

/// Where the filter stands in a text that is shown.
QList<TextRange> DifferenceModel::matches(const QString& text) const
{
    QList<TextRange> ranges;
    if (m_filter.isEmpty())
        return ranges;
    for (auto at = text.indexOf(m_filter, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(m_filter, at + m_filter.size(), Qt::CaseInsensitive))
        ranges.append({static_cast<int>(at), static_cast<int>(m_filter.size())});
    return ranges;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DifferenceRows::Row row = rowOf(index);
    const bool isGroup = row.entry < 0;
    const auto text = [&] { return m_rows.cell(row, index.column()); };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::AccessibleTextRole:
        return index.column() != WhatColumn ? text()
            : isGroup                       ? tr("%1: %2").arg(text(), countText(at(m_shown, index.row())))
                                            : m_rows.spoken(row);
    case CatalogTreeModel::CountTextRole:
        return isGroup && index.column() == WhatColumn ? QVariant(countText(at(m_shown, index.row()))) : QVariant();
    case CatalogTreeModel::DifferencesRole:
        return QVariant::fromValue(m_rows.differences(row, index.column()));
    case CatalogTreeModel::MatchesRole:
        return QVariant::fromValue(isGroup ? QList<TextRange>() : matches(text()));
    case ScopeNamesRole:
        return m_rows.scopeNames(row);
    case CallNameRole:
        return m_rows.callName(row);
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == WhatColumn ? tr("What") : section == BeforeColumn ? tr("Before") : tr("Now");
}

} // namespace scopes
