#pragma once

#include "catalog/ScopeCatalog.h"
#include "cli/Reports.h"
#include "scan/Scan.h"

namespace scopes {

/// What does not fit in scanned files, by file and in the order of the lines: 'needed-not-requested', an error at each place of
/// the call, and 'requested-not-needed', a warning at each place of the scope. Scopes that only the request names come last,
/// without a place, under @p requestName.
std::vector<ReportedInput> findingsOf(const ScanReport& report, const ScopeCatalog& catalog, const QString& requestName);

} // namespace scopes
