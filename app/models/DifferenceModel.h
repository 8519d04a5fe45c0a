#pragma once

#include "models/CatalogComparison.h"
#include "models/CatalogTreeModel.h"

#include <QAbstractItemModel>

#include <vector>

namespace scopes {

/// What changed between two catalogs as a tree: groups, the entries in them, and of an entry with several changes each of these.
/// Groups in which nothing is shown are left out. All texts are safe to show.
class DifferenceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, BeforeColumn, AfterColumn, ColumnCount };

    enum Group { Requests, Removed, Added, Renamed, Texts, Needs, CallsRemoved, CallsAdded, CallTexts, GroupCount };

    /// Beside CatalogTreeModel's.
    enum Role {
        ScopeNamesRole =
            CatalogTreeModel::SortRole + 1, ///< QStringList, as they are spelt: former and new name of the row's scope
        CallNameRole ///< QString, as of nameOf(CallPart); empty: the row is of no call
    };
    Q_ENUM(Role)

    /// The most entries that are listed of a group; its count is of all.
    static constexpr int mostListed = 20'000;

    explicit DifferenceModel(QObject* parent = nullptr);

    /// Null: nothing has been compared.
    void setCompared(ComparedCatalogsPointer compared, std::vector<RequestReport> reports = {});

    /// What the same difference means for requests now; all other rows stay.
    void setReports(std::vector<RequestReport> reports);

    /// How many entries are listed, and how many there are; of the groups that tell what changed, not what it means.
    int shownCount() const;
    int allCount() const;

    /// Shows the entries of which the name or a text holds @p text, whatever its case.
    void setFilter(const QString& text);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct ShownGroup
    {
        Group group = Requests;
        std::vector<int> entries; ///< numbers in the difference
        int count = 0; ///< of all that the filter finds, or that there are without one
    };

    /// What a row is of: an entry, and the number of its change, or none.
    struct Row
    {
        Group group = Requests;
        int entry = -1; ///< -1: a group
        int part = -1;
    };

    void rebuild();
    ShownGroup shownOf(Group group) const;
    int entryCount(Group group) const;
    int partCount(Group group, int entry) const;
    QStringList textsOf(Group group, int entry) const;
    bool isFound(Group group, int entry) const;
    Row rowOf(const QModelIndex& index) const;
    const ChangedText* changeOf(const Row& row) const;
    QString rawName(const Row& row) const;
    QStringList scopeNames(const Row& row) const;
    QString callName(const Row& row) const;
    QString cell(const Row& row, int column) const;
    QString reportCell(const Row& row, int column) const;
    QString entryCell(const Row& row, int column) const;
    QString countText(const ShownGroup& group) const;
    QList<TextRange> matches(const QString& text) const;
    QString spoken(const Row& row) const;
    QList<TextRange> differences(const Row& row, int column) const;

    ComparedCatalogsPointer m_compared;
    std::vector<RequestReport> m_reports;
    QString m_filter;
    std::vector<ShownGroup> m_shown;
};

} // namespace scopes
