#include "document/YamlKind.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

constexpr std::array<std::string_view, 5> nulls{"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 6> booleans{"true", "True", "TRUE", "false", "False", "FALSE"};
constexpr std::array<std::string_view, 6> specials{".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view text)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isAllOf(std::string_view text, std::string_view allowed)
{
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view digits = "0123456789";

/// Takes the digits at the front and says how many.
std::size_t takeDigits(std::string_view& text)
{
    const std::size_t count = std::min(text.find_first_not_of(digits), text.size());
    text.remove_prefix(count);
    return count;
}

bool isNumber(std::string_view text)
{
    if (text.starts_with("0o"))
        return isAllOf(text.substr(2), "01234567");
    if (text.starts_with("0x"))
        return isAllOf(text.substr(2), "0123456789abcdefABCDEF");
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    if (isOneOf(specials, text))
        return true;
    std::size_t count = takeDigits(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        count += takeDigits(text);
    }
    if (count == 0)
        return false;
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('-') || text.starts_with('+'))
            text.remove_prefix(1);
        return isAllOf(text, digits);
    }
    return text.empty();
}

} // namespace

Kind kindOfPlainScalar(std::string_view text)
{
    // What a null, boolean or number can begin with; most texts are told by it.
    constexpr std::string_view starts = "~nNtTfF.+-0123456789";
    if (!text.empty() && starts.find(text.front()) == std::string_view::npos)
        return Kind::String;
    if (isOneOf(nulls, text))
        return Kind::Null;
    if (isOneOf(booleans, text))
        return Kind::Boolean;
    return isNumber(text) ? Kind::Number : Kind::String;
}

} // namespace scopes
