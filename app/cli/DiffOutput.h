#pragma once

#include "analysis/RequestImpact.h"

#include <QJsonObject>

namespace scopes {

/// A difference for programs, and for people in lines that begin with -, + or ~; in changed texts, [-words-] went and
/// {+words+} came. @p reports: what the difference means for these requests; they are left out where there are none.
QJsonObject toJson(const CatalogDifference& difference, const std::vector<RequestReport>& reports);
QJsonObject toJson(const RequestDifference& difference);
QString toText(const CatalogDifference& difference, const std::vector<RequestReport>& reports);
QString toText(const RequestDifference& difference);

} // namespace scopes
