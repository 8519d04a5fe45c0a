#pragma once

#include "analysis/Comparison.h"

#include <QAbstractTableModel>

namespace scopes {

/// The scopes of two or three compared sets, one a row: in which sets each stands, and what follows. All texts are safe to show.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ScopeColumn, RequestedColumn, GrantedColumn, NeededColumn, FollowsColumn, ColumnCount };
    Q_ENUM(Column)

    enum Role {
        NameRole = Qt::UserRole, ///< QString, the scope exactly as it is spelt
        SeverityRole, ///< int, the worst Severity of what is said of the scope; -1: nothing is
        StoppedRole ///< QString, the calls and fields that stop working for want of the scope, a line each; may be empty
    };
    Q_ENUM(Role)

    /// The most rows that are listed.
    static constexpr int mostListed = 2000;

    explicit ComparisonModel(QObject* parent = nullptr);

    void setComparison(Comparison comparison, CatalogPointer catalog);

    const Comparison& comparison() const { return m_comparison; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const ComparedScope& scopeAt(int row) const { return m_comparison.scopes[static_cast<std::size_t>(row)]; }

    QString cellText(int row, int column) const;
    QString followsFor(const QString& scope) const;
    QString stoppedFor(const QString& scope) const;
    QString spokenRow(int row) const;
    int severityOf(const QString& scope) const;

    Comparison m_comparison;
    CatalogPointer m_catalog;
};

/// What the comparison comes to, in a sentence or two.
QString summaryOf(const Comparison& comparison, const ComparedSets& sets);

} // namespace scopes
