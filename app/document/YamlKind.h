#pragma once

#include "document/Document.h"

#include <string_view>

namespace scopes {

/// What a plain (unquoted) scalar is: YAML 1.2's core schema (section 10.3.2). YAML 1.1's other words for true and false
/// (yes, no, on, off), its dates and its numbers to base 60 are strings.
Kind kindOfPlainScalar(std::string_view text);

} // namespace scopes
