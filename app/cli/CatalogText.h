#pragma once

#include "catalog/ScopeCatalog.h"

#include <QJsonObject>

namespace scopes {

/// All that the catalog says of one scope or endpoint: for people as indented lines, and for programs.

QString scopeAsText(const ScopeCatalog& catalog, ScopeId scope);

QString endpointAsText(const ScopeCatalog& catalog, EndpointId endpoint);

QJsonObject endpointAsJson(const ScopeCatalog& catalog, EndpointId endpoint);

/// 'video.publish or video.upload', 'a and b', 'nothing', 'not documented'; translated.
QString requirementInWords(const ScopeCatalog& catalog, const Requirement& requirement);

/// 'TITLE, https://…, read YYYY-MM-DD' without the parts that are not known; empty for noId.
QString sourceInWords(const ScopeCatalog& catalog, SourceId source);

} // namespace scopes
