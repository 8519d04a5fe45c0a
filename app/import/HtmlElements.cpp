#include "import/HtmlElements.h"

#include <algorithm>
#include <array>

namespace scopes {

namespace {

constexpr std::array<std::string_view, 61> elements{"a", "abbr", "b", "blockquote", "body", "br", "caption", "center", "cite",
    "code", "dd", "del", "details", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html",
    "i", "img", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strike",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "script", "style",
    "title"};
/// Those within a line, which part no words.
constexpr std::array<std::string_view, 25> inlineElements{"a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "label"};

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// In small letters; empty if what follows the name makes it none.
std::string nameIn(std::string_view inner)
{
    constexpr std::string_view ends = " \n\t\r\f\v/";
    std::string name;
    std::size_t at = inner.starts_with('/') ? 1 : 0;
    for (; at < inner.size() && ends.find(inner[at]) == std::string_view::npos; ++at) {
        const bool isCapital = inner[at] >= 'A' && inner[at] <= 'Z';
        name += static_cast<char>(isCapital ? inner[at] + ('a' - 'A') : inner[at]);
    }
    return name;
}

} // namespace

std::string htmlElement(std::string_view inner)
{
    std::string name = nameIn(inner);
    return contains(elements, name) ? name : std::string();
}

bool partsWords(std::string_view name)
{
    return !contains(inlineElements, name);
}

} // namespace scopes
