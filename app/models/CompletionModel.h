#pragma once

#include "models/ScopeRowRole.h"
#include "workspace/Workspace.h"

#include <QAbstractListModel>

#include <vector>

namespace scopes {

/// Documented scopes for a name that is being typed, the likeliest first, each with its definition. Rows of ScopeRowRole;
/// Mark says which are requested already.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CompletionModel(const Workspace& workspace, QObject* parent = nullptr);

    /// Shows at most 50 scopes for what is typed; none for nothing.
    void setTyped(const QString& typed);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void clear();

    const Workspace& m_workspace;
    std::vector<ScopeId> m_scopes; ///< of the workspace's catalog
};

} // namespace scopes
