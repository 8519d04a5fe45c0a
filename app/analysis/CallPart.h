#pragma once

#include "catalog/ScopeCatalog.h"

#include <QString>

#include <limits>
#include <tuple>
#include <vector>

namespace scopes {

/// What has a requirement of its own: an endpoint's call, one of its fields, or one value of one of its parameters.
struct CallPart
{
    EndpointId endpoint = noId;
    int field = noId; ///< number in Endpoint::fields; noId: not a field
    int parameter = noId; ///< number in Endpoint::parameters; noId: not a parameter
    int value = noId; ///< number in Parameter::values

    bool isCall() const { return field == noId && parameter == noId; }

    bool operator==(const CallPart&) const = default;

    /// In catalog order: a call before its parameters' values, these before its fields.
    bool operator<(const CallPart& other) const
    {
        return std::tie(endpoint, field, parameter, value) < std::tie(other.endpoint, other.field, other.parameter, other.value);
    }
};

/// Its name, which the command line takes too: 'user.info', 'user.info#open_id' or 'post.content.init?post_mode=DIRECT_POST'.
QString nameOf(const CallPart& part, const ScopeCatalog& catalog);

/// What the part needs by itself; a field's and a parameter value's come on top of what the call needs.
const Requirement& requirementOf(const CallPart& part, const ScopeCatalog& catalog);

/// True for a call that needs no documented scope by itself, but of which fields do: what is asked for decides.
bool isDecidedByFields(const CallPart& part, const ScopeCatalog& catalog);

/// What the part needs in words: 'video.publish or video.upload', 'a and b, or c', 'no scope', 'not documented', 'what its fields
/// need'. Of more than @p most alternatives, and of more than @p most scopes of one, only so many are named, and the others
/// counted: 'a or b, and 12 more'.
QString needInWords(const CallPart& part, const ScopeCatalog& catalog, qsizetype most = std::numeric_limits<qsizetype>::max());

/// A call that is made, with the fields that it asks for and the parameter values that it is made with.
struct Call
{
    EndpointId endpoint = noId;
    std::vector<int> fields; ///< ascending, each once
    std::vector<CallPart> values; ///< parameter values of the endpoint, ascending, each once

    /// The call itself, then its fields, then its values.
    std::vector<CallPart> parts() const;

    bool operator==(const Call&) const = default;
};

/// One call for each endpoint, in the order of first mention, with the fields and values of all calls to it.
std::vector<Call> merged(const std::vector<Call>& calls);

} // namespace scopes
