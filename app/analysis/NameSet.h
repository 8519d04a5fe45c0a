#pragma once

#include <QString>

#include <string_view>
#include <unordered_set>

namespace scopes {

/// A text's characters as bytes, which are quicker to hash and to compare.
inline std::string_view bytesOf(QStringView text)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): any object may be looked at as bytes
    return {reinterpret_cast<const char*>(text.utf16()), static_cast<std::size_t>(text.size()) * sizeof(char16_t)};
}

/// Names, each once, of a text that may have hundreds of thousands. The names must outlive it.
class NameSet
{
public:
    /// True if the name is new.
    bool insert(QStringView name) { return m_names.insert(bytesOf(name)).second; }

    bool contains(QStringView name) const { return m_names.contains(bytesOf(name)); }

private:
    std::unordered_set<std::string_view> m_names;
};

} // namespace scopes
