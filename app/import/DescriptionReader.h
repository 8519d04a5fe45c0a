#pragma once

#include "document/Problem.h"
#include "import/ImportedDescription.h"

#include <QByteArray>

namespace scopes {

/// Reads what a provider publishes about its API: OpenAPI 3, Swagger 2.0, Google API Discovery, Microsoft Graph permissions,
/// AWS IAM definitions, server metadata; in JSON or YAML. Recognised by content. What is odd becomes notes. A text that is
/// none of these, is broken, or declares and uses no scopes gives one problem that says what was expected and where.
Result<ImportedDescription> readDescription(QByteArray text);

/// The same from a file, whose own troubles are problems too.
Result<ImportedDescription> readDescriptionFile(const QString& path);

} // namespace scopes
