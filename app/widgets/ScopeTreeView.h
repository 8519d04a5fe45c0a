#pragma once

#include "catalog/Text.h"

#include <QSet>
#include <QStringList>
#include <QTreeView>

namespace scopes {

class ScopeTreeModel;

/// The tree of scopes: keys, drag, copying and the header's menu. It opens every topic, but for those that the user closed;
/// while something is searched it opens those too.
class ScopeTreeView : public QTreeView
{
    Q_OBJECT

public:
    /// Not more rows than that are opened at once: beyond, topics stay closed until they are opened by hand, so that a key in a
    /// catalog of a million scopes is answered at once.
    static constexpr int mostOpenRows = 100'000;

    /// Shows @p model, which outlives it.
    explicit ScopeTreeView(ScopeTreeModel& model, QWidget* parent = nullptr);

    /// Ticks the selected rows, or unticks them if all are ticked.
    void toggleSelected();

    /// The selected rows as names, TSV and HTML table on the clipboard.
    void copySelection();

    /// Makes the scope current and scrolls to it. False if it is not shown.
    bool showScope(ScopeId scope);

    /// Makes the first scope current; there may be none.
    void goToFirstScope();

    /// Ids of the topics that the user closed.
    QStringList collapsedTopics() const;
    void setCollapsedTopics(const QStringList& topicIds);
    void openAll();
    void closeAll();

    void sortAsInCatalog();

    /// A menu to choose columns, for the header and the View menu. The caller owns it.
    void fillColumnMenu(QMenu& menu);

    QByteArray saveColumns() const;
    /// False, and nothing changes, if @p state is not what saveColumns() gave.
    bool restoreColumns(const QByteArray& state);

    /// Widths as at the first start: names as wide as they need, texts share the rest.
    void resetColumns();

    void reset() override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;

Q_SIGNALS:
    void currentRowChanged(scopes::ScopeId scope, scopes::TopicId topic);
    void detailsRequested();
    void message(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString& search) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void restoreOpenTopics();
    void restoreCurrent();
    void rememberTopic(const QModelIndex& index, bool open);
    void shareWidth(int change);

    ScopeTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    QSet<QString> m_closedTopics;
    ScopeId m_currentScope = noId;
    bool m_hasColumns = false; ///< widths were given or restored
    bool m_isRestoring = false; ///< opening that the user did not ask for is not remembered
};

} // namespace scopes
