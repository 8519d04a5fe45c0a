#pragma once

#include "catalog/ScopeCatalog.h"

#include <QByteArray>

namespace scopes::tests {

/// The catalog's provider name, sources, topics, scopes and endpoints as our own format writes them,
/// compact. Facts, parameters and the rest of the provider are left out: syntheticCatalog() has none.
QByteArray toJson(const ScopeCatalog& catalog);

} // namespace scopes::tests
