#include "models/EndpointColumns.h"
#include "models/EndpointTreeModel.h"
#include "models/RowExport.h"

#include <QLocale>

#include <algorithm>
#include <utility>

// What the user does to rows of the endpoint tree: ticking and copying.
namespace scopes {

namespace {

QString callCount(qsizetype count)
{
    return count == 1 ? EndpointTreeModel::tr("1 call or field")
                      : EndpointTreeModel::tr("%1 calls and fields").arg(QLocale().toString(count));
}

} // namespace

/// The parts of the rows: a heading stands for its shown calls. Each once, in catalog order.
std::vector<int> EndpointTreeModel::partsAt(const QModelIndexList& rows) const
{
    PartSet wanted(m_parts->count());
    for (const QModelIndex& row : rows) {
        if (const int part = keyAt(row); part != noId) {
            wanted.insert(part);
        } else if (row.isValid()) {
            const EndpointRows::Heading& heading = m_rows.heading(row.row());
            for (int place = heading.firstCall; place < heading.firstCall + heading.callCount; ++place)
                wanted.insert(m_rows.call(place).part);
        }
    }
    std::vector<int> parts;
    wanted.forEach([&](int part) { parts.push_back(part); });
    return parts;
}

/// What ticking or unticking the part concerns: a field brings its call along, and a call takes its fields and values with it.
QStringList EndpointTreeModel::namesWith(int part, bool ticked) const
{
    QStringList names{m_parts->name(part)};
    if (ticked && !m_parts->at(part).isCall())
        names += m_parts->name(m_parts->callOfPart(part));
    if (!ticked && m_parts->at(part).isCall()) {
        for (int member = part + 1; member < m_parts->endOf(part); ++member)
            names += m_parts->name(member);
    }
    return names;
}

void EndpointTreeModel::setTicked(const std::vector<int>& parts, bool ticked)
{
    const auto changed = std::count_if(parts.begin(), parts.end(), [&](int part) { return m_ticked.contains(part) != ticked; });
    if (ticked && changed > mostTicked)
        return refuse(changed);
    QStringList names;
    for (const int part : parts)
        names += namesWith(part, ticked);
    m_workspace.setCallsTicked(names, ticked);
    if (parts.size() > 1 && changed > 0)
        Q_EMIT message((ticked ? tr("Ticked %1.") : tr("Unticked %1.")).arg(callCount(changed)));
}

void EndpointTreeModel::refuse(qsizetype count)
{
    Q_EMIT message(tr("Nothing was ticked: %1 are more than can be ticked at once (%2). Search for what you need.")
                       .arg(callCount(count), QLocale().toString(mostTicked)));
}

void EndpointTreeModel::invert(const std::vector<int>& parts)
{
    const auto unticked = std::count_if(parts.begin(), parts.end(), [this](int part) { return !m_ticked.contains(part); });
    if (unticked > mostTicked)
        return refuse(unticked);
    QStringList added;
    QStringList removed;
    for (const int part : parts)
        (m_ticked.contains(part) ? removed : added) += namesWith(part, !m_ticked.contains(part));
    CallSelection calls = m_workspace.calls();
    calls.insert(added);
    calls.remove(removed);
    m_workspace.replaceCalls(calls.names());
    Q_EMIT message(tr("Inverted %1.").arg(callCount(static_cast<qsizetype>(parts.size()))));
}

std::vector<int> EndpointTreeModel::shownCalls()
{
    m_filter.catchUp();
    PartSet shown(m_parts->count());
    for (const EndpointRows::ShownCall& call : m_rows.calls())
        shown.insert(call.part);
    std::vector<int> calls;
    shown.forEach([&](int call) { calls.push_back(call); });
    return calls;
}

void EndpointTreeModel::toggle(const QModelIndexList& rows)
{
    const auto parts = partsAt(rows);
    if (!parts.empty())
        setTicked(parts, !std::all_of(parts.begin(), parts.end(), [&](int part) { return m_ticked.contains(part); }));
}

bool EndpointTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != EndpointColumn)
        return false;
    setTicked(partsAt({index}), value.toInt() == Qt::Checked);
    return true;
}

QStringList EndpointTreeModel::mimeTypes() const
{
    return tableMimeTypes();
}

QMimeData* EndpointTreeModel::mimeData(const QModelIndexList& indexes) const
{
    const auto parts = partsAt(indexes);
    if (parts.size() > mostRowsCopied)
        return nullptr;
    QStringList head;
    for (int column = 0; column < ColumnCount; ++column)
        head += endpointColumnTitle(column);
    QStringList names;
    QList<QStringList> rows;
    for (const int part : parts) {
        names += m_parts->name(part);
        QStringList cells;
        for (int column = 0; column < CoveredColumn; ++column)
            cells += endpointText(*m_catalog, m_parts->at(part), column);
        rows += cells << coverageText(*m_catalog, m_parts->at(part), m_workspace.ticked());
    }
    return tableToMime(names, head, rows);
}

QString EndpointTreeModel::copiedText(const QModelIndexList& rows) const
{
    const auto count = partsAt(rows).size();
    if (count == 0)
        return {};
    return tr("Copied the rows of %1, as text and as a table.").arg(callCount(static_cast<qsizetype>(count)));
}

} // namespace scopes
