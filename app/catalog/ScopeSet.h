#pragma once

#include "catalog/Text.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace scopes {

/// A set of the scopes of one catalog, a bit each. Ids outside 0 … size - 1 are never members.
class ScopeSet
{
public:
    ScopeSet() = default;

    /// Room for ids 0 … @p size - 1; all of them members if @p full.
    explicit ScopeSet(int size, bool full = false);

    int size() const { return m_size; }

    /// How many members. Counts the bits: linear in size() / 64.
    int count() const;

    bool isEmpty() const;

    bool contains(ScopeId id) const { return id >= 0 && id < m_size && ((m_words[wordOf(id)] >> (id & 63)) & 1U) != 0; }

    void insert(ScopeId id) { m_words[wordOf(id)] |= bitOf(id); }

    void remove(ScopeId id) { m_words[wordOf(id)] &= ~bitOf(id); }

    void set(ScopeId id, bool member) { member ? insert(id) : remove(id); }

    /// Both sets are of the same catalog.
    ScopeSet& operator&=(const ScopeSet& other);
    ScopeSet& operator|=(const ScopeSet& other);
    ScopeSet& operator-=(const ScopeSet& other);

    /// Calls @p visit(id) for each member in ascending order.
    template <typename Visitor>
    void forEach(Visitor visit) const
    {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (std::uint64_t bits = m_words[word]; bits != 0; bits &= bits - 1)
                visit(static_cast<ScopeId>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
        }
    }

    /// The bits, 64 ids a word; bits beyond size() are 0. For scans that work on whole words.
    const std::vector<std::uint64_t>& words() const { return m_words; }

    std::vector<std::uint64_t>& words() { return m_words; }

    bool operator==(const ScopeSet&) const = default;

private:
    static std::size_t wordOf(ScopeId id) { return static_cast<std::size_t>(id) / 64; }

    static std::uint64_t bitOf(ScopeId id) { return std::uint64_t{1} << (id & 63); }

    int m_size = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace scopes
