#pragma once

#include <string>
#include <string_view>

namespace scopes {

/// The name, in small letters, of the element whose tag has this between '<' and '>', attributes and '/' included. Empty if it
/// is none of HTML's common elements: '<owner>' is a word.
std::string htmlElement(std::string_view inner);

/// True if the element of that name stands between words; false if it may stand within one, as <b> may.
bool partsWords(std::string_view name);

} // namespace scopes
