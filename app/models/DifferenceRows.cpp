#include "models/DifferenceRows.h"

#include "document/VisibleText.h"
#include "models/FindingsModel.h"

#include <QLocale>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

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

QString groupTitle(DifferenceRows::Group group)
{
    switch (group) {
    case DifferenceRows::Requests:
        return DifferenceRows::tr("What it means for your requests");
    case DifferenceRows::Removed:
        return DifferenceRows::tr("Scopes removed");
    case DifferenceRows::Added:
        return DifferenceRows::tr("Scopes added");
    case DifferenceRows::Renamed:
        return DifferenceRows::tr("Scopes renamed (a guess where it says so)");
    case DifferenceRows::Texts:
        return DifferenceRows::tr("Scopes with other texts");
    case DifferenceRows::Needs:
        return DifferenceRows::tr("Calls that need other scopes");
    case DifferenceRows::CallsRemoved:
        return DifferenceRows::tr("Calls removed");
    case DifferenceRows::CallsAdded:
        return DifferenceRows::tr("Calls added");
    case DifferenceRows::CallTexts:
        return DifferenceRows::tr("Calls with other texts");
    case DifferenceRows::GroupCount:
        break;
    }
    return {};
}

} // namespace

DifferenceRows::DifferenceRows(ComparedCatalogsPointer compared, std::vector<RequestReport> reports)
    : m_compared(std::move(compared))
    , m_reports(std::move(reports))
{
}

int DifferenceRows::entryCount(Group group) const
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

/// Of an entry with texts.
const std::vector<ChangedText>& DifferenceRows::textChanges(Group group, int entry) const
{
    const CatalogDifference& all = m_compared->difference;
    if (group == Renamed)
        return at(all.renamed, entry).texts;
    return group == Texts ? at(all.scopes, entry).texts : at(all.endpoints, entry).texts;
}

int DifferenceRows::partCount(Group group, int entry) const
{
    switch (group) {
    case Requests:
        return static_cast<int>(at(m_reports, entry).impacts.size());
    case Texts:
    case Renamed:
    case CallTexts:
        return static_cast<int>(textChanges(group, entry).size());
    default:
        return 0;
    }
}

QStringList DifferenceRows::textsOf(Group group, int entry) const
{
    QStringList texts;
    for (int part = -1; part < partCount(group, entry); ++part) {
        for (int column = 0; column < ColumnCount; ++column)
            texts += cell({group, entry, part}, column);
    }
    return texts;
}

int DifferenceRows::changeCount() const
{
    int count = 0;
    for (int number = Requests + 1; number < GroupCount; ++number)
        count += entryCount(static_cast<Group>(number));
    return count;
}

bool DifferenceRows::holds(Group group, int entry, const QString& text) const
{
    const QStringList texts = textsOf(group, entry);
    return std::any_of(texts.begin(), texts.end(), [&](const QString& one) { return one.contains(text, Qt::CaseInsensitive); });
}

DifferenceRows::Found DifferenceRows::find(Group group, const QString& text, const DifferenceGoOn& goOn) const
{
    constexpr int askEvery = 256; // entries
    Found found{group, {}, 0};
    const int all = entryCount(group);
    for (int entry = 0; entry < all && (entry % askEvery != 0 || goOn()); ++entry) {
        if ((text.isEmpty() || holds(group, entry, text)) && ++found.count <= mostListed)
            found.entries.push_back(entry);
    }
    return found;
}

std::vector<DifferenceRows::Found> DifferenceRows::find(const QString& text, const DifferenceGoOn& goOn) const
{
    std::vector<Found> all;
    for (int number = 0; number < GroupCount; ++number) {
        if (Found found = find(static_cast<Group>(number), text, goOn); found.count > 0)
            all.push_back(std::move(found));
    }
    return all;
}

/// The change of a text that the row shows; null: it shows none.
const ChangedText* DifferenceRows::changeOf(const Row& row) const
{
    const bool hasTexts = row.group == Renamed || row.group == Texts || row.group == CallTexts;
    return row.part < 0 || !hasTexts ? nullptr : &at(textChanges(row.group, row.entry), row.part);
}

/// What the row is of, as it is spelt.
QString DifferenceRows::rawName(const Row& row) const
{
    const CatalogDifference& all = m_compared->difference;
    switch (row.group) {
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
    case Requests:
    case GroupCount:
        break;
    }
    return {};
}

/// The names of the scope that the row is of: the former and the new one, else one.
QStringList DifferenceRows::scopeNames(const Row& row) const
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

QString DifferenceRows::callName(const Row& row) const
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

QString DifferenceRows::cell(const Row& row, int column) const
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

/// A request, or one thing that the difference means for it and how grave that is; all of it in the first column, which has
/// the room of all.
QString DifferenceRows::reportCell(const Row& row, int column) const
{
    if (column != WhatColumn)
        return {};
    const RequestReport& report = at(m_reports, row.entry);
    if (row.part >= 0) {
        const RequestImpact& impact = at(report.impacts, row.part);
        return tr("%1: %2").arg(severityText(impact.severity), impact.message);
    }
    const QString name = shown(report.name);
    if (!report.problem.isEmpty())
        return tr("%1: %2").arg(name, report.problem);
    const auto count = report.impacts.size();
    return count == 0 ? tr("%1: nothing of it changed.").arg(name)
        : count == 1  ? tr("%1: 1 consequence").arg(name)
                      : tr("%1: %2 consequences").arg(name, QLocale().toString(static_cast<qulonglong>(count)));
}

/// A scope or call that came or went, has another name, or needs something else.
QString DifferenceRows::entryCell(const Row& row, int column) const
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

/// Words that the other column does not have; counted in what is shown.
QList<TextRange> DifferenceRows::differences(const Row& row, int column) const
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

QString DifferenceRows::spoken(const Row& row) const
{
    QStringList texts{cell(row, WhatColumn)};
    const QString before = cell(row, BeforeColumn);
    const QString after = cell(row, AfterColumn);
    texts += before.isEmpty() ? QString() : tr("before: %1").arg(before);
    texts += after.isEmpty() ? QString() : tr("now: %1").arg(after);
    texts.removeAll(QString());
    return texts.join(u". "_s);
}

} // namespace scopes
