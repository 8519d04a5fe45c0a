#pragma once

#include "catalog/ScopeCatalog.h"

namespace scopes::tests {

/// A made-up catalog of @p scopes scopes, @p scopesPerTopic a topic, with names such as 'crm.contacts.read' (each different),
/// definitions of 60 to 140 and user displays of 40 to 110 characters, some with accents, a few without user display; products,
/// approvals and ways to obtain them, some unknown; and up to 300 endpoints with fields. The same seed gives the same catalog on
/// every platform.
CatalogPointer syntheticCatalog(int scopes, quint32 seed = 1, int scopesPerTopic = 20);

/// A made-up catalog of so many calls, 'call0', …, under 300 products, by turns, and 7 scopes, 'scope.0', …, of which each call
/// needs one by turns. By name the calls are in another order than in the catalog. Some have a field, which needs the next scope.
CatalogPointer callsCatalog(int calls);

} // namespace scopes::tests
