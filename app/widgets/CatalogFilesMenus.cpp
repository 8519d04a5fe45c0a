#include "catalog/BuiltInCatalog.h"
#include "document/VisibleText.h"
#include "widgets/Actions.h"
#include "widgets/CatalogFiles.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>

// The menus that catalogs and their topics are chosen from.
namespace scopes {

using namespace Qt::StringLiterals;

void CatalogFiles::addChoice(QMenu& menu, QActionGroup& group, const RecentCatalog& catalog, const QStringList& paths)
{
    const bool isThere = catalog.path.isEmpty() || QFileInfo::exists(catalog.path);
    const QString file = catalog.path.isEmpty() ? tr("built in") : visibleText(tellingEnd(catalog.path, paths), 200);
    QStringList facts;
    if (!catalog.retrieved.isEmpty())
        facts += visibleText(catalog.retrieved, 20);
    facts += isThere ? file : tr("%1 is missing").arg(file);
    const QString name = catalog.name.isEmpty() ? file : visibleText(catalog.name, 60);
    QAction* const action = menu.addAction(tr("%1\t%2").arg(escapedForMenu(name), escapedForMenu(facts.join(tr(" · ")))));
    action->setCheckable(true);
    action->setChecked(catalog.path == m_session.path());
    action->setEnabled(isThere);
    action->setToolTip(catalog.path.isEmpty() ? tr("Built into the program") : shownPath(catalog.path));
    action->setActionGroup(&group);
    connect(action, &QAction::triggered, this, [this, path = catalog.path] {
        if (path.isEmpty())
            showBuiltIn();
        else
            open(path);
    });
}

void CatalogFiles::fill(QMenu& menu)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    auto* const group = new QActionGroup(&menu);
    // What is known of it without reading it: the name, and the date of what the program was made with.
    const auto builtIn = builtInCatalog();
    if (builtIn)
        addChoice(menu, *group, {{}, (*builtIn.value)->id(), (*builtIn.value)->name(), (*builtIn.value)->retrieved(), {}}, {});
    const auto recent = recentCatalogs(m_settings);
    QStringList paths;
    for (const RecentCatalog& catalog : recent)
        paths += catalog.path;
    if (!recent.empty())
        menu.addSeparator();
    bool anyMissing = false;
    for (const RecentCatalog& catalog : recent) {
        addChoice(menu, *group, catalog, paths);
        anyMissing |= !QFileInfo::exists(catalog.path);
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Open Catalog…")), &QAction::triggered, this, &CatalogFiles::choose);
    if (m_session.isTable()) {
        QAction* const columns = menu.addAction(tr("&Columns of This Table…"));
        columns->setToolTip(tr("Says which column of the table holds the scopes' names, and what the others hold."));
        connect(columns, &QAction::triggered, this, &CatalogFiles::chooseColumns);
    }
    if (m_session.choices().undefinedSchemes || m_told.hasUndefinedSchemes) {
        QAction* const undefined = menu.addAction(tr("Names of &Undefined Schemes Are Scopes"));
        undefined->setToolTip(
            tr("Takes for scopes what calls list under security schemes that the description does not define."));
        undefined->setCheckable(true);
        undefined->setChecked(m_session.choices().undefinedSchemes);
        connect(undefined, &QAction::triggered, this, &CatalogFiles::takeUndefinedSchemes);
    }
    if (anyMissing)
        connect(menu.addAction(tr("&Forget Missing Catalogs")), &QAction::triggered, this,
            [this] { removeVanishedCatalogs(m_settings); });
}

void CatalogFiles::fillGroupings(QMenu& menu)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    if (!m_session.isImported()) {
        menu.addAction(tr("The catalog has topics of its own"))->setEnabled(false);
        return;
    }

    struct Choice
    {
        Grouping grouping;
        QString text;
        QString explanation;
    };

    const Choice choices[] = {// NOLINT(modernize-avoid-c-arrays): of a local type
        {Grouping::Automatic, tr("&What Tells Most Apart"),
            tr("The provider's own topics where there are some, else tags where they tell most scopes apart, else names.")},
        {Grouping::Tags, tr("&Tags of the Calls"), tr("The tag or resource of most of the calls that need the scope.")},
        {Grouping::Service, tr("&Service"), tr("The service that the scope belongs to.")},
        {Grouping::Name, tr("First &Part of the Name"), tr("Such as 'chat' of 'chat:write'.")}};
    auto* const group = new QActionGroup(&menu);
    for (const Choice& choice : choices) {
        QAction* const action = menu.addAction(choice.text);
        action->setCheckable(true);
        action->setChecked(choice.grouping == m_session.choices().grouping);
        action->setToolTip(choice.explanation);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, grouping = choice.grouping] { groupBy(grouping); });
    }
}

} // namespace scopes
