#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace scopes {

/// The HTTP method that a text names beside an address.
struct MethodHint
{
    std::string method; ///< in capitals; empty: none is named
    bool isCertain = false; ///< it was written for this call, as in 'GET /path' or 'curl -X POST'
};

/// Looks around the address from byte @p start to @p end: at 'GET ' before it, a curl command's options, '.post(' before it, or
/// "method: 'POST'" near it.
MethodHint methodBeside(std::string_view text, std::size_t start, std::size_t end);

} // namespace scopes
