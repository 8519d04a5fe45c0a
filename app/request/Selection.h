#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace scopes {

/// A name and the row it stands at (0 is the first).
struct PlacedName
{
    qsizetype position = 0;
    QString name;

    bool operator==(const PlacedName&) const = default;
};

/// The ordered set of scopes that are requested, each name exactly as it was given. Names that no catalog knows are kept.
/// Nothing is dropped or reordered but by the call that says so. contains() takes constant time; a bulk change of k names in
/// n takes one pass, O(n + k).
class Selection
{
public:
    Selection() = default;

    /// The names in order; of a name given twice the first place counts.
    explicit Selection(const QStringList& names);

    qsizetype size() const { return m_names.size(); }

    bool isEmpty() const { return m_names.isEmpty(); }

    /// The name at @p row, which must be in [0, size()).
    const QString& at(qsizetype row) const { return m_names.at(row); }

    /// All names in request order. Valid until the next change.
    const QStringList& names() const { return m_names; }

    bool contains(const QString& name) const { return m_known.contains(name); }

    /// Adds at the end those of @p names that are not yet here, each once.
    /// @return the names really added, in order: remove() of these undoes the call.
    QStringList append(const QStringList& names);

    /// Takes out those of @p names that are here.
    /// @return what was taken out and where it stood before, in ascending position: insert() of this undoes the call.
    std::vector<PlacedName> remove(const QStringList& names);

    /// Puts names in so that each stands at its position afterwards, as remove() gave them: ascending positions. A name that
    /// is already here stays where it is and is left out; a position past the end means the end.
    void insert(const std::vector<PlacedName>& names);

    /// Moves @p count names that begin at @p from so that the block begins at @p to afterwards; move(to, from, count) undoes
    /// it. @return false, and nothing changes, if a row is out of range.
    [[nodiscard]] bool move(qsizetype from, qsizetype to, qsizetype count = 1);

    /// Takes @p names instead of all that is here; of a name given twice the first place counts.
    /// @return the names that were here before: replace() of these undoes the call.
    QStringList replace(const QStringList& names);

    bool operator==(const Selection& other) const { return m_names == other.m_names; }

private:
    QStringList m_names;
    QSet<QString> m_known; ///< the same names: positions are not kept, so that removing stays one pass
};

} // namespace scopes
