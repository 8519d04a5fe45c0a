#pragma once

#include "document/ReadingProgress.h"
#include "import/ImportedDescription.h"

#include <cstdint>
#include <string>
#include <vector>

namespace scopes {

/// By what imported scopes are put into topics.
enum class Grouping : std::uint8_t {
    Automatic, ///< the source's own topics or service if it has some, else tags if they tell most scopes apart, else the name
    Tags, ///< the provider's group (first tag, resource) of most of the calls that list the scope
    Service, ///< AWS
    Name ///< the first part of the scope's name: 'chat' of 'chat:write', 'drive' of '.../auth/drive.readonly'
};

/// The topics of a description's scopes.
struct ScopeTopics
{
    struct Topic
    {
        std::string id; ///< of a-z, 0-9, dot and hyphen; unique
        std::string name;
    };

    std::vector<Topic> topics; ///< by name; those of scopes that belong to none come last
    std::vector<std::size_t> topicOf; ///< by ImportedScopeId
};

ScopeTopics topicsOf(const ImportedDescription& description, Grouping grouping, CountedProgress& progress);

/// The text as an identifier of a catalog: a-z, 0-9, dot, with hyphens for all else; may be empty. At most 60 characters.
std::string identifierOf(std::string_view text);

} // namespace scopes
