#include "catalog/ScopeSet.h"

#include <algorithm>
#include <numeric>

namespace scopes {

ScopeSet::ScopeSet(int size, bool full)
    : m_size(size)
    , m_words((static_cast<std::size_t>(size) + 63) / 64, full ? ~std::uint64_t{0} : 0)
{
    if (full && size % 64 != 0)
        m_words.back() = (std::uint64_t{1} << (size % 64)) - 1;
}

int ScopeSet::count() const
{
    return std::accumulate(
        m_words.begin(), m_words.end(), 0, [](int sum, std::uint64_t word) { return sum + std::popcount(word); });
}

bool ScopeSet::isEmpty() const
{
    return std::all_of(m_words.begin(), m_words.end(), [](std::uint64_t word) { return word == 0; });
}

ScopeSet& ScopeSet::operator&=(const ScopeSet& other)
{
    Q_ASSERT(m_size == other.m_size);
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
    return *this;
}

ScopeSet& ScopeSet::operator|=(const ScopeSet& other)
{
    Q_ASSERT(m_size == other.m_size);
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
    return *this;
}

ScopeSet& ScopeSet::operator-=(const ScopeSet& other)
{
    Q_ASSERT(m_size == other.m_size);
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= ~other.m_words[i];
    return *this;
}

} // namespace scopes
