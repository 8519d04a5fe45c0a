#include "import/ImportedDescription.h"

#include <algorithm>

namespace scopes {

bool listsScopes(const ImportedOperation& operation)
{
    return std::any_of(operation.alternatives.begin(), operation.alternatives.end(), [](const SecurityAlternative& alternative) {
        return std::any_of(alternative.begin(), alternative.end(), [](const SchemeNeed& need) { return !need.scopes.empty(); });
    });
}

} // namespace scopes
