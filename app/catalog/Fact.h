#pragma once

#include "catalog/Text.h"

#include <vector>

namespace scopes {

/// Where something is known from.
struct Source
{
    enum class Kind {
        Provider, ///< the provider's own word
        Specification, ///< an RFC or another standard
        ThirdParty, ///< seen by others; not the provider's word
        Own ///< said by the user, in an overlay file; never the provider's word
    };

    Text id;
    Text title; ///< may be empty
    Text url; ///< https, or empty where the origin has no address
    Text retrieved; ///< YYYY-MM-DD
    Text note; ///< may be empty
    Kind kind = Kind::Provider;
};

/// One statement and where it is known from.
struct Fact
{
    Text text;
    SourceId source = noId;
};

using Facts = std::vector<Fact>;

} // namespace scopes
