#pragma once

#include "models/CatalogTreeModel.h"
#include "models/DifferenceRows.h"
#include "workspace/LatestTask.h"

#include <QAbstractItemModel>

#include <vector>

namespace scopes {

/// What changed between two catalogs as a tree: groups, the entries in them, and of an entry with several changes each of these.
/// Groups in which nothing is shown are left out. All texts are safe to show.
class DifferenceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        WhatColumn = DifferenceRows::WhatColumn,
        BeforeColumn = DifferenceRows::BeforeColumn,
        AfterColumn = DifferenceRows::AfterColumn,
        ColumnCount = DifferenceRows::ColumnCount
    };

    /// Beside CatalogTreeModel's.
    enum Role {
        ScopeNamesRole =
            CatalogTreeModel::SortRole + 1, ///< QStringList, as they are spelt: former and new name of the row's scope
        CallNameRole ///< QString, as of nameOf(CallPart); empty: the row is of no call
    };
    Q_ENUM(Role)

    explicit DifferenceModel(QObject* parent = nullptr);

    /// Null: nothing has been compared.
    void setCompared(ComparedCatalogsPointer compared, std::vector<RequestReport> reports = {});

    /// What the same difference means for requests now; all other rows stay.
    void setReports(std::vector<RequestReport> reports);

    /// How many entries are listed, and how many there are; of the groups that tell what changed, not what it means.
    int shownCount() const;
    int allCount() const;

    /// Shows the entries of which the name or a text holds @p text, whatever its case: at once, or of very many after a while,
    /// by a reset.
    void setFilter(const QString& text);

    /// True for the group of what it means for requests.
    bool isAboutRequests(const QModelIndex& group) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isSlow() const;
    void findSoon();
    DifferenceRows::Row rowOf(const QModelIndex& index) const;
    static QString countText(const DifferenceRows::Found& group);
    QList<TextRange> matches(const QString& text) const;

    DifferenceRows m_rows;
    QString m_filter;
    std::vector<DifferenceRows::Found> m_shown;
    LatestTask m_task; ///< finds what the filter leaves, where that takes a while
};

} // namespace scopes
