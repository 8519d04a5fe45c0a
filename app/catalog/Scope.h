#pragma once

#include "catalog/Fact.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace scopes {

/// How a token that carries the scope is obtained.
enum class ObtainedBy : std::uint8_t { Unknown, UserAuthorization, ClientCredentials };
constexpr std::size_t obtainedByCount = 3;

struct Topic
{
    Text id;
    Text name; ///< as the provider's page shows it
    Text note; ///< may be empty
};

/// A documented API that takes a scope, and where that is known from.
struct TargetApi
{
    Text name;
    Text documentation; ///< https URL, or empty
    EndpointId endpoint = noId; ///< noId where the API is none of the catalog's endpoints
    SourceId source = noId;
};

/// A documented 'this scope reaches what those do'.
struct Implication
{
    std::vector<ScopeId> scopes;
    SourceId source = noId;
    Text caution; ///< why both may still make sense; may be empty
};

/// What only some scopes have, kept apart so that a scope stays small.
struct ScopeDetails
{
    Text region; ///< empty: no restriction is documented
    Text notes;
    Facts facts;
    std::vector<TargetApi> targetApis;
    std::vector<Implication> implies;
    std::vector<ScopeId> replacedBy;
    Facts ownNotes; ///< what the user has noted in an overlay: none or one
};

/// A documented scope, or one that the user has added in an overlay.
struct Scope
{
    enum class Status : std::uint8_t { Documented, Deprecated, Own };

    Text name;
    Text definition; ///< for the developer
    Text userDisplay; ///< what the end user reads; data() is null where it is not published
    TopicId topic = 0;
    LabelId product = noId; ///< noId: unknown
    LabelId approval = noId; ///< noId: unknown
    SourceId source = noId;
    int details = noId; ///< index for ScopeCatalog::details(); noId: none
    ObtainedBy obtainedBy = ObtainedBy::Unknown;
    Status status = Status::Documented;
};

/// A scope that was only seen elsewhere: it is recognised, and never shown as documented.
struct OtherScope
{
    Text name;
    Text seen; ///< where, in words
    SourceId source = noId;
};

} // namespace scopes
