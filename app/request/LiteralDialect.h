#pragma once

#include "request/FormatOutcome.h"
#include "request/TextCursor.h"

#include <QStringView>

#include <vector>

namespace scopes {

/// How a language writes code points beyond printable ASCII in its string literals.
enum class UnicodeEscape {
    Utf16, ///< \uXXXX for each UTF-16 unit
    Long, ///< \uXXXX, beyond the first plane \UXXXXXXXX
    Braced, ///< \u{X}
};

/// The string and list literals of one language, JSON included. What is written is ASCII only, so that it means the same
/// whatever encoding the file is saved in.
struct LiteralDialect
{
    QStringView id; ///< of the format
    QStringView open; ///< before the first string of a list
    QStringView close; ///< after the last
    QStringView quotes; ///< that begin a string; the first is written
    UnicodeEscape unicode = UnicodeEscape::Utf16;
    QStringView named = u"n\nr\rt\t"; ///< pairs: the letter after the backslash, what it stands for
    QStringView guarded; ///< written with a backslash, since it could begin something else
    bool interpolates = false; ///< guarded characters begin an interpolation in a string
    bool rawSingleQuotes = false; ///< in single quotes a backslash escapes only itself and the quote
    char32_t octalBelow = 0; ///< unprintable code points below are written as octal escapes of bytes
    bool hasTrailingComma = true; ///< allowed after the last string
};

/// JSON first, then the languages in menu order.
const std::vector<LiteralDialect>& literalDialects();

/// The dialect of that format, or null.
const LiteralDialect* literalDialect(QStringView formatId);

/// A string literal, quotes included. The name is valid UTF-16.
QString writeString(const LiteralDialect& dialect, const QString& name);

/// Reads the string literal that stands at the cursor and leaves the cursor behind it. Escapes that the writer never uses
/// are read where they are plain, otherwise they are a problem: nothing is guessed.
FormattedText readString(const LiteralDialect& dialect, TextCursor& cursor);

/// A list literal, an expression of the language.
QString writeList(const LiteralDialect& dialect, const QStringList& names);

/// Reads the list literal that stands at the cursor and leaves the cursor behind it.
ParsedNames readList(const LiteralDialect& dialect, TextCursor& cursor);

} // namespace scopes
