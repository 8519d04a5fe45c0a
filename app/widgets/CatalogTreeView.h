#pragma once

#include "catalog/ScopeCatalog.h"
#include "widgets/WrappedTreeView.h"

#include <QSet>
#include <QStringList>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace scopes {

class CatalogTreeModel;

/// A tree of what exists: keys, copying, the header's menu, widths. It opens every group, but for those that the user closed;
/// while something is searched it opens those too, and the rows in them that hide what was found.
class CatalogTreeView : public WrappedTreeView
{
    Q_OBJECT

public:
    /// Not more rows and groups than that are opened at once: beyond, groups stay closed until they are opened by hand, so that a
    /// key in a catalog of a million scopes is answered at once, and all rows can be selected (the time that takes grows with
    /// the square of the open groups).
    static constexpr int mostOpenRows = 25'000;
    static constexpr int mostOpenGroups = 2'500;
    /// A search looks into so many of the rows that it shows, to open those that hide what it found.
    static constexpr int mostLookedInto = 1'000;
    /// More selected rows are not selected again when the rows have changed: a part of them would be taken for all.
    static constexpr int mostRowsKept = 10'000;

    /// Ticks the selected rows, or unticks them if all are ticked.
    void toggleSelected();

    /// The selected rows as names, TSV and HTML table on the clipboard.
    void copySelection();

    /// Makes the row of that key (CatalogTreeModel::keyAt) current and scrolls to it. False if it is not shown.
    bool showRow(int key);

    /// Makes the first row of an open group current, or the first group where all are closed; there may be none.
    void goToFirstRow();

    /// The key of the current row, or of the one that was current before a search hid it; -1: none.
    int currentKey() const { return m_currentKey; }

    /// Keys of the groups that the user closed.
    QStringList closedGroups() const;
    void setClosedGroups(const QStringList& keys);
    /// As far as the bounds allow; message() says where they end.
    void openAll();
    void closeAll();

    void sortAsInCatalog();

    /// A menu to choose columns, for the header and the View menu. The caller owns it.
    void fillColumnMenu(QMenu& menu);

    QByteArray saveColumns() const;
    /// False, and nothing changes, if @p state is not what saveColumns() gave.
    bool restoreColumns(const QByteArray& state);

    /// Widths and order as at the first start.
    void resetColumns();

    void reset() override;

Q_SIGNALS:
    void detailsRequested();
    void message(const QString& text);

protected:
    /// How the columns are at the first start: the first @p shown are, and beside the first, which holds names, the columns from
    /// @p firstText to @p lastText share what width there is.
    struct ColumnPlan
    {
        int shown = 1;
        int nameCharacters = 36;
        int firstText = 1;
        int lastText = 1;
        int otherCharacters = 12; ///< of those that are neither
    };

    /// Shows @p model, which outlives it.
    CatalogTreeView(CatalogTreeModel& model, const ColumnPlan& plan, QWidget* parent);

    /// To be called when the subclass is ready.
    void begin();

    /// What the context menu calls groups.
    virtual QString openAllText() const = 0;
    virtual QString closeAllText() const = 0;

    /// That only the first groups were opened, and what else can be done.
    virtual QString firstOpenText(int opened, int all) const = 0;

    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString& search) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void setUpHeader();
    /// Gives how many groups it opened, not counted those that the user opened beyond the bounds.
    int restoreOpenGroups();
    void openGroupsFrom(int row);
    void openHits(const QModelIndex& group, int& looked);
    void restoreOpenRows();

    /// What was selected before a reset, by keys.
    struct Selected
    {
        std::weak_ptr<const ScopeCatalog> catalog; ///< whose keys they are; to free a large one here would take a while
        std::vector<int> keys;
        QStringList groups;
        QString currentGroup; ///< empty: the current row is none
    };

    void rememberSelected();
    void selectAgain(const Selected& selected);
    void restoreCurrent();
    void onCollapsed(const QModelIndex& index);
    void leaveHiddenRows(const QModelIndex& closed);
    void rememberOpen(const QModelIndex& index, bool open);
    void shareWidth(int change);

    CatalogTreeModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ColumnPlan m_plan;
    QSet<QString> m_closedGroups;
    QSet<QString> m_openedGroups; ///< those that the user opened: they stay open beyond the bounds
    QSet<int> m_openRows; ///< keys of rows within groups that the user opened
    std::weak_ptr<const ScopeCatalog> m_openRowsCatalog; ///< what they are keys of
    int m_currentKey = -1;
    Selected m_selected; ///< while the model is reset
    bool m_hasColumns = false; ///< widths were given or restored
    bool m_isRestoring = false; ///< opening that the user did not ask for is not remembered
};

} // namespace scopes
