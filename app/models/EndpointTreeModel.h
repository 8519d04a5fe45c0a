#pragma once

#include "models/CatalogTreeModel.h"
#include "models/EndpointFilter.h"
#include "models/EndpointRows.h"
#include "workspace/Workspace.h"

#include <memory>

namespace scopes {

/// The catalog's calls by heading (product, or else group), below each its fields and parameter values, as far as the search
/// lets them through. Ticking
/// changes the workspace's calls. A field or value brings its call along; a call takes its fields and values with it.
class EndpointTreeModel : public CatalogTreeModel
{
    Q_OBJECT

public:
    enum Column { EndpointColumn, AddressColumn, NeedsColumn, CoveredColumn, ColumnCount };
    Q_ENUM(Column)

    /// Lives no longer than the workspace.
    explicit EndpointTreeModel(Workspace& workspace, QObject* parent = nullptr);
    ~EndpointTreeModel() override;

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
    /// column -1: as in the catalog. Calls within their headings; fields and values stay as documented. A large catalog is sorted
    /// in the background: its rows stay until then.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    QStringList mimeTypes() const override;
    /// The names for text, and the rows as a table.
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    void setQuery(const QString& typed) override;

    const Query& query() const { return m_filter.query(); }

    const std::vector<QueryProblem>& queryProblems() const override { return m_filter.problems(); }

    /// What was typed into the search if it is no search but reads as calls; else without names.
    const CallReading& reading() const { return m_filter.reading(); }

    void setFacets(const EndpointFacetChoice& choice);

    const EndpointFacetChoice& facets() const { return m_filter.facets(); }

    /// The calls shown and how many each facet's values would give.
    const EndpointFacetResult& facetResult() const { return m_filter.facetResult(); }

    bool isFiltered() const override { return m_filter.isFiltered(); }

    bool isBehind() const override { return m_filter.isBehind(); }

    bool isSorting() const override { return m_sorting.isRunning(); }

    /// Calls.
    int shownCount() const override { return static_cast<int>(m_rows.calls().size()); }

    int allCount() const override { return static_cast<int>(m_catalog->endpoints().size()); }

    QString groupKey(const QModelIndex& group) const override;
    QModelIndex indexOfGroup(const QString& key) const override;
    /// Keys are numbers in parts().
    int keyAt(const QModelIndex& index) const override;
    QModelIndex indexOfKey(int key) const override;
    bool hasHitsBelow(const QModelIndex& row) const override;
    void toggle(const QModelIndexList& rows) override;
    QString copiedText(const QModelIndexList& rows) const override;

    const CallParts& parts() const { return *m_parts; }

    /// The ticked calls with their fields and values, in catalog order.
    std::vector<Call> tickedCalls() const { return m_parts->calls(m_workspace.calls().names()); }

    const PartSet& ticked() const { return m_ticked; }

    /// Ticks or unticks as one undo step; says in message() how many, or that these are more than mostTicked.
    void setTicked(const std::vector<int>& parts, bool ticked);

    /// Ticks those that are not and unticks those that are, as one undo step.
    void invert(const std::vector<int>& parts);

    /// The calls that what was searched for last finds, without their fields and values, in catalog order.
    std::vector<int> shownCalls();

protected:
    void refresh() override;
    void onSelectionChanged(const std::vector<ScopeId>& touched) override;

private:
    void findAgain();
    void showRows();
    void showOrder(std::vector<EndpointId> sorted);
    bool isSortedLater() const;
    std::vector<EndpointId> sortedNow() const;
    void sortInBackground();
    void onCallsChanged(const QStringList& names);
    PartSet tickedAfter(const QStringList& names) const;
    void announce(const PartSet& touched, int column, const QList<int>& roles);
    void refuse(qsizetype count);
    std::vector<int> partsAt(const QModelIndexList& rows) const;
    QStringList namesWith(int part, bool ticked) const;
    int tickedIn(const EndpointRows::Heading& heading) const;
    QVariant headingData(int row, int column, int role) const;
    QVariant partData(int part, int column, int role) const;
    QString shownText(int part, int column) const;
    QString toolTip(int part, int column) const;
    std::vector<TextRange> matches(int part, int column) const;
    QModelIndex callIndex(int place, int column = EndpointColumn) const;

    CatalogPointer m_catalog; ///< the workspace's, kept while its old rows may still be asked for
    std::shared_ptr<const CallParts> m_parts;
    EndpointFilter m_filter;
    std::vector<EndpointId> m_order; ///< heading by heading
    std::vector<EndpointId> m_sorted; ///< the same, by a column; empty: m_order is shown
    LatestTask m_sorting;
    PartSet m_ticked; ///< follows the workspace's calls
    EndpointRows m_rows;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace scopes
