#pragma once

#include <QByteArray>

namespace scopes {

/// Makes each \\uXXXX escape in a JSON text that is half of a surrogate pair without its other half \\ufffd, the replacement
/// character: RFC 8259 section 8.2 has them, simdjson refuses them. Lengths and places stay.
/// @return whether there was one
bool replaceLoneSurrogates(QByteArray& json);

} // namespace scopes
