#pragma once

#include "document/TextRange.h"
#include "search/Query.h"
#include "workspace/Workspace.h"

#include <QAbstractItemModel>

#include <vector>

namespace scopes {

/// What the trees of what exists have in common: groups (rows without parent) with the things in them, a search, and boxes that
/// tick. One view and one pane show them all.
class CatalogTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        ScopeIdRole = Qt::UserRole, ///< int, noId for a topic
        TopicIdRole, ///< int, for a scope that of its topic
        CountTextRole, ///< QString, at the end of the first column: '2 of 3', '✓'
        MatchesRole, ///< QList<scopes::TextRange> of the displayed text: what the search found
        DifferencesRole, ///< QList<scopes::TextRange> of the displayed text: words that the other text does not have
        IsSameTextRole, ///< bool, true on a user display that equals the definition
        FoundWhereRole, ///< QString, below the name: where the search found it if the row's texts do not show it
        SortRole ///< QString
    };
    Q_ENUM(Role)

    /// Not more are ticked at once: no request is near as long, and a million would hold the window up for seconds.
    static constexpr int mostTicked = 100'000;

    /// Shows what @p typed finds. Nothing happens if it means what is shown already.
    virtual void setQuery(const QString& typed) = 0;

    /// What was not understood of the query.
    virtual const std::vector<QueryProblem>& queryProblems() const = 0;

    /// True if something may be left out.
    virtual bool isFiltered() const = 0;

    /// True while a search waits for an index that is being made, and the rows are not those of it yet.
    virtual bool isBehind() const;

    /// True while the rows are being sorted, and not in the order yet that was asked for last.
    virtual bool isSorting() const;

    /// How many things are shown, groups not counted, and how many there are.
    virtual int shownCount() const = 0;
    virtual int allCount() const = 0;

    /// What a group is known by at the next start.
    virtual QString groupKey(const QModelIndex& group) const = 0;

    /// The group of that key; invalid if it is not shown. Looks at each.
    virtual QModelIndex indexOfGroup(const QString& key) const = 0;

    /// What a row that is no group is known by while the catalog is the same, from 0; -1 for a group.
    virtual int keyAt(const QModelIndex& index) const = 0;

    /// The row of that key; invalid if it is not shown.
    virtual QModelIndex indexOfKey(int key) const = 0;

    /// True if the search found things below the row, which is no group, that the row's own texts do not show.
    virtual bool hasHitsBelow(const QModelIndex& row) const;

    /// Ticks the rows, or unticks them if all are ticked, as one undo step. A group stands for what is shown of it.
    virtual void toggle(const QModelIndexList& rows) = 0;

    /// What to say when the rows were copied; empty: there is nothing in them to copy.
    virtual QString copiedText(const QModelIndexList& rows) const = 0;

    /// The rows for the clipboard and for dragging; null if they are more than mostRowsCopied. The caller owns it.
    QMimeData* mimeData(const QModelIndexList& indexes) const override = 0;

    Workspace& workspace() const { return m_workspace; }

Q_SIGNALS:
    /// Which rows are shown, or how many a facet would give, has changed.
    void shownChanged();
    /// Something that takes long in a large catalog has begun or ended: isBehind(), isSorting().
    void behindChanged();
    /// For the status bar.
    void message(const QString& text);

protected:
    /// Follows the workspace, which outlives it: its catalog by a reset with refresh(), its request by onSelectionChanged().
    CatalogTreeModel(Workspace& workspace, QObject* parent);

    /// Takes the workspace's catalog and shows what the search finds in it. Within a reset, but for the first time, which is the
    /// subclass's to ask for.
    virtual void refresh() = 0;

    /// @p touched: the documented scopes that were added to the request or taken out.
    virtual void onSelectionChanged(const std::vector<ScopeId>& touched) = 0;

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
