#include "widgets/CatalogButton.h"

#include "document/VisibleText.h"
#include "widgets/Actions.h"
#include "widgets/CatalogFiles.h"

#include <QEvent>
#include <QMenu>

namespace scopes {

CatalogButton::CatalogButton(const Workspace& workspace, CatalogFiles& catalogs, QWidget* parent)
    : MenuButton(parent)
    , m_workspace(workspace)
    , m_catalogs(catalogs)
{
    setAccessibleName(tr("Catalog"));
    auto* const menu = new QMenu(this);
    setMenu(menu);
    // Made when it opens: what is on disk is as of that moment.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { m_catalogs.fill(*menu); });
    connect(&workspace, &Workspace::catalogChanged, this, &CatalogButton::showChosen);
    connect(&catalogs.session(), &CatalogSession::taken, this, &CatalogButton::showChosen);
    showChosen();
}

void CatalogButton::showChosen()
{
    constexpr int mostLetters = 34;
    const ScopeCatalog& catalog = m_workspace.catalog();
    const QString name = visibleText(catalog.name(), 200);
    const QString date = visibleText(catalog.retrieved(), 20);
    const QString shown = fontMetrics().elidedText(name, Qt::ElideMiddle, mostLetters * fontMetrics().averageCharWidth());
    setText(date.isEmpty() ? escapedForMenu(shown) : tr("%1 · %2").arg(escapedForMenu(shown), date));
    setAccessibleDescription(date.isEmpty() ? name : tr("%1, as of %2").arg(name, date));
    setToolTip(m_catalogs.descriptionOfCurrent());
}

void CatalogButton::changeEvent(QEvent* event)
{
    MenuButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        showChosen();
}

} // namespace scopes
