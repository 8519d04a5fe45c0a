#pragma once

#include "import/ImportedDescription.h"
#include "import/Oddity.h"

#include <vector>

namespace scopes {

class DescriptionBuilder;

/// Tells the user what is odd in the names and texts of scopes. @p places are those of the declarations, or else of the first
/// uses, by scope. @p described is the first text that differs from an earlier one of its scope.
void noteOddScopes(const ImportedDescription& description, const std::vector<Value>& places, const Oddity& described,
    DescriptionBuilder& builder);

/// Tells the user what is odd in the paths of calls. @p places are theirs.
void noteOddCalls(const ImportedDescription& description, const std::vector<Value>& places, DescriptionBuilder& builder);

} // namespace scopes
