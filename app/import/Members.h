#pragma once

#include "document/Document.h"
#include "import/DescriptionBuilder.h"

#include <map>
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

/// A value, told apart from those of other documents.
using ValuePlace = std::pair<const Document*, std::size_t>;

inline ValuePlace placeOf(Value value)
{
    return {value.document(), value.offset()};
}

/// Follows references within one document, and to the files that may be opened.
class References
{
public:
    explicit References(Value root)
        : m_root(root)
    {
    }

    /// The value that a reference names (RFC 6901 section 6, behind a file's name perhaps); absent, with a note, if it leads
    /// nowhere or to a file that may not be opened.
    Value find(Value reference, DescriptionBuilder& notes);

    /// The value, or what its reference to another file leads to if files may be opened; references within the document are
    /// not followed.
    Value withFile(Value value, DescriptionBuilder& notes);

    /// What stands at the end of a value's `$ref`s: the value itself if it has none, absent if they lead nowhere or in a
    /// circle. Both become notes.
    Value resolve(Value value, DescriptionBuilder& notes);

private:
    Value memberOf(Value value, std::string_view name);
    Value findIn(Value root, std::string_view reference);

    Value m_root;
    /// The members of large objects by name, and all elements of arrays.
    std::map<ValuePlace, std::unordered_map<std::string_view, Value>> m_members;
    std::map<ValuePlace, std::vector<Value>> m_elements;
};

} // namespace scopes
