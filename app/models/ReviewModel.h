#pragma once

#include "request/ReviewSheet.h"
#include "workspace/Workspace.h"

#include <QAbstractTableModel>
#include <QHash>

namespace scopes {

/// What the reviewer of the app is told: a row a requested scope, then those that are only noted. What the engineer says of a
/// scope can be edited; each edit is one undo step of the workspace. Displayed texts are safe to show.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ScopeColumn,
        MissingColumn, ///< what is missing, in words
        FeatureColumn,
        ReasonColumn,
        UserSeesColumn,
        LinkColumn,
        CallsColumn, ///< the calls that the feature makes, a line each
        DefinitionColumn,
        UserDisplayColumn,
        ServesColumn, ///< ticked calls and fields that need it; where none is ticked, the documented ones
        ColumnCount
    };
    Q_ENUM(Column)

    enum Role {
        NameRole = Qt::UserRole, ///< QString, the scope exactly as it is spelt
        IsCompleteRole, ///< bool, true if nothing is missing in the row
        HintRole ///< QString, in an empty cell that can be edited: what belongs there
    };
    Q_ENUM(Role)

    /// Longer texts end with an ellipsis in a cell; their tooltip and their editor have all.
    static constexpr int longestShown = 2000;

    explicit ReviewModel(Workspace& workspace, QObject* parent = nullptr);

    const ReviewSheet& sheet() const { return m_sheet; }

    /// While false, changes of the workspace are not looked at: nobody looks at the model. To begin with it is true.
    void setFollowing(bool isFollowing);

    /// 'feature', 'reason'...: the stable name by which forms and files know the column.
    static QString nameOf(int column);

    /// -1: there is none of that name.
    static int columnOf(const QString& name);

    /// What the column is headed without a form of the provider.
    static QString titleOf(int column);

    /// Heads columns in other words, those of a form of the provider; the others as titleOf().
    void setTitles(const QHash<int, QString>& titles);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// After any change, also of what is missing.
    void refreshed();

private:
    ReviewSheet sheetNow() const;
    void refresh();
    void replaceRows(std::vector<ReviewRow> rows);
    QString plainText(const ReviewRow& row, int column) const;
    QString serves(const ReviewRow& row) const;
    QString spokenCell(const ReviewRow& row, int column) const;

    Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    ReviewSheet m_sheet;
    QHash<int, QString> m_titles;
    bool m_isFollowing = true;
    bool m_isBehind = false; ///< something changed while it did not follow
};

/// '2 of 3 scopes are complete', and what is missing in the first row that is not.
QString summaryOf(const ReviewSheet& sheet);

} // namespace scopes
