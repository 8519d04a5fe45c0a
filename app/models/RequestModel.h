#pragma once

#include "models/ScopeRowRole.h"
#include "workspace/Workspace.h"

#include <QAbstractListModel>

#include <vector>

namespace scopes {

/// The requested scopes, one a row, in request order. Holds no scope itself: the workspace does. Rows of ScopeRowRole.
/// Every change that is made through it is one undo step.
class RequestModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit RequestModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Qt::EditRole renames a scope: false where the name is blank or already requested.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool moveRows(const QModelIndex& from, int first, int count, const QModelIndex& to, int before) override;

    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

    /// Inserts what scopesIn() finds at the row; those already requested stay where they are.
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

    /// The scope names that dragged or copied data holds: the scope tree's own, else what recognise() reads in its text.
    static QStringList scopesIn(const QMimeData& data);

    /// The names in these rows, in request order.
    QStringList namesAt(std::vector<int> rows) const;

    void removeAt(const std::vector<int>& rows);

    /// Each block of rows moves by one; blocks that stand at the end already stay.
    void moveUp(const std::vector<int>& rows);
    void moveDown(const std::vector<int>& rows);

    /// The rows come to stand together, in their order, where row @p before begins now.
    void moveBefore(const std::vector<int>& rows, int before);

private:
    struct Block
    {
        int first = 0;
        int count = 0;
    };

    struct BlockMove
    {
        Block block;
        int to = 0;
    };

    void beginChange(const SelectionChange& change);
    void endChange(const SelectionChange& change);
    void markAll();
    QString toolTip(const QString& scope) const;
    QString mark(const QString& scope) const;
    static std::vector<Block> blocksOf(std::vector<int> rows, int splitAt = -1);
    void apply(const std::vector<BlockMove>& moves);

    Workspace& m_workspace;
};

} // namespace scopes
