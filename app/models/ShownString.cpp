#include "models/ShownString.h"

namespace scopes {

ShownString shownString(const Workspace& workspace, qsizetype limit)
{
    const QStringList& names = workspace.selection().names();
    if (names.isEmpty())
        return {};
    // No format is shorter than its names.
    qsizetype count = 0;
    for (qsizetype length = 0; count < names.size() && length <= limit; ++count)
        length += names.at(count).size() + 1;

    ShownString shown;
    shown.isPart = count < names.size();
    const auto formatted = format(workspace.formatId(), names.first(count), workspace.formatOptions());
    if (!formatted) {
        shown.problem = formatted.problem().message;
        return shown;
    }
    shown.text = formatted.value();
    if (shown.text.size() > limit) {
        shown.isPart = true;
        shown.text.truncate(shown.text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit);
    }
    return shown;
}

} // namespace scopes
