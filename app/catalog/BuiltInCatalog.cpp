#include "catalog/BuiltInCatalog.h"

#include "catalog/CatalogReader.h"

namespace scopes {

Result<CatalogPointer> builtInCatalog()
{
    return readCatalogFile(QStringLiteral(":/tiktok.json"));
}

} // namespace scopes
