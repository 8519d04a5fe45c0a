#pragma once

#include "search/SearchIndex.h"
#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

#include <QObject>

#include <memory>
#include <optional>

namespace scopes {

/// What a search finds in the workspace's catalog. The index is made at the first search; that of a large catalog in the
/// background, as soon as the catalog is there: until then a search waits, and the result stays as it was.
class ScopeSearch : public QObject
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit ScopeSearch(const Workspace& workspace, QObject* parent = nullptr);

    /// True of a catalog that takes too long to be indexed, or sorted by its texts, while the window waits.
    static bool isLarge(const ScopeCatalog& catalog);

    /// Takes the workspace's catalog. What is searched for stays; result() is of the new catalog, without a signal.
    void takeCatalog();

    /// Searches, or has the search wait for the index. Nothing happens if it means what was found last.
    void setQuery(const QString& typed);

    /// To be called when the request has changed. result() follows without a signal.
    void followTicks();

    const SearchResult& result() const { return m_result; }

    /// True while a search waits for the index.
    bool isBehind() const;

    /// Makes the index now if a search waits for it.
    void catchUp();

Q_SIGNALS:
    void resultChanged();
    void behindChanged();

private:
    void indexInBackground();
    void takeIndex(std::shared_ptr<const SearchIndex> index);
    void searchNow(const QString& typed);

    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogPointer m_catalog;
    std::shared_ptr<const SearchIndex> m_index;
    LatestTask m_indexing;
    QString m_typed;
    bool m_awaitsIndex = false; ///< what was typed is searched for when the index is there
    SearchResult m_result;
};

} // namespace scopes
