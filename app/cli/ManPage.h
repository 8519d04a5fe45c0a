#pragma once

#include <QString>

namespace scopes {

/// The manual page of scope-explorer-cli in mdoc(7), from the same texts as --help. resources/scope-explorer-cli.1 is this.
QString manPage();

} // namespace scopes
