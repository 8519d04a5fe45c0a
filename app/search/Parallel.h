#pragma once

#include <functional>

namespace scopes {

/// Calls @p work(first, last) for ranges that together are 0 … @p count - 1, at the same time on a second thread where one is
/// free and @p count is at least @p worthwhile. The ranges meet at multiples of 64, so that each has its own words of a
/// ScopeSet. Returns when all is done.
void inParallel(int count, int worthwhile, const std::function<void(int first, int last)>& work);

} // namespace scopes
