#pragma once

#include "import/ImportedDescription.h"
#include "import/JsonWriter.h"

#include <string_view>

namespace scopes {

/// The ids of the sources in an imported catalog.
inline constexpr std::string_view documentSource = "description";
inline constexpr std::string_view standardSource = "rfc-6749";

/// The kind of token that a scheme gives, as the catalog format's member "token" has it; empty: unknown.
std::string_view tokenOf(const ImportedDescription& description, std::string_view scheme);

/// The one kind of token that all the schemes give; empty: they differ, or it is unknown.
class CommonToken
{
public:
    explicit CommonToken(const ImportedDescription& description)
        : m_description(description)
    {
    }

    void add(std::string_view scheme);

    std::string_view token() const { return m_isMixed ? std::string_view() : m_token; }

private:
    const ImportedDescription& m_description; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    std::string_view m_token;
    bool m_isFirst = true;
    bool m_isMixed = false;
};

/// Writes the catalog's member "provider": the addresses of the flows, and RFC 6749 for what no description says.
void writeProvider(JsonWriter& json, const ImportedDescription& description, std::string_view name);

/// True if the text is an https address as the catalog format takes it.
bool isCatalogAddress(std::string_view text);

} // namespace scopes
