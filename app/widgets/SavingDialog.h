#pragma once

#include <QDialog>

#include <functional>

namespace scopes {

/// A dialog that stays open, with what the user typed, when that cannot be saved.
class SavingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    /// @p save gives false if nothing was saved, and has said why.
    void setSave(std::function<bool()> save) { m_save = std::move(save); }

    void accept() override;

private:
    std::function<bool()> m_save;
};

} // namespace scopes
