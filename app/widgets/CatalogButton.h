#pragma once

#include "widgets/MenuButton.h"

namespace scopes {

class CatalogFiles;
class Workspace;

/// Tells which catalog is shown, with its date, and opens the menu that chooses another.
class CatalogButton : public MenuButton
{
    Q_OBJECT

public:
    /// Lives no longer than the two.
    CatalogButton(const Workspace& workspace, CatalogFiles& catalogs, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showChosen();

    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
    CatalogFiles& m_catalogs; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
