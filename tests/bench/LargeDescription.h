#pragma once

#include <QByteArray>

namespace scopes::tests {

/// An OpenAPI document of about @p size bytes, in JSON, or in YAML if @p isYaml: a path with an operation every 250 bytes, each
/// of which needs one of two scopes.
QByteArray largeDescription(qsizetype size, bool isYaml);

} // namespace scopes::tests
