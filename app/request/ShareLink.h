#pragma once

#include "document/Problem.h"
#include "request/RequestFile.h"

#include <QString>

namespace scopes {

/// The request as a link that can be sent around: 'scope-explorer:request?catalog=ID&format=ID&scope=NAME&scope=NAME'. It holds
/// scopes in their order, the catalog's id and the output format's id; nothing else of a request, and no secret.

/// The longest link that is read, in UTF-16 units.
constexpr qsizetype longestShareLink = qsizetype{64} * 1024;

/// The most scopes that a link may hold, and the longest name of one in UTF-16 units.
constexpr qsizetype mostSharedScopes = 2000;
constexpr qsizetype longestSharedName = 500;

/// True if the text wants to be such a link, whether it can be read or not.
bool isShareLink(const QString& text);

/// The request's link: ASCII, everything but unreserved characters of RFC 3986 percent-encoded in UTF-8. Empty if it would be
/// one that readShareLink() refuses.
QString shareLink(const RequestFile& request);

/// Reads a link, which anybody may have made. Gives the request, with notes on what is left out (a scope that stands twice, a
/// parameter of another name), or problems where it cannot be used.
Result<RequestFile> readShareLink(const QString& link);

} // namespace scopes
