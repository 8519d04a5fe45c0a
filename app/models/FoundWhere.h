#pragma once

#include "catalog/ScopeCatalog.h"
#include "search/Query.h"

namespace scopes {

/// Where the query found the scope if its name, texts and topic do not show it: 'Endpoint: Query Videos'. Empty if they do, or
/// if nothing is searched. Safe to show.
QString foundWhere(const ScopeCatalog& catalog, ScopeId scope, const Query& query);

} // namespace scopes
