#include "models/CatalogComparison.h"

#include "import/CatalogOpener.h"
#include "models/ToldProgress.h"

#include <QFileInfo>

#include <algorithm>

namespace scopes {

namespace {

/// The numbers of the endpoints with these ids, which stand in the catalog's order.
std::vector<EndpointId> numbersOf(const QStringList& ids, const ScopeCatalog& catalog)
{
    std::vector<EndpointId> numbers;
    numbers.reserve(static_cast<std::size_t>(ids.size()));
    const auto count = static_cast<EndpointId>(catalog.endpoints().size());
    for (EndpointId number = 0; number < count && static_cast<qsizetype>(numbers.size()) < ids.size(); ++number) {
        if (toQString(catalog.endpoint(number).id) == ids[static_cast<qsizetype>(numbers.size())])
            numbers.push_back(number);
    }
    return numbers;
}

bool isEmpty(const RequestFile& request)
{
    return request.scopes.isEmpty() && request.calls.isEmpty();
}

} // namespace

ComparedCatalogs compareCatalogs(CatalogPointer before, CatalogPointer after, const DifferenceGoOn& goOn)
{
    ComparedCatalogs compared{std::move(before), std::move(after), {}, {}, {}};
    compared.difference = differenceOf(*compared.before, *compared.after, goOn);
    if (goOn()) {
        compared.removedCalls = numbersOf(compared.difference.removedEndpoints, *compared.before);
        compared.addedCalls = numbersOf(compared.difference.addedEndpoints, *compared.after);
    }
    return compared;
}

std::vector<RequestReport> reportsOn(const std::vector<RequestSide>& requests, const ComparedCatalogs& compared)
{
    std::vector<RequestReport> reports;
    for (const RequestSide& side : requests) {
        if (!side.request && !QFileInfo::exists(side.path))
            continue;
        const auto request = side.request ? Result<RequestFile>(*side.request) : readRequestFile(side.path);
        RequestReport report{side.name, {}, {}};
        if (!request)
            report.problem = CatalogComparison::tr("It could not be read: %1")
                                 .arg(toString(request.problems, QFileInfo(side.path).fileName(), 1).trimmed());
        else if (!side.request && request.value->catalog != compared.before->id()
            && request.value->catalog != compared.after->id())
            continue;
        else if (isEmpty(*request.value))
            report.problem = CatalogComparison::tr("It is empty, so nothing of it changed.");
        else
            report.impacts = impactsOn(*request.value, *compared.before, *compared.after, compared.difference);
        reports.push_back(std::move(report));
    }
    return reports;
}

CatalogComparison::CatalogComparison(QObject* parent)
    : QObject(parent)
{
}

CatalogComparison::~CatalogComparison() = default;

CatalogPointer CatalogComparison::read(
    const CatalogSide& side, const std::vector<ReadSide>& known, Outcome& outcome, const ReadingProgress& progress)
{
    if (side.catalog != nullptr)
        return side.catalog;
    const QDateTime modified = QFileInfo(side.path).lastModified();
    const auto found = std::find_if(
        known.begin(), known.end(), [&](const ReadSide& one) { return one.side == side && one.modified == modified; });
    if (found != known.end()) {
        outcome.read.push_back(*found);
        return found->catalog;
    }
    auto opened = openCatalogFile(side.path, side.choices, progress);
    if (!opened) {
        outcome.problems = std::move(opened.problems);
        outcome.problemPath = side.path;
        return nullptr;
    }
    outcome.read.push_back({side, modified, opened.value->catalog});
    return opened.value->catalog;
}

void CatalogComparison::start(const CatalogSide& before, const CatalogSide& after, const std::vector<RequestSide>& requests)
{
    m_task.start(
        [this, before, after, requests, known = m_read, last = m_compared](const LatestTask::Link& link) -> LatestTask::Finish {
            const auto outcome = std::make_shared<Outcome>();
            ToldProgress progress(link, [this](double share) { Q_EMIT progressed(share); });
            const CatalogPointer first = read(before, known, *outcome, [&](double share) { return progress(share / 2); });
            const CatalogPointer second = first != nullptr && link.isWanted()
                ? read(after, known, *outcome, [&](double share) { return progress((1 + share) / 2); })
                : nullptr;
            if (second != nullptr && last != nullptr && last->before == first && last->after == second)
                outcome->compared = last;
            else if (second != nullptr && link.isWanted())
                outcome->compared =
                    std::make_shared<const ComparedCatalogs>(compareCatalogs(first, second, [&link] { return link.isWanted(); }));
            if (outcome->compared != nullptr && link.isWanted())
                outcome->reports = reportsOn(requests, *outcome->compared);
            if (!link.isWanted())
                return {}; // so that its memory is given back here
            return [this, outcome] { take(std::move(*outcome)); };
        });
}

void CatalogComparison::cancel()
{
    m_task.cancel();
    m_compared = nullptr;
    m_reports.clear();
    m_problems.clear();
    m_problemPath.clear();
}

void CatalogComparison::take(Outcome outcome)
{
    m_read = std::move(outcome.read);
    m_compared = std::move(outcome.compared);
    m_reports = std::move(outcome.reports);
    m_problems = std::move(outcome.problems);
    m_problemPath = std::move(outcome.problemPath);
    Q_EMIT finished();
}

} // namespace scopes
