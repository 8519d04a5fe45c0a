#pragma once

#include "document/Document.h"
#include "import/DescriptionBuilder.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace scopes {

/// Where a name is repeated in an object, most programs see only its last member: so do the importers. Absent if there is no
/// such member, or no object.
Value lastMember(Value object, std::string_view name);

/// Each name of an object once, with its last member, in the order in which the names first come; none if it is no object.
/// What is repeated becomes a note.
std::vector<Value> membersOf(Value object, DescriptionBuilder& notes);

/// The text of a string, number or boolean; empty for all else, absent values included.
std::string_view textOf(Value value);

/// The text of a member that is a string, number or boolean; else empty.
std::string_view textOf(Value object, std::string_view name);

inline bool isObject(Value value)
{
    return value && value.kind() == Kind::Object;
}

inline bool isArray(Value value)
{
    return value && value.kind() == Kind::Array;
}

/// Follows references within one document.
class References
{
public:
    explicit References(Value root)
        : m_root(root)
    {
    }

    /// The value that a '#/...' reference names (RFC 6901 section 6); absent if it leads nowhere or out of the document.
    Value find(std::string_view reference);

    /// What stands at the end of a value's `$ref`s: the value itself if it has none, absent if they lead nowhere or in a
    /// circle. Both become notes.
    Value resolve(Value value, DescriptionBuilder& notes);

private:
    Value memberOf(Value value, std::string_view name);

    Value m_root;
    /// The members of large objects by name, and all elements of arrays; the keys are the values' offsets.
    std::unordered_map<std::size_t, std::unordered_map<std::string_view, Value>> m_members;
    std::unordered_map<std::size_t, std::vector<Value>> m_elements;
};

} // namespace scopes
