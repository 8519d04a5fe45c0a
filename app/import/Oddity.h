#pragma once

#include "document/Document.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace scopes {

/// What is odd in the same way in many places of a document and is told once: where first, of what, and how often.
struct Oddity
{
    Value where; ///< absent: nowhere
    std::string first;
    std::size_t count = 0;

    void add(Value place, std::string_view name)
    {
        if (count++ > 0)
            return;
        where = place;
        first = name;
    }
};

} // namespace scopes
