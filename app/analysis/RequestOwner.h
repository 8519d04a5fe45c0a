#pragma once

#include "analysis/Inspection.h"

namespace scopes {

/// True if both addresses are one but for letter case and a slash at the end.
bool isSameAddress(const QString& a, const QString& b);

/// False if the parameters are surely those of a request to another provider, of which the catalog says nothing: by the host
/// or path in front of them, or, where they have no address of their own, by those that stand near them in @p text.
bool isOfProvider(const QueryGroup& query, const QString& text, const Provider& provider);

} // namespace scopes
