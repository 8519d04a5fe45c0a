#include "search/FoldedTexts.h"

#include <numeric>

namespace scopes {

void FoldedTexts::prepare(int count, const std::function<std::size_t(int number)>& sizeOf)
{
    m_starts.assign(static_cast<std::size_t>(count) + 1, 0);
    inParallel(count, parallelFrom, [&](int first, int last) {
        for (int number = first; number < last; ++number)
            m_starts[static_cast<std::size_t>(number) + 1] = sizeOf(number);
    });
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
    // Not make_unique: that would clear memory which is written at once.
    m_bytes.reset(new char[m_starts.back()]); // NOLINT(modernize-make-unique)
}

} // namespace scopes
