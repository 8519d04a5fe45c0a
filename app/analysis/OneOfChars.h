#pragma once

#include <QChar>
#include <QStringView>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace scopes {

/// A set of characters that is made while the program is built: a string literal. For texts of megabytes, in which
/// QStringView::contains() takes twenty times as long for each character.
class CharSet
{
public:
    template <std::size_t Size>
    consteval CharSet(const char16_t (&units)[Size]) // NOLINT(google-explicit-constructor,modernize-avoid-c-arrays): a literal
        : m_units(units, Size - 1)
    {
        for (const char16_t unit : m_units) {
            if (unit < 128)
                m_ascii[unit / 64U] |= std::uint64_t{1} << (unit % 64U);
        }
    }

    constexpr bool contains(char16_t unit) const
    {
        return unit < 128 ? (m_ascii[unit / 64U] >> (unit % 64U) & 1U) != 0 : m_units.find(unit) != std::u16string_view::npos;
    }

private:
    std::u16string_view m_units;
    std::array<std::uint64_t, 2> m_ascii{};
};

/// True if @p unit is one of the set's.
constexpr bool isOneOfChars(QChar unit, CharSet units)
{
    return units.contains(unit.unicode());
}

/// True if one of the set's characters stands in the text.
inline bool hasOneOfChars(QStringView text, CharSet units)
{
    return std::any_of(text.begin(), text.end(), [&](QChar unit) { return units.contains(unit.unicode()); });
}

/// True if one of @p first stands right before one of @p second.
inline bool hasPair(QStringView text, CharSet first, CharSet second)
{
    const auto isPair = [&](QChar before, QChar after) {
        return second.contains(after.unicode()) && first.contains(before.unicode());
    };
    return std::adjacent_find(text.begin(), text.end(), isPair) != text.end();
}

} // namespace scopes
