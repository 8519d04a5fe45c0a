#pragma once

#include "analysis/Finding.h"
#include "cli/Command.h"

#include <optional>

namespace scopes {

/// From which severity on the exit code tells of a finding: --fail-on.
class FailOn
{
public:
    /// The option; @p usual stands in its help.
    static QCommandLineOption option(Severity usual);

    /// The values that the option takes.
    static QStringList values();

    /// What the invocation asks for; none after the usage was complained of.
    static std::optional<FailOn> from(Invocation& invocation, Severity usual);

    /// True if a finding of that severity makes the command fail.
    bool includes(Severity severity) const { return m_weakest && severity <= *m_weakest; }

private:
    std::optional<Severity> m_weakest; ///< none: nothing fails
};

} // namespace scopes
