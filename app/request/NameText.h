#pragma once

#include "request/FormatOutcome.h"

#include <QStringView>

#include <optional>

/// What the formats have in common: names joined in one string, percent-encoding, names shown in messages.
namespace scopes {

/// A name as a message may show it: at most 60 units, control, bidirectional and other invisible characters made visible.
QString visibleName(QStringView name);

bool isHexDigit(QChar unit);

/// A code point as "U+002C".
QString codePointName(char32_t codePoint);

/// The names with @p separator between them (one UTF-16 unit, or a BadOption). CannotSay where splitNames() would not give
/// the same names back.
FormattedText joinNames(const QStringList& names, QStringView separator);

/// The names of a joined text. White space around a name is not part of it; a space as the separator stands for any white
/// space; a name that is empty is a problem, located with @p offset added, but for blank lines between lines.
ParsedNames splitNames(QStringView text, QStringView separator, qsizetype offset = 0);

/// CannotSay for the first name with a control character, which a bare line cannot carry safely.
std::optional<FormatProblem> findControlCharacter(const QStringList& names);

/// UTF-8 percent-encoding of all but the unreserved characters of RFC 3986, section 2.3.
QString percentEncoded(QStringView text);

/// The inverse. With @p plusIsSpace as application/x-www-form-urlencoded has it. A problem where % is not followed by two
/// hexadecimal digits, or where the bytes are not UTF-8; located with @p offset added.
FormattedText percentDecoded(QStringView text, bool plusIsSpace, qsizetype offset = 0);

/// The text of UTF-8 bytes, a leading U+FEFF kept, or nothing if they are not UTF-8.
std::optional<QString> fromStrictUtf8(const QByteArray& bytes);

/// A CannotRead at a place.
FormatProblem cannotRead(const QString& message, qsizetype position);

} // namespace scopes
