#pragma once

#include "search/Folding.h"
#include "search/Needle.h"
#include "search/Parallel.h"

#include <array>
#include <memory>
#include <vector>

namespace scopes {

/// Many folded texts in one piece of memory, each made of parts that no needle can match across.
class FoldedTexts
{
public:
    /// The byte behind each part: fold() never gives it.
    static constexpr char separator = '\n';

    FoldedTexts() = default;

    /// @p partsOf(number) gives a std::array of Text for 0 … @p count - 1, also when called from two threads.
    template <typename PartsOf>
    FoldedTexts(int count, PartsOf partsOf)
    {
        prepare(count, [&](int number) {
            std::size_t size = 0;
            for (const Text part : partsOf(number))
                size += foldedSize(part) + 1;
            return size;
        });
        inParallel(count, parallelFrom, [&](int first, int last) {
            char* out = m_bytes.get() + start(first);
            for (int number = first; number < last; ++number) {
                for (const Text part : partsOf(number)) {
                    out = foldInto(part, out);
                    *out++ = separator;
                }
            }
        });
    }

    int count() const { return static_cast<int>(m_starts.size()) - 1; }

    /// All parts of a text, each with its separator.
    Text text(int number) const { return {m_bytes.get() + start(number), start(number + 1) - start(number)}; }

    /// The first part of a text, without its separator.
    Text firstPart(int number) const
    {
        const Text whole = text(number);
        return whole.substr(0, whole.find(separator));
    }

    /// True if one of the parts of a text is @p whole.
    bool hasPart(int number, Text whole) const
    {
        const Text parts = text(number);
        for (std::size_t at = parts.find(whole); at != Text::npos; at = parts.find(whole, at + 1)) {
            if ((at == 0 || parts[at - 1] == separator) && parts[at + whole.size()] == separator)
                return true;
        }
        return false;
    }

    /// Calls @p visit(number) for each text from @p first to @p last - 1 that holds the needle, ascending.
    template <typename Visitor>
    void forEachHit(const Needle& needle, int first, int last, Visitor visit) const
    {
        const char* const base = m_bytes.get();
        const char* const end = base + start(last);
        int number = first;
        for (const char* at = needle.find(base + start(first), end); at != end; at = needle.find(at, end)) {
            const auto place = static_cast<std::size_t>(at - base);
            while (start(number + 1) <= place)
                ++number;
            visit(number);
            at = base + start(++number);
        }
    }

    template <typename Visitor>
    void forEachHit(const Needle& needle, Visitor visit) const
    {
        forEachHit(needle, 0, count(), visit);
    }

    /// Texts fewer than this are not worth a second thread.
    static constexpr int parallelFrom = 50000;

private:
    /// Finds out where each text starts, and takes memory for all.
    void prepare(int count, const std::function<std::size_t(int number)>& sizeOf);

    std::size_t start(int number) const { return m_starts[static_cast<std::size_t>(number)]; }

    std::vector<std::size_t> m_starts{0};
    std::unique_ptr<char[]> m_bytes; // NOLINT(modernize-avoid-c-arrays): a vector would clear it first
};

} // namespace scopes
