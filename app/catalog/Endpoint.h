#pragma once

#include "catalog/Fact.h"
#include "catalog/Requirement.h"

#include <cstdint>
#include <vector>

namespace scopes {

/// The kind of token that a call takes.
enum class TokenKind : std::uint8_t { Unknown, None, UserAccessToken, ClientAccessToken };

/// A part of a call's answer that can be asked for, with what it needs on top of the call.
struct Field
{
    Text name;
    Text meaning; ///< may be empty
    Requirement requirement;
    SourceId source = noId; ///< noId: the endpoint's
};

/// A value of a parameter that changes what a call needs.
struct ParameterValue
{
    Text value;
    Requirement requirement;
    SourceId source = noId;
};

struct Parameter
{
    Text name;
    std::vector<ParameterValue> values;
};

/// A call of the provider's API.
struct Endpoint
{
    Text id;
    Text name; ///< of its documentation page
    Text method;
    Text url;
    Text documentation; ///< https URL, or empty
    Text confidence; ///< how sure the catalog is, in words; empty: not said
    Text limits;
    Text notes;
    LabelId product = noId;
    LabelId heading = noId; ///< of ScopeCatalog::endpointHeading(); noId: neither product nor group is known
    SourceId source = noId;
    TokenKind token = TokenKind::Unknown;
    Requirement requirement;
    std::vector<Parameter> parameters;
    std::vector<Field> fields;
};

} // namespace scopes
