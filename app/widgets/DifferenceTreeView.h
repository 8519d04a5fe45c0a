#pragma once

#include "widgets/WrappedTreeView.h"

namespace scopes {

class DifferenceModel;

/// What changed between two catalogs, drawn as the explorer draws its rows.
class DifferenceTreeView : public WrappedTreeView
{
    Q_OBJECT

public:
    /// Lives no longer than the model.
    explicit DifferenceTreeView(DifferenceModel& model, QWidget* parent = nullptr);

    /// Opens all if it can be read at a glance. What it means for the requests is always open.
    void openMost();

    /// The rows that are selected, in the order in which they are shown.
    QModelIndexList selectedInOrder() const;

    void reset() override;

Q_SIGNALS:
    /// The row is to be looked up in the catalog that is open.
    void goToRequested(const QModelIndex& row);
    void copyRequested();

protected:
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void activate(const QModelIndex& index);
    void openRequests();

    DifferenceModel& m_model; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
