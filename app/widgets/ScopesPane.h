#pragma once

#include "widgets/CatalogPane.h"

#include <QStringList>

namespace scopes {

class FacetBar;
class ScopeTreeModel;
class ScopeTreeView;
class Workspace;

/// What exists: the search, the facets and the tree of scopes.
class ScopesPane : public CatalogPane
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit ScopesPane(Workspace& workspace, QWidget* parent = nullptr);

    ScopeTreeModel& model() { return *m_model; }

    ScopeTreeView& tree() { return *m_tree; }

    QString nameOf(int key) const override;
    int keyOf(const QString& name) const override;

    void clearFilters() override;

    void tickShown() override;
    void untickShown() override;
    void invertShown() override;

    void setDifferencesMarked(bool on);
    bool areDifferencesMarked() const;

    /// Makes a documented scope current, after clearing the search if that hides it; message() says so if there is no such
    /// scope.
    void showScope(const QString& name);

    QStringList collapsedTopics() const;
    void setCollapsedTopics(const QStringList& ids);

Q_SIGNALS:
    /// noId where there is none.
    void currentChanged(int scopeId, int topicId);

protected:
    QString nothingFound(const QString& typed) const override;

private:
    ScopeTreeModel* m_model;
    FacetBar* m_facets; ///< before the tree, as Tab goes
    ScopeTreeView* m_tree;
};

} // namespace scopes
