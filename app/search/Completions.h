#pragma once

#include "catalog/ScopeCatalog.h"

namespace scopes {

/// At most @p limit documented scopes for a name that is being typed: first those whose names start with it, then those of
/// which a segment does (behind '.', ':', '/', '_' or '-'), then those that contain it; each group in catalog order. Case and
/// accents don't matter, nor do spaces around it; nothing typed gives the first scopes. It stops as soon as later names
/// cannot change the answer; otherwise it reads each name once.
std::vector<ScopeId> completions(const ScopeCatalog& catalog, QStringView typed, int limit);

} // namespace scopes
