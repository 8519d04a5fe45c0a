#include "import/CharacterReference.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace scopes {

namespace {

constexpr std::array<std::pair<std::string_view, char32_t>, 26> references{
    {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}, {"nbsp", U' '}, {"hellip", U'…'},
        {"mdash", U'—'}, {"ndash", U'–'}, {"lsquo", U'‘'}, {"rsquo", U'’'}, {"ldquo", U'“'}, {"rdquo", U'”'}, {"bull", U'•'},
        {"middot", U'·'}, {"copy", U'©'}, {"reg", U'®'}, {"trade", U'™'}, {"rarr", U'→'}, {"larr", U'←'}, {"times", U'×'},
        {"deg", U'°'}, {"euro", U'€'}, {"eacute", U'é'}, {"laquo", U'«'}, {"raquo", U'»'}}};

void appendUtf8(std::string& text, char32_t code)
{
    const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | (code >> 6U));
        add(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0 | (code >> 12U));
        add(0x80 | ((code >> 6U) & 0x3FU));
        add(0x80 | (code & 0x3FU));
    } else {
        add(0xF0 | (code >> 18U));
        add(0x80 | ((code >> 12U) & 0x3FU));
        add(0x80 | ((code >> 6U) & 0x3FU));
        add(0x80 | (code & 0x3FU));
    }
}

/// The character that the reference between '&' and ';' names.
std::optional<char32_t> referred(std::string_view name)
{
    if (!name.starts_with('#')) {
        const auto* const found =
            std::find_if(references.begin(), references.end(), [&](const auto& known) { return known.first == name; });
        return found != references.end() ? std::optional(found->second) : std::nullopt;
    }
    const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(isHex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
    const bool isNumber = error == std::errc() && end == digits.data() + digits.size();
    const bool isCharacter = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return isNumber && isCharacter ? std::optional(static_cast<char32_t>(code)) : std::nullopt;
}

} // namespace

std::string referredCharacter(std::string_view name)
{
    std::string bytes;
    constexpr char32_t noBreakSpace = 0xA0; // which cannot be told from a space
    if (const auto character = referred(name))
        appendUtf8(bytes, *character == noBreakSpace ? U' ' : *character);
    return bytes;
}

} // namespace scopes
