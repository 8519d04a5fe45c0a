#pragma once

#include "document/Document.h"

namespace scopes {

/// Reads a document in JSON or YAML, whichever it looks like. Escapes in JSON that are half a character are replaced, with a
/// note. An empty one, and one that is broken, gives one located problem.
Result<Document> readDocument(const QByteArray& text, const ReadingProgress& progress = {});

/// True if the bytes begin as JSON does, and as YAML only may.
bool looksLikeJson(QByteArrayView bytes);

} // namespace scopes
