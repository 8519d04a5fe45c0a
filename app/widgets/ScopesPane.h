#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace scopes {

class FacetBar;
class ScopeTreeModel;
class ScopeTreeView;
class Workspace;

/// What exists: the search, the facets and the tree of scopes.
class ScopesPane : public QWidget
{
    Q_OBJECT

public:
    /// Lives no longer than the workspace.
    explicit ScopesPane(Workspace& workspace, QWidget* parent = nullptr);

    ScopeTreeModel& model() { return *m_model; }

    ScopeTreeView& tree() { return *m_tree; }

    QLineEdit& searchBox() { return *m_search; }

    /// Gives the search box the focus and selects its text.
    void focusSearch();

    /// Shows everything again.
    void clearFilters();

    /// One step back: clears the search and the facets, then gives the tree the focus. False if there was nothing to do.
    bool stepBack();

    /// What is shown, as one undo step; message() says how many.
    void tickShown();
    void untickShown();
    void invertShown();

    void copySelection();
    void expandAll();
    void collapseAll();
    void sortAsInCatalog();
    void setDifferencesMarked(bool on);
    bool areDifferencesMarked() const;

    /// Makes a documented scope current, after clearing the search if that hides it; message() says so if there is no such
    /// scope.
    void showScope(const QString& name);

    QByteArray saveHeader() const;
    void restoreHeader(const QByteArray& state);
    QStringList collapsedTopics() const;
    void setCollapsedTopics(const QStringList& ids);

Q_SIGNALS:
    /// noId where there is none.
    void currentChanged(int scopeId, int topicId);
    void detailsRequested();
    void message(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEmptyPage();
    void showCount();
    void showProblems();

    ScopeTreeModel* m_model;
    QLineEdit* m_search;
    FacetBar* m_facets;
    QLabel* m_count;
    QLabel* m_problems;
    QStackedWidget* m_pages;
    ScopeTreeView* m_tree;
    QLabel* m_emptyText = nullptr;
};

} // namespace scopes
