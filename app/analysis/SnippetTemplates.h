#pragma once

#include <array>
#include <span>
#include <string_view>

namespace scopes {

/// The code around a request in one language. Texts that come thrice are for a request without challenge, with one in hex, and
/// with one in base64url.
struct SnippetTemplate
{
    std::string_view id; ///< of the kind and of the literal dialect
    std::array<std::string_view, 3> imports;
    std::string_view helpers;
    std::string_view state; ///< puts a fresh state into the variable stateName
    std::array<std::string_view, 3> challenge; ///< puts a fresh challenge into the variable challengeName
    std::string_view begin; ///< what stands before the page's address and the parameters
    std::array<std::string_view, 3> pair; ///< before the name, before the value, after it
    std::string_view afterAddress;
    std::string_view afterParameters;
    bool isAddressLast = false; ///< the address stands behind the parameters
    std::string_view stateName;
    std::string_view challengeName;
};

std::span<const SnippetTemplate> snippetTemplates();

} // namespace scopes
