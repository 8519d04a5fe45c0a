#pragma once

#include "analysis/RequestImpact.h"
#include "document/ReadingProgress.h"
#include "import/CatalogOpener.h"
#include "workspace/LatestTask.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace scopes {

/// Two catalogs and what they do not have in common.
struct ComparedCatalogs
{
    CatalogPointer before;
    CatalogPointer after;
    CatalogDifference difference;
    std::vector<EndpointId> removedCalls; ///< of before, in the difference's order
    std::vector<EndpointId> addedCalls; ///< of after, the same
};

using ComparedCatalogsPointer = std::shared_ptr<const ComparedCatalogs>;

/// Compares two catalogs.
ComparedCatalogs compareCatalogs(
    CatalogPointer before, CatalogPointer after, const DifferenceGoOn& goOn = [] { return true; });

/// A catalog to compare: one that is there, or a file and how the user wants it to be read.
struct CatalogSide
{
    CatalogPointer catalog; ///< null: it is read from the file
    QString path;
    OpeningChoices choices;

    bool operator==(const CatalogSide&) const = default;
};

/// A request that the difference may mean something for: one that is there, or a file.
struct RequestSide
{
    QString name; ///< what it is called in the report
    std::optional<RequestFile> request; ///< no value: it is read from the file
    QString path;
};

/// What the difference means for the requests. Files that are not there, or were made with neither of the two catalogs, are
/// left out; files that cannot be read are not.
std::vector<RequestReport> reportsOn(const std::vector<RequestSide>& requests, const ComparedCatalogs& compared);

/// Reads and compares two catalogs in the background, and tells what the difference means for requests.
class CatalogComparison : public QObject
{
    Q_OBJECT

public:
    explicit CatalogComparison(QObject* parent = nullptr);
    ~CatalogComparison() override;

    /// Gives up what is under way. Catalogs that were read before are read again only if their file has changed, and what was
    /// compared is compared again only if a catalog has.
    void start(const CatalogSide& before, const CatalogSide& after, const std::vector<RequestSide>& requests);

    /// Gives up what is under way, and what was found before.
    void cancel();

    bool isRunning() const { return m_task.isRunning(); }

    /// What was found last; null: nothing, since a catalog could not be read, or nothing was compared.
    const ComparedCatalogsPointer& compared() const { return m_compared; }

    const std::vector<RequestReport>& reports() const { return m_reports; }

    /// Why a catalog could not be read, and which file it is; no error: all could.
    const Problems& problems() const { return m_problems; }

    const QString& problemPath() const { return m_problemPath; }

Q_SIGNALS:
    /// Now and then while files are read. @p share: of all that is to be read, from 0 to 1.
    void progressed(double share);
    /// By start(), and not by cancel(). compared() is the same pointer as before where only requests have changed.
    void finished();

private:
    /// A catalog as it was read from its file.
    struct ReadSide
    {
        CatalogSide side;
        QDateTime modified; ///< of the file
        CatalogPointer catalog;
    };

    struct Outcome
    {
        std::vector<ReadSide> read;
        ComparedCatalogsPointer compared;
        std::vector<RequestReport> reports;
        Problems problems;
        QString problemPath;
    };

    static CatalogPointer read(
        const CatalogSide& side, const std::vector<ReadSide>& known, Outcome& outcome, const ReadingProgress& progress);
    void take(Outcome outcome);

    LatestTask m_task;
    std::vector<ReadSide> m_read;
    ComparedCatalogsPointer m_compared;
    std::vector<RequestReport> m_reports;
    Problems m_problems;
    QString m_problemPath;
};

} // namespace scopes
