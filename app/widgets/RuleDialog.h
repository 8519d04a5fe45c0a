#pragma once

#include <QDialog>
#include <QModelIndex>

namespace scopes {

/// Tells of a finding all there is: what is wrong, what comes of it, who says so, and the page of its rule, which
/// `scope-explorer explain` prints.
class RuleDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p finding is a row of FindingsModel, and is read now.
    explicit RuleDialog(const QModelIndex& finding, QWidget* parent = nullptr);
};

} // namespace scopes
