#pragma once

#include "analysis/ScopeExtractor.h"

namespace scopes {

/// The steps of an inspection that are not about scopes.

/// Finds the parameters of URLs, and of code that puts URLs together.
void findQueries(PasteText& paste);

/// Finds the calls that join scopes, and what they put between.
void findJoiners(PasteText& paste);

/// Finds tokens, codes and secrets by their names, their documented beginnings and their shape.
void findSecrets(PasteText& paste, const ScopeCatalog& catalog);

/// Says what the text is, and why.
void recogniseKind(const PasteText& paste);

} // namespace scopes
