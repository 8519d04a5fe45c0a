#pragma once

#include "catalog/ScopeSet.h"

#include <bit>
#include <functional>

namespace scopes {

/// Calls @p work(first, last) for ranges that together are 0 … @p count - 1, at the same time on a second thread where one is
/// free and @p count is at least @p worthwhile. The ranges meet at multiples of 64, so that each has its own words of a
/// ScopeSet. Returns when all is done.
void inParallel(int count, int worthwhile, const std::function<void(int first, int last)>& work);

/// Calls @p visit(scope) for each member from @p first, a multiple of 64, to @p last - 1.
template <typename Visitor>
void forEachBetween(const ScopeSet& set, int first, int last, Visitor visit)
{
    const auto end = (static_cast<std::size_t>(last) + 63) / 64;
    for (std::size_t word = static_cast<std::size_t>(first) / 64; word < end; ++word) {
        for (std::uint64_t bits = set.words()[word]; bits != 0; bits &= bits - 1)
            visit(static_cast<ScopeId>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    }
}

} // namespace scopes
