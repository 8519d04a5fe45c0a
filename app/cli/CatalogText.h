#pragma once

#include "catalog/ScopeCatalog.h"

#include <QJsonObject>

namespace scopes {

/// All that the catalog says of one scope or endpoint: for people as indented lines, and for programs.

QString scopeAsText(const ScopeCatalog& catalog, ScopeId id);

QString endpointAsText(const ScopeCatalog& catalog, EndpointId id);

QJsonObject endpointAsJson(const ScopeCatalog& catalog, EndpointId id);

/// 'TITLE, https://…, read YYYY-MM-DD' without the parts that are not known; empty for noId.
QString sourceInWords(const ScopeCatalog& catalog, SourceId id);

} // namespace scopes
