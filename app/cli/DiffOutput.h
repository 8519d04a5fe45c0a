#pragma once

#include "analysis/CatalogDifference.h"

#include <QJsonObject>

namespace scopes {

/// A difference for programs, and for people in lines that begin with -, + or ~; in changed texts, [-words-] went and
/// {+words+} came.
QJsonObject toJson(const CatalogDifference& difference);
QJsonObject toJson(const RequestDifference& difference);
QString toText(const CatalogDifference& difference);
QString toText(const RequestDifference& difference);

} // namespace scopes
