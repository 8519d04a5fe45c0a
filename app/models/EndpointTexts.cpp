#include "document/VisibleText.h"
#include "models/CountText.h"
#include "models/EndpointColumns.h"
#include "models/EndpointTreeModel.h"
#include "search/Highlight.h"

#include <QTextDocument>

// What the rows of the endpoint tree say.
namespace scopes {

namespace {

/// Tooltips take what looks like markup for markup.
QString plainToolTip(const QString& text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

} // namespace

QVariant EndpointTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int part = keyAt(index);
    return part == noId ? headingData(index.row(), index.column(), role) : partData(part, index.column(), role);
}

int EndpointTreeModel::tickedIn(const EndpointRows::Heading& heading) const
{
    int count = 0;
    for (int place = heading.firstCall; place < heading.firstCall + heading.callCount; ++place)
        count += m_ticked.contains(m_rows.call(place).part) ? 1 : 0;
    return count;
}

QVariant EndpointTreeModel::headingData(int row, int column, int role) const
{
    if (column != EndpointColumn)
        return {};
    const EndpointRows::Heading& heading = m_rows.heading(row);
    const QString name =
        heading.label == noId ? tr("Product unknown") : visibleText(toQString(m_catalog->endpointHeading(heading.label)), 200);
    const CallPart& firstCall = m_parts->at(m_rows.call(heading.firstCall).part);
    const bool isProduct = heading.label == noId || m_catalog->endpoint(firstCall.endpoint).product != noId;
    const int ticked = tickedIn(heading);
    const QString count = partOf(ticked, heading.callCount);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return name;
    case Qt::CheckStateRole:
        return ticked == 0 ? Qt::Unchecked : ticked == heading.callCount ? Qt::Checked : Qt::PartiallyChecked;
    case CountTextRole:
        return count;
    case MatchesRole: {
        const auto ranges = matchRanges(name, query(), SearchColumn::Product);
        return QVariant::fromValue(QList<TextRange>(ranges.begin(), ranges.end()));
    }
    case Qt::AccessibleTextRole:
        return (
            isProduct ? tr("%1, product, %2 of the calls shown are ticked") : tr("%1, group, %2 of the calls shown are ticked"))
            .arg(name, count);
    case Qt::ToolTipRole:
        return plainToolTip(
            (isProduct ? tr("Product %1: %2 of the calls shown are ticked.") : tr("Group %1: %2 of the calls shown are ticked."))
                .arg(name, count));
    default:
        return {};
    }
}

QString EndpointTreeModel::shownText(int part, int column) const
{
    return shownEndpointText(*m_catalog, m_parts->at(part), column, m_workspace.ticked());
}

QString EndpointTreeModel::toolTip(int part, int column) const
{
    switch (column) {
    case EndpointColumn:
        return visibleText(m_parts->name(part), 300);
    case AddressColumn:
        return m_parts->at(part).isCall() ? visibleText(toQString(m_catalog->endpoint(m_parts->at(part).endpoint).url), 300)
                                          : QString();
    case NeedsColumn: {
        const QString whole = visibleText(needInWords(m_parts->at(part), *m_catalog), 2000);
        return whole == shownText(part, column) ? QString() : whole;
    }
    default:
        return {};
    }
}

QVariant EndpointTreeModel::partData(int part, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return shownText(part, column);
    case Qt::CheckStateRole:
        if (column == EndpointColumn)
            return m_ticked.contains(part) ? Qt::Checked : Qt::Unchecked;
        return {};
    case MatchesRole: {
        const auto ranges = matches(part, column);
        return QVariant::fromValue(QList<TextRange>(ranges.begin(), ranges.end()));
    }
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(part, column));
    case Qt::AccessibleDescriptionRole:
        if (column == EndpointColumn)
            return tr("Level %1. %2. Needs: %3. Covered by the request: %4.")
                .arg(m_parts->at(part).isCall() ? 2 : 3)
                .arg(shownText(part, AddressColumn), shownText(part, NeedsColumn), shownText(part, CoveredColumn));
        return {};
    default:
        return {};
    }
}

std::vector<TextRange> EndpointTreeModel::matches(int part, int column) const
{
    const bool isCall = m_parts->at(part).isCall();
    if (column == NeedsColumn)
        return matchRanges(shownText(part, column), query(), SearchColumn::Name);
    if (column != CoveredColumn && isCall)
        return matchRanges(shownText(part, column), query(), SearchColumn::Endpoint);
    if (column == EndpointColumn)
        return matchRanges(shownText(part, column), query(), SearchColumn::Field);
    if (column == AddressColumn) // a meaning: words without an operator are looked for in it
        return matchRanges(shownText(part, column), query(), SearchColumn::Definition);
    return {};
}

bool EndpointTreeModel::hasHitsBelow(const QModelIndex& row) const
{
    const int call = keyAt(row);
    if (query().terms().empty() || call == noId || !m_parts->at(call).isCall())
        return false;
    const auto isMarked = [&](int part) {
        return !matches(part, EndpointColumn).empty() || !matches(part, AddressColumn).empty()
            || !matches(part, NeedsColumn).empty();
    };
    if (isMarked(call))
        return false;
    for (int part = call + 1; part < m_parts->endOf(call); ++part) {
        if (isMarked(part))
            return true;
    }
    return false;
}

QVariant EndpointTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return endpointColumnTitle(section);
    return role == Qt::ToolTipRole || role == Qt::WhatsThisRole ? endpointColumnHelp(section) : QVariant();
}

} // namespace scopes
