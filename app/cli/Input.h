#pragma once

#include "analysis/Finding.h"
#include "cli/Command.h"

#include <optional>

namespace scopes {

/// A text that a command was given to look at.
struct Input
{
    QString name; ///< the file's path as it was given, '-' for standard input, empty for a text among the arguments
    QString text;
    bool isFile = false;

    /// The name for people, safe to show.
    QString shownName() const;
};

/// The largest input that is read, in bytes.
inline constexpr qint64 largestInput = qint64{64} * 1024 * 1024;

/// The bytes of a file, or those of standard input for '-': at most largestInput.
Result<QByteArray> readBytes(const QString& pathOrDash);

/// The text that an operand stands for: standard input ('-'), a file's where there is one of that path or the operand can only
/// be meant as a path (it begins like one, or ends like the name of a file: .json, .env, .txt...), else the operand itself. It is
/// UTF-8, or UTF-16 with a byte order mark; what is not is read with U+FFFD in its place.
Result<Input> readInput(const QString& operand);

/// The same; says on stderr why it cannot be read.
std::optional<Input> readInput(const QString& operand, Invocation& invocation);

/// The app profile of --profile, or none where the option was not given. Says why where it cannot be read; then the result has
/// no value.
std::optional<std::optional<AppProfile>> readProfile(Invocation& invocation);

} // namespace scopes
