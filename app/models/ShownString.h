#pragma once

#include "workspace/Workspace.h"

namespace scopes {

/// The scope string as far as a window shows it.
struct ShownString
{
    QString text; ///< empty if nothing is requested or there is a problem
    QString problem; ///< why it cannot be written; a sentence
    bool isPart = false; ///< there is more than text; what is not shown has not been looked at
};

/// The request in its chosen format, or its first @p limit UTF-16 units. Takes time for what is shown, not for what is
/// requested.
ShownString shownString(const Workspace& workspace, qsizetype limit = 20'000);

} // namespace scopes
