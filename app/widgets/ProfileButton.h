#pragma once

#include "widgets/MenuButton.h"
#include "workspace/Workspace.h"

namespace scopes {

/// Names the chosen app profile, and opens a menu to choose one from. Who knows the profiles fills the menu when it opens.
class ProfileButton : public MenuButton
{
    Q_OBJECT

public:
    explicit ProfileButton(const Workspace& workspace, QWidget* parent = nullptr);

private:
    void showChosen();

    const Workspace& m_workspace; // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
};

} // namespace scopes
