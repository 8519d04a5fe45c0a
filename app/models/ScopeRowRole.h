#pragma once

#include <Qt>

namespace scopes {

/// What the rows of requested, pasted and completed names have beside Qt's own roles. One delegate draws them all.
enum ScopeRowRole {
    ScopeName = Qt::UserRole, ///< QString, exactly as requested; Qt::DisplayRole has it with invisible characters shown
    IsDocumented, ///< bool, false for a scope that the catalog does not know
    Mark, ///< QString, words that stand beside the name: 'not documented'; may be empty
    Detail ///< QString, a text below the name; may be empty
};

} // namespace scopes
