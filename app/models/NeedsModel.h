#pragma once

#include "models/CatalogTreeModel.h"
#include "models/NeedsSearch.h"

#include <QAbstractItemModel>

#include <unordered_map>
#include <vector>

namespace scopes {

/// The answer to 'which scopes do the ticked calls need' as a tree: for each kind of token its sets, best first, and below each
/// set its scopes with the calls and fields that only they cover; then what is in the way, what is not documented, and what
/// needs nothing. Holds texts made from the last answer of the search.
class NeedsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, WhyColumn, ColumnCount };

    enum Kind { Heading, Set, ScopeOfSet, Part };

    enum Role {
        KindRole = CatalogTreeModel::SortRole + 1, ///< int, a Kind; the delegate of the other trees draws this one too
        ScopesRole, ///< QStringList: of a set its scopes in catalog order; of a scope itself
        NameRole ///< QString: of a part its name, as the calls are named; of a scope its name
    };

    /// Lives no longer than the search.
    explicit NeedsModel(NeedsSearch& search, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The best set; invalid if there is none.
    QModelIndex firstSet() const;

    /// What was found, in a sentence or two; what to do if no call is ticked.
    const QString& summary() const { return m_summary; }

    /// The set of the row, or of the set that it stands in, with what the user wants to be kept; empty if it is in none.
    QStringList scopesAt(const QModelIndex& index) const;

private:
    struct Node
    {
        int parent = -1; ///< -1: none
        int row = 0;
        Kind kind = Heading;
        QString what = {};
        QString why = {};
        QStringList scopes = {};
        QString name = {};
        CallPart part = {}; ///< of a Part: what its texts are of
        const TokenNeeds* needs = nullptr; ///< of a Set: what it covers
        std::vector<int> children = {};
    };

    void rebuild();
    void addRequest(const TokenNeeds& needs);
    void addSet(int heading, const TokenNeeds& needs, const std::vector<int>& set);
    void addParts(const QString& heading, const QString& why, const std::vector<CallPart>& parts);
    int add(int parent, Node node);
    QString summaryOf(const CallNeeds& needs) const;
    static QString sentenceOn(const TokenNeeds& request);
    QString whatOf(const Node& node) const;
    QString whyOf(const Node& node) const;
    QStringList reasonsOf(const Node& set) const;
    QString partText(const CallPart& part) const;
    QString partList(const std::vector<CallPart>& parts) const;
    const Node& nodeOf(const QModelIndex& index) const;

    NeedsSearch& m_search; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogPointer m_catalog;
    FoundNeedsPointer m_found; ///< what the nodes are of
    std::vector<Node> m_nodes; ///< by internal id
    /// By the node of a set, why each of its scopes is in it: found out for sets that are looked at.
    mutable std::unordered_map<int, QStringList> m_reasons;
    std::vector<int> m_roots;
    QString m_summary;
};

} // namespace scopes
