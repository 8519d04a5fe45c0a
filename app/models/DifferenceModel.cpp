#include "models/DifferenceModel.h"

#include "document/VisibleText.h"
#include "models/FindingsModel.h"
#include "models/TreeId.h"

#include <QLocale>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupPlaces = 16; ///< more than there are groups

template <typename List>
const auto& at(const List& list, int number)
{
    return list[static_cast<typename List::size_type>(number)];
}

QString shown(const QString& text)
{
    return visibleText(text);
}

QString definitionOf(const ScopeCatalog& catalog, const QString& name)
{
    const ScopeId id = catalog.find(name);
    return id == noId ? QString() : toQString(catalog.scope(id).definition);
}

/// 'Get User Info · GET https://…'.
QString callText(const ScopeCatalog& catalog, const std::vector<EndpointId>& calls, int number)
{
    const Endpoint& endpoint = catalog.endpoint(at(calls, number));
    const QString address = u"%1 %2"_s.arg(toQString(endpoint.method), toQString(endpoint.url)).trimmed();
    QStringList texts{toQString(endpoint.name), address};
    texts.removeAll(QString());
    return texts.join(u" · "_s);
}

bool isOfCall(ImpactKind kind)
{
    return kind == ImpactKind::CallRemoved || kind == ImpactKind::CallNeedsMore || kind == ImpactKind::CallNeedsOther;
}

QString groupTitle(DifferenceModel::Group group)
{
    switch (group) {
    case DifferenceModel::Requests:
        return DifferenceModel::tr("What it means for your requests");
    case DifferenceModel::Removed:
        return DifferenceModel::tr("Scopes removed");
    case DifferenceModel::Added:
        return DifferenceModel::tr("Scopes added");
    case DifferenceModel::Renamed:
        return DifferenceModel::tr("Scopes renamed (a guess where it says so)");
    case DifferenceModel::Texts:
        return DifferenceModel::tr("Scopes with other texts");
    case DifferenceModel::Needs:
        return DifferenceModel::tr("Calls that need other scopes");
    case DifferenceModel::CallsRemoved:
        return DifferenceModel::tr("Calls removed");
    case DifferenceModel::CallsAdded:
        return DifferenceModel::tr("Calls added");
    case DifferenceModel::CallTexts:
        return DifferenceModel::tr("Calls with other texts");
    case DifferenceModel::GroupCount:
        break;
    }
    return {};
}

} // namespace

DifferenceModel::DifferenceModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void DifferenceModel::setCompared(ComparedCatalogsPointer compared, std::vector<RequestReport> reports)
{
    beginResetModel();
    m_compared = std::move(compared);
    m_reports = std::move(reports);
    rebuild();
    endResetModel();
}

void DifferenceModel::setReports(std::vector<RequestReport> reports)
{
    if (reports == m_reports)
        return;
    const bool hadRows = !m_shown.empty() && m_shown.front().group == Requests;
    std::swap(m_reports, reports);
    ShownGroup now = shownOf(Requests);
    if (!hadRows || now.count == 0)
        return setCompared(m_compared, std::move(m_reports));
    // The group's row stays, and so does all that is open, chosen and scrolled to in the others.
    const QModelIndex group = index(0, 0);
    std::swap(m_reports, reports);
    beginRemoveRows(group, 0, rowCount(group) - 1);
    m_shown.front().entries.clear();
    endRemoveRows();
    beginInsertRows(group, 0, static_cast<int>(now.entries.size()) - 1);
    m_reports = std::move(reports);
    m_shown.front() = std::move(now);
    endInsertRows();
    Q_EMIT dataChanged(group, group);
}

void DifferenceModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    rebuild();
    endResetModel();
}

DifferenceModel::ShownGroup DifferenceModel::shownOf(Group group) const
{
    ShownGroup shownGroup{group, {}, 0};
    const int all = entryCount(group);
    for (int entry = 0; entry < all; ++entry) {
        if (isFound(group, entry) && ++shownGroup.count <= mostListed)
            shownGroup.entries.push_back(entry);
    }
    return shownGroup;
}

void DifferenceModel::rebuild()
{
    m_shown.clear();
    for (int number = 0; number < GroupCount; ++number) {
        if (ShownGroup shownGroup = shownOf(static_cast<Group>(number)); shownGroup.count > 0)
            m_shown.push_back(std::move(shownGroup));
    }
}

int DifferenceModel::shownCount() const
{
    int count = 0;
    for (const ShownGroup& shownGroup : m_shown)
        count += shownGroup.group == Requests ? 0 : shownGroup.count;
    return count;
}

int DifferenceModel::allCount() const
{
    int count = 0;
    for (int number = Requests + 1; number < GroupCount; ++number)
        count += entryCount(static_cast<Group>(number));
    return count;
}

int DifferenceModel::entryCount(Group group) const
{
    if (m_compared == nullptr)
        return 0;
    const CatalogDifference& all = m_compared->difference;
    const std::size_t counts[] = {// NOLINT(modernize-avoid-c-arrays): in the order of the groups
        m_reports.size(), std::size_t(all.removed.size()), std::size_t(all.added.size()), all.renamed.size(), all.scopes.size(),
        all.requirements.size(), std::size_t(all.removedEndpoints.size()), std::size_t(all.addedEndpoints.size()),
        all.endpoints.size()};
    return static_cast<int>(counts[group]);
}

int DifferenceModel::partCount(Group group, int entry) const
{
    switch (group) {
    case Requests:
        return static_cast<int>(at(m_reports, entry).impacts.size());
    case Texts:
        return static_cast<int>(at(m_compared->difference.scopes, entry).texts.size());
    case CallTexts:
        return static_cast<int>(at(m_compared->difference.endpoints, entry).texts.size());
    default:
        return 0;
    }
}

QStringList DifferenceModel::textsOf(Group group, int entry) const
{
    QStringList texts;
    for (int part = -1; part < partCount(group, entry); ++part) {
        for (int column = 0; column < ColumnCount; ++column)
            texts += cell({group, entry, part}, column);
    }
    return texts;
}

bool DifferenceModel::isFound(Group group, int entry) const
{
    if (m_filter.isEmpty())
        return true;
    const QStringList texts = textsOf(group, entry);
    return std::any_of(
        texts.begin(), texts.end(), [this](const QString& text) { return text.contains(m_filter, Qt::CaseInsensitive); });
}

DifferenceModel::Row DifferenceModel::rowOf(const QModelIndex& index) const
{
    const int number = numberOfTreeId(index.internalId());
    if (number == 0)
        return {at(m_shown, index.row()).group, -1, -1};
    const ShownGroup& group = at(m_shown, (number - 1) % groupPlaces);
    const int place = (number - 1) / groupPlaces;
    return place == 0 ? Row{group.group, at(group.entries, index.row()), -1}
                      : Row{group.group, at(group.entries, place - 1), index.row()};
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
    const Row row = rowOf(parent);
    if (row.entry < 0)
        return static_cast<int>(at(m_shown, parent.row()).entries.size());
    return row.part < 0 ? partCount(row.group, row.entry) : 0;
}

int DifferenceModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

/// The change of a text that the row shows; null: it shows none.
const ChangedText* DifferenceModel::changeOf(const Row& row) const
{
    if (row.part < 0 || (row.group != Texts && row.group != CallTexts))
        return nullptr;
    const auto& entries = row.group == Texts ? m_compared->difference.scopes : m_compared->difference.endpoints;
    return &at(at(entries, row.entry).texts, row.part);
}

/// What the row is of, as it is spelt.
QString DifferenceModel::rawName(const Row& row) const
{
    const CatalogDifference& all = m_compared->difference;
    switch (row.group) {
    case Requests:
        return row.part < 0 ? at(m_reports, row.entry).name : at(at(m_reports, row.entry).impacts, row.part).subject;
    case Removed:
        return all.removed[row.entry];
    case Added:
        return all.added[row.entry];
    case Renamed:
        return at(all.renamed, row.entry).before;
    case Texts:
        return at(all.scopes, row.entry).name;
    case Needs:
        return at(all.requirements, row.entry).call;
    case CallsRemoved:
        return all.removedEndpoints[row.entry];
    case CallsAdded:
        return all.addedEndpoints[row.entry];
    case CallTexts:
        return at(all.endpoints, row.entry).name;
    case GroupCount:
        break;
    }
    return {};
}

/// The names of the scope that the row is of: the former and the new one, else one.
QStringList DifferenceModel::scopeNames(const Row& row) const
{
    if (row.entry < 0 || row.group >= Needs)
        return {};
    if (row.group == Renamed)
        return {at(m_compared->difference.renamed, row.entry).before, at(m_compared->difference.renamed, row.entry).after};
    if (row.group != Requests)
        return {rawName(row)};
    if (row.part < 0)
        return {};
    const RequestImpact& impact = at(at(m_reports, row.entry).impacts, row.part);
    const bool isOfScope = impact.kind != ImpactKind::OtherCatalog && !isOfCall(impact.kind);
    return isOfScope ? QStringList(impact.subject) + impact.scopes : QStringList();
}

QString DifferenceModel::callName(const Row& row) const
{
    if (row.entry < 0)
        return {};
    if (row.group != Requests)
        return row.group >= Needs ? rawName(row) : QString();
    if (row.part < 0)
        return {};
    const RequestImpact& impact = at(at(m_reports, row.entry).impacts, row.part);
    return isOfCall(impact.kind) ? impact.subject : QString();
}

QString DifferenceModel::cell(const Row& row, int column) const
{
    if (row.entry < 0)
        return column == WhatColumn ? groupTitle(row.group) : QString();
    if (row.group == Requests)
        return reportCell(row, column);
    const ChangedText* const change = changeOf(row);
    if (change == nullptr)
        return entryCell(row, column);
    if (column == WhatColumn)
        return shown(memberInWords(change->member));
    const auto& text = column == BeforeColumn ? change->before : change->after;
    return text ? shown(*text) : tr("not known");
}

/// A request, or one thing that the difference means for it: how grave, and what.
QString DifferenceModel::reportCell(const Row& row, int column) const
{
    if (column == WhatColumn)
        return shown(rawName(row));
    const RequestReport& report = at(m_reports, row.entry);
    if (row.part >= 0) {
        const RequestImpact& impact = at(report.impacts, row.part);
        return column == AfterColumn ? impact.message : severityText(impact.severity);
    }
    if (column == BeforeColumn)
        return {};
    if (!report.problem.isEmpty())
        return report.problem;
    const auto count = report.impacts.size();
    return count == 0 ? tr("Nothing of it changed.") : count == 1 ? tr("One consequence:") : tr("%1 consequences:").arg(count);
}

/// A scope or call that came or went, has another name, or needs something else.
QString DifferenceModel::entryCell(const Row& row, int column) const
{
    const QString name = rawName(row);
    if (column == WhatColumn)
        return shown(name);
    const bool isBefore = column == BeforeColumn;
    switch (row.group) {
    case Removed:
        return isBefore ? shown(definitionOf(*m_compared->before, name)) : QString();
    case Added:
        return isBefore ? QString() : shown(definitionOf(*m_compared->after, name));
    case CallsRemoved:
        return isBefore ? shown(callText(*m_compared->before, m_compared->removedCalls, row.entry)) : QString();
    case CallsAdded:
        return isBefore ? QString() : shown(callText(*m_compared->after, m_compared->addedCalls, row.entry));
    case Renamed: {
        const Renaming& one = at(m_compared->difference.renamed, row.entry);
        return isBefore        ? shown(one.before)
            : one.isDocumented ? tr("%1 (as the catalog says)").arg(shown(one.after))
                               : tr("%1 (a guess: %2)").arg(shown(one.after), one.why);
    }
    case Needs: {
        const RequirementChange& change = at(m_compared->difference.requirements, row.entry);
        return shown(needInWords(isBefore ? change.before : change.after));
    }
    default:
        return {};
    }
}

QString DifferenceModel::countText(const ShownGroup& group) const
{
    const QString count = QLocale().toString(group.count);
    return group.count > mostListed ? tr("%1, the first %2 listed").arg(count, QLocale().toString(mostListed)) : count;
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

/// Words that the other column does not have; counted in what is shown.
QList<TextRange> DifferenceModel::differences(const Row& row, int column) const
{
    if (column == WhatColumn || row.entry < 0 || row.group == Requests)
        return {};
    TextDifference words;
    if (const ChangedText* const change = changeOf(row)) {
        if (change->before && change->after)
            words = differenceOf(shown(*change->before), shown(*change->after));
    } else if (row.group == Needs) {
        const RequirementChange& need = at(m_compared->difference.requirements, row.entry);
        words = needChange(need.before, need.after).words;
    }
    const auto& ranges = column == BeforeColumn ? words.onlyInFirst : words.onlyInSecond;
    return {ranges.begin(), ranges.end()};
}

QString DifferenceModel::spoken(const Row& row) const
{
    if (row.entry < 0) {
        const auto group =
            std::find_if(m_shown.begin(), m_shown.end(), [&](const ShownGroup& one) { return one.group == row.group; });
        return tr("%1: %2").arg(groupTitle(row.group), countText(*group));
    }
    QStringList texts{cell(row, WhatColumn)};
    const QString before = cell(row, BeforeColumn);
    const QString after = cell(row, AfterColumn);
    if (row.group == Requests)
        texts += {before, after};
    else {
        texts += before.isEmpty() ? QString() : tr("before: %1").arg(before);
        texts += after.isEmpty() ? QString() : tr("now: %1").arg(after);
    }
    texts.removeAll(QString());
    return texts.join(u". "_s);
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row row = rowOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == WhatColumn ? spoken(row) : cell(row, index.column());
    case CatalogTreeModel::CountTextRole:
        return row.entry < 0 && index.column() == WhatColumn ? QVariant(countText(at(m_shown, index.row()))) : QVariant();
    case CatalogTreeModel::DifferencesRole:
        return QVariant::fromValue(differences(row, index.column()));
    case CatalogTreeModel::MatchesRole:
        return QVariant::fromValue(row.entry < 0 ? QList<TextRange>() : matches(cell(row, index.column())));
    case ScopeNamesRole:
        return scopeNames(row);
    case CallNameRole:
        return callName(row);
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
