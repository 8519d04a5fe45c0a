#pragma once

#include "import/ImportedDescription.h"

#include <QString>

#include <string_view>

namespace scopes {

/// What kind of document it is, for people: 'an OpenAPI 3 description'.
QString nameOf(DescriptionFormat format);

/// The same in the id of a catalog: 'openapi'.
std::string_view idOf(DescriptionFormat format);

} // namespace scopes
