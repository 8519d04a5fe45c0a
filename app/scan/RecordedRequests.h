#pragma once

#include "document/Document.h"

#include <string>
#include <vector>

namespace scopes {

/// A request that a file of requests holds.
struct RecordedRequest
{
    std::string method; ///< empty: not said
    std::string url;
    std::string body;
    std::size_t offset = 0; ///< where it stands in the file, bytes
};

/// True if the file is a HAR archive (HTTP Archive 1.2) or a Postman collection (2.1) by its members.
bool holdsRequests(const Document& document);

/// The requests of such a file, in its order. Headers, cookies and answers are not read: that is where the secrets are.
std::vector<RecordedRequest> recordedRequests(const Document& document);

} // namespace scopes
