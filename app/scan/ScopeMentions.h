#pragma once

#include "catalog/ScopeCatalog.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace scopes {

/// A scope that a text names.
struct ScopeMention
{
    ScopeId scope = noId;
    std::size_t offset = 0; ///< bytes
};

/// How a file writes its strings.
enum class Quoting {
    Code, ///< a name counts where it stands in quotes, or on a line of its own
    Plain ///< settings and lists: a name counts anywhere
};

/// Each documented scope that @p text names as a whole word, in the order of the text, in one pass over it. A name of one plain
/// word, such as 'email', counts only in a line that speaks of scopes.
std::vector<ScopeMention> scopeMentions(std::string_view text, const ScopeCatalog& catalog, Quoting quoting);

} // namespace scopes
