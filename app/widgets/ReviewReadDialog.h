#pragma once

#include "request/ReviewExports.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QTableWidget;
QT_END_NAMESPACE

namespace scopes {

/// What an edited review sheet would change, before it does: each note with what stands here and what stands in the sheet.
/// Notes that only the sheet changed are ticked; those that were changed here too are for the user to tick.
class ReviewReadDialog : public QDialog
{
    Q_OBJECT

public:
    ReviewReadDialog(ReviewEdits edits, const ReviewNotes& notes, QWidget* parent = nullptr);

    /// The notes that are ticked, with the sheet's words.
    ReviewNotes chosen() const;

private:
    void addRow(const QString& scope, const ReviewNote& ours, const ReviewNote& theirs, bool isConflict);
    void layOut();

    ReviewEdits m_edits;
    QTableWidget* m_table;
    QStringList m_scopes; ///< by row
    std::vector<ReviewNote> m_theirs; ///< by row
};

} // namespace scopes
