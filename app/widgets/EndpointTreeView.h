#pragma once

#include "widgets/CatalogTreeView.h"

namespace scopes {

class EndpointTreeModel;

/// The tree of calls, fields and parameter values.
class EndpointTreeView : public CatalogTreeView
{
    Q_OBJECT

public:
    /// Shows @p model, which outlives it.
    explicit EndpointTreeView(EndpointTreeModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// @p part: a number in EndpointTreeModel::parts(); -1 for a product.
    void currentRowChanged(int part);

protected:
    QString openAllText() const override;
    QString closeAllText() const override;
    QString firstOpenText(int opened, int all) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    EndpointTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
