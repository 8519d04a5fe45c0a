#include "widgets/ProfileButton.h"

#include "document/VisibleText.h"
#include "widgets/Actions.h"
#include "widgets/NoteLabel.h"

#include <QMenu>

namespace scopes {

ProfileButton::ProfileButton(const Workspace& workspace, QWidget* parent)
    : MenuButton(parent)
    , m_workspace(workspace)
{
    setMenu(new QMenu(this));
    connect(&workspace, &Workspace::profileChanged, this, &ProfileButton::showChosen);
    connect(&workspace, &Workspace::catalogChanged, this, &ProfileButton::showChosen);
    showChosen();
}

void ProfileButton::showChosen()
{
    constexpr qsizetype longestName = 18;
    const AppProfilePointer& profile = m_workspace.profile();
    const QString name = profile == nullptr ? tr("none") : visibleText(profile->name, 80);
    const QString shown = name.size() > longestName ? name.left(longestName - 1) + tr("…") : name;
    setText(tr("Profile: %1").arg(escapedForMenu(shown)));
    setAccessibleName(tr("App profile: %1").arg(name));
    QString help = tr("The scopes that are approved for one of your apps, to check the request against.");
    if (profile != nullptr && m_workspace.approved() == nullptr)
        help = tr("This profile is of another provider, so approval is not checked.");
    setPlainToolTip(*this, help);
}

} // namespace scopes
