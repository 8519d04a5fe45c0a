#pragma once

#include "catalog/BuiltInCatalog.h"

namespace scopes::tests {

/// The built-in catalog; null, with a message, if it cannot be read.
inline CatalogPointer builtIn()
{
    const auto read = builtInCatalog();
    if (!read)
        qWarning("%s", qPrintable(toString(read.problems, QStringLiteral("the built-in catalog"))));
    return read ? *read.value : nullptr;
}

} // namespace scopes::tests
