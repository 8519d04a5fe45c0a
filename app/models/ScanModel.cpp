#include "models/ScanModel.h"

#include "document/VisibleText.h"
#include "models/CallReading.h"
#include "models/CountText.h"

#include <QLocale>

#include <algorithm>

namespace scopes {

using namespace Qt::StringLiterals;

namespace {

QString fileCount(int count)
{
    return count == 1 ? ScanModel::tr("1 file") : ScanModel::tr("%1 files").arg(QLocale().toString(count));
}

/// 'a and b, or c'.
QString inWords(const std::vector<std::vector<ScopeId>>& alternatives, const ScopeCatalog& catalog)
{
    QStringList texts;
    for (const auto& all : alternatives) {
        QStringList names;
        for (const ScopeId scope : all)
            names += toQString(catalog.scope(scope).name);
        texts += names.join(ScanModel::tr(" and "));
    }
    return visibleText(texts.join(ScanModel::tr(", or ")), 300);
}

} // namespace

ScanModel::ScanModel(QObject* parent)
    : QStandardItemModel(0, ColumnCount, parent)
{
    setHorizontalHeaderLabels({tr("Found"), tr("Needs")});
}

QStandardItem* ScanModel::addGroup(const QString& title, std::size_t count)
{
    auto* const group = addRow(*invisibleRootItem(), title, QLocale().toString(static_cast<qulonglong>(count)));
    QFont bold = group->font();
    bold.setBold(true);
    group->setFont(bold);
    return group;
}

QStandardItem* ScanModel::addRow(QStandardItem& parent, const QString& what, const QString& needs)
{
    QList<QStandardItem*> cells{new QStandardItem(what), new QStandardItem(needs)};
    for (QStandardItem* const cell : cells)
        cell->setEditable(false);
    parent.appendRow(cells);
    return cells.first();
}

void ScanModel::addPlaces(QStandardItem& row, const std::vector<ScanPlace>& places)
{
    for (std::size_t i = 0; i < std::min(places.size(), mostPlaces); ++i) {
        const QString& file = places[i].file;
        const QString shown = file.startsWith(m_folder) ? file.mid(m_folder.size()) : file;
        addRow(row, u"%1:%2"_s.arg(visibleText(shown, 300)).arg(places[i].line), {});
    }
    if (const std::size_t listed = std::min(places.size(), mostPlaces), more = places.size() - listed; more > 0)
        addRow(row, more == 1 ? tr("and in 1 more place") : tr("and in %L1 more places").arg(more), {});
}

void ScanModel::addCall(QStandardItem& group, const CallPart& part, const ScopeCatalog& catalog, const QString& needs,
    const std::vector<ScanPlace>& places)
{
    const QString name = nameOf(part, catalog);
    auto* const row = addRow(group, visibleText(name, 200), needs);
    row->setData(name, NameRole);
    row->setData(false, IsScopeRole);
    addPlaces(*row, places);
}

void ScanModel::addScopes(const QString& title, const std::vector<RequestedScope>& scopes)
{
    if (scopes.empty())
        return;
    auto* const group = addGroup(title, scopes.size());
    for (const RequestedScope& one : scopes) {
        auto* const row = addRow(*group, visibleText(one.name, 200), one.scope == noId ? tr("not documented") : QString());
        row->setData(one.name, NameRole);
        row->setData(true, IsScopeRole);
        addPlaces(*row, one.places);
    }
}

void ScanModel::setReport(const ScanReport& report, const ScopeCatalog& catalog, const QString& folder)
{
    removeRows(0, rowCount());
    m_folder = folder.isEmpty() || folder.endsWith(u'/') ? folder : folder + u'/';
    if (!report.missing.empty()) {
        auto* const group = addGroup(tr("Needed, but not requested"), report.missing.size());
        for (const MissingNeed& one : report.missing)
            addCall(*group, one.part, catalog, inWords(one.missing, catalog), one.places);
    }
    addScopes(tr("Requested, but no call that was found needs it"), report.unused);
    if (!report.used.empty()) {
        auto* const group = addGroup(tr("Used"), report.used.size());
        for (const UsedPart& one : report.used)
            addCall(*group, one.part, catalog, visibleText(needInWords(one.part, catalog), 300), one.places);
    }
    addScopes(tr("Requested"), report.requested);
    if (!report.problems.empty()) {
        auto* const group = addGroup(tr("Could not be read"), report.problems.size());
        for (std::size_t i = 0; i < std::min(report.problems.size(), mostPlaces); ++i)
            addRow(*group, visibleText(report.problems[i].message, 500), {});
    }
}

QString ScanModel::summaryOf(const ScanReport& report, const ScopeCatalog& catalog, bool requestGiven)
{
    const auto choices =
        std::count_if(report.used.begin(), report.used.end(), [](const UsedPart& one) { return !one.part.isCall(); });
    const auto calls = static_cast<int>(report.used.size()) - static_cast<int>(choices);
    QStringList sentences;
    if (report.isStopped)
        sentences += tr("Stopped: this is what was found so far.");
    sentences += tr("Read %1 with %2.").arg(fileCount(report.filesRead), QLocale().formattedDataSize(report.bytesRead));
    if (report.filesPassedOver > 0)
        sentences += tr("Passed over %1 that hold no text.").arg(fileCount(report.filesPassedOver));
    if (report.used.empty()) {
        sentences += tr("No call of %1 was found. Calls whose address is put together from pieces are not seen.")
                         .arg(visibleText(catalog.name(), 80));
        return sentences.join(u' ');
    }
    sentences += tr("Found %1.").arg(callCount(calls, static_cast<int>(choices)));
    const QString against = requestGiven ? tr("your request") : tr("the scopes that the files name");
    if (report.missing.empty() && report.unused.empty())
        sentences += tr("They fit %1: nothing is missing, and nothing is unused.").arg(against);
    else
        sentences += tr("Compared with %1, %2 of them lack a scope, and %3 not used.")
                         .arg(against, QLocale().toString(static_cast<qulonglong>(report.missing.size())),
                             report.unused.size() == 1
                                 ? tr("1 scope is")
                                 : tr("%1 scopes are").arg(QLocale().toString(static_cast<qulonglong>(report.unused.size()))));
    return sentences.join(u' ');
}

} // namespace scopes
