#pragma once

#include "catalog/Text.h"
#include "widgets/CatalogTreeView.h"

namespace scopes {

class ScopeTreeModel;

/// The tree of scopes, which can be dragged to the request.
class ScopeTreeView : public CatalogTreeView
{
    Q_OBJECT

public:
    /// Shows @p model, which outlives it.
    explicit ScopeTreeView(ScopeTreeModel& model, QWidget* parent = nullptr);

    /// Makes the scope current and scrolls to it. False if it is not shown.
    bool showScope(ScopeId scope) { return showRow(scope); }

    /// Makes the first scope current; there may be none.
    void goToFirstScope() { goToFirstRow(); }

Q_SIGNALS:
    void currentRowChanged(scopes::ScopeId scope, scopes::TopicId topic);

protected:
    QString openAllText() const override;
    QString closeAllText() const override;
    QString firstOpenText(int opened, int all) const override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    ScopeTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
