#pragma once

#include <string>
#include <string_view>

namespace scopes {

/// The character, in UTF-8, that the HTML reference between '&' and ';' names: a number ('#65', '#x41') or one of the common
/// names ('amp'). Empty if it is none, or names a control character.
std::string referredCharacter(std::string_view name);

} // namespace scopes
