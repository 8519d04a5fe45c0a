#pragma once

#include "request/ScopeFormat.h"

/// The bare names with something between them, plain or percent-encoded, and the query parameter. Each pair of functions has
/// the shape of format() and parse() in ScopeFormat.h; names are valid UTF-16 and at least one.
namespace scopes {

FormattedText writeSeparated(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readSeparated(const ScopeFormat& format, const QString& text, const FormatOptions& options);

FormattedText writePercent(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readPercent(const ScopeFormat& format, const QString& text, const FormatOptions& options);

/// parameter=value, both percent-encoded.
FormattedText writeQuery(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readQuery(const ScopeFormat& format, const QString& text, const FormatOptions& options);

} // namespace scopes
