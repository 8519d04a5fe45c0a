#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace scopes {

class CatalogTreeModel;
class CatalogTreeView;

/// A search box with its count and what it did not understand, and below it a tree, or what to do where nothing is found. The
/// search can be put elsewhere.
class CatalogPane : public QWidget
{
    Q_OBJECT

public:
    QLineEdit& searchBox() { return *m_search; }

    /// The search box, what stands beside it and what it did not understand. It may be put into another layout, which then owns
    /// it; it is above the tree at first.
    QWidget& searchRow() { return *m_row; }

    CatalogTreeView& treeView() { return *m_tree; }

    const CatalogTreeModel& treeModel() const { return *m_model; }

    /// The name, in every version of the catalog, of the row of that key (CatalogTreeModel::keyAt); the other way round -1 where
    /// the catalog has none of that name.
    virtual QString nameOf(int key) const = 0;
    virtual int keyOf(const QString& name) const = 0;

    /// Gives the search box the focus and selects its text.
    void focusSearch();

    /// Types that into the search box.
    void search(const QString& query);

    /// Shows everything again.
    virtual void clearFilters();

    /// One step back: clears the search and the facets, then gives the tree the focus. False if there was nothing to do.
    bool stepBack();

    /// What is shown, as one undo step; message() says how many.
    virtual void tickShown() = 0;
    virtual void untickShown() = 0;
    virtual void invertShown() = 0;

    void copySelection();
    void expandAll();
    void collapseAll();
    void sortAsInCatalog();

    QByteArray saveHeader() const;
    void restoreHeader(const QByteArray& state);

Q_SIGNALS:
    void detailsRequested();
    void message(const QString& text);

protected:
    explicit CatalogPane(QWidget* parent);

    /// Lays the pane out and follows @p model; both have the pane as parent. @p facets stands beside the search box; may be null.
    /// So does @p notes above the tree.
    void begin(CatalogTreeModel& model, CatalogTreeView& tree, QWidget* facets, QWidget* notes = nullptr);

    /// What to say if nothing is found by that text, which is safe to show and may be empty.
    virtual QString nothingFound(const QString& typed) const = 0;

    /// What a key in the search box does with the results of what was typed, now or when they are there. False: nothing.
    virtual bool enterResults(int key);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEmptyPage();
    void showCount();
    void showProblems();

    QWidget* m_row;
    QLineEdit* m_search;
    QLabel* m_count;
    QLabel* m_problems;
    QStackedWidget* m_pages;
    QLabel* m_emptyText;
    QPushButton* m_clear = nullptr; ///< on the page that says why nothing is shown
    CatalogTreeModel* m_model = nullptr; ///< not null after begin(), as the tree
    CatalogTreeView* m_tree = nullptr;
    int m_awaitedKey = 0; ///< was pressed while what was typed waits for its results; 0: none was
};

} // namespace scopes
