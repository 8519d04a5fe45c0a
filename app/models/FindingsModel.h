#pragma once

#include "models/TextCheck.h"

#include <QAbstractListModel>

namespace scopes {

/// What is wrong with a text, one finding a row, in the order of the text. All texts are safe to show.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RuleRole = Qt::UserRole, ///< QString, the rule's stable id
        SeverityRole, ///< int, a Severity
        SeverityTextRole, ///< QString, 'Error', 'Warning' or 'Note'
        WhyRole, ///< QString, what comes of it
        SourceRole, ///< QString, who says so
        FixRole, ///< QString, what the fix does; empty: there is none
        PreviewRole ///< QString, 'before → after' of what the fix changes; empty: there is none
    };
    Q_ENUM(Role)

    /// The most that are listed: nobody reads more.
    static constexpr int mostListed = 500;

    explicit FindingsModel(QObject* parent = nullptr);

    /// Null: nothing was checked. Rows stay where the same is found again.
    void setChecked(CheckedTextPointer checked);

    const CheckedTextPointer& checked() const { return m_checked; }

    /// @p row is in [0, rowCount()). Valid until setChecked().
    const Finding& finding(int row) const { return m_checked->findings[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// How many there are of a severity, also those that are not listed.
    int count(Severity severity) const;

    /// True if some finding has a fix that cannot change what is asked for.
    bool hasSafeFix() const;

private:
    QString preview(const Finding& finding) const;
    QString accessibleText(const Finding& finding) const;

    CheckedTextPointer m_checked;
};

/// 'Error', 'Warning' or 'Note', translated.
QString severityText(Severity severity);

/// '1 error, 2 warnings', or that there is nothing to find fault with.
QString summaryOf(const FindingsModel& findings);

} // namespace scopes
