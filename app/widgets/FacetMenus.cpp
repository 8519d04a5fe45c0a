#include "widgets/FacetMenus.h"

#include "document/VisibleText.h"
#include "widgets/Actions.h"
#include "widgets/MenuButton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

namespace scopes {

using namespace Qt::StringLiterals;

FacetMenus::FacetMenus(QWidget* parent)
    : QWidget(parent)
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
}

QToolButton* FacetMenus::addButton(const QString& name, const QString& help, const std::function<void(QMenu&)>& fill)
{
    auto* const button = new MenuButton(this);
    button->setAccessibleName(name);
    button->setToolTip(help);
    auto* const menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [menu, fill] {
        menu->clear();
        fill(*menu);
    });
    layout()->addWidget(button);
    return button;
}

QActionGroup* FacetMenus::addGroup(QMenu& menu, const QString& title)
{
    if (!title.isEmpty())
        menu.addSection(title);
    return new QActionGroup(&menu);
}

void FacetMenus::addChoice(
    QActionGroup& group, const QString& text, int count, bool isChosen, const std::function<void()>& choose)
{
    auto* const menu = static_cast<QMenu*>(group.parent());
    QAction* const action = menu->addAction(u"%1\t%2"_s.arg(menuText(text), QLocale().toString(count)));
    action->setCheckable(true);
    action->setChecked(isChosen);
    action->setActionGroup(&group);
    connect(action, &QAction::triggered, menu, choose);
}

QString FacetMenus::menuText(const QString& text)
{
    return escapedForMenu(visibleText(text, 80));
}

} // namespace scopes
