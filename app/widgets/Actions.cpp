#include "widgets/Actions.h"

#include "widgets/Icons.h"

#include <QMenu>
#include <QMenuBar>

namespace scopes {

Actions::Actions(QWidget& window, QMenuBar& menuBar)
    : QObject(&window)
{
    for (const ActionSpec& spec : actionSpecs()) {
        QAction* action = make(spec, window);
        QMenu* menu = menuFor(spec.menu, menuBar);
        if ((spec.traits & ActionSpec::FirstOfGroup) != 0)
            menu->addSeparator();
        menu->addAction(action);
        m_actions.append(action);
    }
}

QMenu* Actions::menuFor(MenuId id, QMenuBar& menuBar)
{
    if (m_menus.size() <= static_cast<qsizetype>(id)) {
        QMenu* menu = menuBar.addMenu(title(id));
        menu->setToolTipsVisible(true);
        connect(menu, &QMenu::aboutToShow, this, &Actions::loadIcons);
        m_menus.append(menu);
    }
    return m_menus.last();
}

QAction* Actions::make(const ActionSpec& spec, QWidget& window)
{
    auto* action = new QAction(spec.text(), this);
    action->setShortcuts(spec.shortcuts());
    action->setCheckable((spec.traits & ActionSpec::Checkable) != 0);
    const QString help = spec.help();
    action->setToolTip(help);
    action->setStatusTip(help);
    action->setWhatsThis(help);
    if (spec.id == ActionId::Quit)
        action->setMenuRole(QAction::QuitRole);
    else
        action->setMenuRole(spec.id == ActionId::About ? QAction::AboutRole : QAction::NoRole);
    if ((spec.traits & ActionSpec::Submenu) != 0)
        action->setMenu(new QMenu(&window));
    return action;
}

QMenu& Actions::submenu(ActionId id) const
{
    return *operator[](id).menu<QMenu*>();
}

void Actions::loadIcons()
{
    if (!m_hasIcons) {
        m_hasIcons = true;
        refreshIcons();
    }
}

void Actions::refreshIcons() const
{
    if (!m_hasIcons)
        return;
    for (const ActionSpec& spec : actionSpecs()) {
        if (*spec.icon != '\0')
            operator[](spec.id).setIcon(themedIcon(QString::fromLatin1(spec.icon)));
    }
}

} // namespace scopes
