#pragma once

#include "catalog/ScopeCatalog.h"

#include <QString>

#include <functional>
#include <vector>

namespace scopes {

/// The texts of a scope's row by ScopeTreeModel's columns, for showing, sorting and copying. What is not known is said in
/// words.
QString columnText(const ScopeCatalog& catalog, ScopeId scope, int column);

/// The column's heading and what it holds.
QString columnTitle(int column);
QString columnHelp(int column);

/// How a token with the scope is obtained, in words.
QString obtainedByText(ObtainedBy obtainedBy);

/// All scopes, topic by topic. By the column's texts if it is one (topics too if it is the scope's), without regard to case;
/// equal texts and column -1: in catalog order. May be called in any thread; ends early, with a part, when @p isWanted says no,
/// which it is asked for each topic.
std::vector<ScopeId> orderedScopes(
    const ScopeCatalog& catalog, int column, bool descending, const std::function<bool()>& isWanted = {});

} // namespace scopes
