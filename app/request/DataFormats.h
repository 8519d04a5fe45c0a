#pragma once

#include "request/ScopeFormat.h"
#include "request/TextCursor.h"

/// JSON property, YAML list, .env line and shell export. Each pair of functions has the shape of format() and parse() in
/// ScopeFormat.h; names are valid UTF-16 and at least one.
namespace scopes {

/// "scope": "a,b"
FormattedText writeJsonProperty(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readJsonProperty(const ScopeFormat& format, const QString& text, const FormatOptions& options);

/// One "- name" a line; plain only where YAML 1.1 and 1.2 both read a string.
FormattedText writeYaml(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readYaml(const ScopeFormat& format, const QString& text, const FormatOptions& options);

/// SCOPES=a,b as every common reader of .env files takes it; what they read differently is a problem.
FormattedText writeEnv(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readEnv(const ScopeFormat& format, const QString& text, const FormatOptions& options);

/// export SCOPES='a,b' for a POSIX shell.
FormattedText writeShell(const ScopeFormat& format, const QStringList& names, const FormatOptions& options);
ParsedNames readShell(const ScopeFormat& format, const QString& text, const FormatOptions& options);

/// The value of a .env line from the cursor to the end of its line, quotes and comment taken off.
FormattedText readEnvValue(TextCursor& cursor);

/// The value of a shell assignment, quotes taken off (POSIX.1-2017, Shell, section 2.2). Nothing that expands is read.
FormattedText readShellValue(TextCursor& cursor);

/// Reads an environment variable's name and the = after it.
FormattedText readVariable(TextCursor& cursor);

} // namespace scopes
