#pragma once

#include "analysis/CallPart.h"
#include "catalog/ScopeCatalog.h"
#include "document/Problem.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace scopes {

/// A line of a file.
struct ScanPlace
{
    QString file;
    int line = 0; ///< from 1

    bool operator==(const ScanPlace&) const = default;
};

/// A call, field or parameter value that the files use.
struct UsedPart
{
    CallPart part;
    std::vector<ScanPlace> places; ///< in the order of the files
};

/// A scope that is requested.
struct RequestedScope
{
    QString name;
    ScopeId scope = noId; ///< noId: not in the catalog
    std::vector<ScanPlace> places; ///< where the files name it
};

/// A used part that the requested scopes do not cover.
struct MissingNeed
{
    CallPart part;
    std::vector<std::vector<ScopeId>> missing; ///< by alternative: the scopes that are not requested
    std::vector<ScanPlace> places;
};

struct ScanReport
{
    std::vector<UsedPart> used; ///< in catalog order
    std::vector<RequestedScope>
        requested; ///< in request order; without a given request those that the files name, in catalog order
    std::vector<RequestedScope> unused; ///< requested, but no used part's documented need names them
    std::vector<MissingNeed> missing; ///< needed, but not requested
    std::vector<CallPart> undocumented; ///< used, but what they need is not documented
    int filesRead = 0;
    int filesPassedOver = 0; ///< binary ones
    qint64 bytesRead = 0;
    Problems problems; ///< files and folders that could not be read
    bool isStopped = false;

    /// What is used as calls, to ask for the smallest sets of scopes that they need.
    std::vector<Call> calls() const;
};

struct ScanProgress
{
    int files = 0; ///< done; 0 while they are being listed
    int allFiles = 0; ///< 0: not known yet
    qint64 bytes = 0; ///< read
};

struct ScanOptions
{
    std::optional<QStringList> requested; ///< what the app requests; none: the scopes that the files name
    std::function<bool(const ScanProgress&)> goOn; ///< called for each file; false stops with what was found so far
};

/// Scans files and folders (see sourceFiles()) for the provider's calls and scopes. Nothing leaves the machine, and of the
/// files' text nothing but the catalog's own names and line numbers is kept.
ScanReport scan(const QStringList& paths, const ScopeCatalog& catalog, const ScanOptions& options = {});

} // namespace scopes
