#pragma once

#include "analysis/TextDifference.h"
#include "models/CatalogTreeModel.h"
#include "models/ScopeRows.h"
#include "models/ScopeSearch.h"
#include "search/Facets.h"
#include "search/Highlight.h"
#include "workspace/LatestTask.h"
#include "workspace/Workspace.h"

#include <QStringList>

namespace scopes {

/// The catalog's scopes by topic, as far as the search and the facets let them through. A tree of two levels: topics, and
/// their scopes. Ticking changes the workspace's request.
///
/// The search is part of the model: a proxy would take rows away topic by topic, seconds for each key in a large catalog. Each
/// change of the search is one reset.
class ScopeTreeModel : public CatalogTreeModel
{
    Q_OBJECT

public:
    enum Column {
        ScopeColumn,
        DefinitionColumn,
        UserDisplayColumn,
        ProductColumn,
        ApprovalColumn,
        ObtainedByColumn,
        EndpointsColumn,
        FieldsColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    /// Lives no longer than the workspace.
    explicit ScopeTreeModel(Workspace& workspace, QObject* parent = nullptr);
    ~ScopeTreeModel() override;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// column -1: as in the catalog.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    QStringList mimeTypes() const override;
    /// The names for a drop on the request, and the rows as copying has them.
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    void setQuery(const QString& typed) override;

    const Query& query() const { return m_search.result().query; }

    const std::vector<QueryProblem>& queryProblems() const override { return m_search.result().problems; }

    void setFacets(const FacetChoice& choice);

    const FacetChoice& facets() const { return m_choice; }

    /// The rows and how many each facet's values would give.
    const FacetResult& facetResult() const { return m_facets; }

    /// True if a search or a facet may leave scopes out.
    bool isFiltered() const override { return !query().isEmpty() || m_choice != FacetChoice{}; }

    int shownCount() const override { return m_rows.scopeCount(); }

    int allCount() const override { return m_catalog->scopeCount(); }

    QString groupKey(const QModelIndex& group) const override;
    QModelIndex indexOfGroup(const QString& key) const override;

    int keyAt(const QModelIndex& index) const override { return scopeAt(index); }

    QModelIndex indexOfKey(int key) const override { return indexOf(key); }

    void toggle(const QModelIndexList& rows) override;
    QString copiedText(const QModelIndexList& rows) const override;

    /// A large catalog's index is made in the background.
    bool isBehind() const override { return m_search.isBehind(); }

    /// A large catalog is sorted in the background; until then the rows stay as they were.
    bool isSorting() const override { return m_sorting.isRunning(); }

    /// Scopes in the order shown; the search that waits is made now.
    std::vector<ScopeId> shownScopes();

    /// The scope's row; invalid if it is not shown.
    QModelIndex indexOf(ScopeId scope, int column = ScopeColumn) const;
    QModelIndex indexOfTopic(TopicId topic) const;
    ScopeId scopeAt(const QModelIndex& index) const;
    TopicId topicAt(const QModelIndex& index) const;

    /// The scopes of the rows: a topic stands for those of its scopes that are shown. Each once, in the order shown.
    std::vector<ScopeId> scopesAt(const QModelIndexList& indexes) const;

    /// Marks words that differ between definition and user display.
    void setDifferencesMarked(bool marked);

    bool areDifferencesMarked() const { return m_differencesMarked; }

    /// Ticks or unticks as one undo step, and says in message() how many, and how many more a search hides; or that these are
    /// more than mostTicked.
    void setTicked(const std::vector<ScopeId>& scopes, bool ticked);

protected:
    void refresh() override;
    void onSelectionChanged(const std::vector<ScopeId>& touched) override;

private:
    void showRows();
    void findAgain();
    void putInOrder();
    void sortInBackground();
    void takeOrder(std::vector<ScopeId> order);
    void keepFacets(const ScopeCatalog& before);
    void updateFacets();
    void onProfileChanged();
    QString approvalText(ScopeId scope) const;
    QString marks(ScopeId scope) const;
    QString marksInWords(ScopeId scope) const;
    void announceRows(const std::vector<ScopeId>& touched);
    QVariant topicData(TopicId topic, int column, int role) const;
    QVariant scopeData(ScopeId scope, int column, int role) const;
    QString descriptionOf(ScopeId scope) const;
    QVariant tickState(TopicId topic) const;
    QList<TextRange> differences(const Scope& scope, int column) const;

    CatalogPointer m_catalog; ///< the workspace's, kept while its old rows may still be asked for
    ScopeSearch m_search;
    LatestTask m_sorting;
    FacetChoice m_choice;
    FacetResult m_facets;
    ScopeRows m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_differencesMarked = true;
};

} // namespace scopes
