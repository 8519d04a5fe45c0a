#pragma once

#include "analysis/Finding.h"

#include <QJsonObject>
#include <QTextStream>

namespace scopes {

/// The version of the JSON that the commands print. It grows when a member goes or changes its meaning; new members may come
/// at any time.
inline constexpr int jsonOutputVersion = 1;

/// Prints a command's answer as JSON: sorted members, and beside its own "command" and "version", so that a program can tell
/// what it reads. resources/output.schema.json describes each.
void writeJson(QTextStream& out, const QString& command, QJsonObject answer);

/// A range, counted in UTF-16 units of the text: {"start", "end"}.
QJsonObject toJson(TextRange range);

} // namespace scopes
