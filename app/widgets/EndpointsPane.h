#pragma once

#include "widgets/CatalogPane.h"

namespace scopes {

class EndpointTreeModel;
class EndpointTreeView;
class Workspace;

/// What can be called: the search and the tree of calls, fields and parameter values.
class EndpointsPane : public CatalogPane
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit EndpointsPane(Workspace& workspace, QWidget* parent = nullptr);

    EndpointTreeModel& model() { return *m_model; }

    EndpointTreeView& tree() { return *m_tree; }

    void tickShown() override;
    void untickShown() override;
    void invertShown() override;

    /// Makes the call, field or value of that name current, after clearing the search if that hides it; message() says so if
    /// the catalog has none of that name.
    void showPart(const QString& name);

    /// The name of the current row; empty: it is none or a product.
    QString currentName() const;

Q_SIGNALS:
    /// @p part: a number in EndpointTreeModel::parts(); -1 where there is none.
    void currentChanged(int part);

protected:
    QString nothingFound(const QString& typed) const override;

private:
    EndpointTreeModel* m_model;
    EndpointTreeView* m_tree;
};

} // namespace scopes
