#pragma once

namespace scopes {

/// A piece of a text, in UTF-16 units.
struct TextRange
{
    int start = 0;
    int length = 0;

    bool operator==(const TextRange&) const = default;
};

} // namespace scopes
