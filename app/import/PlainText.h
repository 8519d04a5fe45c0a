#pragma once

#include <string>
#include <string_view>

namespace scopes {

/// A provider's text without its Markdown and HTML: tags, emphasis, code marks, headings and list marks taken off, links and
/// images as their words, character references (HTML 5) read, white space as single spaces. What only looks like markup
/// (`<owner>`, `user_read_all`, `2 * 3`) stays. UTF-8 in and out; at most @p limit bytes, then an ellipsis.
std::string plainText(std::string_view text, std::size_t limit = 4000);

} // namespace scopes
