#pragma once

#include "cli/Command.h"

#include <optional>

namespace scopes {

/// What a command that finds things prints.
enum class ReportOutput { Words, Json, Sarif, Junit };

/// --json, --sarif and --junit.
std::vector<QCommandLineOption> reportOptions();

/// The output that the options ask for; none after it was complained that they ask for more than one.
std::optional<ReportOutput> reportOutput(Invocation& invocation);

} // namespace scopes
