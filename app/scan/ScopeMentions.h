#pragma once

#include "catalog/ScopeCatalog.h"

#include <array>
#include <cstddef>
#include <cstdint>
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

/// The names of a catalog's scopes, found in any text. The catalog must outlive it.
class ScopeMentions
{
public:
    explicit ScopeMentions(const ScopeCatalog& catalog);

    /// Each documented scope that @p text names as a whole word, in the order of the text, in one pass over it. A name of one
    /// plain word, such as 'email', counts only in a line that speaks of scopes.
    std::vector<ScopeMention> find(std::string_view text, Quoting quoting) const;

private:
    ScopeId scopeOf(std::string_view word) const;

    const ScopeCatalog& m_catalog; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::array<std::uint64_t, 256> m_lengths{}; ///< by first byte: the lengths of names, those from 63 on as one
};

} // namespace scopes
