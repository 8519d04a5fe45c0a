#pragma once

#include <QByteArray>

#include <optional>

namespace scopes {

/// Makes each \\uXXXX escape in a JSON text that is half of a surrogate pair without its other half \\ufffd, the replacement
/// character: RFC 8259 section 8.2 has them, simdjson refuses them. Lengths and places stay.
/// @return the place of the first; no value if there was none
std::optional<qsizetype> replaceLoneSurrogates(QByteArray& json);

} // namespace scopes
