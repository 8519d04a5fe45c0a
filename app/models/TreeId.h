#pragma once

#include <QtGlobal>

namespace scopes {

// QModelIndex's hash adds row, column and id: ids that lie close together collide by the thousand, and QTreeView keeps its open
// rows in a hash. An odd factor spreads small numbers over 64 bits; its inverse brings them back.
inline constexpr quint64 treeIdSpread = 0x9E3779B97F4A7C15U;
inline constexpr quint64 treeIdGather = 0xF1DE83E19937733DU;
static_assert(treeIdSpread * treeIdGather == 1);

/// The internal id that stands for @p number, which is not negative; 0 stands for itself.
constexpr quintptr treeId(int number)
{
    return static_cast<quintptr>(static_cast<quint64>(number) * treeIdSpread);
}

constexpr int numberOfTreeId(quintptr id)
{
    return static_cast<int>(static_cast<quint64>(id) * treeIdGather);
}

} // namespace scopes
