#pragma once

#include "catalog/ScopeCatalog.h"

#include <QStringList>

namespace scopes {

/// The scopes of a text of which the user says that it is a set of scopes: those that are found in it, each once. Where none
/// is, and the text has nothing but names and separators ('repo,gist'), all of these: such names look like any word.
QStringList statedScopes(const QString& text, const ScopeCatalog& catalog);

} // namespace scopes
