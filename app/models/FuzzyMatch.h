#pragma once

#include <optional>
#include <string_view>

namespace scopes {

/// How well the letters of @p typed stand in @p text, in that order, perhaps with others between them: the more the better.
/// Letters at the start of the text or of a word (behind a character that is no letter or digit) count most, then those that
/// follow each other; gaps count against it. None if a letter is missing; 0 if nothing was typed. Both are compared byte by
/// byte: fold() them before.
std::optional<int> fuzzyScore(std::string_view typed, std::string_view text);

} // namespace scopes
